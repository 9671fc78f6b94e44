"""A first look at a page: what it declares, and which part of it is worth a walk.

Half the elements of a page, menus and lists of other stories, are of no use to its article. To find elements by their
names takes a tenth of the time of a walk over all, and where the paragraphs and headings are tells where the article
stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from newsmodel._html.data import table
from newsmodel._html.page import Page
from newsmodel._html.text import clean
from newsmodel._html.tree import Element
from newsmodel._model import Notice

__all__ = ["UNSHOWN", "survey"]

_NAMES = ("p", "h1", "meta", "link", "script", "title", "base", "time")
_ELEMENTS = table("elements.txt")
# What can hold no paragraph: where it does, it was not closed.
_CANNOT_HOLD = frozenset(
    {"svg", "math", "select", "datalist", "canvas", "rt", *(tag for tag in _ELEMENTS["media"] if tag != "iframe")}
)
_NOT_SHOWN = frozenset(_ELEMENTS["skip"]) | _CANNOT_HOLD
# What can, though it is no part of an article.
_MAY_HOLD = frozenset({"nav", "noscript", "template"})
# Some of what cannot speaks to those whose browser is old; with so much text it does more.
_SPEAK = frozenset({"video", "audio", "object", "canvas"})
_SWALLOWED = 150
_FIGURES = frozenset({"figure", "figcaption"})
_SPILLING = _FIGURES | {"form"}
# A figure or form with more paragraphs right in it, and more text in them, was not closed.
_CAPTION_PARAGRAPHS, _LONGEST_CAPTION = 2, 600
# A walk that began within one of these would not know of the link or the bold text.
_RUNS_ON = frozenset({"a", "b", "strong"})
# A shorter paragraph is a label.
_SHORT = 40
# With less text in its paragraphs, a page may have its article elsewhere.
_LEAST = 600
# The article stands in the innermost element with this share of the text in paragraphs, or right around it.
_MOST = 0.8
# More paragraphs may be deep in a nest.
_MANY = 1000
# A page with more main headings has no single article.
_HEADINGS = 10

UNSHOWN = Notice("looks-truncated", "An element that browsers do not show, perhaps never closed, holds much text.")

# What stands in an element is part of an article, beside it, or hidden; that in a footer it depends on what is around.
_OPEN, _CONTENT, _BESIDE, _HIDDEN, _FOOT = range(5)
_PLACES: dict[str, int] = (
    dict.fromkeys(("article", "main", "blockquote"), _CONTENT)
    | dict.fromkeys(("aside", "form", "figure", "dialog"), _BESIDE)
    | dict.fromkeys(_NOT_SHOWN, _HIDDEN)
    | {"footer": _FOOT}
)


def survey(page: Page) -> tuple[Element, list[Element]]:
    """Note what a page declares; return the element that holds headline and article, and the times of the page.

    The element is the root when paragraphs and headings do not tell, and when the `whole` page is wanted.
    """
    found: dict[str, list[Element]] = {name: [] for name in _NAMES}
    for el in page.root.iter(*_NAMES):
        found[el.tag].append(el)
    places = _Places(page)
    if len(found["p"]) + len(found["time"]) > _MANY:
        places.hold(found["p"] + found["time"])
    page.scripts = found["script"]
    page.metas = places.shown(found["meta"])
    page.links = places.shown(found["link"])
    page.title = next((clean(el.text or "") or None for el in places.shown(found["title"])), None)
    page.base_href = next(filter(None, (el.get("href") for el in places.shown(found["base"]))), None)
    times = places.shown(found["time"])
    headings = places.shown(found["h1"])
    shown, held, hidden, pictured = _held(found["p"], places)
    opened = _unclosed(shown, held, hidden, page) if hidden else frozenset()
    spilt = {el.tag for el, size in pictured.items() if _spills(el, size, held.get(page.root, 0))}
    opened |= spilt | {"figure"} if spilt & _FIGURES else spilt
    if opened := opened - page.opened:
        page.opened |= opened
        return survey(page)
    page.told = held.get(page.root, 0)
    if page.whole or not 0 < len(headings) <= _HEADINGS:
        return page.root, times
    return _scope(page.root, headings, held), times


class _Places:
    """What elements are for the text in them, by those around them; each is looked at once."""

    def __init__(self, page: Page) -> None:
        self.known: dict[Element | None, int] = {None: _OPEN}
        self.places = {t: p for t, p in _PLACES.items() if t not in page.opened} if page.opened else _PLACES
        self.whole = page.whole
        self.kept = page.kept

    def hold(self, elements: Iterable[Element]) -> None:
        """Keep what stands around elements for as long as the page."""
        for el in elements:
            self.of(el.getparent())

    def of(self, el: Element | None) -> int:
        """Return whether what stands in an element is hidden, beside an article, in one, or none of these."""
        path: list[Element] = []
        while el is not None and el not in self.known:
            path.append(el)
            el = el.getparent()
        place = self.known[el]
        known, places = self.known, self.places
        path.reverse()
        for inner in path:
            here = places.get(inner.tag)
            if here == _FOOT:
                here = _HIDDEN if place == _OPEN and not self.whole else _OPEN
            if here is not None and here > place:
                place = here
            known[inner] = place
        self.kept += path
        return place

    def shown(self, elements: Iterable[Element]) -> list[Element]:
        """Return the elements that do not stand in a hidden one."""
        shown = []
        for el in elements:
            around = el.getparent()
            place = self.known.get(around)
            if (self.of(around) if place is None else place) != _HIDDEN:
                shown.append(el)
        return shown


Sizes = dict[Element, int]


def _unclosed(shown: Sizes, held: Sizes, hidden: Sizes, page: Page) -> frozenset[str]:
    """Return the names of elements that cannot hold paragraphs, and do: one is not closed, and holds what comes after.

    Of those that can, and that hold much text beside that of the page, a notice says so.
    """
    around: set[Element] = set()
    for el in hidden:
        outer: Element | None = el
        while outer is not None and outer not in around:
            around.add(outer)
            outer = outer.getparent()
    tags = {el.tag for el in around}
    page.hides = not tags.isdisjoint(_SPEAK)
    if not page.whole and UNSHOWN not in page.notices:
        # One that stands among the paragraphs of the article, or that holds more than they do.
        among = any(el.tag in _MAY_HOLD and el.getparent() in shown for el in around)
        if among or (not tags.isdisjoint(_MAY_HOLD) and sum(hidden.values()) > held.get(page.root, 0)):
            page.notices = (*page.notices, UNSHOWN)
    return frozenset(tags & _CANNOT_HOLD if max(hidden.values()) > _SWALLOWED else tags & _CANNOT_HOLD - _SPEAK)


def _spills(el: Element, size: int, held: int) -> bool:
    """Tell whether a figure or form with so much text was not closed: it holds more than a caption or a page."""
    several = next(islice(el.iterchildren("p"), _CAPTION_PARAGRAPHS, None), None) is not None
    return several and size > min(_LONGEST_CAPTION, held)


def _held(paragraphs: Iterable[Element], places: _Places) -> tuple[Sizes, Sizes, Sizes, Sizes]:
    """Return how much text of paragraphs elements hold: right in them, all around, hidden, and in figures and forms."""
    own: Sizes = {}
    for el in paragraphs:
        size = _size(el)
        if size > _SHORT and (around := el.getparent()) is not None:
            own[around] = own.get(around, 0) + size
    held: Sizes = {}
    hidden: Sizes = {}
    shown: Sizes = {}
    pictured: Sizes = {}
    paths: list[list[Element]] = []
    for el, size in own.items():
        place = places.of(el)
        if place == _HIDDEN:
            hidden[el] = size
        elif place < _BESIDE:
            shown[el] = size
            path: list[Element] = []
            outer: Element | None = el
            while outer is not None and outer not in held:
                held[outer] = 0
                path.append(outer)
                outer = outer.getparent()
            held[el] += size
            paths.append(path)
        elif el.tag in _SPILLING:
            pictured[el] = size
    # Later paths end at earlier ones, so that what is within an element is complete before it is handed on.
    for path in reversed(paths):
        for el in path:
            if (around := el.getparent()) is not None:
                held[around] += held[el]
    return shown, held, hidden, pictured


def _size(paragraph: Element) -> int:
    """Return about how many characters a paragraph has besides its links."""
    size = len(paragraph.text or "")
    if size <= _SHORT:
        for el in paragraph:
            size += len(el.tail or "") + (0 if el.tag == "a" else len(el.text or ""))
    return size


def _scope(root: Element, headings: Iterable[Element], held: dict[Element, int]) -> Element:
    """Return the innermost element that holds the headings and nearly all paragraphs, with what stands beside them."""
    if held.get(root, 0) < _LEAST:
        return root
    heavy = [el for el, size in held.items() if size >= _MOST * held[root]]
    outer = {el.getparent() for el in heavy}
    innermost = next(el for el in heavy if el not in outer)
    around = list(innermost.iterancestors()) or [root]
    level = {el: i for i, el in enumerate(around)}
    highest = 0
    for el in headings:
        highest = max(highest, next(level[b] for b in el.iterancestors() if b in level))
    return root if any(el.tag in _RUNS_ON for el in around[highest:]) else around[highest]
