"""The one pass over the tree: every element is touched once, and all later stages work on what this collects.

Block and inline rules are those of a browser's default style sheet: a block-level element ends the line before it and
after it, everything else runs on. An explicit stack of open elements stands for recursion.
"""

from __future__ import annotations

from newsmodel._html.data import table
from newsmodel._html.page import BREAK, Box, Line, Page
from newsmodel._html.tree import Element
from newsmodel._model import Notice

__all__ = ["clean", "scan"]

# What an element does to the flow of text; from _SKIP on its own text is not shown.
_INLINE, _BLOCK, _LINK, _BOLD, _BR, _SKIP, _MEDIA, _HEAD, _DEAD = range(9)

_ELEMENTS = table("elements.txt")
_KINDS: dict[str, int] = {
    tag: kind
    for name, kind in (
        ("inline", _INLINE),
        ("block", _BLOCK),
        ("link", _LINK),
        ("bold", _BOLD),
        ("break", _BR),
        ("skip", _SKIP),
        ("media", _MEDIA),
        ("head", _HEAD),
    )
    for tag in _ELEMENTS[name]
}
_TEXT_BLOCKS = frozenset(_ELEMENTS["text"])
_SILENT = frozenset({_SKIP, _MEDIA})

# Soft hyphens, zero-width spaces and joiners of words: invisible, and in the way of every comparison.
# (U+200C and U+200D stay: they shape Persian and Indic letters.)
_INVISIBLE = {0xAD: None, 0x200B: None, 0x2060: None, 0xFEFF: None}
# The parser drops what lies deeper than 2,048 levels.
_DEEPEST = 2040


def clean(text: str) -> str:
    """Return a text with white space collapsed and invisible characters left out."""
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    return " ".join(text.split())


def scan(root: Element, *, url: str | None = None, notices: tuple[Notice, ...] = ()) -> Page:
    """Return what one pass over a tree collects."""
    page = Page(root=root, url=url, notices=notices)
    _Pass(page).run(root)
    return page


class _Pass:
    """The state of the pass: the open elements, and the line that is being gathered."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.opened: list[Element | None] = [None]
        self.kinds: list[int] = [_INLINE]
        self.dead = False
        self.box = Box(0, "html", page.root, None, "", 0)
        page.boxes.append(self.box)
        self.parts: list[str] = []
        self.anchors: list[tuple[int, int, Element]] = []
        self.link: Element | None = None
        self.link_start = 0
        self.linked = 0
        self.bold = 0
        self.bold_from = 0
        self.bold_depth = 0

    def run(self, root: Element) -> None:
        opened, kinds, kind_of = self.opened, self.kinds, _KINDS.get
        for el in root.iter():
            parent = el.getparent()
            while opened[-1] is not parent:
                self.leave()
            tag = el.tag
            if self.dead:
                kind = _DEAD
            else:
                known = kind_of(tag)
                kind = self.unknown(tag) if known is None else known
                if kind:
                    self.enter(el, tag, kind)
                if kind < _SKIP:
                    text = el.text
                    if text and (self.parts or not text.isspace()):
                        self.parts.append(text)
            opened.append(el)
            kinds.append(kind)
            if len(opened) > _DEEPEST:
                self.page.deep = True
        while len(opened) > 1:
            self.leave()
        self.flush()
        self.page.boxes[0].end = len(self.page.lines)

    def enter(self, el: Element, tag: str, kind: int) -> None:
        """Open an element that is more than inline text."""
        if kind == _BLOCK:
            self.flush()
            name = el.get("class") or ""
            if id_ := el.get("id"):
                name = f"{name} {id_}"
            self.box = Box(len(self.page.boxes), tag, el, self.box, name, len(self.page.lines))
            self.page.boxes.append(self.box)
        elif kind == _LINK:
            self.close_link()
            self.link, self.link_start = el, len(self.parts)
        elif kind == _BOLD:
            if not self.bold_depth:
                self.bold_from = len(self.parts)
            self.bold_depth += 1
        elif kind == _BR:
            self.parts.append(BREAK)
        elif kind == _MEDIA:
            self.page.lines.append(Line(len(self.page.lines), tag, el, self.box, ""))
            self.dead = tag != "img"
        else:
            self.enter_silent(el, tag, kind)

    def unknown(self, tag: object) -> int:
        """Return what an element that HTML does not know does: a custom element outside a paragraph is set apart."""
        if type(tag) is not str:
            return _DEAD
        inside = self.parts or self.box.tag in _TEXT_BLOCKS
        return _BLOCK if "-" in tag and not inside else _INLINE

    def enter_silent(self, el: Element, tag: str, kind: int) -> None:
        """Open an element whose text is not shown; note it where later stages want it."""
        if kind == _SKIP:
            self.dead = True
            if tag == "script":
                if "ld+json" in (el.get("type") or "").lower():
                    self.page.json_ld.append(el.text or "")
                else:
                    self.page.scripts.append(el)
        elif tag == "meta":
            self.page.metas.append(el)
        elif tag == "link":
            self.page.links.append(el)
        elif tag == "title" and self.page.title is None:
            self.page.title = clean(el.text or "") or None

    def leave(self) -> None:
        """Close the innermost open element."""
        el = self.opened.pop()
        kind = self.kinds.pop()
        if kind == _DEAD or el is None:
            return
        if kind:
            if kind == _BLOCK:
                self.flush()
                self.box.end = len(self.page.lines)
                self.box = self.box.parent or self.box
            elif kind == _LINK:
                self.close_link()
            elif kind == _BOLD:
                self.close_bold()
            elif kind in _SILENT:
                self.dead = False
        tail = el.tail
        if tail and (self.parts or not tail.isspace()):
            self.parts.append(tail)

    def close_link(self) -> None:
        if self.link is not None:
            end = len(self.parts)
            if end > self.link_start:
                self.anchors.append((self.link_start, end, self.link))
                self.linked += sum(map(len, self.parts[self.link_start :]))
            self.link = None

    def close_bold(self) -> None:
        self.bold_depth -= 1
        if not self.bold_depth:
            self.bold += sum(map(len, self.parts[self.bold_from :]))

    def flush(self) -> None:
        """End the line that is being gathered, at a block boundary; a link or bold text around the boundary goes on."""
        parts = self.parts
        if not parts:
            self.link_start = self.bold_from = 0
            return
        link = self.link
        self.close_link()
        if self.bold_depth:
            self.bold += sum(map(len, parts[self.bold_from :]))
        text = clean("".join(parts) if len(parts) > 1 else parts[0])
        if text.strip(BREAK + " "):
            box = self.box
            line = Line(len(self.page.lines), box.tag, box.el, box, text)
            line.parts, line.anchors, line.linked, line.bold = parts, self.anchors, self.linked, self.bold
            self.page.lines.append(line)
        self.parts, self.anchors = [], []
        self.link, self.link_start = link, 0
        self.linked = self.bold = self.bold_from = 0
