"""Words of other languages as the model, which learned from English, knows them: "und" as "and".

A file of ``data/glosses`` for each language: on each line an English word, and the words that are read as it. One that
begins with a hyphen is an ending of longer words. A gloss has a capital where its word has one; one behind "=" stays as
it is written there, for words that have a capital wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache
from itertools import pairwise
from pkgutil import get_data

from newsmodel._names._found import Found
from newsmodel._names._lexicon import flags
from newsmodel._names._memo import Memo
from newsmodel._names._tokens import UPPER, Line

__all__ = ["LANGUAGES", "Glosses", "glosses"]

LANGUAGES = frozenset(("da", "de", "es", "fr", "hr", "it", "nl", "pt", "sv"))
"""Those that there is a file for."""
_CAPITAL_NOUNS = frozenset(("de",))
_SAME = {"bs": "hr", "sr": "hr"}
# An article or preposition without its vowel, before a name: each letter of it is small, so "D'Angelo" is left whole.
_ELIDED = re.compile(rf"(?<![\w'])([ldsn]|dell|all|nell|sull|dall|qu)'(?=[{UPPER}])")
_COURTESY = frozenset(("Mr", "Mrs", "Dr."))
# Flags: of words in lists of names, and of common words.
_LISTED, _SMALL = frozenset("fgopq"), frozenset("c")

_WORD = re.compile(r"[^\W\d_]+")


class Glosses:
    """The glosses of a language."""

    def __init__(self, code: str) -> None:
        text = (get_data("newsmodel._names", f"data/glosses/{code}.txt") or b"").decode()
        self._words: dict[str, str] = {}
        self._endings: dict[str, str] = {}
        for line in text.split("\n"):
            english, _, words = line.partition(":")
            if not line.startswith("#"):
                for word in words.split():
                    (self._endings if word[0] == "-" else self._words)[word.lstrip("-")] = english
        self._nouns = code in _CAPITAL_NOUNS
        self._lengths = sorted({len(ending) for ending in self._endings}, reverse=True)
        self._read = Memo(self._of)

    def parted(self, text: str) -> str:
        """Return a text with a blank in the place of the apostrophe of an article that stands before a name."""
        return _ELIDED.sub(r"\1 ", text) if "'" in text else text

    def names(self, lines: Iterable[Line]) -> set[str]:
        """Return the words with a gloss that the lines of a text use as family names: "Max Richter", "Frau Koch"."""
        return {
            word
            for line in lines
            for before, word in pairwise(line.norms)
            if word[0].isupper() and self._read[word] != word and self._is_name(before, word)
        }

    def _is_name(self, before: str, word: str) -> bool:
        """Tell whether a word that may be a family name stands behind a given name, or a trade behind a title."""
        gloss = self._read[before]
        if gloss == before:
            return before[0].isupper() and "g" in flags(before)
        return gloss in _COURTESY or ("t" in flags(gloss) and "r" in flags(self._read[word]))

    def read(self, words: list[str], names: Collection[str] = ()) -> list[str]:
        """Return words as they would stand in an English text, but for names and the particles within them."""
        seen = [word if word in names else self._read[word] for word in words]
        for i in range(2, len(words) - 2):
            if seen[i] == "of" and words[i - 1][0].isupper() and seen[i - 1] == words[i - 1]:
                seen[i] = words[i]
        return seen

    def bare(self, found: list[Found], names: Collection[str]) -> list[Found]:
        """Return names without the titles and other words with a gloss that open them; those that are nothing else go.

        A body may begin with a word that tells what it is. ``names`` are the words that are family names (see `names`);
        those that a person has behind a given name stay too: "von der Heide".
        """
        kept = {*names, *(tail for f in found if f.kind == "PER" for tail in _tails(f.text))}
        found = [new for f in found if (new := f if f.text in kept else self._bare(f))]
        return [f for f in found if " " in f.text or f.text in kept or _is_known(f.text)] if self._nouns else found

    def _bare(self, f: Found) -> Found | None:
        start = f.start
        for word in f.text.split(" "):
            gloss = self._read[word]
            if gloss == word or (f.kind == "ORG" and not set(flags(gloss)) <= _SMALL):
                return f if start == f.start else Found(start, f.end, f.kind, f.text[start - f.start :])
            start += len(word) + 1
        return None

    def english(self, text: str) -> str:
        """Return a few words with their glosses in their place."""
        return _WORD.sub(lambda m: self._read[m[0]], text)

    def of(self, word: str) -> str:
        """Return the gloss of a word; the word itself where there is none."""
        return self._read[word]

    def _of(self, word: str) -> str:
        low = word.lower()
        gloss = self._words.get(word) or self._words.get(low) or self._by_ending(word, low)
        if not gloss:
            return word
        return gloss[1:] if gloss[0] == "=" else gloss[0].upper() + gloss[1:] if word[0].isupper() else gloss

    def _by_ending(self, word: str, low: str) -> str | None:
        if not _LISTED.isdisjoint(flags(word)):
            return None  # Albrecht, Marburg
        for length in self._lengths:
            if length < len(low) and (gloss := self._endings.get(low[-length:])):
                return gloss
        return None


def _is_known(word: str) -> bool:
    """Tell whether a word is surely a name where all nouns have a capital: a list knows it, or it has several."""
    return not _LISTED.isdisjoint(flags(word)) or not word[1:].islower()


def _tails(name: str) -> list[str]:
    """Return the ends of a name of several words, each without a word more."""
    words = name.split(" ")
    return [" ".join(words[k:]) for k in range(1, len(words))]


def glosses(language: str) -> Glosses | None:
    """Return the glosses of a language, given its tag; None where there are none."""
    code = language.lower().partition("-")[0]
    code = _SAME.get(code, code)
    return _load(code) if code in LANGUAGES else None


@cache
def _load(code: str) -> Glosses:
    return Glosses(code)
