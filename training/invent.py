"""Invent names: of people that no list knows, of places, and of bodies of many kinds."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
SLOT = re.compile(r"\{(\w+)\}")
EDGE, END = "^^", "$"


class Chain:
    """Words that look like those of a list: each letter is drawn from those that follow the two before it there."""

    def __init__(self, words: list[str]) -> None:
        self.follow: dict[str, list[str]] = defaultdict(list)
        for word in words:
            letters = EDGE + word + END
            for i in range(2, len(letters)):
                self.follow[letters[i - 2 : i]].append(letters[i])

    def word(self, dice: random.Random) -> str:
        """Return a word of four to eleven letters."""
        made = ""
        while not (4 <= len(made) <= 11 and made[-1].isalpha() and made[0].isupper()):
            made = EDGE
            while not made.endswith(END) and len(made) < 15:
                made += dice.choice(self.follow[made[-2:]])
            made = made[2:].removesuffix(END)
        return made


class Bodies:
    """Names of bodies made from the patterns of ``bodies_own.txt``."""

    def __init__(self) -> None:
        self.slots: dict[str, list[str]] = defaultdict(list)
        for line in (HERE / "data" / "bodies_own.txt").read_text("utf-8").splitlines():
            if line and line[0] != "#":
                slot, _, rest = line.partition(": ")
                self.slots[slot] += rest.split(" | ") if "|" in rest else rest.split()
        self.coined = Chain([*self.slots["one"], *self.slots["abroad"]])

    def single(self, dice: random.Random) -> str:
        """Return a name of one word."""
        turn = dice.random()
        if turn < 0.4:
            return dice.choice(self.slots["one"])
        return dice.choice(self.slots["abroad"]) if turn < 0.6 else self.coined.word(dice)

    def acronym(self, dice: random.Random, length: int) -> str:
        """Return capital letters; longer ones can mostly be spoken."""
        if length < 5:
            return "".join(dice.choice("ABCDEFGHIJKLMNOPRSTUVW") for _ in range(length))
        return "".join(dice.choice("AEIOU" if i % 2 else "BCDFGKLMNPRSTVZ") for i in range(length))

    def several(self, dice: random.Random, family: list[str], *, the: bool) -> str:
        """Return a name of several words, of those that stand after "the" or of those that do not."""
        made = dice.choice(self.slots["the" if the else "bare"])
        while m := SLOT.search(made):
            slot = m[1]
            filled = self.coined.word(dice) if slot == "coined" else ""
            filled = filled or dice.choice(family if slot == "family" else self.slots[slot])
            made = made[: m.start()] + filled + made[m.end() :]
        return made
