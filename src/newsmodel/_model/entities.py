"""Who can speak, be mentioned, or write."""

from __future__ import annotations

from typing import TypeAlias

import attrs
from attrs import Factory, field, frozen

from newsmodel import _checks as check
from newsmodel._model.node import Node
from newsmodel._slug import slug

__all__ = ["Entity", "Organization", "Person"]


@frozen(kw_only=True)
class Organization(Node):
    """A company, party, agency, team, band or other body that has a name."""

    name: str
    """The fullest form of the name in the article."""

    aliases: tuple[str, ...] = ()
    """Its other names in the article: acronym, short form, other name; without `name` itself."""

    id: str = field(
        default=Factory(lambda self: slug(self.name) if isinstance(self.name, str) else "x", takes_self=True)
    )
    """Readable id, unique among the people and organizations of an article; the slug of `name` unless given."""

    def __attrs_post_init__(self) -> None:
        check.text(self.name, "$.name")
        check.texts(self.aliases, "$.aliases")
        check.text(self.id, "$.id")


@frozen(kw_only=True)
class Person(Node):
    """A human being who has a name."""

    name: str
    """The fullest form of the name in the article, without title."""

    title: str | None = None
    """Title, office or function as written ("Prime Minister"); None when the article gives none."""

    affiliation: Organization | None = None
    """The body that the article says the person belongs to or speaks for; None when it says nothing."""

    aliases: tuple[str, ...] = ()
    """Other names in the article: family name alone, nickname, other spelling; without `name` itself."""

    id: str = field(
        default=Factory(lambda self: slug(self.name) if isinstance(self.name, str) else "x", takes_self=True)
    )
    """Readable id, unique among the people and organizations of an article; the slug of `name` unless given."""

    def __attrs_post_init__(self) -> None:
        check.text(self.name, "$.name")
        check.optional_text(self.title, "$.title")
        check.kind(self.affiliation, Organization, "$.affiliation")
        check.texts(self.aliases, "$.aliases")
        check.text(self.id, "$.id")


Entity: TypeAlias = Person | Organization
"""Who can speak, be mentioned, or write: a person or an organization."""


attrs.resolve_types(Person, globals())
