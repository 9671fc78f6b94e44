"""From the raw pieces of a line to paragraphs: white space, line breaks, and links as spans."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urljoin

from newsmodel._html.page import BREAK, Line
from newsmodel._html.text import clean, visible
from newsmodel._model import Link, Paragraph, Span

__all__ = ["address", "flat", "paragraphs"]

# A sentence ends: a break after it between long stretches is a new paragraph.
_ENDS, _CLOSES = tuple(".!?…:。！？।؟۔"), "\"'”’»“」』)]"
_LONG = 60
# Above a long stretch, one shorter than this is a label.
_LABEL = 40
# White space may be bold with it.
_AROUND = 2
# No line of a page has so many paragraphs: what comes after them stays together, with line breaks.
_MOST = 3000
# So many lines may be a list.
_FEWEST = 3
_ITEM = re.compile(r"\d|:|^[-–—+*•·]")
# Addresses that lead nowhere a reader could follow later.
_NOWHERE = re.compile(r"\s*(?:javascript|data|vbscript|about|blob):|\s*#|\s*$", re.IGNORECASE)

# Browsers take tabs and line ends out of addresses; the other control characters are no part of one.
_CONTROL = dict.fromkeys((*range(0x20), 0x7F, *range(0xD800, 0xE000)))

_ORIGIN = re.compile(r"https?://[^/?#\s\\]+")

Segment = tuple[str, list[tuple[int, int, str]]]
"""A stretch between breaks, with its links: first letter, after the last, address."""


def flat(line: Line) -> str:
    """Return the text of a line with breaks as blanks."""
    return " ".join(line.text.replace(BREAK, " ").split()) if BREAK in line.text else line.text


def address(href: str | None, base: str | None) -> str | None:
    """Return an address as absolute as the page's own lets it be; None for what is no address to follow."""
    if not href or _NOWHERE.match(href):
        return None
    href = href.strip()
    if not href.isprintable():
        href = href.translate(_CONTROL)
    if not base or href.startswith(("https://", "http://")):
        return href or None
    if href[0] == "/" and "/." not in href and href[1:2] != "/" and (origin := _origin(base)):
        return origin + href
    try:
        return urljoin(base, href)
    except ValueError:
        return href or None


@lru_cache(maxsize=256)
def _origin(base: str) -> str | None:
    """Return scheme and host of an address, to put paths behind them: ten times as fast as `urljoin`."""
    found = _ORIGIN.match(base)
    return found.group() if found else None


def paragraphs(line: Line, base: str | None) -> list[Paragraph]:
    """Return the paragraphs of a line: one, or several where breaks part them."""
    if not line.anchors and BREAK not in line.text:
        return [Paragraph(line.text)]
    groups: list[list[Segment]] = []
    gap = 2
    for segment in _segments(line, base):
        if not segment[0]:
            gap += 1
            continue
        if not groups or (len(groups) < _MOST and (gap > 1 or _parts(groups[-1], segment[0], line.bold))):
            groups.append([])
        groups[-1].append(segment)
        gap = 1
    return [_paragraph(part) for group in groups for part in _items(group)]


def _parts(group: list[Segment], text: str, bold: int) -> bool:
    """Tell whether a single break before `text` parts paragraphs: at the end of a sentence, or below a label."""
    last = group[-1][0]
    if len(last) <= _LONG >= len(text):
        return False
    if last.rstrip(_CLOSES).endswith(_ENDS):
        return True
    # What alone is bold is a label, however the text below it begins.
    return len(group) == 1 and len(last) < _LABEL and (not text[0].islower() or 0 <= bold - len(last) <= _AROUND)


def _items(group: list[Segment]) -> list[list[Segment]]:
    """Return the lines of a list one by one: three lines or more, most with a number, a colon or a mark before them."""
    if not _FEWEST <= len(group) <= _MOST:
        return [group]
    marked = sum(map(bool, map(_ITEM.search, (text for text, _ in group))))
    if 2 * marked < len(group):
        return [group]
    return [[segment] for segment in group]


def _paragraph(group: list[Segment]) -> Paragraph:
    if len(group) == 1 and not group[0][1]:
        return Paragraph(group[0][0])
    text = "\n".join(segment[0] for segment in group)
    links: list[Link] = []
    at = 0
    for words, spans in group:
        links += [Link(Span(at + start, at + end), url) for start, end, url in spans]
        at += len(words) + 1
    return Paragraph(text, links=tuple(links))


def _segments(line: Line, base: str | None) -> list[Segment]:
    """Return what stands between the breaks of a line, an empty segment where two breaks meet."""
    if not line.anchors:
        return [(text.strip(), []) for text in line.text.split(BREAK)]
    opens = {start: (end, address(el.get("href"), base)) for start, end, el in line.anchors}
    run = _Run()
    until = -1
    for i, part in enumerate(line.parts):
        if i in opens:
            until, run.url = opens[i]
            run.start = -1
        if part == BREAK:
            run.cut()
        else:
            run.add(part)
        if i + 1 == until:
            run.end_link()
            run.url = None
    run.cut()
    return run.segments


class _Run:
    """Text that is being put together, white space collapsed, and the link that is open in it."""

    __slots__ = ("links", "segments", "size", "space", "start", "url", "words")

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.words: list[str] = []
        self.links: list[tuple[int, int, str]] = []
        self.size = 0
        self.space = False
        self.url: str | None = None
        self.start = -1

    def add(self, raw: str) -> None:
        """Add a raw piece of text."""
        part = raw if raw.isascii() else visible(raw)
        text = clean(part)
        if not text:
            self.space = self.space or bool(part)
            return
        size = self.size
        # What is clean begins and ends as the piece does, but for white space.
        if size and (self.space or part[0] != text[0]):
            self.words.append(" ")
            size += 1
        if self.start < 0:
            self.start = size
        self.words.append(text)
        self.size = size + len(text)
        self.space = part[-1] != text[-1]

    def end_link(self) -> None:
        """Note the link, if one is open and has words."""
        if self.url and 0 <= self.start < self.size:
            self.links.append((self.start, self.size, self.url))

    def cut(self) -> None:
        """End a segment; a link around the break goes on behind it."""
        if self.url:
            self.end_link()
        self.segments.append(("".join(self.words), self.links))
        self.words, self.links, self.size, self.space, self.start = [], [], 0, False, -1
