"""How far a job is: which parts there are, which are done, what they hold."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from newsmodel._paths import TEMPORARY
from newsmodel.batch._job import Job
from newsmodel.batch._process import Died
from newsmodel.batch._sources import Part
from newsmodel.batch._summary import Counts, Summary, freeze
from newsmodel.batch._write import counts_of, join, part_path

__all__ = ["Progress"]

_PART = re.compile(r"(?P<family>.+)-\d{9}-[0-9a-f]{10}\.(?:parquet|jsonl)")


class Progress:
    """The state of a job."""

    def __init__(self, job: Job, resume: bool) -> None:
        self._job = job
        self._resume = resume
        self._begun = time.monotonic()
        self._counts = Counts()
        self._parts: dict[Path, str] = {}  # every part in order, with its family
        self._done = self._resumed = self._before = 0
        self.skipped: dict[str, int] = {}
        """Files that are no pages; whoever finds them counts them here."""
        self.lost: list[str] = []
        self.stopped = False

    def prepare(self) -> None:
        """Make the folder."""
        Path(self._job.folder).mkdir(parents=True, exist_ok=True)
        self.tidy()

    def tidy(self) -> None:
        """Clear away what a process that was killed left half written."""
        with suppress(OSError):  # a folder that cannot be read; writing to it says what is wrong
            for left in Path(self._job.folder).glob(f"{TEMPORARY}*.tmp"):
                left.unlink(missing_ok=True)

    def waiting(self, parts: Iterable[Part]) -> Iterator[Part]:
        """Yield the parts that are not done yet; note those that are."""
        for part in parts:
            path = part_path(part, self._job)
            if path in self._parts:
                continue  # two sources named the same file
            self._parts[path] = part.family
            counts = counts_of(path) if self._resume else None
            if counts is None:
                yield part
            else:
                self._counts.include(counts)
                self._before += counts.pages
                self._resumed += 1
                self._done += 1

    def note(self, part: Part, result: Counts | Died) -> None:
        """Note what came of a part."""
        if isinstance(result, Died):
            where = f"{part.paths[0]} from {part.cut.first}" if part.cut else f"{part.paths[0]} and following"
            self.lost.append(f"{where}: {result.message}")
        else:
            self._counts.include(result)
            self._done += 1

    def summary(self, begun: int = 0) -> Summary:
        """Return the numbers; `begun` counts the pages that were begun, which may be in parts that are not done."""
        counts = self._counts
        skipped = Counts(skipped=dict(counts.skipped))
        skipped.include(Counts(skipped=self.skipped))
        return Summary(
            pages=max(counts.pages, self._before + begun),
            articles=counts.articles,
            errors=freeze(counts.errors),
            skipped=freeze(skipped.skipped),
            parts=self._done,
            resumed=self._resumed,
            lost=tuple(self.lost),
            stopped=self.stopped,
            seconds=time.monotonic() - self._begun,
        )

    def complete(self, single: Path | None) -> None:
        """Clear away parts that the same sources had before they changed; join the parts when one file is wanted."""
        folder = Path(self._job.folder)
        families = set(self._parts.values())
        for path in folder.iterdir():
            found = _PART.fullmatch(path.name)
            if found and found["family"] in families and path not in self._parts:
                path.unlink(missing_ok=True)
        if single is not None:
            join(self._parts, single)
            shutil.rmtree(folder)
