"""What a line is taken for, and what it looks like by itself."""

from __future__ import annotations

from attrs import define

from newsmodel._html.names import words
from newsmodel._html.page import BREAK, Line
from newsmodel._html.region import length

__all__ = [
    "HEADINGS", "LABELLED", "LINKED", "LONGEST_HEADING", "MEDIA", "PASSAGE", "ROWS", "STOPS", "TALK", "Verdict",
    "is_heading", "is_passage", "loose", "within_heading",
]  # fmt: skip

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
ROWS = frozenset({"li", "td", "th", "dd", "dt"})
MEDIA = frozenset(
    {"img", "iframe", "video", "audio", "embed", "object", "amp-img", "amp-iframe", "amp-video", "amp-youtube"}
)
TALK = 80
"""A paragraph among the others that is longer than this is not asked for words of furniture."""
PASSAGE = 120
"""So long a text is a passage of the article even if all of it is linked."""
LABELLED, LINKED = 0.2, 0.4
"""A line with a greater share of links is no plain text; an item with more points to another article."""
LONGEST_HEADING = 90
STOPS = ".!?…。！？।؟۔"
"""How a sentence ends."""

_HEADING_WORDS = frozenset(
    {"subheading", "subhead", "subheadline", "crosshead", "crossheading", "intertitle", "intertitre", "zwischentitel",
     "zwischenueberschrift", "ladillo", "mellemrubrik", "mellomtittel", "mellanrubrik", "tussenkop", "srodtytul"}
)  # fmt: skip
_YEARS = 11  # "2018 – 2020"
_DASHES = "—–-−"
# What is no letter or digit in ASCII: to take that out is ten times as fast as to find the rest.
_NO_LETTERS = bytes(i for i in range(128) if not chr(i).isalnum())


@define
class Verdict:
    """What a line is taken for."""

    line: Line
    role: str
    """``text``, ``heading``, ``caption``, ``media``, ``embed``, ``pull`` or ``furniture``."""
    kind: str = ""
    """Kind of the furniture; empty when nothing but its place says that it is furniture."""


def loose(text: str) -> str:
    """Return the letters and digits of a text, case folded, for comparisons."""
    if text.isascii():
        return text.lower().encode().translate(None, _NO_LETTERS).decode()
    return "".join(filter(str.isalnum, text)).casefold()


def is_heading(line: Line) -> bool:
    """Tell whether a line that is no heading element looks like one: short, wholly bold, without full stop."""
    text = line.text
    if len(text) > LONGEST_HEADING or BREAK in text or line.tag not in ("p", "div"):
        return False
    if line.bold >= 0.95 * len(text) and text[-1:] not in ".,;:!…" and length(text) > 3:
        # What is linked points elsewhere, what begins with a dash says who spoke, and figures or stars head nothing.
        return line.linked <= LABELLED * len(text) and text[0] not in _DASHES and _has_words(text)
    return not _HEADING_WORDS.isdisjoint(words(line.box.name))


def _has_words(text: str) -> bool:
    """Tell whether a text is no ornament and no line of figures, such as a score; years may head a text."""
    letters = loose(text)
    return bool(letters) and (len(text) <= _YEARS or 2 * sum(map(str.isdigit, letters)) < len(letters))


def within_heading(line: Line) -> bool:
    """Tell whether a line stands in a block that a heading element holds."""
    outer = line.box.parent
    return outer is not None and outer.tag in HEADINGS


def is_passage(line: Line) -> bool:
    """Tell whether a line is a paragraph of some length."""
    return line.tag == "p" and length(line.text) > PASSAGE
