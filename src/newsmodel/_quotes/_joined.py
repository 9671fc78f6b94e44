"""Which stretches in marks are pieces of one quote."""

from __future__ import annotations

from newsmodel._model import QuoteKind
from newsmodel._quotes._attribute import leads
from newsmodel._quotes._attribution import Attribution
from newsmodel._quotes._content import pieces
from newsmodel._quotes._said import Said
from newsmodel._quotes._tokens import Tokens

__all__ = ["floor", "join", "joins"]


def joins(t: Tokens, last: Said, q: int, found: Attribution | None) -> bool:
    """Return whether a stretch goes on with the quote before: the same cue, or no cue and nothing told between."""
    if last.kind is QuoteKind.INDIRECT:
        return False
    if found is not None and last.found is not None and found.cue == last.found.cue:
        return True
    lo, _ = t.sentence(q)
    goes_on = found is None and last.found is not None and last.found.how == "after" and t.low(q - 1) == ","
    if goes_on and lo <= last.last_token and t.text[t.stretches[q].first].islower():
        return True  # "...," said X, a farmer, "..."
    if found is not None or last.found is None or not leads(t, q, lo):
        return False
    before, _ = t.sentence(lo - 1) if lo else (0, 0)
    return lo > 0 and before <= last.last_token and last.found.how in ("after", "source")


def join(t: Tokens, last: Said, q: int, found: Attribution | None) -> None:
    if last.pieces and t.stretches[q].first < last.pieces[-1][1]:
        last.last_token = q
        return
    if found is not None and last.found is not None and last.found.speaker is not None:
        found = found._replace(speaker=last.found.speaker)  # whose words they are is not said by them
    kind, parts = pieces(t, q, found, joined=True)
    start = last.pieces[-1][1]
    last.pieces.extend(p for p in parts if p[0] >= start)
    if kind is QuoteKind.MIXED:
        last.kind = kind
    last.last_token = q


def floor(last: Said | None) -> int:
    """Return the token behind a quote, its cue and who says it: what follows is no part of it."""
    if last is None:
        return 0
    ends = [last.last_token + 1]
    if last.found is not None and last.found.how == "after":
        ends += [r[1] for r in (last.found.cue, last.found.speaker) if r]
    return max(ends)
