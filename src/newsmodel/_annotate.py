"""People, organizations and quotes of an article: names first, because quotes need to know who could speak."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from newsmodel import _names, _quotes
from newsmodel._collector import paused
from newsmodel._language import guess
from newsmodel._model import Article, Block, Notice, Paragraph, Section
from newsmodel._model.references import paragraphs_of
from newsmodel._names._tokens import UPPER
from newsmodel._paragraphs import Placed, bare, given_of, marked, placed, rebuilt, text_of

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
    passages = list(placed(article))
    text = text_of(article, passages)
    sections = None if whole or _is_short(article, passages, text) else _start(article.sections)
    if sections is None:
        return _read(article, passages, text, recognizer, clauses, cut=False)
    start = attrs.evolve(article, sections=sections)
    passages = list(placed(start))
    read = _read(start, passages, text_of(start, passages), recognizer, clauses, cut=True)
    return attrs.evolve(read, sections=_whole(article.sections, read.sections))


def _read(
    article: Article,
    passages: list[Placed],
    text: str,
    recognizer: Recognizer | None,
    clauses: Parser | None,
    *,
    cut: bool,
) -> Article:
    guessed = None if article.language else guess(text) or ""
    named = _names.read(article, passages, text, recognizer, guessed)
    code = article.language or guessed
    given = given_of(named.authors, named.publisher)
    quoted = _quotes.read(passages, named.mentions, named.people, named.organizations, code, clauses, given)
    new = map(marked, [p for p, _ in passages], quoted.quotes, quoted.mentions)
    notices = _noticed(named.notices, cut=cut)
    return rebuilt(article, new, **{**named.fields(), "people": quoted.people, "notices": notices})


def _allowed(letters: int) -> float:
    """Return how much work an article of some letters may be."""
    return min(_LEAST + _OF_LETTER * letters, _MOST + _MORE * letters)


def _is_short(article: Article, passages: list[Placed], text: str) -> bool:
    """Return whether an article, as nearly all, is surely not too much work, told by its letters alone."""
    plain = text.encode("ascii", "ignore")
    special = len(plain) - len(plain.translate(None, _SPECIAL)) + len(text) - len(plain)
    work = _OF_PARAGRAPH * (len(article.sections) + len(passages)) + _OF_LINE * (1 + text.count("\n"))
    work += (1 + _OF_SIGN) * len(text) + (_OF_CAPITALS + _OF_MARK) * special
    body = [len(p.text) for p, block in passages if block is None or block is not article.lead_image]
    return work <= _allowed(sum(body))


def _start(sections: tuple[Section, ...]) -> tuple[Section, ...] | None:
    """Return the sections up to where they become too much work to annotate; None when they do not."""
    left = _allowed(sum([len(p.text) for s in sections for b in s.blocks for p in paragraphs_of(b)]))
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


def _noticed(notices: tuple[Notice, ...], *, cut: bool) -> tuple[Notice, ...]:
    """Return the notices with one on what was cut, or without it; in its old place when it was there."""
    if not cut:
        return tuple([n for n in notices if n.code != _TRUNCATED.code])
    return notices if any(n.code == _TRUNCATED.code for n in notices) else (*notices, _TRUNCATED)
