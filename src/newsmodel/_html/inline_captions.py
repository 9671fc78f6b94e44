"""Captions that a page writes in inline elements beside the picture: they are set apart, as others are by their box."""

from __future__ import annotations

from newsmodel._html.data import table
from newsmodel._html.names import purpose
from newsmodel._html.tree import Element

__all__ = ["part_captions"]

_INLINE = frozenset(table("elements.txt")["inline"]) | {"b", "strong"}
_BESIDE = _INLINE | {"br"}
# So many elements around a picture may end with it.
_LEVELS = 3


def part_captions(picture: Element) -> None:
    """Make blocks of the inline elements right behind a picture whose class calls them its caption."""
    el = picture
    for _ in range(_LEVELS):
        tail = el.tail
        if tail and not tail.isspace():
            return
        beside = el.getnext()
        if beside is not None:
            if beside.tag in _BESIDE:
                _part(beside)
            return
        around = el.getparent()
        if around is None:
            return
        el = around


def _part(el: Element | None) -> None:
    """Make blocks of an element and those behind it, as far as they are inline and called captions."""
    while el is not None:
        if el.tag in _INLINE and (name := el.get("class")) and (said := purpose(name)) and said[0] == "caption":
            el.tag = "div"
        elif el.tag != "br":
            return
        if el.tail and not el.tail.isspace():
            return
        el = el.getnext()
