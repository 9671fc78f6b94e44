"""What an apposition says of a person: "Ann Lee, the mayor of Halden, said", "the mayor of Halden, Ann Lee, said"."""

from __future__ import annotations

import re
from functools import cache

from attrs import define

from newsmodel._names import _lexicon
from newsmodel._names._glosses import Glosses
from newsmodel._names._lexicon import word_set

__all__ = ["Role", "behind", "in_front", "roles"]

_WORD = re.compile(r"\S+")
_BEHIND = re.compile(
    r",\s+(?:(?:aged\s+)?\d{1,3},\s+)?(?:who\s+(?:is|was)\s+|then\s+|now\s+)?(?P<rest>[^,.;:()\n\"“”]{3,120})"
)
_CLAUSE = re.compile(r"[^,.;:()\n\"“”„«»–—]{3,120}$")
_OWNS = ("'s", "’s", "s'", "s’")
_LONGEST = 9  # words of a phrase that are looked at


@define
class Role:
    """A role in the text: its words, where the phrase begins that it stands in, and where the role stands."""

    title: str
    phrase: int
    start: int
    end: int


@cache
def roles() -> frozenset[str]:
    """Return the words for roles, in small letters."""
    words = {w for w in _lexicon.load().roles if w.islower()} - word_set("kin")
    return frozenset(words | {f"ex-{r}" for r in words} | {f"{r}-elect" for r in words} | {f"co-{r}" for r in words})


def behind(text: str, end: int, glosses: Glosses | None) -> Role | None:
    """Return the role that an apposition gives to the person whose name ends at a place."""
    m = _BEHIND.match(text, end) if text.startswith(",", end) else None
    return _read(text, *m.span("rest"), glosses) if m else None


def in_front(text: str, low: int, start: int, end: int, glosses: Glosses | None) -> Role | None:
    """Return the role of a phrase that a comma parts from the name behind it, when another mark ends the name.

    The phrase has an article, or tells whose role it is; it does not begin before ``low``.
    """
    mark = text[end : end + 1]
    if mark not in (",", ".") or (mark == "," and text[end + 2 : end + 3].isupper()):
        return None  # "the coach, Jim Fox, Tim Rook and ..."
    clause = _CLAUSE.search(text, low, start - 2)
    words = list(_WORD.finditer(text, clause.start(), clause.end())) if clause else []
    for word in reversed(words[-_LONGEST:]):
        plain = glosses.of(word[0]).lower() if glosses else word[0].lower()
        if plain in word_set("determiners") or plain.endswith(_OWNS):
            role = _read(text, word.end(), start - 2, glosses)
            if role and not text[word.end() : role.start].strip():
                return role
    return None


def _read(text: str, start: int, end: int, glosses: Glosses | None) -> Role | None:
    """Return the role that a phrase such as "a spokeswoman for the ministry" gives."""
    parts = list(_WORD.finditer(text, start, end))[:_LONGEST]
    words = [glosses.of(part[0]) if glosses else part[0] for part in parts]
    for k, word in enumerate(words):
        if word in word_set("role ends"):
            return None
        if word.lower() in roles():
            first, last = _first(words, k), _last(words, k)
            title = " ".join([part[0] for part in parts[first : last + 1]])
            return Role(title, start, parts[first].start(), parts[last].end())
    return None


def _first(words: list[str], k: int) -> int:
    """Return the number of the first word of a role, given one: small words before it tell which."""
    while k and words[k - 1].islower() and words[k - 1] not in word_set("determiners"):
        if words[k - 1].endswith(_OWNS[:2]) or not words[k - 1].replace("-", "").isalpha():
            break
        k -= 1
    return k


def _last(words: list[str], k: int) -> int:
    """Return the number of the last word of a role, given one: "chairman and chief executive"."""
    modifiers = word_set("modifiers")
    while k + 1 < len(words):
        word, rest = words[k + 1], words[k + 2 : k + 3]
        joins = word == "and" and rest and (rest[0] in roles() or rest[0] in modifiers)
        leads = (words[k] == "and" or word in modifiers) and not roles().isdisjoint(words[k + 1 : k + 3])
        if not (word.lower() in roles() or joins or leads):
            break
        k += 1
    return k
