"""The words of bylines, by language."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

__all__ = ["LONG_POST", "Words", "World", "own", "world"]

_FOLDER = Path(__file__).with_name("words")

_LONG_ENOUGH = 4  # an introduction of fewer letters ("de", "di", "av") may begin a name in another language
LONG_POST = 8  # letters of what people do, from which on no name ends so
_UNSPACED = "\u2e80"  # the first letter of the scripts of East Asia, where two are long enough


class Words(NamedTuple):
    """What the words of a byline mean in one language."""

    by: dict[str, tuple[str, ...]]
    """What introduces a name, by its first two letters, the longest first."""
    end: tuple[str, ...]
    """What begins something that is not the author, in lower case."""
    weak: tuple[str, ...]
    """Conjunctions of one letter or sign, which may also stand inside a name; blanks around them."""
    strong: tuple[str, ...]
    """The other conjunctions, blanks around them."""
    date: frozenset[str]
    """What stands before a date: "By Ida Moe on 3 May"."""
    day: frozenset[str]
    """Days of the week, and the months that stand before the day of the month: "By Ida Moe Friday, May 3"."""
    employer: tuple[str, ...]
    """What stands between a name and an employer or a place: "By Ida Moe for The Beacon", "Ida Moe in Oslo"."""
    reports: re.Pattern[str] | None
    """What names the place before the reporter, in lower case: "Aus Oslo berichtet Ida Moe"; None for many."""
    agencies_join: bool
    """Whether an agency after a name wrote too ("Von Ida Moe, dpa"), or is where she works ("By Ida Moe, Reuters")."""


class World(NamedTuple):
    """What words mean in any language."""

    roles: frozenset[str]
    posts: tuple[str, ...]
    """The long ones of them, with which compounds end: "Wirtschaftsredakteurin"."""
    staff: frozenset[str]
    """Whole bylines that name nobody: "Staff", "Redaktion"."""
    organizations: frozenset[str]
    """Words that make a name that of an organization."""
    surnames: frozenset[str]
    """Those of them that are surnames too."""
    agencies: frozenset[str]
    telling: frozenset[str]
    """Words that make a name more, or other, than that of a person; not those that are names as often: "Tim"."""
    remarks: tuple[str, ...]
    """What remarks in brackets at the end of a text end with, where names stand so, too."""
    lives: frozenset[str]
    """What begins to tell of somebody right behind the name: "Ida Moe teaches at Skovby"."""
    particles: frozenset[str]
    """Words in names of people that begin with a small letter."""


@cache
def _table(language: str) -> dict[str, list[str]]:
    file = _FOLDER / f"{language}.txt"
    if not file.is_file():
        return {}
    lines = (line.partition(":") for line in file.read_text("utf-8").splitlines())
    return {key: [word.strip() for word in words.split(",")] for key, _, words in lines}


@cache
def _languages() -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in _FOLDER.iterdir()))


@lru_cache(maxsize=256)  # it is asked for every line in which an author may be named
def own(language: str | None) -> Words:
    """Return the words for bylines in a language; its own, those of English, and the long ones of all others."""
    code = (language or "").lower().replace("_", "-").split("-")[0]
    return _words({"nb": "no", "nn": "no"}.get(code, code) if code.isalpha() else "")


@cache
def _words(code: str) -> Words:
    mine = {
        key: _table(code).get(key, []) + _table("en").get(key, []) for key in ("by", "end", "and", "date", "day", "for")
    }
    joining = dict.fromkeys(mine["and"])
    weak = [word for word in joining if len(word) == 1]
    strong = [word for word in joining if word not in weak]
    by = dict(_introductions())
    for phrase in mine["by"]:
        known = by.get(phrase[:2], ())
        if phrase not in known:
            by[phrase[:2]] = tuple(sorted((*known, phrase), key=_longest_first))
    return Words(
        by=by,
        end=tuple(dict.fromkeys(mine["end"])),
        weak=tuple(f" {word} " for word in weak),
        strong=tuple(f" {word} " for word in (*strong, *map(str.upper, strong))),
        date=frozenset(mine["date"]),
        day=frozenset(mine["day"]),
        employer=tuple(f" {word} " for word in mine["for"]),
        reports=_reports(_table(code).get("reports", [])),
        agencies_join=code not in ("", "en"),
    )


def _reports(phrases: list[str]) -> re.Pattern[str] | None:
    """Return a pattern of two words each, with a place between them."""
    pairs = [phrase.split() for phrase in phrases]
    found = "|".join(rf"{first}\s[^\d,;:.|]{{2,40}}?\s{last}\s" for first, last in pairs)
    return re.compile(found) if found else None


@cache
def _introductions() -> dict[str, tuple[str, ...]]:
    """Return what introduces a name whatever the language, by its first two letters, the longest first."""
    found: dict[str, list[str]] = {}
    long = {word for name in _languages() for word in _table(name).get("by", []) if _is_long(word)}
    for word in sorted(long, key=_longest_first):
        found.setdefault(word[:2], []).append(word)
    return {first: tuple(words) for first, words in found.items()}


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word


def _is_long(word: str) -> bool:
    return len(word) >= (2 if word[:1] >= _UNSPACED else _LONG_ENOUGH)


@cache
def world() -> World:
    """Return the words of all languages."""
    tables = [_table(name) for name in _languages()]

    def every(key: str) -> frozenset[str]:
        return frozenset(word.lower() for table in tables for word in table.get(key, []))

    phrases = (phrase for key in ("role", "staff", "org", "by", "end", "and") for phrase in every(key))
    return World(
        telling=frozenset(word for phrase in (*phrases, *_lines("agencies.txt")) for word in phrase.split())
        - every("name"),
        roles=every("role"),
        posts=tuple(sorted(role for role in every("role") if len(role) >= LONG_POST and role.isalpha())),
        staff=every("staff"),
        organizations=every("org"),
        surnames=every("surname"),
        remarks=tuple(sorted(every("remark"))),
        agencies=_lines("agencies.txt"),
        lives=every("life"),
        particles=_lines("particles.txt"),
    )


def _lines(name: str) -> frozenset[str]:
    text = Path(__file__).with_name(name).read_text("utf-8")
    return frozenset(line.lower() for line in text.splitlines())
