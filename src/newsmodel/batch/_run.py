"""A job: all pages of the sources become rows in a folder of Parquet files, or in one file."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Event, current_thread, main_thread
from types import FrameType
from typing import Literal, TypeAlias

from newsmodel._paths import is_folder
from newsmodel.batch._job import Job
from newsmodel.batch._loop import Loop
from newsmodel.batch._outcome import Extract, article_of
from newsmodel.batch._page import Limits
from newsmodel.batch._pool import Engine, Pool
from newsmodel.batch._progress import Progress
from newsmodel.batch._rows_in import Columns
from newsmodel.batch._sources import Sources, listed, parts
from newsmodel.batch._summary import Summary
from newsmodel.errors import NewsmodelError

__all__ = ["EngineName", "run"]

EngineName: TypeAlias = Literal["pool", "loop", "ray"]
"""``pool``: worker processes on this machine; ``loop``: this process alone, without guard; ``ray``: a Ray cluster."""

_FILES = (".parquet", ".jsonl")


def run(
    sources: Sources,
    out: str | os.PathLike[str],
    *,
    jobs: int | None = None,
    on_progress: Callable[[Summary], object] | None = None,
    resume: bool = True,
    engine: EngineName = "pool",
    address: str | None = None,
    extract: Extract = article_of,
    seconds: float = 60,
    memory: int | None = 2 << 30,
    part_pages: int | None = 1000,
    limits: Limits | None = None,
    columns: Columns | None = None,
) -> Summary:
    """Make a row of every page of the sources and return what came of it. Needs pyarrow.

    `sources`: see `pages`. `out`: a folder, for one Parquet file a part; or a file ``.parquet`` or ``.jsonl``, in the
    order of the sources. A page that fails is a row (a line) with its error. Rows have the columns `ARTICLE_SCHEMA`; a
    line has ``source``, ``position``, ``url``, and ``article`` or ``error`` and ``message``.

    `jobs`: worker processes; None for one a processor. `on_progress` is called with the Summary so far, about twice a
    second. `resume`: keep the parts that an earlier run with the same settings has finished. `engine`, and `address`
    of the cluster: see `Engine`. `extract`: what makes an article of a Page, a function that can be imported by name.
    `seconds`, `memory` (bytes; Linux): most that one page may take before it is given up. `part_pages`: pages of a
    part, the unit of resuming; None for one part a file, which spares the reading ahead that finds where parts begin.

    SIGINT and SIGTERM end the job when the parts in work are done, a second one at once. Raises ParseError when a
    source is not there, NewsmodelError when the rows cannot be written.
    """
    path = Path(out)
    single = path.suffix in _FILES and not is_folder(path)
    job = Job(
        extract=extract,
        seconds=seconds,
        memory=memory,
        limits=limits or Limits(),
        columns=columns or Columns(),
        folder=str(path.with_name(f"{path.name}.parts") if single else path),
        suffix=path.suffix if single else ".parquet",
    )
    sources = listed(sources)
    progress = Progress(job, resume)
    try:
        progress.prepare()
        with _signals() as stop, _engine(engine, job, jobs, address) as doing:
            found = parts(sources, part_pages, skipped=progress.skipped, without=job.folder)
            for done in doing.do(progress.waiting(found), stop):
                if done is not None:
                    progress.note(*done)
                if on_progress is not None:
                    on_progress(progress.summary(doing.begun))
            progress.stopped = stop.is_set()
        if not progress.stopped and not progress.lost:
            progress.complete(path if single else None)
    except OSError as e:
        hint = "what is finished is kept; run again when this is mended"
        raise NewsmodelError(f"cannot write: {e.strerror or e}", path=job.folder, hint=hint) from e
    finally:
        progress.tidy()
    summary = progress.summary()
    if on_progress is not None:
        on_progress(summary)
    return summary


def _engine(name: EngineName, job: Job, jobs: int | None, address: str | None) -> AbstractContextManager[Engine]:
    """Return what does the parts; raise NewsmodelError when there is no such engine or it cannot do this job."""
    if name == "loop":
        return Loop(job)
    job.check()
    if name == "pool":
        return Pool(job, jobs)
    if name == "ray":
        from newsmodel.batch._ray import Cluster

        return Cluster(job, jobs, address)
    raise NewsmodelError(f"there is no engine {name!r}", hint="use pool, loop or ray")


@contextmanager
def _signals() -> Iterator[Event]:
    """Give an event that SIGINT and SIGTERM set; the second signal has its usual effect.

    A signal that the program ignores, as what runs behind ``nohup`` or ``&`` does, stays ignored.
    """
    stop = Event()
    if current_thread() is not main_thread():
        yield stop
        return
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    # None: a handler that was not set from Python, and could not be set again.
    before = {number: handler for number, handler in handlers.items() if handler not in (signal.SIG_IGN, None)}

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    def on_signal(number: int, frame: FrameType | None) -> None:
        stop.set()
        restore()

    for number in before:
        signal.signal(number, on_signal)
    try:
        yield stop
    finally:
        restore()
