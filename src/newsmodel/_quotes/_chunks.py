"""What stands between two spaces, as tokens: nearly all of it is met again and again, and read but once."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from typing import Any, Final, TypeAlias

from newsmodel._quotes._lexicon import Language, language
from newsmodel._quotes._words import TELLING, WORD, words_of

__all__ = ["COLUMNS", "Chunks", "chunks_of"]

NOTHING: Final = ""
"""The kind of what is no token: of letters before the first one of a chunk, or of a chunk that has none."""

COLUMNS: Final = 6
"""How much a chunk holds of each of its tokens, one after the other: how far it is to the next token, or to the next
chunk; its length; and the facts of the word, see `Facts`."""

Chunk: TypeAlias = tuple[Any, ...]

# A word may hold hyphens, apostrophes, dots and ampersands between letters, but no full stop before the next sentence;
# an initial keeps its full stop, but X, where words are posted, does not. Each choice begins with the letters that it
# may begin with, and may be empty: that is how the matcher passes over it at once.
_LETTERS: Final = r"[^\W_]++"
_INSIDE: Final = r"(?:(?<!\.)|(?![A-ZÄÖÜ][a-zäöüß]))"
_TOKEN: Final = re.compile(
    rf"({_LETTERS}(?:[-'’.&‑,](?:(?<!,)|(?<=\d,)(?=\d)){_INSIDE}{_LETTERS}"
    rf"(?:[-'’.&‑]{_INSIDE}{_LETTERS}|,(?<=\d,)(?=\d){_LETTERS})*|)"
    r"(?:[:*_](?<=[a-zäöüß].)(?:in(?:nen)?|[ern])\b|)"  # "Sprecher:in", "ein*e": one word for all
    r"(?:\.(?<=\b[A-WYZ]\.)|)|\.(?:\.\.+|)|[,;:!?()\[\]—–―…\n&]|-(?:-+|(?<=\s-)(?=\s)))"
)
# An article, a preposition or a pronoun that lost its vowel: "l'", "qu'", Italian "dell'".
_ELISION: Final = re.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|(?:d|n|s|a|da|de|ne|su|co|que)?l?l|un|quest)['’]", re.IGNORECASE
)

_CLOSING: Final = frozenset(",.;:!?)")
_KEPT: Final = 20_000  # chunks that a long-lived process remembers of a language
_LONGEST: Final = 40  # letters of a chunk that is remembered


@cache
def chunks_of(code: str, *, headline: bool) -> Chunks:
    """Return what is known of the chunks of a language, in headlines or elsewhere; it grows as texts are read."""
    return Chunks(language(code), headline=headline)


class Chunks(dict[str, Chunk]):
    """The tokens of each chunk as written; those of a chunk not met before are found when it is asked for."""

    def __init__(self, language: Language, *, headline: bool) -> None:
        self.language = language
        self.classes = language.classes
        self.words = words_of(language.code, headline=headline)
        self.parts = language.elides or bool(language.enclitics)
        """True when what is written as one word may be two."""

    def __missing__(self, chunk: str) -> Chunk:
        if len(self) >= _KEPT:
            self.clear()
        length = len(chunk)
        if chunk.islower() and chunk.isalpha():  # the same as below, but for most it is told at once
            bits = self.classes.get(chunk, 0)
            tokens: Chunk = (length + 1, length, chunk, WORD, bits, bits & TELLING != 0)
        elif length > _LONGEST:
            return self._read(chunk)
        elif chunk.isalnum():
            tokens = (length + 1, length, *self.words.facts(chunk))
        elif chunk[:-1].isalnum() and chunk[-1] in _CLOSING and length > len("J."):
            word = self[chunk[:-1]]
            tokens = word[1:2] + word[1:] + self[chunk[-1]]  # no space between the two
        else:
            tokens = self._read(chunk)
        self[chunk] = tokens
        return tokens

    def _read(self, chunk: str) -> Chunk:
        """Return the tokens of any chunk, as it stands between two spaces."""
        whole = _TOKEN.match(chunk)
        if whole is not None and whole.end() == len(chunk) and not self.parts:
            return (len(chunk) + 1, len(chunk), *self.words.facts(chunk))
        parts = _TOKEN.split(f" {chunk} ")  # what is no token, and tokens, in turn
        words, starts = parts[1::2], [*accumulate(map(len, parts), initial=-1)][1:-1:2]
        if self.parts:
            words, starts = self._parted(words, starts)
        starts.append(len(chunk) + 1)
        tokens = [starts[0], 0, "", NOTHING, 0, False] if starts[0] else []
        for i, word in enumerate(words):
            tokens += (starts[i + 1] - starts[i], len(word), *self.words.facts(word))
        return tuple(tokens)

    def _parted(self, written: list[str], places: list[int]) -> tuple[list[str], list[int]]:
        """Return words and starts with those parted that are two: "l'avocat", "dit-il"."""
        words: list[str] = []
        starts: list[int] = []
        for word, start in zip(written, places, strict=True):
            if len(word) > 1 and ("'" in word or "’" in word or "-" in word):
                self._part(word, start, words, starts)
            else:
                words.append(word)
                starts.append(start)
        return words, starts

    def _part(self, word: str, start: int, words: list[str], starts: list[int]) -> None:
        m = _ELISION.match(word) if self.language.elides else None
        if m:
            words.append(word[: m.end() - 1])
            starts.append(start)
            word, start = word[m.end() :], start + m.end()
        for tail in self.language.enclitics:
            if word.endswith(tail) and len(word) > len(tail):
                pronoun = tail.rpartition("-")[2]
                words += (word[: -len(tail)], pronoun)
                starts += (start, start + len(word) - len(pronoun))
                return
        words.append(word)
        starts.append(start)
