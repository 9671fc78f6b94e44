"""Tables of marked-up copy; what stands in one without being a cell makes a cell or a row of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsmodel._formats._copy_flow import words
from newsmodel._formats._xml import Element, local

__all__ = ["table"]

Node = dict[str, Any]

_PARTS = frozenset({"thead", "tbody", "tfoot"})


def table(element: Element) -> Node:
    """Return a table; a table in a cell is part of its text."""
    header = next((row for part in element if local(part) == "thead" for row in part if local(row) == "tr"), None)
    caption = next((c for c in element if local(c) == "caption"), None)
    node: Node = {"type": "table", "rows": [*_rows(element, header, caption)]}
    if header is not None:
        node["header"] = _cells(header)
    said = words(caption)
    return node | ({"caption": said} if said else {})


def _rows(element: Element, *read: Element | None) -> Iterator[list[str]]:
    """Yield the rows of a table, or of a part of it, but those that were read."""
    yield from _alone(element.text)
    for row in element:
        if local(row) == "tr":
            if row not in read:
                yield _cells(row)
        elif local(row) in _PARTS and local(element) == "table":
            yield from _rows(row, *read)
        elif row not in read:
            yield from _alone(words(row))
        yield from _alone(row.tail)


def _alone(text: str | None) -> list[list[str]]:
    """Return the row that a text makes which stands in none; no row when it is blank."""
    said = " ".join((text or "").split())
    return [[said]] if said else []


def _cells(row: Element) -> list[str]:
    found = [text for loose in _alone(row.text) for text in loose]
    for cell in row:
        said = words(cell)
        if said or local(cell) in ("td", "th"):
            found.append(said or "")
        found += [text for loose in _alone(cell.tail) for text in loose]
    return found
