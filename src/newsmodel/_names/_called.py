"""Rules for bodies that the text does not show to be any, but a word beside them, or their own letters, do."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsmodel._names._found import Found, covered, full_words, merged
from newsmodel._names._lexicon import flags, load, word_set
from newsmodel._names._runs import run_before
from newsmodel._names._tokens import ENDS, Line, Lines

__all__ = ["called", "committees", "lettered", "possessive"]

_COMMITTEE = ("Committee", "Subcommittee", "Department", "Ministry", "Commission")
_COMMITTEES = frozenset(_COMMITTEE)
_HOUSES = ("Senate ", "House ", "Commons ", "Assembly ")
_WHERE = ("in ", "near ", "in the ", "at the ")
_REACH = 90  # code points


def called(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take for a body what a noun that only bodies have stands before: "the airline Orvane"."""
    nouns = word_set("nouns of bodies")
    if nouns.isdisjoint(lines.words):
        return found
    spans = [
        (line.place(a), line.place(b - 1) + len(line.words[b - 1]))
        for line in lines
        if line.kind in ("n", "m") and not nouns.isdisjoint(line.words)
        for a, b in _called(line, nouns)
    ]
    if not spans:
        return found
    places, full, free = ({f.start: f for f in found}, full_words(found), covered(text, found))
    new: dict[int, Found] = {}
    for start, end in spans:
        there = places.get(start)
        if not any(free[start:end]) if there is None else there.end == end and _may_be_called(there, full):
            new[start] = Found(start, end, "ORG", text[start:end])
    return merged([f for f in found if f.start not in new], list(new.values()))


def _called(line: Line, nouns: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the names of a line behind such a noun, as (first token, token after the last)."""
    words = line.words
    for first, last in line.stretches:
        begin = first + (words[first - 1] in ENDS and words[first].lower() in nouns)
        if words[begin - 1].lower() not in nouns:
            continue
        b = next((b for a, b in line.cores(first, last) if a <= begin < b), 0)
        plain = set(flags(words[begin])) & set("dnptrc") or len(words[begin]) == 1
        if begin < b and words[begin][0].isupper() and not plain:
            yield begin, b


def _may_be_called(f: Found, full: set[str]) -> bool:
    """Tell whether what was taken for no body may be one: no full name, and no place or person of the text."""
    if f.kind == "PER":
        alone = " " not in f.text and f.text not in full and "g" not in flags(f.text)
        return alone or f.text in load().organizations
    return f.kind == "MISC" or (f.kind == "LOC" and f.text not in load().places)


def known(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take for a body a name of several words that a list has, whatever it was taken for: "Burger King"."""
    names = load().organizations
    return [f.of_kind("ORG") if " " in f.text and f.text in names and _may_be_known(text, f) else f for f in found]


def _may_be_known(text: str, f: Found) -> bool:
    """Tell whether a name that a list has for a body is no person's here, and no place's: "in Port Vale"."""
    if f.kind in ("ORG", "PER"):
        return f.kind == "PER" and "g" not in flags(f.text.partition(" ")[0])
    return not text.endswith(_WHERE, 0, f.start) and not _is_place(f.text)


def _is_place(name: str) -> bool:
    """Tell whether a name is also that of a place or a building: "White House"."""
    return name in load().places or name.rpartition(" ")[2] in word_set("buildings")


def lettered(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take for a body a word in capitals that was taken for a person: "PAGASA said"."""
    acronyms = {f.start for f in found if f.kind == "PER" and f.text.isupper() and _is_acronym(f.text)}
    if not acronyms:
        return found
    full = {word.upper() for word in full_words(found)}
    loud = [(line.start, line.end) for line in lines if line.kind in ("c", "s")]
    return [
        f.of_kind("ORG")
        if f.start in acronyms and f.text not in full and not any(a <= f.start < b for a, b in loud)
        else f
        for f in found
    ]


def _is_acronym(name: str) -> bool:
    """Tell whether a word in capitals is none of people's names."""
    return (
        name.isalpha() and len(name) > 3 and not set(flags(name.capitalize())) & set("gf") and name not in load().alone
    )


def possessive(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take in the ending of a body that is known with it: "Christie's", but not of a Christie of the text."""
    owners = _owners()
    if owners.isdisjoint(lines.words):
        return found
    places = {
        line.place(i): f"{line.words[i]}'s"
        for line in lines
        if not owners.isdisjoint(line.words)
        for i in line.capitals
        if line.words[i + 1] == "'s" and line.words[i] in owners
    }
    if not places:
        return found
    full = full_words(found)
    added = [Found(at, at + len(name), "ORG", name) for at, name in places.items() if name[:-2] not in full]
    longer = {f.start for f in found if f.start in places and len(f.text) > len(places[f.start])}
    added = [new for new in added if new.start not in longer and text.startswith(new.text, new.start)]
    free = covered(text, added)
    return merged([f for f in found if not any(free[f.start : f.end])], added)


@cache
def _owners() -> frozenset[str]:
    """Return the words that make a body's name with a possessive ending: "Christie"."""
    return frozenset(
        [
            name[:-2]
            for name in load().organizations
            if name.endswith("'s") and " " not in name and len(name) > len("A's")
        ]
    )


def committees(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take in all that a committee looks after: "Senate Health, Education, Labor and Pensions Committee"."""
    if _COMMITTEES.isdisjoint(lines.words):
        return found
    out: list[Found] = []
    for f in found:
        start = f.start
        if f.text.endswith(_COMMITTEE) and " and " in f.text and f.kind != "PER" and text.endswith(", ", 0, start):
            start = _cares(text, start)
            while out and out[-1].start >= start:
                out.pop()
        out.append(f if start == f.start else Found(start, f.end, "ORG", text[start : f.end]))
    return out


def _cares(text: str, start: int) -> int:
    """Return where a list begins that ends with the name at a place: with a house or behind "the"; else the place."""
    low, at = max(0, start - _REACH), start
    low = text.rfind("\n", low, start) + 1 or low
    while text.endswith(", ", low, at):
        end = at - 2
        at = run_before(text, low, end)
        if at == end:
            return start
    if text.startswith("The ", at):
        return at + len("The ")
    return at if text.startswith(_HOUSES, at) or text.endswith("the ", 0, at) else start
