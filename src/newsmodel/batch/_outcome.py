"""What becomes of a page: a row with the columns of its article, or with the error that took its place.

Without pyarrow, so that the process of a guard starts quickly.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

from newsmodel._formats._arrow_write import Row, moment, row_of
from newsmodel._formats._registry import formats
from newsmodel._model import Article
from newsmodel._read import parse, parse_html
from newsmodel.batch._page import Failure, Page

__all__ = ["Extract", "article_of", "bare_article_of", "clean", "failure_of", "failure_row", "page_row"]

Extract: TypeAlias = Callable[[Page], Article]
"""What makes an article of a page."""


def article_of(page: Page) -> Article:
    """Return the article of a page, of a plain text, or of a document in a format: the default of `newsmodel.batch`."""
    return _article(page, annotate=True)


def bare_article_of(page: Page) -> Article:
    """Return the structure of a page or of a plain text, without people and quotes."""
    return _article(page, annotate=False)


def _article(page: Page, *, annotate: bool) -> Article:
    kind = (page.content_type or "").partition(";")[0].strip().lower()
    if kind == "text/plain":
        return parse(page.data, annotate=annotate)
    written = next((f for f in formats() if f.media_type == kind and f.name != "html"), None)
    if written is not None:
        return written.read(page.data)
    return parse_html(page.data, url=page.url, charset=page.charset, annotate=annotate)


def page_row(page: Page, extract: Extract) -> Row:
    """Return the row of a page; what `extract` raises becomes an error row, but for MemoryError."""
    try:
        row = row_of(extract(page))
    except MemoryError:
        raise
    except (Exception, SystemExit) as e:  # noqa: BLE001 - whatever it is, it costs this page only
        return failure_row(failure_of(page, type(e).__name__, str(e)), page.retrieved)
    row["url"] = row["url"] or page.url
    _place(row, page.source, page.position, page.retrieved)
    return row


def failure_of(page: Page, error: str, message: str) -> Failure:
    """Return the failure of a page."""
    return Failure(error, message, page.url, page.source, page.position)


def failure_row(failure: Failure, retrieved: datetime | None = None) -> Row:
    """Return the row of a page that has no article."""
    row: Row = {"url": failure.url, "error": failure.error, "error_message": clean(failure.message[:1000])}
    _place(row, failure.source, failure.position, retrieved)
    return row


def _place(row: Row, source: str, position: int, retrieved: datetime | None) -> None:
    row["source"] = clean(source) or None
    row["position"] = position
    row["retrieved"] = moment(retrieved)[0]


def clean(text: str) -> str:
    """Return a text that can be encoded: names of files may hold bytes that are no text."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()
