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

from newsmodel._names._lexicon import FLAGS, word_set
from newsmodel._names._memo import Memo
from newsmodel._names._tokens import ENDS, OPENS, Lines

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

    def __init__(self, lines: Lines) -> None:
        self.facts: dict[str, int] = {}
        """Facts of each word that it writes with a capital, by the word in small letters."""
        self._before, self._after = _before(), _after()
        facts = self.facts
        others: set[str] = set()
        initials: set[str] = set()
        for line in lines:
            words = line.seen
            if words is not line.words:
                others.update(words)
            if line.kind in ("c", "t"):
                continue
            for first, last in line.stretches:
                if last - first == 1:
                    low = words[first].lower()
                    facts[low] = facts.get(low, 0) | self._told(words, first, last)
                    continue
                for core in line.cores(first, last):
                    self._look(words, *core)
                initials.add("".join([w[0] for w in words[first:last] if w[0].isupper()]))
        written = lines.words if not others else others.union(*[x.words for x in lines if x.seen is x.words])
        for word in facts.keys() & written:
            facts[word] |= _SMALL
        for word in facts.keys() & {i.lower() for i in initials if len(i) > 1}:
            facts[word] |= _INITIALS

    def _look(self, words: list[str], first: int, last: int) -> None:
        """Note what one run of capitalised tokens tells about its words."""
        facts, shared = self.facts, self._told(words, first, last)
        low = words[first].lower()
        if last - first == 1:
            facts[low] = facts.get(low, 0) | shared
            return
        facts[low] = facts.get(low, 0) | _FIRST | shared & _OF_FIRST
        if last - first > 2:
            middle = shared & _OF_MIDDLE
            for word in words[first + 1 : last - 1]:
                low = word.lower()
                facts[low] = facts.get(low, 0) | middle
        full = _FULL if "g" in FLAGS[words[first]] or words[first].endswith(".") else 0
        low = words[last - 1].lower()
        facts[low] = facts.get(low, 0) | _LAST | full | shared & _OF_LAST

    def _told(self, words: list[str], first: int, last: int) -> int:
        """Return the facts that the words around and at the end of a name tell."""
        before, after = words[first - 1], words[last]
        told = _BODIES[FLAGS[words[last - 1]]] | _TITLES[FLAGS[before]]
        told |= self._before.get(before, _INNER) | self._after.get(after, 0)
        return told | _NUMBER if after == "," and words[last + 1].isdigit() else told


@cache
def _before() -> dict[str, int]:
    """Return the facts that some words tell about the name behind them; all others tell that it begins no sentence."""
    told: dict[str, int] = {}
    for fact, words in ((_SPOKEN, word_set("speaks")), (_PLACED, word_set("placed")), (_THE, ("the", "The"))):
        told |= {word: told.get(word, _INNER) | fact for word in words}
    return told | dict.fromkeys((*ENDS, *OPENS), 0)


@cache
def _after() -> dict[str, int]:
    """Return the facts that some words tell about the name before them."""
    return dict.fromkeys(("'s", "’s"), _OWNS) | dict.fromkeys(word_set("speaks"), _SPOKEN)


_TITLES = Memo[str, int](lambda mine: _TITLED if "t" in mine or "r" in mine else 0)
"""The facts that the word before a name tells by its flags; and those that its last word tells about all of it."""
_BODIES = Memo[str, int](
    lambda mine: (_OF_BODIES if "h" in mine or "l" in mine else 0) | (_OTHER if "x" in mine else 0)
)
