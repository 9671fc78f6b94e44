"""Live blogs: posts that stand one below the other, each with its time."""

from __future__ import annotations

from collections import defaultdict

from newsmodel._html.names import words
from newsmodel._html.page import Box, Page
from newsmodel._html.region import Region
from newsmodel._html.text import clean
from newsmodel._html.tree import Element, texts

__all__ = ["Posts", "find_posts"]

_LIVE = frozenset({"live", "liveblog", "liveticker", "ticker", "livepost", "livefeed", "livetext", "kbliveblog"})
_FEWEST = 3


class Posts:
    """The posts of a live blog, in order."""

    def __init__(self, boxes: dict[Box, str]) -> None:
        self.times = boxes
        self.at = {i: box for box in boxes for i in range(box.start, box.end)}

    def of(self, index: int) -> Box | None:
        """Return the post that a line stands in."""
        return self.at.get(index)


def find_posts(page: Page, region: Region, *, live: bool) -> Posts:
    """Return the posts of a page: boxes side by side, alike, each with a time; none where the page is no live blog."""
    if not live and not any(not _LIVE.isdisjoint(words(box.name)) for box in region.box.up()):
        return Posts({})
    siblings: dict[tuple[Box | None, str, tuple[str, ...]], dict[Box, Element]] = defaultdict(dict)
    seen = set(region.around)
    for el, index in page.times:
        box = page.lines[index].box if index < len(page.lines) else region.box
        while box not in seen and box.parent is not None:
            seen.add(box)
            siblings[box.parent, box.tag, words(box.el.get("class") or "")][box] = el
            box = box.parent
    found = max(siblings.values(), key=len, default={})
    if len(found) < _FEWEST:
        return Posts({})
    return Posts({box: clean("".join(texts(el))) for box, el in found.items()})
