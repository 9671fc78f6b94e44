"""Which of the names in a phrase it is about: not the owner in "Smith's lawyer", nor the "for" of an aide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsmodel._model import Entity, Mention, Organization, Person
from newsmodel._quotes import _flags as f
from newsmodel._quotes._phrases import Range
from newsmodel._quotes._tokens import NAME, WORD, Tokens

__all__ = ["head_of", "is_office", "name_in"]

_OFFICES: Final = f.PERSON | f.TITLE
_OWNERS: Final = f.PERSON | f.TITLE | f.ORG | f.PREP | f.DET | f.CONJ
_POSSESSIVE: Final = re.compile(r"['’]s?(?=\s)")
_SPOKES: Final = re.compile(r"spokes|sprecher|porte-parole|portavoz|portavoce|porta-voz|woordvoerder")


def head_of(t: Tokens, words: Range, named: Sequence[Mention]) -> Entity | None:
    """Return the entity that a phrase is about: not the owner in "Smith's lawyer", nor the "for" of an aide."""
    for mention in named:
        if not _modifies(t, words, mention):
            return mention.entity
    for mention in reversed(named):
        if isinstance(mention.entity, Organization) and _speaks_for(t, words):
            return mention.entity
    return None


def _modifies(t: Tokens, words: Range, mention: Mention) -> bool:
    """Return whether a name only tells more of the one who speaks: an owner, an employer, whom they speak for."""
    span = mention.span
    if span.start <= t.starts[words[0]] and span.end >= t.end(words[1] - 1):
        return False  # the phrase is the name, as most are
    before, after = t.find(span.start), t.find(span.end - 1) + 1
    heads = [k for k in range(words[0], before) if t.bits[k] & f.PERSON]
    if heads and any(t.has(k, f.PREP) for k in range(heads[0], before)):
        return not _bears_office(t, heads[0], before, mention)
    if after >= words[1] or t.has(after, f.CONJ | f.PREP):
        return False
    return (
        _POSSESSIVE.match(t.text, span.end) is not None
        or t.kinds[words[1] - 1] == NAME
        or t.has(words[1] - 1, f.PERSON)
    )


def _bears_office(t: Tokens, first: int, before: int, mention: Mention) -> bool:
    """Return whether a name stands behind an office and its field, no owner: "Secretary of State Ann Lee"."""
    person, start = mention.entity, t.starts[first]
    if not isinstance(person, Person):
        return False
    if person.title and t.text[start : mention.span.start].strip() == person.title:
        return True
    if t.kinds[first] == t.kinds[before - 1] == NAME and t.among(first + 1, "attaching") and before == first + 3:
        return True  # "Superintendent of Police Ann Lee"
    if t.has(before - 1, _OWNERS):
        return False
    return t.kinds[before - 1] == NAME or (t.kinds[before - 1] == WORD and t.language.subject_after)


def is_office(t: Tokens, words: Range) -> bool:
    """Return whether a phrase holds an office and no name: what names took for one is the office."""
    named = False
    for k in range(*words):
        if t.kinds[k] == NAME:
            named = True
            if not t.bits[k] & _OFFICES:
                return False
    return named


def _speaks_for(t: Tokens, words: Range) -> bool:
    return any(_SPOKES.search(t.lows[k]) for k in range(*words))


def name_in(t: Tokens, words: Range) -> Range | None:
    """Return the last run of capitalised words before the first preposition of a phrase."""
    end = words[1]
    for k in range(words[0] + 1, words[1]):
        if t.bits[k] & f.PREP and t.kinds[k] != NAME:
            end = k
            break
    while end > words[0] and (t.kinds[end - 1] != NAME):
        end -= 1
    first = end
    while first > words[0] and t.kinds[first - 1] == NAME and not t.lows[first - 1].endswith(("'s", "’s")):
        first -= 1
    while first < end - 1 and t.has(first, f.TITLE | f.TIME | f.PERSON):
        first += 1
    return (first, end) if first < end else None
