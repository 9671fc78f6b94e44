"""Rules for names in quotation marks: a title of a book, a film or a song is nobody."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from newsmodel._names._found import Found, full_words
from newsmodel._names._tokens import Lines

__all__ = ["works"]

_OPENS = ("“", '"', "«", "„", "”")
# A title in quotation marks: words with capitals, and the small ones of titles. Americans put the comma into it.
_WORD = r"[^\W_a-z][^\s\"“”«»„,]*"
_TITLE = re.compile(
    rf"[“\"«„”](?P<title>{_WORD}"
    rf"(?: (?:{_WORD}|an?|the|of|in|on|to|for|and|from|with|at|by|my|&))*)[,.]?[”\"“»]"
)
# What says of a word in quotation marks that somebody is called so, right before them.
_CALLED = re.compile(
    r"(?:\b(?:as|call|called|calls|calling|name|named|nickname|nicknamed|dubbed|alias|aka|by|said|says|tell|cried)"
    r"|a\.k\.a\.|[(:])(?: (?:him|her|it|me|the|for))*[, ]*$"
)


def works(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Drop who is named only in the title of a work: "Ann Lee" of "The Trial of Ann Lee", and "Emma" alone."""
    titles = list(_titles(text))
    if not titles:
        return found
    starts = [f.start for f in found]
    inside = {
        f.start: m
        for m in titles
        for f in found[bisect_left(starts, m.start("title")) : bisect_left(starts, m.end("title"))]
        if f.kind == "PER" and f.end <= m.end("title")
    }
    if not inside:
        return found
    outside = [f for f in found if f.start not in inside]
    named = full_words(outside) | {f.text for f in outside}
    return [f for f in found if f.start not in inside or f.text in named or not _is_work(text, f, inside[f.start])]


def _titles(text: str) -> Iterator[re.Match[str]]:
    """Yield the words in quotation marks of a text that could be a title."""
    for mark in _OPENS if "“" not in text else _OPENS[:-1]:
        at = text.find(mark)
        while at >= 0:
            if text[at + 1 : at + 2].isupper() and not text[at - 1 : at].isalnum() and (m := _TITLE.match(text, at)):
                yield m
            at = text.find(mark, at + 1)


def _is_work(text: str, f: Found, m: re.Match[str]) -> bool:
    """Tell whether words in quotation marks are a title, and not what somebody is called or what somebody says."""
    if f.text != m["title"].rstrip("."):
        return m["title"][-1] not in "!?"
    if text[m.end("title")] in ",." or m["title"][-1] == "." or _CALLED.search(text, max(0, m.start() - 20), m.start()):
        return False
    named = text[m.end() : m.end() + 2].strip()[:1].isupper()  # Vito "Duke" Quorvan
    before = text[: m.start()].rstrip()[-30:].rsplit(" ", 1)[-1]
    return not named or before[:1].islower()
