"""What the commands read: pages, texts and articles in any format, from files or standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

import newsmodel
from newsmodel import Article, NewsmodelError

__all__ = ["FILES", "STDIN", "Reader", "read", "stdout"]

STDIN = "-"
FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...")

# Pages and plain texts are parsed; what else has a known suffix is an article in one of the formats.
_PARSED = {".html", ".htm", ".xhtml", ".txt", ".text", ""}


class Reader:
    """Reads the inputs of one command; says on standard error which cannot be read, and remembers it."""

    def __init__(self, *, annotate: bool = True) -> None:
        self.failed = 0
        self.annotate = annotate

    def articles(self, files: tuple[str, ...]) -> Iterator[tuple[str, Article]]:
        """Yield each input's name and Article; folders stand for the files in them, in order of their names."""
        for name in _spread(files):
            try:
                yield name, read(name, annotate=self.annotate)
            except NewsmodelError as e:
                self.failed += 1
                click.echo(f"newsmodel: {name}: {e}", err=True)

    def finish(self) -> None:
        """Exit with 1 when an input could not be read."""
        if self.failed:
            raise SystemExit(1)


def read(name: str, *, annotate: bool = True) -> Article:
    """Return the Article of one input; `-` is standard input."""
    if name == STDIN:
        return newsmodel.parse(sys.stdin.buffer.read(), annotate=annotate)
    path = Path(name)
    suffixes = {s for f in newsmodel.formats() for s in f.suffixes}
    if path.suffix.lower() not in _PARSED and path.name.lower().endswith(tuple(suffixes)):
        return newsmodel.load(path)
    return newsmodel.parse(path, annotate=annotate)


def _spread(files: tuple[str, ...]) -> Iterator[str]:
    for name in files:
        if name != STDIN and Path(name).is_dir():
            yield from (str(p) for p in sorted(Path(name).iterdir()) if p.is_file() and not p.name.startswith("."))
        else:
            yield name


def stdout(data: bytes) -> None:
    """Write a line of bytes as they are: JSON and HTML are UTF-8 whatever the terminal is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data if data.endswith(b"\n") else data + b"\n")
    sys.stdout.buffer.flush()
