"""Strategies for the nodes of the model."""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from newsmodel._model import (
    Access,
    Article,
    Entity,
    Furniture,
    Notice,
    Organization,
    Paragraph,
    Person,
    Quote,
    Section,
)
from newsmodel.strategies import _parts, _samples
from newsmodel.strategies._draft import Cast, Part, Whole, body, written
from newsmodel.strategies._texts import Mode, chosen, moments, texts, urls, veiled


def people(mode: Mode = "mixed", *, xml: bool = False) -> SearchStrategy[Person]:
    """Return a strategy for people, some with titles, affiliations, other names and ids of their own."""
    return _parts.people(mode, xml=xml)


def organizations(mode: Mode = "mixed", *, xml: bool = False) -> SearchStrategy[Organization]:
    """Return a strategy for organizations, some with other names and ids of their own."""
    return _parts.organizations(mode, xml=xml)


def quotes(mode: Mode = "mixed", *, xml: bool = False) -> SearchStrategy[Quote]:
    """Return a strategy for quotes of one or two pieces, direct, mixed and indirect; offsets fit some paragraph."""
    return _quotes(mode, xml=xml)


def paragraphs(mode: Mode = "mixed", *, xml: bool = False) -> SearchStrategy[Paragraph]:
    """Return a strategy for paragraphs with quotes that may nest and overlap, mentions and links."""
    return _paragraphs(mode, xml=xml)


def sections(mode: Mode = "mixed", *, xml: bool = False) -> SearchStrategy[Section]:
    """Return a strategy for sections of all kinds of blocks."""
    return _sections(mode, xml=xml)


def articles(
    mode: Mode = "mixed",
    *,
    xml: bool = False,
    min_parts: int = 0,
    max_parts: int = 12,
    people: SearchStrategy[Entity] | None = None,
) -> SearchStrategy[Article]:
    """Return a strategy for articles in which every field of the model occurs.

    The body is built of ``min_parts`` to ``max_parts`` parts: words, speech, names, links, and the breaks that begin
    paragraphs, items, figures and sections. ``people`` gives those who speak and are named (people or organizations).
    """
    who = _parts.entities(mode, xml=xml) if people is None else veiled(people)
    return _articles(mode, who, min_parts, max_parts, xml=xml)


@cache
def _quotes(mode: Mode, *, xml: bool) -> SearchStrategy[Quote]:
    @st.composite
    def draw_quote(draw: st.DrawFn) -> Quote:
        return next(p for _, p in written([draw(speech)], Cast()) if p is not None).quotes[0]

    speech = _parts.speech(mode, _parts.entities(mode, xml=xml), xml=xml)
    return draw_quote()


@cache
def _paragraphs(mode: Mode, *, xml: bool) -> SearchStrategy[Paragraph]:
    @st.composite
    def draw_paragraph(draw: st.DrawFn) -> Paragraph:
        rows = written([draw(first), *draw(rest)], Cast())
        return next(p for _, p in rows if p is not None)

    inline = _parts.inline(mode, _parts.entities(mode, xml=xml), xml=xml)
    first = st.builds(_parts.Words, texts(mode, xml=xml)) | _parts.speech(mode, _parts.entities(mode, xml=xml), xml=xml)
    rest = st.lists(inline, max_size=5)
    return draw_paragraph()


@cache
def _sections(mode: Mode, *, xml: bool) -> SearchStrategy[Section]:
    @st.composite
    def draw_section(draw: st.DrawFn) -> Section:
        made = body(written([draw(head), *draw(parts)], Cast()))
        return made[0] if made else Section()

    head = _parts.heads(mode, xml=xml)
    inline = _parts.inline(mode, _parts.entities(mode, xml=xml), xml=xml)
    parts = st.lists(inline | _parts.breaks(mode, xml=xml), max_size=8)
    return draw_section()


@cache
def _articles(
    mode: Mode, who: SearchStrategy[Entity], min_parts: int, max_parts: int, *, xml: bool
) -> SearchStrategy[Article]:
    @st.composite
    def draw_article(draw: st.DrawFn) -> Article:
        drawn = draw(header)
        return assemble(drawn, draw(parts), draw(others))

    inline = _parts.inline(mode, who, xml=xml)
    part = st.one_of(inline, inline, inline, _parts.breaks(mode, xml=xml), _parts.heads(mode, xml=xml))
    parts = st.lists(part, min_size=min_parts, max_size=max_parts)
    others = st.lists(who, max_size=1)
    header = _headers(mode, who, xml=xml)
    return draw_article()


@cache
def _headers(mode: Mode, who: SearchStrategy[Entity], *, xml: bool) -> SearchStrategy[list[tuple[str, Any]]]:
    """Return a strategy for what stands above the body, as a flat list of fields with values."""
    text, url = texts(mode, xml=xml), urls(mode, xml=xml)
    inline = veiled(_parts.inline(mode, who, xml=xml))
    plain_fields = ("headline", "kicker", "standfirst", "byline", "dateline", "description", "section_label")
    fields: list[tuple[str, SearchStrategy[Any]]] = [
        *((name, text) for name in plain_fields),
        ("language", chosen(_samples.LANGUAGES, mode, xml=xml)),
        ("url", url),
        ("canonical_url", url),
        ("tags", text),
        ("published", moments()),
        ("modified", moments()),
        ("access", st.sampled_from(Access)),
        ("authors", who),
        ("authors", who),
        ("publisher", veiled(_parts.organizations(mode, xml=xml))),
        ("lead_image", st.tuples(_parts.figures(mode, xml=xml), st.lists(inline, max_size=3))),
        ("furniture", st.builds(Furniture, chosen(_samples.FURNITURE, mode, xml=xml), text)),
        ("notices", st.builds(Notice, chosen(_samples.NOTICES, mode, xml=xml), text)),
    ]
    return st.lists(st.one_of([st.tuples(st.just(name), values) for name, values in fields]), max_size=8)


_MANY = ("tags", "authors", "furniture", "notices")


def assemble(header: list[tuple[str, Any]], parts: list[Part], others: list[Entity]) -> Article:
    """Return the article that these parts make; later values of a field count, fields of many values collect them."""
    cast = Cast()
    fields: dict[str, Any] = {name: tuple(v for n, v in header if n == name) for name in _MANY}
    fields |= {name: value for name, value in header if name not in _MANY}
    if "lead_image" in fields:
        figure, caption = fields["lead_image"]
        rows = written([Whole(figure), *caption], cast)
        fields["lead_image"] = attrs.evolve(figure, caption=next((p for _, p in rows if p is not None), None))
    fields["sections"] = body(written(parts, cast))
    for other in others:
        cast.tell(other)
    fields["authors"] = tuple(cast.same(a) for a in fields["authors"])
    if "publisher" in fields:
        publisher = cast.same(fields["publisher"])
        fields["publisher"] = publisher if isinstance(publisher, Organization) else None
    tabled = cast.tabled.values()
    return Article(
        people=tuple(e for e in tabled if isinstance(e, Person)),
        organizations=tuple(e for e in tabled if isinstance(e, Organization)),
        **fields,
    )
