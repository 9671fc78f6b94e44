"""What the commands read: pages, texts and articles in any format, from files or standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

import newsmodel
from newsmodel import Article, NewsmodelError
from newsmodel._cli.archives import ARCHIVES, MANY, many
from newsmodel._paths import is_folder, is_special, replacing
from newsmodel.errors import ParseError

__all__ = ["FILES", "NAMED", "STDIN", "Named", "Reader", "read", "stdout", "write"]


class Named(click.Path):
    """A path; not the empty one, which is what an unset variable of a shell gives, and means the folder one is in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; refuse one without a name."""
        if not value:
            self.fail("the name of a file is empty", param, ctx)
        return super().convert(value, param, ctx)


STDIN = "-"
NAMED = Named(readable=False)  # whether it can be read shows when its turn comes
FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=NAMED)

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
                if name.lower().endswith(MANY):
                    yield from many(name, annotate=self.annotate, fail=self._fail)
                else:
                    yield name, read(name, annotate=self.annotate)
            except NewsmodelError as e:
                self._fail(name, e)
            except OSError as e:
                self._fail(name, f"cannot read the file: {e.strerror or e}")

    def _fail(self, name: str, problem: object) -> None:
        self.failed += 1
        click.echo(f"newsmodel: {name}: {problem}", err=True)

    def finish(self) -> None:
        """Exit with 1 when an input could not be read."""
        if self.failed:
            raise SystemExit(1)


def read(name: str, *, annotate: bool = True) -> Article:
    """Return the Article of one input; `-` is standard input."""
    if name == STDIN:
        return newsmodel.parse(sys.stdin.buffer.read(), annotate=annotate)
    path = Path(name)
    if path.name.lower().endswith(ARCHIVES):
        raise ParseError("a web archive holds many pages", path=name, hint="newsmodel parse makes articles of them")
    suffixes = {s for f in newsmodel.formats() for s in f.suffixes}
    if path.suffix.lower() not in _PARSED and path.name.lower().endswith(tuple(suffixes)):
        try:
            return newsmodel.load(path)
        except OSError as e:
            raise ParseError(f"cannot read the file: {e.strerror or e}", path=name) from e
    return newsmodel.parse(path, annotate=annotate)


def _spread(files: tuple[str, ...]) -> Iterator[str]:
    for name in files:
        try:
            found = sorted(Path(name).iterdir()) if name != STDIN and is_folder(name) else None
        except OSError:
            found = None  # reading it will say what is wrong
        if found is None:
            yield name
        else:
            yield from (str(p) for p in found if not (p.name.startswith(".") or is_folder(p) or is_special(p)))


def stdout(data: bytes) -> None:
    """Write a line of bytes as they are: JSON and HTML are UTF-8 whatever the terminal is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data if data.endswith(b"\n") else data + b"\n")
    sys.stdout.buffer.flush()


def write(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all."""
    try:
        with replacing(path) as file:
            file.write(data)
    except OSError as e:
        raise click.ClickException(f"cannot write {path}: {e.strerror or e}") from e
