"""What type checkers infer of questions and edits; read by mypy and pyright, never run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import assert_type

from newsmodel import (
    Article,
    At,
    Entity,
    Mention,
    Node,
    Organization,
    Paragraph,
    Person,
    Quote,
    Section,
    Selection,
    at_pointer,
    by,
    of,
    replace_at,
    select,
    transform,
    walk,
    walk_at,
)


def questions(article: Article, person: Person, body: Organization) -> None:
    assert_type(select(article, Quote), Selection[Quote])
    assert_type(select(article, Quote, by(person), lambda q: q.continues), Selection[Quote])
    assert_type(article.select(Quote, by("Ilves")), Selection[Quote])
    assert_type(article.sections[0].select(Paragraph), Selection[Paragraph])
    assert_type(list(select(article, Quote)), list[Quote])
    assert_type(select(article, Section).having(Mention, of(body)), Selection[Section])
    assert_type(select(article, Paragraph).lacking(Quote, by(person)), Selection[Paragraph])
    assert_type(select(article, Quote).within(Section, lambda s: s.heading == "Costs"), Selection[Quote])
    assert_type(select(article, Quote).where(lambda q: len(q.text) > 80), Selection[Quote])
    assert_type(select(article, Quote).first(), Quote | None)
    assert_type(select(article, Section).one(), Section)
    assert_type(select(article, Section).count(), int)
    assert_type(select(article, Quote).count_by(lambda q: q.speaker), Counter[Entity | None])
    assert_type(select(article, Node), Selection[Node])


def places(article: Article) -> None:
    assert_type(select(article, Mention).at(), Iterator[At[Mention]])
    assert_type(next(select(article, Mention).at()).node, Mention)
    assert_type(next(walk_at(article)).within(Section), Section | None)
    assert_type(walk(article), Iterator[Node])
    assert_type(walk_at(article), Iterator[At[Node]])
    assert_type(at_pointer(article, "/sections/0"), Node)
    assert_type(at_pointer(article, "/sections/0", Section), Section)


def tests(person: Person) -> None:
    assert_type(by(person), Callable[[Quote], bool])
    assert_type(of("acme"), Callable[[Mention], bool])


def edits(article: Article, section: Section) -> None:
    assert_type(replace_at(article, "/sections/0", section), Article)
    assert_type(transform(article, Person, lambda p: p), Article)
    assert_type(transform(section, Quote, lambda q: q), Section)


def mistakes(article: Article) -> None:
    select(article, Mention, by("Ilves"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    select(article, Quote, lambda q: q.heading == "")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    select(article, str)  # type: ignore[type-var]  # pyright: ignore[reportArgumentType]
    select(article, Quote).within(Section, by("Ilves"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
