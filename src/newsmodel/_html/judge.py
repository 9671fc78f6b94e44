"""What each line of the region is: text, heading, caption, or furniture of some kind."""

from __future__ import annotations

import re
from collections import Counter

from attrs import define

from newsmodel._html.flow import flat
from newsmodel._html.metadata import Metadata
from newsmodel._html.names import purpose, words
from newsmodel._html.page import BREAK, Box, Line, Page
from newsmodel._html.region import Region, length

__all__ = ["Verdict", "judge"]

_LETTERS = re.compile(r"[\W_]+")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HEADING_WORDS = frozenset(
    {"subheading", "subhead", "subheadline", "crosshead", "crossheading", "intertitle", "intertitre", "zwischentitel",
     "zwischenueberschrift", "ladillo", "mellemrubrik", "mellomtittel", "mellanrubrik", "tussenkop", "heading", "srodtytul"}
)  # fmt: skip
_MEDIA = frozenset({"img", "iframe", "video", "audio", "embed", "object", "amp-img", "amp-iframe", "amp-video", "amp-youtube"})


@define
class Verdict:
    """What a line is taken for."""

    line: Line
    role: str
    """``text``, ``heading``, ``caption``, ``media``, or ``furniture``."""
    kind: str = ""
    """Kind of the furniture."""


def loose(text: str) -> str:
    """Return the letters and digits of a text, case folded, for comparisons."""
    return _LETTERS.sub("", text).casefold()


def judge(page: Page, region: Region, metadata: Metadata) -> list[Verdict]:
    """Return a verdict on each line of the region."""
    said = {loose(t) for t in (metadata.headline, page.title, metadata.byline, metadata.kicker) if t}
    out = []
    for line in page.lines[region.box.start : region.box.end]:
        out.append(_verdict(line, region, said))
    return out


def _verdict(line: Line, region: Region, said: set[str]) -> Verdict:
    kind = region.furniture(line.box)
    if line.tag in _MEDIA:
        return Verdict(line, "media") if kind in (None, "caption", "video", "gallery") else Verdict(line, "furniture", kind)
    if kind == "caption":
        return Verdict(line, "caption")
    if kind:
        return Verdict(line, "furniture", kind)
    if line.tag == "h1" or loose(line.text) in said:
        return Verdict(line, "furniture", "headline")
    if line.linked >= 0.8 * len(line.text) and line.tag not in _HEADINGS:
        return Verdict(line, "furniture", "related")
    if line.tag in _HEADINGS or is_heading(line):
        return Verdict(line, "heading")
    return Verdict(line, "text")


def is_heading(line: Line) -> bool:
    """Tell whether a line that is no heading element looks like one: short, wholly bold, without full stop."""
    text = line.text
    if len(text) > 100 or BREAK in text or line.tag not in ("p", "div"):
        return False
    if line.bold >= 0.95 * len(text) and text[-1:] not in ".,;:!…" and length(text) > 3:
        return True
    return not _HEADING_WORDS.isdisjoint(words(line.box.name))
