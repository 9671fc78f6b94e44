"""Points in time as the news writes them: for machines and for readers, in many languages.

`read` takes what metadata says (ISO 8601, RFC 822, epoch seconds, or words); `find` finds dates in printed text.
A moment is as exact as what is written: a bare day stays a `datetime.date`. A time without a zone is taken as UTC, and
says so. What cannot be when news is written (a future day, the epoch itself, the year 1) is not taken.
"""

from __future__ import annotations

from functools import lru_cache

from newsmodel._dates.iso import Reading, read_iso
from newsmodel._dates.words import Found, find

__all__ = ["Found", "Reading", "find", "read"]

_MAX_LENGTH = 120  # what is longer is no date but a text


def read(value: str | float | None, language: str | None = None) -> Reading | None:
    """Return the moment that a metadata field says, or None when it says none.

    `language`, a BCP 47 tag, decides names of months and the order of day and month where the words alone do not.
    """
    if value is None:
        return None
    return read_iso(value) if isinstance(value, str) and len(value) > _MAX_LENGTH else _read(value, language)


@lru_cache(maxsize=256)  # a page says its dates many times over
def _read(value: str | float, language: str | None) -> Reading | None:
    reading = read_iso(value)
    if reading is None and isinstance(value, str):
        found = find(value, language)
        reading = found[0].reading if found else None
    return reading
