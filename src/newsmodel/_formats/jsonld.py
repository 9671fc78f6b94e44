"""JSON-LD: the article as a schema.org NewsArticle, for search engines and for whoever reads their language.

Terms are those of https://schema.org/NewsArticle. The paragraphs stand in ``articleBody``, blank lines between;
``hasPart`` tells which of them are headings, and lists the quotes with who said them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

import attrs

from newsmodel._formats._jsonld_read import read
from newsmodel._formats._jsonld_write import document, paragraph, tidy
from newsmodel._formats._markup import safe_url
from newsmodel._formats._outline import outline, sections
from newsmodel._model import Article, Figure, Paragraph

__all__ = ["keeps", "project", "read", "write"]

_EXACT = (
    "headline", "kicker", "standfirst", "byline", "authors", "publisher", "published", "modified", "dateline",
    "description", "section_label", "language", "tags", "access", "people", "organizations",
)  # fmt: skip
keeps: Mapping[str, str] = {
    **dict.fromkeys(_EXACT, "exactly"),
    "url": "unless its scheme is unsafe",
    "canonical_url": "unless its scheme is unsafe",
    "lead_image": "without what is marked in its caption",
    "headings": "as plain text",
    "paragraphs": "without blank lines inside; items, quotations and rows of tables are paragraphs",
    "quotes": "text, spans and kind, where the text of the paragraph is kept as it is",
    "speakers": "of the quotes that are kept",
}


def project(article: Article) -> Article:
    """Return the article with what schema.org can hold: the body as headings and paragraphs with quotes."""
    return attrs.evolve(
        article,
        url=_safe(article.url),
        canonical_url=_safe(article.canonical_url),
        lead_image=_figure(article.lead_image),
        sections=sections(outline(article, tidy, paragraph)),
        furniture=(),
        notices=(),
    )


def _safe(url: str | None) -> str | None:
    return url if url and safe_url(url) else None


def _figure(figure: Figure | None) -> Figure | None:
    if figure is None:
        return None
    caption = Paragraph(figure.caption.text) if figure.caption else None
    return attrs.evolve(figure, url=_safe(figure.url), caption=caption)


def write(article: Article) -> str:
    """Return the article as a JSON-LD document."""
    return json.dumps(document(article), ensure_ascii=False, indent=1) + "\n"
