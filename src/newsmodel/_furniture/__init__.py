"""What is not the article: words and shapes that both parsers know furniture by."""

from newsmodel._furniture.lines import is_date, kind_of
from newsmodel._furniture.words import MAX_CHARS, normalize

__all__ = ["MAX_CHARS", "is_date", "kind_of", "normalize"]
