"""Many pages: read them from folders and archives, extract them in parallel, write rows.

for page in batch.pages("news.warc.gz"): ...          pages one at a time, with what was passed over
batch.run("pages/", "articles/")                      all of them into Parquet files, in parallel, resumable
batch.extract_batch(table)                            Arrow in, Arrow out: what any engine calls
with batch.Guard() as guard: ...                      the same, safe from pages that hang or kill
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from newsmodel.batch._page import Failure, Limits, Page
from newsmodel.batch._pages import Pages, pages
from newsmodel.batch._rows_in import Columns

if TYPE_CHECKING:
    from newsmodel.batch._arrow import extract_batch
    from newsmodel.batch._guard import Guard
    from newsmodel.batch._outcome import article_of
    from newsmodel.batch._rows_out import ARTICLE_SCHEMA
    from newsmodel.batch._run import run
    from newsmodel.batch._summary import Summary

__all__ = [
    "ARTICLE_SCHEMA",
    "Columns",
    "Failure",
    "Guard",
    "Limits",
    "Page",
    "Pages",
    "Summary",
    "article_of",
    "extract_batch",
    "pages",
    "run",
]

# Parsers and pyarrow are loaded when they are needed: `pages` of HTML files and web archives needs neither.
_LATER = {
    "ARTICLE_SCHEMA": "_rows_out",
    "Guard": "_guard",
    "Summary": "_summary",
    "article_of": "_outcome",
    "extract_batch": "_arrow",
    "run": "_run",
}

if not TYPE_CHECKING:  # type checkers read the imports above instead

    def __getattr__(name: str) -> object:
        """Load what needs pyarrow when it is asked for."""
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
        globals()[name] = value
        return value
