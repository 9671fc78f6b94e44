"""Documents in files: one article with `dump` and `load`, many with `dump_all` and `load_all`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from newsmodel._formats._registry import Format, find
from newsmodel._model import Article
from newsmodel._paths import replacing
from newsmodel.errors import FormatError

__all__ = ["dump", "dump_all", "load", "load_all"]


def dump(article: Article, path: str | os.PathLike[str], format: str | None = None) -> None:  # noqa: A002
    """Write an article to a file, in the format of its suffix unless `format` names one.

    The file is written under another name and then renamed: it is never seen half written. Links are followed, and what
    is no file, such as ``/dev/stdout``, is written as it is. Raises `UnknownFormatError`, and OSError as `open` does.
    """
    path = Path(path)
    document = find(format, path).write(article)
    with replacing(path) as file:
        file.write(document.encode() if isinstance(document, str) else document)


def load(path: str | os.PathLike[str], format: str | None = None) -> Article:  # noqa: A002
    """Read an article from a file, in the format of its suffix unless `format` names one.

    Raises `FormatError` with the place in the document, `UnknownFormatError`, and OSError as `open` does.
    """
    path = Path(path)
    return find(format, path).read(path.read_bytes())


def dump_all(articles: Iterable[Article], path: str | os.PathLike[str], format: str | None = None) -> int:  # noqa: A002
    """Write many articles to one file and return how many; only for formats that hold many (``jsonl``, ``parquet``).

    The articles are taken one at a time, so a generator of any length will do.
    """
    path = Path(path)
    write_all = _many(find(format, path), "write_all")
    count = 0

    def counted() -> Iterator[Article]:
        nonlocal count
        for article in articles:
            count += 1
            yield article

    with replacing(path) as file:
        write_all(counted(), file)
    return count


def load_all(path: str | os.PathLike[str], format: str | None = None) -> Iterator[Article]:  # noqa: A002
    """Yield the articles of a file that holds many, one at a time; see `dump_all`."""
    path = Path(path)
    read_all = _many(find(format, path), "read_all")

    def articles() -> Iterator[Article]:
        with path.open("rb") as file:
            yield from read_all(file)

    return articles()


def _many(fmt: Format, name: str) -> Callable[..., Any]:
    function: Callable[..., Any] | None = getattr(fmt.codec, name, None)
    if function is None:
        raise FormatError(f"a {fmt.name} document holds one article", hint="use jsonl or parquet for many")
    return function
