"""The body of the article: which lines of a page are it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from newsmodel._furniture import kind_of
from newsmodel._html.blocks import sections
from newsmodel._html.flow import flat
from newsmodel._html.judge import judge
from newsmodel._html.lead import lead_figure
from newsmodel._html.live import find_posts
from newsmodel._html.metadata import Metadata
from newsmodel._html.page import Box, Page
from newsmodel._html.region import find_region
from newsmodel._html.scan import scan
from newsmodel._html.scripts import bodies
from newsmodel._html.tree import parse
from newsmodel._html.verdict import TALK, Verdict
from newsmodel._model import Access, Figure, Furniture, Notice, Section

__all__ = ["Content", "read"]


# A body of fewer characters is none: a teaser, a caption, a message.
_STUB = 250
# What the structured data give is trusted more when the page shows less than this share of it.
_HALF = 0.5
_TWICE = 2
_LONGER = 1.5
_PAYWALLED = 1500
_LIVE_BLOG = Notice("live-blog", "The page is a live blog: each of its posts is a section, headed by its time.")


class Content(NamedTuple):
    """The body of an article and what stood within it."""

    sections: tuple[Section, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    notices: tuple[Notice, ...] = ()
    lead: Figure | None = None
    """The picture at the head of the article, when it has a caption and stands outside the body."""


def read(page: Page, metadata: Metadata) -> Content:
    """Return the body of a page; that of its scripts when what is visible is not the article."""
    content = _visible(page, metadata)
    size = _size(content.sections)
    if size < _STUB and not page.whole and page.is_part():
        # What was taken for the frame of the page by its name may hold the article.
        whole = _visible(scan(page.root, url=page.url, whole=True, opened=page.opened), metadata)
        if _size(whole.sections) > _TWICE * size:
            content, size = whole, _size(whole.sections)
    told = len(metadata.article_body or "")
    if size < _STUB or size < _HALF * told:
        for body in bodies(page, metadata.article_body):
            found = _visible(_page_of(body, page), metadata)
            if _size(found.sections) > _TWICE * size + _STUB / 2 and not _runs_together(found, content, size):
                notice = Notice("body-from-script", "The page shows no article; the body is that of its scripts.")
                return found._replace(furniture=tuple(_instead(content, found)), notices=(notice,))
    return content._replace(notices=tuple(_doubts(content, metadata, size, told)))


def _visible(page: Page, metadata: Metadata) -> Content:
    """Return the body that the page shows."""
    region = find_region(page)
    verdicts = judge(page, region, metadata)
    posts = find_posts(page, region, live=metadata.live)
    found = tuple(sections(verdicts, region, page.base, posts))
    notices = (_LIVE_BLOG,) if posts.times and found else ()
    lead = lead_figure(page, region, verdicts)
    return Content(sections=found, furniture=tuple(_furniture(verdicts)), notices=notices, lead=lead)


def _runs_together(told: Content, shown: Content, size: int) -> bool:
    """Tell whether a body of a script has lost its paragraphs, and the page shows a long one that has them."""
    return size >= _PAYWALLED and sum(len(s.blocks) for s in told.sections) < sum(len(s.blocks) for s in shown.sections)


def _page_of(body: str, page: Page) -> Page:
    """Return HTML that a script held as a page of its own."""
    inner = scan(parse(body.encode("utf-8", "ignore")), url=page.url)
    inner.base_href = page.base_href
    return inner


def _instead(shown: Content, told: Content) -> Iterator[Furniture]:
    """Yield what the page shows where the article is that of a script: what is long and not told there."""
    known = {p.text for s in told.sections for p in s.paragraphs}
    texts = [p.text for s in shown.sections for p in s.paragraphs]
    yield from (Furniture("other", text) for text in texts if len(text) > TALK and text not in known)
    yield from (f for f in shown.furniture if len(f.text) > TALK)


def _size(found: tuple[Section, ...]) -> int:
    return sum(len(p.text) for s in found for p in s.paragraphs)


def _doubts(content: Content, metadata: Metadata, size: int, told: int) -> Iterator[Notice]:
    """Yield why the body may not be the whole article."""
    if not content.sections:
        yield Notice("no-body", "No text of an article was found on the page.")
        return
    yield from content.notices
    if told > _LONGER * size:
        yield Notice("looks-truncated", "The page's structured data hold a longer text than the page shows.")
    elif metadata.access is Access.LIMITED and size < _PAYWALLED:
        yield Notice("looks-truncated", "The article is not free, and the page shows only its beginning.")
    elif size < _PAYWALLED and any(f.kind == "paywall" for f in content.furniture):
        yield Notice("looks-truncated", "The page shows the beginning of the article and asks for a subscription.")


def _furniture(verdicts: list[Verdict]) -> Iterator[Furniture]:
    """Yield what stands within the article's span and is not the article: one Furniture a box."""
    for (kind, _), group in groupby(
        (v for v in verdicts if v.role == "furniture" and v.line.text), key=lambda v: (v.kind, _holder(v.line.box))
    ):
        text = "\n".join(flat(v.line) for v in group)
        yield Furniture(kind or kind_of(text, near=True) or "other", text)


def _holder(box: Box) -> Box | None:
    """Return the box that the lines of one piece of furniture share."""
    return box.parent if box.tag in ("p", "li", "h2", "h3", "h4", "a") else box
