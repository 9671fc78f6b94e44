"""Which stretches the model is asked of, and what stands in them and around them, as `Features` looks at it."""

from __future__ import annotations

from newsmodel._names import _lexicon
from newsmodel._names._evidence import Evidence, bits
from newsmodel._names._lexicon import flags
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
    return last - first == 1 and line.words[first - 1] in STARTS and flags(line.norms[first]) == "c"


def is_unused(line: Line, first: int, last: int, evidence: Evidence) -> bool:
    """Tell whether a stretch is "I", or a common word that begins a sentence and that the document uses for no name.

    The model learns from these, and says of all of them that they are no names: it need not be asked.
    """
    if last - first > 1:
        return False
    word = line.norms[first]
    if line.words[first - 1] not in ENDS or "c" not in flags(word):
        return word == "I"
    return evidence.facts.get(word.lower(), 0) & _AS_NAME == _SMALL and not word.isupper()


class Near:
    """The tokens of some stretches, the words around each, and the parts that they make: cores, and what is between."""

    def __init__(self, stretches: list[Stretch]) -> None:
        self.far_before: list[str] = []
        self.before: list[str] = []
        self.words: list[str] = []
        self.after: list[str] = []
        self.far_after: list[str] = []
        self.places: list[str] = []
        """Where each token stands in its part (first, middle, last or single), and of how many tokens that is."""
        self.cores: list[str] = []
        """The kind of the line, whether "&" stands in the stretch, and what lists know of the part."""
        self.parts: list[tuple[int, int]] = []
        """Where parts begin and end in these lists."""
        for line, first, last in stretches:
            words = line.norms
            if last - first == 1:
                self._take_one(words, first, line.kind)
                continue
            at = len(self.words) - first
            joined = "&" if "&" in words[first:last] else ""
            for a, b, listed in _parts(line, first, last):
                self.parts.append((at + a, at + b))
                self.places += _PLACES[b - a] if b - a < 4 else ("f4", *["m4"] * (b - a - 2), "l4")
                self.cores += [f"{line.kind} {joined} {listed}"] * (b - a)
            self.far_before += words[first - 2 : last - 2]
            self.before += words[first - 1 : last - 1]
            self.words += words[first:last]
            self.after += words[first + 1 : last + 1]
            self.far_after += words[first + 2 : last + 2]

    def _take_one(self, words: list[str], i: int, kind: str) -> None:
        """Take a stretch of one token: most are, and for these it is quicker."""
        self.parts.append((len(self.words), len(self.words) + 1))
        self.places.append("s1")
        self.cores.append(f"{kind}  {_listed(words[i])}")
        self.far_before.append(words[i - 2])
        self.before.append(words[i - 1])
        self.words.append(words[i])
        self.after.append(words[i + 1])
        self.far_after.append(words[i + 2])


def _parts(line: Line, first: int, last: int) -> list[tuple[int, int, str]]:
    """Return the cores of a stretch, with what lists know of them, and what is between them token by token."""
    words = line.norms
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
