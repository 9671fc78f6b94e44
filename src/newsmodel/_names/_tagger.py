"""A linear-chain conditional random field: adds up what each feature says and finds the best sequence of labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import repeat
from operator import add

from newsmodel._names import _weights
from newsmodel._names._evidence import Evidence
from newsmodel._names._features import (
    Key,
    after_features,
    before_features,
    expand,
    is_plain,
    is_unused,
    keys,
    word_features,
)
from newsmodel._names._tokens import Line
from newsmodel._names._weights import LABELS, Weights, apart

__all__ = ["Tagger", "careful", "load"]

KINDS = ("PER", "ORG", "LOC", "MISC")
_WIDTH = len(LABELS)
_BEGIN, _GO_ON = (0, *range(1, _WIDTH, 2)), range(2, _WIDTH, 2)
_NEVER = -1_000_000_000

_KEPT = 50_000
"""Keys and words that a long-lived process remembers, at most."""


class _Sums(dict[Key, int]):
    """What the features of a key add to each label, worked out when it is first asked for."""

    def __init__(self, features: dict[str, int]) -> None:
        self.features = features

    def __missing__(self, key: Key) -> int:
        if len(self) > _KEPT:
            self.clear()
        total = self[key] = self.total(expand(key))
        return total

    def total(self, features: Iterable[str]) -> int:
        """Return the sum of some features."""
        return sum(map(self.features.get, features, repeat(0)))


class _Words(dict[str, int]):
    """What a word adds to the labels of the token itself, of the one after it or of the one before it."""

    def __init__(self, features_of: Callable[[str], list[str]], sums: _Sums) -> None:
        self.features_of = features_of
        self.sums = sums

    def __missing__(self, word: str) -> int:
        if len(self) > _KEPT:
            self.clear()
        total = self[word] = self.sums.total(self.features_of(word))
        return total


class Tagger:
    """Weights, and the search for the best labels."""

    def __init__(self, weights: Weights) -> None:
        features, moves = self.weights = weights
        self.moves = moves
        """What going from one label (row; the last one is the start) to another (column) adds."""
        self._first = [_NEVER if k in _GO_ON else m for k, m in enumerate(moves[-1])]
        self._inside = [(k, moves[k - 1][k], moves[k][k]) for k in _GO_ON]
        # By how much a label must lead to come before any label that begins a name or is outside, whatever the others
        # gain by their moves.
        self._lead = [max(row[k] - best[k] for row in moves[:-1] for k in _BEGIN) for best in moves[:-1]]
        self._one = features.get
        self._sums = _Sums(features)
        self._words = [_Words(of, self._sums) for of in (word_features, before_features, after_features)]

    def labels(self, line: Line, evidence: Evidence) -> list[tuple[int, int, str]]:
        """Return the names of a line as (first token, token after the last, kind)."""
        found = []
        of_one, of_key, (of_word, of_before, of_after) = self._one, self._sums.__getitem__, self._words
        words = line.norms
        for first, last in line.stretches:
            if is_plain(line, first, last) or is_unused(line, first, last, evidence):
                continue
            scores = []
            for i, (single, shared) in enumerate(keys(line, first, last, evidence), first):
                total = of_word[words[i]] + of_before[words[i - 1]] + of_after[words[i + 1]]
                scores.append(apart(sum(map(of_one, single, repeat(0)), sum(map(of_key, shared), total))))
            if last - first > 1:
                found += spans(self._best(scores), first)
            elif label := self._alone(scores[0]):
                found.append((first, last, KINDS[label // 2]))
        return found

    def _alone(self, scores: tuple[int, ...]) -> int:
        """Return the best label of a token that stands alone."""
        best = list(map(add, scores, self._first))
        return best.index(max(best))

    def _best(self, scores: list[tuple[int, ...]]) -> list[int]:
        """Find the best path (Viterbi); ties go to the earlier label. A name only goes on after its own beginning."""
        best = list(map(add, scores[0], self._first))
        back = []
        for row in scores[1:]:
            now, link = self._step(best)
            back.append(link)
            best = list(map(add, now, row))
        path = [best.index(max(best))]
        for link in reversed(back):
            path.append(link[path[-1]])
        return path[::-1]

    def _step(self, best: list[int]) -> tuple[list[int], list[int]]:
        """Return for each label the score of the best way to it, and the label that it comes from."""
        top = max(best)
        lead = best.index(top)
        now, link = [top + move for move in self.moves[lead]], [lead] * _WIDTH
        least = top - self._lead[lead]
        for label, score in enumerate(best):
            if score >= least and label != lead:
                moves = self.moves[label]
                for k in _BEGIN:
                    if (other := score + moves[k]) > now[k] or (other == now[k] and label < link[k]):
                        now[k], link[k] = other, label
        for k, after_begin, after_inside in self._inside:
            begun, inside = best[k - 1] + after_begin, best[k] + after_inside
            now[k], link[k] = (begun, k - 1) if begun >= inside else (inside, k)
        return now, link


def spans(path: list[int], first: int) -> list[tuple[int, int, str]]:
    """Turn labels into (first token, token after the last, kind)."""
    found: list[tuple[int, int, str]] = []
    if not any(path):
        return found
    start = -1
    for i, k in enumerate([*path, 0]):
        if start >= 0 and not (k and not k % 2):
            found.append((first + start, first + i, KINDS[(path[start] - 1) // 2]))
            start = -1
        if k % 2:
            start = i
    return found


# What beginning a name of these kinds costs, in the unit of the weights, in a language that the weights were not made
# for: fewer names, but not wrong ones.
_CAREFUL = {"B-PER": 17, "B-ORG": 6}


@cache
def careful() -> Tagger:
    """Return the tagger for other languages than English."""
    features, moves = load().weights
    cost = [_CAREFUL.get(label, 0) for label in LABELS]
    return Tagger((features, [[m - c for m, c in zip(row, cost, strict=True)] for row in moves]))


@cache
def load() -> Tagger:
    """Return the tagger with the weights of the package; they are read at the first call."""
    return Tagger(_weights.packaged())
