"""Phrases before the name of a source: "according to", "in the words of"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

__all__ = ["Phrase", "Sources"]

Phrase: TypeAlias = tuple[str, ...]


class Sources:
    """The phrases of a language, longest first, found by their rarest word."""

    def __init__(self, phrases: Iterable[Phrase] = ()) -> None:
        self.phrases = tuple(phrases)
        self.firsts: dict[str, list[Phrase]] = {}
        """First word -> the phrases that begin with it."""
        for phrase in self.phrases:
            self.firsts.setdefault(phrase[0], []).append(phrase)
        # The longest word of a phrase is the rarest: "words" rather than "in".
        self.keys: dict[str, list[tuple[int, int]]] = {}
        for rank, phrase in enumerate(self.phrases):
            word = max(phrase, key=len)
            self.keys.setdefault(word, []).append((rank, phrase.index(word)))
        self._rare = frozenset(self.keys)

    def at(self, words: Sequence[str], i: int) -> list[int]:
        """Return how many words each phrase has that begins at word i."""
        fitting = self.firsts.get(words[i])
        if fitting is None:
            return []
        return [len(phrase) for phrase in fitting if tuple(words[i : i + len(phrase)]) == phrase]

    def among(self, words: Sequence[str]) -> list[tuple[int, int, int]]:
        """Return the phrases in a text: the rank of each, its first word, the word behind its last."""
        if self._rare.isdisjoint(words):
            return []
        found = []
        for k, word in enumerate(words):
            for rank, offset in self.keys.get(word, ()):
                phrase, i = self.phrases[rank], k - offset
                if i >= 0 and tuple(words[i : i + len(phrase)]) == phrase:
                    found.append((rank, i, i + len(phrase)))
        return found
