"""The picture at the head of an article: what is written about it stands above the text, outside its boxes."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsmodel._html.figures import figure
from newsmodel._html.page import Line, Page
from newsmodel._html.region import Region
from newsmodel._html.verdict import MEDIA, Verdict
from newsmodel._model import Figure

__all__ = ["lead_figure", "with_caption"]

# So many lines above the text the picture may stand, and its caption so many below it.
_REACH, _BELOW = 24, 3
_LONGEST = 600  # characters of a caption


def lead_figure(page: Page, region: Region, told: Sequence[Verdict]) -> Figure | None:
    """Return the last picture above the text that has a caption, below the headline or right above it."""
    first = min((v.line.index for v in told if v.role != "furniture"), default=0)
    captions: list[Line] = []
    for line in reversed(page.lines[max(0, first - _REACH) : first]):
        if not line.text:
            if line.tag in MEDIA and captions and captions[-1].index - line.index <= _BELOW:
                return figure([line], captions[::-1], page.base)
            continue
        if captions and captions[-1].index - line.index > 1:
            captions.clear()
        if len(line.text) <= _LONGEST and 2 * line.linked < len(line.text) and _is_caption(line, page, region):
            captions.append(line)
    return None


def _is_caption(line: Line, page: Page, region: Region) -> bool:
    """Tell whether a line is a caption by the name of its box, or by a box that holds it, a picture and no more."""
    kind = region.kinds[line.box]
    if kind is not None or not line.index or page.lines[line.index - 1].tag not in MEDIA:
        return kind == "caption"
    box = line.box if line.box.start < line.index else line.box.parent
    return box is not None and line.index - _BELOW <= box.start < line.index and box.end <= line.index + 2


def with_caption(declared: Figure | None, shown: Figure | None) -> Figure | None:
    """Return the picture that a page declares, with what is written about the one that it shows."""
    if declared is None or shown is None:
        return declared or shown
    if declared.caption is not None or shown.caption is None:
        return declared
    return attrs.evolve(declared, caption=shown.caption, credit=declared.credit or shown.credit)
