"""Copies of training texts with other people's names, and in capitals."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from pathlib import Path

from corpus import Record
from invent import Bodies, Chain

HERE = Path(__file__).resolve().parent
COPIES = {"gum": 1, "wikigold": 1, "own": 2, "wnut17-train": 1}
"""How many renamed copies of a text are made."""
STRANGE, LONGER, OTHER, MOVED, COINED = 0.2, 0.25, 0.5, 0.6, 0.5
"""How often a name is one that no list knows, a body of one word gets a longer name, a longer one and a place another."""
WOVEN, TOGETHER = 1, 6
"""How often, and how many at a time, our own texts are made one text with names in common, as a long article has."""
SMALL, PARTICLES = 0.06, ("de", "da", "dos", "del", "de la", "di", "van", "van der", "von", "bin", "ben", "al")
"""How often a family name gets a small word before it, and which."""
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


def places() -> list[str]:
    """Return names of places of one or two words."""
    lines = (HERE.parent / "src" / "newsmodel" / "_names" / "data" / "places.txt").read_text("utf-8").splitlines()
    return [x for x in lines if x[0] != "#" and x.count(" ") < 2 and x.replace(" ", "").isalpha() and not x.isupper()]


def initials(name: str) -> str:
    """Return the first letters of the capitalised words of a name."""
    return "".join([w[0] for w in name.split() if w[0].isupper()])


class Renamer:
    """Gives the names of a text other names of the same kind, each the same one everywhere in the text."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.pools = [(order, given, family, Chain(given), Chain(family)) for order, given, family in pools()]
        self.bodies = Bodies()
        self.places = places()
        self.coined_place = Chain(self.places)

    def __call__(self, record: Record, again: float = 0.0) -> Record:
        """Return a copy with other names: its people of one culture, a part of its bodies and places.

        ``again``: how often a name of one word is one that the copy has already, so that names are met in many places.
        """
        order, given, family, new_given, new_family = self.dice.choice(self.pools)
        text, spans, at, out = record["text"], [], 0, ""
        forms: dict[str, str] = {}
        used: dict[str, list[str]] = defaultdict(list)
        full = [text[s:e] for s, e, k in record["spans"] if k == "PER" and " " in text[s:e]]
        last = {name.split()[-1] for name in full}
        eastern = order.startswith("eastern")
        for start, end, kind in record["spans"]:
            if kind == "ORG" and " " in (name := text[start:end]) and name not in forms:
                new = forms[name] = self.body(name, family, the=text[:start].endswith(("the ", "The ")))
                forms.setdefault(name.split()[0], new.split()[0])
                forms.setdefault(initials(name), initials(new))

        def part(final: bool) -> str:
            if used[str(final)] and self.dice.random() < again:
                return self.dice.choice(used[str(final)])
            used[str(final)].append(new_part(final))
            return used[str(final)][-1]

        def new_part(final: bool) -> str:
            strange = self.dice.random() < STRANGE
            if final and not eastern and self.dice.random() < SMALL:
                return f"{self.dice.choice(PARTICLES)} {self.dice.choice(family)}"
            if final != eastern:
                return new_family.word(self.dice) if strange else self.dice.choice(family)
            return new_given.word(self.dice) if strange else self.dice.choice(given)

        for start, end, kind in record["spans"]:
            if start < at:
                continue
            name = text[start:end]
            if kind == "PER" and PARTS.fullmatch(name.replace(" ", "").replace(".", "").replace("-", "")):
                words = name.split()
                for i, word in enumerate(words):
                    if word.islower():
                        forms[word] = word
                    elif word not in forms:
                        final = (i == len(words) - 1 and len(words) > 1) or (len(words) == 1 and word in last)
                        forms[word] = part(final or (len(words) == 1 and self.dice.random() < 0.5))
                keep = (w for w in words if not w.endswith(".") and w not in ("Jr", "Sr", "II", "III"))
                name = " ".join([forms[w] for w in keep] or words)
            elif kind == "ORG" and name not in forms:
                if used[kind] and self.dice.random() < again:
                    forms[name] = self.dice.choice(used[kind])
                else:
                    forms[name] = self.body(name, family, the=text[:start].endswith(("the ", "The ")))
                    if " " not in forms[name] and not forms[name].isupper():
                        used[kind].append(forms[name])
            elif kind == "LOC" and name not in forms:
                reused = used[kind] and PARTS.fullmatch(name) and self.dice.random() < again
                forms[name] = self.dice.choice(used[kind]) if reused else self.place(name)
                if PARTS.fullmatch(forms[name]) and not forms[name].isupper():
                    used[kind].append(forms[name])
            name = forms.get(name, name)
            out += text[at:start]
            spans.append((len(out), len(out) + len(name), kind))
            out += name
            at = end
        return {**record, "id": record["id"] + "+names", "text": out + text[at:], "spans": spans}

    def body(self, name: str, family: list[str], *, the: bool) -> str:
        """Return another name for a body: of one word or letters for such a one; of longer ones only some change."""
        if PARTS.fullmatch(name):
            if name.isupper() and 1 < len(name) < 8:
                return self.bodies.acronym(self.dice, len(name))
            if not the and self.dice.random() < LONGER:
                return self.bodies.several(self.dice, family, the=False)
            return self.bodies.single(self.dice)
        return self.bodies.several(self.dice, family, the=the) if self.dice.random() < OTHER else name

    def place(self, name: str) -> str:
        """Return another name for some places."""
        if not PARTS.fullmatch(name) or name.isupper() or self.dice.random() > MOVED:
            return name
        return self.coined_place.word(self.dice) if self.dice.random() < COINED else self.dice.choice(self.places)


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
    """Return a renamed copy of each text that names people, and some texts in capitals."""
    dice = random.Random(seed)  # noqa: S311
    renamed, found = Renamer(dice), []
    for record in data:
        copies = COPIES.get(record["corpus"], 0) if any(s[2] in ("PER", "ORG") for s in record["spans"]) else 0
        found += [renamed(record) for _ in range(copies)]
        if record["corpus"] in ("own", "gum", "wikigold"):
            for part in sentences(record):
                if dice.random() < (0.7 if record["corpus"] == "own" else 0.2):
                    found.append((titled if dice.random() < 0.7 else capitals)(renamed(part)))
        if record["corpus"] in ("own", "wnut17-train") and dice.random() < 0.08:
            found.append(capitals(record))
    mine = [r for r in data if r["corpus"] == "own"]
    for _ in range(WOVEN):
        dice.shuffle(mine)
        found += [renamed(joined(mine[i : i + TOGETHER]), 0.6) for i in range(0, len(mine), TOGETHER)]
    return found
