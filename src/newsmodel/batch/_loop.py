"""Parts done one after the other in this process, without the guard; to look for errors and to compare with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from threading import Event
from types import TracebackType
from typing import Self

from newsmodel.batch._job import Job
from newsmodel.batch._parts import work
from newsmodel.batch._process import Died
from newsmodel.batch._sources import Part
from newsmodel.batch._summary import Counts

__all__ = ["Loop"]


class Loop:
    """The engine ``loop``."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self.begun = 0
        """Pages that were begun so far."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass

    def do(self, parts: Iterable[Part], stop: Event) -> Iterator[tuple[Part, Counts | Died] | None]:
        """Yield each part when it is done; take none after `stop` is set."""
        for part in parts:
            if stop.is_set():
                return
            yield part, work(part, self._job, guarded=False, tell=self._count)

    def _count(self) -> None:
        self.begun += 1
