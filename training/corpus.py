"""What the weights are trained on: labelled texts of the corpora that allow it, and our own sentences."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from newsmodel._names._lexicon import flags, load

HERE = Path(__file__).resolve().parent
FILES = ("gum", "wikigold", "wnut17-train", "btc-a", "btc-b", "btc-e", "btc-g")
"""Corpora whose licence (CC BY) lets weights learned from them be shipped."""
WHOLE = ("wikigold",)
"""Corpora whose annotation leaves out no well-known body."""
# A labelled stretch of our own sentences: [Marta Ilves|P]; P person, O organization, L place, T place that stands for
# its team, M anything else.
MARKED = re.compile(r"\[([^\[\]|]+)\|([POLMT])\]")
CAPITALISED = re.compile(r"(?<![\w@#.'’-])[A-Z][\w'’&-]*(?: (?:(?:of|and|for|the|de) )?[A-Z][\w'’&-]*)*(?![\w-])")
LABELS = {"P": "PER", "O": "ORG", "L": "LOC", "M": "MISC", "T": "TEAM"}

Record = dict[str, Any]


def records(folder: Path, files: tuple[str, ...] = FILES, *, mend: bool = False) -> Iterator[Record]:
    """Yield the records that may be trained on; spans are (start, end, label) in order."""
    for name in files:
        for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines():
            record = json.loads(line)
            if record["train_ok"]:
                spans = [tuple(s) for s in (*record["spans"], *record.get("other", ()))]
                made = {"id": record["id"], "corpus": name, "text": record["text"], "spans": sorted(spans)}
                made = mended(made) if mend and name == "gum" else made
                yield completed(made) if mend and name not in WHOLE else made


TITLED = re.compile(
    r"(?:(?:Prime|Foreign|Finance|Interior|Defen[cs]e) Minister|President|Chancellor|Governor"
    r"|Senator|Professor|Mayor|Judge|Justice|Dr\.?|Mr\.?"
    r"|Mrs\.?|Ms\.?|Sir|Secretary|spokes(?:wo)?man|spokesperson|leader|director|captain|coach|minister) "
    r"((?:[A-ZÀ-Þ][\w'’-]+|[A-Z]\.)(?: (?:(?:de|van|von|al|bin) )?(?:[A-ZÀ-Þ][\w'’-]+|[A-Z]\.)){0,2})"
)
LEADING = re.compile(
    r"(?:(?:Emeritus|Associate|Assistant|Prime|Vice|Deputy|Former|Chief|First|Foreign|Lord|Attorney|Lieutenant|Major"
    r"|Brigadier) )?(?:President|Professor|Minister|Chancellor|Governor|Senator|Mayor|Judge|Justice|Dr\.?|Mr\.?|Mrs\.?"
    r"|Ms\.?|Sir|Secretary|General|King|Queen"
    r"|Prince|Princess|Captain|Colonel|Officer|Director|Ambassador|Sergeant|Pope|Bishop|Archbishop|Rev\.?|Congressman)"
    r" (?=[A-Z])"
)


def mended(record: Record) -> Record:
    """Mend a text whose people were derived from other annotation: titles stay outside, no mention is left out."""
    text, spans = record["text"], []
    for start, end, kind in record["spans"]:
        m = LEADING.match(text, start, end) if kind == "PER" else None
        spans.append((m.end() if m else start, end, kind))
    names = {text[s:e]: k for s, e, k in spans if k in ("PER", "ORG") and " " in text[s:e]}
    found = [(m.start(1), m.end(1), "PER") for m in TITLED.finditer(text)]
    for name, kind in names.items():
        found += [(m.start(), m.end(), kind) for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    for start, end, kind in sorted(found, key=lambda f: f[0] - f[1]):
        if not any(s < end and start < e for s, e, _ in spans):
            spans.append((start, end, kind))
    return {**record, "spans": sorted(spans)}


def completed(record: Record) -> Record:
    """Label the bodies that a list knows, and nothing else does, where the annotation left them out."""
    text, spans = record["text"], record["spans"]
    spans = [(s, e, "ORG" if k == "PER" and " " in text[s:e] and text[s:e] in listed() else k) for s, e, k in spans]
    for m in CAPITALISED.finditer(text):
        words = list(re.finditer(r"\S+", m[0]))
        for size in range(len(words), 0, -1):
            for k in range(len(words) - size + 1):
                start, end = m.start() + words[k].start(), m.start() + words[k + size - 1].end()
                name = text[start:end]
                if name in listed() and not any(s < end and start < e for s, e, _ in spans):
                    spans.append((start, end, "ORG"))
    return {**record, "spans": sorted(spans)}


@cache
def listed() -> frozenset[str]:
    """Return the listed names of bodies that nothing else has: of several words, or one that is no acronym."""
    return frozenset(x for x in load().organizations if " " in x or (flags(x) == "o" and not x.isupper()))


def own() -> Iterator[Record]:
    """Yield our own texts."""
    for path in sorted((HERE / "data").glob("sentences*.txt")):
        yield from texts(path)


def texts(path: Path) -> Iterator[Record]:
    """Yield the labelled texts of a file in our notation; blank lines stand between them."""
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


def digest(data: list[list[Record]]) -> str:
    """Return a hash that tells whether the training data are the same."""
    return hashlib.sha256(json.dumps(data, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
