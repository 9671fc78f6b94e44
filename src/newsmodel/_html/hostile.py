"""Pages that a parser cannot take as they are: tags with tens of thousands of attributes, nests of thousands of levels.

libxml2 takes quadratic time for the first and silently leaves out what lies below the second. Both are rewritten
here, in one linear walk over the bytes, before the parser sees them (again): no text is lost, and a notice says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from newsmodel._html.data import table
from newsmodel._html.decode import Decoded
from newsmodel._model import Notice

__all__ = ["RAW", "flatten", "tags", "tame"]

# A page without a "<" in this many bytes is looked at more closely: a tag with too many attributes is that long.
_WINDOW = 8192
# Only every so often: a tag that is missed by this has too few attributes to take long.
_STRIDE = 32768
_ATTRIBUTES = 256
"""Attributes of one tag beyond this number are left out; no honest page has a tenth of them."""
_LEVELS = 400
"""Elements below this level are no longer nested; their text stands in paragraphs side by side."""

_ELEMENTS = table("elements.txt")
_BLOCKS = frozenset(tag.encode() for tag in _ELEMENTS["block"]) - {b"html", b"body", b"hr"}
# A "<" before a long stretch begins a tag only if a name of HTML follows; in scripts it is a sign for "less than".
_NAMES = frozenset(tag.encode() for tags in _ELEMENTS.values() for tag in tags)
_KEPT = frozenset({b"p", b"h1", b"h2", b"h3", b"h4", b"h5", b"h6", b"br", b"img", b"hr", b"title"})
# What libxml2 takes for empty: not <embed>, <source>, <track> and <wbr>, which hold what comes after them.
_VOID = frozenset(
    {b"area", b"base", b"basefont", b"br", b"col", b"frame", b"hr", b"img", b"input", b"isindex", b"link", b"meta"}
    | {b"param"}
)
# A new one of these ends the one before it.
_CLOSING_EACH_OTHER = frozenset({b"p", b"li", b"td", b"th", b"tr", b"dd", b"dt", b"option"})
RAW = frozenset({b"script", b"style", b"textarea", b"title", b"xmp", b"iframe", b"noembed", b"noframes"})

Attributes = Callable[[bytes, int], tuple[int, int]]

_TAG = re.compile(rb"<(?:!--|(/?)([A-Za-z][^\s/>]{0,60})(>?))")
# The name of an element that a page makes up has a hyphen, and none of the signs of a script.
_CUSTOM = re.compile(rb"[a-z][^\s\"'()\[\]{}=;,&|!?+*]*-[^\s\"'()\[\]{}=;,&|!?+*]*")
# One attribute; each alternative ends where the next attribute can begin, so that the walk is linear.
_ATTRIBUTE = re.compile(rb"[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]*))?")


def tame(page: Decoded) -> Decoded:
    """Return a page whose tags have a bearable number of attributes; the page itself where they have."""
    if not _suspicious(page.data):
        return page
    out: list[bytes] = []
    at = cut = 0
    for _, end, keep, _, _ in tags(page.data):
        if keep < end:
            out += (page.data[at:keep], b">")
            at = end
            cut += 1
    if not cut:
        return page
    out.append(page.data[at:])
    notice = Notice(
        "attributes-cut", f"{cut} tags had more than {_ATTRIBUTES} attributes; the rest of them was left out."
    )
    return page._replace(data=b"".join(out), notices=(*page.notices, notice))


def flatten(data: bytes) -> bytes:
    """Return a page without the nesting below `_LEVELS`: blocks there become paragraphs, inline tags are left out."""
    nest = _Nest()
    out: list[bytes] = []
    at = 0
    for start, end, _, closing, name in tags(data):
        instead = nest.close(name) if closing else nest.open(name)
        if instead is not None:
            if start > at:
                out.append(data[at:start])
            if instead and (start > at or not out or out[-1] != instead):  # one between two texts is enough
                out.append(instead)
            at = end
    out.append(data[at:])
    return b"".join(out)


class _Nest:
    """The elements that are open at a place of a page."""

    __slots__ = ("dropped", "held", "stack")

    def __init__(self) -> None:
        self.stack: list[bytes] = []
        self.held: dict[bytes, int] = {}
        """How many elements of each name are on the stack."""
        self.dropped: dict[bytes, int] = {}
        """How many of each name were too deep for it."""

    def open(self, name: bytes) -> bytes | None:
        """Return what stands for a start tag, None for the tag itself."""
        stack = self.stack
        if name in _VOID or name in RAW or (stack and stack[-1] == name and name in _CLOSING_EACH_OTHER):
            return None
        if len(stack) < _LEVELS:
            stack.append(name)
            self.held[name] = self.held.get(name, 0) + 1
            return None
        if name in _KEPT:
            return None
        self.dropped[name] = self.dropped.get(name, 0) + 1
        return b"<p>" if name in _BLOCKS else b""

    def close(self, name: bytes) -> bytes | None:
        """Return what stands for an end tag, None for the tag itself."""
        if self.dropped.get(name):
            self.dropped[name] -= 1
            return b"<p>" if name in _BLOCKS else b""
        while self.held.get(name):
            inner = self.stack.pop()
            self.held[inner] -= 1
            if inner == name:
                break
        return None


def _suspicious(data: bytes) -> bool:
    """Tell whether some tag has too many attributes: only stretches without a "<" are looked at closely."""
    at = 0
    size = len(data)
    while at < size:
        if data.find(b"<", at, at + _WINDOW) >= 0:
            at += _STRIDE
            continue
        at = _past(data, at)
        if at < 0:
            return True
    return False


def _past(data: bytes, at: int) -> int:
    """Return the end of the tag, script or text that a place is in, at least a window further; -1 for a bad tag."""
    tag = _TAG.match(data, max(0, data.rfind(b"<", 0, at)))
    name = tag and tag.group(2) and tag.group(2).lower()
    if tag is None or not name or (name not in _NAMES and not _CUSTOM.fullmatch(name)):
        return at + _STRIDE
    if name in RAW and not tag.group(1):
        end = data.find(b"<", at)  # it ends there or later; one letter is found far faster than the two of an end tag
        return len(data) if end < 0 else max(end, at + _STRIDE)
    if tag.group(3):
        return max(tag.end(), at + _STRIDE)
    end, keep = _attributes(data, tag.end())
    return -1 if keep < end else max(end, at + _STRIDE)


def tags(data: bytes, attributes: Attributes | None = None) -> Iterator[tuple[int, int, int, bool, bytes]]:
    """Yield the tags: first byte, byte after it, byte after the last attribute to keep, whether it closes, name.

    ``attributes`` tells where a tag ends whose attributes begin at a place, and where those to keep end.
    """
    ends = attributes or _attributes
    at = 0
    while (tag := _TAG.search(data, at)) is not None:
        closing, written, closed = tag.groups()
        if written is None:
            at = data.find(b"-->", tag.end())
            if at < 0:
                return
            continue
        name = written.lower()
        end = keep = tag.end()
        if not closed:
            end, keep = ends(data, end)
        yield tag.start(), end, keep, bool(closing), name
        at = end
        if name in RAW and not closing:
            close = re.compile(b"</" + re.escape(name), re.IGNORECASE).search(data, at)
            if close is None:
                return
            at = close.start()


def _attributes(data: bytes, at: int) -> tuple[int, int]:
    """Return where a tag ends whose attributes begin at a place, and where those to keep end."""
    count = 0
    keep = -1
    while (found := _ATTRIBUTE.match(data, at)) is not None:
        at = found.end()
        count += 1
        if count == _ATTRIBUTES:
            keep = at
    end = data.find(b">", at)
    end = len(data) if end < 0 else end + 1
    return end, keep if 0 <= keep < at else end
