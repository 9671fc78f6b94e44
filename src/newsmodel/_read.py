"""The three ways in: `parse`, `parse_html`, `parse_text`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from newsmodel import _html, _text
from newsmodel._annotate import annotate as _annotate
from newsmodel._model import Article
from newsmodel.errors import ParseError

__all__ = ["parse", "parse_html", "parse_text"]

# A document type, or a tag that begins or structures a page; looked for near the start only.
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|article|div|p|h1|script)\b", re.IGNORECASE)


def parse(source: Path | bytes | str, *, annotate: bool = True) -> Article:
    """Return the Article of a page or a plain text; a str is content, never a path."""
    if isinstance(source, Path):
        try:
            source = source.read_bytes()
        except OSError as e:
            raise ParseError(f"cannot read the file: {e.strerror or e}", path=str(source)) from e
    start = source[:4096] if isinstance(source, str) else source[:4096].replace(b"\0", b"").decode("latin-1")
    if _HTML.search(start):
        return parse_html(source, annotate=annotate)
    return parse_text(source if isinstance(source, str) else source.decode("utf-8", "replace"), annotate=annotate)


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
    article = _html.read(page, url=url, charset=charset, rules=rules)
    return _annotate(article) if annotate else article


def parse_text(text: str, *, annotate: bool = True) -> Article:
    """Return the Article of a plain text."""
    article = _text.read(text)
    return _annotate(article) if annotate else article
