"""Text with elements around stretches of it that may overlap in any way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

__all__ = ["LINK", "MENTION", "QUOTE", "Mark", "bounds", "render"]

LINK, QUOTE, MENTION = range(3)
"""Ranks: links stand outermost, so that they are never split; mentions innermost."""

_MAX_OPEN = 32
"""Elements open at one place. Where more overlap, the others are not marked: their number would grow as a square."""


class Mark(NamedTuple):
    """A stretch to mark."""

    start: int
    end: int
    rank: int
    place: int
    """Its place among those of its rank."""

    first: str
    """The start tag when it is opened for the first time."""

    again: str
    """The start tag when it is opened again, because another element had to be closed inside it."""

    close: str


def bounds(node: dict[str, Any]) -> tuple[int, int]:
    """Return start and end of the span of a node."""
    return node["span"]["start"], node["span"]["end"]


def render(text: str, marks: Iterable[Mark], write: Callable[[str], str]) -> str:
    """Return a text with its marks as elements; `write` escapes what stands between the tags."""
    waiting = sorted(marks, reverse=True)  # the next one to open is last
    if not waiting:
        return write(text)
    edges = sorted({0, len(text), *(m.start for m in waiting), *(m.end for m in waiting)})
    pieces: list[str] = []
    stack: list[Mark] = []
    opened: set[tuple[int, int]] = set()
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        active = [m for m in stack if m.end > start]
        while waiting and waiting[-1].start == start:
            mark = waiting.pop()
            if mark.rank == LINK or len(active) < _MAX_OPEN:
                active.append(mark)
        active.sort(key=_order)
        common = _common(stack, active)
        pieces += [m.close for m in reversed(stack[common:])]
        for m in active[common:]:
            pieces.append(m.again if (m.rank, m.place) in opened else m.first)
            opened.add((m.rank, m.place))
        pieces.append(write(text[start:end]))
        stack = active
    return "".join(pieces)


def _order(mark: Mark) -> tuple[int, int]:
    return mark.rank, mark.place


def _common(old: list[Mark], new: list[Mark]) -> int:
    """Return how many of the open elements stay open."""
    for i, (a, b) in enumerate(zip(old, new, strict=False)):
        if a is not b:
            return i
    return min(len(old), len(new))
