"""Small web archives for tests."""

import gzip
from pathlib import Path

HTML = "text/html; charset=utf-8"


def record(url, block, *, kind="response", length=None, extra=""):
    """Return a record of a web archive."""
    size = len(block) if length is None else length
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-01T12:00:00Z\r\n"
        f"{extra}Content-Type: application/http; msgtype={kind}\r\nContent-Length: {size}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def response(url, body, *, content_type=HTML, status="200 OK", headers="", **more):
    """Return a record that holds an HTTP response."""
    head = f"HTTP/1.1 {status}\r\n" + (f"Content-Type: {content_type}\r\n" if content_type else "") + headers + "\r\n"
    return record(url, head.encode() + body, **more)


def packed(*records):
    """Return a gzip archive, one member a record."""
    return b"".join(gzip.compress(r, mtime=0) for r in records)


def write_pages(path: Path, names) -> Path:
    """Write a gzip archive with a page for each name."""
    pages = (response(f"https://a.test/{n}", f"Page {n} tells of the sea.".encode()) for n in names)
    path.write_bytes(packed(*pages))
    return path
