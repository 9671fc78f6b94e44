"""The standfirst: the introduction printed below the headline and set apart from the text.

A bold first paragraph that stands among the others is left where it is: it is text as much as introduction.
"""

from __future__ import annotations

from typing import NamedTuple

from newsmodel._furniture import kind_of
from newsmodel._html.headline import Headline
from newsmodel._html.names import purpose
from newsmodel._html.page import BREAK, Box, Line, Page
from newsmodel._html.titles import loose, shown

__all__ = ["Standfirst", "read"]

_REACH = 20  # lines below the headline in which a standfirst may stand
_AT_ONCE = 2  # lines in which it needs no other mark than being apart
_SHORTEST, _LONGEST = 35, 600  # characters; what is shorter is a label, what is longer is text
_SHORTEST_UNSPACED = 15
_FIRST = 4  # letters by which a script is told: a number may stand first
_SENTENCE = 60  # characters; the next line below the headline, when it is longer, is no byline
_MAX_DIGITS = 7  # a line with more of them is a date
_TEXT = 120  # characters of a line that may be a paragraph of the text
_SURE_WITHIN = 4  # boxes around a line among which a header makes it a standfirst
_HEAD = 6  # lines of a box around the headline that holds no text
_AHEAD = 8  # lines below it in which the text should begin
# Parts of the class names and ids that standfirsts have, in the languages that name classes.
_CLASS = (
    "standfirst", "lead", "lede", "dek", "subtit", "sub-tit", "subhead", "sub-head", "excerpt", "abstract", "intro",
    "teaser", "summary", "epigraph", "epigrafe", "chapo", "sottotitolo", "occhiello", "bajada", "entradilla", "ingress",
    "perex", "vorspann", "deck", "description", "strapline", "tagline", "sumario", "linhafina", "manchet", "zajawka",
    "spot", "anons", "unterzeile", "untertitel", "underrubrik", "sapo", "preview",
)  # fmt: skip
# Those of them that mean nothing else.
_SURE_CLASS = (
    "standfirst", "vorspann", "perex", "ingress", "chapo", "entradilla", "bajada", "strapline", "underrubrik",
    "manchet", "zajawka", "sapo", "sottotitolo", "linhafina", "subtit", "sub-tit", "subhead", "sub-head", "untertitel",
)  # fmt: skip
_NOT_CLASS = (
    "caption",
    "credit",
    "image",
    "figure",
    "byline",
    "author",
    "related",
    "newsletter",
    "share",
    "video",
    "date",
    "meta",
)
_HEADINGS = frozenset({"h2", "h3", "h4"})
_NOT_AROUND = frozenset({"button", "form", "label"})
_ASIDE = frozenset({"aside", "figure", "nav", "form", "footer", "table", "ul", "ol"})
# A sentence that asks or calls may be the first question of an interview, or an offer.
_FULL_STOPS = frozenset(".。।۔")
_STOPS = frozenset(".!?…")
_NOT_TAGS = frozenset({"figcaption", "li", "button", "td", "th", "dt", "dd", "h1", "footer", "label"})


class Standfirst(NamedTuple):
    """An introduction below the headline."""

    text: str | None = None
    is_sure: bool = False
    """True when the page calls it so, or it stands in the header: then it is no part of the text."""


def read(page: Page, headline: Headline, byline: str | None, description: str | None) -> Standfirst:
    """Return the standfirst, or an empty one when nothing that is set apart looks like one."""
    box = headline.box
    if box is None:
        return Standfirst()
    said = loose(description)
    repeated = loose(byline)
    between = 0
    spare: str | None = None
    for line in page.lines[box.end : box.end + _REACH]:
        is_next = between < _AT_ONCE
        between += len(line.text) > 1 or line.text.isalnum() or not line.text
        if len(line.text) > _LONGEST:
            break  # the text, in one line
        if not _may_be(line, is_next=is_next):
            continue
        text = shown(line)
        key = loose(text)
        if key == repeated:
            continue
        if not _is_apart(page, line):
            break  # the text has begun
        if any(map(key.endswith, headline.titles)):
            between -= 1  # the headline may be printed twice, for wide and for narrow screens
            continue
        if kind_of(text):
            continue
        is_set = line.tag in _HEADINGS or _is_beside(line.box, box) or (between == 1 and len(text) > _SENTENCE)
        at_once = is_next and is_set
        if _is_named(line.box) or (said and key in said) or (at_once and sum(map(str.isdigit, text)) < _MAX_DIGITS):
            apart = (_is_named(line.box) or _is_in_head(page, line, box)) and _is_beyond(page, line)
            return Standfirst(text, apart or _is_sure(line.box))
        if spare is None and _is_sentence(line, text, page):
            spare = text
    return Standfirst(spare)


def _is_sentence(line: Line, text: str, page: Page) -> bool:
    """Tell whether a line between headline and text is a sentence that belongs to neither a picture nor a box aside."""
    if text.endswith("..") or line.linked or not (text[-1] in _FULL_STOPS or (text[-1] == "?" and ". " in text)):
        return False
    above = page.lines[line.index - 1] if line.index else line
    if not above.text and (
        above.box is line.box or above.box is line.box.parent or above.box.parent is line.box.parent
    ):
        return False
    around = [b for b, _ in zip(line.box.up(), range(_SURE_WITHIN), strict=False)]
    return not any(b.tag in _ASIDE or (b.name and purpose(b.name)) for b in around)


def _is_sure(box: Box) -> bool:
    around = [b for b, _ in zip(box.up(), range(_SURE_WITHIN), strict=False)]
    return any(map(box.name.lower().__contains__, _SURE_CLASS)) or any(b.tag == "header" for b in around)


def _may_be(line: Line, *, is_next: bool) -> bool:
    # What is short and ends like a sentence stands right below the headline.
    short = max(line.text[:_FIRST], default="") > "\u2e7f" or (is_next and line.text[-1:] in _STOPS)
    shortest = _SHORTEST_UNSPACED if short else _SHORTEST
    if not shortest <= len(line.text) <= _LONGEST or line.tag in _NOT_TAGS or 2 * line.linked > len(line.text):
        return False
    name = line.box.name.lower()
    if any(map(name.__contains__, _NOT_CLASS)):
        return False
    around = line.box.parent
    return around is None or around.tag not in _NOT_AROUND


def _is_apart(page: Page, line: Line) -> bool:
    """Tell whether the next lines that may be text stand in another box than this one."""
    parent = line.box.parent
    called = any(map(line.box.name.lower().__contains__, _CLASS))
    for other in page.lines[line.index + 1 : line.index + 1 + _AHEAD]:
        if len(other.text) >= _TEXT:
            if called and other.box.name != line.box.name:
                return True
            if BREAK in other.text and other.box is not line.box:
                return True  # all the text is in one box, and this is in another
            return other.box.parent is not parent or other.tag != line.tag != "p"
    return called or line.tag != "p" or len(line.text) < _TEXT


def _is_beyond(page: Page, line: Line) -> bool:
    """Tell whether the text that follows a line stands in other boxes than it: neither beside it nor around it."""
    parent = line.box.parent
    for other in page.lines[line.index + 1 : line.index + 1 + _AHEAD]:
        if len(other.text) >= _TEXT:
            return other.box.parent is not parent and other.box is not parent
    return False


def _is_named(box: Box) -> bool:
    """Tell whether the class of a box, or of the one around it, is that of a standfirst."""
    around = box.parent.name if box.parent is not None else ""
    name = f"{box.name} {around}".lower()
    return any(map(name.__contains__, _CLASS))


def _is_in_head(page: Page, line: Line, headline: Box) -> bool:
    """Tell whether a line shares with the headline a box of few lines, none of which is another sentence."""
    head = line.box.parent
    if head is None or head is not headline.parent or head.end - head.start > _HEAD:
        return False
    others = (x.text for x in page.lines[headline.end : head.end] if x is not line)
    return not any(len(text) > _SENTENCE and text[-1] in _STOPS for text in others)


def _is_beside(box: Box, headline: Box) -> bool:
    """Tell whether a box stands beside the headline, in the same header."""
    return (
        box.parent is not None
        and headline.parent is not None
        and box.parent in (headline.parent, headline.parent.parent)
    )
