"""People and organizations: recognition, linking, titles and affiliations."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newsmodel._model import Article

__all__ = ["Recognizer", "annotate"]

Recognizer = Callable[[str], Iterable[tuple[int, int, str]]]
"""What finds names in a text: yields (start, end, kind) with kind ``PER`` or ``ORG``, in code points."""


def annotate(article: Article, recognizer: Recognizer | None = None) -> Article:
    """Return the article with its mentions and its tables of people and organizations."""
    return article
