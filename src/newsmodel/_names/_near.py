"""Which stretches the model is asked of, and the parts that small words leave of them."""

from __future__ import annotations

from collections.abc import Iterator

from newsmodel._names import _lexicon
from newsmodel._names._evidence import Evidence, bits
from newsmodel._names._lexicon import flags
from newsmodel._names._memo import Memo
from newsmodel._names._tokens import ENDS, OPENS, Line

__all__ = ["STARTS", "Part", "Stretch", "is_plain", "is_unused", "parts"]

_SMALL = bits("a")
_AS_NAME = bits("ac")
STARTS: dict[str, str] = {**dict.fromkeys(OPENS, "1"), **dict.fromkeys(ENDS, "2")}
"""Tokens after which a sentence may begin (1) or begins (2)."""
Stretch = tuple[Line, int, int]
"""A line, and from which token to which."""
Part = tuple[list[str], int, int, str]
"""The tokens of a line; from which to which the part goes; and the kind of the line, "&" where that stands in the
stretch, and what lists know of the part."""


def is_plain(line: Line, first: int, last: int) -> bool:
    """Tell whether a stretch is only a common word with which a sentence may begin; no model is needed for these."""
    return last - first == 1 and line.words[first - 1] in STARTS and flags(line.seen[first]) == "c"


def is_unused(line: Line, first: int, last: int, evidence: Evidence) -> bool:
    """Tell whether a stretch is "I", or a common word that begins a sentence and that the document uses for no name.

    The model learns from these, and says of all of them that they are no names: it need not be asked.
    """
    if last - first > 1:
        return False
    word = line.seen[first]
    if line.words[first - 1] not in ENDS or "c" not in flags(word):
        return word == "I"
    return evidence.facts.get(word.lower(), 0) & _AS_NAME == _SMALL and not word.isupper()


def parts(stretches: list[Stretch]) -> Iterator[Part]:
    """Yield the parts of stretches: their cores, and what is between these token by token."""
    for line, first, last in stretches:
        words = line.seen
        if last - first == 1:  # as most; for these it is quicker
            yield words, first, last, line.kind + _LISTED[flags(words[first])]
            continue
        core = line.kind + "&" if "&" in words[first:last] else line.kind
        spans = line.cores(first, last)
        whole = _listed(" ".join(words[first:last])).upper() if len(spans) > 1 else ""
        at = first
        for a, b in spans:
            for i in range(at, a):
                yield words, i, i + 1, core
            yield words, a, b, core + _listed(" ".join(words[a:b])) + whole
            at = b
        for i in range(at, last):
            yield words, i, i + 1, core


def _listed(name: str) -> str:
    """Return the letters of the lists that know a name as it is written."""
    lexicon = _lexicon.load()
    return ("o" if name in lexicon.organizations else "") + ("p" if name in lexicon.places else "")


# The same of a word with a capital, by its flags: what begins with a hyphen was found for the parts of a word.
_LISTED = Memo[str, str](lambda mine: "" if mine[:1] == "-" else "".join([x for x in "op" if x in mine]))
