"""What the boxes around a box say of it, with each box asked once.

A page of thousands of lines, thousands of levels deep, costs no more for its depth than one that is flat.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from newsmodel._html.page import Box

__all__ = ["Inherited"]

T = TypeVar("T")


class Inherited(dict[Box | None, T]):
    """What boxes have from those around them: a dictionary that fills itself.

    ``step`` tells what a box has from itself and what the box around it has; ``outermost`` is what stands around the
    boxes ``outside``, or around all boxes.
    """

    __slots__ = ("step",)

    def __init__(self, step: Callable[[Box, T], T], outermost: T, outside: Iterable[Box] = ()) -> None:
        super().__init__(dict.fromkeys(outside, outermost))
        self.step = step
        self[None] = outermost

    def __missing__(self, box: Box) -> T:
        """Ask a box and those around it that are not known yet, from the outside in."""
        outer = box.parent
        if outer in self:  # as most often
            found = self[box] = self.step(box, self[outer])
            return found
        path = [box]
        while outer not in self:
            path.append(outer)  # type: ignore[arg-type]  # None is known
            outer = outer.parent  # type: ignore[union-attr]
        found = self[outer]
        step = self.step
        for inner in reversed(path):
            found = self[inner] = step(inner, found)
        return found
