"""The most memory that work on one page may take; what is done beside it, such as writing, is not held to it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from types import TracebackType

__all__ = ["Ceiling"]


class Ceiling:
    """Within its ``with`` statement the process may take so much more address space, where the system holds it to that.

    Outside it may take what it could before: a library that packs and writes rows reserves more than it fills, in
    threads of its own, and fails in its own ways when it gets none.
    """

    def __init__(self, memory: int | None) -> None:
        """Make one of so many bytes above what is taken on entering (Linux); None for no limit."""
        self._memory = memory
        self._before: int | None = None

    def __enter__(self) -> None:
        if self._memory is not None:
            self._before = _lower_to(self._memory)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._before is not None:
            _set(self._before)
            self._before = None


def _lower_to(more: int) -> int | None:
    """Allow so many bytes above what is taken and return what was allowed before; None when nothing was changed."""
    with suppress(ImportError, OSError, ValueError, OverflowError):
        import resource

        with Path("/proc/self/statm").open("rb", buffering=0) as sizes:
            limit = int(sizes.read(32).split()[0]) * resource.getpagesize() + more
        before = resource.getrlimit(resource.RLIMIT_AS)[0]
        if before == resource.RLIM_INFINITY or limit < before:
            _set(limit)
            return before
    return None


def _set(limit: int) -> None:
    """Set how many bytes of address space the process may take."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (limit, resource.getrlimit(resource.RLIMIT_AS)[1]))
