"""What the document as a whole says about the names that the tagger found: one rule a function, run in this order.

Each rule takes the text, its lines and the names of all kinds (places and others too), and returns the names corrected,
in order and without overlap.
"""

from __future__ import annotations

from newsmodel._names._aliases import same_pairs
from newsmodel._names._called import called, committees, known, lettered, possessive
from newsmodel._names._clubs import clubs
from newsmodel._names._doubt import confirmed, like_short, no_demonyms, of_the, sentence_words, storms
from newsmodel._names._firms import by_head, incorporated, listed, owners, partners, shops
from newsmodel._names._found import Found, among
from newsmodel._names._initials import bracketed, spelled_out, spelled_small
from newsmodel._names._lexicon import flags, load
from newsmodel._names._matches import tables, teams
from newsmodel._names._posts import posts, ranks, starters
from newsmodel._names._seams import and_more, apart
from newsmodel._names._short import short_forms
from newsmodel._names._tokens import Lines
from newsmodel._names._widen import known_as, widen
from newsmodel._names._works import works

__all__ = ["RULES", "repair"]


def agree(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Give a name the kind that most of its mentions have; what is a team and a place of a match report stays both."""
    kinds: dict[str, str] = {}
    lows = [f.text.lower() for f in found]
    unlike = {low for low, f in zip(lows, found, strict=True) if kinds.setdefault(low, f.kind) != f.kind}
    if not unlike:
        return found
    teams = [(line.start, line.end) for line in lines if line.kind in ("m", "s")]
    votes: dict[str, dict[str, int]] = {low: {} for low in unlike}
    for low, f in zip(lows, found, strict=True):
        if low in unlike:
            votes[low][f.kind] = votes[low].get(f.kind, 0) + 1
    best = {}
    for name, count in votes.items():
        kind = max(count, key=count.__getitem__)
        if count[kind] * 2 > sum(count.values()):
            best[name] = kind
    return [
        f.of_kind(best[low])
        if low in best
        and f.kind != best[low]
        and not (f.kind in ("ORG", "LOC") and among(f, teams) and "p" in flags(f.text))
        else f
        for low, f in zip(lows, found, strict=True)
    ]


def same_kind(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Give two names that the text says are one ("X, or Y,") one kind, that of the longer."""
    kinds = {}
    for i, j in same_pairs(text, found, alike=False):
        a, b = found[i], found[j]
        if {a.kind, b.kind} <= {"PER", "ORG", "MISC"}:
            long, short = (a, b) if len(a.text) >= len(b.text) else (b, a)
            if not (long.kind == "PER" and short.text in load().organizations):  # "McConnell, now the Senate leader"
                kinds[short.text] = long.kind
    return [f.of_kind(kinds[f.text]) if f.text in kinds else f for f in found]


RULES = (
    posts,
    ranks,
    starters,
    agree,
    teams,
    tables,
    clubs,
    owners,
    by_head,
    called,
    known,
    committees,
    lettered,
    possessive,
    apart,
    partners,
    widen,
    and_more,
    shops,
    bracketed,
    incorporated,
    same_kind,
    storms,
    like_short,
    no_demonyms,
    of_the,
    works,
    sentence_words,
    spelled_out,
    spelled_small,
    known_as,
    listed,
    confirmed,
    short_forms,
    widen,
)


def repair(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Apply every rule; then people and organizations stay, places and others go."""
    for rule in RULES:
        found = rule(text, lines, found)
    return [f for f in found if f.kind in ("PER", "ORG") and not f.text.startswith("of ")]
