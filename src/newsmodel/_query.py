"""Walk, select, point at and edit the tree of an article."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

NodeT = TypeVar("NodeT")


class Selection(Generic[NodeT]):
    """A lazy, typed answer."""


def select(root: Any, kind: type[NodeT], *tests: Callable[[NodeT], bool]) -> Selection[NodeT]:
    """Return the nodes of one class at or below this one that pass every test."""
    raise NotImplementedError
