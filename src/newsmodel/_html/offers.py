"""Small boxes among the paragraphs that offer something: a line or two above a link, or a heading over no text."""

from __future__ import annotations

from newsmodel._html.trunk import TRUNK, Trunk
from newsmodel._html.verdict import MEDIA, PASSAGE, Verdict

__all__ = ["drop_offers"]

_MOST = 6  # lines of such a box
_FEWEST = 2
# What the lines below a heading are when it is no heading of the article; a date is what a post has.
_OFFERS = frozenset({"newsletter", "donation", "paywall", "advert", "app", "poll", "related", "comments", "login"})
_BARE = frozenset({"text", "heading"})


def drop_offers(verdicts: list[Verdict], trunk: Trunk) -> None:
    """Judge what little text stands in a box of its own among the paragraphs as what the rest of the box is.

    The verdicts are those of all lines of the region.
    """
    first = verdicts[0].line.index if verdicts else 0
    for verdict in verdicts:
        line = verdict.line
        if verdict.role == "heading":
            ends_in_link = False
        elif verdict.role == "furniture" and line.linked and 2 * line.linked > len(line.text):
            ends_in_link = True
        else:
            continue
        box = trunk.wrapper(line)
        if not _FEWEST <= box.end - box.start <= _MOST or not trunk.first < box.start < box.end <= trunk.last:
            continue
        inside = verdicts[box.start - first : box.end - first]
        kind = next((v.kind for v in inside if v.role == "furniture" and v.line.text), None)
        if kind is None or any(v.line.tag in MEDIA for v in inside):
            continue
        rest = [v for v in inside if v.role != "furniture"]
        if ends_in_link:
            is_offer = inside[-1] is verdict and all(_is_brief(v, trunk) for v in rest)
        else:
            is_offer = rest == [verdict] and kind in _OFFERS
        if is_offer:
            for v in rest:
                v.role, v.kind = "furniture", kind


def _is_brief(verdict: Verdict, trunk: Trunk) -> bool:
    line = verdict.line
    return verdict.role in _BARE and len(line.text) <= PASSAGE and trunk.relation(line) != TRUNK
