"""People, organizations and quotes of an article: names first, because quotes need to know who could speak."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from newsmodel import _names, _quotes
from newsmodel._collector import paused
from newsmodel._language import guess
from newsmodel._model import Article, Block, Notice, Paragraph, Section
from newsmodel._model.references import all_paragraphs, paragraphs_of
from newsmodel._names._apply import bare
from newsmodel._names._tokens import UPPER

if TYPE_CHECKING:
    from newsmodel._names import Recognizer
    from newsmodel._quotes import Parser

__all__ = ["annotate"]

_TRUNCATED = Notice(
    "annotation-truncated", "the text is very long; people, organizations and quotes were found in its start"
)
# How much work an article may be, in units of about a microsecond: some 8,000 words of news, a sixth of a second; and
# a little more for each letter, because who brings a long text expects that it takes a while.
_MOST, _MORE = 160_000, 0.25
# A short text may be less, or one of nothing but names and quotation marks would take as long as a book. News has three
# units a letter.
_LEAST, _OF_LETTER = 80_000, 3
# What a paragraph, a line, a run of capitals (it may begin a name), a quotation mark and any other mark cost more than
# their letters.
_OF_PARAGRAPH, _OF_LINE, _OF_CAPITALS, _OF_MARK, _OF_SIGN = 50, 30, 60, 40, 1
_CAPITALS = re.compile(f"[{UPPER}]+")
_SPECIAL = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ\"'`<>"
_NO_SIGNS = bytes(i for i in range(128) if chr(i).isalnum() or chr(i).isspace())
_MARKS = re.compile("[\"'“”„‘’‚«»‹›`´「」『』<>]")


@paused
def annotate(
    article: Article, *, recognizer: Recognizer | None = None, clauses: Parser | None = None, whole: bool = False
) -> Article:
    """Return the article with people, organizations and quotes found anew from its text.

    Pure and idempotent: annotations that the article has are replaced; nothing else changes. ``recognizer`` finds names
    in the place of the one that comes with the package. ``clauses`` is a dependency parser, such as a spaCy pipeline,
    that reads reported speech in sentences with a cue and no quoted words.

    Of a text much longer than an article (some 8,000 words) only the start is read; a `Notice`
    ``annotation-truncated`` says so. With ``whole`` all of it is read, however long it takes.
    """
    start = None if whole else _start(article.sections)
    if start is None:
        read = _read(article, recognizer, clauses)
        return attrs.evolve(read, notices=_noticed(read, cut=False)) if _is_noticed(read) else read
    read = _read(attrs.evolve(article, sections=start), recognizer, clauses)
    sections = _whole(article.sections, read.sections)
    return attrs.evolve(read, sections=sections, notices=_noticed(read, cut=True))


def _read(article: Article, recognizer: Recognizer | None, clauses: Parser | None) -> Article:
    guessed = None if article.language else guess(_all_text(article)) or ""
    return _quotes.annotate(_names.annotate(article, recognizer, guessed), clauses, guessed)


def _all_text(article: Article) -> str:
    texts = [article.headline or "", article.standfirst or "", *[p.text for p in all_paragraphs(article)]]
    return "\n".join(texts)


def _start(sections: tuple[Section, ...]) -> tuple[Section, ...] | None:
    """Return the sections up to where they become too much work to annotate; None, nearly always, when they do not."""
    texts = [p.text for s in sections for b in s.blocks for p in paragraphs_of(b)]
    letters = sum(map(len, texts))
    left = min(_LEAST + _OF_LETTER * letters, _MOST + _MORE * letters)
    if _OF_PARAGRAPH * len(sections) + sum(map(_work_at_most, texts)) <= left:
        return None
    for i, section in enumerate(sections):
        left -= _OF_PARAGRAPH
        for k, block in enumerate(section.blocks):
            cost = sum([_work(p.text) for p in paragraphs_of(block)])
            if cost > left:
                part = _part(block.text, left / cost) if isinstance(block, Paragraph) else ""
                blocks = (*section.blocks[:k], *((Paragraph(part),) if part else ()))
                return (*sections[:i], attrs.evolve(section, blocks=blocks))
            left -= cost
        if left < 0:
            return sections[: i + 1] if i + 1 < len(sections) else None
    return None


def _work_at_most(text: str) -> int:
    """Return no less work than a text is, told by its letters alone: enough for all but the longest articles."""
    plain = text.encode("ascii", "ignore")
    special = len(plain) - len(plain.translate(None, _SPECIAL)) + len(text) - len(plain)
    return (
        _OF_PARAGRAPH
        + len(text)
        + _OF_LINE * (1 + text.count("\n"))
        + (_OF_CAPITALS + _OF_MARK) * special
        + _OF_SIGN * len(text)
    )


def _work(text: str) -> int:
    """Return about how much work a text is."""
    special = _OF_CAPITALS * len(_CAPITALS.findall(text)) + _OF_MARK * len(_MARKS.findall(text))
    letters = len(text) if text.isascii() else 3 * len(text.encode()) - 2 * len(text)  # words of other scripts are new
    special += _OF_SIGN * len(text.encode("ascii", "ignore").translate(None, _NO_SIGNS))
    return _OF_PARAGRAPH + letters + _OF_LINE * (1 + text.count("\n")) + special


def _part(text: str, share: float) -> str:
    """Return the start of a text, up to white space where there is any."""
    end = int(len(text) * max(share, 0.0))
    space = text.rfind(" ", max(0, end - 1000), end)
    return text[: space if space > 0 else end].rstrip()


def _whole(sections: tuple[Section, ...], read: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return all sections of an article, of which those at the start, the last perhaps in part, have been read."""
    last, done = sections[len(read) - 1], read[-1].blocks
    rest: tuple[Block, ...] = last.blocks[len(done) :]
    if done:
        cut, old = done[-1], last.blocks[len(done) - 1]
        if isinstance(cut, Paragraph) and isinstance(old, Paragraph) and cut.text != old.text:
            done = (*done[:-1], Paragraph(old.text, quotes=cut.quotes, mentions=cut.mentions, links=old.links))
    split = attrs.evolve(read[-1], blocks=(*done, *[bare(b) for b in rest]))
    after = [attrs.evolve(s, blocks=tuple([bare(b) for b in s.blocks])) for s in sections[len(read) :]]
    return (*read[:-1], split, *after)


def _is_noticed(article: Article) -> bool:
    return any(n.code == _TRUNCATED.code for n in article.notices)


def _noticed(article: Article, *, cut: bool) -> tuple[Notice, ...]:
    """Return the notices with one on what was cut, or without it; in its old place when it was there."""
    if not cut:
        return tuple(n for n in article.notices if n.code != _TRUNCATED.code)
    return article.notices if _is_noticed(article) else (*article.notices, _TRUNCATED)
