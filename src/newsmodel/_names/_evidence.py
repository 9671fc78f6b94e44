"""What the whole document tells about a word that it writes with a capital.

A fact is a letter; several are kept as one number, so that they are quickly joined:

a  the word is also written in small letters
b  it is the last word of a name that begins with a given name or an initial; c  the last, d  the first of any name
e  the name ends with a word of bodies; o  with one of places and other things
f  a title stands before the name; g  a word such as "in"; m  an article
h  the name does not begin a sentence
i  a verb of speech stands beside the name
j  the letters of the word are the initials of a name
k  a possessive ending follows; n  a number after a comma
"""

from __future__ import annotations

from functools import cache

from newsmodel._names._lexicon import flags, word_set
from newsmodel._names._tokens import ENDS, OPENS, Line, cores

__all__ = ["Evidence", "bits", "letters"]

_FACTS = "abcdefghijklmno"


def bits(facts: str) -> int:
    """Return the letters of facts as one number."""
    return sum([1 << _FACTS.index(letter) for letter in facts])


@cache
def letters(facts: int) -> str:
    """Return the facts that a number stands for, in order."""
    return "".join([letter for k, letter in enumerate(_FACTS) if facts >> k & 1])


_SMALL, _FULL, _LAST, _FIRST, _OF_BODIES, _TITLED, _PLACED, _INNER, _SPOKEN, _INITIALS, _OWNS, _THE, _NUMBER, _OTHER = [
    bits(letter) for letter in "abcdefghijkmno"
]
# What is told of a whole name holds of its first word, its last one and the others in so far as they are concerned.
_OF_FIRST, _OF_LAST, _OF_MIDDLE = map(bits, ("eho", "hi", "eo"))


class Evidence:
    """What a document tells about its words."""

    def __init__(self, lines: list[Line]) -> None:
        self.facts: dict[str, int] = {}
        """Facts of each word that it writes with a capital, by the word in small letters."""
        facts = self.facts
        written: set[str] = set()
        initials: set[str] = set()
        for line in lines:
            words = line.words
            written.update(words)
            if line.kind in ("c", "t"):
                continue
            for first, last in line.stretches:
                if last - first == 1:
                    low = words[first].lower()
                    facts[low] = facts.get(low, 0) | _context(words, first, last)
                    continue
                for core in cores(words, first, last):
                    self._look(words, *core)
                initials.add("".join([w[0] for w in words[first:last] if w[0].isupper()]))
        for word in facts.keys() & written:
            facts[word] |= _SMALL
        for word in facts.keys() & {i.lower() for i in initials if len(i) > 1}:
            facts[word] |= _INITIALS

    def _look(self, words: list[str], first: int, last: int) -> None:
        """Note what one run of capitalised tokens tells about its words."""
        facts, shared = self.facts, _context(words, first, last)
        lows = [word.lower() for word in words[first:last]]
        if len(lows) == 1:
            facts[lows[0]] = facts.get(lows[0], 0) | shared
            return
        facts[lows[0]] = facts.get(lows[0], 0) | _FIRST | shared & _OF_FIRST
        for low in lows[1:-1]:
            facts[low] = facts.get(low, 0) | shared & _OF_MIDDLE
        full = _FULL if "g" in flags(words[first]) or words[first].endswith(".") else 0
        facts[lows[-1]] = facts.get(lows[-1], 0) | _LAST | full | shared & _OF_LAST


def _context(words: list[str], first: int, last: int) -> int:
    """Return the facts that the words around and at the end of a name tell."""
    before, end, after = words[first - 1], words[last - 1], words[last]
    told = _before().get(before, _INNER) | _of_flags_before(flags(before)) | _of_flags_end(flags(end))
    told |= _after().get(after, 0)
    return told | _NUMBER if after == "," and words[last + 1].isdigit() else told


@cache
def _before() -> dict[str, int]:
    """Return the facts that words tell about the name after them; any other word tells that it begins no sentence."""
    told = dict.fromkeys(("the", "The"), _THE) | dict.fromkeys(word_set("speaks"), _SPOKEN)
    told |= {word: told.get(word, 0) | _PLACED for word in word_set("placed")}
    return {word: facts | _INNER for word, facts in told.items()} | dict.fromkeys((*ENDS, *OPENS), 0)


@cache
def _after() -> dict[str, int]:
    """Return the facts that words tell about the name before them."""
    return dict.fromkeys(word_set("speaks"), _SPOKEN) | dict.fromkeys(("'s", "’s"), _OWNS)


@cache
def _of_flags_before(known: str) -> int:
    """Return the facts that the lists of a word tell about the name after it."""
    return _TITLED if "t" in known or "r" in known else 0


@cache
def _of_flags_end(known: str) -> int:
    """Return the facts that the lists of the last word of a name tell about all of it."""
    told = _OF_BODIES if "h" in known or "l" in known else 0
    return told | _OTHER if "x" in known else told
