"""The one walk through the tree: every element of use is touched once, and all later stages work on what this collects.

Block and inline rules are those of a browser's default style sheet: a block-level element ends the line before it and
after it, everything else runs on. An explicit stack of open elements stands for recursion.
"""

from __future__ import annotations

from newsmodel._html.around import Inherited
from newsmodel._html.data import table
from newsmodel._html.divs import as_paragraphs
from newsmodel._html.inline_captions import part_captions
from newsmodel._html.page import BREAK, Box, Line, Page
from newsmodel._html.survey import survey
from newsmodel._html.text import clean
from newsmodel._html.tree import Element
from newsmodel._model import Notice

__all__ = ["scan"]

# What an element does to the flow of text; from _BREAK on nothing within it is shown.
_INLINE, _BLOCK, _LINK, _BOLD, _TIME, _BREAK, _SHOWN, _SKIP = range(8)

_ELEMENTS = table("elements.txt")
_KINDS: dict[str, int] = {
    tag: kind
    for name, kind in (
        ("inline", _INLINE),
        ("block", _BLOCK),
        ("link", _LINK),
        ("bold", _BOLD),
        ("break", _BREAK),
        ("skip", _SKIP),
        ("image", _SHOWN),
        ("media", _SHOWN),
        ("time", _TIME),
        ("head", _SKIP),
    )
    for tag in _ELEMENTS[name]
}
# A page whose navigation is never closed stands within it.
_WHOLE = _KINDS | {"nav": _BLOCK}
# Elsewhere it takes the boxes around a footer to tell what it is.
_FRAMED = {tag: kind for tag, kind in _KINDS.items() if tag != "footer"}
_TEXT_BLOCKS = frozenset(_ELEMENTS["text"])

_BLANK = BREAK + " "
_JOINERS = "\u200c\u200d"  # they shape the letters between which they stand, and nothing at the end of a line
_FIGURES = frozenset({"figure", "figcaption"})
_HAVE_FOOTERS = frozenset({"article", "main", "blockquote"})
# Elements below so many others are kept, see `Page.kept`.
_DEEP = 100
# No article has so many lines. What comes after them becomes one line with breaks: a page of a hundred thousand cells
# costs little, and loses nothing.
# A page with fewer characters in paragraphs may write them otherwise.
_FEW = 600
_MOST_LINES = 4_000


def _has_footer(box: Box, outer: bool) -> bool:
    """Tell whether a footer in a box is that of an article or a quotation, not of the page."""
    return outer or box.tag in _HAVE_FOOTERS


def scan(
    root: Element,
    *,
    url: str | None = None,
    notices: tuple[Notice, ...] = (),
    whole: bool = False,
    opened: frozenset[str] = frozenset(),
) -> Page:
    """Return what a page declares and the lines around its article; those of all the page when it shall be `whole`.

    ``opened`` are names of elements that are not shown, and are read all the same, see `Page.opened`.
    """
    page = Page(root=root, url=url, notices=notices, whole=whole, opened=opened)
    page.scope, times = survey(page)
    _Pass(page).run(page.scope)
    within = {el for el, _ in page.times}
    page.times += [(el, len(page.lines)) for el in times if el not in within]
    if page.told < _FEW:
        as_paragraphs(page.lines, page.told)
    return page


def _after(el: Element) -> Element | None:
    """Return the element that follows in the document when what is within this one is passed over."""
    outer: Element | None = el
    while outer is not None:
        if (after := outer.getnext()) is not None:
            return after
        outer = outer.getparent()
    return None


class _Pass:
    """The state of the pass: the line that is being gathered, and what is open in it."""

    __slots__ = (
        "anchors",
        "bold",
        "bold_depth",
        "bold_from",
        "lines",
        "link",
        "link_from",
        "linked",
        "page",
        "parts",
        "with_footers",
    )

    def __init__(self, page: Page) -> None:
        self.page = page
        self.lines = page.lines
        self.parts: list[str] = []
        self.anchors: list[tuple[int, int, Element]] = []
        self.link: Element | None = None
        self.link_from = 0
        self.linked = 0
        self.bold = 0
        self.bold_from = 0
        self.bold_depth = 0
        self.with_footers = Inherited(_has_footer, outermost=False)

    def run(self, scope: Element) -> None:  # noqa: C901
        """Walk through an element and all in it, in document order.

        This is the loop that all time goes into: it is kept flat, and what is frequent is not called but done in it.
        """
        parts, lines, anchors, kinds = self.parts, self.lines, self.anchors, self.kinds()
        box = self.enclosing(scope)
        # The innermost open element, what it does, and those around it; nothing stands around the root.
        inmost: Element = scope.getparent()  # type: ignore[assignment]
        does = _INLINE
        opened: list[tuple[Element, int]] = []
        after: Element | None = None
        keep = self.page.kept.append
        for el in scope.iter():
            if after is not None:
                if el is not after:
                    keep(el)
                    continue
                after = None
            around = el.getparent()
            while inmost is not around:
                if does == _BLOCK:
                    if parts:
                        self.end_line(box)
                    box.end = len(lines)
                    box = box.parent or box
                elif does:
                    self.leave(does)
                if (tail := inmost.tail) and (parts or not tail.isspace()):
                    parts.append(tail)
                inmost, does = opened.pop()
            tag = el.tag
            try:
                kind = kinds[tag]
            except KeyError:
                kind = self.unknown(el, tag, box)
            if kind == _BLOCK and parts:
                self.end_line(box)
            holds = len(el)
            if kind < _BREAK:
                text = el.text
                if text and not parts and text.isspace():
                    text = None
                if holds:
                    if kind == _BLOCK:
                        box = Box(tag, el, box, len(lines))
                    elif kind:
                        self.enter(el, kind)
                    if text:
                        parts.append(text)
                    opened.append((inmost, does))
                    inmost, does = el, kind
                    if len(opened) > _DEEP:
                        keep(el)
                    continue
                # What holds no other element is entered and left at once.
                if kind > _LINK:
                    self.enter(el, kind)
                if text:
                    parts.append(text)
                if kind == _LINK:
                    self.link = None
                    if text:
                        anchors.append((len(parts) - 1, len(parts), el))
                        self.linked += len(text)
                elif kind == _BLOCK:
                    if text:
                        inner = Box(tag, el, box, len(lines))
                        self.end_line(inner)
                        inner.end = len(lines)
                elif kind:
                    self.leave(kind)
            elif kind == _BREAK:
                parts.append(BREAK)
            elif kind == _SHOWN:
                if parts and (parts[-1] == BREAK or (parts[-1].isspace() and BREAK in parts[-2:])):
                    self.end_line(box)
                lines.append(Line(len(lines), el, box, tag))
                if tag == "img" and box.tag != "figure":
                    part_captions(el)
            if (tail := el.tail) and (parts or not tail.isspace()):
                parts.append(tail)
            if holds:
                after = _after(el)
                if after is None:
                    break
        self.finish([*opened, (inmost, does)], box)

    def kinds(self) -> dict[str, int]:
        """Return what the elements of this page do to the flow of text."""
        kinds = _WHOLE if self.page.whole else _FRAMED
        return kinds | dict.fromkeys(self.page.opened, _INLINE) if self.page.opened else kinds

    def enclosing(self, scope: Element) -> Box:
        """Return the box that the walk begins in, with those around it."""
        box = self.page.root_box
        for el in reversed(list(scope.iterancestors())):
            kind = _KINDS.get(el.tag, -1)
            if kind == _BLOCK or (kind < 0 and self.unknown(el, el.tag, box) == _BLOCK):
                box = Box(el.tag, el, box, 0)
        return box

    def finish(self, opened: list[tuple[Element, int]], box: Box) -> None:
        """Close what is still open at the end of the page."""
        while len(opened) > 1:
            el, kind = opened.pop()
            if kind == _BLOCK:
                if self.parts:
                    self.end_line(box)
                box.end = len(self.lines)
                box = box.parent or box
            else:
                self.leave(kind)
            self.parts.append(el.tail or "")
        if self.parts:
            self.end_page(box)
        for around in box.up():
            around.end = len(self.lines)
        self.part_scripts()

    def part_scripts(self) -> None:
        """Set the scripts apart that are JSON-LD."""
        page = self.page
        others: list[Element] = []
        for el in page.scripts:
            kind = el.get("type")
            if kind and "ld+json" in kind.lower():
                page.json_ld.append(el.text or "")
            else:
                others.append(el)
        page.scripts = others

    def enter(self, el: Element, kind: int) -> None:
        """Meet an element that is more than inline text and less than a block."""
        if kind == _LINK:
            if el.get("href") is not None or el.get("name") is None:  # else a place to link to, often left open
                self.link, self.link_from = el, len(self.parts)
        elif kind == _BOLD:
            if not self.bold_depth:
                self.bold_from = len(self.parts)
            self.bold_depth += 1
        elif kind == _TIME:
            self.page.times.append((el, len(self.lines)))

    def unknown(self, el: Element, tag: object, box: Box) -> int:
        """Return what an element does that does not do the same everywhere.

        The footer of the page is passed over. An element that HTML does not know is set apart outside a paragraph. How
        a character is read (``<rt>``) is printed above the line: it is text only where brackets are put around it.
        """
        if type(tag) is not str:
            return _SKIP
        if tag == "footer":
            if self.with_footers[box]:
                return _BLOCK
            if self.parts:
                self.end_line(box)
            return _SKIP
        if tag == "rt":
            before = el.getprevious()
            return _INLINE if before is not None and before.tag == "rp" else _SKIP
        return _BLOCK if "-" in tag and not (self.parts or box.tag in _TEXT_BLOCKS) else _INLINE

    def leave(self, kind: int) -> None:
        """Close an element that is more than inline text and less than a block."""
        if kind == _LINK:
            self.close_link()
        elif kind == _BOLD:
            self.bold_depth -= 1
            if not self.bold_depth:
                self.bold += sum(map(len, self.parts[self.bold_from :]))

    def close_link(self) -> None:
        """End the link that is open, if one is."""
        if self.link is not None:
            start, end = self.link_from, len(self.parts)
            if end > start:
                self.anchors.append((start, end, self.link))
                self.linked += len(self.parts[start]) if end == start + 1 else sum(map(len, self.parts[start:]))
            self.link = None

    def run_on(self) -> None:
        """End a line of a page that has too many: what follows goes on behind a break."""
        if not self.parts[-1].isspace() and self.parts[-1] != BREAK:
            self.parts.append(BREAK)

    def end_page(self, box: Box) -> None:
        """Make a line of what is left: of a page of too many lines all the rest, which then stands beside the last."""
        lines = self.lines
        if len(lines) < _MOST_LINES:
            self.end_line(box)
            return
        last = lines[-1]
        beside = last.box if last.box.start < last.index else last.box.parent or box
        while beside.tag in _FIGURES and beside.parent is not None:
            beside = beside.parent
        self.end_line(beside, most=len(lines) + 1)
        for around in beside.up():
            around.end = len(lines)

    def end_line(self, box: Box, most: int = _MOST_LINES) -> None:
        """Make a line of what has been gathered, at a block boundary; a link or bold text around its end goes on."""
        lines, parts, link = self.lines, self.parts, self.link
        if len(lines) >= most:
            self.run_on()
            return
        if link is not None:
            self.close_link()
        if self.bold_depth:
            self.bold += sum(map(len, parts[self.bold_from :]))
        text = ("".join(parts) if len(parts) > 1 else parts[0]).strip()
        if "  " in text or not text.isprintable():
            text = clean(text).strip(_JOINERS)
            if BREAK in text:
                text = text.strip(_BLANK)
        if text:
            line = Line(len(lines), box.el, box, box.tag, text, self.linked, self.bold)
            if len(parts) > 1 or self.anchors:
                line.parts, line.anchors = tuple(parts), tuple(self.anchors)
            lines.append(line)
        parts.clear()
        if self.anchors:
            self.anchors.clear()
        self.link = link
        self.link_from = self.linked = self.bold = self.bold_from = 0
