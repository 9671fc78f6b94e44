"""Names that nothing tells but their place: names of sections and topics are said elsewhere on the page, too."""

from __future__ import annotations

from collections.abc import Sequence

from newsmodel import _byline
from newsmodel._html.page import Box, Line, Page
from newsmodel._html.tree import Element
from newsmodel._model import Person

__all__ = ["closing_name", "stands_alone"]

_FEW = 2  # letters of a word that says nothing
_PASSAGE = 80  # characters of a line of text
_LONGEST = 60  # and of a signature
_PASSAGES = frozenset({"p", "div", "td"})
_AROUND = " -–—()[]（）【】〔〕［］/／"
_STRESSED = frozenset({"b", "strong", "em", "i"})


def stands_alone(page: Page, line: Line, name: str) -> bool:
    """Tell whether what looks like a name is one for all that the rest of the page says.

    No other line, and no title, says a word of it, but for lines that are no more than the name.
    """
    low = name.casefold()
    others = [page.title or "", *(x.text for x in page.lines if x is not line and x.text)]
    said = "\n".join(text for text in others if text.casefold() != low).casefold()
    words = [word for word in low.split() if len(word) > _FEW] or [low]
    return not any(_byline.says(said, word) for word in words)


def closing_name(page: Page, first: int) -> tuple[Person, ...]:
    """Return the person whom the last line of the text is, and what she does.

    She stands in brackets, in italics or bold letters, or before what she does.
    """
    last = _last(page.lines[first:])
    if last is None:
        return ()
    bare = last.text.strip(_AROUND)
    name, _, does = bare.partition(", ")
    marked = _byline.is_post(does) if does else bare != last.text or _is_stressed(last.el)
    is_name = marked and (_byline.may_be_name(name) or _byline.may_be_unmarked(name))
    return (Person(name=name),) if is_name and stands_alone(page, last, name) else ()


def _last(lines: Sequence[Line]) -> Line | None:
    """Return the line that ends a box of passages, below the last of them; None when it is one of them, or long."""
    told: set[Box | None] = set()
    last: Line | None = None
    for line in lines:
        text, box = line.text, line.box.parent
        if len(text) >= _PASSAGE and line.tag in _PASSAGES and 2 * line.linked < len(text):
            if last is not None and box not in told:
                break  # of a text of another kind, such as a comment
            told.add(box)
            last = None
        elif text and last is None and box in told and box is not None and box.end == line.index + 1:
            last = line
    return last if last is not None and len(last.text) <= _LONGEST and not last.linked else None


def _is_stressed(el: Element) -> bool:
    """Tell whether all of an element is bold or in italics."""
    inner = next(iter(el), None)
    if inner is None or inner.getnext() is not None or (el.text and not el.text.isspace()):
        return False
    return inner.tag in _STRESSED and not (inner.tail and not inner.tail.isspace())
