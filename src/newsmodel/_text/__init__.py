"""Plain text in, the structure of an Article out: one stage a file.

lines -> blocks -> top -> body (lists, headings, tail). Nothing is lost: every letter and digit of the text stands in
exactly one of kicker, headline, standfirst, byline, dateline, the sections or the furniture.
"""

from __future__ import annotations

from newsmodel import _language
from newsmodel._model import Article, Furniture
from newsmodel._text import blocks, body, lines, moments, top
from newsmodel.errors import ParseError

__all__ = ["read"]


def read(text: str) -> Article:
    """Return the structure of a plain text: no people, no quotes. Raises ParseError for what is no str."""
    if not isinstance(text, str):
        raise ParseError(f"expected a str, got {type(text).__name__}")
    split = lines.split(text)
    language = _language.guess(text)
    joined = blocks.join(split.lines)
    above = top.read(joined, language)
    below = body.read(joined, above.body, split.rest)
    furniture = tuple(Furniture(kind, line) for kind, line in (*above.furniture, *below.furniture))
    dated = moments.read([f.text for f in furniture if f.kind == "date"], language)
    return Article(
        headline=above.headline,
        kicker=above.kicker,
        standfirst=above.standfirst,
        byline=above.byline,
        authors=above.authors,
        dateline=below.dateline,
        published=dated.published,
        modified=dated.modified,
        language=language,
        sections=below.sections,
        furniture=furniture,
        notices=(*split.notices, *dated.notices),
    )
