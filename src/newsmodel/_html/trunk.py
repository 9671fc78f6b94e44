"""The trunk of an article: the boxes that hold its paragraphs side by side.

A page sets all paragraphs of an article alike: in one box, or in boxes of one kind. What stands beside them belongs to
the article nearly always, what stands in other boxes hardly ever, and a line needs no words to be told by that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from newsmodel._html.around import Inherited
from newsmodel._html.names import words
from newsmodel._html.page import Box, Line
from newsmodel._html.region import Region
from newsmodel._html.verdict import within_heading

__all__ = ["ALIEN", "BESIDE", "GROUPS", "HEAVY", "TRUNK", "Trunk"]

# Boxes that hold the words of one paragraph, or are part of a list, quotation or table: their holder is further out.
_THROUGH = frozenset(
    {
        "li",
        "ul",
        "ol",
        "dl",
        "dd",
        "dt",
        "blockquote",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "td",
        "th",
        "tr",
        "tbody",
    }
    | {"thead", "tfoot", "table", "caption", "footer", "center", "pre"}
)
GROUPS = frozenset({"ul", "ol", "dl", "table"})
_ENTRY_HEADS = frozenset({"h2", "h3", "h4"})
_FEWEST_ENTRIES = 3
# A box with buttons has no more lines, and no line of more text.
_OPERATED, _LONG = 20, 120
# Boxes that mean nothing, where their class does not.
_PLAIN = frozenset({"div", "section", "center"})
# A box with this share of the running text is no aside, whatever it is called.
_MUCH = 0.1
# A heading says nothing of a box with this share.
_QUARTER = 0.25
# A header holds the standfirst, which may be all that runs on a page of lists.
_HEADER = 0.2
# Boxes in the items of a list are cards, posts or comments, unless the whole article is a list.
_ITEM = 0.3
# The cells of a table of data are shorter than this on average.
_CELL = 60
# So little text under a heading that is a link is a card.
_CARD = 200
# A box of the trunk may have a class of so many words more than the others.
_MORE = 2
# A class of so many words is that of the trunk wherever its box stands.
_TELLING = 3

TRUNK, BESIDE, HEAVY, ALIEN = "trunk", "beside", "heavy", "alien"
"""How a line stands to the trunk: in it; in a wrapper of its own within it; in a box with much text; elsewhere."""


class Chain:
    """The elements from the region inwards to a box: one object for each chain there is, so that it is its own key."""

    __slots__ = ("inner", "tags")

    def __init__(self, tags: frozenset[str]) -> None:
        self.tags = tags
        self.inner: dict[str, Chain] = {}
        """The chains that are longer by one element."""

    def then(self, tag: str) -> Chain:
        """Return the chain with one more element."""
        found = self.inner.get(tag)
        if found is None:
            found = self.inner[tag] = Chain(self.tags if tag in self.tags else self.tags | {tag})
        return found


class Signature(NamedTuple):
    """What boxes of one kind have in common."""

    classes: tuple[str, ...]
    """The words of their class."""
    chain: Chain
    """The elements around them, and their own."""

    def share(self) -> float:
        """Return how much the text of such boxes counts when the trunk is chosen."""
        if "header" in self.chain.tags:
            return _HEADER
        return _ITEM if "li" in self.chain.tags else 1


def _holders(around: set[Box]) -> Callable[[Box, Box], Box]:
    """Return how the box is found that what stands in a box is a paragraph, list or quotation of."""

    def step(box: Box, outer: Box) -> Box:
        return box if box.tag not in _THROUGH or box.parent is None or box in around else outer

    return step


def _wrappers(around: set[Box], boxes: set[Box]) -> Callable[[Box, Box], Box]:
    """Return how the outermost box is found around a box that is no part of the trunk."""

    def step(box: Box, outer: Box) -> Box:
        return box if box.parent is None or box.parent in around or box.parent in boxes else outer

    return step


def _is_table(table: Box, lines: list[Line]) -> bool:
    """Tell whether the lines of a wrapper are a table of short cells, several in a row, with a caption at most."""
    cells = [x for x in lines if table.start <= x.index < table.end]
    rows = {next((b for b in x.box.up() if b.tag == "tr"), None) for x in cells}
    if len(lines) - len(cells) > 1 or len(rows) < 2 or len(cells) < 2 * len(rows):
        return False
    size = sum(len(x.text) for x in cells)
    return size < _CELL * len(cells) and 2 * sum(x.linked for x in cells) < size


class Trunk:
    """Which boxes hold the article's paragraphs, and where the first and the last of those stand."""

    def __init__(self, region: Region, lines: list[Line], titles: Iterable[Line] = ()) -> None:
        self.region = region
        self.held: dict[Box, float] = defaultdict(float)
        of_signature: dict[Signature, float] = defaultdict(float)
        self.signatures: dict[Box, Signature] = {}
        self.chains = Inherited(lambda box, outer: outer.then(box.tag), Chain(frozenset()), region.around)
        self.holders = Inherited(_holders(region.around), region.box)
        placed = [(line.index, self.holder(line)) for line in lines if region.weights[line.index]]
        ends: dict[Box, int] = {}
        for index, holder in placed:
            self.held[holder] += region.weights[index]
            ends[holder] = index
        titled = {self.holder(line) for line in titles}
        for holder, weight in self.held.items():
            signature = self.signature(holder)
            is_card = weight < _CARD and holder in titled
            of_signature[signature] += weight * (_ITEM if is_card else signature.share())
        self.asked = 0
        """How many lines were asked for words of furniture."""
        self.total = sum(of_signature.values())
        self.main = max(of_signature, key=lambda s: of_signature[s], default=None)
        self.alike: dict[Signature, bool] = {}
        like = {s for s in of_signature if s == self.main or self._extends(s)}
        self.boxes = {box for box in self.held if self.signatures[box] in like}
        self.around = self._around()
        first = next((index for index, holder in placed if holder in self.boxes), 0)
        self.boxes |= {box for box, end in ends.items() if end > first and self._goes_on(box)}
        self.parents = {box.parent for box in self.boxes}
        self.kept: set[Box] = set()
        """Boxes elsewhere of which a paragraph was kept."""
        self.operated: dict[Box, bool] = {}
        self.refused: set[Box] = set()
        """Wrappers elsewhere with a heading that is none of the article's."""
        self.named: dict[Box, str] = {}
        """Boxes elsewhere whose heading says that they are furniture, and of which kind."""
        self.plain: dict[Box, bool] = {}
        self.tables: dict[Box, bool] = {}
        self.entries: dict[Box, set[str]] = {}
        self.relations: dict[Box, str] = {}
        self.wrappers = Inherited(_wrappers(self.around, self.boxes), region.box)
        self.groups: Inherited[Box | None] = Inherited(lambda box, outer: box if box.tag in GROUPS else outer, None)
        boxes = self.boxes  # a step that knew the trunk would keep it, and the page, alive until the collector comes
        self.inside = Inherited(lambda box, within: within or box in boxes, outermost=False)
        places = [index for index, holder in placed if holder in self.boxes]
        self.first, self.last = (places[0], places[-1]) if places else (0, -1)
        self.coda = -1
        """Index of the last line of the sections below the last paragraph that belong to the article."""

    def _around(self) -> set[Box]:
        """Return the boxes of the trunk and all that are around them."""
        around: set[Box] = set()
        for box in self.boxes:
            outer: Box | None = box
            while outer is not None and outer not in around:
                around.add(outer)
                outer = outer.parent
        return around

    def _goes_on(self, box: Box) -> bool:
        """Tell whether the text goes on in a box: one of the trunk was closed too early, or one more was opened."""
        return self.held[box] > _MUCH * self.total and (
            box in self.around or (box.parent in self.boxes and box.tag in _PLAIN and not box.name)
        )

    def holder(self, line: Line) -> Box:
        """Return the innermost box that a line stands in as a paragraph, list or quotation among others."""
        box, outer = line.box, line.box.parent
        if box.tag not in _THROUGH or outer is None or box in self.region.around:
            return box
        return self.holders[outer] if outer.tag in _THROUGH else outer

    def signature(self, box: Box) -> Signature:
        """Return what boxes of one kind have in common: the words of their class and the elements around them."""
        found = self.signatures.get(box)
        if found is None:
            classes = () if box in self.region.around else words(box.el.get("class") or "")
            found = self.signatures[box] = Signature(classes, self.chains[box])
        return found

    def relation(self, line: Line) -> str:
        """Return how a line stands to the trunk."""
        holder = self.holder(line)
        found = self.relations.get(holder)
        if found is None:
            found = self.relations[holder] = self._relation(holder)
        return BESIDE if found != TRUNK and line.tag == "div" and holder.parent in self.boxes else found

    def _relation(self, holder: Box) -> str:
        """Return how the lines of a box stand to the trunk, but for lines in a wrapper of their own."""
        if holder in self.boxes:
            return TRUNK
        signature = self.signature(holder)
        if (
            signature == self.main
            or (self.main and self.main.classes and signature.classes == self.main.classes)
            or self._is_alike(signature)
        ):
            return TRUNK
        if self.held.get(holder, 0.0) > _MUCH * self.total:
            return HEAVY
        return ALIEN

    def _is_alike(self, signature: Signature) -> bool:
        """Tell whether boxes of a kind extend those of the trunk; each kind is asked once."""
        found = self.alike.get(signature)
        if found is None:
            found = self.alike[signature] = self._extends(signature)
        return found

    def _extends(self, signature: Signature) -> bool:
        """Tell whether boxes stand where those of the trunk do and have their class and one more."""
        main = self.main
        if main is None:
            return False
        few, many = set(main.classes), set(signature.classes)
        if signature.chain is not main.chain and len(few) < _TELLING:
            return False
        return 0 < len(few) < len(many) <= len(few) + _MORE and few <= many

    def is_like(self, line: Line) -> bool:
        """Tell whether a line stands in a box of the class that the boxes of the trunk have."""
        main = self.main
        if main is None or len(set(main.classes)) < 2:
            return False
        return self.signature(self.holder(line)).classes == main.classes

    def is_much(self, line: Line) -> bool:
        """Tell whether a line stands in a box of the trunk, or in one with so much text that it may be the article."""
        holder = self.holder(line)
        return self.relation(line) == TRUNK or self.held.get(holder, 0.0) > _QUARTER * self.total

    def is_card(self, line: Line) -> bool:
        """Tell whether a line above the paragraphs stands in a box within the item of a list, where they do not."""
        if line.index >= self.first or self.main is None or "li" in self.main.chain.tags:
            return False
        return "li" in self.signature(self.holder(line)).chain.tags

    def near(self, line: Line) -> bool:
        """Tell whether a box with much text hangs on the trunk: around it, in one of its boxes, or in a box of that."""
        holder = self.holder(line)
        parent = holder.parent
        return holder in self.around or (parent is not None and (parent in self.boxes or parent.parent in self.boxes))

    def wrapper(self, line: Line) -> Box:
        """Return the outermost box around a line that is no part of the trunk."""
        return self.wrappers[line.box]

    def is_plain(self, box: Box, lines: list[Line]) -> bool:
        """Tell whether a box holds no link and no picture; each box is looked through once."""
        found = self.plain.get(box)
        if found is None:
            found = self.plain[box] = not any(x.linked or not x.text for x in lines[box.start : box.end])
        return found

    def is_operated(self, box: Box, lines: list[Line]) -> bool:
        """Tell whether a box beside the text has buttons and no passage: one votes, listens or signs up there."""
        found = self.operated.get(box)
        if found is None:
            inside = lines[box.start : box.end] if box.end - box.start <= _OPERATED else []
            operated = any(x.tag == "button" and not within_heading(x) for x in inside)
            found = self.operated[box] = operated and not any(self.region.weights[x.index] > _LONG for x in inside)
        return found

    def is_of_table(self, line: Line, lines: list[Line]) -> bool:
        """Tell whether a cell is of a table of data with a wrapper of its own among the paragraphs."""
        table = self.groups[line.box]
        if table is None or table.tag != "table":
            return False
        found = self.tables.get(table)
        if found is None:
            wrapper = self.wrappers[line.box]
            own = wrapper.parent in self.boxes and self.first < table.start < table.end <= self.last
            found = self.tables[table] = own and _is_table(table, lines[wrapper.start : wrapper.end])
        return found

    def opens_entries(self, name: str, outer: Box, lines: list[Line]) -> bool:
        """Tell whether the boxes of a class in a box of the trunk head entries: several, each right above a text."""
        if outer not in self.entries:
            boxes = {self.wrappers[x.box] for x in lines[outer.start : outer.end] if x.tag in _ENTRY_HEADS}
            told: dict[str, list[bool]] = defaultdict(list)
            for box in boxes:
                if box.parent is outer and (class_ := box.el.get("class")):
                    below = lines[box.end] if box.end < outer.end else None
                    told[class_].append(below is not None and self.holder(below) is outer and not below.linked)
            self.entries[outer] = {
                class_ for class_, above in told.items() if len(above) >= _FEWEST_ENTRIES and all(above)
            }
        return name in self.entries[outer]

    def group(self, line: Line) -> Box | None:
        """Return the list or table that an item or a cell is of."""
        return self.groups[line.box]

    def holds(self, line: Line) -> bool:
        """Tell whether a line stands anywhere in a box of the trunk."""
        return self.inside[line.box]
