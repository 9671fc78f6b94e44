"""The body of the article: which lines of a page are it."""

from __future__ import annotations

from attrs import frozen

from newsmodel._html.flow import flat, paragraphs
from newsmodel._html.judge import judge
from newsmodel._html.metadata import Metadata
from newsmodel._html.page import Page
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
    out = [v for v in judge(page, region, metadata) if v.role in ("text", "heading")]
    sections = []
    heading = None
    blocks = []
    level = 2
    for v in out:
        line = v.line
        if v.role == "heading":
            if blocks: sections.append(Section(tuple(blocks), heading, level))
            heading = flat(line)
            blocks = []
            level = int(line.tag[1]) if line.tag[0]=='h' and line.tag[1:].isdigit() else 2
        else:
            blocks += paragraphs(line, page.url)
    if blocks:
        sections.append(Section(tuple(blocks), heading, level))
    return Content(sections=tuple(sections))
