"""What all nodes have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from newsmodel._query import Selection

__all__ = ["Node"]

NodeT = TypeVar("NodeT", bound="Node")


class Node:
    """What has a place in an article. Nodes are values: they know neither their parent nor their place."""

    __slots__ = ()

    def select(self, kind: type[NodeT], *tests: Callable[[NodeT], bool]) -> Selection[NodeT]:
        """Return the nodes of one class at or below this one that pass every test; see `newsmodel.select`."""
        from newsmodel._query import select

        return select(self, kind, *tests)
