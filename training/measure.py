"""Measure the packaged name model on labelled texts in the notation of our own sentences.

    PYTHONPATH=src python training/measure.py FOLDER

Prints precision, recall and F1 of exact span and kind for each file of the folder and for all. Files in a folder called
``languages`` are named after the language of their texts.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from corpus import texts

from newsmodel._names._find import find
from newsmodel._names._glosses import glosses

KINDS = {"PER": "PER", "ORG": "ORG", "TEAM": "ORG"}


def measured(path: Path) -> Counter[tuple[str, str]]:
    """Return how many names of each kind are there, were found, and are right."""
    tally: Counter[tuple[str, str]] = Counter()
    foreign = path.parent.name == "languages"
    known = glosses(path.stem) if foreign else None
    for record in texts(path):
        there = {(s, e, KINDS[k]) for s, e, k in record["spans"] if k in KINDS}
        mine = {(f.start, f.end, f.kind) for f in find(record["text"], known, english=not foreign)}
        for what, names in (("there", there), ("found", mine), ("right", there & mine)):
            tally.update((what, kind) for _, _, kind in names)
    return tally


def scores(tally: Counter[tuple[str, str]], kinds: tuple[str, ...]) -> tuple[float, float, float]:
    """Return precision, recall and F1 in per cent."""
    there, found, right = (sum(tally[what, kind] for kind in kinds) for what in ("there", "found", "right"))
    return 100 * right / max(1, found), 100 * right / max(1, there), 200 * right / max(1, there + found)


def main() -> None:
    """Print a line a file, and one for all."""
    tallies = {path.stem: measured(path) for path in sorted(Path(sys.argv[1]).glob("*.txt"))}
    for name, tally in [*tallies.items(), ("all", sum(tallies.values(), Counter()))]:
        told = [(kinds, scores(tally, kinds)) for kinds in (("PER",), ("ORG",), ("PER", "ORG"))]
        print(f"{name:10}", "  ".join(f"{'+'.join(k)} {p:.1f} / {r:.1f} / {f:.1f}" for k, (p, r, f) in told))


if __name__ == "__main__":
    main()
