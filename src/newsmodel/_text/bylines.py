"""The line that names the authors."""

from __future__ import annotations

import re

from newsmodel import _byline
from newsmodel._byline.words import world
from newsmodel._model import Entity, Person
from newsmodel._text import shape

__all__ = ["authors"]

_LONGEST = 160
_UNINTRODUCED = 80
_DIGIT = re.compile(r"\d")
_PARTED = re.compile(r"\s*[,|/•·–—]\s*|\s+-\s+")


def authors(text: str, language: str | None, *, beside_date: bool) -> tuple[Entity, ...] | None:
    """Return the authors that a line names when it is a byline, or None; one that names nobody ("By our staff") is ().

    `beside_date` says that a date line stands next to it: there a bare name is a byline.
    """
    if len(text) > _LONGEST or text[-1] in "?!:;" or shape.in_quotes(text):
        return None
    rest = _byline.introduced(text, language)
    if rest is None:
        return _bare(text, language, beside_date=beside_date)
    if not _is_capital(rest) or _DIGIT.search(rest):
        return None
    found = _byline.read(text, language)
    if found:
        return found if all(map(_is_full_name, found)) and _mostly_names(rest) else None
    return () if all(map(_is_capital, rest.split())) and len(rest.split()) < 5 else None


def _bare(text: str, language: str | None, *, beside_date: bool) -> tuple[Entity, ...] | None:
    """Return the authors of a line without introduction: a name with a function or agency, or beside a date."""
    if len(text) > _UNINTRODUCED or _DIGIT.search(text):
        return None
    if text.lower() in world().agencies:
        return _byline.read(text, language)
    parts = _PARTED.split(text)
    known = len(parts) > 1 and any(_is_function(part) for part in parts[1:])
    if not (known or beside_date):
        return None
    found = _byline.read(text, language)
    people = [a for a in found if isinstance(a, Person)]
    return found if people and len(people) == len(found) and all(map(_is_full_name, found)) else None


def _is_function(part: str) -> bool:
    lower = part.lower()
    return lower in world().agencies or any(w.strip(".,") in world().roles for w in lower.split())


def _is_capital(text: str) -> bool:
    first = next((c for c in text if c.isalpha()), "a")
    return not first.islower()


def _is_full_name(author: Entity) -> bool:
    words = author.name.split()
    if not isinstance(author, Person):
        return _is_capital(author.name) or author.name.lower() in world().agencies
    particles = world().particles
    return (len(words) > 1 or shape.is_unspaced(author.name)) and all(
        _is_capital(w) or w.lower() in particles for w in words
    )


def _mostly_names(rest: str) -> bool:
    """Tell whether most words could be of names: a sentence that begins with "By" has small ones."""
    words = rest.split()
    small = sum(w[0].islower() for w in words)
    return small * 2 <= len(words) or len(words) <= 3
