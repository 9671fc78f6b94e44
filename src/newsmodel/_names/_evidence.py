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
from newsmodel._names._memo import Memo
from newsmodel._names._tokens import ENDS, OPENS, Line

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
            words = line.seen
            written.update(words)
            if line.kind in ("c", "t"):
                continue
            for first, last in line.stretches:
                if last - first == 1:
                    low = words[first].lower()
                    facts[low] = facts.get(low, 0) | _context(words, first, last)
                    continue
                for core in line.cores(first, last):
                    self._look(words, *core)
                initials.add("".join([w[0] for w in words[first:last] if w[0].isupper()]))
        for word in facts.keys() & written:
            facts[word] |= _SMALL
        for word in facts.keys() & {i.lower() for i in initials if len(i) > 1}:
            facts[word] |= _INITIALS

    def _look(self, words: list[str], first: int, last: int) -> None:
        """Note what one run of capitalised tokens tells about its words."""
        facts, shared = self.facts, _context(words, first, last)
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
        full = _FULL if "g" in flags(words[first]) or words[first].endswith(".") else 0
        low = words[last - 1].lower()
        facts[low] = facts.get(low, 0) | _LAST | full | shared & _OF_LAST


def _context(words: list[str], first: int, last: int) -> int:
    """Return the facts that the words around and at the end of a name tell."""
    after = words[last]
    told = _BEFORE[words[first - 1]] | _END[words[last - 1]] | _AFTER[after]
    return told | _NUMBER if after == "," and words[last + 1].isdigit() else told


def _of_before(word: str) -> int:
    """Return the facts that a word tells about the name after it."""
    known = flags(word)
    told = _TITLED if "t" in known or "r" in known else 0
    if word in ENDS or word in OPENS:
        return told
    if word in ("the", "The"):
        told |= _THE
    if word in word_set("speaks"):
        told |= _SPOKEN
    return told | _INNER | (_PLACED if word in word_set("placed") else 0)


def _of_end(word: str) -> int:
    """Return the facts that the last word of a name tells about all of it."""
    known = flags(word)
    return (_OF_BODIES if "h" in known or "l" in known else 0) | (_OTHER if "x" in known else 0)


def _of_after(word: str) -> int:
    """Return the facts that a word tells about the name before it."""
    return _SPOKEN if word in word_set("speaks") else _OWNS if word in ("'s", "’s") else 0


_BEFORE, _END, _AFTER = Memo(_of_before), Memo(_of_end), Memo(_of_after)
