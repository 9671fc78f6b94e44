"""The article, and what stands beside its body."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

import attrs
from attrs import field, frozen

from newsmodel import _checks as check
from newsmodel._model.blocks import Figure, Section
from newsmodel._model.entities import Entity, Organization, Person
from newsmodel._model.node import Node
from newsmodel._model.references import all_paragraphs, place_of, references
from newsmodel._model.shown import counts, short, summary
from newsmodel._model.text import Mention, Paragraph, Quote

__all__ = ["Access", "Article", "Furniture", "Moment", "Notice"]

Moment: TypeAlias = datetime | date
"""A point in time as well as it is known: an aware datetime, or a plain date when only the day is known."""


class Access(StrEnum):
    """Whether the publisher says that everyone may read the article (schema.org ``isAccessibleForFree``)."""

    FREE = "free"
    LIMITED = "limited"


@frozen
class Furniture(Node):
    """What the source carried within the article that is not the article."""

    kind: str
    """What it is, a word in lower case: ``related``, ``share``, ``newsletter``, ``comments``, ... ``other``."""

    text: str
    """Its text, as read."""

    def __attrs_post_init__(self) -> None:
        check.text(self.kind, "$.kind")
        check.text(self.text, "$.text")


@frozen
class Notice(Node):
    """Why something is missing or doubtful."""

    code: str
    """A stable word for programs: ``no-body``, ``looks-truncated``, ``date-in-future-refused``, ..."""

    message: str
    """A sentence for people."""

    def __attrs_post_init__(self) -> None:
        check.text(self.code, "$.code")
        check.text(self.message, "$.message")


@frozen(kw_only=True)
class Article(Node):
    """A news article.

    Every person and organization that a quote, a mention or an affiliation names stands in `people` or
    `organizations`, where ids are unique. Authors and the publisher may stand there too, and are then the same.
    """

    headline: str | None = None
    """The headline as printed, without the name of the site."""

    kicker: str | None = None
    """The short label printed above the headline."""

    standfirst: str | None = None
    """The introduction printed below the headline, before the body; not part of `text`."""

    byline: str | None = None
    """The line that names the authors, as printed."""

    authors: tuple[Entity, ...] = ()
    """Who wrote it, in the order printed."""

    publisher: Organization | None = None
    """Who published it."""

    published: Moment | None = field(default=None, converter=check.fixed_offset)
    """When it was first published; a datetime is aware."""

    modified: Moment | None = field(default=None, converter=check.fixed_offset)
    """When it was last changed; a datetime is aware."""

    dateline: str | None = None
    """Place, agency and date as printed before the first sentence ("BAGHDAD (Reuters)"), without the dash."""

    description: str | None = None
    """What the page's metadata says that the article is about; not printed."""

    section_label: str | None = None
    """The department it is filed under ("World", "Sport"); schema.org ``articleSection``."""

    language: str | None = None
    """BCP 47 tag of the language ("en", "pt-BR")."""

    url: str | None = None
    """Where it was read, as the caller said."""

    canonical_url: str | None = None
    """The address that the page itself gives as its own."""

    tags: tuple[str, ...] = ()
    """Keywords that the publisher gave."""

    access: Access | None = None
    """Whether the publisher says that all may read it; None when it says nothing."""

    lead_image: Figure | None = None
    """The picture that stands for the article."""

    sections: tuple[Section, ...] = ()
    """The body."""

    people: tuple[Person, ...] = ()
    """The people named in it, in order of first mention."""

    organizations: tuple[Organization, ...] = ()
    """The organizations named in it, in order of first mention."""

    furniture: tuple[Furniture, ...] = ()
    """What the source carried within the article that is not the article."""

    notices: tuple[Notice, ...] = ()
    """Why something is missing or doubtful."""

    def __attrs_post_init__(self) -> None:
        for name in _ARTICLE_TEXTS:
            value = getattr(self, name)
            if value is not None:
                check.text(value, f"$.{name}")
        check.items(self.authors, (Person, Organization), "$.authors")
        check.kind(self.publisher, Organization, "$.publisher")
        check.moment(self.published, "$.published")
        check.moment(self.modified, "$.modified")
        check.texts(self.tags, "$.tags")
        check.kind(self.access, Access, "$.access")
        check.kind(self.lead_image, Figure, "$.lead_image")
        for name, cls in _ARTICLE_TUPLES:
            check.items(getattr(self, name), cls, f"$.{name}")
        self._check_entities()

    def _check_entities(self) -> None:
        """Require unique ids, and that whoever is referred to stands in the tables."""
        known: dict[str, Entity] = {}
        tables: tuple[tuple[str, tuple[Entity, ...]], ...] = (
            ("people", self.people),
            ("organizations", self.organizations),
        )
        for table, entities in tables:
            for i, entity in enumerate(entities):
                if entity.id in known:
                    check.fail("an id that no other entity has", entity.id, f"$.{table}[{i}].id")
                known[entity.id] = entity

        for referred in references(self, known):
            if (found := known.get(referred.id)) is not referred and found != referred:
                check.fail("an entity of the article's tables", referred.name, place_of(self, referred))

    @property
    def text(self) -> str:
        """The body as read: headings and the text of the blocks, blank lines between; no captions, no pull quotes."""
        return "\n\n".join(filter(None, (s.text for s in self.sections)))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph of `text` in reading order, those of lists and block quotes too."""
        return tuple(p for s in self.sections for p in s.paragraphs)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Every quote in reading order, those in captions too."""
        return tuple(q for p in all_paragraphs(self) for q in p.quotes)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention in reading order, those in captions too."""
        return tuple(m for p in all_paragraphs(self) for m in p.mentions)

    def view(self) -> str:
        """Return the picture of the article, one self-contained HTML page; see `newsmodel.view`."""
        from newsmodel._view import view

        return view(self)

    def _repr_html_(self) -> str:
        from newsmodel._view import fragment

        return fragment(self)

    def __repr__(self) -> str:
        found = counts(self, "sections", "paragraphs", "quotes", "people", "organizations")
        return f"Article({short(self.headline)}{found})"

    def __str__(self) -> str:
        return "\n".join(summary(self))


_ARTICLE_TEXTS = (
    "headline", "kicker", "standfirst", "byline", "dateline", "description",
    "section_label", "language", "url", "canonical_url",
)  # fmt: skip
_ARTICLE_TUPLES = (
    ("sections", Section),
    ("people", Person),
    ("organizations", Organization),
    ("furniture", Furniture),
    ("notices", Notice),
)

attrs.resolve_types(Article, globals())
