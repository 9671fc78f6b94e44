"""The HTTP response in a record of a web archive: status, type, and the body with its encodings undone."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

from attrs import frozen

from newsmodel.batch._page import Limits, Unreadable, too_large

__all__ = ["Response", "inflate", "looks_like_html", "parse_response"]

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})")
_LINE_END = re.compile(rb"\r?\n")
_CHUNK_SIZE = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r?\n")
# A tag, a comment or a declaration near the start; bytes that no text has speak against it.
_TAG = re.compile(rb"<(?:!doctype\s+html|!--|[a-z][a-z0-9]*[\s/>])", re.IGNORECASE)
_GZIP = b"\x1f\x8b"
_PADDING = re.compile(rb"\0*")
_STEP = 1 << 13  # compressed bytes taken at a time: zlib copies those that a member leaves


@frozen
class Response:
    """An HTTP response."""

    status: int
    """The status code; 200 where the record holds a body without header."""

    content_type: str | None
    """The header ``Content-Type``; None when there is none."""

    body: bytes
    """The body, decoded."""


def parse_response(block: bytes, limits: Limits) -> Response:
    """Return the response that a record of type ``response`` holds; raise Unreadable when its body is damaged.

    A block that does not begin with a status line is taken for a bare body.
    """
    status = _STATUS.match(block)
    if status is None:
        return Response(200, None, block)
    head, body = _cut(block)
    headers = _headers(head)
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    for name in reversed(headers.get("content-encoding", "").lower().split(",")):
        body = _decoded(body, name.strip(), limits)
    return Response(int(status[1]), headers.get("content-type") or None, body)


def _cut(block: bytes) -> tuple[bytes, bytes]:
    """Return the header and the body of a block."""
    ends = [(at, len(mark)) for mark in (b"\r\n\r\n", b"\n\n") if (at := block.find(mark)) >= 0]
    if not ends:
        return block, b""
    at, length = min(ends)
    return block[:at], block[at + length :]


def _headers(head: bytes) -> dict[str, str]:
    """Return the headers by lower-case name; of several with one name the last."""
    headers = {}
    for line in _LINE_END.split(head)[1:]:
        name, colon, value = line.partition(b":")
        if colon:
            headers[name.strip().lower().decode("latin-1")] = value.strip().decode("utf-8", "replace")
    return headers


def _unchunked(body: bytes) -> bytes:
    """Undo the chunked transfer encoding; a body that is not chunked, as many archives store it, stays as it is."""
    size = _CHUNK_SIZE.match(body)
    if size is None:
        return body
    pieces, at = [], 0
    while size is not None and (length := int(size[1], 16)):
        at = size.end()
        if at + length > len(body):
            raise Unreadable("the chunked body is cut off")
        pieces.append(body[at : at + length])
        at += length
        at += 2 if body.startswith(b"\r\n", at) else 1
        size = _CHUNK_SIZE.match(body, at)
    if size is None:
        raise Unreadable("the chunked body is cut off")
    return b"".join(pieces)


def _decoded(body: bytes, name: str, limits: Limits) -> bytes:
    """Undo a content encoding; a body that is not encoded, as many archives store it, stays as it is."""
    if name in ("gzip", "x-gzip"):
        return inflate(body, limits) if body.startswith(_GZIP) else body
    if name == "deflate":
        return _deflated(body, limits)
    if name == "br":
        return _brotli(body, limits)
    if name in ("", "identity", "none"):
        return body
    if looks_like_html(body):
        return body
    raise Unreadable(f"the body has the content encoding {name[:40]!r}, which cannot be undone")


def _deflated(body: bytes, limits: Limits) -> bytes:
    """Undo ``deflate``: zlib by the standard, raw deflate by habit, nothing in many archives."""
    for wbits in (15, -15):
        try:
            return inflate(body, limits, wbits)
        except Unreadable as e:
            if e.error == "too-large":
                raise
    if looks_like_html(body):
        return body
    raise Unreadable("the deflated body is damaged")


def _brotli(body: bytes, limits: Limits) -> bytes:
    if looks_like_html(body):
        return body
    try:
        import brotli
    except ImportError as e:
        raise Unreadable("the body is compressed with Brotli; install the package brotli to read it") from e
    decoder = brotli.Decompressor()
    try:
        return _capped(lambda piece: bytes(decoder.process(piece)), body, limits)
    except brotli.error as e:
        raise Unreadable("the Brotli body is damaged") from e


def _capped(decode: Callable[[bytes], bytes], body: bytes, limits: Limits) -> bytes:
    """Decode piece by piece, so that what is too large is found before it fills the memory."""
    pieces, size = [], 0
    for at in range(0, len(body), 1024):
        piece = decode(body[at : at + 1024])
        size += len(piece)
        if limits.exceeded(size, len(body)):
            raise too_large(limits)
        pieces.append(piece)
    return b"".join(pieces)


def inflate(data: bytes, limits: Limits, wbits: int = 31) -> bytes:
    """Return what gzip data (one member or more) or zlib data hold; raise Unreadable when damaged or too large."""
    pieces: list[bytes] = []
    size = at = 0
    while at < len(data):
        decoder = zlib.decompressobj(wbits)
        while not decoder.eof:
            given = data[at : at + _STEP]
            try:
                piece = decoder.decompress(given, 1 << 20)
            except zlib.error as e:
                raise Unreadable("the compressed data are damaged") from e
            if not given and not piece:
                raise Unreadable("the compressed data are cut off")
            at += len(given) - len(decoder.unconsumed_tail) - len(decoder.unused_data)
            size += len(piece)
            if limits.exceeded(size, len(data)):
                raise too_large(limits)
            pieces.append(piece)
        at = _PADDING.match(data, at).end()  # type: ignore[union-attr]
    return b"".join(pieces)


def looks_like_html(body: bytes) -> bool:
    """Whether bytes of no declared type are a page of HTML."""
    start = body[:2048]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.replace(b"\0", b"")
    return b"\0" not in start and _TAG.search(start) is not None
