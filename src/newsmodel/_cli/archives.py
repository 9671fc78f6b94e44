"""Files that hold many: the pages of web archives and tables, and the articles that ``newsmodel parse -o`` wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import newsmodel
from newsmodel import Article, NewsmodelError

__all__ = ["ARCHIVES", "MANY", "many"]

ARCHIVES = (".warc", ".warc.gz")
MANY = (*ARCHIVES, ".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".parquet")
"""How the names end of files that hold many pages, or many articles."""


def many(name: str, *, annotate: bool, fail: Callable[[str, object], None]) -> Iterator[tuple[str, Article]]:
    """Yield the articles of a file that holds many, with their addresses; tell `fail` of pages that have none.

    Rows without pages are taken for articles. Raises NewsmodelError for a file that cannot be read at all.
    """
    from newsmodel.batch import article_of, pages
    from newsmodel.batch._outcome import bare_article_of

    found = pages(name)
    first = next(found, None)
    if first is None and not name.lower().endswith(ARCHIVES):
        yield from ((article.url or name, article) for article in newsmodel.load_all(Path(name)))
        return
    for page in chain([first] if first else [], found):
        try:
            yield page.url or name, article_of(page) if annotate else bare_article_of(page)
        except NewsmodelError as e:
            fail(f"{name}, record {page.position}", e)
    for failure in found.failures:
        fail(f"{name}, record {failure.position}" if failure.position >= 0 else name, failure.message)
