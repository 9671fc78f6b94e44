"""JSON lines: one article a line in the own JSON, for streams of any length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, TypeGuard

from newsmodel._formats import own_json
from newsmodel._formats._decode import utf8
from newsmodel._formats.own_json import keeps, project
from newsmodel._model import Article
from newsmodel.errors import FormatError

__all__ = ["keeps", "project", "read", "read_all", "write", "write_all"]


def write(article: Article) -> str:
    """Return the article as one line."""
    return own_json.write(article) + "\n"


def read(data: str | bytes) -> Article:
    """Return the article of the one line that is not blank."""
    lines = [line for line in utf8(data).split("\n") if line.strip()]
    if len(lines) != 1:
        raise FormatError(f"expected one article, got {len(lines)} lines", hint="use load_all for many")
    return own_json.read(lines[0])


def write_all(articles: Iterable[Article], file: IO[bytes]) -> None:
    """Write the articles to a binary file, one at a time."""
    for article in articles:
        file.write(write(article).encode())


def read_all(file: IO[bytes]) -> Iterator[Article]:
    """Yield the articles of a binary file, one at a time; the path of an error begins with the number of the line.

    Reads the lines of `newsmodel.batch.run` too, where an article stands with its source; those of failed pages, which
    have an error in its place, are left out.
    """
    for number, line in enumerate(file, 1):
        if line.strip():
            try:
                tree = own_json.decode(utf8(line))
                if not (_is_record(tree) and "error" in tree):
                    yield own_json.from_dict(tree["article"] if _is_record(tree) else tree)
            except FormatError as e:
                path = f"line {number}: {e.path or '$'}"
                raise FormatError(e.problem, path=path, offset=e.offset, hint=e.hint) from None


def _is_record(tree: object) -> TypeGuard[dict[str, object]]:
    """Whether a line is one of `newsmodel.batch.run`: a place, and an article or an error."""
    return isinstance(tree, dict) and "position" in tree and ("article" in tree or "error" in tree)
