"""What the document as a whole says about the names that the tagger found: trim, correct and add."""

from __future__ import annotations

import re
from collections import Counter

from newsmodel._names._features import flags
from newsmodel._names._found import Found
from newsmodel._names._lexicon import word_set

__all__ = ["covered", "repair", "trim"]

_THE = re.compile(r"(?:the|The|THE)\s+")
_ENDING = re.compile(r"(?:['’ʼ][sS]?|[,;:\s]+)$")
_SUFFIX = re.compile(r"(?:Jr|Sr|Inc|Corp|Ltd|Co|Bros)$")
_FIRST_WORD = re.compile(r"(\S+)\s+(?=\S)")
# Titles that are also given or family names stay when only one word follows.
_CAPITALS = re.compile(r"(?<![\w@#&'’.-])[^\W\d_]*[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:[-‐‑'’](?![sS]\b)[^\W\d_]+)*")


def trim(text: str, start: int, end: int, kind: str) -> Found | None:
    """Return a name without article, title, possessive ending and white space; None when nothing is left."""
    name = text[start:end]
    end -= len(name) - len(name.rstrip())
    start += len(name) - len(name.lstrip())
    if start < end and (m := _THE.match(text, start, end)):
        start = m.end()
    if m := _ENDING.search(text[start:end]):
        end = start + m.start()
    if kind == "PER":
        while (m := _FIRST_WORD.match(text, start, end)) and m[1] in word_set("firm titles"):
            start = m.end()
    if end < len(text) and text[end] == "." and _SUFFIX.search(text[start:end]):
        end += 1
    return Found(start, end, kind, text[start:end]) if start < end else None


def repair(text: str, found: list[Found]) -> list[Found]:
    """Correct the names of a document by what it says elsewhere: others than people and organizations go."""
    found = _agree(found)
    kept = [f for f in found if f.kind in ("PER", "ORG")]
    return sorted([*kept, *_short_forms(text, kept, found)])


def _agree(found: list[Found]) -> list[Found]:
    """Give a name the kind that most of its mentions have, when they are of two kinds."""
    votes: dict[str, Counter[str]] = {}
    for f in found:
        votes.setdefault(f.text, Counter())[f.kind] += 1
    best = {name: count.most_common(1)[0] for name, count in votes.items() if len(count) > 1}
    return [
        f._replace(kind=best[f.text][0]) if f.text in best and best[f.text][1] > sum(votes[f.text].values()) / 2 else f
        for f in found
    ]


def _short_forms(text: str, kept: list[Found], found: list[Found]) -> list[Found]:
    """Find family names that stand alone, where the full name stands elsewhere."""
    short: dict[str, str] = {}
    for f in kept:
        parts = f.text.split()
        if f.kind == "PER" and len(parts) > 1 and len(parts[-1]) > 2 and parts[-1][0].isupper():
            short[parts[-1]] = "PER"
    taken = covered(text, found)
    added = []
    for m in _CAPITALS.finditer(text):
        kind = short.get(m.group())
        if kind and not taken[m.start()] and not ("c" in flags(m.group()) and _opens(text, m.start())):
            added.append(Found(m.start(), m.end(), kind, m.group()))
    return added


def covered(text: str, found: list[Found]) -> bytearray:
    """Return 1 for each place of the text that a name covers."""
    places = bytearray(len(text) + 1)
    for f in found:
        places[f.start : f.end] = b"\1" * (f.end - f.start)
    return places


def _opens(text: str, start: int) -> bool:
    """Tell whether a sentence begins here."""
    before = text[max(0, start - 3) : start].rstrip(" \"'“‘(")
    return not before or before[-1] in ".!?:\n"
