"""A linear-chain conditional random field: adds up what each feature says and finds the best sequence of labels."""

from __future__ import annotations

import gzip
import json
from functools import cache
from importlib import resources

from newsmodel._names._features import Evidence, Key, expand, keys
from newsmodel._names._tokens import Line

__all__ = ["LABELS", "Tagger", "load"]

KINDS = ("PER", "ORG", "LOC", "MISC")
LABELS = ("O", *(f"{x}-{k}" for k in KINDS for x in "BI"))
"""``B`` begins a name, ``I`` goes on with it; the order of the numbers in the weights."""
_WIDTH = len(LABELS)
_NOTHING = (0,) * _WIDTH

Vector = tuple[int, ...]


class Tagger:
    """Whole-number weights, and the search for the best labels."""

    def __init__(self, features: dict[str, list[int]], moves: list[list[int]]) -> None:
        self.features = features
        """What each feature adds to each label."""
        self.moves = moves
        """What going from one label (row; the last one is the start) to another (column) adds."""
        # Every label may follow every other, but a name only goes on after its own beginning or middle.
        self._columns = [[row[k] for row in moves[:-1]] for k in range(_WIDTH)]
        self._seen: dict[Key, Vector] = {}

    def labels(self, line: Line, evidence: Evidence) -> list[tuple[int, int, str]]:
        """Return the names of a line as (first token, token after the last, kind)."""
        found = []
        for first, last in line.stretches:
            path = self._best([self._scores(k) for k in keys(line, first, last, evidence)])
            found += spans(path, first)
        return found

    def _scores(self, seen: list[Key]) -> list[int]:
        known = self._seen
        return list(map(sum, zip(*[known[k] if k in known else self._learn(k) for k in seen], strict=True)))

    def _learn(self, key: Key) -> Vector:
        rows = [self.features[f] for f in expand(key) if f in self.features]
        total = tuple(map(sum, zip(*rows, strict=True))) if rows else _NOTHING
        if len(self._seen) > 50_000:  # keep what a long-lived process remembers small
            self._seen.clear()
        self._seen[key] = total
        return total

    def _best(self, scores: list[list[int]]) -> list[int]:
        """Find the best path (Viterbi); ties go to the earlier label."""
        best = [s + m for s, m in zip(scores[0], self.moves[-1], strict=True)]
        for k in range(2, _WIDTH, 2):
            best[k] = -1_000_000
        back = []
        for row in scores[1:]:
            now, link = [], []
            for k in range(_WIDTH):
                if k and not k % 2:
                    column = self._columns[k]
                    a, b = best[k - 1] + column[k - 1], best[k] + column[k]
                    link.append(k - 1 if a >= b else k)
                    now.append((max(a, b)) + row[k])
                else:
                    steps = list(map(int.__add__, best, self._columns[k]))
                    top = max(steps)
                    link.append(steps.index(top))
                    now.append(top + row[k])
            back.append(link)
            best = now
        path = [best.index(max(best))]
        for link in reversed(back):
            path.append(link[path[-1]])
        return path[::-1]


def spans(path: list[int], first: int) -> list[tuple[int, int, str]]:
    """Turn labels into (first token, token after the last, kind)."""
    found: list[tuple[int, int, str]] = []
    start = -1
    for i, k in enumerate([*path, 0]):
        if start >= 0 and not (k and not k % 2):
            found.append((first + start, first + i, KINDS[(path[start] - 1) // 2]))
            start = -1
        if k % 2:
            start = i
    return found


@cache
def load() -> Tagger:
    """Return the tagger with the weights of the package; they are read at the first call."""
    packed = resources.files("newsmodel._names").joinpath("data", "weights.json.gz").read_bytes()
    data = json.loads(gzip.decompress(packed))
    return Tagger(data["features"], data["moves"])
