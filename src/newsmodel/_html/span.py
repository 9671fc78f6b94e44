"""Where the article begins and ends among the judged lines of the region."""

from __future__ import annotations

from itertools import accumulate

from newsmodel._html.page import Line
from newsmodel._html.region import Region, length
from newsmodel._html.trunk import TRUNK, Trunk
from newsmodel._html.verdict import HEADINGS, PASSAGE, ROWS, STOPS, TALK, Verdict

__all__ = ["drop_pictures", "span"]

_TEXTS = frozenset({"text", "heading"})
# So many lines that say who wrote an entry, and when, may stand between its heading and its text.
_HEAD, _LEVELS, _IN_HEADS = 2, 4, frozenset({"byline", "date"})
# A short line before the first passage is text when it ends like this: "Dear Aunt Agatha,".
_QUESTION = "?？؟"
_OPENS = STOPS + ",:"


def span(verdicts: list[Verdict], region: Region, trunk: Trunk) -> list[Verdict]:
    """Return the verdicts from the first line of running text to the last."""
    first = next((i for i, v in enumerate(verdicts) if _runs(v, region)), None)
    if first is None:
        return []
    start, end = _back(verdicts, first, trunk), len(verdicts)
    while not _runs(verdicts[end - 1], region):
        end -= 1
    while (
        start
        and verdicts[start - 1].role == "heading"
        and (
            _opens(verdicts[start - 1].line, verdicts[start].line)
            or _asks(verdicts[start - 1].line, verdicts[start].line, trunk)
        )
    ):
        start -= 1
    start = _with_head(verdicts, _with_picture(verdicts, start))
    while end < len(verdicts) and (verdicts[end].line.index <= trunk.coda or _goes_on(verdicts[end], trunk)):
        end += 1
    # Nothing long is dropped unseen: outside the span too it is kept as furniture.
    for verdict in (*verdicts[:start], *verdicts[end:]):
        is_lost = verdict.role in _TEXTS or (verdict.role != "furniture" and verdict.line.index > trunk.last)
        if is_lost and (len(verdict.line.text) > TALK or _ends(verdict, trunk)):
            verdict.role, verdict.kind = "furniture", "other"
    around = [v for v in verdicts[:start] if v.role == "furniture" and len(v.line.text) > TALK]
    around += [v for v in verdicts[end:] if v.role == "furniture" and _was_within(v, trunk)]
    return verdicts[start:end] + around


def _runs(verdict: Verdict, region: Region) -> bool:
    """Tell whether a line is running text."""
    line = verdict.line
    return verdict.role == "text" and (region.weights[line.index] > 0 or length(line.text) > PASSAGE)


def _back(verdicts: list[Verdict], start: int, trunk: Trunk) -> int:
    """Return where the article begins: with the lists and short paragraphs of the trunk above its first long line."""
    for i in range(start - 1, -1, -1):
        line = verdicts[i].line
        if verdicts[i].role == "heading":
            continue
        if verdicts[i].role != "text" or line.linked or trunk.relation(line) != TRUNK:
            break
        if line.tag not in ROWS and not (line.tag == "p" and line.text[-1] in _OPENS):
            break
        start = i
    return start


def _with_picture(verdicts: list[Verdict], start: int) -> int:
    """Return where the article begins: with the picture right above its first line, when that has a caption."""
    first = start
    while first and verdicts[first - 1].role in ("media", "caption"):
        first -= 1
    return first if any(v.role == "caption" for v in verdicts[first:start]) else start


def _with_head(verdicts: list[Verdict], start: int) -> int:
    """Return where the article begins: with the heading of its first entry, above the name of who wrote that."""
    first = start
    while first and start - first < _HEAD and verdicts[first - 1].kind in _IN_HEADS:
        first -= 1
    if not 0 < first < start or verdicts[first - 1].role != "heading":
        return start
    heading, text = verdicts[first - 1].line, verdicts[start].line
    around = (b for b, _ in zip(heading.box.up(), range(_LEVELS), strict=False))
    return first - 1 if any(heading.index - _HEAD <= b.start and text.index < b.end for b in around) else start


def _ends(verdict: Verdict, trunk: Trunk) -> bool:
    """Tell whether a short line below the last paragraph may be what the article ends with: an item, a caption."""
    line = verdict.line
    return line.index > trunk.last and verdict.role != "heading" and not line.linked


def _was_within(verdict: Verdict, trunk: Trunk) -> bool:
    """Tell whether furniture below the last paragraph is long, or of a kind and in the box of the paragraphs."""
    line = verdict.line
    if len(line.text) > TALK:
        return True
    return bool(verdict.kind and line.text) and trunk.holds(line)


def _goes_on(verdict: Verdict, trunk: Trunk) -> bool:
    """Tell whether a line after the last paragraph is part of a list or table that stands in the trunk."""
    line = verdict.line
    if verdict.role != "text" or line.linked or trunk.relation(line) != TRUNK:
        return False
    return line.tag in ROWS or (line.tag == "p" and line.text[-1] in STOPS and len(line.text) < TALK)


def _opens(heading: Line, text: Line) -> bool:
    """Tell whether a heading before the first text is that of a section, not part of the article's head."""
    box = heading.box.parent
    if heading.tag not in HEADINGS or box is None:
        return False
    # The heading may have a box of its own.
    outer = box.parent if box.parent is not None and box.end == heading.index + 1 else box
    return heading.index - 1 <= outer.start <= text.index < outer.end


def _asks(heading: Line, text: Line, trunk: Trunk) -> bool:
    """Tell whether the heading above the first text is the question that an interview begins with."""
    return heading.text[-1] in _QUESTION and not heading.linked and trunk.holder(heading) is trunk.holder(text)


def drop_pictures(verdicts: list[Verdict], trunk: Trunk) -> None:
    """Judge the pictures of cards: they go with their text when all of that is furniture."""
    pictures = [v for v in verdicts if v.role == "media"]
    if not pictures:
        return
    first, last = verdicts[0].line.index, len(verdicts)
    # How many lines with text there are before each, and how many of them are furniture.
    texts = list(accumulate([v.line.text != "" for v in verdicts], initial=0))
    others = list(accumulate([v.role == "furniture" and v.line.text != "" for v in verdicts], initial=0))
    for verdict in pictures:
        box = trunk.wrapper(verdict.line)
        start, end = (min(max(0, i - first), last) for i in (box.start, box.end))
        if 0 < texts[end] - texts[start] == others[end] - others[start]:
            verdict.role = "furniture"
