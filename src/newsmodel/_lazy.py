"""Attributes that are read when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

__all__ = ["lazy"]

S = TypeVar("S")
T = TypeVar("T")


class lazy(Generic[S, T]):  # noqa: N801  (a decorator, as `property` is)
    """An attribute whose value a method gives once: `functools.cached_property` without its lock, which costs more."""

    def __init__(self, read: Callable[[S], T]) -> None:
        self.read = read
        self.name = read.__name__
        self.__doc__ = read.__doc__

    def __get__(self, instance: S, owner: Any = None) -> T:
        """Return the value, and keep it where the next access finds it without asking here."""
        found = instance.__dict__[self.name] = self.read(instance)
        return found
