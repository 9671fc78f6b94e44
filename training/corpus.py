"""What the weights are trained on: labelled texts of the corpora that allow it, and our own sentences."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
FILES = ("gum", "wikigold", "wnut17-train", "btc-a", "btc-b", "btc-e", "btc-g")
"""Corpora whose licence (CC BY) lets weights learned from them be shipped."""
# A labelled stretch of our own sentences: [Marta Ilves|P]; P person, O organization, L place, M anything else.
MARKED = re.compile(r"\[([^\[\]|]+)\|([POLM])\]")
LABELS = {"P": "PER", "O": "ORG", "L": "LOC", "M": "MISC"}

Record = dict[str, Any]


def records(folder: Path, files: tuple[str, ...] = FILES) -> Iterator[Record]:
    """Yield the records that may be trained on; spans are (start, end, label) in order."""
    for name in files:
        for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines():
            record = json.loads(line)
            if record["train_ok"]:
                spans = [tuple(s) for s in (*record["spans"], *record.get("other", ()))]
                yield {"id": record["id"], "corpus": name, "text": record["text"], "spans": sorted(spans)}


def own() -> Iterator[Record]:
    """Yield our own texts; blank lines stand between them."""
    for path in sorted((HERE / "data").glob("sentences*.txt")):
        kept = (x for x in path.read_text("utf-8").split("\n") if not x.startswith("#"))
        for i, part in enumerate(re.split(r"\n{2,}", "\n".join(kept).strip())):
            yield parse(part, f"{path.stem}/{i}")


def parse(marked: str, name: str) -> Record:
    """Read the notation of our own sentences."""
    text, spans, at = "", [], 0
    for m in MARKED.finditer(marked):
        text += marked[at : m.start()]
        spans.append((len(text), len(text) + len(m[1]), LABELS[m[2]]))
        text += m[1]
        at = m.end()
    return {"id": name, "corpus": "own", "text": text + marked[at:], "spans": spans}


def digest(data: list[Record]) -> str:
    """Return a hash that tells whether the training data are the same."""
    return hashlib.sha256(json.dumps(data, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
