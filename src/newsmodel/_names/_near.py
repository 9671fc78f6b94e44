"""Which stretches the model is asked of, and what stands in them and around them, as `Features` looks at it."""

from __future__ import annotations

from newsmodel._names import _lexicon
from newsmodel._names._evidence import Evidence, bits
from newsmodel._names._lexicon import flags
from newsmodel._names._memo import Memo
from newsmodel._names._tokens import ENDS, OPENS, Line

__all__ = ["STARTS", "Near", "Stretch", "is_plain", "is_unused"]

_SMALL = bits("a")
_AS_NAME = bits("ac")
STARTS: dict[str, str] = {**dict.fromkeys(OPENS, "1"), **dict.fromkeys(ENDS, "2")}
"""Tokens after which a sentence may begin (1) or begins (2)."""
Stretch = tuple[Line, int, int]
"""A line, and from which token to which."""
_PLACES = ((), ("s1",), ("f2", "l2"), ("f3", "m3", "l3"))


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


class Near:
    """The tokens of some stretches, the words around each, and the parts that they make: cores, and what is between."""

    def __init__(self, stretches: list[Stretch]) -> None:
        self.places: list[str] = []
        """Where each token stands in its part (first, middle, last or single), and of how many tokens that is."""
        self.cores: list[str] = []
        """The kind of the line, "&" where that stands in the stretch, and what lists know of the part."""
        self.parts: list[tuple[int, int]] = []
        """Where parts begin and end in these lists."""
        seen: list[str] = []  # of all lines that are asked of
        at: list[int] = []  # which of them are asked of
        base, here = 0, None
        for line, first, last in stretches:
            if line is not here:
                here, base = line, len(seen)
                seen += line.seen
            if last - first == 1:  # as most; for these it is quicker
                self.parts.append((len(at), len(at) + 1))
                at.append(base + first)
                self.places.append("s1")
                self.cores.append(line.kind + _LISTED[flags(line.seen[first])])
            else:
                self._take(line, first, last, len(at) - first)
                at += range(base + first, base + last)
        self.far_before = [seen[i - 2] for i in at]
        self.before = [seen[i - 1] for i in at]
        self.words = [seen[i] for i in at]
        self.after = [seen[i + 1] for i in at]
        self.far_after = [seen[i + 2] for i in at]

    def _take(self, line: Line, first: int, last: int, at: int) -> None:
        """Take the parts of a stretch of several tokens."""
        core = line.kind + "&" if "&" in line.seen[first:last] else line.kind
        for a, b, listed in _parts(line, first, last):
            self.parts.append((at + a, at + b))
            self.places += _PLACES[b - a] if b - a < 4 else ("f4", *["m4"] * (b - a - 2), "l4")
            self.cores += [core + listed] * (b - a)


def _parts(line: Line, first: int, last: int) -> list[tuple[int, int, str]]:
    """Return the cores of a stretch, with what lists know of them, and what is between them token by token."""
    words = line.seen
    spans = line.cores(first, last)
    whole = _listed(" ".join(words[first:last])).upper() if len(spans) > 1 else ""
    found = []
    at = first
    for a, b in spans:
        found += [(i, i + 1, "") for i in range(at, a)]
        found.append((a, b, _listed(" ".join(words[a:b])) + whole))
        at = b
    return found + [(i, i + 1, "") for i in range(at, last)]


def _listed(name: str) -> str:
    """Return the letters of the lists that know a name as it is written."""
    lexicon = _lexicon.load()
    return ("o" if name in lexicon.organizations else "") + ("p" if name in lexicon.places else "")


# The same of a word with a capital, by its flags: what begins with a hyphen was found for the parts of a word.
_LISTED = Memo[str, str](lambda mine: "" if mine[:1] == "-" else "".join([x for x in "op" if x in mine]))
