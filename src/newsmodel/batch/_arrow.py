"""Pages and rows as Arrow batches: the one function that engines call."""

from __future__ import annotations

from typing import TypeVar

import pyarrow as pa

from newsmodel.batch._guard import Guard
from newsmodel.batch._outcome import Extract, article_of, failure_row, page_row
from newsmodel.batch._page import Failure, Limits, Page
from newsmodel.batch._rows_in import Columns, page_of_row, rows_of
from newsmodel.batch._rows_out import to_batch
from newsmodel.errors import NewsmodelError

__all__ = ["extract_batch"]

BatchT = TypeVar("BatchT", pa.RecordBatch, pa.Table)


def extract_batch(
    batch: BatchT,
    *,
    extract: Extract = article_of,
    guard: Guard | None = None,
    limits: Limits | None = None,
    columns: Columns | None = None,
) -> BatchT:
    """Return the rows (columns: `ARTICLE_SCHEMA`) of the pages of a RecordBatch or Table: one row for each, in order.

    The batch has a column ``html`` (str, or bytes as fetched), and may have ``url``, ``content_type``, ``retrieved``,
    ``source`` and ``position``; `columns` gives other names for the first four. Never raises for a page: one that has
    no article is a row with ``error`` and ``error_message``. With a `guard`, also one that would hang or end the
    process; its own `extract` is then used. Raises NewsmodelError when there is no column of pages. Needs pyarrow.
    """
    columns = columns or Columns()
    if columns.html not in batch.schema.names:
        has = ", ".join(batch.schema.names)
        raise NewsmodelError(f"the batch has no column {columns.html!r}", hint=f"it has {has}; say which with columns=")
    rows = []
    for number, row in enumerate(rows_of(batch)):
        source, position = row.get("source"), row.get("position")
        place = source if isinstance(source, str) else "", position if type(position) is int else number
        record = page_of_row(row, columns, limits or Limits(), *place)
        if isinstance(record, Page):
            rows.append(page_row(record, extract) if guard is None else guard.row(record))
        elif isinstance(record, Failure):
            rows.append(failure_row(record))
        else:
            url = row.get(columns.url)
            rows.append(
                failure_row(Failure("empty", "there is no page", url if isinstance(url, str) else None, *place))
            )
    found = to_batch(rows)
    return found if isinstance(batch, pa.RecordBatch) else pa.Table.from_batches([found])
