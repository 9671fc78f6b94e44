"""The words of a line, in one case and without its counts; scripts that put no spaces between them."""

from __future__ import annotations

import re
from typing import Final

__all__ = [
    "DIGIT",
    "FIRST_UNSPACED",
    "MAX_CHARS",
    "NOT_WORD",
    "first_of",
    "folded",
    "has_unspaced",
    "is_unspaced",
    "normalize",
    "uncounted",
    "words_of",
]

MAX_CHARS: Final = 240
"""Longer lines are hardly ever furniture by their words: what is said at that length is a text of its own."""

# Letters, digits and the marks that sit on them (Python's \w leaves out combining marks) make words. The space, which
# is no word either, is not looked for: there are many.
NOT_WORD = re.compile(r"[^ \w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0981-\u0d63\u0e31-\u0e4e]+")

# The same for ASCII, in lower case, by a table of bytes: twenty times as fast.
_ASCII_WORDS = bytes(ord(c.lower()) if c.isalnum() else 32 for c in map(chr, range(128))) + bytes(128)

# It begins with a digit, so that the search skips to one; before that no word has begun.
_COUNT = re.compile(r"\d(?<!\w\d)\d*(?:k|m|st|nd|rd|th)?\b")

DIGIT = re.compile(r"\d")

# First bytes of UTF-16 that are those of no character that `is_unspaced` knows.
_SPACED = bytes(i for i in range(256) if not (i in (0x0E, 0x30) or 0x34 <= i < 0xA0 or 0xAC <= i < 0xD8))

FIRST_UNSPACED = "\u0e00"


def is_unspaced(char: str) -> bool:
    """Tell whether a character is of a script without spaces between words, or with endings joined on.

    In Han, kana, hangul and Thai phrases go by characters.
    """
    return (
        "\u3400" <= char <= "\u9fff"
        or "\u3040" <= char <= "\u30ff"
        or "\uac00" <= char <= "\ud7af"
        or "\u0e00" <= char <= "\u0e7f"
    )


def has_unspaced(text: str) -> bool:
    """Tell whether a text has a character of such a script; a regular expression of these takes long to compile."""
    if text.isascii() or not text.encode("utf-16-be", "surrogatepass")[::2].translate(None, _SPACED):
        return False
    return any(map(is_unspaced, text))


def words_of(line: str) -> list[str]:
    if line.isascii():
        return line.encode().translate(_ASCII_WORDS).decode().split()
    return NOT_WORD.sub(" ", folded(line).replace("_", " ")).split()


def folded(text: str) -> str:
    """Return a text in one case; the two letters i of Turkish, of which capitals tell only some apart, become one."""
    return text.casefold().replace("i\u0307", "i").replace("ı", "i")


def normalize(line: str) -> str:
    """Return the words of a line in lower case, one space between them, without its counts."""
    text = " ".join(words_of(line))
    return uncounted(text) if DIGIT.search(text) else text


def uncounted(text: str) -> str:
    """Return a normalized text without its counts, if it has other words."""
    return " ".join(_COUNT.sub(" ", text).split()) or text


def first_of(text: str) -> str:
    return text[:2] if text >= FIRST_UNSPACED and is_unspaced(text[0]) else text.partition(" ")[0]
