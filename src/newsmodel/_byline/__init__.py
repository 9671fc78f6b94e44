"""Who wrote it: the people and organizations that a byline names, in many languages.

A byline is a short printed line or the text of an author field: "By Ida Moe and Bo Lund, Staff Writers", "Von Ida Moe,
dpa". The words that introduce, join and follow names stand in ``words/<language>.txt``, the agencies in
``agencies.txt``.
"""

from __future__ import annotations

import re

from newsmodel._byline.east import is_eastern, reporters, signs
from newsmodel._byline.names import Kind, classify, is_agency, is_given, is_plain, may_be_name, may_be_unmarked, told_of
from newsmodel._byline.names import is_post as _is_post
from newsmodel._byline.words import Words, own, world
from newsmodel._model import Entity, Organization, Person
from newsmodel._plain import plain

__all__ = [
    "introduced",
    "is_agency",
    "is_eastern",
    "is_given",
    "is_plain",
    "is_post",
    "joins",
    "may_be_name",
    "may_be_unmarked",
    "read",
    "reporters",
    "says",
    "signs",
    "told_of",
    "without_credits",
]

_MAX_LENGTH = 400  # no byline is longer
_MAX_AUTHORS = 40

# Addresses and accounts are no names.
_ADDRESS = re.compile(r"\S{1,80}@\S+|(?:https?://|www\.)\S+|(?<!\w)@\w+")
# What parts one name or one statement from the next; a hyphen only when blanks stand around it.
_HARD = re.compile(
    r"\s*[|;•·\n\t｜／＝]\s*|\s+[-–—/]\s+|\s+//\s+|(?<=\w)/(?=[^\W\d])|\s*[()\[\]（）【】〔〕［］]\s*|[、，]"
)
_COMMA = re.compile(r"\s*,\s*")
# "Eine Recherche von", "Un reportage de": what somebody made, behind an article.
_WORK = re.compile(
    r"(?:an?|eine?|une?|una|um|uma|en|ett?|een)\s[^\W\d_]{3,24}\s(?:by|von|par|de|por|di|av|af|door)\b", re.IGNORECASE
)
_ARTICLES = frozenset("aeu")
# Where one works and where one writes: "By Ida Moe, The Beacon — Port Vell".
_PLACE = re.compile(r",([^,|—–]{2,60})\s[—–]\s[^,|—–]{2,60}$")
_PLACED = re.compile(r"[^\d|,;]{3,40}")
_DIGIT = re.compile(r"\d")
_EDGE = " \t,.;:：・|/–—-•·*\"'“”„«»｜／＝（）【】〔〕［］"
# A name in capitals before what is not: "IDA MOE Beacon Staff".
_CAPITALS = re.compile(
    r"([A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.-]+(?: [A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.-]*){1,3}) (?=[A-ZÀ-ÖØ-Þ]?[a-zß-öø-ÿ])"
)
_UNSPACED = "\u2e80"  # the first letter of the scripts of East Asia
_HANGUL = "\uac00", "\ud7a3"  # the syllables of Korean, which parts words by blanks
_JOINT = "\n"  # stands for a conjunction; white space was collapsed before
_AROUND = _EDGE.replace(".", "")  # a dot may end an initial
# What may follow a name after a comma and belongs to it.
_SUFFIX = re.compile(
    r"(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|m\.?p|esq|r\.?n|rd|cfa|cfp|mba|dds|j\.?d|b\.?a|m\.?a|d\.?o)\.?$", re.IGNORECASE
)


def read(
    text: str | None, language: str | None = None, *, site: str | None = None, is_organization: bool | None = None
) -> tuple[Entity, ...]:
    """Return the authors that a byline names, in order, each once; roles, places, dates and the like are left out.

    `site` is the name of the publication; `is_organization` is what is declared of the one that is named.
    """
    text = plain(text)
    if text is None:
        return ()
    if site and text[0].casefold() == site[0].casefold() and _same(text, site):
        return (Organization(name=text),)
    if not is_organization and is_plain(text):
        return (Person(name=text),)
    words = own(language)
    text = text[:_MAX_LENGTH]
    if "@" in text or "//" in text or "www." in text:
        text = _ADDRESS.sub(" ", text)
    if is_eastern(text):
        if named := reporters(text):
            return tuple(Person(name=name) for name in named)
        text = _without_introduction(text, words)  # it may hold what parts names: "글·사진"
    text = _cut(text, words)
    if ("—" in text or "–" in text) and (placed := _PLACE.search(text)) and _is_employer(placed[1].strip(), site):
        text = text[: placed.end(1)]
    found: dict[str, Entity] = {}
    for segment in _HARD.split(_without_place(text, words)):
        for entity in _segment(segment, words, site, is_organization, follows=bool(found)):
            found.setdefault(entity.name.casefold(), entity)
    return tuple(found.values())[:_MAX_AUTHORS]


def _without_place(text: str, words: Words) -> str:
    """Return a byline without the place behind its dash: "By Ida Moe — Rio de Janeiro"."""
    before, dash, behind = text.rpartition(" — ")
    if not dash or not is_plain(_without_introduction(before, words)):
        return text
    place = _PLACED.match(behind)
    return before if place and not is_given(place[0].strip()) else text


def _is_employer(text: str, site: str | None) -> bool:
    return not is_plain(text) or (site is not None and _same(text, site))


def without_credits(text: str, language: str | None = None) -> str:
    """Return the part of a line before it names those who took the pictures or did other work than writing."""
    return _cut(text, own(language))


def _same(text: str, site: str) -> bool:
    """Tell whether a text is the name of the publication; one word may be that of its domain ("beacon.example")."""
    if " " not in text and "." not in text and " " not in site:
        site = site.rpartition(".")[0] or site
    return [c for c in text.casefold() if c.isalnum()] == [c for c in site.casefold() if c.isalnum()]


def introduced(text: str, language: str | None = None) -> str | None:
    """Return what follows the words that introduce a byline ("By", "Von", "Text:"), or None when none do."""
    text = text.lstrip(_EDGE).rstrip(_AROUND)
    words = own(language)
    if not _introduction(text, words):
        return None
    rest = _without_introduction(text, words)
    return rest if rest != text else None


def is_post(text: str) -> bool:
    """Tell whether a text says what somebody does, and names nobody: "News Editor"."""
    return _is_post(text.lower()) and not any(" " in entity.name for entity in read(text))


def joins(word: str, language: str | None = None) -> bool:
    """Tell whether a word goes on with the name before it, or joins it to the next: "and", "von"."""
    words = own(language)
    lower = word.lower()
    return f" {lower} " in words.strong or f" {lower} " in words.weak or lower in world().particles


def _cut(text: str, words: Words) -> str:
    """Return the part of a byline before the words that begin something else: the date, the photographer, sharing.

    What introduces the byline may hold such words: "Story and photos by".
    """
    lower = text.lower()
    ends = [at for phrase in words.end if phrase in lower and (at := _find_word(lower, phrase)) >= 0]
    if ends and min(ends) < (size := _introduction(text, words)):
        ends = [at for at in ends if at >= size]
    return text[: min(ends)] if ends else text


def _find_word(text: str, phrase: str) -> int:
    """Return where a phrase stands in a text as words of their own, or -1."""
    at = text.find(phrase)
    while at >= 0:
        after = at + len(phrase)
        if not (at and text[at - 1].isalpha()) and not (after < len(text) and text[after].isalpha()):
            break
        at = text.find(phrase, at + 1)
    return at


def says(text: str, word: str) -> bool:
    """Tell whether a text says a word; scripts without blanks need nothing around it."""
    return word in text and (word[:1] >= _UNSPACED or _find_word(text, word) >= 0)


def _without_introduction(text: str, words: Words) -> str:
    """Return a text without the words at its start that introduce a name."""
    text = text.lstrip(_EDGE).rstrip(_AROUND)
    for _ in range(3):
        size = _introduction(text, words)
        if not size or not text[size:].strip(_EDGE):
            break
        text = text[size:].lstrip(_EDGE).rstrip(_AROUND)
    return text


def _introduction(text: str, words: Words) -> int:
    """Return the length of the words at the start of a text that introduce a name; 0 when none do."""
    first = text[:2].lower()
    if first[:1] in _ARTICLES and (found := _WORK.match(text)):
        return found.end()
    if first not in words.by and first[:1] not in words.by:
        return 0
    lower = text.lower()
    if words.reports and (placed := words.reports.match(lower)):
        return placed.end()
    phrases = words.by.get(lower[:2], ()) + words.by.get(lower[:1], ())
    if not lower.startswith(phrases):
        return 0
    return next((len(p) for p in phrases if lower.startswith(p) and _ends_word(text, len(p))), 0)


def _ends_word(text: str, at: int) -> bool:
    """Tell whether a word ends at a place in a text; scripts without blanks need none, but for words of one letter."""
    if at >= len(text) or not text[at].isalpha():
        return True
    # A capital begins a new word even where the blank is lost ("ByIda").
    last = text[at - 1]
    return (last > "\u2e7f" and at > 1 and not _HANGUL[0] <= last <= _HANGUL[1]) or (
        last.islower() and text[at].isupper()
    )


def _segment(
    segment: str, words: Words, site: str | None, is_organization: bool | None, *, follows: bool
) -> list[Entity]:
    """Return the authors of one statement; what follows them after a comma may say where they work."""
    segment = _without_introduction(segment, words)
    found: list[Entity] = []
    for piece in (_without_employer(part, words) for part in _pieces(segment, words)):
        first = not (found or follows)
        kind, name = classify(piece, site, is_organization if first else None, after_name=not first)
        if kind is Kind.PERSON:
            found.append(Person(name=name))
        elif kind is Kind.NOBODY:
            continue
        elif first or (kind is Kind.AGENCY and (words.agencies_join or name.islower())):
            found.append(Organization(name=name))
        elif found and isinstance(found[-1], Person):
            found[-1] = Person(name=found[-1].name, affiliation=Organization(name=name))
    return found


def _pieces(segment: str, words: Words) -> list[str]:
    """Return the names that commas and conjunctions part; "Moe, Ida" is one."""
    parts: list[str] = []
    for part in _COMMA.split(segment):
        if parts and _SUFFIX.match(part):
            continue
        if parts and part[:1].isdecimal():
            parts[-1] = _without_day(parts[-1], words)
        parts += _conjoined(part, words)
    parts = [p for p in (_before_digit(part, words).strip(_AROUND) for part in parts) if p]
    if _DIGIT.search(segment):
        parts = [p for p in parts if p.lower() not in words.day]
    turned = len(parts) == 2 and "," in segment and all(p.isalpha() and p.isascii() and p.istitle() for p in parts)
    if turned and not any(p.lower() in world().agencies for p in parts):
        return [f"{parts[1]} {parts[0]}"]
    return parts


def _without_employer(piece: str, words: Words) -> str:
    """Return the name in a piece that says whom somebody wrote for, too: "IDA MOE Beacon Staff"."""
    if (capitals := _CAPITALS.match(piece)) and not world().telling.isdisjoint(piece[capitals.end() :].lower().split()):
        return capitals[1]
    lower = piece.lower()
    at = next((at for word in words.employer if (at := lower.find(word)) > 0), 0)
    return piece[:at] if at and is_plain(piece[:at]) else piece


def _before_digit(text: str, words: Words) -> str:
    """Return the part of a text before a date, without the word that leads to it."""
    found = _DIGIT.search(text)
    if found is None:
        return text
    return _without_day(text[: found.start()].rstrip(), words)


def _without_day(text: str, words: Words) -> str:
    """Return a text without the words at its end that lead to a date: "on", the day of the week, the month.

    Some of these are surnames, too: of a name and one word more nothing is taken but a small word.
    """
    while True:
        head, _, last = text.rpartition(" ")
        last = last.rstrip(".").lower()
        if not (last in words.date or (last in words.day and " " in head)):
            return text
        text = head.rstrip()


def _conjoined(part: str, words: Words) -> list[str]:
    """Return what conjunctions part; one of a single letter parts only whole names ("Ortega y Gasset" is one)."""
    part = _joined(part, words.strong)
    first, _, rest = part.partition(" ")
    if rest and f" {first} " in words.strong:
        part = rest  # "Ida Moe, and Bo Lund"
    names = _joined(part, words.weak).split(_JOINT)
    if len(names) > 1 and any(len(name.split()) < 2 for name in names):
        return part.split(_JOINT)
    return names


def _joined(part: str, conjunctions: tuple[str, ...]) -> str:
    """Return a text with a mark in the place of each conjunction."""
    for word in conjunctions:
        if word in part:
            part = part.replace(word, _JOINT)
    return part
