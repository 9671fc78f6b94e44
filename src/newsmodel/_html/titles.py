"""Titles as a page prints and declares them, and how two are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from newsmodel._html.page import BREAK, Box, Line
from newsmodel._plain import plain

__all__ = ["LONGEST", "WORDS", "Printed", "Title", "leads_home", "loose", "pieces", "shown", "stretches"]

LONGEST = 400
"""No headline is longer; what is, is a page in one heading."""

WORDS = re.compile(r"[^\W_]+")
# What is no letter or digit in ASCII: to take that out is ten times as fast as to find the rest.
_NO_WORDS = bytes(i for i in range(128) if not chr(i).isalnum())
# The addresses of the first page.
_HOME = ("/", "./", "../", "index.html", "/index.html")


class Title(NamedTuple):
    """A string that may be the headline, with what it is compared by."""

    text: str
    key: str


class Printed(NamedTuple):
    """A heading of the page."""

    text: str
    key: str
    box: Box


def loose(text: str | None) -> str:
    """Return the letters and digits of a text, in one case: what two spellings of a headline have in common."""
    if not text:
        return ""
    return _loose(text) if len(text) <= LONGEST else _loose.__wrapped__(text)


@lru_cache(maxsize=512)  # a page says its headline many times over
def _loose(text: str) -> str:
    if text.isascii():
        return text.lower().encode().translate(None, _NO_WORDS).decode()
    return "".join(WORDS.findall(unicodedata.normalize("NFKC", text).casefold()))


def shown(line: Line) -> str:
    """Return the text of a line on one line."""
    text = line.text
    if "&" not in text and "<" not in text and text.isprintable():
        return text  # as most are: white space was collapsed, and a break is not printable
    return plain(text.replace(BREAK, " ")) or ""


def pieces(line: Line) -> list[str]:
    """Return the separate stretches of text of a line: what stands in elements of its own."""
    return [text for part in line.parts if (text := plain(part.replace(BREAK, " ")))] or [shown(line)]


def stretches(line: Line) -> list[str]:
    """Return the texts between the breaks of a line, a blank between what stands in elements of its own."""
    if BREAK not in line.text:
        return [" ".join(pieces(line))]
    found: list[list[str]] = [[]]
    for part in line.parts:
        if part == BREAK:
            found.append([])
        elif text := plain(part):
            found[-1].append(text)
    return [" ".join(texts) for texts in found if texts]


def leads_home(line: Line) -> bool:
    """Tell whether a line is the name of the site: all of it links to the first page."""
    return len(line.anchors) == 1 and line.anchors[0][2].get("href") in _HOME and 2 * line.linked > len(line.text)
