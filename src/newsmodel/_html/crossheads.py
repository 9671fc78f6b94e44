"""Headings in a text whose paragraphs only breaks part: what alone is bold between two breaks."""

from __future__ import annotations

from itertools import pairwise

from newsmodel._html.flow import paragraphs
from newsmodel._html.page import Line
from newsmodel._html.region import length
from newsmodel._html.tree import Element, texts
from newsmodel._html.verdict import LONGEST_HEADING, STOPS, TALK
from newsmodel._model import Paragraph
from newsmodel._plain import plain

__all__ = ["parted"]

_FEWEST = 3  # paragraphs: one stands above a heading, one below
_BOLD = ("b", "strong")
# What ends no heading, besides the marks that end a sentence; and what begins none, as it says who spoke.
_NO_END, _DASHES = ",;:", "—–-−"


def parted(line: Line, base: str | None) -> list[Paragraph | str]:
    """Return the paragraphs of a line, and the headings between them as bare strings."""
    told = paragraphs(line, base)
    if len(told) < _FEWEST:
        return list(told)
    found: list[Paragraph | str] = [told[0]]
    bold: set[str] | None = None
    for paragraph, below in pairwise(told[1:]):
        if _may_head(paragraph) and length(below.text) > TALK:
            bold = _between_breaks(line.el) if bold is None else bold
            found.append(paragraph.text if paragraph.text in bold else paragraph)
        else:
            found.append(paragraph)
    return [*found, told[-1]]


def _may_head(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        3 < len(text) <= LONGEST_HEADING
        and not paragraph.links
        and text[0] not in _DASHES
        and text[-1] not in STOPS
        and text[-1] not in _NO_END
    )


def _between_breaks(el: Element) -> set[str]:
    """Return the texts of the bold elements that nothing but breaks stand beside."""
    found = set()
    for bold in el.iterdescendants(*_BOLD):
        before, below = bold.getprevious(), bold.getnext()
        if before is None or before.tag != "br" or below is None or below.tag != "br":
            continue
        if not (before.tail or "").strip() and not (bold.tail or "").strip():
            found.add(plain("".join(texts(bold))) or "")
    return found
