"""Names that no word calls a byline's: in an element named for it, two or more above the date, at the right below.

They are looked for only where neither declarations nor a byline name anybody.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice, pairwise

from newsmodel import _byline
from newsmodel._furniture import is_date
from newsmodel._html.headline import shown
from newsmodel._html.names import purpose
from newsmodel._html.page import Box, Line, Page
from newsmodel._html.tree import texts
from newsmodel._model import Entity, Person
from newsmodel._plain import plain

__all__ = ["signature"]

_INLINE = ("span", "b", "strong", "em", "i", "cite", "address")
# A line has no more elements that are looked at, it and a name no more characters.
_ELEMENTS, _LONGEST, _LONGEST_NAME = 12, 120, 60
# A box of more lines is more than a byline.
_LINES = 3
# This share of a line is names.
_NAMES = 0.7
# A shorter paragraph is no passage of the text.
_PASSAGE = 80
_UNSPACED = "\u2e80"  # the first letter of the scripts of East Asia


def signature(
    page: Page, lines: list[Line], first: int, language: str | None, site: str | None, named: Callable[[str], bool]
) -> tuple[Entity, ...]:
    """Return the people that a line names in one of these places.

    ``lines`` are those around the headline, ``first`` is the index of the first below it; ``named`` tells whether a
    class is that of a byline.
    """
    for line in lines:
        if _is_short(line) and not _is_aside(line.box) and (names := _in_elements(line, language, site, named)):
            return names
    for line, below in pairwise(lines):
        is_above = line.index + 1 == below.index and is_date(below.text)
        # One name may be that of anything; several that are joined are of people.
        if is_above and len(names := _only(line, language, site)) > 1:
            return names
    return _at_the_right(page, first, language, site)


def _is_short(line: Line) -> bool:
    """Tell whether a line of several elements is short, and so is its box."""
    return len(line.parts) > 1 and line.box.end <= line.box.start + _LINES and len(line.text) <= _LONGEST


def _is_aside(box: Box) -> bool:
    """Tell whether a box, or one of the two around it, is of furniture of another kind: a caption names who took it."""
    kinds = (found[0] for b in islice(box.up(), _LINES) if b.name and (found := purpose(b.name)))
    return any(kind not in ("byline", "author") for kind in kinds)


def _in_elements(
    line: Line, language: str | None, site: str | None, named: Callable[[str], bool]
) -> tuple[Entity, ...]:
    """Return whom the inline element of a line names that has the class of a byline."""
    for el in islice(line.el.iterdescendants(*_INLINE), _ELEMENTS):
        if named((el.get("class") or "").lower()) or el.get("itemprop") == "author":
            text = plain("".join(texts(el))) or ""
            if len(text) <= _LONGEST_NAME and (names := _people(text, language, site)):
                return names
    return ()


def _only(line: Line, language: str | None, site: str | None) -> tuple[Entity, ...]:
    """Return the people that a line names that says nothing else."""
    if len(line.text) > _LONGEST_NAME or any(map(str.isdigit, line.text)):
        return ()
    text = shown(line)
    names = _people(text, language, site)
    full = all(" " in n.name for n in names) and sum(len(n.name) for n in names) >= _NAMES * len(text)
    return names if full else ()


def _people(text: str, language: str | None, site: str | None) -> tuple[Entity, ...]:
    """Return the people of a text that names nobody else."""
    names = _byline.read(text, language, site=site)
    return names if all(isinstance(n, Person) and _is_full(n.name) for n in names) else ()


def _is_full(name: str) -> bool:
    return (" " in name and not name.islower()) or name > _UNSPACED


def _at_the_right(page: Page, first: int, language: str | None, site: str | None) -> tuple[Entity, ...]:
    """Return whom a line at the right margin names, below the passages that stand in the same box."""
    told: set[Box | None] = set()
    for line in page.lines[first:]:
        if line.tag != "p" or not line.text:
            continue
        if len(line.text) >= _PASSAGE:
            told.add(line.box.parent)
        elif line.box.parent in told and not line.linked and _is_at_the_right(line):
            names = _only(line, language, site)
            if names:
                return names
    return ()


def _is_at_the_right(line: Line) -> bool:
    style = (line.el.get("style") or "").lower().replace(" ", "")
    return "text-align:right" in style or (line.el.get("align") or "").lower() == "right"
