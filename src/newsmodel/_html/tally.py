"""How much running text stands within each box of a page, and within boxes that are named by a word of furniture."""

from __future__ import annotations

from newsmodel._html.names import purpose
from newsmodel._html.page import Box

__all__ = ["CHROME", "Tally"]

CHROME = frozenset({"aside", "footer", "form", "figure", "figcaption", "button", "dialog", "menu"})
_LEAVES = frozenset({"p", "li", "blockquote", "td", "dd"})
_IN_CHROME = 0.1


class Tally:
    """How much running text stands within each box, and within boxes that are named by a word of furniture."""

    def __init__(self, own: dict[Box, float]) -> None:
        """Count the text that stands directly in boxes for them and for all around them."""
        self.own = own
        self.of_box: dict[Box | None, float] = {}
        self.of_word: dict[str, float] = {}
        self.children: dict[Box, dict[Box, None]] = {}
        # The words of furniture that a box and those around it are named by, and whether text counts little in it.
        self.known: dict[Box | None, tuple[frozenset[str], bool]] = {None: (frozenset(), False)}
        below: dict[Box, float] = {}
        leaves: list[Box] = []
        for box, weight in own.items():
            holder = box
            if box.tag in _LEAVES and box.parent is not None:
                holder = box.parent
                leaves.append(box)
                self.children.setdefault(holder, {})[box] = None
            below[holder] = below.get(holder, 0.0) + weight
        self.climb(below)
        self.add(leaves)

    def climb(self, below: dict[Box, float]) -> None:
        """Add text to boxes and to all around them: each of those is visited once, its insides before it."""
        of_word = self.of_word
        boxes: list[Box] = []
        for box in below:
            boxes += self.path(box)
        held = self.of_box = dict.fromkeys((None, *boxes), 0.0)
        for box, weight in below.items():
            words, faint = self.known[box]
            counted = held[box] = weight * _IN_CHROME if faint else weight
            for word in words:
                of_word[word] = of_word.get(word, 0.0) + counted
        for box in reversed(boxes):
            held[box.parent] += held[box]

    def path(self, box: Box) -> list[Box]:
        """Return the boxes from the outside in to one that are met for the first time; note what their names say."""
        known, children = self.known, self.children
        path: list[Box] = []
        outer: Box | None = box
        while outer not in known:
            path.append(outer)  # type: ignore[arg-type]  # None is known
            outer = outer.parent  # type: ignore[union-attr]
        path.reverse()
        told = known[outer]
        for inner in path:
            if outer is not None:
                children.setdefault(outer, {})[inner] = None
            if (name := inner.name) and (found := purpose(name)):
                told = told[0] | {found[1]}, told[1]
            if inner.tag in CHROME:
                told = told[0], True
            known[inner] = told
            outer = inner
        return path

    def add(self, leaves: list[Box]) -> None:
        """Add the text of leaves to them, and to the words that they are named by but those around them are not."""
        of_box, of_word = self.of_box, self.of_word
        for box in leaves:
            weight = self.own[box]
            of_box[box] = of_box.get(box, 0.0) + weight
            if (name := box.name) and (said := purpose(name)) and said[1] not in self.known[box.parent][0]:
                of_word[said[1]] = of_word.get(said[1], 0.0) + weight
