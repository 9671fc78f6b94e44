"""Who wrote an article: JSON-LD, meta, and the byline that is printed at the headline, checked against one another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from newsmodel import _byline
from newsmodel._html import profiles
from newsmodel._html.bios import from_bio
from newsmodel._html.facts import Facts
from newsmodel._html.headline import Headline
from newsmodel._html.page import BREAK, Box, Line, Page
from newsmodel._html.parted import barred, names_first
from newsmodel._html.signature import signature
from newsmodel._html.titles import pieces, shown
from newsmodel._model import Entity, Organization, Person
from newsmodel._schema_org import Party, Story

__all__ = ["Authors", "read"]

_METAS = (
    "parsely-author", "sailthru.author", "dcsext.author", "byl", "byline", "author", "article:author", "article_author",
    "dc.creator", "dcterms.creator", "dc.contributor.author", "citation_author", "og:article:author", "og:author",
    "mediator_author", "cxenseparse:author", "cxenseparse:recs:author", "bt:author", "rbauthors", "author.name",
    "creator", "trackonomics.author",
)  # fmt: skip

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "Jane Roe, 3 May 2024": what is parted from the name has a year, and is hardly more than a date.
_NAME_AND_DATE = re.compile(r"([^,|·•\d]{4,60}?)\s*[,|·•]\s*([^,|·•]{0,24}\d[^|·•]{3,30})$")
_DATED = 40  # characters of a line in which its date begins, before the byline
_LATER = 80  # lines more in which a byline is looked for that its words and its class or link call one
_BEFORE_SITE = re.compile(r"\s[-–—|·•»]\s")
_AROUND_SITE = " -–—|·•»:/"
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


class Authors(NamedTuple):
    """Who wrote an article, and the line that says so."""

    names: tuple[Entity, ...] = ()
    byline: str | None = None


class _Printed(NamedTuple):
    """A line that may be the byline."""

    text: str
    names: tuple[Entity, ...]
    sure: bool
    """True when its words or its address call it a byline, not only the name of its class."""


def read(page: Page, facts: Facts, headline: Headline, language: str | None, site: str | None) -> Authors:
    """Return the authors of an article; the publication itself only when nobody else is named."""
    lines = _around(page, headline)
    declared = _entities((s for s in facts.stories if s.is_article), language, site)
    if not (site or _has_people(declared)):
        site = _rest_of_title(page, headline)
    printed = _printed(lines, declared, language, site)
    byline = printed.text if printed else None
    if _has_people(declared):
        return Authors(_settled(declared, printed, lines), byline)
    meta = _meta(facts, language, site)
    on_page = _entities((s for s in facts.stories if not s.is_article), language, site)
    seen = printed.names if printed else ()
    if printed and printed.sure and {_key(n) for n in meta} < {_key(n) for n in seen}:
        meta = seen  # a field for one name holds the first of several
    names = next((names for names in (meta, seen, on_page) if _has_people(names)), None)
    names = names or _signed(page, headline, language, site) or _later(page, headline, language, site)
    if names is None:
        first = headline.box.end if headline.box is not None else 0
        names = signature(page, lines, first, language, site, _names_byline) or None
        names = names or from_bio(page, first, language, _names_byline) or None
    if names is None:
        sure = seen if printed and printed.sure else ()
        names = next((names for names in (sure, declared, meta, seen, on_page) if names), ())
    return Authors(names, byline)


def _signed(page: Page, headline: Headline, language: str | None, site: str | None) -> tuple[Entity, ...] | None:
    """Return whom the first line below the headline links to as the author, wherever it stands; None when none does."""
    first = headline.box.end if headline.box is not None else 0
    for line in page.lines[first:]:
        for _, _, anchor in line.anchors:
            relation = anchor.get("rel")
            if relation and "author" in relation:
                names = profiles.linked(line, language, site)
                return names if _has_people(names) else None
    return None


def _later(page: Page, headline: Headline, language: str | None, site: str | None) -> tuple[Entity, ...] | None:
    """Return whom a byline names that stands behind a row of pictures or cards below the headline."""
    first = headline.box.end + _AFTER if headline.box is not None else len(page.lines)
    for line in page.lines[first : first + _LATER]:
        size = len(line.text)
        if size > _MAX_LINE:
            break
        if not size or size > _MAX_INTRODUCED or not (line.anchors or _names_byline(line.box.name.lower())):
            continue
        if _byline.introduced(line.text, language) is not None:
            is_credit = not line.anchors or (line.tag not in _ITEMS and profiles.linked(line, language, site))
            names = _byline.read(names_first(line, language), language, site=site) if is_credit else ()
            if _has_people(names):
                return names
    return None


def _rest_of_title(page: Page, headline: Headline) -> str | None:
    """Return what the title of a page says besides the headline: the name of the site."""
    title, found, rest = (page.title or "").partition(headline.text or "\0")
    if found:
        return (title or rest).strip(_AROUND_SITE) or None
    # It may be printed with other marks than in the title.
    parts = _BEFORE_SITE.split(title)
    return parts[-1].strip(_AROUND_SITE) or None


def _has_people(names: Iterable[Entity]) -> bool:
    return any(isinstance(n, Person) for n in names)


def _key(entity: Entity) -> str:
    return "".join(filter(str.isalnum, entity.name.casefold()))


def _settled(declared: tuple[Entity, ...], printed: _Printed | None, lines: list[Line]) -> tuple[Entity, ...]:
    """Return the declared authors, or those of the byline where the two differ and the byline is sure.

    Declarations also list who edited or took the pictures; and some name the account that the story was filed under.
    """
    if printed is None or not _has_people(printed.names) or not (printed.sure or _are_accounts(declared)):
        return declared
    known, seen = {_key(n): n for n in declared}, {_key(n) for n in printed.names}
    if known.keys() < seen:
        return printed.names
    if seen < known.keys():
        text = "".join(filter(str.isalnum, " ".join(_credited(line) for line in lines).casefold()))
        return declared if any(key in text for key in known.keys() - seen) else printed.names
    return printed.names if not seen & known.keys() and _are_accounts(declared) else declared


def _are_accounts(declared: tuple[Entity, ...]) -> bool:
    """Tell whether names are single words: the accounts that stories were filed under, more often than names."""
    return all(" " not in entity.name and entity.name.isascii() for entity in declared)


def _credited(line: Line) -> str:
    """Return what a line says of those who wrote: not of those who took the pictures."""
    return _byline.without_credits(line.text) if len(line.text) <= _MAX_INTRODUCED else line.text


def _entities(stories: Iterable[Story], language: str | None, site: str | None) -> tuple[Entity, ...]:
    found: dict[str, Entity] = {}
    for story in stories:
        for party in story.authors:
            names = _byline.read(party.name, language, site=site, is_organization=party.is_organization)
            for name in names:
                found.setdefault(_key(name), _with_details(name, party) if len(names) == 1 else name)
        if found:
            break
    return tuple(found.values())


def _with_details(entity: Entity, party: Party) -> Entity:
    """Return a person with the office and the employer that JSON-LD tells of her."""
    if not isinstance(entity, Person) or not (party.job_title or party.affiliation):
        return entity
    employer = Organization(name=party.affiliation) if party.affiliation else entity.affiliation
    return Person(name=entity.name, title=party.job_title, affiliation=employer)


def _meta(facts: Facts, language: str | None, site: str | None) -> tuple[Entity, ...]:
    """Return the authors of the first meta name that gives a person, or else any author."""
    fallback: tuple[Entity, ...] = ()
    given = [contents for name in _METAS if (contents := facts.metas.get(name))]
    for contents in (*given, _labelled(facts)):
        found: dict[str, Entity] = {}
        for content in contents:
            for name in _byline.read(content, language, site=site):
                found.setdefault(_key(name), name)
        names = tuple(found.values())
        if _has_people(names):
            return names
        fallback = fallback or names
    return fallback


def _labelled(facts: Facts) -> list[str]:
    """Return what a card calls "Written by" (``twitter:label1``, ``twitter:data1``)."""
    for number in ("1", "2"):
        label = facts.first(f"twitter:label{number}")
        data = facts.first(f"twitter:data{number}")
        if label and data and _byline.introduced(f"{label} {data}") == data:
            return [data]
    return []


def _around(page: Page, headline: Headline) -> list[Line]:
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
    return line.tag not in _NOT_BYLINES or (line.tag == "h1" and _names_byline(line.box.name.lower()))


def _printed(
    lines: list[Line], declared: tuple[Entity, ...], language: str | None, site: str | None
) -> _Printed | None:
    """Return the byline near the headline: a line that its words, its links or its class call one, in this order."""
    unknown = not _has_people(declared)
    for line in lines:
        broken = unknown and BREAK in line.text
        if len(line.text) > _MAX_INTRODUCED and not broken:
            if unknown and line.anchors and (names := profiles.credited(line, language, site)):
                return _Printed(shown(line), names, sure=True)
            continue
        if unknown and _byline.is_eastern(line.text) and (called := _byline.reporters(line.text)):
            # Behind a sentence they stand in brackets.
            said = _in_brackets(shown(line)) if line.text[-1] in _CLOSING else shown(line)
            return _Printed(said, tuple(Person(name=name) for name in called), sure=True)
        if _byline.introduced(line.text, language) is not None:
            text = names_first(line, language)
            names = tuple(filter(profiles.is_full, _byline.read(text, language, site=site)))
            if names and _covers(names, _byline.without_credits(text, language), language):
                return _Printed(shown(line), names, sure=True)
        elif (broken or (unknown and _DIGIT.search(line.text, 0, _DATED))) and (
            names := _after_date(line, language, site)
        ):
            return _Printed(shown(line), names, sure=True)
    for line in lines:
        if line.anchors and not _is_sentence(line) and (names := profiles.linked(line, language, site)):
            return _Printed(shown(line), names, sure=True)
    if _has_people(declared) and not _are_accounts(declared):
        named = (x for x in lines if any(name.name in x.text for name in declared) and not _is_sentence(x))
        return next((_Printed(shown(line), declared, sure=False) for line in named), None)
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
            if _has_people(names) and _covers(names, text, language):
                return names
    return ()


def _classed(lines: list[Line], language: str | None, site: str | None) -> _Printed | None:
    """Return the line whose class calls it a byline, if it holds little but names."""
    classes: dict[int, bool] = {}
    for line in lines:
        if _is_classed(line.box, classes) and not (_DIGIT.search(line.text) and line.text.isalnum()):
            text = barred(line, language)
            names = tuple(filter(profiles.is_full, _byline.read(text, language, site=site)))
            if names and _is_mostly(names, text):
                return _Printed(shown(line), names + _beside(names, line, lines, language, site), sure=False)
    return None


def _beside(
    names: tuple[Entity, ...], line: Line, lines: list[Line], language: str | None, site: str | None
) -> tuple[Entity, ...]:
    """Return the other people named right below a byline, each in a line of the same class as its own."""
    name, tag, last = line.box.name, line.tag, line.index
    found = {_key(n): n for n in names}
    for other in lines:
        if not (name and last < other.index <= last + _APART and other.tag == tag and other.box.name == name):
            continue
        last = other.index
        text = barred(other, language)
        more = tuple(filter(profiles.is_full, _byline.read(text, language, site=site)))
        if not (_has_people(more) and _is_mostly(more, text)) or _byline.without_credits(text, language) != text:
            break
        found.update((_key(n), n) for n in more if _key(n) not in found)
    return tuple(found.values())[len(names) :]


def _is_mostly(names: tuple[Entity, ...], text: str) -> bool:
    """Tell whether a byline says little before its date besides names and what those do who bear them.

    A name that stands in an element of its own is one whatever stands beside it.
    """
    said = [part for part in _BETWEEN_STATEMENTS.split(text) if not _byline.is_post(part)]
    size = len(_YEAR.split(", ".join(said), maxsplit=1)[0])
    return names[0].name in said or 2 * sum(len(n.name) for n in names) >= size


def _dated(lines: list[Line]) -> _Printed | None:
    """Return the line that prints a person's name and a date, each in an element of its own."""
    for line in lines:
        parts = pieces(line) if len(line.text) <= _MAX_INTRODUCED else []
        if len(parts) == 1 and (found := _NAME_AND_DATE.match(parts[0])):
            parts = list(found.groups())
        if len(parts) > 1 and _YEAR.search(parts[1]) and _byline.is_plain(parts[0]):
            return _Printed(shown(line), (Person(name=parts[0]),), sure=False)
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
            named = bool(name) and _names_byline(name.lower())
            known = classes[id(around)] = named or around.el.get("itemprop") == "author"
        if known:
            return True
        around = around.parent
    return False


@lru_cache(maxsize=1024)
def _names_byline(name: str) -> bool:
    named = any(map(name.__contains__, _CLASS)) or ("by" in name and _BY.search(name) is not None)
    return named and not any(map(name.__contains__, _NOT_CLASS))
