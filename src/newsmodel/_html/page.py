"""What is collected from a page: lines of text, the boxes they stand in, and the places where metadata is."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from attrs import Factory, define

from newsmodel._html.tree import Element
from newsmodel._model import Notice

__all__ = ["BREAK", "Box", "Line", "Page"]

BREAK = "\0"
"""Stands for ``<br>`` among the raw pieces of a line; the parser leaves no NUL in a text."""


class Box:
    """A block-level element: what a browser sets apart."""

    __slots__ = ("_name", "el", "end", "parent", "start", "tag")

    def __init__(self, tag: str, el: Element, parent: Box | None, start: int) -> None:
        self.tag = tag
        """Its element name in lower case."""
        self.el = el
        """The element."""
        self.parent = parent
        """The box around it; None for the outermost."""
        self.start = self.end = start
        """Index of its first line in `Page.lines`; with `end`, ``page.lines[box.start:box.end]`` are all within it."""
        self._name: str | None = None

    @property
    def name(self) -> str:
        """Its ``class`` and ``id`` attributes as written, a blank between; empty when it has none."""
        if self._name is None:
            name = self.el.get("class") or ""
            id_ = self.el.get("id")
            self._name = f"{name} {id_}" if id_ else name
        return self._name

    def up(self) -> Iterator[Box]:
        """Yield the box itself and those around it, from the inside out."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent

    def __repr__(self) -> str:
        return f"Box({self.tag}, {self.name!r}, lines {self.start} to {self.end})"


class Line:
    """A stretch of text between two block boundaries, or one picture, video or frame (then `text` is empty)."""

    __slots__ = ("anchors", "bold", "box", "el", "index", "linked", "parts", "tag", "text")

    def __init__(
        self,
        index: int,
        el: Element,
        box: Box,
        tag: str,
        text: str = "",
        linked: int = 0,
        bold: int = 0,
    ) -> None:
        self.index = index
        """Its place in `Page.lines`."""
        self.el = el
        """The element: that of the box, or the medium itself."""
        self.box = box
        """The innermost block-level element that it stands in."""
        self.tag = tag
        """Element name of the box it stands in ("p", "h2", "div"), or of the medium ("img", "iframe", "video")."""
        self.text = text
        """Its text, white space collapsed, `BREAK` for each ``<br>``."""
        self.linked = linked
        """Number of raw characters inside links."""
        self.bold = bold
        """Number of raw characters inside ``<b>`` and ``<strong>``."""
        self.parts: tuple[str, ...] = ()
        """The raw pieces of text, where there is more than one, or a link."""
        self.anchors: tuple[tuple[int, int, Element], ...] = ()
        """Which of the parts are linked: first, after the last, the ``<a>``."""

    def __repr__(self) -> str:
        return f"Line({self.tag}, {self.text[:60]!r})"


@define
class Page:
    """A page after the scan; read-only for everyone after that."""

    root: Element
    """The root element, for rules that want to look for themselves."""

    url: str | None = None
    """Where it was read, as the caller said."""

    root_box: Box = Factory(lambda self: Box("html", self.root, None, 0), takes_self=True)
    """The box around all others."""

    lines: list[Line] = Factory(list)
    """The text around headline and article in order; pictures, videos and frames stand among it.

    It is that of all the page where it cannot be told what is around the article; scripts, menus and the like are left
    out in any case.
    """

    metas: list[Element] = Factory(list)
    """The ``<meta>`` elements, in order, wherever they stand."""

    links: list[Element] = Factory(list)
    """The ``<link>`` elements."""

    times: list[tuple[Element, int]] = Factory(list)
    """The ``<time>`` elements, each with the index of the line (in `lines`) that it stands in or before.

    Those that stand elsewhere on the page come after those among the lines, with the index after the last.
    """

    json_ld: list[str] = Factory(list)
    """The texts of the ``application/ld+json`` scripts."""

    scripts: list[Element] = Factory(list)
    """The other scripts."""

    title: str | None = None
    """Text of the ``<title>``, white space collapsed."""

    scope: Element = Factory(lambda self: self.root, takes_self=True)
    """The element around headline and article, which the lines are from."""

    whole: bool = False
    """True when the lines are those of all the page, its foot included."""

    notices: tuple[Notice, ...] = ()
    """What decoding and parsing found doubtful."""

    opened: frozenset[str] = frozenset()
    """Names of elements whose content is not shown, and is read all the same: one of them was not closed."""

    hides: bool = False
    """True when paragraphs stand in videos and the like, which may not be closed."""

    told: int = 0
    """About how many characters stand in paragraphs, but for those in boxes beside the text."""

    kept: list[Element] = Factory(list)
    """Elements of no further use, outer ones first.

    lxml, which frees an element that nobody holds, looks for the next one around it that somebody does. To hold those
    of a nest as long as what is in it, and to let go of the inner ones first, keeps the way from being the whole nest.
    """

    base_href: str | None = None
    """The address that the page's ``<base>`` gives, as written."""

    def is_part(self) -> bool:
        """Return whether there is more on the page than the lines hold: what is around the article, or its frame."""
        return self.scope is not self.root or next(self.root.iter("nav", "footer"), None) is not None

    @property
    def base(self) -> str | None:
        """The address that relative ones are relative to; None when neither the caller nor the page says."""
        if self.base_href and self.url:
            try:
                return urljoin(self.url, self.base_href)
            except ValueError:
                return self.url
        return self.url or (self.base_href if (self.base_href or "").startswith("http") else None)
