"""Words of other languages as the model, which learned from English, knows them: "und" as "and".

A file of ``data/glosses`` for each language: on each line an English word, and the words that are read as it. One that
begins with a hyphen is an ending of longer words. A gloss has a capital where its word has one; one behind "=" stays as
it is written there, for words that have a capital wherever they stand. Behind "adjectives" stand the endings of
adjectives, behind "bodies" the names, with bars between, of those that papers name without saying what they are.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from pkgutil import get_data

from newsmodel._names._lexicon import flags, word_set
from newsmodel._names._memo import Memo
from newsmodel._names._tokens import ENDS, OPENS, Line, Lines

__all__ = ["LANGUAGES", "Glosses", "glosses"]

LANGUAGES = frozenset(("da", "de", "es", "fr", "hr", "it", "nb", "nl", "pt", "sv"))
"""Those that there is a file for."""
_CAPITAL_NOUNS = frozenset(("de",))
_COMPOUNDS = frozenset(("da", "nb", "nl", "sv"))
_SAME = {"nn": "nb", "no": "nb", "bs": "hr", "sr": "hr"}
# An article or preposition without its vowel, and the word it stands before: "l'Italia", "L'Università", "d'Orval".
_ELIDED = re.compile(r"(?<![\w'])([ldsnLD]|[Dd]ell|[Aa]ll|[Nn]ell|[Ss]ull|[Dd]all|[Qq]u|[Uu]n)'(\w+)")
_COURTESY = frozenset(("mr", "mrs", "dr", "dr."))
_SMALL_WORDS = frozenset(("of", "the"))
_LISTED = frozenset("fgopq")
"""The flags of words in lists of names."""

_WORD = re.compile(r"[^\W\d_]+")


class Glosses:
    """The glosses of a language."""

    def __init__(self, code: str) -> None:
        text = (get_data("newsmodel._names", f"data/glosses/{code}.txt") or b"").decode()
        self._words: dict[str, str] = {}
        self._endings: dict[str, str] = {}
        self._adjectives: tuple[str, ...] = ()
        bodies: list[str] = []
        for line in text.split("\n"):
            english, _, words = line.partition(":")
            if english == "bodies":
                bodies += words.split("|")
            elif english == "adjectives":
                self._adjectives = tuple(ending.lstrip("-") for ending in words.split())
            elif not line.startswith("#"):
                for word in words.split():
                    (self._endings if word[0] == "-" else self._words)[word.lstrip("-")] = english
        self.nouns = code in _CAPITAL_NOUNS
        """True when all nouns have a capital."""
        self.compounds = code in _COMPOUNDS
        """True when nouns are put together, and have no capital but in names."""
        self._lengths = sorted({len(ending) for ending in self._endings}, reverse=True)
        self._read = Memo(self._of)
        self._bodies: dict[str, list[list[str]]] = {}
        for name in [self.parted(name).split() for name in bodies]:
            self._bodies.setdefault(name[0], []).append(name)

    def parted(self, text: str) -> str:
        """Return a text with a blank in the place of the apostrophe of an article that stands before another word."""
        return _ELIDED.sub(self._part, text) if "'" in text else text

    def _part(self, m: re.Match[str]) -> str:
        article, word = m.groups()
        parts = (word[0].isupper() and article[0].islower()) or self._read[word] != word  # D'Angelo is whole
        return f"{article} {word}" if parts else m[0]

    def see(self, lines: Lines) -> set[str]:
        """Let the model see the glosses of lines; return the words with a gloss that the text uses as names.

        "Max Richter", "Frau Koch", "Marine Orval": these are seen as they stand.
        """
        glossed = [self._glossed(line.norms) for line in lines]
        names = {
            word
            for line, seen in zip(lines, glossed, strict=True)
            for i in line.capitals
            if seen[i] != (word := line.norms[i]) and self._is_name(line.norms, seen, i)
        }
        for line, seen in zip(lines, glossed, strict=True):
            line.see(_as_names(line.norms, seen, names))
        return names

    def read(self, words: list[str]) -> list[str]:
        """Return words as they would stand in an English text, but for the particles within names."""
        return _as_names(words, self._glossed(words), ())

    def _glossed(self, words: list[str]) -> list[str]:
        return list(map(self._read.__getitem__, words))

    def _is_name(self, words: list[str], seen: list[str], i: int) -> bool:
        """Tell whether a word stands behind a given name, is one before another name, or is a trade behind a title."""
        if "g" in flags(words[i]) and _is_strange(words, seen, i + 1) and words[i - 1][0].isalpha():
            return True
        k = i - 1
        while words[k] in word_set("foreign particles"):
            k -= 1
        if _is_strange(words, seen, k):
            return "g" in flags(words[k])
        title = seen[i - 1]
        return title.lower() in _COURTESY or ("t" in flags(title) and "r" in flags(seen[i]))

    def is_adjective(self, word: str) -> bool:
        """Tell whether a word ends as adjectives do that follow what a body is: "Parti populaire"."""
        return bool(self._adjectives) and word.endswith(self._adjectives) and self._read[word] == word

    def is_compound(self, word: str) -> bool:
        """Tell whether a word is one with others, and has its gloss from its end: "Senterpartiet"."""
        return not self.nouns and self._read[word] != word and word.lower() not in self._words

    def is_body(self, name: str) -> bool:
        """Tell whether a name is that of a body that papers name without saying what it is."""
        words = name.split(" ")
        return words in self._bodies.get(words[0], ())

    def body(self, line: Line, i: int) -> int:
        """Return behind which token a body ends that is known by name in the language, and begins with this one.

        0 when there is none. A single word does not count where a sentence begins, unless it has more capitals.
        """
        if line.words[i] not in self._bodies:
            return 0
        last, opens = 0, line.words[i - 1] in ENDS or line.words[i - 1] in OPENS
        for name in self._bodies[line.words[i]]:
            if line.words[i : i + len(name)] == name and not (opens and len(name) == 1 and name[0][1:].islower()):
                last = max(last, i + len(name))
        return last

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
        if (self.nouns and low == word) or not _LISTED.isdisjoint(flags(word)):
            return None  # Albrecht, Marburg
        for length in self._lengths:
            if length < len(low) and (gloss := self._endings.get(low[-length:])):
                return gloss
        return None


def _is_strange(words: list[str], seen: list[str], i: int) -> bool:
    """Tell whether a word has a capital and no gloss."""
    return words[i][0].isupper() and seen[i] == words[i]


def _as_names(words: list[str], seen: list[str], names: Collection[str]) -> list[str]:
    """Return what is seen of words, but as they stand for names and the particles before and within them."""
    if names:
        seen = [word if word in names else gloss for word, gloss in zip(words, seen, strict=True)]
    particles = word_set("foreign particles")
    for i, word in enumerate(words):
        if seen[i] == word and word[0].isupper():
            k = i
            while seen[k - 1] in _SMALL_WORDS or words[k - 1].lower() in particles:
                k -= 1
            if k < i and _may_follow(words, seen, k):
                seen[k:i] = words[k:i]
    return seen


def _may_follow(words: list[str], seen: list[str], i: int) -> bool:
    """Tell whether a particle belongs to the name after it: "Ana de Vila", "said De Vila", but not "son de Vila"."""
    before = words[i - 1]
    return (before[0].isupper() and seen[i - 1] == before) or (words[i][0].isupper() and before[0].islower())


def glosses(language: str) -> Glosses | None:
    """Return the glosses of a language, given its tag; None where there are none."""
    code = language.lower().partition("-")[0]
    code = _SAME.get(code, code)
    return _load(code) if code in LANGUAGES else None


@cache
def _load(code: str) -> Glosses:
    return Glosses(code)
