"""What the model sees of a token: itself, its neighbours, the name it may be part of, and the rest of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newsmodel._names import _lexicon
from newsmodel._names._lexicon import word_set
from newsmodel._names._tokens import Line

__all__ = ["Evidence", "expand", "keys"]

_REPEATED = re.compile(r"(.)\1+")
_ENDS = frozenset(("<s>", ".", "!", "?", "…", ";"))
_OPENS = frozenset(("“", '"', "‘", "'", "«", "„", "(", ":", "-", "–", "—", "•", "*", "|"))

Key = tuple[str, str]
"""A slot (where the token looks) and what it sees there; equal keys have equal features."""


@lru_cache(50_000)
def flags(word: str) -> str:
    """Return the letters of the lists that a word stands in."""
    known = _lexicon.load().flags
    found = known.get(word, "")
    low = word.lower()
    if low != word and (small := known.get(low)):
        found += small
    if not found and "-" in word:
        parts = [known.get(p, "") for p in word.split("-")]
        found = "-" + "".join(sorted(set(parts[0]).intersection(*parts[1:])))
    return found


@lru_cache(50_000)
def shape(word: str) -> str:
    """Return a pattern of capitals, small letters and digits, repetitions folded."""
    if word.isascii() and word.isalpha() and word[0].isupper() and word[1:].islower():
        return "Xx" if len(word) > 2 else "Xx2"
    letters = ["X" if c.isupper() else "x" if c.isalpha() else "0" if c.isdigit() else c for c in word]
    folded = _REPEATED.sub(r"\1", "".join(letters))
    return folded + str(len(word)) if folded == "X" else folded[:8]


class Evidence:
    """What the whole document tells about a word: letters for facts, by the word in small letters."""

    def __init__(self, lines: list[Line]) -> None:
        self.small: set[str] = set()
        """Words that the document writes in small letters."""
        self.facts: dict[str, set[str]] = {}
        """Facts of each word that it also writes with a capital."""
        initials: dict[str, None] = {}
        for line in lines:
            self.small.update(w for w in line.words if w.islower())
            if line.kind == "n":
                for first, last in line.stretches:
                    for core in cores(line.words, first, last):
                        self._look(line.words, *core)
                    joined = "".join([w[0] for w in line.words[first:last] if w[0].isupper()])
                    if len(joined) > 1:
                        initials[joined] = None
        for word, facts in self.facts.items():
            if word in self.small:
                facts.add("a")
            if word.upper() in initials and len(word) > 1:
                facts.add("j")

    def _look(self, words: list[str], first: int, last: int) -> None:
        shared = _context(words, first, last)
        for i in range(first, last):
            mine = self.facts.setdefault(words[i].lower(), set())
            if last - first == 1:
                mine |= shared
            elif i == first:
                mine.add("d")
                mine |= shared & {"e", "h", "o"}
            elif i == last - 1:
                mine.add("c")
                mine |= shared & {"h", "i"}
                if "g" in flags(words[first]) or words[first].endswith("."):
                    mine.add("b")
            else:
                mine |= shared & {"e", "o"}

    def of(self, word: str) -> str:
        """Return the facts of a word as letters in order."""
        return "".join(sorted(self.facts.get(word.lower(), ())))


def _context(words: list[str], first: int, last: int) -> set[str]:
    """Return the facts that the words around and at the end of a name tell."""
    before, after, end = words[first - 1], words[last], flags(words[last - 1])
    speaks = word_set("speaks")
    told = (
        ("f", "t" in flags(before) or "r" in flags(before)),
        ("g", before in word_set("placed")),
        ("i", after in speaks or before in speaks),
        ("k", after in ("'s", "’s")),
        ("m", before in ("the", "The")),
        ("n", after == "," and words[last + 1].isdigit()),
        ("h", before not in _ENDS and before not in _OPENS),
        ("e", "h" in end or "l" in end),
        ("o", "x" in end),
    )
    return {letter for letter, is_so in told if is_so}


def cores(words: list[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a stretch that small words such as "of" and "and" leave: runs of capitalised tokens."""
    joins = word_set("joins")
    start = -1
    for i in range(first, last):
        word = words[i]
        if word != word.lower() or (word in joins and i + 1 < last):
            if start < 0:
                start = i
        elif start >= 0:
            yield start, i
            start = -1
    if start >= 0:
        yield start, last


def keys(line: Line, first: int, last: int, evidence: Evidence) -> Iterator[list[Key]]:
    """Yield, for each token of a stretch, what it sees."""
    words = line.norms
    lexicon = _lexicon.load()
    spans = list(cores(line.words, first, last))
    which = [next((c for c in spans if c[0] <= i < c[1]), (i, i + 1)) for i in range(first, last)]
    known = {}
    for a, b in spans:
        name = " ".join(words[a:b])
        known[a] = ("o" if name in lexicon.organizations else "") + ("p" if name in lexicon.places else "")
    whole = " ".join(words[first:last]) if len(spans) > 1 else ""
    in_list = ("O" if whole in lexicon.organizations else "") + ("P" if whole in lexicon.places else "")
    joined = "&" if "&" in words[first:last] else ""
    for i in range(first, last):
        a, b = which[i - first]
        word, before, after = words[i], words[i - 1], words[i + 1]
        mine, old, new = flags(word), flags(before), flags(after)
        place = ("s" if b - a == 1 else "f" if i == a else "l" if i == b - 1 else "m") + str(min(b - a, 4))
        start = "2" if before in _ENDS else "1" if before in _OPENS else "0"
        head, lead = words[b - 1], words[a]
        yield [
            ("A", word),
            ("B", before),
            ("C", after),
            ("D", words[i - 2]),
            ("E", words[i + 2] if after != "<s>" else "<s>"),
            ("F", f"{old}|{mine}"),
            ("G", f"{mine}|{new}"),
            ("H", f"{place}{line.kind}{start}{joined}"),
            ("I", f"{place[0]}{head}" if i < b - 1 else ""),
            ("J", f"{place[0]}{lead}" if i > a else ""),
            ("K", f"{place[0]}{words[a - 1]}" if i > a else f"={words[a - 2]}_{before}"),
            ("L", f"{place[0]}{words[b]}" if i < b - 1 else f"={after}_{words[b + 1] if after != '<s>' else ''}"),
            ("M", known.get(a, "") + in_list + place),
            ("N", f"{start}{place[0]}{evidence.of(word)}"),
            ("O", f"{start}{'c' in mine}{'a' in evidence.facts.get(word.lower(), ())}{place}"),
            ("P", f"{flags(lead)}|{flags(head)}|{place[0]}"),
        ]


def expand(key: Key) -> list[str]:
    """Return the features that a key stands for."""
    slot, seen = key
    if slot == "A":
        return _word(seen)
    if slot in "BC":
        mine = flags(seen)
        end = seen[-2:] if seen.islower() else ""
        return [f"{slot}={seen.lower()}", f"{slot}f{mine}", f"{slot}s{shape(seen)}", f"{slot}e{end}"]
    if slot in "DE":
        return [f"{slot}={seen.lower()}"]
    if slot in "IJKL":
        return _around(slot, seen)
    if slot == "N":
        where, facts = seen[:2], seen[2:]
        return [f"N{where[1]}{x}" for x in facts] + [f"N={facts}", f"N1{seen}"]
    if slot == "H":
        return [f"H{seen[:2]}", f"H{seen[2:]}", f"H={seen}"]
    if slot == "M":
        return [f"M{seen}", f"M{seen[:-1]}"]
    return [slot + seen]


def _word(word: str) -> list[str]:
    low, mine = word.lower(), flags(word)
    return [
        "bias",
        f"w={word}",
        f"l={low}",
        f"s={shape(word)}",
        f"e2{low[-2:]}",
        f"e3{low[-3:]}",
        f"e4{low[-4:]}",
        f"b3{low[:3]}",
        f"F{mine}",
        *[f"f{x}" for x in mine],
    ]


def _around(slot: str, seen: str) -> list[str]:
    if not seen:
        return [slot]
    place, word = seen[0], seen[1:]
    if place == "=":
        return [f"{slot}={word.lower()}"]
    mine = flags(word)
    return [f"{slot}{place}={word.lower()}", f"{slot}{place}f{mine}", *[f"{slot}{place}{x}" for x in mine]]
