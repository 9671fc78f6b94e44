"""From bytes to text, for formats whose documents are UTF-8."""

from __future__ import annotations

from newsmodel._model import Notice
from newsmodel.errors import FormatError

__all__ = ["BROKEN", "utf8"]

BROKEN = Notice("broken-json", "The document is not valid JSON; what it still says was read, and some may be missing.")
"""What is said of a document that is read though a strict reader would refuse it."""


def utf8(data: str | bytes) -> str:
    """Return the text of a document without byte order mark; raise `FormatError` when the bytes are not UTF-8."""
    if isinstance(data, bytes):
        try:
            data = data.decode("utf-8")
        except UnicodeDecodeError as e:
            raise FormatError(f"not UTF-8: {e.reason}", offset=e.start) from None
    return data.removeprefix("\ufeff")
