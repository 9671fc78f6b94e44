"""The picture of an annotated article."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsmodel._model import Article

__all__ = ["fragment", "view"]


def view(article: Article) -> str:
    """Return one self-contained HTML page that shows the article."""
    return f"<!doctype html><meta charset=utf-8><title>{escape(article.headline or '')}</title>{fragment(article)}"


def fragment(article: Article) -> str:
    """Return the compact form that a notebook shows."""
    return f"<article><pre>{escape(str(article))}</pre></article>"
