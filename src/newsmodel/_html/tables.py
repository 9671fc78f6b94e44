"""Tables of data; a table that only lays out the page is none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from newsmodel._html.around import Inherited
from newsmodel._html.flow import flat
from newsmodel._html.page import Box, Line
from newsmodel._model import Table

__all__ = ["data_table", "is_data"]

# Cells longer than this hold paragraphs, not data.
_LONG = 150
_CELLS = frozenset({"td", "th"})


Place = tuple[Box | None, Box | None]
"""The row and the cell of a table that a line stands in."""


def _places(table: Box) -> Inherited[Place]:
    """Return the rows and cells that boxes in a table stand in; those of a table within a cell are part of the cell."""

    def step(box: Box, outer: Place) -> Place:
        row, cell = outer
        if box.tag == "tr":
            return row or box, cell
        return row, cell or (box if box.tag in _CELLS else None)

    return Inherited(step, (None, None), (table,))


def is_data(table: Box, lines: Sequence[Line]) -> bool:
    """Tell whether the lines of a table are data: several rows of several short cells."""
    rows: dict[Box, set[Box]] = {}
    long = 0
    places = _places(table)
    for line in lines:
        row, cell = places[line.box]
        if row is not None and cell is not None:
            rows.setdefault(row, set()).add(cell)
            long += len(line.text) > _LONG
    wide = sum(len(cells) > 1 for cells in rows.values())
    return len(rows) > 1 and wide > len(rows) / 2 and long <= len(lines) / 10


def data_table(table: Box, lines: Sequence[Line]) -> Table:
    """Return the Table that lines of one ``<table>`` make; the first row is the header when it is marked as one."""
    rows: dict[Box, dict[Box, list[str]]] = {}
    caption: list[str] = []
    places = _places(table)
    for line in lines:
        row, cell = places[line.box]
        if row is None or cell is None:
            caption.append(flat(line))
        else:
            rows.setdefault(row, {}).setdefault(cell, []).append(flat(line))
    texts = [tuple(" ".join(parts) for parts in cells.values()) for cells in rows.values()]
    header: tuple[str, ...] = ()
    first = next(iter(rows), None)
    if first is not None and len(texts) > 1 and _heads(first, rows[first], table):
        header, texts = texts[0], texts[1:]
    return Table(rows=tuple(texts), header=header, caption=" ".join(caption) or None)


def _heads(row: Box, cells: dict[Box, list[str]], table: Box) -> bool:
    if all(cell.tag == "th" for cell in cells):
        return True
    return any(box.tag == "thead" for box in takewhile(lambda box: box is not table, row.up()))
