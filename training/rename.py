"""Give the names of a text other names of the same kind, each the same one everywhere in the text."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from corpus import Record
from invent import Bodies, Chain

HERE = Path(__file__).resolve().parent
PLACES = HERE.parent / "src" / "newsmodel" / "_names" / "data" / "places.txt"
# How often: a person's name or a place is one that no list knows; a body of one word gets a longer name; a longer body
# and a place get another name; a family name gets a small word before it.
STRANGE, COINED, LONGER, OTHER, MOVED, SMALL = 0.2, 0.5, 0.25, 0.5, 0.6, 0.06
PARTICLES = ("de", "da", "dos", "del", "de la", "di", "van", "van der", "von", "bin", "ben", "al")
SUFFIXES = ("Jr", "Sr", "II", "III")
PART = re.compile(r"[^\W\d_][\w'’-]*")


class Culture(NamedTuple):
    """Given and family names of one culture."""

    eastern: bool
    """Whether the family name comes first."""
    given: list[str]
    family: list[str]
    new_given: Chain
    new_family: Chain


def cultures() -> list[Culture]:
    """Return the names of each culture."""
    found = []
    for name in ("names_own.txt", "names_packaged.txt"):
        order, given = "", []
        for line in (HERE / "data" / name).read_text("utf-8").splitlines():
            if line.startswith("["):
                order = line.split()[-1]
            elif line.startswith("given:"):
                given = line[6:].split()
            elif line.startswith("family:"):
                family = line[7:].split()
                found.append(Culture(order.startswith("eastern"), given, family, Chain(given), Chain(family)))
    return found


def places() -> list[str]:
    """Return names of places of one or two words."""
    lines = PLACES.read_text("utf-8").splitlines()
    return [x for x in lines if x[0] != "#" and x.count(" ") < 2 and x.replace(" ", "").isalpha() and not x.isupper()]


class Supply:
    """Where new names come from."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.cultures = cultures()
        self.bodies = Bodies()
        self.places = places()
        self.coined_place = Chain(self.places)

    def often(self, share: float) -> bool:
        """Throw the dice."""
        return self.dice.random() < share

    def renamed(self, record: Record, again: float = 0.0) -> Record:
        """Return a copy of a text with other names: its people of one culture, a part of its bodies and places.

        ``again``: how often a name of one word is one that the copy has already, so that names are met in many places.
        """
        return Copy(record, self, again).record()


class Copy:
    """A text whose names are changed."""

    def __init__(self, record: Record, supply: Supply, again: float) -> None:
        self.old, self.supply, self.again = record, supply, again
        self.dice, self.text = supply.dice, record["text"]
        self.culture = self.dice.choice(supply.cultures)
        self.forms: dict[str, str] = {}
        """What each name, and each word of a person's name, becomes."""
        self.used: dict[str, list[str]] = defaultdict(list)
        self.names = [(self.text[s:e], k, self.text[:s].endswith(("the ", "The "))) for s, e, k in record["spans"]]
        self.last = {name.split()[-1] for name, kind, _ in self.names if kind == "PER" and " " in name}

    def record(self) -> Record:
        """Return the text with its new names."""
        for name, kind, the in self.names:
            if kind == "ORG" and " " in name and name not in self.forms:
                new = self.forms[name] = self.body(name, the=the)
                self.forms.setdefault(name.split()[0], new.split()[0])
                self.forms.setdefault(initials(name), initials(new))
        spans, at, out = [], 0, ""
        for (start, end, kind), (name, _, the) in zip(self.old["spans"], self.names, strict=True):
            if start < at:
                continue
            new = self.new(name, kind, the=the)
            out += self.text[at:start]
            spans.append((len(out), len(out) + len(new), kind))
            out += new
            at = end
        return {**self.old, "id": self.old["id"] + "+names", "text": out + self.text[at:], "spans": spans}

    def new(self, name: str, kind: str, *, the: bool) -> str:
        """Return what a name becomes."""
        if kind == "PER":
            plain = PART.fullmatch(name.replace(" ", "").replace(".", "").replace("-", ""))
            return self.person(name.split()) if plain else name
        if kind in ("ORG", "LOC", "TEAM") and name not in self.forms:
            self.forms[name] = self.other(name, kind, the=the)
        return self.forms.get(name, name)

    def person(self, words: list[str]) -> str:
        """Return another name for a person, word by word; initials and suffixes go."""
        for i, word in enumerate(words):
            if word.islower():
                self.forms[word] = word
            elif word not in self.forms:
                final = (i == len(words) - 1 and len(words) > 1) or (len(words) == 1 and word in self.last)
                self.forms[word] = self.part(final=final or (len(words) == 1 and self.supply.often(0.5)))
        kept = [self.forms[w] for w in words if not w.endswith(".") and w not in SUFFIXES]
        return " ".join(kept or words)

    def part(self, *, final: bool) -> str:
        """Return a word for the end of a person's name, or for another place in it; sometimes one used before."""
        used = self.used[f"PER {final}"]
        if not (used and self.supply.often(self.again)):
            used.append(self.new_part(final=final))
            return used[-1]
        return self.dice.choice(used)

    def new_part(self, *, final: bool) -> str:
        """Return a given or a family name of the culture, or a small word and one, or one that no list knows."""
        own = self.culture
        if final and not own.eastern and self.supply.often(SMALL):
            return f"{self.dice.choice(PARTICLES)} {self.dice.choice(own.family)}"
        listed, chain = (own.family, own.new_family) if final != own.eastern else (own.given, own.new_given)
        return chain.word(self.dice) if self.supply.often(STRANGE) else self.dice.choice(listed)

    def other(self, name: str, kind: str, *, the: bool) -> str:
        """Return another name for a body or a place, sometimes one used before."""
        used = self.used[kind]
        if used and (kind == "ORG" or PART.fullmatch(name)) and self.supply.often(self.again):
            return self.dice.choice(used)
        new = self.body(name, the=the) if kind == "ORG" else self.place(name)
        if PART.fullmatch(new) and not new.isupper():
            used.append(new)
        return new

    def body(self, name: str, *, the: bool) -> str:
        """Return another name for a body: of one word or letters for such a one; of longer ones only some change."""
        bodies, family = self.supply.bodies, self.culture.family
        if not PART.fullmatch(name):
            return bodies.several(self.dice, family, the=the) if self.supply.often(OTHER) else name
        if name.isupper() and 1 < len(name) < 8:
            return bodies.acronym(self.dice, len(name))
        if not the and self.supply.often(LONGER):
            return bodies.several(self.dice, family, the=False)
        return bodies.single(self.dice)

    def place(self, name: str) -> str:
        """Return another name for some places."""
        if not PART.fullmatch(name) or name.isupper() or not self.supply.often(MOVED):
            return name
        return (
            self.supply.coined_place.word(self.dice)
            if self.supply.often(COINED)
            else self.dice.choice(self.supply.places)
        )


def initials(name: str) -> str:
    """Return the first letters of the capitalised words of a name."""
    return "".join([w[0] for w in name.split() if w[0].isupper()])
