"""Lines that point elsewhere: whole links, rows of links with bars between them, links in brackets."""

from __future__ import annotations

from itertools import pairwise

from newsmodel._html.page import Line
from newsmodel._html.region import length
from newsmodel._html.verdict import LINKED, PASSAGE

__all__ = ["in_brackets", "is_link_bar", "points"]

# What stands between the links of a row; a comma parts the names of a list.
_BARS = frozenset("|/•·»¦‖")
_CLOSE = {"(": ")", "[": "]"}
# A longer text before the first link is no label of a row.
_LABEL = 60
# A label before a colon is no longer, and a headline that it points to no shorter.
_COLONS, _SHORT_LABEL, _HEADLINE = (":", "："), 30, 20


def points(line: Line) -> bool:
    """Tell whether a line is a pointer to something else: wholly linked, or linked in good part and wholly bold."""
    size = len(line.text)
    if line.linked <= LINKED * size:
        return False
    if line.linked >= 0.8 * size and (line.tag != "p" or length(line.text) < 60):
        return True
    return (line.bold >= 0.95 * size and length(line.text) < PASSAGE) or in_brackets(line) or _is_labelled(line)


def _is_labelled(line: Line) -> bool:
    """Tell whether a line is a bold label and a link that is as long as a headline: "Opinion: The bridge is ours".

    No blank stands between the two where the page sets them apart.
    """
    if len(line.anchors) != 1:
        return False
    start, end, _ = line.anchors[0]
    above = "".join(line.parts[:start])
    label, rest = above.strip(), "".join(line.parts[end:]).strip()
    said = "".join(line.parts[start:end])
    if rest or not 0 < len(label) <= _SHORT_LABEL or len(said.strip()) < _HEADLINE:
        return False
    if label[-1] in _COLONS:
        return 0 < line.bold <= _SHORT_LABEL
    return line.tag != "p" and above[-1].isalpha() and said[0].isalnum()


def in_brackets(line: Line) -> bool:
    """Tell whether a line stands in brackets and is linked in good part: "(Here is what the tide tables say.)"."""
    text = line.text.rstrip(".")
    close = _CLOSE.get(text[:1])
    return close is not None and line.linked > LINKED * len(text) and text.find(close) == len(text) - 1


def is_link_bar(line: Line) -> bool:
    """Tell whether a line of several links is a row with bars between them, a short label before the first at most."""
    anchors, parts = line.anchors, line.parts
    label = "".join(parts[: anchors[0][0]]).strip()
    if len(label) > _LABEL or (label and label[-1] != ":") or _has_words("".join(parts[anchors[-1][1] :])):
        return False
    between = ["".join(parts[a[1] : b[0]]) for a, b in pairwise(anchors)]
    return not any(map(_has_words, between)) and not _BARS.isdisjoint("".join(between))


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))
