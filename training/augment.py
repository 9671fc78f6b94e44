"""Copies of training texts with other people's names, and in capitals."""

from __future__ import annotations

import random
import re
from pathlib import Path

from corpus import Record

HERE = Path(__file__).resolve().parent
COPIES = {"gum": 1, "wikigold": 1, "own": 3, "wnut17-train": 1}
"""How many renamed copies of a text are made."""
PARTS = re.compile(r"[^\W\d_][\w'’-]*")


def pools() -> list[tuple[str, list[str], list[str]]]:
    """Return (order, given names, family names) of each culture."""
    found = []
    for name in ("names_own.txt", "names_packaged.txt"):
        order, given = "", []
        for line in (HERE / "data" / name).read_text("utf-8").splitlines():
            if line.startswith("["):
                order = line.split()[-1]
            elif line.startswith("given:"):
                given = line[6:].split()
            elif line.startswith("family:"):
                found.append((order, given, line[7:].split()))
    return found


def bodies() -> list[str]:
    """Return invented one-word names of bodies."""
    lines = (HERE / "data" / "bodies_own.txt").read_text("utf-8").splitlines()
    return " ".join(line[5:] for line in lines if line.startswith("one: ")).split()


def other_body(name: str, invented: list[str], dice: random.Random) -> str:
    """Return another name for a body that one word or an acronym names; longer names stay."""
    if not PARTS.fullmatch(name):
        return name
    if name.isupper():
        return "".join(dice.choice("ABCDEFGHIJKLMNOPRSTUVW") for _ in name) if 1 < len(name) < 6 else name
    return dice.choice(invented)


def renamed(record: Record, pool: tuple[str, list[str], list[str]], invented: list[str], dice: random.Random) -> Record:
    """Give the people of a text names of one culture, and bodies of one word other names; each the same everywhere."""
    order, given, family = pool
    text, spans, at, out = record["text"], [], 0, ""
    forms: dict[str, str] = {}
    full = [text[s:e] for s, e, k in record["spans"] if k == "PER" and " " in text[s:e]]
    last = {name.split()[-1] for name in full}
    for start, end, kind in record["spans"]:
        if start < at:
            continue
        name = text[start:end]
        if kind == "PER" and PARTS.fullmatch(name.replace(" ", "").replace(".", "").replace("-", "")):
            words = name.split()
            for i, word in enumerate(words):
                if word not in forms:
                    final = (i == len(words) - 1 and len(words) > 1) or (len(words) == 1 and word in last)
                    forms[word] = dice.choice(family if final != order.startswith("eastern") else given)
                    if len(words) == 1 and word not in last and dice.random() < 0.5:
                        forms[word] = dice.choice(family)
            keep = (w for w in words if not w.endswith(".") and w not in ("Jr", "Sr", "II", "III"))
            name = " ".join([forms[w] for w in keep] or words)
        elif kind == "ORG":
            name = forms.setdefault(name, other_body(name, invented, dice))
        out += text[at:start]
        spans.append((len(out), len(out) + len(name), kind))
        out += name
        at = end
    return {**record, "id": record["id"] + "+names", "text": out + text[at:], "spans": spans}


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


def augmented(data: list[Record], seed: int) -> list[Record]:
    """Return a renamed copy of each text that names people, and some texts in capitals."""
    dice = random.Random(seed)  # noqa: S311
    all_pools, invented, found = pools(), bodies(), []
    for record in data:
        copies = COPIES.get(record["corpus"], 0) if any(s[2] in ("PER", "ORG") for s in record["spans"]) else 0
        found += [renamed(record, dice.choice(all_pools), invented, dice) for _ in range(copies)]
        if record["corpus"] in ("own", "gum", "wikigold"):
            for part in sentences(record):
                if dice.random() < (0.7 if record["corpus"] == "own" else 0.2):
                    found.append(
                        (titled if dice.random() < 0.7 else capitals)(
                            renamed(part, dice.choice(all_pools), invented, dice)
                        )
                    )
        if record["corpus"] in ("own", "wnut17-train") and dice.random() < 0.08:
            found.append(capitals(record))
    return found
