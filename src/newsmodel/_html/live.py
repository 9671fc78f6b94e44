"""Live blogs: posts that stand one below the other, each with its time."""

from __future__ import annotations

from collections import defaultdict

from newsmodel._html.names import words
from newsmodel._html.page import Box, Page
from newsmodel._html.region import Region
from newsmodel._html.text import clean

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
    siblings: dict[tuple[Box | None, str, tuple[str, ...]], dict[Box, str]] = defaultdict(dict)
    for el, index in page.times:
        said = clean("".join(str(t) for t in el.itertext()))
        for box in _around(page, index):
            if box in region.around:
                break
            alike = siblings[box.parent, box.tag, words(box.el.get("class") or "")]
            alike.setdefault(box, said)
    found = max(siblings.values(), key=len, default={})
    return Posts(found if len(found) >= _FEWEST else {})


def _around(page: Page, index: int) -> list[Box]:
    """Return the boxes around the place before a line, from the inside out."""
    if index >= len(page.lines):
        return []
    return list(page.lines[index].box.up())
