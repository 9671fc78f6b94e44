"""Rules for names in quotation marks: a title of a book, a film or a song is nobody."""

from __future__ import annotations

import re

from newsmodel._names._found import Found, full_words
from newsmodel._names._tokens import Line

__all__ = ["works"]

_OPENS = ("“", '"', "«", "„", "”")
# A title in quotation marks: words with capitals, and the small ones of titles. Americans put the comma into it.
_WORD = r"[^\W_a-z][^\s\"“”«»„,]*"
_TITLE = re.compile(
    rf"[“\"«„”](?:(?<=«)\s)?(?P<title>{_WORD}"
    rf"(?: (?:{_WORD}|an?|the|of|in|on|to|for|and|from|with|at|by|my|&))*)[,.]?\s?[”\"“»]"
)
# What says of a word in quotation marks that somebody is called so, right before them.
_CALLED = re.compile(
    r"(?:\b(?:as|call|called|calls|calling|name|named|nickname|nicknamed|dubbed|alias|aka|by|said|says|tell|cried)"
    r"|a\.k\.a\.|[(:])(?: (?:him|her|it|me|the|for))*[, ]*$"
)
_REACH = 60  # code points before a name in which the mark is looked for


def works(text: str, lines: list[Line], found: list[Found]) -> list[Found]:
    """Drop who is named only in the title of a work: "Ann Lee" of "The Trial of Ann Lee", and "Emma" alone."""
    inside = {f.start: title for f in found if f.kind == "PER" and (title := _title(text, f)) is not None}
    if not inside:
        return found
    outside = [f for f in found if f.start not in inside]
    named = full_words(outside) | {f.text for f in outside}
    titled = [(line.start, line.end) for line in lines if line.kind in ("c", "t")]
    return [
        f
        for f in found
        if f.start not in inside
        or f.text in named
        or any(start <= f.start < end for start, end in titled)
        or not _is_work(text, f, inside[f.start])
    ]


def _title(text: str, f: Found) -> re.Match[str] | None:
    """Return the words in quotation marks that hold a name, when all of them could be a title."""
    low = max(0, f.start - _REACH, text.rfind("\n", 0, f.start) + 1)
    start = max([text.rfind(mark, low, f.start) for mark in _OPENS])
    m = _TITLE.match(text, start) if start >= 0 else None
    return m if m and m.end("title") >= f.end else None


def _is_work(text: str, f: Found, m: re.Match[str]) -> bool:
    """Tell whether words in quotation marks are a title, and not what somebody is called or what somebody says."""
    if f.text != m["title"].rstrip("."):
        return m["title"][-1] not in "!?"
    if text[m.end("title")] in ",." or m["title"][-1] == "." or _CALLED.search(text, max(0, m.start() - 20), m.start()):
        return False
    named = text[m.end() : m.end() + 2].strip()[:1].isupper()  # Vito "Duke" Quorvan
    before = text[: m.start()].rstrip()[-30:].rsplit(" ", 1)[-1]
    return not named or before[:1].islower()
