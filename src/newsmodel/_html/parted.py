"""A line as the text of a byline: what breaks and elements part in it is parted by bars."""

from __future__ import annotations

from newsmodel import _byline
from newsmodel._html.page import BREAK, Line
from newsmodel._html.titles import pieces
from newsmodel._model import Person
from newsmodel._plain import plain

__all__ = ["BAR", "barred", "names_first"]

BAR = " | "
"""Stands for a break, and for the end of an element behind a name."""

_SEPARATE = 3  # stretches of text in a line from which on each is a statement of its own
_LONGEST = 60  # characters of a name with what introduces it


def names_first(line: Line, language: str | None) -> str:
    """Return the text of a byline from the stretch of it that is introduced on."""
    if len(line.parts) >= _SEPARATE and len(parts := pieces(line)) >= _SEPARATE:
        for part in parts:
            if _byline.introduced(part + " x", language) is not None:
                return barred(line, language, part)
    return barred(line, language)


def barred(line: Line, language: str | None, first: str = "") -> str:
    """Return the text of a line, from a piece of it on.

    A name that ends an element is whole, "By <b>Ida Moe</b> <i>City Desk</i>", unless what follows goes on with it:
    "<b>Ida Moe</b> and <b>Bo Lund</b>".
    """
    if len(line.parts) < 2:
        return line.text.replace(BREAK, BAR)
    text, before, linked = "", "", False
    for at, raw in enumerate(line.parts):
        part = plain(raw)
        if raw == BREAK:
            text, before = text + BAR, ""
        elif part:
            if before and _begins_anew(part, language) and _is_name(before, language):
                if linked and not _is_linked(line, at):
                    continue  # the names are links, and this is none of them
                text += BAR
            elif text:
                text += " "
            text += part
            before, linked = part, _is_linked(line, at)
    return text[text.find(first) :] if first else text


def _begins_anew(part: str, language: str | None) -> bool:
    """Tell whether a piece begins with a word that does not go on with the name before it."""
    return part[0].isalnum() and not _byline.joins(part.split(" ", 1)[0], language)


def _is_name(part: str, language: str | None) -> bool:
    """Tell whether a piece holds the whole name of a person, and no more than what introduces it."""
    if len(part) > _LONGEST:
        return False
    name = (_byline.introduced(part, language) or part).strip(" ,")
    if _byline.is_plain(name):
        return True
    if " " not in name or name.islower() or _byline.joins(name.rsplit(" ", 1)[1], language):
        return False
    if _byline.introduced(f"{name} x", language) == "x":
        return False  # "Written by"
    names = _byline.read(name, language)
    return len(names) == 1 and isinstance(names[0], Person) and names[0].name == name


def _is_linked(line: Line, at: int) -> bool:
    return any(start <= at < end for start, end, _ in line.anchors)
