"""People and organizations: recognition, linking, titles and affiliations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

import attrs

from newsmodel._language import guess
from newsmodel._model import Article, Entity, Mention, Notice, Organization, Paragraph, Person, Span
from newsmodel._model.references import all_paragraphs
from newsmodel._names._apply import rebuilt
from newsmodel._names._entities import entities
from newsmodel._names._find import find
from newsmodel._names._found import Found
from newsmodel._names._trim import trim

__all__ = ["Recognizer", "annotate"]

_NOT_SUPPORTED = "names-language-not-supported"

Recognizer = Callable[[str], Iterable[tuple[int, int, str]]]
"""What finds names in a text: yields (start, end, kind) with kind ``PER`` or ``ORG``, in code points."""


def annotate(article: Article, recognizer: Recognizer | None = None, guessed: str | None = None) -> Article:
    """Return the article with its mentions and its tables of people and organizations.

    What it had of them is replaced, and its quotes are dropped with the speakers that they name. Authors and publisher
    stay, and become the same objects as in the tables when the text names them. ``guessed`` is the language of the text
    where the article does not name it; "" when it cannot be told.
    """
    paragraphs = list(all_paragraphs(article))
    texts = [article.headline or "", article.standfirst or "", *[p.text for p in paragraphs]]
    text = "\n".join(texts)
    starts = list(accumulate(texts, lambda at, t: at + len(t) + 1, initial=0))
    if guessed is None and recognizer is None and not article.language:
        guessed = guess(text)
    language = (article.language or guessed or "en") if recognizer is None else "en"
    english = language.lower().partition("-")[0] == "en"
    found = find(text, english=english) if recognizer is None else _asked(recognizer, text)
    given = (*article.authors, *((article.publisher,) if article.publisher else ()))
    named, given_now = entities(text, found, given)
    tables = _tables([*named, *[g for g, old in zip(given_now, given, strict=True) if g is not old]])
    image, sections = rebuilt(article, _marked(paragraphs, starts[2:], found, named))
    publisher = given_now[-1] if article.publisher else None
    return attrs.evolve(
        article,
        lead_image=image,
        sections=sections,
        people=tuple(e for e in tables if isinstance(e, Person)),
        organizations=tuple(e for e in tables if isinstance(e, Organization)),
        authors=tuple(given_now[: len(article.authors)]),
        publisher=publisher if isinstance(publisher, Organization) else None,
        notices=_noticed(article.notices, None if english else language),
    )


def _noticed(notices: tuple[Notice, ...], language: str | None) -> tuple[Notice, ...]:
    """Return the notices with one on the language, where it is not supported; in its old place when it was there."""
    if language is None:
        return tuple(n for n in notices if n.code != _NOT_SUPPORTED)
    said = f"the name model was made for English; in {language} it names fewer people and organizations"
    mine = Notice(_NOT_SUPPORTED, said)
    if any(n.code == _NOT_SUPPORTED for n in notices):
        return tuple(mine if n.code == _NOT_SUPPORTED else n for n in notices)
    return (*notices, mine)


def _asked(recognizer: Recognizer, text: str) -> list[Found]:
    """Return the names that a recognizer finds, trimmed, in order, without those that overlap or run over a line."""
    found: list[Found] = []
    for start, end, kind in sorted(recognizer(text)):
        if kind not in ("PER", "ORG") or not 0 <= start < end <= len(text) or "\n" in text[start:end]:
            continue
        name = trim(text, start, end, kind)
        if name and (not found or found[-1].end <= name.start):
            found.append(name)
    return found


def _tables(named: list[Entity]) -> list[Entity]:
    """Return each entity once, in order of first mention; a body that somebody belongs to stands there too."""
    seen: dict[str, Entity] = {}
    for entity in named:
        seen.setdefault(entity.id, entity)
    for entity in named:
        if isinstance(entity, Person) and entity.affiliation is not None:
            seen.setdefault(entity.affiliation.id, entity.affiliation)
    return list(seen.values())


def _marked(
    paragraphs: list[Paragraph], starts: list[int], found: list[Found], named: list[Entity]
) -> Iterator[Paragraph]:
    """Yield each paragraph with the mentions that fall into it, without quotes."""
    k = 0
    while k < len(found) and found[k].start < starts[0]:
        k += 1
    for paragraph, start in zip(paragraphs, starts, strict=False):
        end, mentions = start + len(paragraph.text), []
        while k < len(found) and found[k].start < end:
            mentions.append(Mention(Span(found[k].start - start, found[k].end - start), named[k]))
            k += 1
        if mentions or paragraph.mentions or paragraph.quotes:
            yield Paragraph(paragraph.text, mentions=tuple(mentions), links=paragraph.links)
        else:
            yield paragraph
