"""The guard: a page that hangs, eats memory or kills its process costs that page only."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Self

from newsmodel._formats._arrow_write import Row
from newsmodel.batch._job import Job
from newsmodel.batch._memory import Ceiling
from newsmodel.batch._outcome import Extract, article_of, failure_of, failure_row, page_row
from newsmodel.batch._page import Page
from newsmodel.batch._process import Died, Process

__all__ = ["Guard"]


class Guard:
    """A throw-away process that works on pages one by one, with a limit of time and of memory for each.

    When a page ends the process, the page is tried once more in a process of its own, so that it is not blamed for
    what pages before it left behind; then it is given up and a new process goes on with the next page. Use it in a
    ``with`` statement, or call `close`. The process starts with the first page and ends with the one that uses it.
    """

    def __init__(self, *, extract: Extract = article_of, seconds: float = 60, memory: int | None = 2 << 30) -> None:
        """Make a guard.

        `extract` is a function that can be imported by name. `seconds` are by the clock. `memory` is in bytes, above
        what an idle process takes, and is held to on Linux only; None for no limit.
        """
        self._job = Job(extract=extract, seconds=seconds, memory=memory)
        self._process: Process | None = None
        self._fresh = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def row(self, page: Page) -> Row:
        """Return the row of a page (columns: `ARTICLE_SCHEMA`); when the page ends the process, its error row."""
        while True:
            fresh = self._fresh
            try:
                return self._ask(page)
            except Died as e:
                self.close()
                if fresh:
                    return failure_row(failure_of(page, e.error, e.message), page.retrieved)

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.close()
        self._process = None
        self._fresh = True

    def _ask(self, page: Page) -> Row:
        if self._process is None:
            self._process = Process(self._job)
        self._fresh = False
        self._process.send(page)
        answer = self._process.receive(self._job.seconds)
        if answer[0] == "memory":
            raise Died("memory", f"it needs more than {self._job.memory or 0:,} bytes of memory")
        row: Row = answer[1]
        return row


def server(job: Job, answer: Callable[..., None]) -> Callable[[Page], None]:
    """Return the function that does a page in the process of a guard."""
    ceiling = Ceiling(job.memory)

    def serve(page: Page) -> None:
        with ceiling:
            row = page_row(page, job.extract)
        answer("row", row)

    return serve
