"""A linear-chain conditional random field: adds up what each feature says and finds the best sequence of labels."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import add

from newsmodel._names import _weights
from newsmodel._names._evidence import Evidence
from newsmodel._names._features import Features
from newsmodel._names._near import is_plain, is_unused
from newsmodel._names._tokens import Line
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
        self._inside = [(k, moves[k - 1][k], moves[k][k]) for k in _GO_ON]
        # By how much a label must lead to come before any label that begins a name or is outside, whatever the others
        # gain by their moves.
        self._lead = [max(row[k] - best[k] for row in moves[:-1] for k in _BEGIN) for best in moves[:-1]]
        self._features = Features(weights.tables)

    def labels(self, lines: list[Line], evidence: Evidence) -> list[tuple[Line, int, int, str]]:
        """Return the names of lines as (line, first token, token after the last, kind)."""
        asked = [
            (line, first, last)
            for line in lines
            for first, last in line.stretches
            if not (is_plain(line, first, last) or is_unused(line, first, last, evidence))
        ]
        totals = self._features.totals(asked, evidence)
        found, at = [], 0
        for line, first, last in asked:
            totals[at] += self._first
            end = at + last - first
            if last - first > 1:
                path = self._best(list(map(apart, totals[at:end])))
                found += [(line, a, b, kind) for a, b, kind in spans(path, first)]
            else:
                scores = apart(totals[at])
                if label := scores.index(max(scores)):
                    found.append((line, first, last, KINDS[label // 2]))
            at = end
        return found

    def _best(self, scores: list[tuple[int, ...]]) -> list[int]:
        """Find the best path (Viterbi); ties go to the earlier label. A name only goes on after its own beginning."""
        best: Sequence[int] = scores[0]
        back = []
        for row in scores[1:]:
            now, link = self._step(best)
            back.append(link)
            best = list(map(add, now, row))
        path = [best.index(max(best))]
        for link in reversed(back):
            path.append(link[path[-1]])
        return path[::-1]

    def _step(self, best: Sequence[int]) -> tuple[list[int], list[int]]:
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
    tables, moves = load().weights
    cost = [_CAREFUL.get(label, 0) for label in LABELS]
    return Tagger(Weights(tables, [[m - c for m, c in zip(row, cost, strict=True)] for row in moves]))


@cache
def load() -> Tagger:
    """Return the tagger with the weights of the package; they are read at the first call."""
    return Tagger(_weights.packaged())
