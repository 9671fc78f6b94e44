"""What a worker process does: a page at a time for a guard, or a part at a time for a job."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from newsmodel._formats._arrow_write import Row
from newsmodel.batch._guard import Guard
from newsmodel.batch._job import Job
from newsmodel.batch._page import Failure, Page, Skipped
from newsmodel.batch._rows_out import failure_row, page_row
from newsmodel.batch._sources import Part, records
from newsmodel.batch._summary import Counts
from newsmodel.batch._write import part_writer

__all__ = ["PartRequest", "server", "work"]

PartRequest = tuple[Part, bool]
"""A part, and whether each of its pages needs the guard."""

Tell = Callable[[], None]


def server(job: Job, answer: Callable[..., None]) -> Callable[[Any], None]:
    """Return the function that answers a request."""

    def serve(request: Page | PartRequest) -> None:
        if isinstance(request, Page):
            answer("row", page_row(request, job.extract))
            return
        part, guarded = request
        try:
            counts = work(part, job, guarded=guarded, tell=lambda: answer("page"))
        except OSError as e:
            answer("failed", str(e))
        else:
            answer("done", counts)

    return serve


def work(part: Part, job: Job, *, guarded: bool, tell: Tell) -> Counts:
    """Write the rows of a part and return what they were; raise OSError when they cannot be written.

    Calls `tell` before each page. Without the guard, only a page that ran out of memory goes to a process of its own.
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
                row = _row(record, job, guard, guarded)
            counts.add(row)
            writer.add(row)
        writer.finish(counts)
    return counts


def _row(page: Page, job: Job, guard: Guard, guarded: bool) -> Row:
    if not guarded:
        try:
            return page_row(page, job.extract)
        except MemoryError:
            guard.close()
    return guard.row(page)
