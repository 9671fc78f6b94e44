"""Train the weights of the name model and write them into the package.

    PYTHONPATH=src python training/train.py CORPORA [--folds 5] [--out FILE]

CORPORA is the folder with ``gum.jsonl`` and the others. The result has the same bytes on every run.
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter, defaultdict
from pathlib import Path

import crf
import numpy as np
from augment import augmented
from corpus import Record, digest, own, records
from shown import Feature, Seen, asked_of, digest_of_own

from newsmodel._names._find import find
from newsmodel._names._tagger import Tagger
from newsmodel._names._tokens import Line
from newsmodel._names._weights import LABELS, ZERO, read

SEEDS = (4, 5, 6)
"""One model is trained for each, on copies of its own; the weights are the mean of theirs."""
OUT = Path(__file__).resolve().parent.parent / "src" / "newsmodel" / "_names" / "data" / "weights.gz"
ROUNDS, RATE, SPARSE, SMALL, LEAST, SCALE = 12, 0.15, 0.4, 0.8, 4, 10
CAUTION = {"B-ORG": 1.5, "B-PER": 0.3}
"""What beginning a name of these kinds costs, because our own sentences name more bodies and people than news does."""
WEIGHTS = {"wnut17-train": 0.5, "btc-a": 0.5, "btc-b": 0.5, "btc-e": 0.5, "btc-g": 0.5}
SIZE = 24
KINDS = {"TEAM": "ORG"}
"""Kinds that only the renaming tells apart: a team that is called as its place gets the name of another place."""

Example = tuple[list[Seen], list[int], float]


def gold_labels(line: Line, spans: list[tuple[int, int, str]]) -> list[int]:
    """Return the label of each token of a line (0 at the edges)."""
    found = [0] * len(line.words)
    for start, end, kind in spans:
        inside = [i for i in range(2, len(line.words) - 2) if start <= line.place(i) < end]
        for i in inside:
            found[i] = LABELS.index(("B-" if i == inside[0] else "I-") + KINDS.get(kind, kind))
    return found


def examples(record: Record) -> list[Example]:
    """Return every candidate stretch of a text, with features and gold labels."""
    found = []
    gold: dict[int, list[int]] = {}
    for line, first, feats in asked_of(record["text"]):
        if line.start not in gold:
            gold[line.start] = gold_labels(line, record["spans"])
        labels = gold[line.start][first : first + len(feats)]
        for j, k in enumerate(labels):  # a name whose beginning lies outside begins here
            if k and not k % 2 and (j == 0 or labels[j - 1] not in (k, k - 1)):
                labels[j] = k - 1
        found.append((feats, labels, WEIGHTS.get(record["corpus"], 1.0)))
    return found


def learned(data: list[Record], seed: int, *, say: bool = True) -> tuple[dict[Feature, np.ndarray], np.ndarray]:
    """Train on labelled texts; return the weights of each feature and those of the moves."""
    made = [e for r in data for e in examples(r)]
    counts = Counter(f for feats, _, _ in made for token in feats for f in token)
    index = {f: i + 1 for i, f in enumerate(sorted(f for f, n in counts.items() if n >= LEAST))}
    groups: dict[int, list[tuple[list[list[int]], list[int], float]]] = defaultdict(list)
    for feats, labels, weight in made:
        groups[len(feats)].append(([[index[f] for f in token if f in index] for token in feats], labels, weight))
    random = np.random.Generator(np.random.PCG64(seed))
    batches = []
    for length in sorted(groups):
        items = [groups[length][i] for i in random.permutation(len(groups[length]))]
        step = max(1, SIZE * 4 // (length + 3) * 4)
        batches += [crf.batch(items[i : i + step]) for i in range(0, len(items), step)]
    if say:
        print(len(made), "stretches,", len(index), "features,", len(batches), "batches", flush=True)
    weights, moves = crf.train(
        batches, len(index) + 1, rounds=ROUNDS, rate=RATE, sparse=SPARSE, small=SMALL, seed=seed, say=say
    )
    return {f: weights[i] for f, i in index.items() if weights[i].any()}, moves


def fit(data: list[Record], seeds: tuple[int, ...] = SEEDS, *, say: bool = True) -> bytes:
    """Train a model for each seed on texts and their copies; return the file of the mean of their weights."""
    total: dict[Feature, np.ndarray] = {}
    all_moves = 0.0
    for seed in seeds:
        weights, moves = learned([*data, *augmented(data, seed)], seed, say=say)
        for f, row in weights.items():
            total[f] = total[f] + row if f in total else row
        all_moves += moves
    rounded = {f: np.rint(total[f] / len(seeds) * SCALE).astype(int) for f in sorted(total)}
    kept: dict[str, dict[str, list[int]]] = defaultdict(dict)
    for (template, shown), row in rounded.items():
        if row.any():
            kept[template][shown] = row.tolist()
    mean = all_moves / len(seeds)
    for label, cost in CAUTION.items():
        mean[:, LABELS.index(label)] -= cost
    return packed(kept, np.rint(np.maximum(mean, -10_000) * SCALE).astype(int).tolist())


def packed(features: dict[str, dict[str, list[int]]], moves: list[list[int]]) -> bytes:
    """Return the weights as the file that newsmodel reads (see its module ``_weights``)."""
    values = "".join([chr(ZERO + v) for table in features.values() for row in table.values() for v in row])
    if not values.isprintable() or not values.isascii():
        raise ValueError("a weight is too large for one character: lower SCALE")
    tables = ["\t".join((template, *table)) for template, table in features.items()]
    text = "\n".join((" ".join([str(m) for row in moves for m in row]), values, *tables))
    return gzip.compress(text.encode(), mtime=0)


def training_data(folder: Path, leave: set[str] = frozenset()) -> list[Record]:  # type: ignore[assignment]
    """Return all records to train on, but those left out."""
    return [r for r in (*records(folder, mend=True), *own()) if r["id"] not in leave]


def cross_validate(folder: Path, folds: int) -> None:
    """Report exact F1 over the documents of gum and wikigold that each fold left out, of models of the first seed."""
    tested = list(records(folder, ("gum", "wikigold")))
    tally: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for fold in range(folds):
        test = tested[fold::folds]
        tagger = Tagger(read(fit(training_data(folder, {r["id"] for r in test}), SEEDS[:1], say=False)))
        for record in test:
            got = {(f.start, f.end, f.kind) for f in find(record["text"], tagger=tagger)}
            for kind in ("PER", "ORG"):
                want = {tuple(s) for s in record["spans"] if s[2] == kind}
                mine = {g for g in got if g[2] == kind}
                for key in (record["corpus"], "both"):
                    t = tally[key, kind]
                    t[0] += len(want & mine)
                    t[1] += len(want)
                    t[2] += len(mine)
        print(f"fold {fold + 1} of {folds} done", flush=True)
    for (corpus, kind), (right, want, mine) in sorted(tally.items()):
        print(
            f"{corpus:10} {kind} P {100 * right / mine:.1f} R {100 * right / want:.1f}",
            f"F1 {200 * right / (want + mine):.1f}",
        )


def main() -> None:
    """Train, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    if args.folds:
        return cross_validate(args.corpora, args.folds)
    data = training_data(args.corpora)
    print("data", digest([[*data, *augmented(data, seed)] for seed in SEEDS]))
    print("features of our own sentences", digest_of_own())
    args.out.write_bytes(fit(data))
    tables = read(args.out.read_bytes()).tables
    print(sum(map(len, tables.values())), "features kept,", args.out.stat().st_size, "bytes")
    return None


if __name__ == "__main__":
    main()
