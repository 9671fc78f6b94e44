"""Who wrote an article: JSON-LD, meta, and the byline that is printed at the headline, checked against one another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from newsmodel import _byline
from newsmodel._html.bios import from_bio
from newsmodel._html.byline import Printed, are_accounts, around, has_people, key, later, names_byline, signed
from newsmodel._html.byline import printed as printed_byline
from newsmodel._html.facts import Facts
from newsmodel._html.headline import Headline
from newsmodel._html.page import Line, Page
from newsmodel._html.signature import signature
from newsmodel._model import Entity, Organization, Person
from newsmodel._schema_org import Party, Story

__all__ = ["Authors", "read"]

_METAS = (
    "parsely-author", "sailthru.author", "dcsext.author", "byl", "byline", "author", "article:author", "article_author",
    "dc.creator", "dcterms.creator", "dc.contributor.author", "citation_author", "og:article:author", "og:author",
    "mediator_author", "cxenseparse:author", "cxenseparse:recs:author", "bt:author", "rbauthors", "author.name",
    "creator", "trackonomics.author",
)  # fmt: skip

_BEFORE_SITE = re.compile(r"\s[-–—|·•»]\s")
_MAX_CREDITED = 120  # characters of a line in which credits are told from names
_AROUND_SITE = " -–—|·•»:/"


class Authors(NamedTuple):
    """Who wrote an article, and the line that says so."""

    names: tuple[Entity, ...] = ()
    byline: str | None = None


def read(page: Page, facts: Facts, headline: Headline, language: str | None, site: str | None) -> Authors:
    """Return the authors of an article; the publication itself only when nobody else is named."""
    lines = around(page, headline)
    declared = _entities((s for s in facts.stories if s.is_article), language, site)
    if not (site or has_people(declared)):
        site = _rest_of_title(page, headline)
    printed = printed_byline(lines, declared, language, site)
    byline = printed.text if printed else None
    if has_people(declared):
        return Authors(_settled(declared, printed, lines), byline)
    meta = _meta(facts, language, site)
    on_page = _entities((s for s in facts.stories if not s.is_article), language, site)
    seen = printed.names if printed else ()
    if printed and printed.sure and {key(n) for n in meta} < {key(n) for n in seen}:
        meta = seen  # a field for one name holds the first of several
    names = next((names for names in (meta, seen, on_page) if has_people(names)), None)
    names = names or signed(page, headline, language, site) or later(page, headline, language, site)
    if names is None:
        first = headline.box.end if headline.box is not None else 0
        names = signature(page, lines, first, language, site, names_byline) or None
        names = names or from_bio(page, first, language, names_byline) or None
    if names is None:
        sure = seen if printed and printed.sure else ()
        names = next((names for names in (sure, declared, meta, seen, on_page) if names), ())
    return Authors(names, byline)


def _rest_of_title(page: Page, headline: Headline) -> str | None:
    """Return what the title of a page says besides the headline: the name of the site."""
    title, found, rest = (page.title or "").partition(headline.text or "\0")
    if found:
        return (title or rest).strip(_AROUND_SITE) or None
    # It may be printed with other marks than in the title.
    parts = _BEFORE_SITE.split(title)
    return parts[-1].strip(_AROUND_SITE) or None


def _settled(declared: tuple[Entity, ...], printed: Printed | None, lines: list[Line]) -> tuple[Entity, ...]:
    """Return the declared authors, or those of the byline where the two differ and the byline is sure.

    Declarations also list who edited or took the pictures; and some name the account that the story was filed under.
    """
    if printed is None or not has_people(printed.names) or not (printed.sure or are_accounts(declared)):
        return declared
    known, seen = {key(n): n for n in declared}, {key(n) for n in printed.names}
    if known.keys() < seen:
        return printed.names
    if seen < known.keys():
        text = "".join(filter(str.isalnum, " ".join(_credited(line) for line in lines).casefold()))
        return declared if any(key in text for key in known.keys() - seen) else printed.names
    return printed.names if not seen & known.keys() and are_accounts(declared) else declared


def _credited(line: Line) -> str:
    """Return what a line says of those who wrote: not of those who took the pictures."""
    return _byline.without_credits(line.text) if len(line.text) <= _MAX_CREDITED else line.text


def _entities(stories: Iterable[Story], language: str | None, site: str | None) -> tuple[Entity, ...]:
    found: dict[str, Entity] = {}
    for story in stories:
        for party in story.authors:
            names = _byline.read(party.name, language, site=site, is_organization=party.is_organization)
            for name in names:
                found.setdefault(key(name), _with_details(name, party) if len(names) == 1 else name)
        if found:
            break
    return tuple(found.values())


def _with_details(entity: Entity, party: Party) -> Entity:
    """Return a person with the office and the employer that JSON-LD tells of her."""
    if not isinstance(entity, Person) or not (party.job_title or party.affiliation):
        return entity
    employer = Organization(name=party.affiliation) if party.affiliation else entity.affiliation
    return Person(name=entity.name, title=party.job_title, affiliation=employer)


def _meta(facts: Facts, language: str | None, site: str | None) -> tuple[Entity, ...]:
    """Return the authors of the first meta name that gives a person, or else any author."""
    fallback: tuple[Entity, ...] = ()
    given = [contents for name in _METAS if (contents := facts.metas.get(name))]
    for contents in (*given, _labelled(facts)):
        found: dict[str, Entity] = {}
        for content in contents:
            for name in _byline.read(content, language, site=site):
                found.setdefault(key(name), name)
        names = tuple(found.values())
        if has_people(names):
            return names
        fallback = fallback or names
    return fallback


def _labelled(facts: Facts) -> list[str]:
    """Return what a card calls "Written by" (``twitter:label1``, ``twitter:data1``)."""
    for number in ("1", "2"):
        label = facts.first(f"twitter:label{number}")
        data = facts.first(f"twitter:data{number}")
        if label and data and _byline.introduced(f"{label} {data}") == data:
            return [data]
    return []
