"""Words between two names that say that both name the same: "X, known as Y", "X (Y)", "X, or Y,"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsmodel._names._found import Found

__all__ = ["same_pairs"]

# Between two names; anchored at both ends and short, so it cannot run away.
_CUE = re.compile(
    r",?\s+(?:\(?(?:also|better|formerly|previously|commonly|popularly|widely|otherwise|sometimes|now|locally|once"
    r"|who is|which is|which are|still)\s+)*"
    r"(?:known|called|dubbed|nicknamed|renamed|named|referred\s+to|abbreviated|operating|writing|performing|born|né|née)"
    r"(?:\s+(?:by|under)\s+(?:its|his|her|their|the)\s+(?:\w+\s+)?(?:acronym|initials|name|nickname|alias|pseudonym|stage\s+name|pen\s+name))?"
    r"(?:\s+(?:as|simply|to|just|in\s+\w+))*\s+(?:the\s+)?[\"“‘']?"
    r"|,?\s+\(?(?:a\.?k\.?a\.?|alias|formerly|previously|now)\s+(?:the\s+)?[\"“‘']?"
    r"|,?\s+whose\s+(?:real|full|birth|given|original)\s+name\s+(?:is|was)\s+"
    r"|,?\s+whose\s+(?:acronym|initials)\s+(?:is|are)\s+(?:the\s+)?"
)
_OR = re.compile(r",\s+or\s+(?:the\s+)?[\"“‘']?")
_OPEN = re.compile(r"\s*,?\s*[(\[]\s*(?:the\s+|or\s+|formerly\s+|now\s+|hereafter\s+)?[\"“‘']?")
_CLOSE = re.compile(r"[\"”’']?\s*[)\],]")
_STOP = re.compile(r"[\"”’']?\s*[,.;)]|[\"”’']?\s*$")


def same_pairs(text: str, found: list[Found]) -> Iterator[tuple[int, int]]:
    """Yield pairs of neighbouring names, by number, that the words between them make one."""
    for i in range(len(found) - 1):
        a, b = found[i], found[i + 1]
        gap = text[a.end : b.start]
        if len(gap) > 60 or "\n" in gap or not gap:
            continue
        bracket = _OPEN.fullmatch(gap) and _CLOSE.match(text, b.end)
        if (
            _CUE.fullmatch(gap)
            or (_OR.fullmatch(gap) and _STOP.match(text, b.end))
            or (bracket and a.kind == b.kind == "ORG")
        ):
            yield i, i + 1
