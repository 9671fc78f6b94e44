"""People and organizations: recognition, linking, titles and affiliations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from newsmodel._language import guess
from newsmodel._model import Article, Entity, Mention, Notice, Organization, Person
from newsmodel._model.made import mention, span
from newsmodel._names._entities import entities
from newsmodel._names._find import find
from newsmodel._names._found import Found
from newsmodel._names._glosses import glosses
from newsmodel._names._trim import trim
from newsmodel._paragraphs import Placed, given_of, marked, placed, rebuilt, text_of

__all__ = ["Named", "Recognizer", "annotate", "read"]

_NOT_SUPPORTED = "names-language-not-supported"

Recognizer = Callable[[str], Iterable[tuple[int, int, str]]]
"""What finds names in a text: yields (start, end, kind) with kind ``PER`` or ``ORG``, in code points."""


class Named(NamedTuple):
    """Whom an article names: new values for its fields, and where they stand."""

    people: tuple[Person, ...]
    organizations: tuple[Organization, ...]
    authors: tuple[Entity, ...]
    publisher: Organization | None
    notices: tuple[Notice, ...]
    mentions: list[tuple[Mention, ...]]
    """The mentions of each paragraph, in order."""

    def fields(self) -> dict[str, Any]:
        """Return the new values by the fields of an article."""
        return {name: value for name, value in self._asdict().items() if name != "mentions"}


def annotate(article: Article, recognizer: Recognizer | None = None, guessed: str | None = None) -> Article:
    """Return the article with its mentions and its tables of people and organizations.

    What it had of them is replaced, and its quotes are dropped with the speakers that they name. Authors and publisher
    stay, and become the same objects as in the tables when the text names them. ``guessed`` is the language of the text
    where the article does not name it; "" when it cannot be told.
    """
    passages = list(placed(article))
    text = text_of(article, passages)
    if guessed is None and recognizer is None and not article.language:
        guessed = guess(text)
    named = read(article, passages, text, recognizer, guessed)
    new = [marked(p, (), m) for (p, _), m in zip(passages, named.mentions, strict=True)]
    return rebuilt(article, iter(new), **named.fields())


def read(
    article: Article, passages: Sequence[Placed], text: str, recognizer: Recognizer | None, guessed: str | None
) -> Named:
    """Return what an article names, given its paragraphs and all its text."""
    language = article.language or guessed or "en"
    english = language.lower().partition("-")[0] == "en"
    foreign = glosses(language)
    found = find(text, foreign, english=english) if recognizer is None else _asked(recognizer, text)
    given = given_of(article.authors, article.publisher)
    around = foreign.parted(text.replace("’", "'")) if foreign else text
    named, given_now = entities(around, found, given, foreign)
    tables = _tables([*named, *[g for g, old in zip(given_now, given, strict=True) if g is not old]])
    publisher = given_now[-1] if article.publisher else None
    return Named(
        people=tuple([e for e in tables if isinstance(e, Person)]),
        organizations=tuple([e for e in tables if isinstance(e, Organization)]),
        authors=tuple(given_now[: len(article.authors)]),
        publisher=publisher if isinstance(publisher, Organization) else None,
        notices=_noticed(article.notices, None if english or recognizer else language),
        mentions=_mentions(passages, len(article.headline or "") + len(article.standfirst or "") + 2, found, named),
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


def _mentions(
    passages: Sequence[Placed], start: int, found: list[Found], named: list[Entity]
) -> list[tuple[Mention, ...]]:
    """Return the mentions that fall into each paragraph, the first of which begins at a place of the text."""
    mentions: list[tuple[Mention, ...]] = []
    k = 0
    while k < len(found) and found[k].start < start:
        k += 1
    for paragraph, _ in passages:
        end, here = start + len(paragraph.text), []
        while k < len(found) and (name := found[k]).start < end:
            here.append(mention(span(name.start - start, name.end - start), named[k]))
            k += 1
        mentions.append(tuple(here))
        start = end + 1
    return mentions
