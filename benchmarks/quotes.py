"""How well and how fast quotes and their speakers are found, on the measuring corpora.

    python benchmarks/quotes.py [--corpora DIR] [--half a|b] [--clauses MODEL]

Needs the corpora and the scorers that are kept beside the repository, in the folder that NEWSMODEL_SHARED names
(default ``../shared``). Articles are put into two halves by a hash of their id: rules are fitted on half a, half b
tells what they are worth on other articles. MODEL is a spaCy pipeline by name or folder: with it, its parser reads the
reported speech. The last table is the CPU time of quotes alone, names not counted.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import newsmodel
from newsmodel import Article, Paragraph, Section, _names, _quotes

SHARED = Path(os.environ.get("NEWSMODEL_SHARED", Path(__file__).resolve().parents[1] / ".." / "shared"))
LINE = re.compile(r"[^\n]*\S[^\n]*")


def half_of(document: dict[str, Any]) -> str:
    """Return the half of an article: ``a`` to fit on, ``b`` to check on."""
    return "ab"[int(hashlib.md5(document["id"].encode(), usedforsecurity=False).hexdigest(), 16) % 2]


def load(path: Path, half: str | None) -> list[dict[str, Any]]:
    """Return the articles of a file, or those of one half."""
    with path.open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    return [d for d in documents if half is None or half_of(d) == half]


def with_clauses(model: str) -> Callable[[Article], Article]:
    """Return `annotate` with the parser of a spaCy pipeline."""
    import spacy

    pipeline = spacy.load(model, exclude=["ner", "lemmatizer"])
    return partial(newsmodel.annotate, clauses=pipeline)


def milliseconds(documents: list[dict[str, Any]]) -> float:
    """Return the CPU time of quotes alone for 1,000 words, the best of three rounds."""
    articles = []
    for document in documents:
        paragraphs = tuple(Paragraph(m.group()) for m in LINE.finditer(document["text"]))
        articles.append(_names.annotate(Article(sections=(Section(paragraphs),))))
    rounds = []
    for _ in range(3):
        start = time.process_time()
        for article in articles:
            _quotes.annotate(article)
        rounds.append(time.process_time() - start)
    return 1e6 * min(rounds) / sum(len(d["text"].split()) for d in documents)


def main() -> None:
    """Print one line for each corpus and half."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=SHARED / "corpora")
    parser.add_argument("--half", choices=["a", "b"])
    parser.add_argument("--clauses", metavar="MODEL", help="a spaCy pipeline with a parser")
    args = parser.parse_args()
    sys.path.insert(0, str(SHARED / "tools"))
    import adapters
    import score_quotes

    if args.clauses:
        newsmodel.annotate = with_clauses(args.clauses)
    print(f"newsmodel {newsmodel.__version__}")
    print("corpus      half  direct joint  quoted joint  direct exact  all joint  non-speech taken %")
    for file in sorted((args.corpora / "quotes").glob("*.dev.jsonl")):
        if file.stem.startswith("pronoun"):
            continue
        for half in [args.half] if args.half else ["a", "b", None]:
            got = score_quotes.score(load(file, half), adapters.quotes)
            figures = [
                got["direct"]["joint"][2],
                got["quoted"]["joint"][2],
                got["direct"]["exact"][2],
                got["all"]["joint"][2],
            ]
            figures.append(got["nonspeech_quoted"]["wrongly_taken_pct"])
            name = file.stem.partition(".")[0]
            print(f"{name:11} {half or 'both':4}" + "".join(f"{f:14.1f}" for f in figures))
    documents = load(args.corpora / "quotes" / "polnear.dev.jsonl", args.half)[:40]
    print(f"quotes alone: {milliseconds(documents):.1f} ms CPU for 1,000 words of polnear")


if __name__ == "__main__":
    main()
