"""An HTML page in, the structure of an Article out: one stage a file."""

from __future__ import annotations

from lxml import html

from newsmodel._model import Article, Paragraph, Section

__all__ = ["read"]


def read(page: bytes | str, *, url: str | None = None) -> Article:
    """Return the structure of a page: no people, no quotes."""
    root = html.document_fromstring(page)
    texts = (" ".join("".join(str(t) for t in p.itertext()).split()) for p in root.iter("p"))
    paragraphs = tuple(Paragraph(t) for t in texts if t)
    return Article(url=url, sections=(Section(paragraphs),) if paragraphs else ())
