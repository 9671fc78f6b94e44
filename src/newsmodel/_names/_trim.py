"""Cut from a name what does not belong to it: article, title, possessive ending, white space."""

from __future__ import annotations

import re

from newsmodel._names._found import Found
from newsmodel._names._lexicon import flags, word_set

__all__ = ["trim"]

_THE = re.compile(r"(?:the|The|THE)\s+")
# An ending that belongs to no name; a look at the last characters tells of most names that there is none.
_ENDING = re.compile(r"(?:['’ʼ][sS]?|[,;:\s\"“”]+)$")
_ENDS = frozenset("'’ʼ,;:\"“”sS")
_APOSTROPHES = frozenset("'’ʼ")
_MARKS = " \t\"“”‘’'("
_SUFFIX = re.compile(r"(?:Jr|Sr|Inc|Corp|Ltd|Co|Bros)$")
# A given name and an initial in place of the family name ("Ann L."), but not "Malcolm X".
_INITIAL = re.compile(r"[^\W\d_]+ [A-WY]")


def trim(text: str, start: int, end: int, kind: str) -> Found | None:
    """Return a name without what does not belong to it; None when nothing is left."""
    name = text[start:end]
    if not (name[0].isalnum() and name[-1].isalnum()):  # most begin and end with a letter
        end -= len(name) - len(name.rstrip())
        start += len(name) - len(name.lstrip(_MARKS))
    if start < end and text[start] in "tT" and (m := _THE.match(text, start, end)):
        start = m.end()
    if start < end and (last := text[end - 1]) in _ENDS and (last not in "sS" or text[end - 2] in _APOSTROPHES):
        m = _ENDING.search(text[start:end])
        end = start + len(text[start : start + m.start()].rstrip()) if m else end
    if kind == "PER" and " " in name:
        start = _after_title(text, start, end)
    if text[end : end + 1] == "." and (
        _SUFFIX.search(text[start:end]) or (kind == "PER" and _INITIAL.fullmatch(text, start, end))
    ):
        end += 1
    if end - start == 1 and not text[start].isalnum():
        return None
    return Found(start, end, kind, text[start:end]) if start < end else None


def _after_title(text: str, start: int, end: int) -> int:
    """Return where the name of a person begins after a title, and after a people or party: "Democrat Ann Lee"."""
    titles, rest = word_set("firm titles"), ""
    while len(words := text[start:end].split(None, 1)) > 1:
        rest = words[1]
        if words[0] not in titles:
            break
        start = end - len(rest)
    several = len(words) > 1 and " " in rest
    return end - len(rest) if several and "n" in (own := flags(words[0])) and "g" not in own else start
