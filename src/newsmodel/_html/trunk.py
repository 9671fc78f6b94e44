"""The trunk of an article: the boxes that hold its paragraphs side by side.

A page sets all paragraphs of an article alike: in one box, or in boxes of one kind. What stands beside them belongs to
the article nearly always, what stands in other boxes hardly ever, and a line needs no words to be told by that.
"""

from __future__ import annotations

from collections import defaultdict

from newsmodel._html.names import words
from newsmodel._html.page import Box, Line
from newsmodel._html.region import Region

__all__ = ["ALIEN", "BESIDE", "HEAVY", "TRUNK", "Trunk"]

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
# A box with this share of the running text is no aside, whatever it is called.
_MUCH = 0.1
# A header holds the standfirst, which may be all that runs on a page of lists.
_HEADER = 0.2
# Boxes in the items of a list are cards, posts or comments, unless the whole article is a list.
_ITEM = 0.3
# A box of the trunk may have a class of so many words more than the others.
_MORE = 2
# A class of so many words is that of the trunk wherever its box stands.
_TELLING = 3

TRUNK, BESIDE, HEAVY, ALIEN = "trunk", "beside", "heavy", "alien"
"""How a line stands to the trunk: in it; in a wrapper of its own within it; in a box with much text; elsewhere."""

Signature = tuple[object, ...]


def _share(signature: Signature) -> float:
    """Return how much the text of boxes of a kind counts when the trunk is chosen."""
    if "header" in signature:
        return _HEADER
    return _ITEM if "li" in signature else 1


def _classes(signature: Signature) -> set[object]:
    """Return the words of the class that boxes of a kind have."""
    found = signature[0] if signature else ()
    return set(found) if isinstance(found, tuple) else set()


class Trunk:
    """Which boxes hold the article's paragraphs, and where the first and the last of those stand."""

    def __init__(self, region: Region, lines: list[Line]) -> None:
        self.region = region
        self.held: dict[Box, float] = defaultdict(float)
        of_signature: dict[Signature, float] = defaultdict(float)
        self.signatures: dict[Box, Signature] = {}
        placed = [(line.index, self.holder(line)) for line in lines if region.weights[line.index]]
        for index, holder in placed:
            self.held[holder] += region.weights[index]
        for holder, weight in self.held.items():
            signature = self.signature(holder)
            of_signature[signature] += weight * _share(signature)
        self.asked = 0
        """How many lines were asked for words of furniture."""
        self.total = sum(of_signature.values())
        self.main = max(of_signature, key=lambda s: of_signature[s], default=None)
        self.alike: dict[Signature, bool] = {}
        like = {s for s in of_signature if s == self.main or self._extends(s)}
        self.boxes = {box for box in self.held if self.signatures[box] in like}
        self.around: set[Box] = set()
        for box in self.boxes:
            b: Box | None = box
            while b is not None and b not in self.around:
                self.around.add(b)
                b = b.parent
        self.parents = {box.parent for box in self.boxes}
        self.kept: set[Box] = set()
        """Boxes elsewhere of which a paragraph was kept."""
        places = [index for index, holder in placed if holder in self.boxes]
        self.first, self.last = (places[0], places[-1]) if places else (0, -1)

    def holder(self, line: Line) -> Box:
        """Return the innermost box that a line stands in as a paragraph, list or quotation among others."""
        box = line.box
        around = self.region.around
        while box.tag in _THROUGH and box.parent is not None and box not in around:
            box = box.parent
        return box

    def signature(self, box: Box) -> Signature:
        """Return what boxes of one kind have in common: the words of their class and the elements around them."""
        found = self.signatures.get(box)
        if found is None:
            outside = box in self.region.around
            found = () if outside else (words(box.el.get("class") or ""), *self._tags(box))
            self.signatures[box] = found
        return found

    def _tags(self, box: Box) -> list[str]:
        tags = []
        b: Box | None = box
        while b is not None and b not in self.region.around:
            tags.append(b.tag)
            b = b.parent
        return tags

    def relation(self, line: Line) -> str:
        """Return how a line stands to the trunk."""
        holder = self.holder(line)
        if holder in self.boxes:
            return TRUNK
        signature = self.signature(holder)
        if (
            signature == self.main
            or (self.main and self.main[0] and signature[:1] == self.main[:1])
            or self._is_alike(signature)
        ):
            return TRUNK
        if line.tag == "div" and holder.parent in self.boxes:
            return BESIDE
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
        if not main:
            return False
        few, many = _classes(main), _classes(signature)
        if signature[1:] != main[1:] and len(few) < _TELLING:
            return False
        return 0 < len(few) < len(many) <= len(few) + _MORE and few <= many

    def is_like(self, line: Line) -> bool:
        """Tell whether a line stands in a box of the class that the boxes of the trunk have."""
        main = self.main
        return bool(main and len(_classes(main)) > 1 and self.signature(self.holder(line))[:1] == main[:1])

    def is_card(self, line: Line) -> bool:
        """Tell whether a line above the paragraphs stands in a box within the item of a list, where they do not."""
        if line.index >= self.first or not self.main or "li" in self.main:
            return False
        return "li" in self.signature(self.holder(line))

    def near(self, line: Line) -> bool:
        """Tell whether a box with much text hangs on the trunk: around it, in one of its boxes, or in a box of that."""
        holder = self.holder(line)
        parent = holder.parent
        return holder in self.around or (parent is not None and (parent in self.boxes or parent.parent in self.boxes))

    def wrapper(self, line: Line) -> Box:
        """Return the outermost box around a line that is no part of the trunk."""
        box = line.box
        while box.parent is not None and box.parent not in self.around and box.parent not in self.boxes:
            box = box.parent
        return box
