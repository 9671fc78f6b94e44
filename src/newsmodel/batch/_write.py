"""The files that a job writes: parts, whole or not at all, and one file made of them.

Each file is written under a temporary name and renamed when it is complete. The names are made of slugs and hashes, so
that no address or file name of a source can lead out of the folder.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, Protocol

import pyarrow as pa
import pyarrow.parquet as pq

from newsmodel._formats import own_json
from newsmodel._formats._arrow_read import article_from
from newsmodel._formats._arrow_write import Row
from newsmodel._paths import replacing
from newsmodel.batch._job import Job
from newsmodel.batch._rows_out import ARTICLE_SCHEMA, to_batch
from newsmodel.batch._sources import Part
from newsmodel.batch._summary import Counts

__all__ = ["PartWriter", "counts_of", "join", "part_path", "part_writer"]

_COUNTS = b"newsmodel.counts"
_ROWS = 64  # rows that wait as Python values
_GROUP = 64 << 20  # bytes of a row group in memory


class PartWriter(Protocol):
    """Takes the rows of a part."""

    def add(self, row: Row) -> None:
        """Write a row."""

    def finish(self, counts: Counts) -> None:
        """Write what is left, and what the part holds."""


def part_path(part: Part, job: Job) -> Path:
    """Return where a part is written."""
    return Path(job.folder, f"{part.name(job.signature)}{job.suffix}")


@contextmanager
def part_writer(part: Part, job: Job) -> Iterator[PartWriter]:
    """Write a part; it appears under its name when all went well. Raises OSError when it cannot be written."""
    with replacing(part_path(part, job)) as file:
        writer = _Table(file) if job.suffix == ".parquet" else _Lines(file)
        try:
            yield writer
        finally:
            writer.close()


class _Table:
    """A part as a Parquet file."""

    def __init__(self, file: IO[bytes]) -> None:
        self._sink = pq.ParquetWriter(file, ARTICLE_SCHEMA, compression="zstd")
        self._rows: list[Row] = []
        self._batches: list[pa.RecordBatch] = []
        self._size = 0

    def add(self, row: Row) -> None:
        self._rows.append(row)
        if len(self._rows) == _ROWS:
            self._pack()

    def _pack(self) -> None:
        if self._rows:
            batch = to_batch(self._rows)
            self._batches.append(batch)
            self._size += batch.nbytes
            self._rows = []
        if self._size > _GROUP:
            self._flush()

    def _flush(self) -> None:
        if self._batches:
            table = pa.Table.from_batches(self._batches, schema=ARTICLE_SCHEMA)
            self._sink.write_table(table, row_group_size=len(table))
        self._batches, self._size = [], 0

    def finish(self, counts: Counts) -> None:
        self._pack()
        self._flush()
        self._sink.add_key_value_metadata({_COUNTS: json.dumps(counts.to_dict()).encode()})
        self._sink.close()

    def close(self) -> None:
        with suppress(OSError, ValueError):  # a footer that does not fit on a full disk, after the first error
            self._sink.close()


class _Lines:
    """A part as JSON lines: one object a page, with its article or its error; the last line has the counts."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def add(self, row: Row) -> None:
        self._file.write(_line(row))

    def finish(self, counts: Counts) -> None:
        self._file.write(_encoded({"counts": counts.to_dict()}))

    def close(self) -> None:
        """Do nothing: the file is its opener's."""


def _line(row: Row) -> bytes:
    record: dict[str, Any] = {"source": row["source"], "position": row["position"], "url": row["url"]}
    if row.get("error") is None:
        record["article"] = own_json.to_dict(article_from(row))
    else:
        record["error"] = row["error"]
        record["message"] = row["error_message"]
    return _encoded(record)


def _encoded(record: dict[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"


def counts_of(path: Path) -> Counts | None:
    """Return what a part holds that was written before; None when there is no such part, or it is damaged."""
    try:
        if path.suffix == ".parquet":
            found = json.loads((pq.read_metadata(path).metadata or {})[_COUNTS])
        else:
            found = json.loads(_last_line(path))["counts"]
        return Counts(**found)
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException):
        return None


def _last_line(path: Path) -> bytes:
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - 100_000))
        return file.read().rstrip(b"\n").rpartition(b"\n")[2]


def join(parts: Iterable[Path], out: Path) -> None:
    """Write the rows of parts into one file, in order."""
    with replacing(out) as file:
        if out.suffix == ".parquet":
            with pq.ParquetWriter(file, ARTICLE_SCHEMA, compression="zstd") as sink:
                for path in parts:
                    with pq.ParquetFile(path) as part:
                        for group in range(part.num_row_groups):
                            sink.write_table(part.read_row_group(group))
            return
        for path in parts:
            end = path.stat().st_size - len(_last_line(path)) - 1
            with path.open("rb") as lines:
                _copy(lines, file, end)


def _copy(source: Any, target: Any, length: int) -> None:
    while length:
        data = source.read(min(length, 1 << 20))
        target.write(data)
        length -= len(data)
