"""Copies of training texts with other names, in capitals, in title case, and several as one."""

from __future__ import annotations

import random
import re

from corpus import Record
from rename import Supply

COPIES = {"gum": 2, "wikigold": 2, "own": 3, "wnut17-train": 1}
"""How many renamed copies of a text are made."""
WOVEN, TOGETHER = 2, 6
"""How often, and how many at a time, our own texts become one text with names in common, as a long article has."""


def capitals(record: Record) -> Record:
    """Write a text in capitals, where that keeps its length."""
    upper = record["text"].upper()
    same = len(upper) == len(record["text"])
    return {**record, "id": record["id"] + "+caps", "text": upper if same else record["text"]}


def titled(record: Record) -> Record:
    """Write a text as a headline: every word with a capital, no full stop."""
    text = record["text"]
    big = re.sub(r"(?<![\w'’-])[a-z](?=[\w'’-]*)", lambda m: m[0].upper(), text)
    return {**record, "id": record["id"] + "+title", "text": big}


def sentences(record: Record) -> list[Record]:
    """Cut a text into its sentences, with their spans."""
    found = []
    matches = re.finditer(r"[^.!?\n]+(?:[.!?](?![ \n\"”]|$)[^.!?\n]*)*[.!?]?", record["text"])
    for at, m in enumerate(matches):
        start, end = m.start() + len(m[0]) - len(m[0].lstrip()), m.end()
        spans = [(s - start, e - start, k) for s, e, k in record["spans"] if start <= s and e <= end]
        cut = any(s < start < e or s < end < e for s, e, _ in record["spans"])
        text = record["text"][start:end].rstrip(".")
        if spans and not cut and spans[-1][1] <= len(text) and 4 < len(text.split()) < 15:
            found.append({**record, "id": f"{record['id']}:{at}", "text": text, "spans": spans})
    return found


def joined(parts: list[Record]) -> Record:
    """Return some texts as one."""
    text, spans = "", []
    for part in parts:
        at = len(text) + bool(text)
        text += "\n" * bool(text) + part["text"]
        spans += [(s + at, e + at, k) for s, e, k in part["spans"]]
    return {**parts[0], "id": parts[0]["id"] + "+more", "text": text, "spans": spans}


def augmented(data: list[Record], seed: int) -> list[Record]:
    """Return renamed copies of the texts that name somebody, some in capitals, and our own ones woven together."""
    dice = random.Random(seed)  # noqa: S311
    supply, found = Supply(dice), []
    for record in data:
        copies = COPIES.get(record["corpus"], 0) if any(s[2] in ("PER", "ORG") for s in record["spans"]) else 0
        found += [supply.renamed(record) for _ in range(copies)]
        if record["corpus"] in ("own", "gum", "wikigold"):
            for part in sentences(record):
                if dice.random() < (0.7 if record["corpus"] == "own" else 0.2):
                    found.append((titled if dice.random() < 0.7 else capitals)(supply.renamed(part)))
        if record["corpus"] in ("own", "wnut17-train") and dice.random() < 0.08:
            found.append(capitals(record))
    mine = [r for r in data if r["corpus"] == "own"]
    for _ in range(WOVEN):
        dice.shuffle(mine)
        found += [supply.renamed(joined(mine[i : i + TOGETHER]), 0.6) for i in range(0, len(mine), TOGETHER)]
    return found
