"""Articles as Arrow tables, one row an article, and back; and as flat tables with keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from newsmodel._formats._arrow_read import article_from
from newsmodel._formats._arrow_write import Row, row_of
from newsmodel._model import Article
from newsmodel.errors import FormatError

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["flat_tables", "from_arrow", "to_arrow"]

_MOMENTS = ("published", "modified")


def to_arrow(articles: Iterable[Article]) -> pa.Table:
    """Return a table with the schema `newsmodel.batch.ARTICLE_SCHEMA`, one row an article; it keeps everything.

    Times stand in UTC with their offset in minutes beside them (null when only the day is known). Needs pyarrow.
    """
    import pyarrow as pa

    from newsmodel._formats._arrow_schema import ARTICLE_SCHEMA

    return pa.Table.from_pylist([row_of(a) for a in articles], schema=ARTICLE_SCHEMA)


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

    from newsmodel._formats._arrow_schema import ARTICLE_SCHEMA

    try:
        table = pa.table(table) if not isinstance(table, pa.Table) else table
        wanted = [n for n in table.column_names if n in ARTICLE_SCHEMA.names or n == "error"]
        table = table.select(wanted)
        for name in _MOMENTS:
            if name in wanted:
                numbers = table[name].cast(ARTICLE_SCHEMA.field(name).type, safe=False).cast(pa.int64())
                table = table.set_column(table.column_names.index(name), name, numbers)
    except (pa.ArrowException, TypeError, ValueError) as e:
        raise FormatError(f"expected a table of articles: {e}", hint="see newsmodel.batch.ARTICLE_SCHEMA") from e
    if "sections" not in wanted:
        raise FormatError("expected a table of articles, got one without the column sections")
    for batch in table.to_batches(max_chunksize=256):
        yield from batch.to_pylist()


def flat_tables(articles: Iterable[Article], *, first: int = 0) -> dict[str, pa.Table]:
    """Return the tables articles, paragraphs, quotes, mentions and entities, joined by the columns they share.

    `article` counts the articles from `first`; `paragraph` counts the paragraphs of an article, captions and pull
    quotes too; `speaker` and `entity` are the `entity` of table entities. They leave out figures, tables and embeds.
    """
    import pyarrow as pa

    from newsmodel._formats._arrow_flat import flat_rows
    from newsmodel._formats._arrow_schema import FLAT_SCHEMAS

    rows: dict[str, list[Row]] = {name: [] for name in FLAT_SCHEMAS}
    for number, article in enumerate(articles, first):
        for name, row in flat_rows(article):
            row["article"] = number
            rows[name].append(row)
    return {name: pa.Table.from_pylist(rows[name], schema=schema) for name, schema in FLAT_SCHEMAS.items()}
