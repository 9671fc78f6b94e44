"""Parts done by the machines of a Ray cluster, which must all see the sources and the folder of the rows.

Each task looks after a worker process of its own, as a thread of the pool does; so a page that kills its process never
reaches Ray, and Ray's own tries, which are few, are for machines that go away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from threading import Event
from types import TracebackType
from typing import Any, Self

from newsmodel.batch._job import Job
from newsmodel.batch._pool import Worker
from newsmodel.batch._process import Died
from newsmodel.batch._sources import Part
from newsmodel.batch._summary import Counts
from newsmodel.errors import NewsmodelError

__all__ = ["Cluster"]

_TICK = 0.5  # seconds between two reports of progress
_TRIES = 5  # for a part whose machine goes away


class Cluster:
    """The engine ``ray``."""

    def __init__(self, job: Job, jobs: int | None, address: str | None) -> None:
        """Connect to the cluster at `address`, or to the one of this process, or start one on this machine."""
        try:
            import ray  # pyright: ignore[reportMissingImports]
        except ImportError as e:
            raise NewsmodelError("the engine ray needs Ray", hint="install newsmodel[ray]") from e
        self._ray = ray
        self._job = job
        self._jobs = jobs
        self.begun = 0
        """Pages of the parts that are done."""
        self._ours = not ray.is_initialized()
        if self._ours:
            ray.init(address=address, log_to_driver=False, logging_level="warning", configure_logging=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._ours:
            self._ray.shutdown()

    def do(self, parts: Iterable[Part], stop: Event) -> Iterator[tuple[Part, Counts | Died] | None]:
        """Yield each part when it is done, and None twice a second; begin none after `stop` is set."""
        ray = self._ray
        task = ray.remote(num_cpus=1, max_retries=_TRIES, retry_exceptions=False)(do_part)
        job = ray.put(self._job)
        rest = iter(parts)
        running: dict[Any, Part] = {}
        while True:
            while not stop.is_set() and len(running) < self._most() and (part := next(rest, None)) is not None:
                running[task.remote(part, job)] = part
            if not running:
                return
            done, _ = ray.wait(list(running), timeout=_TICK)
            for reference in done:
                part = running.pop(reference)
                try:
                    result = ray.get(reference)
                except (ray.exceptions.WorkerCrashedError, ray.exceptions.NodeDiedError) as e:
                    result = Died("crash", f"its machine went away {_TRIES + 1} times: {type(e).__name__}")
                except ray.exceptions.RayTaskError as e:
                    raise e.as_instanceof_cause() from None
                self.begun += result.pages if isinstance(result, Counts) else 0
                yield part, result
            yield None

    def _most(self) -> int:
        """Return how many parts may be in work: one a processor, and one that waits for each."""
        return 2 * (self._jobs or max(1, int(self._ray.cluster_resources().get("CPU", 1))))


def do_part(part: Part, job: Job) -> Counts | Died:
    """Do a part in a worker process that this task looks after."""
    worker = Worker(job)
    try:
        return worker.do(part)
    finally:
        worker.end()
