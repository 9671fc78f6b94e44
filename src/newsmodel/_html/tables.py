"""Tables of data; a table that only lays out the page is none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from newsmodel._html.around import Inherited
from newsmodel._html.flow import flat
from newsmodel._html.page import Box, Line
from newsmodel._model import Table

__all__ = ["Place", "data_table", "is_data", "places"]

# Cells longer than this hold paragraphs, not data.
_LONG = 150
_CELLS = frozenset({"td", "th"})
# A row stands no further within the head of its table.
_NEAR = 5


Place = tuple[Box | None, Box | None]
"""The row and the cell of a table that a line stands in."""


def places(tables: Inherited[Box | None]) -> Inherited[Place]:
    """Return the rows and cells that boxes stand in, given the outermost table around each.

    Those of a table within a cell are part of the cell.
    """

    def step(box: Box, outer: Place) -> Place:
        if tables[box] is box:
            return None, None
        row, cell = outer
        if box.tag == "tr":
            return row or box, cell
        return row, cell or (box if box.tag in _CELLS else None)

    return Inherited(step, (None, None))


def is_data(lines: Sequence[Line], placed: Inherited[Place]) -> bool:
    """Tell whether the lines of a table are data: several rows of several short cells."""
    rows: dict[Box, set[Box]] = {}
    long = 0
    for line in lines:
        row, cell = placed[line.box]
        if row is not None and cell is not None:
            rows.setdefault(row, set()).add(cell)
            long += len(line.text) > _LONG
    wide = sum(len(cells) > 1 for cells in rows.values())
    return len(rows) > 1 and wide > len(rows) / 2 and long <= len(lines) / 10


def data_table(lines: Sequence[Line], placed: Inherited[Place]) -> Table:
    """Return the Table that lines of one ``<table>`` make; the first row is the header when it is marked as one."""
    rows: dict[Box, dict[Box, list[str]]] = {}
    caption: list[str] = []
    for line in lines:
        row, cell = placed[line.box]
        if row is None or cell is None:
            caption.append(flat(line))
        else:
            rows.setdefault(row, {}).setdefault(cell, []).append(flat(line))
    texts = [tuple(" ".join(parts) for parts in cells.values()) for cells in rows.values()]
    header: tuple[str, ...] = ()
    first = next(iter(rows), None)
    if first is not None and len(texts) > 1 and _heads(first, rows[first]):
        header, texts = texts[0], texts[1:]
    return Table(rows=tuple(texts), header=header, caption=" ".join(caption) or None)


def _heads(row: Box, cells: dict[Box, list[str]]) -> bool:
    return all(cell.tag == "th" for cell in cells) or any(box.tag == "thead" for box in islice(row.up(), _NEAR))
