"""The key points: a list of sentences between the headline and the first paragraph, in a box of its own."""

from __future__ import annotations

from newsmodel._furniture import kind_of
from newsmodel._html.flow import flat
from newsmodel._html.page import Box, Page
from newsmodel._html.region import Region, length
from newsmodel._html.trunk import GROUPS
from newsmodel._html.verdict import Verdict

__all__ = ["key_points"]

# So many lines above the region the list may begin.
_REACH = 16
# A shorter item is a label, a longer one a paragraph.
_SHORTEST, _LONGEST = 40, 300
_FEWEST, _MOST = 2, 8


def key_points(page: Page, region: Region) -> list[Verdict]:
    """Return the items of the list of key points above the region as text; nothing when there is none."""
    lines = page.lines
    start = region.box.start
    for i in range(start - 1, max(0, start - _REACH) - 1, -1):
        line = lines[i]
        if line.tag == "h1":
            break
        if line.tag == "li" and length(line.text) > _SHORTEST and not line.linked:
            group = next((b for b in line.box.up() if b.tag in GROUPS), None)
            if group is None or group.end > start or not _are_points(group, page, region):
                return []
            return [Verdict(item, "text") for item in lines[group.start : group.end]]
    return []


def _are_points(group: Box, page: Page, region: Region) -> bool:
    """Tell whether a list holds nothing but sentences."""
    items = page.lines[group.start : group.end]
    if not _FEWEST <= len(items) <= _MOST or region.kinds[group]:
        return False
    return all(
        x.tag == "li" and not x.linked and _SHORTEST < length(x.text) < _LONGEST and not kind_of(flat(x)) for x in items
    )
