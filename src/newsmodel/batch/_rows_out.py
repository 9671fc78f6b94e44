"""Rows as Arrow batches: what `newsmodel.batch` writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa

from newsmodel._formats._arrow_schema import SCHEMA
from newsmodel._formats._arrow_write import Row
from newsmodel.batch._outcome import clean, failure_row
from newsmodel.batch._page import Failure

__all__ = ["ARTICLE_SCHEMA", "to_batch"]

ARTICLE_SCHEMA: pa.Schema = pa.schema(
    [
        *SCHEMA,
        ("source", pa.string()),  # the file that the page was read from
        ("position", pa.int64()),  # which record, line or row of it, from 0
        ("retrieved", pa.timestamp("us", "UTC")),  # when the page was fetched
        ("error", pa.string()),  # why there is no article: a stable word; null when there is one
        ("error_message", pa.string()),  # the same for people
    ]
)
"""The columns of a page: those of its article, where it stands, and what went wrong."""


def to_batch(rows: Sequence[Row]) -> pa.RecordBatch:
    """Return rows as an Arrow batch; a row that Arrow cannot hold becomes an error row."""
    try:
        return pa.RecordBatch.from_pylist(rows, schema=ARTICLE_SCHEMA)
    except (pa.ArrowException, ValueError, OverflowError, TypeError):
        return pa.RecordBatch.from_pylist(list(_holdable(rows)), schema=ARTICLE_SCHEMA)


def _holdable(rows: Sequence[Row]) -> Iterator[dict[str, Any]]:
    for row in rows:
        try:
            pa.RecordBatch.from_pylist([row], schema=ARTICLE_SCHEMA)
        except (pa.ArrowException, ValueError, OverflowError, TypeError) as e:
            url = row.get("url")
            yield failure_row(
                Failure(
                    type(e).__name__,
                    f"Arrow cannot hold the article: {e}",
                    clean(url) if isinstance(url, str) else None,
                    row.get("source") or "",
                    row["position"],
                )
            )
        else:
            yield row
