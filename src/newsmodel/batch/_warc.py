"""Web archives, WARC 1.0 and 1.1, plain or gzip: every record by its position, whatever is broken before it.

A reader of our own, because a job must go on after a damaged record, name it, and begin at any record again.
A gzip archive has one member a record as a rule; a damaged one is left at the next member that begins a record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from attrs import frozen

from newsmodel.batch._block import WRONG_LENGTH, Block, next_member
from newsmodel.batch._http import Response, looks_like_html, parse_response
from newsmodel.batch._page import Failure, Limits, Page, Record, Skipped, Unreadable, too_large

__all__ = ["Cut", "cuts", "records"]

_GZIP = b"\x1f\x8b"
_VERSION = b"WARC/"
_PAGE_TYPES = ("response", "resource", "conversion")
_OTHER_TYPES = ("warcinfo", "request", "metadata", "revisit", "continuation")
_HTML = ("text/html", "application/xhtml+xml")
_NO_TYPE = ("", "unknown/unknown", "application/octet-stream", "application/unknown", "*/*")


@frozen
class Cut:
    """A run of records of one archive."""

    offset: int
    """Where to begin to read: the first byte of a gzip member, or of a record in a plain archive."""

    within: int
    """How many records to pass over there."""

    first: int
    """Position of the first record."""

    stop: int
    """Position after the last one."""


@frozen
class _Entry:
    """A record as the archive stores it; `block` is None when it was passed over."""

    offset: int
    within: int
    type: str
    headers: dict[str, str]
    block: bytes | None = None
    problem: Unreadable | None = None


def records(path: Path, cut: Cut | None, limits: Limits) -> Iterator[tuple[int, Record]]:
    """Yield the records of an archive, or of a run of them, with their positions."""
    cut = cut or Cut(0, 0, 0, -1)
    with path.open("rb") as file:
        found = _entries(file, cut.offset, limits, lambda index: index >= cut.within)
        for position, entry in enumerate(found, cut.first - cut.within):
            if position >= cut.first:
                yield position, _record(entry, str(path), position, limits)
            if position + 1 == cut.stop:
                return


def cuts(path: Path, pages: int) -> Iterator[Cut]:
    """Yield runs of records that hold so many pages each; together they are the archive."""
    with path.open("rb") as file:
        begin: _Entry | None = None
        first = position = held = 0
        for position, entry in enumerate(_entries(file, 0, Limits(), lambda index: False)):
            if begin is None or held == pages:
                if begin is not None:
                    yield Cut(begin.offset, begin.within, first, position)
                begin, first, held = entry, position, 0
            held += entry.type in _PAGE_TYPES
        if begin is not None:
            yield Cut(begin.offset, begin.within, first, position + 1)


def _entries(file: BinaryIO, offset: int, limits: Limits, wanted: Callable[[int], bool]) -> Iterator[_Entry]:
    """Yield the records from an offset on; of those that are not wanted the block is passed over."""
    file.seek(0)
    start = file.read(len(_VERSION))
    gzip = start.startswith(_GZIP) or (str(file.name).lower().endswith(".gz") and start != _VERSION)
    size = file.seek(0, 2)
    index = 0
    while offset < size:
        block = Block(file, offset, gzip)
        within = 0
        try:
            while block.damage is None and block.skip_line_ends():
                if not gzip:
                    offset = block.position()
                yield _entry(block, offset, within if gzip else 0, limits if wanted(index) else None)
                within += 1
                index += 1
        except Unreadable as e:
            block.damage = e
            yield _Entry(offset, within, "", {}, problem=e)
            index += 1
        if not gzip:
            return
        offset = block.end if block.damage is None else next_member(file, offset + 1)


def _entry(block: Block, offset: int, within: int, limits: Limits | None) -> _Entry:
    """Take the record that comes next; without limits, pass over its content."""
    before = block.used
    if not block.starts_with(_VERSION):
        block.find_record()
        return _Entry(
            offset, within, "", {}, problem=Unreadable("there are bytes here that are no record of a web archive")
        )
    head = block.header()
    headers = _headers(head or b"")
    kind, length = headers.get("warc-type", "").lower(), headers.get("content-length", "")
    if not (length.isascii() and length.isdecimal() and len(length) < 19):
        block.find_record()
        return _Entry(offset, within, kind, headers, problem=Unreadable("the record has no Content-Length that can be"))
    if wrong := block.wrong_end(int(length)):
        block.find_record()  # those that the length would swallow are there
        return _Entry(offset, within, kind, headers, problem=Unreadable(wrong))
    keep = limits.size + 1 if limits is not None and kind in _PAGE_TYPES else 0
    content = None
    problem = None
    try:
        content, taken = block.take(int(length), keep)
        if block.broken is not None:
            problem = block.damage = block.broken
        elif taken < int(length):
            problem = Unreadable(f"the record is cut off: {taken} of {int(length)} bytes are there")
        elif not block.starts_with(b"\r\n\r\n") and block.skip_line_ends() and not block.starts_with(_VERSION):
            problem = Unreadable(WRONG_LENGTH)
            block.find_record()
    except Unreadable as e:
        problem = block.damage = e
    if problem is None and keep and limits is not None and limits.exceeded(int(length), block.used - before):
        problem = too_large(limits)
    return _Entry(offset, within, kind, headers, content if keep else None, problem)


def _headers(head: bytes) -> dict[str, str]:
    """Return the named fields of a record by lower-case name."""
    fields = {}
    for line in head.split(b"\n")[1:]:
        name, colon, value = line.partition(b":")
        if colon:
            fields[name.strip().lower().decode("latin-1")] = value.strip().decode("utf-8", "replace")
    return fields


def _record(entry: _Entry, source: str, position: int, limits: Limits) -> Record:
    """Return the page that a record holds, or why there is none."""
    url = entry.headers.get("warc-target-uri", "").strip("<>").strip() or None
    if entry.problem is None and entry.type not in _PAGE_TYPES:
        return Skipped(entry.type if entry.type in _OTHER_TYPES else "unknown")
    try:
        if entry.problem is not None:
            raise entry.problem
        response = _response(entry, limits)
    except Unreadable as e:
        return Failure(e.error, e.message, url, source, position)
    if not 200 <= response.status < 300:
        return Skipped("http-status")
    if not response.body.strip():
        return Skipped("empty")
    media = (response.content_type or "").partition(";")[0].strip().lower()
    if media not in _HTML and not (media in _NO_TYPE and looks_like_html(response.body)):
        return Skipped("not-html")
    return Page(url, response.body, response.content_type, _date(entry.headers.get("warc-date")), source, position)


def _response(entry: _Entry, limits: Limits) -> Response:
    block = entry.block or b""
    kind = entry.headers.get("content-type", "")
    if entry.type == "response" and ("application/http" in kind.lower() or not kind):
        return parse_response(block, limits)
    return Response(200, kind or None, block)


def _date(value: str | None) -> datetime | None:
    """Return the moment of a field ``WARC-Date``; None when it is no date."""
    try:
        found = datetime.fromisoformat(value or "")
    except ValueError:
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
