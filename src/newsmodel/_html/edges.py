"""Furniture within the first and the last line of a body whose paragraphs are parted by line breaks alone."""

from __future__ import annotations

from newsmodel._furniture import kind_of
from newsmodel._html.flow import flat
from newsmodel._html.notes import is_contact
from newsmodel._html.page import BREAK, Line
from newsmodel._html.text import clean
from newsmodel._html.verdict import STOPS, Verdict

__all__ = ["trim_edges"]

_MOST_BELOW = 4  # pieces of furniture below one text
_BLANK = BREAK + " "


def trim_edges(verdicts: list[Verdict]) -> list[Verdict]:
    """Return the verdicts with furniture cut from the head of the first line of text and from the tail of the last."""
    texts = (i for i, v in enumerate(verdicts) if v.role == "text")
    first = next(texts, None)
    while first is not None and _heads(line := verdicts[first].line):
        verdicts[first] = Verdict(line, "furniture", kind_of(flat(line), near=True) or "")
        first = next(texts, None)
    if first is None:
        return verdicts
    last = next(i for i in range(len(verdicts) - 1, -1, -1) if verdicts[i].role == "text")
    above = _cut(verdicts[first].line, at_end=False)
    below: list[Verdict] = []
    while len(below) < _MOST_BELOW and (found := _cut(verdicts[last].line, at_end=True)):
        below = found + below
    if not (below or above):
        return verdicts
    return [*verdicts[:first], *above, *verdicts[first : last + 1], *below, *verdicts[last + 1 :]]


def _heads(line: Line) -> bool:
    """Tell whether the first line is no paragraph, and says when, by whom and where the text was published."""
    return line.tag == "div" and line.text[-1] not in STOPS and kind_of(flat(line), near=True) is not None


def _cut(line: Line, *, at_end: bool) -> list[Verdict]:
    """Take furniture out of a line, at its end or its start, and return it."""
    breaks = _breaks(line.parts) if BREAK in line.text else []
    if not breaks:
        return []
    at = breaks[-1 if at_end else 0]
    piece = clean("".join(line.parts[at:] if at_end else line.parts[:at])).strip(_BLANK)
    # Above the text a line that is no sentence is expected to say when, by whom and where it was published.
    kind = kind_of(piece.replace(BREAK, " "), near=not at_end and piece[-1:] not in STOPS) if piece else None
    if kind is None and at_end and piece and is_contact(piece):
        kind = "contact"
    if kind is None:
        return []
    _keep(line, 0 if at_end else at, at if at_end else len(line.parts))
    return [Verdict(Line(line.index, line.el, line.box, line.tag, piece), "furniture", kind)]


def _breaks(parts: tuple[str, ...]) -> list[int]:
    """Return the places of the parts at which two breaks meet between words."""
    found = []
    at = run = 0
    seen = False
    for i, part in enumerate(parts):
        if part == BREAK:
            at = i if not run else at
            run += 1
        elif part.strip():
            if seen and run > 1:
                found.append(at)
            seen, run = True, 0
    return found


def _keep(line: Line, start: int, end: int) -> None:
    """Keep some of the parts of a line."""
    parts = line.parts[start:end]
    line.anchors = tuple((a - start, b - start, el) for a, b, el in line.anchors if a >= start and b <= end)
    line.parts, line.text = parts, clean("".join(parts)).strip(_BLANK)
    line.linked = sum(len(part) for a, b, _ in line.anchors for part in parts[a:b])
