"""Articles as Arrow tables, one row an article, and back; as a document, an Arrow IPC file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from itertools import islice
from typing import IO, TYPE_CHECKING, Any

from newsmodel._formats._arrow_read import article_from
from newsmodel._formats._arrow_write import Row, row_of
from newsmodel._formats._parts import EVERYTHING
from newsmodel._model import Article
from newsmodel.errors import FormatError

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["from_arrow", "iter_arrow", "keeps", "project", "read", "read_all", "to_arrow", "write", "write_all"]

keeps: Mapping[str, str] = EVERYTHING

_MOMENTS = ("published", "modified")
_BATCH = 256  # articles that are in memory as rows at one time: a few MB


def to_arrow(articles: Iterable[Article]) -> pa.Table:
    """Return a table of one row an article that keeps everything; the columns are nested as the model is.

    Times stand in UTC with their offset in minutes beside them (null when only the day is known). Needs pyarrow.
    """
    import pyarrow as pa

    from newsmodel._formats._arrow_schema import SCHEMA

    return pa.Table.from_pylist([row_of(a) for a in articles], schema=SCHEMA)


def from_arrow(table: Any) -> list[Article]:
    """Return the articles of a table that `to_arrow` or `newsmodel.batch` made.

    Takes a pyarrow Table or RecordBatch, or what exports the Arrow stream interface (a Polars frame, a DuckDB result).
    Columns may be missing, in any order, or more than needed; rows that tell of a page that failed are left out.
    Raises FormatError, with the row in its path, when a row is no article.
    """
    return list(iter_arrow(table))


def iter_arrow(table: Any) -> Iterator[Article]:
    """Yield the articles of a table one by one; see `from_arrow`."""
    for i, row in enumerate(_rows(table)):
        if row.get("error") is not None:
            continue
        try:
            yield article_from(row)
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as e:
            inner = getattr(e, "path", None)
            missing = f"expected {e} to be there" if isinstance(e, KeyError) else str(e)
            problem = getattr(e, "problem", None) or missing
            raise FormatError(problem, path=f"$[{i}]{inner[1:] if inner else ''}") from e


def _rows(table: Any) -> Iterator[Row]:
    """Yield the rows of a table as plain values, times as numbers."""
    import pyarrow as pa

    from newsmodel._formats._arrow_schema import SCHEMA

    try:
        table = pa.table(table) if not isinstance(table, pa.Table) else table
        wanted = [n for n in table.column_names if n in SCHEMA.names or n == "error"]
        table = table.select(wanted)
        for name in _MOMENTS:
            if name in wanted:
                numbers = table[name].cast(SCHEMA.field(name).type, safe=False).cast(pa.int64())
                table = table.set_column(table.column_names.index(name), name, numbers)
    except (pa.ArrowException, KeyError, TypeError, ValueError) as e:  # KeyError: a column that stands there twice
        raise FormatError(f"expected a table of articles: {e}", hint="see newsmodel.batch.ARTICLE_SCHEMA") from e
    if "sections" not in wanted:
        raise FormatError("expected a table of articles, got one without the column sections")
    for batch in table.to_batches(max_chunksize=_BATCH):
        try:
            rows = batch.to_pylist()
        except (ValueError, OverflowError) as e:  # text that is not UTF-8, a time beyond the year 9999
            raise FormatError(f"expected a table of articles: {e}") from e
        yield from rows


def project(article: Article) -> Article:
    """Return the article: nothing is lost."""
    return article


def write(article: Article) -> bytes:
    """Return the article as an Arrow IPC file of one row."""
    file = BytesIO()
    write_all([article], file)
    return file.getvalue()


def read(data: str | bytes) -> Article:
    """Return the article of an Arrow IPC file of one row."""
    return only(read_all(BytesIO(binary(data))))


def write_all(articles: Iterable[Article], file: IO[bytes]) -> None:
    """Write the articles to a binary file, one batch of rows after the other."""
    import pyarrow as pa

    from newsmodel._formats._arrow_schema import SCHEMA

    with pa.ipc.new_file(file, SCHEMA) as sink:
        for table in tables(articles):
            sink.write_table(table)


def read_all(file: IO[bytes]) -> Iterator[Article]:
    """Yield the articles of a binary file, one at a time."""
    import pyarrow as pa

    try:
        reader = pa.ipc.open_file(file)
        for i in range(reader.num_record_batches):
            batch = reader.get_batch(i)
            batch.validate(full=True)  # a damaged offset would be followed out of memory
            yield from iter_arrow(batch)
    except FormatError:
        raise
    except (pa.ArrowException, OSError, ValueError) as e:  # ValueError: names and texts that are not UTF-8
        raise FormatError(f"expected an Arrow IPC file: {e}") from e


def tables(articles: Iterable[Article]) -> Iterator[pa.Table]:
    """Yield tables of a few articles each; one that is empty when there are none."""
    rest = iter(articles)
    chunk = list(islice(rest, _BATCH))
    yield to_arrow(chunk)
    while chunk := list(islice(rest, _BATCH)):
        yield to_arrow(chunk)


def only(articles: Iterator[Article]) -> Article:
    """Return the one article that there must be."""
    found = list(islice(articles, 2))
    if len(found) != 1:
        raise FormatError(f"expected one article, got {'more' if found else 'none'}", hint="use load_all for many")
    return found[0]


def binary(data: str | bytes) -> bytes:
    if isinstance(data, str):
        raise FormatError("expected bytes, got str", hint="open the file in binary mode")
    return data
