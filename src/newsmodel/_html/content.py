"""The body of the article: which lines of a page are it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from attrs import frozen

from newsmodel._html.blocks import sections
from newsmodel._html.flow import flat
from newsmodel._html.judge import Verdict, judge
from newsmodel._html.metadata import Metadata
from newsmodel._html.page import Box, Page
from newsmodel._html.region import find_region
from newsmodel._model import Furniture, Notice, Section

__all__ = ["Content", "read"]


@frozen(kw_only=True)
class Content:
    """The body of an article and what stood within it."""

    sections: tuple[Section, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    notices: tuple[Notice, ...] = ()


def read(page: Page, metadata: Metadata) -> Content:
    """Return the body of a page."""
    region = find_region(page)
    verdicts = judge(page, region, metadata)
    return Content(sections=tuple(sections(verdicts, region, page.base)), furniture=tuple(_furniture(verdicts)))


def _furniture(verdicts: list[Verdict]) -> Iterator[Furniture]:
    """Yield what stands within the article's span and is not the article: one Furniture a box."""
    for (kind, _), group in groupby(
        (v for v in verdicts if v.role == "furniture" and v.line.text), key=lambda v: (v.kind, _holder(v.line.box))
    ):
        yield Furniture(kind, "\n".join(flat(v.line) for v in group))


def _holder(box: Box) -> Box | None:
    """Return the box that the lines of one piece of furniture share."""
    return box.parent if box.tag in ("p", "li", "h2", "h3", "h4", "a") else box
