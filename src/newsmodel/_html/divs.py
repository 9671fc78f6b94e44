"""Pages that write their paragraphs as `<div>`: what stands in rows of them is read as if it were in `<p>`."""

from __future__ import annotations

from collections import defaultdict

from newsmodel._html.page import Box, Line

__all__ = ["as_paragraphs"]

# So many of the same kind in one box, each of so many characters and no link, are paragraphs, and the shorter ones too.
_SEVERAL, _LONG = 2, 80
_ENDS = tuple(".!?…。！？।؟۔:;\"'”’»")
# A sentence of so many characters needs no end to be told.
_LONGER = 120
# What holds paragraphs of its own.
_HOLD = frozenset({"blockquote", "li"})
# A box around nothing but one paragraph may have so many boxes around it.
_LEVELS = 3


def as_paragraphs(lines: list[Line], told: int) -> None:
    """Make paragraphs of the rows of `<div>`, where they hold more text than the `told` characters of paragraphs do."""
    single = [x for x in lines if x.tag == "div" and x.box.tag == "div" and x.box.end - x.box.start == 1]
    rows: dict[tuple[Box, str | None, str | None], list[Line]] = defaultdict(list)
    for line in single:
        outer = _outermost(line.box)
        if outer.parent is not None:
            rows[outer.parent, outer.el.get("class"), line.box.el.get("class")].append(line)
    found = [row for row in rows.values() if sum(map(_runs, row)) >= _SEVERAL]
    if sum(len(line.text) for row in found for line in row) <= told:
        return
    classes: set[str] = set()
    # A quotation may have a class of its own in a box of the class that those around paragraphs have.
    kinds = {_kind(row[0]) for row in found}
    found += [[x for x in row if _runs(x)] for row in rows.values() if _kind(row[0]) in kinds - {None}]
    for row in filter(None, found):
        classes.update(_classes(row[0]))
        for line in row:
            line.tag = line.box.tag = "p"
    for line in single:
        within = line.box.parent is not None and line.box.parent.tag in _HOLD
        if within or not classes.isdisjoint(_classes(line)):
            line.tag = line.box.tag = "p"


def _kind(line: Line) -> tuple[Box | None, str | None] | None:
    """Return the box around those around a line and the class of these; None where they have none."""
    outer = _outermost(line.box)
    return (outer.parent, outer.el.get("class")) if outer is not line.box and outer.el.get("class") else None


def _classes(line: Line) -> list[str]:
    return (line.box.el.get("class") or "").split()


def _outermost(box: Box) -> Box:
    """Return the outermost of the boxes that hold no line but that of a box."""
    for _ in range(_LEVELS):
        outer = box.parent
        if outer is None or outer.tag != "div" or outer.end - outer.start != 1:
            break
        box = outer
    return box


def _runs(line: Line) -> bool:
    """Tell whether a line is running text: long, a sentence, and no link for the most part."""
    size = len(line.text)
    return size >= _LONG and 2 * line.linked < size and (size >= _LONGER or line.text.endswith(_ENDS))
