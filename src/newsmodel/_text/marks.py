"""The marks that begin the items of lists: bullets, dashes, numbers."""

from __future__ import annotations

import re

__all__ = ["bullet", "is_dash", "is_item", "number"]

_BULLET = re.compile(r"(?:[•‣⁃∙▪▫●◦■□►▶➤✓✔✅➔]\ufe0f?\s*|[·*+o–—-]\s+)(?=\S)")
# Numbers as the model gives them back: no leading zero, no other digits than these ten.
_NUMBER = re.compile(r"(?:\(([1-9][0-9]{0,2})\)|([1-9][0-9]{0,2})[.)])\s+(?=\S)|([1-9][0-9]{0,2})[、．](?=\D)")
_DASHES = frozenset("-–—")


def bullet(text: str) -> re.Match[str] | None:
    """Return the match of the bullet or dash that begins a text; its end is where the words begin."""
    return _BULLET.match(text)


def number(text: str) -> tuple[int, int] | None:
    """Return the number that begins a text as that of a list item ("3. ", "3) ", "(3) ") and where the words begin."""
    m = _NUMBER.match(text)
    return (int(m[1] or m[2] or m[3]), m.end()) if m else None


def is_dash(text: str) -> bool:
    """Tell whether the mark is a dash, which in many languages opens speech too."""
    return text[0] in _DASHES


def is_item(text: str) -> bool:
    """Tell whether a text begins as the item of a list."""
    return bullet(text) is not None or number(text) is not None
