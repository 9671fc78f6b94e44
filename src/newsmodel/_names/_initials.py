"""Rules for acronyms of bodies, and for what they stand for."""

from __future__ import annotations

import re

from newsmodel._names._bodies import abbreviates
from newsmodel._names._found import Found, covered, instead, merged
from newsmodel._names._lexicon import flags, load, word_set
from newsmodel._names._runs import run_before
from newsmodel._names._tokens import Lines

__all__ = ["bracketed", "spelled_out", "spelled_small"]

_LETTERS = re.compile(r" \(([A-Z][A-Za-z]{0,5}[A-Z])\)")
_KINDS = ("PER", "ORG")
_REACH = 60  # how far before a name to look, in characters


def bracketed(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take for a body the letters in brackets after one: "Rural League (RL)", whatever they stand for."""
    free, added = None, []
    for f in found:
        if f.kind == "ORG" and " " in f.text and text.startswith(" (", f.end) and (m := _LETTERS.match(text, f.end)):
            free = free or covered(text, [f for f in found if f.kind in ("PER", "ORG")])
            if not free[m.start(1)] and not set(flags(m[1])) & set("npxd"):
                added.append(Found(m.start(1), m.end(1), "ORG", m[1]))
    return instead(found, added)


def spelled_out(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take for a body what stands before its acronym in brackets, when the letters agree."""
    found = [f for f in found if f.kind in _KINDS]
    short = [f for f in found if f.kind == "ORG" and _is_bracketed(text, f)]
    if not short:
        return found
    free, added = covered(text, found), []
    for f in short:
        low = max(0, f.start - _REACH - 30)
        end = low + len(text[low : f.start - 1].rstrip())
        words = text[run_before(text, low, end) : end].split(" ")
        names = (" ".join(words[k:]) for k in range(len(words)) if words[k] not in ("The", "the"))
        name = next((n for n in names if abbreviates(f.text, n)), None)
        if name and not any(free[end - len(name) : end]):
            added.append(Found(end - len(name), end, "ORG", name))
    return merged(found, added)


def spelled_small(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Drop an acronym that the text spells out in small letters: "the exclusive economic zone (EEZ)"."""
    gone = set()
    for f in found:
        if f.kind == "ORG" and len(f.text) < 8 and _is_bracketed(text, f):
            words = text[max(0, f.start - _REACH) : f.start - 1].replace("-", " ").split()
            small = [w for w in words[-len(f.text) - 3 :] if w.islower() and w not in word_set("small")]
            spelled = "".join([w[0] for w in small[-len(f.text) :]]).upper() == f.text
            if spelled and "h" not in flags(small[-1].capitalize()) and f.text not in load().organizations:
                gone.add(f.text)
    return [f for f in found if f.text not in gone] if gone else found


def _is_bracketed(text: str, f: Found) -> bool:
    """Tell whether the name of a body is an acronym behind a bracket."""
    return text[f.start - 1 : f.start] == "(" and len(f.text) > 1 and f.text.isupper()
