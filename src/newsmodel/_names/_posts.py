"""Rules that cut posts from names: "Senate Leader", "Home Secretary Ann Lee", "Minister of Trade"."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from newsmodel._names._found import Found, full_words
from newsmodel._names._lexicon import flags, load, word_set
from newsmodel._names._tokens import Lines

__all__ = ["posts", "ranks", "starters"]

_OF = (" of ", " for ")
_OFFICES = ("Minister of ", "Minister for ", "Secretary of ", "Secretary for ")
_TRADES = ("ologist", "ographer", "ician", "iatrist", "onomist", "linguist", "woman", "person", "writer", "keeper")
_KINDS = frozenset(("LOC", "MISC"))
_REACH = 30  # code points before a name in which an article and an office stand


def posts(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Cut from a name the post that it holds; a name that is only a post goes."""
    known = word_set("posts")
    out = []
    for f in found:
        if f.kind == "ORG" and text.endswith(_OFFICES, max(0, f.start - 14), f.start):
            continue
        if " " not in f.text or f.kind in _KINDS:
            out.append(f)
        elif new := (_person(text, f, known) if f.kind == "PER" else _body(text, f, known)):
            out.append(new)
    return out


def _person(text: str, f: Found, known: Collection[str]) -> Found | None:
    """Return a person after the last post before the name and before one after it, or before "of" and an acronym."""
    words = f.text.split(" ")
    first, last = 0, _own_words(words)
    while last > 2 and words[last - 1] in known:
        last -= 1
    for k in range(last - 1):
        if words[k] in known:
            first = k + 1
    return f if last - first == len(words) else _cut(text, f, words, first, last)


def _own_words(words: list[str]) -> int:
    """Return how many of some words are a person's: those before "van" and "ING", or "de la" and "CGT"."""
    last = len(words)
    if last < 4 or not words[-1].isupper() or len(words[-1]) < 2 or not words[-2].islower() or words[0].isupper():
        return last
    last -= 1
    while last > 2 and words[last - 1].islower():
        last -= 1
    return last


def _body(text: str, f: Found, known: Collection[str]) -> Found | None:
    """Return a body without the post at its end; None for a post with its field, a place, a prize or a law."""
    words = f.text.split(" ")
    if words[-1] in word_set("no bodies"):
        return None
    if len(words) == 2 and words[0] in word_set("rulers") and not set(flags(words[1])) - set("gfu"):
        return Found(f.end - len(words[1]), f.end, "PER", words[1])
    if "n" in flags(words[-1]) and _names_body_without(f.text, words[-1]):  # "Senate Republican" leader Ann Lee
        return _cut(text, f, words, 0, len(words) - 1)
    if words[0] in known or words[0].partition("-")[0] in known:
        return None if words[1] in ("of", "for") else f
    if words[-1] not in known or (any(small in f.text for small in _OF) and not words[-2].endswith("s")):
        return f
    last = len(words) - 1
    while last > 1 and (words[last - 1] in known or words[last - 1] in word_set("before posts")):
        last -= 1
    if all(set(flags(w)) & set("npt") and not set(flags(w)) & set("ho") for w in words[:last]):
        return None
    return _cut(text, f, words, 0, last)


def _names_body_without(name: str, word: str) -> bool:
    """Tell whether a list knows a name without its last word, and not with it."""
    listed = load().organizations
    return name not in listed and name[: -len(word) - 1] in listed


def _cut(text: str, f: Found, words: list[str], first: int, last: int) -> Found:
    start = f.start + sum(map(len, words[:first])) + first
    end = start + sum(map(len, words[first:last])) + last - first - 1
    return Found(start, end, f.kind, text[start:end])


def ranks(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Drop an office that was taken for a name: "Justice" of "the Chief Justice", "Senior Advocate".

    A word that ends a full name of the text is that person's.
    """
    known = _offices()
    offices = {f.start for f in found if f.text in known and f.kind == "PER" and _is_rank(text, f)}
    offices |= {
        f.start
        for f in found
        if f.kind == "ORG" and f.text[f.text.rfind(" ") + 1 :] in known and _are_ranks(*f.text.rsplit(" ", 1))
    }
    if not offices:
        return found
    full = full_words(found)
    return [f for f in found if f.start not in offices or f.text in full]


def _is_rank(text: str, f: Found) -> bool:
    """Tell whether a word taken for a person is one of offices, and stands behind another."""
    if not text.endswith(" ", 0, f.start):
        return False
    article, first = ["", *text[max(0, f.start - _REACH) : f.start - 1].split(" ")][-2:]
    if not (first[:1].isupper() and _may_lead(first)) or first in word_set("honours"):
        return False
    known = first in word_set("before posts") and "f" not in flags(f.text)
    return article in ("the", "The") or first == "Chief" or known


def _are_ranks(first: str, last: str = "") -> bool:
    """Tell whether two words are those of an office, and no list knows both as a body."""
    return last != "" and _may_lead(first) and f"{first} {last}" not in load().organizations


@cache
def _offices() -> frozenset[str]:
    """Return the words of titles and roles, with a capital, that are none of bodies."""
    lists = load()
    words = [word[0].upper() + word[1:] for word in (*lists.titles, *lists.roles)]
    return frozenset([word for word in words if "h" not in flags(word)]) | word_set("posts")


def _may_lead(word: str) -> bool:
    """Tell whether a word may stand before an office as part of it."""
    return word in _offices() or word.lower() in word_set("modifiers")


def starters(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Cut a word that only stands before a name: "Although" before "Ann Lee", "European" before "NATO".

    What a party's people are called makes no body of the person it stands before: "Republican Ann Lee".
    """
    here = {f.text for f in found if f.kind in ("PER", "ORG")}
    return [_without_starter(f, here) if f.kind in ("PER", "ORG") and " " in f.text else f for f in found]


def _without_starter(f: Found, here: set[str]) -> Found:
    """Return a name of several words without the first one, if that only stands before it."""
    word, _, rest = f.text.partition(" ")
    mine, kind = flags(word), f.kind
    if mine in ("g", "fg", "f"):  # as most
        return f
    if _is_called(word, rest, kind) and f.text not in load().organizations:
        kind = "ORG"
    elif kind == "ORG" and "n" in mine and f.text not in load().organizations:
        if _is_full_name(rest):
            kind = "PER"
        elif not _whole(rest):
            return f
    elif not (
        ("c" in mine and not set(mine) & set("gftho") and rest in here)
        or (kind == "PER" and " " in rest and _is_trade(word, mine))
    ):
        return f
    return Found(f.end - len(rest), f.end, kind, rest)


def _is_trade(word: str, mine: str) -> bool:
    """Tell whether a word says by its ending what somebody does: "Microbiologist", "Videographer"."""
    return word.endswith(_TRADES) and "g" not in mine and "f" not in mine


def _is_called(word: str, rest: str, kind: str) -> bool:
    """Tell whether a noun that begins a sentence says that what is behind it is a body: "Airline Orvane"."""
    if word.lower() not in word_set("nouns of bodies"):
        return False
    if " " in rest or kind != "ORG":
        return rest in load().organizations
    return {"c", "h", "l", "n", "t", "r"}.isdisjoint(flags(rest))


def _whole(name: str) -> bool:
    """Tell whether a name needs no demonym before it: "NATO", "Partido Verde", but "Malian Union"."""
    first, _, rest = name.partition(" ")
    if not rest:
        return name in load().organizations
    return first in word_set("sure first words") and first not in word_set("sure last words")


def _is_full_name(name: str) -> bool:
    """Tell whether a name is a person's given and family names, as far as lists know."""
    first, _, last = name.rpartition(" ")
    given, family = flags(first), flags(last)
    return "g" in given and not set(given) - set("gfq") and not set(family) - set("gfq") and last.istitle()
