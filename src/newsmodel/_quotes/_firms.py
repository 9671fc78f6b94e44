"""Bodies that a text tells are firms, for "the company": by their names, or by what stands beside their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from newsmodel._model import Mention, Organization
from newsmodel._quotes import _flags as f
from newsmodel._quotes._tokens import Tokens

__all__ = ["firms", "only_private"]

_BESIDE: Final = 6  # tokens of ", a chain of shops"


def firms(passages: Iterable[tuple[Tokens, Sequence[Mention]]]) -> frozenset[str]:
    """Return the ids of the bodies that passages call firms: "Corvid Ltd", "the carrier Corvid", "Corvid, a bank"."""
    found: set[str] = set()
    for t, mentions in passages:
        for mention in mentions:
            body = mention.entity
            if isinstance(body, Organization) and body.id not in found and _is_firm(t, mention, body):
                found.add(body.id)
    return frozenset(found)


def only_private(mentions: Sequence[Mention], public: Callable[[str], bool]) -> Organization | None:
    """Return the one body among the mentions whose name holds no word of public bodies; else None."""
    found: dict[str, Organization] = {}
    for mention in mentions:
        body = mention.entity
        if isinstance(body, Organization) and not any(map(public, body.name.split())):
            found[body.id] = body
    return next(iter(found.values())) if len(found) == 1 else None


def _is_firm(t: Tokens, mention: Mention, body: Organization) -> bool:
    """Return whether a name ends as firms' do, or a noun for a firm stands before or behind it."""
    words = t.language.words["firms"]
    if body.name.rpartition(" ")[2].rstrip(".").lower() in t.language.words["firm_endings"]:
        return True
    first, end = t.find(mention.span.start), t.find(mention.span.end - 1) + 1
    if first and (t.lows[first - 1] in words or (t.lows[first - 1] == t.low(end) == "," and t.low(first - 2) in words)):
        return True  # "the carrier Corvid", "The developer, Corvid Partners,"
    if t.low(end) != "," or not t.has(end + 1, f.DET):
        return False
    return not words.isdisjoint(t.lows[end + 2 : end + _BESIDE])
