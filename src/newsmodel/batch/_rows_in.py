"""Pages as rows: JSON lines and Parquet files with a column of HTML and one of addresses."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, cast

import attrs
from attrs import frozen

from newsmodel.batch._page import Failure, Limits, Page, Record, Skipped, too_large
from newsmodel.batch._warc import Cut

__all__ = ["Columns", "line_cuts", "line_records", "page_of_row", "rows_of", "table_cuts", "table_records"]

_GZIP = b"\x1f\x8b"
_AT_ONCE = 64  # rows of a Parquet file that are in memory at one time


@frozen
class Columns:
    """The columns (or keys) of a page in a table (or in an object of JSON)."""

    html: str = "html"
    """The page: str, or bytes as fetched."""

    url: str = "url"
    """Its address; may be missing."""

    content_type: str = "content_type"
    """The header ``Content-Type``; may be missing."""

    retrieved: str = "retrieved"
    """When it was fetched: a timestamp, or a str in ISO 8601; may be missing."""


def page_of_row(row: dict[str, Any], columns: Columns, limits: Limits, source: str, position: int) -> Record:
    """Return the page of a row."""
    url = row.get(columns.url)
    url = url if isinstance(url, str) and url.strip() else None
    html, kind = row.get(columns.html), row.get(columns.content_type)
    kind = kind if isinstance(kind, str) and kind.strip() else None
    if html is None or html in ("", b""):
        return Skipped("empty")
    if isinstance(html, str):
        html, kind = html.encode("utf-8", "replace"), "text/html; charset=utf-8"
    if not isinstance(html, bytes):
        message = f"expected text or bytes in the column {columns.html}, got {type(html).__name__}"
        return Failure("unreadable", message, url, source, position)
    if len(html) > limits.size:
        e = too_large(limits)
        return Failure(e.error, e.message, url, source, position)
    return Page(url, html, kind, _moment(row.get(columns.retrieved)), source, position)


def rows_of(batch: Any) -> list[dict[str, Any]]:
    """Return the rows of a RecordBatch or Table as plain values, also where Python or UTF-8 cannot hold some value."""
    try:
        return cast(list[dict[str, Any]], batch.to_pylist())
    except (ValueError, OverflowError, KeyError):  # KeyError: a column that stands there twice
        columns = [
            (name, [_value(v) for v in column]) for name, column in zip(batch.schema.names, batch.columns, strict=True)
        ]
        return [{name: values[i] for name, values in columns} for i in range(batch.num_rows)]


def _value(scalar: Any) -> Any:
    """Return a value; the bytes of a text that is not UTF-8, None for a time that Python does not know."""
    try:
        return scalar.as_py()
    except UnicodeDecodeError:
        return scalar.as_buffer().to_pybytes() if hasattr(scalar, "as_buffer") else None
    except (ValueError, OverflowError, KeyError):
        return None


def _moment(value: object) -> datetime | None:
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    if not isinstance(value, datetime):
        return None
    return value if value.tzinfo is not None else value.replace(tzinfo=UTC)


def line_cuts(path: Path, pages: int) -> Iterator[Cut]:
    """Yield runs of so many lines; a compressed file is one run, because nobody can begin in its middle."""
    with path.open("rb") as file:
        if file.read(2) == _GZIP:
            yield Cut(0, 0, 0, -1)
            return
        file.seek(0)
        begin = offset = first = position = 0
        for line in file:
            if position - first == pages:
                yield Cut(begin, 0, first, position)
                begin, first = offset, position
            offset += len(line)
            position += 1
        if position > first:
            yield Cut(begin, 0, first, position)


def line_records(path: Path, cut: Cut | None, limits: Limits, columns: Columns) -> Iterator[tuple[int, Record]]:
    """Yield the pages of the lines with their positions."""
    cut = cut or Cut(0, 0, 0, -1)
    with path.open("rb") as raw:
        compressed = raw.read(2) == _GZIP
        raw.seek(cut.offset)
        file = cast(IO[bytes], gzip.open(raw) if compressed else raw)  # noqa: SIM115 - closed with `raw`
        position = cut.first
        while position != cut.stop:
            try:
                line = _line(file, 2 * limits.size)
            except (OSError, EOFError, zlib.error):
                message = "the compressed file is damaged or cut off from here on"
                yield position, Failure("unreadable", message, None, str(path), position)
                return
            if not line:
                return
            yield position, _page_of_line(line, columns, limits, str(path), position)
            position += 1


def _line(file: IO[bytes], longest: int) -> bytes:
    """Return the next line; of one that is too long only so much."""
    line = rest = file.readline(longest)
    while len(rest) == longest and not rest.endswith(b"\n"):
        rest = file.readline(longest)
    return line


def _page_of_line(line: bytes, columns: Columns, limits: Limits, source: str, position: int) -> Record:
    if not line.strip():
        return Skipped("empty")
    if len(line) == 2 * limits.size:
        e = too_large(limits)
        return Failure(e.error, e.message, None, source, position)
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Failure("unreadable", f"the line is no JSON: {error}"[:200], None, source, position)
    if not isinstance(row, dict):
        return Failure("unreadable", "the line is no JSON object", None, source, position)
    if columns.html not in row:
        message = f"the object has no key {columns.html!r}; it has {', '.join(row)[:200]}"
        return Failure("unreadable", message, None, source, position)
    return page_of_row(row, columns, limits, source, position)


def table_cuts(path: Path, pages: int) -> Iterator[Cut]:
    """Yield runs of row groups that hold so many rows or just more; `offset` is the number of the first group."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        metadata = pq.read_metadata(path)
    except (pa.ArrowException, OSError):
        yield Cut(0, 0, 0, -1)  # reading it will say what is wrong
        return
    begin = first = position = 0
    for group in range(metadata.num_row_groups):
        if position - first >= pages:
            yield Cut(begin, 0, first, position)
            begin, first = group, position
        position += metadata.row_group(group).num_rows
    if position > first:
        yield Cut(begin, 0, first, position)


def table_records(path: Path, cut: Cut | None, limits: Limits, columns: Columns) -> Iterator[tuple[int, Record]]:
    """Yield the pages of the rows of a Parquet file with their positions."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    cut = cut or Cut(0, 0, 0, -1)
    position = cut.first
    try:
        with pq.ParquetFile(path) as file:
            names = [n for n in attrs.astuple(columns) if n in file.schema_arrow.names]
            if columns.html not in names:
                has = ", ".join(file.schema_arrow.names)[:200]
                message = f"the table has no column {columns.html!r}; it has {has}"
                yield position, Failure("unreadable", message, None, str(path), position)
                return
            groups = range(cut.offset, file.num_row_groups)
            for batch in file.iter_batches(_AT_ONCE, row_groups=groups, columns=names, use_threads=False):
                for row in rows_of(batch):
                    if position == cut.stop:
                        return
                    yield position, page_of_row(row, columns, limits, str(path), position)
                    position += 1
    except (pa.ArrowException, OSError, ValueError) as e:
        yield position, Failure("unreadable", f"the Parquet file is damaged: {e}"[:200], None, str(path), position)
