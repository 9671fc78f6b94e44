"""What a source of pages yields: pages, records that are none, and records that cannot be read."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from attrs import field, frozen

__all__ = ["Failure", "Limits", "Page", "Record", "Skipped", "Unreadable"]


@frozen
class Page:
    """A web page as it was fetched, and where it stands."""

    url: str | None
    """Its address; None when the source does not tell."""

    data: bytes = field(repr=False)
    """Its bytes, with transfer and content encodings (chunked, gzip) undone."""

    content_type: str | None = None
    """The header ``Content-Type`` as sent, with the charset; None when the source does not tell."""

    retrieved: datetime | None = None
    """When it was fetched, aware; None when the source does not tell."""

    source: str = ""
    """The file that it was read from."""

    position: int = 0
    """Which record, line or row of `source` it is, from 0."""

    @property
    def charset(self) -> str | None:
        """The encoding that `content_type` names; None when it names none."""
        if self.content_type is None or "charset" not in self.content_type.lower():
            return None
        from email.message import Message

        message = Message()
        message["content-type"] = self.content_type.replace("\r", " ").replace("\n", " ")
        found = message.get_param("charset")
        return found if isinstance(found, str) and found else None


@frozen
class Failure:
    """A page without an article: it could not be read, or the work on it failed."""

    error: str
    """What happened, a stable word: ``unreadable``, ``too-large``, ``timeout``, ``memory``, ``crash``, or the name of
    an exception."""

    message: str
    """A sentence for people."""

    url: str | None = None
    """The address of the page; None when it is not known."""

    source: str = ""
    """The file that it stands in."""

    position: int = 0
    """Which record, line or row of `source` it is, from 0."""


@frozen
class Skipped:
    """A record that is no page."""

    reason: str
    """Why: the type of the record (``request``, ``revisit``), ``not-html``, ``http-status``, ``empty``, ..."""


Record: TypeAlias = Page | Failure | Skipped
"""What stands at one position of a source."""


@frozen
class Limits:
    """How large a page may be. What is larger is a Failure ``too-large``."""

    size: int = 20_000_000
    """Most bytes of a page, inflated."""

    ratio: int = 100
    """Most bytes that one compressed byte may become, for pages of more than 100,000 bytes."""

    def exceeded(self, size: int, compressed: int) -> bool:
        """Whether `size` bytes made of `compressed` bytes are too many."""
        return size > self.size or (size > 100_000 and size > self.ratio * max(compressed, 1))


class Unreadable(Exception):  # noqa: N818 - caught where it is raised for; it never leaves the package
    """A record cannot be read; carries the kind and the sentence of a Failure."""

    def __init__(self, message: str, error: str = "unreadable") -> None:
        super().__init__(message)
        self.error = error
        self.message = message


def too_large(limits: Limits) -> Unreadable:
    """Return the exception for a page beyond the limits."""
    return Unreadable(
        f"the page inflates to more than {limits.size} bytes, or to more than {limits.ratio} times its compressed size",
        "too-large",
    )
