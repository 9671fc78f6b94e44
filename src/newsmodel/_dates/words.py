"""Dates for readers: found in printed text by the names of months and by the order of numbers, in many languages.

The names stand in ``words/<language>.txt``: one line a month, then the words for the halves of the day and those that
mark a date as that of a change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from newsmodel._dates.iso import Reading, moment
from newsmodel._dates.zones import ZONE

__all__ = ["Found", "find"]

_FOLDER = Path(__file__).with_name("words")

_MAX_TEXT = 400  # characters looked at; a date line is short

# Numbers, and runs of anything else that is no separator; a dot stays with its word, for abbreviations need it.
_TOKEN = re.compile(r"\d+|[^\s\d,;:|/()\[\]\-–—·•+]+")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
# Year first: 2024-05-03, 2024/5/3, 2024年5月3日, 2024. 5. 3.
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?([-/.年년])\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)")
# Year last: 03.05.2024, 3/5/2024, 3-5-2024, 03.05.24 (with dots or slashes only).
_YEAR_LAST = re.compile(r"(?<![\d.])(\d{1,2})(\.\s?|[/-])(\d{1,2})\2(\d{4}|(?<=[./ ])\d{2})(?![\d:])")
_ERA = re.compile(r"令和(\d{1,2})年")
# A Vietnamese month has a number for its name: 3 tháng 5 năm 2024.
_VIETNAMESE = re.compile(r"(\d{1,2})\stháng\s(\d{1,2})(?:,?\snăm\s|,\s|\s)(\d{4})", re.IGNORECASE)
# A time inside a date: Fri May 3 15:47:42 UTC 2024.
_TIME_INSIDE = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
# The clock: 15:47, 15.47, 15h47, 15時47分, 3 pm. What follows may be half of the day and zone.
_CLOCK = re.compile(
    r"(?<![\d.,:/])(\d{1,2})(?:\s?[:hH時时시點点]\s?(\d{2})?|\.(\d{2})(?![\d.])|(?=\s?[aApP]\.?\s?[mM]\b))"
    r"(?::(\d{2}))?[分분]?(?:\.\d{1,6})?(?:\s?(?P<half>[^\W\d_](?:\.?\s?[mM]\b\.?|(?![^\W\d_]))))?\s*\(?(?:"
    + ZONE
    + ")?"
)
_UNSPACED = "\u2e80"  # the first letter of the scripts of East Asia
_CLOCK_REACH = 32  # characters before or after a date in which its time stands
_BUDDHIST = 543  # years that the Thai calendar is ahead

# Who writes the month first. English without a country is mostly American; the rest of the world writes the day first.
_MONTH_FIRST = ("en-us", "en", "en-ph")


class Found(NamedTuple):
    """A date in a text."""

    reading: Reading
    start: int
    end: int
    updated: bool = False
    """True when the words before it say that it is the date of a change."""


@cache
def _words(language: str) -> dict[str, str]:
    """Return what the words of one language mean: a month's number, ``am``, ``pm`` or ``updated``."""
    file = _FOLDER / f"{language}.txt"
    if not file.is_file():
        return {}
    lines = (line.split() for line in file.read_text("utf-8").splitlines())
    return {word.replace("_", " "): line[0] for line in lines for word in line[1:]}


@cache
def _all_words() -> dict[str, str]:
    """Return the words of all languages; where they disagree the first language of the list decides."""
    names = sorted((file.stem for file in _FOLDER.iterdir()), key=lambda n: (n != "en", n))
    words: dict[str, str] = {}
    for name in names:
        for word, meaning in _words(name).items():
            words.setdefault(word, meaning)
    return words


@cache
def _halves() -> list[tuple[str, str]]:
    """Return the words for the halves of the day that are longer than a letter."""
    return [(w, half) for w, half in _all_words().items() if half in ("am", "pm") and len(w) > 1]


def find(text: str, language: str | None = None) -> list[Found]:
    """Return the dates of a short text in order, each with the time that stands beside it."""
    text = _western_digits(text[:_MAX_TEXT])
    tag = (language or "").lower().replace("_", "-")
    own = _words(tag.split("-")[0]) if tag.split("-")[0].isalpha() else {}
    days = sorted({*_numeric(text, tag), *_named(text, own)})
    found: list[Found] = []
    for i, (start, end, year, month, day) in enumerate(days):
        if found and start < found[-1].end:
            continue
        limit = min([end + _CLOCK_REACH] + [d[0] for d in days[i + 1 :] if d[0] >= end])
        floor = max(found[-1].end if found else 0, start - _CLOCK_REACH)
        clock, zone = _clock((text[end:limit], text[start:end], text[floor:start]), own)
        if reading := moment(_western_year(year, text), month, day, clock, zone):
            before = text[found[-1].end if found else 0 : start]
            found.append(Found(reading, start, end, updated=_says_updated(before, own)))
    return found


def _western_digits(text: str) -> str:
    if text.isascii() or not _OTHER_DIGIT.search(text):
        return text
    return "".join([str(int(c)) if c.isdecimal() else c for c in text])


def _western_year(year: int, text: str) -> int:
    return year - _BUDDHIST if 2400 < year < 2700 and any("\u0e00" <= c <= "\u0e7f" for c in text) else year


def _meaning(word: str, own: dict[str, str]) -> str | None:
    word = word.rstrip(".'’").lower()
    return own.get(word) or _all_words().get(word)


def _numeric(text: str, tag: str) -> list[tuple[int, int, int, int, int]]:
    """Return (start, end, year, month, day) of dates that are all numbers."""
    if "令" in text and (era := _ERA.search(text)):
        text = text[: era.start()] + f"{2018 + int(era[1])}年".ljust(len(era[0])) + text[era.end() :]
    days = [(m.start(), m.end(), int(m[1]), int(m[3]), int(m[4])) for m in _YEAR_FIRST.finditer(text)]
    if "ng" in text:
        days += [(m.start(), m.end(), int(m[3]), int(m[2]), int(m[1])) for m in _VIETNAMESE.finditer(text)]
    for m in _YEAR_LAST.finditer(text):
        day, month = int(m[1]), int(m[3])
        if month > 12 or (day <= 12 and m[2] == "/" and tag in _MONTH_FIRST):
            day, month = month, day
        year = int(m[4])
        days.append((m.start(), m.end(), year if year > 99 else 2000 + year, month, day))
    return days


def _named(text: str, own: dict[str, str]) -> list[tuple[int, int, int, int, int]]:
    """Return (start, end, year, month, day) of dates with a month's name: 3 May 2024, May 3rd, 2024, 2024. május 3."""
    if ":" in text:
        text = _TIME_INSIDE.sub(lambda m: " " * len(m[0]), text)
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    days = []
    for i, (word, _, _) in enumerate(tokens):
        month = _month(tokens, i, word, own)
        if month is None:
            continue
        for day, year in _orders(tokens, i):
            if day is not None and year is not None and _is_day(tokens[day][0]) and _is_year(tokens[year][0]):
                first, last = min(day, year, i), max(day, year, i)
                days.append((tokens[first][1], tokens[last][2], int(tokens[year][0]), month, int(tokens[day][0])))
                break
    return days


def _orders(tokens: list[tuple[str, int, int]], i: int) -> Iterator[tuple[int | None, int | None]]:
    """Yield where day and year may stand to a month's name, in the orders that are in use."""
    before, after = _number(tokens, i, -1), _number(tokens, i, 1)
    yield before, after  # 3 May 2024
    yield after, None if after is None else _number(tokens, after, 1)  # May 3, 2024
    yield after, before  # 2024. május 3.
    yield before, None if before is None else _number(tokens, before, -1)  # 2024. gada 3. maijs


def _month(tokens: list[tuple[str, int, int]], i: int, word: str, own: dict[str, str]) -> int | None:
    """Return the number of the month that a token names, alone or with the next."""
    if word[0].isdigit():
        return None
    meaning = _meaning(word, own)
    if meaning is None and word in _first_words() and i + 1 < len(tokens):
        meaning = _meaning(f"{word} {tokens[i + 1][0]}", own)
    return int(meaning) if meaning and meaning.isdigit() else None


@cache
def _first_words() -> frozenset[str]:
    """Return the first words of the names of months that have two."""
    return frozenset(word.split()[0] for word in _all_words() if " " in word)


def _number(tokens: list[tuple[str, int, int]], i: int, step: int) -> int | None:
    """Return the place of the number beside a token; one or two words may stand between ("3 de mayo", "3rd of")."""
    for k in range(1, 4):
        j = i + k * step
        if not 0 <= j < len(tokens):
            return None
        word = tokens[j][0]
        if word.isdigit():
            return j
        if len(word) > 7:
            return None
    return None


def _is_day(number: str) -> bool:
    return len(number) <= 2 and 1 <= int(number) <= 31


def _is_year(number: str) -> bool:
    return len(number) == 4


def _clock(places: tuple[str, ...], own: dict[str, str]) -> tuple[tuple[int, int, int, int] | None, str | None]:
    """Return the first time of day in the places beside a date, with its zone."""
    for text in places:
        for m in _CLOCK.finditer(text):
            hour, minute, second = int(m[1]), int(m[2] or m[3] or 0), int(m[4] or 0)
            if hour > 24 or minute > 59 or second > 59:
                continue
            half = _half(text, m, own)
            if half == "pm" and hour < 12:
                hour += 12
            elif half == "am" and hour == 12:
                hour = 0
            return (hour % 24, minute, second, 0), m["zone"]
    return None, None


def _half(text: str, m: re.Match[str], own: dict[str, str]) -> str | None:
    """Return ``am`` or ``pm`` when the words around a time say so."""
    said = (m["half"] or "").replace(".", "").replace(" ", "").lower()
    if said in ("am", "pm"):
        return said
    if own.get(said) in ("am", "pm"):
        return own[said]
    before, after = text[: m.start()].rstrip().lower(), text[m.end(1) :][:24].lower()
    for word, half in _halves():
        if (before.endswith(word) and _is_whole(before, word, len(before) - len(word))) or (
            word != "am" and (at := after.find(word)) >= 0 and _is_whole(after, word, at)
        ):
            return half
    return None


def _is_whole(text: str, word: str, at: int) -> bool:
    """Tell whether a word at a place in a text is no part of a longer one; scripts without blanks have none."""
    end = at + len(word)
    return word > _UNSPACED or not ((at and text[at - 1].isalpha()) or (end < len(text) and text[end].isalpha()))


def _says_updated(before: str, own: dict[str, str]) -> bool:
    return any(_meaning(word, own) == "updated" for word in _TOKEN.findall(before[-60:]))
