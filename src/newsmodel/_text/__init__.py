"""Plain text in, the structure of an Article out: one stage a file."""

from __future__ import annotations

from newsmodel._model import Article, Paragraph, Section

__all__ = ["read"]


def read(text: str) -> Article:
    """Return the structure of a plain text: no people, no quotes."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    paragraphs = tuple(Paragraph(line) for line in lines[1:])
    return Article(headline=lines[0] if lines else None, sections=(Section(paragraphs),) if paragraphs else ())
