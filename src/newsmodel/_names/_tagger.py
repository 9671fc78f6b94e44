"""A linear-chain conditional random field: adds up what each feature says and finds the best sequence of labels."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import add, sub

from newsmodel._names import _weights
from newsmodel._names._evidence import Evidence
from newsmodel._names._features import Features
from newsmodel._names._near import is_plain, is_unused
from newsmodel._names._tokens import Line, Lines
from newsmodel._names._weights import LABELS, Weights, apart

__all__ = ["Tagger", "careful", "load"]

KINDS = ("PER", "ORG", "LOC", "MISC")
_WIDTH = len(LABELS)
_BEGIN, _GO_ON = (0, *range(1, _WIDTH, 2)), range(2, _WIDTH, 2)
_FAR = 10_000
"""More than features and a move can add to a label; two such numbers still fit into the two bytes of a label."""


class Tagger:
    """Weights, and the search for the best labels."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        moves = weights.moves
        self.moves = moves
        """What going from one label (row; the last one is the start) to another (column) adds."""
        # That of the first token of a stretch, which goes on with no name, in the form of the sums.
        self._first = sum((_FAR + move) << 16 * (_WIDTH - 1 - k) for k, move in enumerate(moves[-1]) if k not in _GO_ON)
        self._inner = [(k, moves[k - 1][k], moves[k][k]) for k in _GO_ON]
        self._most = max(map(max, moves))
        # The most by which coming from one label beats coming from another, to one that begins a name or is outside.
        begun = [[row[k] for k in _BEGIN] for row in moves[:-1]]
        self._spread = max(max(map(sub, a, b)) for a in begun for b in begun)
        self._features = Features(weights.tables)

    def labels(self, lines: Lines, evidence: Evidence) -> list[tuple[Line, int, int, str]]:
        """Return the names of lines as (line, first token, token after the last, kind)."""
        asked = [
            (line, first, last)
            for line in lines
            for first, last in line.stretches
            if last - first > 1 or not (is_plain(line, first, last) or is_unused(line, first, last, evidence))
        ]
        totals = self._features.totals(asked, evidence)
        at = 0
        for _, first, last in asked:
            totals[at] += self._first
            at += last - first
        scores = apart(totals)
        found, at = [], 0
        for line, first, last in asked:
            if last - first > 1:
                end = at + last - first
                found += [(line, a, b, kind) for a, b, kind in spans(self._best(scores[at:end]), first)]
                at = end
            else:
                mine = scores[at]
                if label := mine.index(max(mine)):
                    found.append((line, first, last, KINDS[label // 2]))
                at += 1
        return found

    def _best(self, scores: list[tuple[int, ...]]) -> list[int]:
        """Find the best path (Viterbi); ties go to the earlier label. A name only goes on after its own beginning."""
        if len(scores) == 2 and (label := self._whole(*scores)):
            return [label, label + 1]
        best: Sequence[int] = scores[0]
        back = []
        for row in scores[1:]:
            near = self._near(best)
            back.append((best, near))
            best = self._step(best, near, row)
        path = [best.index(max(best))]
        for best, near in reversed(back):
            path.append(self._before(best, near, path[-1]))
        return path[::-1]

    def _whole(self, first: Sequence[int], last: Sequence[int]) -> int:
        """Return the label with which two tokens begin one name, as most do; 0 when two others might be better."""
        wholes = [first[k - 1] + last[k] + move for k, move, _ in self._inner]
        most = max(wholes)
        parted = max(first) + max(last[0], *last[1::2]) + self._most
        return 2 * wholes.index(most) + 1 if most > parted else 0

    def _near(self, best: Sequence[int]) -> list[int]:
        """Return the labels from which one may come to a label that begins a name or is outside; mostly it is one."""
        ranked = sorted(best)
        least = ranked[-1] - self._spread
        if ranked[-2] < least:
            return [best.index(ranked[-1])]
        return [k for k, score in enumerate(best) if score >= least]

    def _step(self, best: Sequence[int], near: list[int], row: Sequence[int]) -> list[int]:
        """Return the score of the best way to each label of a token, given that to each label before it.

        It is counted from the way to the first label that is near.
        """
        lead, base = near[0], best[near[0]]
        now = list(map(add, self.moves[lead], row))
        # Both are written out, because to call `max` takes five times as long.
        for k in near[1:]:
            more, moves = best[k] - base, self.moves[k]
            for to in _BEGIN:
                if (way := more + moves[to] + row[to]) > now[to]:
                    now[to] = way
        for k, of_begin, of_inside in self._inner:
            way = best[k] + of_inside
            if (begun := best[k - 1] + of_begin) > way:
                way = begun
            now[k] = way + row[k] - base
        return now

    def _before(self, best: Sequence[int], near: list[int], label: int) -> int:
        """Return the label before another on the best path, given the score of the best way to each."""
        if label and not label % 2:
            begun, inside = best[label - 1] + self.moves[label - 1][label], best[label] + self.moves[label][label]
            return label - 1 if begun >= inside else label
        if len(near) == 1:
            return near[0]
        ways = [best[k] + self.moves[k][label] for k in near]
        return near[ways.index(max(ways))]


def spans(path: list[int], first: int) -> list[tuple[int, int, str]]:
    """Turn labels into (first token, token after the last, kind)."""
    begin, size = path[0], len(path)
    if path.count(begin + begin % 2) == size - begin % 2:  # nothing, or one name, as most are
        return [(first, first + size, KINDS[begin // 2])] if begin else []
    found: list[tuple[int, int, str]] = []
    start = -1
    for i, k in enumerate([*path, 0]):
        if start >= 0 and not (k and not k % 2):
            found.append((first + start, first + i, KINDS[(path[start] - 1) // 2]))
            start = -1
        if k % 2:
            start = i
    return found


# What beginning a name of these kinds costs, in the unit of the weights. In English a body costs less than nothing: the
# annotation that the weights were learned from leaves many out. In a language that the weights were not made for names
# cost more: fewer, but not wrong ones. It is less where glosses tell the model what the words around a name mean.
_ENGLISH = {"B-ORG": -2}
_CAREFUL = {"B-PER": 17, "B-ORG": 6}
_GLOSSED = {"B-PER": 10, "B-ORG": 6}


@cache
def careful(*, glossed: bool = False) -> Tagger:
    """Return the tagger for other languages than English."""
    return _costly(_GLOSSED if glossed else _CAREFUL)


@cache
def load() -> Tagger:
    """Return the tagger for English, with the weights of the package; they are read at the first call."""
    return _costly(_ENGLISH)


def _costly(costs: dict[str, int]) -> Tagger:
    """Return the tagger with the weights of the package, to which beginning a name of some kinds costs more."""
    tables, moves = _packaged()
    cost = [costs.get(label, 0) for label in LABELS]
    return Tagger(Weights(tables, [[m - c for m, c in zip(row, cost, strict=True)] for row in moves]))


@cache
def _packaged() -> Weights:
    """Return the weights of the package; they are read once."""
    return _weights.packaged()
