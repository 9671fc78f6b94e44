"""The byline that is printed at the headline: which line it is, and whom it names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from newsmodel import _byline
from newsmodel._html import profiles
from newsmodel._html.headline import Headline
from newsmodel._html.page import BREAK, Box, Line, Page
from newsmodel._html.parted import barred, names_first
from newsmodel._html.titles import pieces, shown
from newsmodel._model import Entity, Person

__all__ = ["Printed", "are_accounts", "around", "has_people", "key", "later", "names_byline", "printed", "signed"]

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "Jane Roe, 3 May 2024": what is parted from the name has a year, and is hardly more than a date.
_NAME_AND_DATE = re.compile(r"([^,|·•\d]{4,60}?)\s*[,|·•]\s*([^,|·•]{0,24}\d[^|·•]{3,30})$")
_LATER = 80  # lines more in which a byline is looked for that its words and its class or link call one
_DATED = 40  # characters of a line in which its date begins, before the byline
_LEAST = 0.4  # of a byline are names
_BEFORE = 5  # lines above the headline in which the byline may stand
_AFTER = 16  # lines below it
_MAX_LINE = 220  # what is longer is text
_SHORTEST = 2
_UNSPACED = "\u2e80"  # the first letter of the scripts of East Asia, where a name may have two
_PASSAGE = 120  # characters of a paragraph that ends as a sentence does
_MAX_LONG = 2  # paragraphs below the headline, after which no byline is looked for
_ITEMS = frozenset({"li", "form", "h2", "h3", "h4"})
_NOT_BYLINES = frozenset({"figcaption", "h1"})
_SENTENCE, _STOPS = 60, frozenset(".?!…")  # what is longer and ends so is no byline
_OPENING, _CLOSING = "(（[【〔", ")）]】〕"
_BETWEEN_PEOPLE = re.compile(r"\s[|/]\s")
_BETWEEN_STATEMENTS = re.compile(r"\s*[,|]\s*")
_FRAME = 12  # lines of the largest box around a byline that is named for it
_APART = 4  # lines from one author to the next, each of whom has a picture and an office
_MAX_INTRODUCED = 120  # of a line that nothing but its first word calls a byline
# Parts of the class names and ids that bylines have; and of those that only look so.
_CLASS = (
    "byline", "author", "auteur", "autor", "by-line", "verfasser", "skribent", "writer", "contributor", "journalist",
    "signature", "forfatter", "redakteur", "penulis", "reporter", "yazar", "olumnist", "colunista", "muhabir",
    "kirjoittaj", "szerzo", "avtor", "firma", "schrijver", "verslaggever", "createdby", "created-by", "postedby",
    "posted-by", "writtenby", "written-by", "giornalist", "jornalist", "periodist", "dziennikarz", "toimittaj",
    "novinar", "wartawan", "korrespond",
)  # fmt: skip
_NOT_CLASS = (
    "bio", "avatar", "image", "photo", "related", "recommend", "comment", "social", "share", "follow", "newsletter",
)  # fmt: skip
# A class that is no more than that: "by", "lb-by", "story-by"; not "powered-by".
_BY = re.compile(r"(?:^|\s)(?:(?:\w{1,3}|article|story|post|entry|news)[-_]{1,2})?by(?:\s|$)")


class Printed(NamedTuple):
    """A line that may be the byline."""

    text: str
    names: tuple[Entity, ...]
    sure: bool
    """True when its words or its address call it a byline, not only the name of its class."""


def around(page: Page, headline: Headline) -> list[Line]:
    """Return the lines among which the byline may stand: from the headline down to the text, then those above it."""
    box = headline.box
    first = box.end if box is not None else 0
    found: list[Line] = []
    long = 0
    for line in page.lines[first : first + _AFTER]:
        size = len(line.text)
        if size > _MAX_LINE:
            long += 1
            if long == _MAX_LONG:
                break
        elif (
            size > _PASSAGE
            and _is_passage(line)
            and _is_passage(last := page.lines[line.index - 1])
            and last.box.name == line.box.name
        ):
            break  # the text has begun
        elif _may_be(line):
            found.append(line)
    above = page.lines[max(0, box.start - _BEFORE) : box.start] if box is not None else ()
    return found + [x for x in above if len(x.text) <= _MAX_LINE and _may_be(x)]


def _is_passage(line: Line) -> bool:
    """Tell whether a line is a paragraph that ends as a sentence does."""
    return line.tag == "p" and len(line.text) > _PASSAGE and line.text[-1] in _STOPS


def _may_be(line: Line) -> bool:
    """Tell whether a line may be a byline; a heading of the first level only by its class."""
    if len(line.text) <= _SHORTEST and line.text < _UNSPACED:
        return False
    return line.tag not in _NOT_BYLINES or (line.tag == "h1" and names_byline(line.box.name.lower()))


def printed(lines: list[Line], declared: tuple[Entity, ...], language: str | None, site: str | None) -> Printed | None:
    """Return the byline near the headline: a line that its words, its links or its class call one, in this order."""
    unknown = not has_people(declared)
    for line in lines:
        broken = unknown and BREAK in line.text
        if len(line.text) > _MAX_INTRODUCED and not broken:
            if unknown and line.anchors and (names := profiles.credited(line, language, site)):
                return Printed(shown(line), names, sure=True)
            continue
        if unknown and _byline.is_eastern(line.text) and (called := _byline.reporters(line.text)):
            # Behind a sentence they stand in brackets.
            said = _in_brackets(shown(line)) if line.text[-1] in _CLOSING else shown(line)
            return Printed(said, tuple(Person(name=name) for name in called), sure=True)
        if _byline.introduced(line.text, language) is not None:
            text = names_first(line, language)
            names = tuple(filter(profiles.is_full, _byline.read(text, language, site=site)))
            if names and _covers(names, _byline.without_credits(text, language), language):
                return Printed(shown(line), names, sure=True)
        elif (broken or (unknown and _DIGIT.search(line.text, 0, _DATED))) and (
            names := _after_date(line, language, site)
        ):
            return Printed(shown(line), names, sure=True)
    for line in lines:
        if line.anchors and not _is_sentence(line) and (names := profiles.linked(line, language, site)):
            return Printed(shown(line), names, sure=True)
    if has_people(declared) and not are_accounts(declared):
        named = (x for x in lines if any(name.name in x.text for name in declared) and not _is_sentence(x))
        return next((Printed(shown(line), declared, sure=False) for line in named), None)
    return _classed(lines, language, site) or _dated(lines)


def _in_brackets(text: str) -> str:
    """Return what stands in the brackets that end a text."""
    return text[max(map(text.rfind, _OPENING)) + 1 : -1].strip() or text


def _after_date(line: Line, language: str | None, site: str | None) -> tuple[Entity, ...]:
    """Return the people that a line names after a date, a break or a bar, when words introduce them there."""
    parts = [(part, n) for n, piece in enumerate(pieces(line)) for part in _BETWEEN_STATEMENTS.split(piece)]
    for i, (part, piece) in enumerate(parts[1:], 1):
        if part[:1].isdecimal():
            continue
        rest = _byline.introduced(f"{part} x", language)
        if rest is not None:
            # Behind a mere "By" the names are in other elements; else they are in this one, up to a date.
            more = [p for p, n in parts[i:]] if rest == "x" else [p for p, n in parts[i:] if n == piece]
            text = (" " if rest == "x" else ", ").join(takewhile(lambda p: not p[:1].isdecimal(), more))
            names = tuple(filter(profiles.is_full, _byline.read(text, language, site=site)))
            if has_people(names) and _covers(names, text, language):
                return names
    return ()


def _classed(lines: list[Line], language: str | None, site: str | None) -> Printed | None:
    """Return the line whose class calls it a byline, if it holds little but names."""
    classes: dict[int, bool] = {}
    for line in lines:
        if _is_classed(line.box, classes) and not (_DIGIT.search(line.text) and line.text.isalnum()):
            text = barred(line, language)
            names = tuple(filter(profiles.is_full, _byline.read(text, language, site=site)))
            if names and _is_mostly(names, text):
                return Printed(shown(line), names + _beside(names, line, lines, language, site), sure=False)
    return None


def _beside(
    names: tuple[Entity, ...], line: Line, lines: list[Line], language: str | None, site: str | None
) -> tuple[Entity, ...]:
    """Return the other people named right below a byline, each in a line of the same class as its own."""
    name, tag, last = line.box.name, line.tag, line.index
    found = {key(n): n for n in names}
    for other in lines:
        if not (name and last < other.index <= last + _APART and other.tag == tag and other.box.name == name):
            continue
        last = other.index
        text = barred(other, language)
        more = tuple(filter(profiles.is_full, _byline.read(text, language, site=site)))
        if not (has_people(more) and _is_mostly(more, text)) or _byline.without_credits(text, language) != text:
            break
        found.update((key(n), n) for n in more if key(n) not in found)
    return tuple(found.values())[len(names) :]


def _is_mostly(names: tuple[Entity, ...], text: str) -> bool:
    """Tell whether a byline says little before its date besides names and what those do who bear them.

    A name that stands in an element of its own is one whatever stands beside it.
    """
    said = [part for part in _BETWEEN_STATEMENTS.split(text) if not _byline.is_post(part)]
    size = len(_YEAR.split(", ".join(said), maxsplit=1)[0])
    return names[0].name in said or 2 * sum(len(n.name) for n in names) >= size


def _dated(lines: list[Line]) -> Printed | None:
    """Return the line that prints a person's name and a date, each in an element of its own."""
    for line in lines:
        parts = pieces(line) if len(line.text) <= _MAX_INTRODUCED else []
        if len(parts) == 1 and (found := _NAME_AND_DATE.match(parts[0])):
            parts = list(found.groups())
        if len(parts) > 1 and _YEAR.search(parts[1]) and _byline.is_plain(parts[0]):
            return Printed(shown(line), (Person(name=parts[0]),), sure=False)
    return None


def _is_sentence(line: Line) -> bool:
    """Tell whether a line is a sentence: a person that it links to is whom it tells of."""
    return len(line.text) > _SENTENCE and line.text.rstrip("\"'”’»)")[-1:] in _STOPS


def _covers(names: tuple[Entity, ...], text: str, language: str | None) -> bool:
    """Tell whether a text, or a part of it, says little besides names and employers up to its date.

    What introduces them counts for nothing.
    """
    employers = (n.affiliation.name for n in names if isinstance(n, Person) and n.affiliation)
    size = sum(len(n.name) for n in names) + sum(map(len, employers))
    parts = [text, _byline.introduced(text, language) or text, *_BETWEEN_PEOPLE.split(text)]
    # "By Ida Moe for the Sunday edition of The Beacon": what is short and begins with a name is no sentence.
    begins = len(text) <= _SENTENCE and parts[1].startswith(names[0].name) and text[-1] not in _STOPS
    return begins or any(_LEAST * len(_undated(part)) <= size for part in parts)


def _undated(text: str) -> str:
    text = _DIGIT.split(text, maxsplit=1)[0]
    return text if "@" not in text else " ".join(word for word in text.split() if "@" not in word)


def _is_classed(box: Box, classes: dict[int, bool]) -> bool:
    """Tell whether the class of a box, or of one of the two around it, is that of a byline."""
    around: Box | None = box
    for _ in range(3):
        if around is None or (around is not box and around.end - around.start > _FRAME):
            break
        known = classes.get(id(around))
        if known is None:
            name = around.name
            named = bool(name) and names_byline(name.lower())
            known = classes[id(around)] = named or around.el.get("itemprop") == "author"
        if known:
            return True
        around = around.parent
    return False


@lru_cache(maxsize=1024)
def names_byline(name: str) -> bool:
    named = any(map(name.__contains__, _CLASS)) or ("by" in name and _BY.search(name) is not None)
    return named and not any(map(name.__contains__, _NOT_CLASS))


def signed(page: Page, headline: Headline, language: str | None, site: str | None) -> tuple[Entity, ...] | None:
    """Return whom the first line below the headline links to as the author, wherever it stands; None when none does."""
    first = headline.box.end if headline.box is not None else 0
    for line in page.lines[first:]:
        for _, _, anchor in line.anchors:
            relation = anchor.get("rel")
            if relation and "author" in relation:
                names = profiles.linked(line, language, site)
                return names if has_people(names) else None
    return None


def later(page: Page, headline: Headline, language: str | None, site: str | None) -> tuple[Entity, ...] | None:
    """Return whom a byline names that stands behind a row of pictures or cards below the headline."""
    first = headline.box.end + _AFTER if headline.box is not None else len(page.lines)
    for line in page.lines[first : first + _LATER]:
        size = len(line.text)
        if size > _MAX_LINE:
            break
        if not size or size > _MAX_INTRODUCED or not (line.anchors or names_byline(line.box.name.lower())):
            continue
        if _byline.introduced(line.text, language) is not None:
            is_credit = not line.anchors or (line.tag not in _ITEMS and profiles.linked(line, language, site))
            names = _byline.read(names_first(line, language), language, site=site) if is_credit else ()
            if has_people(names):
                return names
    return None


def has_people(names: Iterable[Entity]) -> bool:
    """Tell whether people are among some names, not only bodies."""
    return any(isinstance(n, Person) for n in names)


def key(entity: Entity) -> str:
    """Return what two spellings of a name have in common: its letters and digits, in one case."""
    return "".join(filter(str.isalnum, entity.name.casefold()))


def are_accounts(declared: tuple[Entity, ...]) -> bool:
    """Tell whether names are single words: the accounts that stories were filed under, more often than names."""
    return all(" " not in entity.name and entity.name.isascii() for entity in declared)
