"""Parts done by worker processes on one machine; a worker that dies costs no page but the one that killed it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from threading import Event, Lock, local
from types import TracebackType
from typing import Protocol, Self

from newsmodel.batch._job import Job
from newsmodel.batch._process import Died, Process
from newsmodel.batch._sources import Part
from newsmodel.batch._summary import Counts

__all__ = ["Engine", "Pool", "Worker"]

_TRIES = 4  # the first as it comes, the others with the guard
_TICK = 0.5  # seconds between two reports of progress
# What a worker may take beside the work on a page: reading, and writing a part on a slow disk.
_SLACK = 120.0


class Worker:
    """A worker process that does parts, and is replaced when it dies."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._process: Process | None = None
        self._closed = False

    def do(self, part: Part, tell: Callable[[], None] = lambda: None) -> Counts | Died:
        """Write the rows of a part and return what they are, or why the workers died of it, each time.

        Raises OSError when the part cannot be written. Calls `tell` for each page.
        """
        death = Died("crash", "the job was ended")
        for attempt in range(_TRIES):
            try:
                return self._ask(part, attempt > 0, tell)
            except Died as e:
                death = e
                self.end()
            if self._closed:
                break
        return death

    def _ask(self, part: Part, guarded: bool, tell: Callable[[], None]) -> Counts:
        if self._process is None:
            self._process = Process(self._job)
        # With the guard, a page may take its time twice, and a new process each time.
        patience = _SLACK + self._job.seconds * (3 if guarded else 1) + (600 if guarded else 0)
        self._process.send((part, guarded))
        while True:
            kind, *rest = self._process.receive(patience)
            if kind == "page":
                tell()
            elif kind == "done":
                counts: Counts = rest[0]
                return counts
            elif kind == "failed":
                raise OSError(rest[0])
            else:
                raise Died(kind, f"the worker process needs more than {self._job.memory or 0:,} bytes of memory")

    def end(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.close()
        self._process = None

    def close(self) -> None:
        """End the process and start no other; may be called from another thread."""
        self._closed = True
        if self._process is not None:
            self._process.kill()


class Engine(Protocol):
    """What does the parts of a job."""

    @property
    def begun(self) -> int:
        """Pages that were begun so far."""
        ...

    def do(self, parts: Iterable[Part], stop: Event) -> Iterator[tuple[Part, Counts | Died] | None]:
        """Yield each part when it is done, and None from time to time; begin none after `stop` is set."""
        ...


class Pool:
    """Workers side by side, each with a thread that looks after it."""

    def __init__(self, job: Job, jobs: int | None) -> None:
        self._job = job
        self._jobs = jobs or available()
        self._workers: list[Worker] = []
        self._mine = local()
        self._lock = Lock()
        self._started = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()
        for worker in self._workers:
            worker.end()

    @property
    def begun(self) -> int:
        """Pages that were begun so far."""
        return self._started

    def _end(self) -> None:
        """End all workers at once."""
        for worker in self._workers:
            worker.close()

    def do(self, parts: Iterable[Part], stop: Event) -> Iterator[tuple[Part, Counts | Died] | None]:
        """Yield each part when it is done; and None twice a second, so that the caller can look around.

        One part waits beside those that are worked on, so that no worker waits for the reader. After `stop` is set, no
        part is begun.
        """
        rest = iter(parts)
        running: dict[Future[Counts | Died], Part] = {}
        with ThreadPoolExecutor(self._jobs) as threads:
            try:
                while True:
                    while not stop.is_set() and len(running) <= self._jobs and (part := next(rest, None)) is not None:
                        running[threads.submit(self._do, part)] = part
                    if stop.is_set():
                        running = {future: part for future, part in running.items() if not future.cancel()}
                    if not running:
                        return
                    done, _ = wait(running, _TICK, FIRST_COMPLETED)
                    for future in done:
                        yield running.pop(future), future.result()
                    yield None
            finally:
                for future in running:
                    future.cancel()
                if running:
                    self._end()

    def _do(self, part: Part) -> Counts | Died:
        worker: Worker | None = getattr(self._mine, "worker", None)
        if worker is None:
            worker = self._mine.worker = Worker(self._job)
            with self._lock:
                self._workers.append(worker)
        return worker.do(part, self._count)

    def _count(self) -> None:
        with self._lock:
            self._started += 1


def available() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1
