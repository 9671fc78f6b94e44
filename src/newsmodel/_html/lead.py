"""The picture at the head of an article: what is written about it stands above the text, outside its boxes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import attrs

from newsmodel._html.credits import ends_in_credit
from newsmodel._html.figures import figure
from newsmodel._html.page import Line, Page
from newsmodel._html.region import Region
from newsmodel._html.verdict import MEDIA, Verdict
from newsmodel._model import Figure

__all__ = ["lead_figure", "with_caption"]

# So many lines above the text the picture may stand, and its caption has no more lines than this.
_REACH, _MOST = 24, 3
_OPEN = frozenset({None, "video", "gallery"})  # kinds of boxes of pictures
_LONGEST = 600  # characters of a caption


def lead_figure(page: Page, region: Region, told: Sequence[Verdict]) -> Figure | None:
    """Return the last picture above the text that has a caption, which stands right below it."""
    start = region.box.start  # key points may stand above the picture
    first = next((v.line.index for v in told if v.role != "furniture" and v.line.index >= start), 0)
    lines = page.lines
    for at in range(first - 1, max(-1, first - _REACH), -1):
        if not lines[at].text and lines[at].tag in MEDIA:
            below = takewhile(lambda x: _is_caption(x, page, region), lines[at + 1 : min(first, at + 1 + _MOST)])
            if captions := list(below):
                return figure([lines[at]], captions, page.base)
    return None


def _is_caption(line: Line, page: Page, region: Region) -> bool:
    """Tell whether a line is a caption by the name of its box, or by a box that holds it, a picture and no more."""
    if not line.text or len(line.text) > _LONGEST or 2 * line.linked >= len(line.text):
        return False
    kind = region.kinds[line.box]
    if kind == "caption" or kind not in _OPEN:
        return kind == "caption"
    if page.lines[line.index - 1].tag not in MEDIA and page.lines[line.index - 2].tag not in MEDIA:
        return False
    if ends_in_credit(line.text):
        return True
    box = line.box if line.box.start < line.index else line.box.parent
    return box is not None and line.index - _MOST <= box.start < line.index and box.end <= line.index + 2


def with_caption(declared: Figure | None, shown: Figure | None) -> Figure | None:
    """Return the picture that a page declares, with what is written about the one that it shows."""
    if declared is None or shown is None:
        return declared or shown
    if declared.caption is not None or shown.caption is None:
        return declared
    return attrs.evolve(declared, caption=shown.caption, credit=declared.credit or shown.credit)
