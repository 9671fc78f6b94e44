"""Given names of the world, by which names in texts and in bylines are told; the file says where they come from."""

from __future__ import annotations

from functools import cache
from pkgutil import get_data

__all__ = ["given_names"]


@cache
def given_names() -> frozenset[str]:
    """Return the names, as they are written; they are read at the first call."""
    text = (get_data("newsmodel", "_data/given.txt") or b"").decode()
    return frozenset(text.partition("\n")[2].split("\n")) - {""}
