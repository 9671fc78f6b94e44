"""Links from the name of an author to the page about her."""

from __future__ import annotations

from newsmodel import _byline
from newsmodel._html.page import Line
from newsmodel._html.titles import pieces
from newsmodel._model import Entity, Person

__all__ = ["credited", "is_full", "linked"]

_BETWEEN = str.maketrans("?=-", "///")
_UNSPACED = "\u2e80"  # the first letter of the scripts of East Asia, where a name may have two
# Segments of the addresses that names of authors link to.
_ADDRESS = frozenset({
    "author", "authors", "autor", "autoren", "autores", "autori", "auteur", "auteurs", "autore", "by", "profile",
    "profiles", "people", "staff", "contributor", "contributors", "columnist", "columnists", "journalist",
    "journalists", "reporter", "reporters", "writer", "writers", "redakteur", "redakteure", "team", "penulis", "yazar",
    "skribent", "kolumnisten", "byline", "bylines", "bio", "person", "expert", "experts", "user", "users",
})  # fmt: skip
# Segments of the addresses at which readers come and go.
_DOORS = frozenset({
    "login", "logout", "log", "signin", "sign_in", "signout", "sign_out", "signup", "sign_up", "sign", "register",
    "registration", "account", "password", "new",
})  # fmt: skip


def linked(line: Line, language: str | None, site: str | None) -> tuple[Entity, ...]:
    """Return the authors that a line links to their pages."""
    found: dict[str, Entity] = {}
    for start, end, anchor in line.anchors:
        href = anchor.get("href")
        if "author" in (anchor.get("rel") or "") or (href and (href[:2] == "/@" or _is_persons(_segments(href)))):
            for name in _byline.read(" ".join(line.parts[start:end]), language, site=site):
                found.setdefault(name.name.casefold(), name)
    full = tuple(filter(is_full, found.values()))
    return full or tuple(name for name in found.values() if not name.name.islower())


def credited(line: Line, language: str | None, site: str | None) -> tuple[Entity, ...]:
    """Return the author whom a long line links to right behind the word that introduces her."""
    before = pieces(line)[0] + " x"
    if _byline.introduced(before, language) != "x" or "".join(line.parts[1 : line.anchors[0][0]]).strip():
        return ()
    return linked(line, language, site)


def _is_persons(segments: list[str]) -> bool:
    """Tell whether the parts of an address are those of a person's page."""
    return not _ADDRESS.isdisjoint(segments) and _DOORS.isdisjoint(segments)


def _segments(href: str | None) -> list[str]:
    """Return the parts of an address: "/author-jane?x" gives "author", "jane", "x"."""
    return href.lower().translate(_BETWEEN).split("/") if href else []


def is_full(entity: Entity) -> bool:
    """Tell whether a name is more than a word, in scripts that part words: single words are labels more often."""
    return (
        not isinstance(entity, Person) or (" " in entity.name and not entity.name.islower()) or entity.name > _UNSPACED
    )
