"""Dates for machines: ISO 8601 in the variants that pages hold, and seconds or milliseconds of the epoch."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import NamedTuple

from newsmodel._dates.zones import ZONE, offset
from newsmodel._model import Moment

__all__ = ["Reading", "moment", "read_iso"]

_EARLIEST_YEAR = 1600  # the first newspapers; an earlier year is a default of some machine
_EPOCH = date(1970, 1, 1)  # what a machine writes that knows no date

# The separator must be the same twice; without one, month and day need two digits.
_ISO = re.compile(
    r"\s*(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?!\d)"
    r"(?:(?:\s{0,2}T\s?|\s{1,3}|\s?-\s|,\s?)(\d{1,2}):?(\d{2})(?!\d)?(?::?(\d{2})(?:[.,:](\d{1,9})\d*)?)?\s*"
    + ZONE
    + "?)?",
    re.IGNORECASE,
)
# Most pages write 2024-05-03T15:47:00+02:00, or so. Python reads that in a tenth of the time that the pattern takes.
_COMMON = frozenset(
    f"0000-00-00T00:00:00{fraction}{zone}" for fraction in ("", ".000") for zone in ("Z", "+00:00", "-00:00")
)
_AS_ZERO = str.maketrans("123456789", "000000000")
_EPOCH_DIGITS = re.compile(r"\s*(\d{9,10}|\d{13})(?:\.\d+)?\s*$")


class Reading(NamedTuple):
    """A moment with what was assumed to know it."""

    moment: Moment
    zone_assumed: bool = False
    """True when the time was written without a zone and is taken as UTC."""


def read_iso(value: str | float) -> Reading | None:
    """Return the moment of an ISO 8601 string or an epoch number, or None when it is neither."""
    if not isinstance(value, str):
        return _of_epoch(value)
    if (common := _common(value)) is not None:
        return Reading(common)
    if m := _EPOCH_DIGITS.match(value):
        return _of_epoch(float(m[1]))
    m = _ISO.match(value)
    if m is None:
        return None
    year, month, day = int(m[1]), int(m[3] or m[5]), int(m[4] or m[6])
    if m[7] is None:
        return moment(year, month, day)
    micro = int((m[10] or "0").ljust(6, "0")[:6])
    return moment(year, month, day, (int(m[7]), int(m[8]), int(m[9] or 0), micro), m["zone"])


def _common(value: str) -> datetime | None:
    """Return the moment of a string in one of the forms that most pages write; None for any other."""
    if value.translate(_AS_ZERO) not in _COMMON or (value[-3] == ":" and value[-2] > "5"):
        return None
    try:
        read = datetime.fromisoformat(value)
    except ValueError:
        return None
    return read if read.year >= _EARLIEST_YEAR and read.date() != _EPOCH else None


def moment(
    year: int, month: int, day: int, clock: tuple[int, int, int, int] | None = None, zone: str | None = None
) -> Reading | None:
    """Return the moment of numbers, or None when there is no such day.

    An impossible time leaves the day. Midnight to the second without a zone is what machines write for a bare day.
    """
    try:
        known: Moment = date(year, month, day)
    except ValueError:
        return None
    if known == _EPOCH or year < _EARLIEST_YEAR:
        return None
    tz = offset(zone)
    if clock is None or (tz is None and not any(clock)):
        return Reading(known)
    try:
        return Reading(datetime(year, month, day, *clock, tzinfo=tz or UTC), zone_assumed=tz is None)
    except ValueError:
        return Reading(known)


def _of_epoch(value: float) -> Reading | None:
    seconds = value / 1000 if abs(value) > 1e11 else value
    if not 1e8 < seconds < 7e9:  # 1973 to 2191; smaller numbers are counters and ids
        return None
    return Reading(datetime.fromtimestamp(int(seconds), tz=UTC))
