"""What stands above the region and belongs to the text: key points, and passages in boxes like those of the text."""

from __future__ import annotations

from newsmodel._furniture import kind_of
from newsmodel._html.flow import flat
from newsmodel._html.page import Box, Line, Page
from newsmodel._html.region import Region, length
from newsmodel._html.trunk import GROUPS
from newsmodel._html.verdict import PASSAGE, Verdict

__all__ = ["opening"]

# So many lines above the region the text may begin.
_REACH = 16
# A shorter item is a label, a longer one a paragraph.
_SHORTEST, _LONGEST = 40, 300
_FEWEST, _MOST = 2, 8


def opening(page: Page, region: Region, told: list[Verdict], standfirst: str | None) -> list[Verdict]:
    """Return the lines between headline and text that belong to what is told below."""
    if not told:
        return []
    above: list[Line] = []
    first = max(region.box.start, told[0].line.index)
    for line in page.lines[max(0, first - _REACH) : first]:
        if line.tag == "h1":
            above = []
        elif line.text and not line.linked:
            above.append(line)
    if not above:
        return []
    outside = [x for x in above if x.index < region.box.start]
    found = _key_points(above, page, region, first) + _passages(outside, region, told)
    found.sort(key=lambda x: x.index)
    return [Verdict(x, "text") for x in found if flat(x) != standfirst]


def _key_points(above: list[Line], page: Page, region: Region, before: int) -> list[Line]:
    """Return the items of a list of sentences, in a box of its own."""
    first = next((x for x in above if x.tag == "li" and length(x.text) > _SHORTEST), None)
    group = next((b for b in first.box.up() if b.tag in GROUPS), None) if first is not None else None
    if group is None or group.end > before or region.kinds[group]:
        return []
    items = page.lines[group.start : group.end]
    are_points = all(
        x.tag == "li" and not x.linked and _SHORTEST < length(x.text) < _LONGEST and not kind_of(flat(x)) for x in items
    )
    return items if are_points and _FEWEST <= len(items) <= _MOST else []


def _passages(above: list[Line], region: Region, told: list[Verdict]) -> list[Line]:
    """Return the passages that stand in boxes of the class that the paragraphs of the region have."""
    passages = [x for x in above if x.tag == "p" and region.weights[x.index] > PASSAGE and not region.kinds[x.box]]
    if not passages:
        return []
    classes = {_class_around(v.line.box) for v in told if v.role == "text" and v.line.tag == "p"} - {None}
    return [x for x in passages if _class_around(x.box) in classes]


def _class_around(box: Box) -> str | None:
    """Return the class of what stands around a box."""
    return box.parent.el.get("class") if box.parent is not None else None
