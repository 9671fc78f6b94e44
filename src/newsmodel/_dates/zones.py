"""UTC offsets as they are written: ``Z``, ``+0200``, ``GMT+2``, ``CEST``."""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone

__all__ = ["ZONE", "offset"]

# An offset, a name, or both; named so that it can stand inside other patterns.
ZONE = (
    r"(?P<zone>[Zz](?![A-Za-z])|(?:(?:UTC|GMT)\s?)?[+\-\u2212]\d{1,2}(?::?\d{2})?(?!\d)"
    r"|(?:UTC|GMT|[A-Z]{3,5})(?![A-Za-z]))"
)

_SIGNED = re.compile(r"([+\-\u2212])(\d{1,2}):?(\d{2})?$")

# Minutes east of UTC. A name that means several zones in the news of the world is not here, but for IST: India.
_NAMED = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 60, "BST": 60, "CET": 60, "MEZ": 60, "CEST": 120, "MESZ": 120,
    "EET": 120, "EEST": 180, "MSK": 180, "TRT": 180, "SAST": 120, "EAT": 180, "WAT": 60, "PKT": 300, "IST": 330,
    "WIB": 420, "WITA": 480, "SGT": 480, "HKT": 480, "AWST": 480, "JST": 540, "KST": 540, "ACST": 570, "AEST": 600,
    "AEDT": 660, "NZST": 720, "NZDT": 780, "AST": -240, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300,
    "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "BRT": -180, "ART": -180,
}  # fmt: skip


def offset(written: str | None) -> timezone | None:
    """Return the zone that the words mean, or None when they mean none."""
    if not written:
        return None
    minutes = _NAMED.get(written.upper())
    if minutes is None:
        m = _SIGNED.search(written)
        if m is None:
            return None
        minutes = int(m[2]) * 60 + int(m[3] or 0)
        if minutes >= 24 * 60 or int(m[3] or 0) > 59:
            return None
        if m[1] != "+":
            minutes = -minutes
    return timezone(timedelta(minutes=minutes)) if minutes else UTC
