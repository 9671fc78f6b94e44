"""Articles as a Parquet file, one row an article; the columns are those of `to_arrow`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import IO

from newsmodel._formats.arrow import binary, iter_arrow, keeps, only, project, tables
from newsmodel._model import Article
from newsmodel.errors import FormatError

__all__ = ["keeps", "project", "read", "read_all", "write", "write_all"]


def write(article: Article) -> bytes:
    """Return the article as a Parquet file of one row."""
    file = BytesIO()
    write_all([article], file)
    return file.getvalue()


def read(data: str | bytes) -> Article:
    """Return the article of a Parquet file of one row."""
    return only(read_all(BytesIO(binary(data))))


def write_all(articles: Iterable[Article], file: IO[bytes]) -> None:
    """Write the articles to a binary file, one row group after the other."""
    import pyarrow.parquet as pq

    from newsmodel._formats._arrow_schema import SCHEMA

    with pq.ParquetWriter(file, SCHEMA, compression="zstd") as sink:
        for table in tables(articles):
            sink.write_table(table)


def read_all(file: IO[bytes]) -> Iterator[Article]:
    """Yield the articles of a binary file, one at a time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        for batch in pq.ParquetFile(file).iter_batches(batch_size=256, use_threads=False):
            yield from iter_arrow(batch)
    except FormatError:
        raise
    except (pa.ArrowException, OSError, ValueError) as e:  # ValueError: names and texts that are not UTF-8
        raise FormatError(f"expected a Parquet file: {e}") from e
