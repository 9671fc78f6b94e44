"""The body of the article: which lines of a page are it."""

from __future__ import annotations

from attrs import frozen

from newsmodel._html.metadata import Metadata
from newsmodel._html.page import Page
from newsmodel._model import Furniture, Notice, Paragraph, Section

__all__ = ["Content", "read"]


@frozen(kw_only=True)
class Content:
    """The body of an article and what stood within it."""

    sections: tuple[Section, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    notices: tuple[Notice, ...] = ()


def read(page: Page, metadata: Metadata) -> Content:
    """Return the body of a page."""
    paragraphs = tuple(Paragraph(line.text.replace("\0", " ")) for line in page.lines if line.tag == "p")
    return Content(sections=(Section(paragraphs),) if paragraphs else ())
