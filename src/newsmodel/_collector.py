"""The garbage collector, paused while one page or text is read."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

__all__ = ["paused"]

P = ParamSpec("P")
R = TypeVar("R")


def paused(work: Callable[P, R]) -> Callable[P, R]:
    """Return the function, run with the cyclic collector at rest.

    Reading makes thousands of objects that live as long as the reading, and no cycles: the collector would look
    through them, and through all else that the program holds, in vain. The pause is the interpreter's, and as short as
    the call.
    """

    @wraps(work)
    def quiet(*args: P.args, **kwargs: P.kwargs) -> R:
        if not gc.isenabled():  # somebody else has paused it, and will say when it may go on
            return work(*args, **kwargs)
        gc.disable()
        try:
            return work(*args, **kwargs)
        finally:
            gc.enable()

    return quiet
