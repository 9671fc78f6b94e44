"""Words between two names that say that both name the same: "X, known as Y", "X (Y)", "X, or Y,"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newsmodel._names._found import Found

__all__ = ["same_pairs"]

# Between two names; anchored at both ends and short, so it cannot run away.
_ADVERB = r"(?:also|better|formerly|previously|commonly|popularly|widely|otherwise|sometimes|now|locally|once|still)"
_QUOTE = r"(?:the\s+)?[\"“‘']?"
_CUE = re.compile(
    # "known as" needs nothing before it; "called" and the like do, because "A called B" says nothing of the kind
    rf",?\s+\(?(?:(?:who|which)\s+(?:is|are)\s+)?(?:{_ADVERB}\s+)*known\s+(?:to\s+\w+\s+)?(?:simply\s+)?(?:as|by|under)\s+"
    rf"(?:(?:its|his|her|their|the)\s+(?:\w+\s+)?(?:acronym|initials|name|nickname|alias|pseudonym)s?\s+)?{_QUOTE}"
    rf"|,?\s+{_ADVERB}\s+(?:called|dubbed|nicknamed|named|referred\s+to\s+as)\s+{_QUOTE}"
    rf"|(?:,|\s+\()\s*(?:called|dubbed|nicknamed|renamed|abbreviated\s+as|abbreviated|born|né|née)\s+{_QUOTE}"
    rf"|,?\s+\(?(?:a\.?k\.?a\.?|alias)\s+{_QUOTE}"
    rf"|(?:,|\s+\()\s*(?:formerly|previously|now)\s+{_QUOTE}"
    r"|,?\s+whose\s+(?:real|full|birth|given|original)\s+name\s+(?:is|was)\s+"
    r"|,?\s+whose\s+(?:acronym|initials)\s+(?:is|are)\s+(?:the\s+)?"
)
# How the words of these begin behind what may stand before them; they are looked for only then, because that is quick.
_BEGINS = frozenset((
    "kno", "who", "whi", "als", "bet", "for", "pre", "com", "pop", "wid", "oth", "som", "now", "loc", "onc", "sti",
    "cal", "dub", "nic", "ren", "abb", "bor", "né", "née", "a.k", "ak.", "aka", "ali",
))  # fmt: skip
_BEFORE = " ,(\t\xa0\u2009\u202f"
_OR = re.compile(r",\s+or\s+(?:the\s+)?[\"“‘']?")
_OPEN = re.compile(r"\s*,?\s*[(\[]\s*(?:the\s+|or\s+|formerly\s+|now\s+|hereafter\s+)?[\"“‘']?")
_CLOSE = re.compile(r"[\"”’']?\s*[)\],]")
_STOP = re.compile(r"[\"”’']?\s*[,.;)]|[\"”’']?\s*$")


def same_pairs(text: str, found: list[Found], *, alike: bool) -> Iterator[tuple[int, int]]:
    """Yield pairs of neighbouring names, by number, that the words between them make one: of one kind, or of two."""
    for i, (a, b) in enumerate(pairwise(found)):
        if (a.kind == b.kind) is not alike or not 0 < b.start - a.end <= 60 or "\n" in (gap := text[a.end : b.start]):
            continue
        if (
            (gap.lstrip(_BEFORE)[:3].rstrip() in _BEGINS and _CUE.fullmatch(gap))
            or (gap[0] == "," and _OR.fullmatch(gap) and _STOP.match(text, b.end))
            or (alike and a.kind == "ORG" and _OPEN.fullmatch(gap) and _CLOSE.match(text, b.end))
        ):
            yield i, i + 1
