"""The language of an article: what it says of itself, else the one whose small words it uses."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsmodel._model import Article
from newsmodel._quotes._data import data_text

__all__ = ["language_of"]

_WORD: Final = re.compile(r"[^\W\d_]+")
_ENOUGH: Final = 4_000  # code points that are looked at


@cache
def _small_words() -> dict[str, tuple[str, ...]]:
    """Return word -> the languages that use it all the time."""
    text = data_text("small-words.txt") or ""
    found: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            code, _, words = line.partition(":")
            for word in words.split():
                found[word] = (*found.get(word, ()), code)
    return found


def language_of(article: Article, texts: list[str]) -> str:
    """Return the two letters of the article's language: its own word for it, else a guess; "" when there is none."""
    if article.language:
        return article.language.replace("_", "-").partition("-")[0].lower()
    small = _small_words()
    votes: dict[str, float] = {}
    seen = 0
    for text in texts:
        for word in [w for w in _WORD.findall(text[: _ENOUGH - seen].lower()) if w in small]:
            codes = small[word]
            for code in codes:
                votes[code] = votes.get(code, 0.0) + 1 / len(codes)
        seen += len(text)
        if seen >= _ENOUGH:
            break
    return max(votes, key=lambda c: votes[c]) if votes else ""
