"""What is worked out once for each key: quicker to ask than a cached function, for a look in a dict is no call."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

__all__ = ["KEPT", "Memo"]

KEPT = 50_000
"""Keys that a long-lived process remembers of each sort, at most."""

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Memo(dict[K, V]):
    """Values by their keys, worked out when a key is first asked for."""

    def __init__(self, of: Callable[[K], V]) -> None:
        self.of = of

    def __missing__(self, key: K) -> V:
        if len(self) > KEPT:
            self.clear()
        value = self[key] = self.of(key)
        return value
