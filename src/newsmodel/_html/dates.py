"""When an article was published and last changed: what JSON-LD says, then meta, `<time>`, the words at the byline.

Where JSON-LD gives a date it is right on more than 99 of 100 news pages, so that it needs no vote; the others stand in
for it in the order of how often they are right. Moments that lie ahead are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import chain
from typing import NamedTuple

from newsmodel import _byline, _dates
from newsmodel._dates import Found, Reading
from newsmodel._html.facts import Facts
from newsmodel._html.headline import Headline
from newsmodel._html.page import Line, Page
from newsmodel._html.titles import pieces, stretches
from newsmodel._html.tree import Element, texts
from newsmodel._lazy import lazy
from newsmodel._model import Moment, Notice
from newsmodel._plain import plain

__all__ = ["Dates", "read"]

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article:published",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "publish-date",
    "publishdate", "publication_date", "pubdate", "publication-date", "published-date", "article.published",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "dc.created",
    "date.created", "displaydate", "article_date_original", "citation_publication_date", "citation_online_date",
    "rnews:datepublished", "datecreated", "created", "date", "ptime", "weibo:article:create_at",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "article:modified",
    "article:updated_time", "last-modified", "lastmod", "dcterms.modified", "dc.date.modified", "date.modified",
    "revised", "cxenseparse:recs:lastmodified", "updated_time",
)  # fmt: skip

# The day in an address: /2024/05/03/, /2024/may/03/.
_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?![\d])")
_BEFORE = 6  # lines above the headline in which its date may stand
_AFTER = 14  # lines below it
_ABOVE = 8  # lines above the first paragraph, where no heading prints the headline
_TEXT = 100  # characters of a paragraph that is no label
_HEADER = 40  # lines that may stand between headline and text
_BELOW = 5  # lines below it that come before those above
_NO_DATES = frozenset({"figcaption", "h1"})
_MAX_LINE = 160  # what is longer is text, in which a date is that of an event
_MAX_REST = 50  # characters in a printed line beside its dates: more is a sentence or a caption
_MAX_DAYS = 3  # that an article prints at its headline: published, changed, and that of an edition
_MAX_TIMES = 200
_FEW_DAYS = timedelta(days=2)  # between the zones of a time that is said and one that is shown, and a day's change
_SLACK = timedelta(days=1)  # a day may have begun elsewhere
_MINUTE = timedelta(minutes=1)
_HALF_HOUR = timedelta(minutes=30)  # offsets are multiples of it, but for Nepal's and a few islands'
_FURTHEST = timedelta(hours=14)
# A year, or a short date: lines without one hold no date. It begins with a digit so that the search skips to digits.
_YEAR = re.compile(r"\d(?:\d{3}|[./]\s?\d{1,2}[./]\d\d|年)")
# "By Ida Moe - Published 3 May - 2 min read": what parts the statements of a line.
_PARTS = re.compile(r"\s[|•·–—-]\s")
_CLOCK = re.compile(r"\d[:.hH時시点點]")  # a time of day begins so; few lines have one
_TIME_CLASS = re.compile(r"publi|pubdate|posted|entry-date|created|dateline|timestamp", re.IGNORECASE)
_CHANGE_CLASS = re.compile(r"updat|modif|changed|revis", re.IGNORECASE)


class Dates(NamedTuple):
    """What is known of an article's dates."""

    published: Moment | None = None
    modified: Moment | None = None
    notices: tuple[Notice, ...] = ()


class _Place:
    """The lines around a headline, where its date stands."""

    def __init__(self, page: Page, headline: Headline, language: str | None) -> None:
        box = headline.box
        self.page = page
        self.language = language
        top, bottom = (box.start, box.end) if box is not None else (0, 0)
        text = _text_below(page.lines, bottom)
        if box is None:
            top = bottom = max(0, text - _ABOVE)
        self.start, self.end = max(0, top - _BEFORE), min(max(bottom + _AFTER, text), len(page.lines))
        self.nearest = slice(top, bottom + _BELOW)

    @lazy
    def printed(self) -> list[Found]:
        """Return the dates in the lines that hold little else."""
        found = list(self._found(_YEAR))
        if len({f.reading.moment for f in found}) <= _MAX_DAYS:
            return found
        # Many days are those of a list of stories, or of what the text tells of; one stands with who wrote it.
        lines = (x for x in self.page.lines[self.nearest] if len(x.text) <= _MAX_LINE and _YEAR.search(x.text))
        signed = next((x for x in lines if _byline.introduced(x.text, self.language) is not None), None)
        return [f for stretch in stretches(signed) for f in self._in(stretch)] if signed else []

    def clocks(self) -> Iterator[Reading]:
        """Yield the printed dates that have a time of day, those of a change left out."""
        return (found.reading for found in self._found(_CLOCK) if not found.updated)

    def _found(self, needed: re.Pattern[str]) -> Iterator[Found]:
        """Yield the dates in the lines that a pattern is found in."""
        lines, nearest = self.page.lines, self.nearest
        # Above the headline may stand the day on which the page was looked at, far below it that of a comment.
        for line in (*lines[nearest], *lines[self.start : nearest.start], *lines[nearest.stop : self.end]):
            text = line.text
            if 5 < len(text) <= _MAX_LINE and needed.search(text) and _YEAR.search(text) and line.tag not in _NO_DATES:
                found = [date for stretch in stretches(line) for date in self._in(stretch)]
                # "Text Ida Moe | Pictures Bo Lund | 3 May": the date may stand in an element of its own.
                yield from found or (date for piece in line.parts and pieces(line) for date in self._in(piece))

    def _in(self, text: str) -> list[Found]:
        """Return the dates of a text that says little else, or of the parts of it that do."""
        dates = _dates.find(text, self.language)
        if not dates or len(text) - sum(f.end - f.start for f in dates) <= _MAX_REST:
            return dates
        if len(dates) > 1 and any(f.updated for f in dates):
            return dates  # "Posted on 3 May, updated on 4 May, by Ida Moe of our city desk"
        parts = _PARTS.split(text)
        return [f for part in parts for f in self._in(part)] if len(parts) > 1 else []

    def times(self, *, near: bool) -> Iterator[Reading | None]:
        """Yield what `<time>` elements here say, or those elsewhere: first those that say published."""
        ranked = []
        for el, line in self.page.times[:_MAX_TIMES]:
            if (self.start <= line < self.end) is near:
                name = f"{el.get('class') or ''} {el.get('itemprop') or ''}"
                published = _TIME_CLASS.search(name) is not None or el.get("pubdate") is not None
                ranked.append((2 if _CHANGE_CLASS.search(name) else 0 if published else 1, el))
        for _, el in sorted(ranked, key=lambda pair: pair[0]):
            yield self._of_time(el)

    def _of_time(self, el: Element) -> Reading | None:
        """Return what a `<time>` says: what it shows, where its attribute is a day that lies far from that.

        A day that nobody sees may have been left as the template has it.
        """
        said = el.get("datetime") or el.get("content")
        if not said:
            return _dates.read(_text(el), self.language)
        stated = _dates.read(said, self.language)
        if stated is None or isinstance(stated.moment, datetime):
            return stated
        text = _text(el) or ""
        found = _dates.find(text, self.language) if len(text) <= _MAX_LINE else []
        # Numbers alone may be read in two orders.
        if len(found) != 1 or found[0].updated or not any(map(str.isalpha, text[found[0].start : found[0].end])):
            return stated
        return stated if abs(_day(found[0].reading.moment) - stated.moment) <= _FEW_DAYS else found[0].reading


def _text_below(lines: list[Line], start: int) -> int:
    """Return the index of the line behind the first paragraph below a line, where that is not far below."""
    for line in lines[start : start + _HEADER]:
        if line.tag == "p" and len(line.text) > _TEXT and 2 * line.linked < len(line.text):
            return line.index + 1
    return start


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _text(el: Element) -> str | None:
    return plain(" ".join(texts(el)))


def read(page: Page, facts: Facts, headline: Headline, language: str | None, now: datetime | None = None) -> Dates:
    """Return the dates of an article; `now` is the moment after which no date is believed."""
    latest = (now or datetime.now(UTC)) + _SLACK
    place = _Place(page, headline, language)
    refused: list[Reading] = []
    published = _as_printed(_first(_published(facts, place), latest, refused), place)
    modified = _first(_modified(facts, place), latest, refused)
    notices = []
    if published is None and (published := _in_address(facts, latest)):
        notices.append(Notice("date-from-address", "The page does not date itself; the day is that in its address."))
    if published is None and refused:
        message = f"The page dates itself to {refused[0].moment.isoformat()}, which lies ahead."
        notices.append(Notice("date-in-future-refused", message))
    if any(r is not None and r.zone_assumed for r in (published, modified)):
        notices.append(Notice("time-zone-assumed", "The page gives a time without its zone; it is taken as UTC."))
    return Dates(published.moment if published else None, modified.moment if modified else None, tuple(notices))


def _in_address(facts: Facts, latest: datetime) -> Reading | None:
    """Return the day that stands in the address of the page."""
    m = _ADDRESS.search(facts.base or "")
    reading = _dates.read(f"{m[3]} {m[2]} {m[1]}" if m[2].isalpha() else f"{m[1]}-{m[2]}-{m[3]}", "en") if m else None
    return None if reading is None or _ahead(reading.moment, latest) else reading


def _first(readings: Iterator[Reading | None], latest: datetime, refused: list[Reading]) -> Reading | None:
    """Return the first reading that does not lie ahead; note those that do."""
    for reading in readings:
        if reading is None:
            continue
        if not _ahead(reading.moment, latest):
            return reading
        refused.append(reading)
    return None


def _ahead(moment: Moment, latest: datetime) -> bool:
    if isinstance(moment, datetime):
        return moment > latest
    return moment > latest.date()


def _published(facts: Facts, place: _Place) -> Iterator[Reading | None]:
    """Yield the readings of when an article was published, the surest first."""
    language = place.language
    for story in facts.stories:
        if story.is_article:
            yield _dates.read(story.published, language)
    yield from _in_metas(facts, _PUBLISHED[:1], language)
    for story in facts.stories:
        yield _dates.read(story.published or story.created, language)
    yield from _in_metas(facts, _PUBLISHED[1:], language)
    yield from place.times(near=True)
    for found in sorted(place.printed, key=lambda f: f.updated):
        yield found.reading
    yield from place.times(near=False)
    yield from _in_metas(facts, _MODIFIED, language)


def _modified(facts: Facts, place: _Place) -> Iterator[Reading | None]:
    """Yield the readings of when an article was changed, the surest first."""
    for story in facts.stories:
        yield _dates.read(story.modified, place.language)
    yield from _in_metas(facts, _MODIFIED, place.language)
    for found in place.printed:
        if found.updated:
            yield found.reading


def _in_metas(facts: Facts, names: Iterable[str], language: str | None) -> Iterator[Reading | None]:
    for name in names:
        for content in facts.metas.get(name, ()):
            yield _dates.read(content, language)


def _as_printed(published: Reading | None, place: _Place) -> Reading | None:
    """Return a moment given in UTC with the offset of the place, where the page prints the same moment in its own time.

    So the day is the day that readers see.
    """
    if published is None or not isinstance(published.moment, datetime) or published.moment.utcoffset():
        return published
    utc = published.moment.astimezone(UTC)
    for reading in chain(place.times(near=True), place.clocks()):
        if reading is not None and (zone := _offset(reading, utc)):
            return Reading(utc.astimezone(zone))
    return published


def _offset(local: Reading, utc: datetime) -> timezone | None:
    """Return the offset in which a moment is written, when it is the same moment as one in UTC."""
    moment = local.moment
    if not isinstance(moment, datetime):
        return None
    if not local.zone_assumed:
        offset = moment.utcoffset()
        return timezone(offset) if offset and abs(moment - utc) < _MINUTE else None
    ahead = moment.replace(second=0, microsecond=0) - utc.replace(second=0, microsecond=0)
    return timezone(ahead) if ahead and abs(ahead) <= _FURTHEST and not ahead % _HALF_HOUR else None
