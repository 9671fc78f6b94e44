"""What the boxes around a box say of it, with each box asked once.

A page of thousands of lines, thousands of levels deep, costs no more for its depth than one that is flat.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from newsmodel._html.page import Box

__all__ = ["Inherited"]

T = TypeVar("T")


class Inherited(Generic[T]):
    """What boxes have from those around them.

    ``step`` tells what a box has from itself and what the box around it has; ``outermost`` is what stands around the
    boxes ``outside``, or around all boxes.
    """

    __slots__ = ("known", "step")

    def __init__(self, step: Callable[[Box, T], T], outermost: T, outside: Iterable[Box] = ()) -> None:
        self.step = step
        self.known: dict[Box | None, T] = dict.fromkeys(outside, outermost)
        self.known[None] = outermost

    def of(self, box: Box) -> T:
        """Return what a box has."""
        known = self.known
        path: list[Box] = []
        outer: Box | None = box
        while outer is not None and outer not in known:
            path.append(outer)
            outer = outer.parent
        found = known[outer]
        for inner in reversed(path):
            found = known[inner] = self.step(inner, found)
        return found
