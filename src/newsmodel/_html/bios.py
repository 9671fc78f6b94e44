"""Authors whom nothing names but a note on who they are, below the text or at its end."""

from __future__ import annotations

from collections.abc import Callable

from newsmodel import _byline
from newsmodel._html.page import Line, Page
from newsmodel._html.titles import shown
from newsmodel._html.tree import Element
from newsmodel._model import Person

__all__ = ["from_bio"]

_FEWEST = 2  # passages above it
_PASSAGE = 80  # characters of a line that may be one
_LABEL = 40  # characters of a label above a note or at its start: "About the author"
_NOTE = 600  # characters of the longest note
_LEVELS = 3  # boxes around a line whose class may say what it is
_SMALL = 6  # lines of the largest of them
_SLANTED = frozenset({"em", "i"})


def from_bio(page: Page, first: int, language: str | None, named: Callable[[str], bool]) -> tuple[Person, ...]:
    """Return the person whom a note below the text tells of: in a box named for it, under a label, starred or slanted.

    ``first`` is the index of the first line below the headline; ``named`` tells whether a class is that of a byline.
    """
    passages = 0
    above: Line | None = None
    for line in page.lines[first:]:
        size = len(line.text)
        if not size:
            continue
        if (
            passages >= _FEWEST
            and size <= _NOTE
            and 2 * line.linked < size
            and _begins_with_name(line.text)
            and (name := _told_by(line, above, language, named))
        ):
            return (Person(name=name),)
        passages += size >= _PASSAGE and 2 * line.linked < size
        above = line
    return ()


def _begins_with_name(text: str) -> bool:
    """Tell whether the first two words of a text, or those behind a label in it, have capitals."""
    label, _, rest = text[:_LABEL].rpartition(":")
    first, _, second = (rest if label else text).lstrip("* ").partition(" ")
    return first[:1].isupper() and second[:1].isupper()


def _told_by(line: Line, above: Line | None, language: str | None, named: Callable[[str], bool]) -> str | None:
    """Return the person whom a line tells of, when something says that the line is a note on the author."""
    text = shown(line)
    label = above is not None and len(above.text) < _LABEL and _byline.introduced(f"{above.text} x", language) == "x"
    if label and _byline.is_given(text):
        return text
    rest = _byline.introduced(text, language) if ":" in text[:_LABEL] else None
    if label or rest or text[0] == "*" or _is_slanted(line.el) or _is_named(line, named):
        return _byline.told_of(rest or text, language)
    return None


def _is_slanted(el: Element) -> bool:
    """Tell whether all of an element is in italics."""
    inner = next(iter(el), None)  # to count thousands of children for each line would take long
    if inner is None or inner.getnext() is not None or (el.text and el.text.strip()):
        return False
    return inner.tag in _SLANTED and not (inner.tail and inner.tail.strip())


def _is_named(line: Line, named: Callable[[str], bool]) -> bool:
    """Tell whether a box around a line, no larger than a note, has the class of one on the author."""
    for box, _ in zip(line.box.up(), range(_LEVELS), strict=False):
        if box.end - box.start > _SMALL:
            return False
        if box.name and (named(box.name.lower()) or "bio" in box.name.lower()):
            return True
    return False
