"""People, organizations and quotes of an article: names first, because quotes need to know who could speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsmodel import _names, _quotes

if TYPE_CHECKING:
    from newsmodel._model import Article
    from newsmodel._names import Recognizer
    from newsmodel._quotes import Parser

__all__ = ["annotate"]


def annotate(article: Article, *, recognizer: Recognizer | None = None, clauses: Parser | None = None) -> Article:
    """Return the article with people, organizations and quotes found anew from its text.

    Pure and idempotent: annotations that the article has are replaced; nothing else changes. ``recognizer`` finds names
    in the place of the one that comes with the package. ``clauses`` is a dependency parser, such as a spaCy pipeline,
    that reads reported speech in sentences with a cue and no quoted words.
    """
    return _quotes.annotate(_names.annotate(article, recognizer), clauses)
