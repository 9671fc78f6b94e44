"""Stage one: the lines of a text, whatever ends them, without characters that nobody sees."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsmodel._model import Notice

__all__ = ["Line", "split"]

# Controls (tab and line ends aside), byte order marks and lone surrogates: never part of what is read.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ud800-\udfff]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile("[ \t]*\t[ \t]*|  +")
_TAB = 4
_MOST = 3000
"""Lines that are read one by one; no article has more."""
_TOGETHER = 500
"""Lines beyond those that become one paragraph."""


class Line(NamedTuple):
    """A line that is not blank."""

    text: str
    """Without white space around it; runs of blanks within are one."""

    gap: int
    """How many blank lines stand before it."""

    indent: int
    """How far it is set in, in columns."""


class Lines(NamedTuple):
    """The lines of a text."""

    lines: list[Line]
    rest: list[str]
    """What follows when there are more lines than any article has: many lines in one, with line breaks."""
    notices: list[Notice]


def split(text: str) -> Lines:
    """Return the lines of a text, with notices on what had to be dropped or was not looked at closely."""
    text, notices = _seen(text)
    lines: list[Line] = []
    gap = 0
    every = text.splitlines()
    for i, raw in enumerate(every):
        stripped = raw.strip()
        if not stripped:
            gap += 1
            continue
        if len(lines) == _MOST:
            message = f"The text has more than {_MOST} lines; those beyond are kept as plain paragraphs."
            return Lines(lines, _rest(every, i), [*notices, Notice("too-many-lines", message)])
        if "  " in stripped or "\t" in stripped:
            stripped = _BLANKS.sub(" ", stripped)
        lines.append(Line(stripped, gap, _indent(raw) if raw[0].isspace() else 0))
        gap = 0
    return Lines(lines, [], notices)


def _rest(every: list[str], at: int) -> list[str]:
    groups = (filter(None, map(str.strip, every[i : i + _TOGETHER])) for i in range(at, len(every), _TOGETHER))
    return [group for group in map("\n".join, groups) if group]


def _seen(text: str) -> tuple[str, list[Notice]]:
    if text.isascii() and text.isprintable():
        return text, []
    text = text.removeprefix("\ufeff")
    seen, dropped = _UNSEEN.subn("", text)
    if not dropped:
        return text, []
    notices = []
    if broken := len(_SURROGATE.findall(text)):
        message = f"{broken} lone surrogates, which are no characters, were dropped from the text."
        notices.append(Notice("bad-characters", message))
    return seen, notices


def _indent(raw: str) -> int:
    blank = raw[: len(raw) - len(raw.lstrip())]
    return len(blank) + (_TAB - 1) * blank.count("\t")
