"""Sections of the article that stand in boxes of their own below its last paragraph.

A page may set a list of data, or its conclusion, apart from the paragraphs above. It goes on with a heading like those
of the article, and with text in which nothing is linked.
"""

from __future__ import annotations

from newsmodel._furniture import kind_of
from newsmodel._html.flow import flat
from newsmodel._html.page import Line
from newsmodel._html.trunk import Trunk
from newsmodel._html.verdict import HEADINGS, LABELLED, Verdict, is_passage

__all__ = ["add_codas"]

# So many items are a list, where there is no passage of text.
_FEWEST_ITEMS = 3


def add_codas(verdicts: list[Verdict], trunk: Trunk) -> None:
    """Take for text what goes on below the last paragraph under headings like those above it."""
    known: set[tuple[str, str]] | None = None
    section: list[Verdict] = []
    for verdict in verdicts[trunk.last + 1 - verdicts[0].line.index :] if trunk.last >= 0 else ():
        line = verdict.line
        if not line.text:
            continue
        if verdict.kind or line.tag in HEADINGS:
            if section:
                _accept(section, trunk)
                section = []
            if not verdict.kind and _is_plain(line):
                known = _looks(verdicts, trunk) if known is None else known
                section = [verdict] if _look(line) in known else []
        elif section and _is_plain(line):
            section.append(verdict)
        else:
            section = []
    if section:
        _accept(section, trunk)


def _looks(verdicts: list[Verdict], trunk: Trunk) -> set[tuple[str, str]]:
    """Return the looks of the headings above the last paragraph."""
    return {_look(v.line) for v in verdicts if v.role == "heading" and v.line.index < trunk.last}


def _is_plain(line: Line) -> bool:
    """Tell whether nothing says that a line is furniture: neither links nor words."""
    return line.linked <= LABELLED * len(line.text) and kind_of(flat(line)) is None


def _accept(section: list[Verdict], trunk: Trunk) -> None:
    """Take a heading and what follows it for text, when that is a passage or a list of some length."""
    below = section[1:]
    items = sum(v.line.tag == "li" for v in below)
    if any(is_passage(v.line) for v in below) or items >= _FEWEST_ITEMS:
        section[0].role = "heading"
        for verdict in below:
            verdict.role = "text"
        trunk.coda = below[-1].line.index


def _look(line: Line) -> tuple[str, str]:
    """Return what headings of one kind have in common."""
    return line.tag, line.box.el.get("class") or ""
