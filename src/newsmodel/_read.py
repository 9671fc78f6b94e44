"""The three ways in: `parse`, `parse_html`, `parse_text`.

Each loads its reader when it is first called: who reads texts does not pay for pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import attrs

from newsmodel._model import Article
from newsmodel.errors import ParseError

__all__ = ["parse", "parse_html", "parse_text"]

# How a page begins: a document type, a comment, or a tag; plain text hardly ever does.
_BEGINS = re.compile(r"[\ufeff\s]*<(?:!doctype|!--|\?xml|[a-z][a-z0-9-]*[\s/>])", re.IGNORECASE)
# A page behind some stray text has one of these near its start.
_HOLDS = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>]|</(?:p|h1|div|title)>", re.IGNORECASE)
_NEAR = 4096


def parse(source: Path | bytes | str, *, annotate: bool = True) -> Article:
    """Return the Article of a page or a plain text, which are told apart by how they begin.

    A Path is read; bytes and str are content, never a path. Bytes of plain text are decoded as those of a page are:
    by their BOM, as UTF-8, or as windows-1252. Raises ParseError when the file cannot be read or the content is over
    the size cap.
    """
    if isinstance(source, Path):
        source = _content_of(source)
    if not isinstance(source, bytes | str):
        raise ParseError(f"expected a Path, bytes or str, got {type(source).__name__}")
    start = source[:_NEAR] if isinstance(source, str) else source[:_NEAR].replace(b"\0", b"").decode("utf-8", "ignore")
    if _BEGINS.match(start) or _HOLDS.search(start):
        return parse_html(source, annotate=annotate)
    if isinstance(source, str):
        return parse_text(source, annotate=annotate)
    from newsmodel._html.decode import decode

    decoded = decode(source)
    article = parse_text(decoded.data.decode(), annotate=annotate)
    return attrs.evolve(article, notices=decoded.notices + article.notices) if decoded.notices else article


def _content_of(path: Path) -> bytes:
    from newsmodel._html.decode import MAX_SIZE

    try:
        with path.open("rb") as file:
            return file.read(MAX_SIZE + 1)  # what is longer is refused: there is no need to hold it all
    except (OSError, ValueError) as e:  # ValueError: a name with a NUL
        raise ParseError(f"cannot read the file: {getattr(e, 'strerror', None) or e}", path=str(path)) from e


def parse_html(
    page: bytes | str,
    *,
    url: str | None = None,
    charset: str | None = None,
    rules: Mapping[str, Callable[..., Any]] | None = None,
    annotate: bool = True,
) -> Article:
    """Return the Article of an HTML page.

    `page` is best given as bytes: they are decoded by the HTML standard's order. `charset` is what the transport said
    (``Content-Type``), `url` where the page was read. A rule is named after a field of Article and given the page, or
    after a stage of reading, which it replaces. Raises ParseError for a page over the size cap or an unknown rule.
    """
    from newsmodel import _html

    article = _html.read(page, url=url, charset=charset, rules=rules)
    return _annotated(article) if annotate else article


def parse_text(text: str, *, annotate: bool = True) -> Article:
    """Return the Article of a plain text."""
    from newsmodel import _text

    article = _text.read(text)
    return _annotated(article) if annotate else article


def _annotated(article: Article) -> Article:
    from newsmodel._annotate import annotate

    return annotate(article)
