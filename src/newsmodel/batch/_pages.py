"""The pages of files, folders and archives, one at a time."""

from __future__ import annotations

from collections.abc import Iterator

from newsmodel.batch._page import Failure, Limits, Page
from newsmodel.batch._rows_in import Columns
from newsmodel.batch._sources import Sources, parts, records

__all__ = ["Pages", "pages"]

_NAMED = 1000  # failures that are kept by name; all are counted


class Pages(Iterator[Page]):
    """An iterator over pages that counts what it passes over."""

    def __init__(self, sources: Sources, limits: Limits, columns: Columns) -> None:
        self.skipped: dict[str, int] = {}
        """How many records were no page, by reason: ``request``, ``revisit``, ``not-html``, ``http-status``, ...; and
        how many could not be read: ``unreadable``, ``too-large``."""
        self.failures: list[Failure] = []
        """The records that could not be read, with their places; the first thousand of them."""
        self._pages = self._read(sources, limits, columns)

    def __next__(self) -> Page:
        return next(self._pages)

    def _read(self, sources: Sources, limits: Limits, columns: Columns) -> Iterator[Page]:
        for part in parts(sources, None, skipped=self.skipped):
            for _, record in records(part, limits, columns):
                if isinstance(record, Page):
                    yield record
                    continue
                reason = record.error if isinstance(record, Failure) else record.reason
                self.skipped[reason] = self.skipped.get(reason, 0) + 1
                if isinstance(record, Failure) and len(self.failures) < _NAMED:
                    self.failures.append(record)


def pages(source: Sources, *, limits: Limits | None = None, columns: Columns | None = None) -> Pages:
    """Return an iterator over the pages of a file, a folder (with those in it), a glob pattern, or several of them.

    Reads HTML files (``.html``, ``.htm``, ``.xhtml``), plain texts (``.txt``), web archives (``.warc``), JSON lines
    (``.jsonl``) and Parquet files (``.parquet``, needs pyarrow), plain or gzip; `columns` names the columns of the last
    two. Files of a folder come by name, records in their order. What is no page, cannot be read, or goes beyond
    `limits` is passed over and counted: see `Pages.skipped` and `Pages.failures`. Raises ParseError when there is no
    such file or folder.
    """
    return Pages(source, limits or Limits(), columns or Columns())
