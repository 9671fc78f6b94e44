"""When an article was published and changed, from the lines that say so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import define

from newsmodel._dates import find
from newsmodel._model import Moment, Notice

__all__ = ["Moments", "read"]

# Day and month may be either: 3/5/2024.
_EITHER = re.compile(r"(?<!\d)(0?[1-9]|1[0-2])/(0?[1-9]|1[0-2])/\d")


@define
class Moments:
    """What the date lines of a text say."""

    published: Moment | None = None
    modified: Moment | None = None
    notices: tuple[Notice, ...] = ()


def read(lines: Iterable[str], language: str | None) -> Moments:
    """Return the first moment of each kind that date lines tell, if it can be read in one way only."""
    moments = Moments()
    for line in lines:
        if _EITHER.search(line):
            continue
        for found in find(line, language):
            if found.updated and moments.modified is None:
                moments.modified = found.reading.moment
            elif not found.updated and moments.published is None:
                moments.published = found.reading.moment
            else:
                continue
            if found.reading.zone_assumed and not moments.notices:
                message = "The text gives a time without its zone; it is taken as UTC."
                moments.notices = (Notice("time-zone-assumed", message),)
    return moments
