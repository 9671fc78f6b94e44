"""Rules that find more of a name, or another name, in the words around one."""

from __future__ import annotations

import re

from newsmodel._names._found import Found, begun_in, covered, merged
from newsmodel._names._lexicon import flags, word_set
from newsmodel._names._memo import Memo
from newsmodel._names._runs import run_end
from newsmodel._names._tokens import Lines

__all__ = ["known_as", "widen"]

_KNOWN_AS = re.compile(r",?\s+(?:also\s+|better\s+)?known\s+as\s+(?:the\s+)?[\"“‘']?")
_OR = re.compile(r",\s+or\s+(?:the\s+)?")
_PARTNER = re.compile(r"[^\W\d_][\w'’-]+,\s$")
_NEXT = re.compile(r" ([^\W\d_]\w+)(?![\w'’])")
_NUMBER = re.compile(r" \d{1,4}(?![\w.,:-]\d)")
_PARTICLE = re.compile(r" (?:y|da|de|do|dos|das|del|di|van|von|der|bin|ibn|al|el) ")
_AND_MOTHER = re.compile(r" y ([^\W\d_]\w+)")
_STATE = re.compile(r"(?:U\.S\.|US|U\.N\.|UN) $")
_STATES = ("S. ", "US ", "N. ", "UN ")  # so all of them end
_WORDS = frozenset("AEIMOUY")  # letters that are words, in English or another language
_CLOSE = 8  # how far a particle may part two names, in characters
_REACH = 60  # how far before a name to look, in characters


def widen(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take in what belongs to a name: "Abu" before it, what a small word joins to it, partners before "& Co.".

    A name is looked at once: a second look would find words that belong to the words that the first one took in.
    """
    out: list[Found] = []
    last: Found | None = None
    titled = begun_in(found, [(line.start, line.end) for line in lines if line.kind == "t"])
    tails = {tail.rsplit(" ", 1)[-1]: tail for f in found if f.kind == "PER" and (tail := _TAILS[f.text])}
    ended = 0
    for f in found:
        start, end = f.start, f.end
        if start < ended:
            continue
        if not f.wide:
            if f.kind == "PER" and start not in titled:
                start, end = _person(text, f, last, tails.get(f.text))
            elif f.kind == "ORG" and (" " in f.text or "&" in f.text):
                start = _body_start(text, f, last)
                if text[end + 1 : end + 2].isdigit():
                    end = _number_end(text, f)
        if start < ended:
            out.pop()
        last = f if end - start == len(f.text) else Found(start, end, f.kind, text[start:end])
        ended, last.wide = end, True
        out.append(last)
    return out


def _low(text: str, f: Found, last: Found | None) -> int:
    """Return how far before a name to look: not over the name before it, nor over the line."""
    low = max(last.end if last else 0, f.start - _REACH, 0)
    return max(low, text.rfind("\n", low, f.start) + 1)


def _person(text: str, f: Found, last: Found | None, tail: str | None) -> tuple[int, int]:
    """Return where a person's name begins and ends: where it did, if nothing beside it may belong to it."""
    start, end = f.start, f.end
    near = last if last and last.kind == "PER" and start - last.end < _CLOSE else None
    if near and _PARTICLE.fullmatch(text, near.end, start):  # "y" or "de" joins it to that of the person before it
        start = near.start
    elif tail or _may_join(text, start):
        start = _person_start(text, f, last, tail)
    behind = text[end + 1 : end + 2]
    if behind.isupper() or behind == "y":
        end = _person_end(text, f)
    return start, end


def _person_start(text: str, f: Found, last: Found | None, tail: str | None) -> int:
    start, low = f.start, _low(text, f, last)
    while start > low and text[start - 1] == " ":
        at = text.rfind(" ", low, start - 1) + 1 or low
        at += text[at] == "("
        if not _joins(text[at : start - 1], text[start : f.end]):
            break
        start = at
    if tail and start == f.start:
        at = max(low, f.end - len(tail))
        return at if text[at : f.end].lower() == tail.lower() else start
    return start


def _may_join(text: str, start: int) -> bool:
    """Tell whether the word before a place may be capitalised, as all that join are; quick, because most are not."""
    if not start or text[start - 1] != " ":
        return False
    words = text[max(0, start - _REACH) : start - 1].rsplit(None, 1)
    return bool(words) and (words[-1][0].isupper() or len(words) == 1)


def _tail(name: str) -> str:
    """Return the family name of a full one when it begins with a small word: "van der Zwaan"."""
    rest = name.partition(" ")[2]
    if not rest or rest.istitle():
        return ""
    words = rest.split(" ")
    k = next((k for k, w in enumerate(words) if w.islower()), -1)
    return " ".join(words[k:]) if k >= 0 else ""


_TAILS = Memo(_tail)


def _person_end(text: str, f: Found) -> int:
    behind = text[f.end : f.end + 3]
    if behind == " y " and (m := _AND_MOTHER.match(text, f.end)) and m[1][0].isupper() and "f" in flags(m[1]):
        return m.end()
    m = _NEXT.match(text, f.end) if behind[1:2].isupper() else None
    if not m:
        return f.end
    if " " in f.text:  # no name ends with a small word: "Piet de" goes on with "Wit"
        joined = f.text.rsplit(" ", 1)[1] in word_set("particles")
        return m.end() if joined and not m[1].isupper() and "h" not in flags(m[1]) else f.end
    return m.end() if _is_strange(m[1]) and ("g" in flags(f.text) or not f.text.isascii()) else f.end


def _body_start(text: str, f: Found, last: Found | None) -> int:
    if "&" in f.text and " " not in f.text[: f.text.index("&")].strip():
        return _firm_start(text, f, last, _low(text, f, last))
    if " " in f.text and text.endswith(_STATES, 0, f.start):
        m = _STATE.search(text, max(_low(text, f, last), f.start - 5), f.start)
        return m.start() if m else f.start
    return f.start


def _number_end(text: str, f: Found) -> int:
    """Return where a body with a number ends: "BBC Radio 4"."""
    m = _NUMBER.match(text, f.end)
    return m.end() if m and f.text.rsplit(" ", 1)[-1] in word_set("numbered") else f.end


def _firm_start(text: str, f: Found, last: Found | None, low: int) -> int:
    if last and last.kind == "PER" and " " not in last.text and text[last.end : f.start] == ", ":
        return last.start
    start = f.start
    while (m := _PARTNER.search(text[low:start])) and m[0][0].isupper():
        start = low + m.start()
    return start


def _joins(word: str, name: str) -> bool:
    """Tell whether a word before a person's name belongs to it: "Abu", an initial, a given name."""
    if word in word_set("left-joins") or (len(word) == 2 and word[0].isupper() and word[1] == "."):
        return True
    if len(word) == 1:  # "K T Ram", but "A" and the like only before another initial
        return word.isupper() and not name.isupper() and (word not in _WORDS or name[1:2] == " ")
    return (
        _is_strange(word)
        and not name.isupper()
        and (" " not in name or "g" in flags(word) or not (word + name.split(" ", 1)[0]).isascii())
    )


def _is_strange(word: str) -> bool:
    """Tell whether a word is capitalised and stands in no list, but perhaps in those of people's names."""
    written = word[:1].isupper() and word[1:].islower() and word.replace("-", "", 1).isalpha()
    part = word.partition("-")[2]  # "Jeong-su", but not "Co-pilot"
    if len(part) > 2 and not set(flags(part)) <= set("gf"):
        return False
    return bool(written) and not set(flags(word)) - set("gf-") and not word.endswith(("ing", "ed", "ly", "s"))


def known_as(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take for a name what "known as" gives a person or body, or "or" a body of several words."""
    found = [f for f in found if f.kind in ("PER", "ORG")]
    added, known = [], "known" in text
    for f in found:
        if known and (m := _KNOWN_AS.match(text, f.end)):
            added.append((f.kind, m.end(), run_end(text, m.end())))
        if f.kind == "ORG" and " " in f.text and (m := _OR.match(text, f.end)):
            end = run_end(text, m.end())
            if text.startswith(",", end):
                added.append((f.kind, m.end(), end))
    if not added:
        return found
    free = covered(text, found)
    names = [Found(a, b, kind, text[a:b]) for kind, a, b in added if a < b and not any(free[a:b])]
    return merged(found, names)
