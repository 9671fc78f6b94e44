"""What a page says about its article: headline, authors, dates and the like."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from newsmodel._html import authors as _authors
from newsmodel._html import dates as _dates
from newsmodel._html import headline as _headline
from newsmodel._html import language as _language
from newsmodel._html import publisher as _publisher
from newsmodel._html import standfirst as _standfirst
from newsmodel._html import subject as _subject
from newsmodel._html.facts import gather
from newsmodel._html.page import Page
from newsmodel._model import Access, Entity, Figure, Moment, Notice, Organization

__all__ = ["Metadata", "read"]


class Metadata(NamedTuple):
    """The fields of an Article that do not come from its body; the names and meanings are those of `Article`."""

    headline: str | None = None
    kicker: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    authors: tuple[Entity, ...] = ()
    publisher: Organization | None = None
    published: Moment | None = None
    modified: Moment | None = None
    dateline: str | None = None
    description: str | None = None
    section_label: str | None = None
    language: str | None = None
    canonical_url: str | None = None
    tags: tuple[str, ...] = ()
    access: Access | None = None
    lead_image: Figure | None = None
    notices: tuple[Notice, ...] = ()
    standfirst_is_sure: bool = False
    """True when the standfirst is no part of the text, even where it stands close to it."""
    article_body: str | None = None
    """The text of the article as structured data gives it (JSON-LD ``articleBody``): one string, often cut."""
    live: bool = False
    """True when the page says that it is a live blog (JSON-LD ``LiveBlogPosting``)."""


def read(page: Page, *, now: datetime | None = None) -> Metadata:
    """Return what a page says about its article; `now` is the moment after which no date is believed."""
    facts = gather(page)
    site = _publisher.site_name(facts)
    language = _language.read(page, facts)
    headline = _headline.read(page, facts, site)
    authors = _authors.read(page, facts, headline, language, site)
    dates = _dates.read(page, facts, headline, language, now)
    description = _subject.description(facts)
    standfirst = _standfirst.read(page, headline, authors.byline, description)
    articles = [story for story in facts.stories if story.is_article]
    return Metadata(
        headline=headline.text,
        kicker=headline.kicker,
        standfirst=standfirst.text,
        standfirst_is_sure=standfirst.is_sure,
        byline=authors.byline,
        authors=authors.names,
        publisher=_publisher.read(facts),
        published=dates.published,
        modified=dates.modified,
        dateline=next((s.dateline for s in articles if s.dateline and s.dateline[0].isalpha()), None),
        description=description,
        section_label=_subject.section_label(facts),
        language=language,
        canonical_url=_subject.canonical_url(facts),
        tags=_subject.tags(facts),
        access=_subject.access(facts),
        lead_image=_subject.lead_image(facts),
        notices=dates.notices,
        article_body=next((story.body for story in articles if story.body), None),
        live=any("LiveBlogPosting" in story.types for story in articles),
    )
