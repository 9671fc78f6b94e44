"""From what the caller names (files, folders, globs) to parts of about equal size, and the records of a part."""

from __future__ import annotations

import glob
import os
import zlib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

from attrs import frozen

from newsmodel._formats._registry import find
from newsmodel._paths import is_folder, is_special
from newsmodel._slug import slug
from newsmodel.batch import _rows_in, _warc
from newsmodel.batch._http import inflate
from newsmodel.batch._page import Failure, Limits, Page, Record, Skipped, Unreadable, too_large
from newsmodel.batch._rows_in import Columns
from newsmodel.batch._warc import Cut
from newsmodel.errors import ParseError, UnknownFormatError

__all__ = ["Part", "Sources", "listed", "parts", "records"]

Sources: TypeAlias = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
"""A file, a folder, a glob pattern, or several of them."""

_TOGETHER = 1000  # files of one page that are one part when parts are whole files
_GZIP = b"\x1f\x8b"
_SUFFIXES = {
    ".warc": "warc",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".parquet": "table",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".shtml": "page",
    ".txt": "page",
    ".text": "page",
}


@frozen
class Part:
    """Some pages of a source: what is worked on, written and resumed as a whole."""

    kind: str
    """``warc``, ``lines``, ``table``, or ``page`` for files of one page each."""

    paths: tuple[str, ...]
    """The file, or the files of one page each."""

    group: str | None
    """What named the files: a file, a folder, a pattern; None for files of one page that were named one by one."""

    cut: Cut | None = None
    """Which records; None for all."""

    @property
    def family(self) -> str:
        """How the names of all parts of the same source begin: readable, unique, and safe in any file system."""
        if self.group is None:
            return f"pages-{_digest(*self.paths)}"
        place = self.group if self.kind == "page" else self.paths[0]
        return f"{slug(Path(place).name)[:40]}-{_digest(os.path.abspath(place))}"  # noqa: PTH100 - keeps symlinks

    def name(self, signature: str) -> str:
        """Name of what is written for it, without suffix: another when the job, a file or the cut is another."""
        first = self.cut.first if self.cut else 0
        state = _digest(signature, *self.paths, *map(_state, self.paths), str(self.cut))
        return f"{self.family}-{first:09d}-{state}"


def _digest(*words: str) -> str:
    return sha256("\0".join(words).encode("utf-8", "surrogateescape")).hexdigest()[:10]


def _state(path: str) -> str:
    """Return what changes when a file does."""
    try:
        found = Path(path).stat()
    except OSError:
        return "gone"
    return f"{found.st_size} {found.st_mtime_ns}"


def parts(
    sources: Sources, pages: int | None, *, skipped: dict[str, int] | None = None, without: str | None = None
) -> Iterator[Part]:
    """Yield the parts of all sources in order, of so many pages each; with None one part a file.

    Counts files that are no pages in `skipped`; does not look into the folder `without`, where the rows are written.
    Raises ParseError when a source is not there.
    """
    for group, files in groupby(_files(sources, without), key=lambda found: found[0]):
        waiting: list[str] = []
        for _, path in files:
            kind = "page" if is_folder(path) or is_special(path) else kind_of(path, explicit=group in (None, path))
            if kind is None and skipped is not None:
                skipped["not-html"] = skipped.get("not-html", 0) + 1
            elif kind == "page":
                waiting.append(path)
                if len(waiting) == (pages or _TOGETHER):
                    yield Part("page", tuple(waiting), group)
                    waiting = []
            elif kind is not None:
                yield from (Part(kind, (path,), group or path, cut) for cut in _cuts(kind, path, pages))
        if waiting:
            yield Part("page", tuple(waiting), group)


def _cuts(kind: str, path: str, pages: int | None) -> Iterator[Cut | None]:
    if pages is None:
        yield None
    else:
        cuts = {"warc": _warc.cuts, "lines": _rows_in.line_cuts, "table": _rows_in.table_cuts}[kind]
        try:
            yield from cuts(Path(path), pages)
        except OSError:
            yield None  # reading it will say what is wrong


def listed(sources: Sources) -> list[str]:
    """Return what the caller named; raise ParseError when one of it is not there."""
    names = [os.fspath(s) for s in ([sources] if isinstance(sources, str | os.PathLike) else sources)]
    for name in names:
        if not name or (next(_named(name, None), None) is None and not is_folder(name)):
            raise ParseError("there is no such file or folder", path=name)
    return names


def _files(sources: Sources, without: str | None) -> Iterator[tuple[str | None, str]]:
    """Yield each file once, with the folder or pattern that named it."""
    seen = set()
    for name in listed(sources):
        for group, path in _named(name, without):
            if path not in seen:
                seen.add(path)
                yield group, path


def _named(name: str, without: str | None) -> Iterator[tuple[str | None, str]]:
    if is_folder(name):
        yield from ((name, path) for path in _walk(name, without))
    elif os.path.lexists(name):
        yield None, name
    else:
        found = sorted(glob.glob(name, recursive=True)) if glob.has_magic(name) else []  # noqa: PTH207 - absolute too
        for path in found:
            yield from ((name, p) for p in (_walk(path, without) if is_folder(path) else [path]))


def _walk(root: str, without: str | None) -> Iterator[str]:
    """Yield the files of a folder and of those in it, by name, but for one; and the folders that cannot be read.

    Links to folders are followed, each folder once, so that a link to a folder around it ends.
    """
    closed: list[OSError] = []
    seen: set[tuple[int, int]] = set()
    for folder, folders, files in os.walk(root, onerror=closed.append, followlinks=True):
        place = _identity(folder)
        if place is None or place in seen or (folder != root and without is not None and place == _identity(without)):
            folders.clear()
        else:
            seen.add(place)
            folders.sort()
            yield from (str(Path(folder, f)) for f in sorted(files))
    yield from (str(e.filename) for e in closed)


def _identity(folder: str) -> tuple[int, int] | None:
    """Return what tells a folder from all others, however it is reached; None when it is not there."""
    try:
        found = Path(folder).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def kind_of(path: str, *, explicit: bool) -> str | None:
    """Return what a file holds, by its suffix; a file that the caller named and no suffix tells of, by its start."""
    name = path.lower().removesuffix(".gz")
    known = _SUFFIXES.get(Path(name).suffix)
    if known is not None or not explicit:
        return known
    start = _start(path)
    return "warc" if start.startswith(b"WARC/") else "table" if start.startswith(b"PAR1") else "page"


def _start(path: str) -> bytes:
    """Return some of the first bytes of a file, inflated."""
    try:
        with Path(path).open("rb") as file:
            start = file.read(1024)
        return zlib.decompressobj(31).decompress(start, 64) if start.startswith(_GZIP) else start
    except (OSError, zlib.error):
        return b""  # reading it will say what is wrong


def records(part: Part, limits: Limits, columns: Columns) -> Iterator[tuple[int, Record]]:
    """Yield the records of a part with their positions, in order; a file that cannot be read is one Failure."""
    if part.kind == "page":
        yield from ((0, _page(path, limits)) for path in part.paths)
        return
    path = Path(part.paths[0])
    try:
        if part.kind == "warc":
            yield from _warc.records(path, part.cut, limits)
        elif part.kind == "lines":
            yield from _rows_in.line_records(path, part.cut, limits, columns)
        else:
            yield from _rows_in.table_records(path, part.cut, limits, columns)
    except OSError as e:
        yield -1, Failure("unreadable", f"cannot read the file: {e.strerror or e}", None, str(path), -1)


def _page(path: str, limits: Limits) -> Record:
    """Return the page of a file of its own."""
    if is_special(path):
        return Failure("unreadable", "it is a pipe or a device; save what it gives to a file", None, path)
    try:
        with Path(path).open("rb") as file:
            data = file.read(limits.size + 1)
        if len(data) > limits.size:
            raise too_large(limits)
        if data.startswith(_GZIP):
            data = inflate(data, limits)
    except OSError as e:
        return Failure("unreadable", f"cannot read the file: {e.strerror or e}", None, path)
    except Unreadable as e:
        return Failure(e.error, e.message, None, path)
    return Page(None, data, _media_type(path), source=path) if data.strip() else Skipped("empty")


def _media_type(path: str) -> str | None:
    """Return what the suffix of a file tells of it; None for pages, and where it tells nothing."""
    try:
        found = find(None, Path(path.lower().removesuffix(".gz")))
    except UnknownFormatError:
        return None
    return None if found.name == "html" else found.media_type
