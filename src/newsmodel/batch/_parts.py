"""The work on a part: read its records, make rows of its pages, write them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

from newsmodel._formats._arrow_write import Row
from newsmodel.batch._guard import Guard
from newsmodel.batch._job import Job
from newsmodel.batch._memory import Ceiling
from newsmodel.batch._outcome import failure_row, page_row
from newsmodel.batch._page import Failure, Page, Skipped
from newsmodel.batch._sources import Part, records
from newsmodel.batch._summary import Counts
from newsmodel.batch._write import part_writer

__all__ = ["server", "work"]

Tell = Callable[[], None]

_NONE = Ceiling(None)


def work(part: Part, job: Job, *, guarded: bool, tell: Tell, ceiling: Ceiling = _NONE) -> Counts:
    """Write the rows of a part and return what they were; raise OSError when they cannot be written.

    Calls `tell` before each page. Without the guard, only a page that ran out of memory, which the ceiling may limit,
    goes to a process of its own.
    """
    counts = Counts()
    with ExitStack() as stack:
        guard = stack.enter_context(Guard(extract=job.extract, seconds=job.seconds, memory=job.memory))
        writer = stack.enter_context(part_writer(part, job))
        for _, record in records(part, job.limits, job.columns):
            if isinstance(record, Skipped):
                counts.skip(record.reason)
                continue
            if isinstance(record, Failure):
                row = failure_row(record)
            else:
                tell()
                row = guard.row(record) if guarded else _row(record, job, guard, ceiling)
            counts.add(row)
            writer.add(row)
        writer.finish(counts)
    return counts


def _row(page: Page, job: Job, guard: Guard, ceiling: Ceiling) -> Row:
    """Return the row of a page, made in this process, or by the guard when that runs out of memory."""
    try:
        with ceiling:
            return page_row(page, job.extract)
    except MemoryError:
        guard.close()
    return guard.row(page)


def server(job: Job, answer: Callable[..., None]) -> Callable[[tuple[Part, bool]], None]:
    """Return the function that does a part in a worker process; a part comes with whether its pages need the guard."""
    ceiling = Ceiling(job.memory)

    def serve(request: tuple[Part, bool]) -> None:
        part, guarded = request
        try:
            counts = work(part, job, guarded=guarded, tell=lambda: answer("page"), ceiling=ceiling)
        except OSError as e:
            answer("failed", f"{e.strerror}: {e.filename}" if e.strerror and e.filename else str(e))
        else:
            answer("done", counts)

    return serve
