"""Plain text: the headline, what stands between it and the body, then headings and paragraphs, each on one line.

Blank lines tell what comes, so that nothing has to be marked: one before a paragraph (and the standfirst), two before
a heading (and the byline), three before the body. A kicker stands on the line above the headline. A text without a
headline begins with the three blank lines of its body. `parse_text` reads this layout too, as it reads any text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsmodel._formats._decode import utf8
from newsmodel._formats._outline import Line, one_line, outline, sections
from newsmodel._model import Article, Paragraph

__all__ = ["keeps", "project", "read", "write"]

_LINE = "on one line"
keeps: Mapping[str, str] = {
    "headline": _LINE,
    "kicker": "on one line, with a headline",
    "standfirst": "on one line, with a headline",
    "byline": "on one line, with a headline",
    "headings": "on one line, of one level",
    "paragraphs": "on one line; items, quotations and rows of tables are paragraphs; a dateline opens the first",
}

_ABOVE = ("headline", "kicker", "standfirst", "byline")
# How many line ends stand before what.
_PARAGRAPH, _HEADING, _BODY = 2, 3, 4


def project(article: Article) -> Article:
    """Return the article with what plain text can hold."""
    lines = _lines(article)
    texts: dict[str, Any] = {}
    if article.headline is not None:
        known = ((name, getattr(article, name)) for name in _ABOVE)
        texts = {name: one_line(text) for name, text in known if text is not None}
    return Article(**texts, sections=sections(lines))


def _lines(article: Article) -> list[Line]:
    """Return headings and paragraphs; the dateline opens the first paragraph, as in print."""
    lines = list(outline(article, one_line))
    first = next((i for i, line in enumerate(lines) if isinstance(line, Paragraph)), None)
    if article.dateline is not None and first is not None:
        lines[first] = Paragraph(f"{one_line(article.dateline)} – {_text(lines[first])}")
    return lines


def _text(line: Line) -> str:
    return line if isinstance(line, str) else line.text


def write(article: Article) -> str:
    """Return the article as plain text."""
    article = project(article)
    pieces: list[str] = []
    if article.headline is not None:
        pieces += [f"{article.kicker}\n"] if article.kicker else []
        pieces.append(article.headline)
        pieces += ["\n" * _PARAGRAPH, article.standfirst] if article.standfirst else []
        pieces += ["\n" * _HEADING, article.byline] if article.byline else []
    gap = _BODY
    for line in outline(article, str):
        pieces += ["\n" * (gap + isinstance(line, str)), _text(line)]
        gap = _PARAGRAPH
    if gap == _BODY and (article.standfirst or article.byline):
        pieces.append("\n" * (_BODY - 1))  # an empty body tells that what stands above is none
    text = "".join(pieces) + "\n"
    return f"\ufeff{text}" if text[0] == "\ufeff" else text  # the first one is taken for a byte order mark


def read(data: str | bytes) -> Article:
    """Return the article of a text in this layout; every text is in it, if only as a headline and paragraphs.

    Raises `FormatError` when the bytes are not UTF-8. What only its words tell (a byline, furniture, a list) is the
    business of `parse_text`.
    """
    blocks, trailing = _blocks(utf8(data))
    above = 0
    if blocks and blocks[0][0] < _BODY:
        body = next((i for i, (gap, _) in enumerate(blocks) if gap >= _BODY), None)
        above = body or (len(blocks) if trailing >= _BODY else 1)
    header = _header(blocks[:above])
    lines: list[Line] = []
    for i, (gap, held) in enumerate(blocks[above:]):
        is_heading = gap >= (_BODY + 1 if i == 0 and gap >= _BODY else _HEADING)
        lines.append(" ".join(held) if is_heading else Paragraph(" ".join(held)))
    return Article(**header, sections=sections(lines))


def _blocks(text: str) -> tuple[list[tuple[int, list[str]]], int]:
    """Return the stretches of lines that are not blank, each with the line ends before it, and those at the end."""
    blocks: list[tuple[int, list[str]]] = []
    gap = 0
    for line in text.split("\n"):
        words = one_line(line)
        if words and gap == 1 and blocks:
            blocks[-1][1].append(words)
        elif words:
            blocks.append((gap, [words]))
        gap = 1 if words else gap + 1
    return blocks, gap - 1


def _header(blocks: list[tuple[int, list[str]]]) -> dict[str, Any]:
    """Return what stands above the body; two lines at the top are a kicker and a headline."""
    if not blocks:
        return {}
    top = blocks[0][1]
    found: dict[str, Any] = {"headline": " ".join(top)}
    if len(top) == 2:
        found = {"kicker": top[0], "headline": top[1]}
    for gap, held in blocks[1:]:
        key = "standfirst" if gap == _PARAGRAPH else "byline"
        found[key] = " ".join([found[key], *held] if key in found else held)
    return found
