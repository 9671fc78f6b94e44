"""What is known of a word by itself: its letters in lower case, its kind, its classes."""

from __future__ import annotations

from functools import cache
from typing import Final, TypeAlias

from newsmodel._quotes import _flags as f
from newsmodel._quotes._lexicon import Language, language

__all__ = ["ENDERS", "MARK", "NAME", "QUOTE", "TELLING", "WORD", "Facts", "Words", "words_of"]

WORD: Final = "w"
NAME: Final = "N"
"""A word with a capital that is none of the language's small words."""
QUOTE: Final = "Q"
MARK: Final = "."
"""A punctuation mark."""

Facts: TypeAlias = tuple[str, str, int, bool]
"""A token in lower case, its kind, its classes, and whether it may end a sentence or tell of speech."""

ENDERS: Final = frozenset((".", "!", "?", "\n", "…", "..."))
"""Marks that may end a sentence."""

TELLING: Final = f.ENDS | f.SAY | f.THINK | f.SEPARABLE
"""Classes of words that may end a sentence or tell of speech."""

_GENDER_MARKS: Final = str.maketrans("", "", ":*_")
_VERBS: Final = f.CUE | f.VERB | f.MOOD
_FUNCTION: Final = f.ADV | f.AUX | f.CONJ | f.DET | f.PREP | f.PRON | f.REL | f.SUB


@cache
def words_of(code: str, *, headline: bool) -> Words:
    """Return what is known of the words of a language, in headlines or elsewhere."""
    return Words(language(code), headline=headline)


class Words:
    """What a language tells of words as they are written."""

    def __init__(self, language: Language, *, headline: bool) -> None:
        self.classes = language.classes
        self.language = language
        self.small = _FUNCTION | _VERBS if headline else _FUNCTION
        """Classes of words that are no names, though they begin with a capital."""

    def facts(self, word: str) -> Facts:
        """Return what is known of a word."""
        low = word if word.islower() else word.lower()  # one string in the place of two that are equal
        bits = self.classes.get(low)
        if bits is None:
            bits = 0 if low.isalpha() else self._unlisted(low)
            if not bits and self.language.compounds and word[0].isupper():
                bits = self._noun(low)
        begins, kind = word[0], WORD
        if begins.isupper():
            if not bits & self.small:
                kind, bits = NAME, bits & ~_VERBS if self.language.capital_nouns else bits
        elif not (begins.isalnum() or begins == "&"):
            kind, bits = MARK, f.ENDS if low in ENDERS else 0
        return low, kind, bits, bits & TELLING != 0

    def _noun(self, low: str) -> int:
        """Return the classes of a noun that is not in the data: of what it is made with, or of its plain form."""
        for ending in ("", *self.language.noun_endings):
            if low.endswith(ending):
                plain = low.removesuffix(ending)
                bits = self.language.compound(plain) or (ending and self.classes.get(plain, 0) & f.NOUN)
                if bits:
                    return bits
        return 0

    def _unlisted(self, low: str) -> int:
        """Return the classes of a word that is not in the data: an owner's ("week's"), of "Sprecher:in", a year's."""
        if ":" in low or "*" in low or "_" in low:
            inclusive = low.translate(_GENDER_MARKS)
            return (self.classes.get(inclusive, 0) or self._noun(inclusive)) & ~(f.GENDER | f.SEPARABLE)
        if low.endswith(("'s", "’s")):
            return self.classes.get(low[:-2], 0) & ~(f.AUX | f.DET | f.SEPARABLE)
        return f.TIME if len(low) == 4 and low.isdigit() and low[:2] in ("19", "20") else 0
