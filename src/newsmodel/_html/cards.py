"""Cards that pop up over a name in a paragraph: a page hides them there until the reader points at the name."""

from __future__ import annotations

from itertools import islice

from newsmodel._html.page import Line, Page
from newsmodel._html.text import clean
from newsmodel._html.tree import Element

__all__ = ["drop_card"]

# A card holds so many links at least.
_LINKS = 2
# A paragraph with more links, or deeper ones, or more pictures side by side, has no card.
_MOST_LINKS, _LEVELS, _PICTURES = 100, 20, 10
# A paragraph with less text of its own beside the card is a card itself.
_OWN = 40


def drop_card(page: Page, picture: Line) -> None:
    """Take the text of a card out of the paragraph that it pops up in: a card has a picture, and links beside it."""
    end = min(picture.box.end, picture.index + _PICTURES)
    line = next((x for x in page.lines[picture.index + 1 : end] if x.text), None)
    if line is None or line.box is not picture.box or not _LINKS <= len(line.anchors) <= _MOST_LINKS:
        return
    inside = _links_beside(picture.el, line)
    if not inside:
        return
    start, end = min(x[0] for x in inside), max(x[1] for x in inside)
    parts = line.parts[:start] + line.parts[end:]
    text = clean("".join(parts))
    if len(text) < _OWN:
        return
    kept = [x for x in line.anchors if x[1] <= start]
    kept += [(a - end + start, b - end + start, el) for a, b, el in line.anchors if a >= end]
    line.parts, line.text, line.anchors = parts, text, tuple(kept)
    line.linked = sum(len(part) for a, b, _ in kept for part in parts[a:b])


def _links_beside(picture: Element, line: Line) -> list[tuple[int, int, Element]]:
    """Return the links that share an inline element with a picture, from the innermost that holds several."""
    outer = picture.getparent()
    around = [(x, set(islice(x[2].iterancestors(), _LEVELS))) for x in line.anchors]
    for _ in range(_LEVELS):
        if outer is None or outer is line.el:
            break
        inside = [x for x, outside in around if outer in outside]
        if len(inside) >= _LINKS:
            return inside
        outer = outer.getparent()
    return []
