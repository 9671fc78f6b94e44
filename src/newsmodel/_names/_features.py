"""What the model sees of a token: itself, its neighbours, the name it may be part of, and the rest of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from newsmodel._names import _lexicon
from newsmodel._names._lexicon import word_set
from newsmodel._names._tokens import Line

__all__ = ["Evidence", "expand", "is_plain", "keys", "word_keys"]

_REPEATED = re.compile(r"(.)\1+")
_ENDS = frozenset(("<s>", ".", "!", "?", "…", ";"))
_OPENS = frozenset(("“", '"', "‘", "'", "«", "„", "(", ":", "-", "–", "—", "•", "*", "|"))

_NO_FACTS = ""
# The facts that hold of the first, the last and the other words of a name.
_OF_FIRST, _OF_LAST, _OF_MIDDLE = frozenset("eho"), frozenset("hi"), frozenset("eo")

Key = tuple[Any, ...]
"""A slot (where the token looks) and what it sees there; equal keys have equal features."""


@lru_cache(50_000)
def flags(word: str) -> str:
    """Return the letters of the lists that a word stands in."""
    lexicon = _lexicon.load()
    found = lexicon.letters(word)
    low = word.lower()
    if low != word and (small := lexicon.letters(low)):
        found = "".join(sorted({*found, *small}))
    if word.endswith("s") and word[:-1] in lexicon.lists["n"] and "n" not in found:
        found += "n"  # Iraqis, Hispanics
    if not found and "-" in word:
        parts = [lexicon.letters(p) for p in word.split("-")]
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
        written: set[str] = set()
        found: dict[str, set[str]] = {}
        initials: set[str] = set()
        for line in lines:
            written.update(line.words)
            if line.kind == "n":
                for first, last in line.stretches:
                    for core in cores(line.words, first, last):
                        _look(found, line.words, *core)
                    if last - first > 1:
                        initials.add("".join([w[0] for w in line.words[first:last] if w[0].isupper()]))
        for word, letters in found.items():
            if word in written:
                letters.add("a")
            if word.upper() in initials and len(word) > 1:
                letters.add("j")
        self.facts = {word: "".join(sorted(letters)) for word, letters in found.items()}
        """Facts of each word that the document writes with a capital, as letters in order."""


def _look(found: dict[str, set[str]], words: list[str], first: int, last: int) -> None:
    """Note what one run of capitalised tokens tells about its words."""
    shared = _context(words, first, last)
    if last - first == 1:
        found.setdefault(words[first].lower(), set()).update(shared)
        return
    for i in range(first, last):
        mine = found.setdefault(words[i].lower(), set())
        if i == first:
            mine.add("d")
            mine |= shared & _OF_FIRST
        elif i == last - 1:
            mine.add("c")
            mine |= shared & _OF_LAST
            if "g" in flags(words[first]) or words[first].endswith("."):
                mine.add("b")
        else:
            mine |= shared & _OF_MIDDLE


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


def is_plain(line: Line, first: int, last: int) -> bool:
    """Tell whether a stretch is only a common word with which a sentence begins; no model is needed for these."""
    return last - first == 1 and line.words[first - 1] in _ENDS and flags(line.norms[first]) == "c"


def word_keys(word: str) -> list[Key]:
    """Return what a word is seen as: the token itself, the one before, after, two before, two after."""
    return [("A", word), ("B", word), ("C", word), ("D", word), ("E", word)]


def keys(line: Line, first: int, last: int, evidence: Evidence) -> Iterator[list[Key]]:
    """Yield, for each token of a stretch, what it sees beside the words around it (see `word_keys`).

    Few and large, of strings that exist already, because looking them up is where the time goes.
    """
    words, facts = line.norms, evidence.facts
    spans = list(cores(line.words, first, last))
    lists = _listed(words, first, last, spans)
    joined = "&" if "&" in words[first:last] else ""
    old, mine = flags(words[first - 1]), flags(words[first])
    n, a, b = -1, last, first
    head = lead = listed = ""
    size = 1
    for i in range(first, last):
        if i >= b:
            if n + 1 < len(spans) and spans[n + 1][0] <= i:
                n += 1
                a, b = spans[n]
            else:
                a, b = i, i + 1
            head, lead = words[b - 1], words[a]
            listed, size = lists.get(a, ""), min(b - a, 4)
        word, before, after = words[i], words[i - 1], words[i + 1]
        new = flags(after)
        where = "s" if b - a == 1 else "f" if i == a else "l" if i == b - 1 else "m"
        start = "2" if before in _ENDS else "1" if before in _OPENS else "0"
        known = facts.get(word.lower(), _NO_FACTS)
        yield [
            ("F", old, mine),
            ("G", mine, new),
            ("H", where, size, line.kind, start, joined, "c" in mine, known, listed),
            ("P", mine) if where == "s" else ("I", where, lead, head),
            ("K", where, words[a - 1]) if i > a else ("K", "", words[a - 2], before),
            ("L", where, words[b]) if i < b - 1 else ("L", "", after, words[b + 1] if after != "<s>" else ""),
        ]
        old, mine = mine, new


def _listed(words: list[str], first: int, last: int, spans: list[tuple[int, int]]) -> dict[int, str]:
    """Return, by the first token of each core, whether a list knows it or the whole stretch as a name."""
    lexicon = _lexicon.load()
    whole = ""
    if len(spans) > 1:
        name = " ".join(words[first:last])
        whole = ("O" if name in lexicon.organizations else "") + ("P" if name in lexicon.places else "")
    found = {}
    for a, b in spans:
        name = words[a] if b - a == 1 else " ".join(words[a:b])
        found[a] = ("o" if name in lexicon.organizations else "") + ("p" if name in lexicon.places else "") + whole
    return found


def expand(key: Key) -> list[str]:
    """Return the features that a key stands for."""
    slot, *seen = key
    if slot == "A":
        return _word(*seen)
    if slot in "BC":
        return _neighbour(slot, *seen)
    if slot in "KL":
        return _around(slot, *seen)
    if slot == "H":
        return _place(*seen)
    if slot == "I":
        where, lead, head = seen
        ends = f"P{where}|{flags(lead)}|{flags(head)}"
        return [
            *_around("I", where, head if where != "l" else ""),
            *_around("J", where, lead if where != "f" else ""),
            ends,
        ]
    if slot == "P":
        return ["I", "J", f"Ps|{seen[0]}|{seen[0]}"]
    return [slot + "|".join(map(str, seen))]


def _place(
    where: str, size: int, kind: str, start: str, joined: str, common: bool, facts: str, listed: str
) -> list[str]:
    """Return the features of a token's place in its name and line, and of what is known of it and the name."""
    return [
        f"H{where}{size}",
        f"H{kind}{start}{joined}",
        f"H={where}{size}{kind}{start}{joined}",
        f"M{listed}{where}{size}",
        f"M{listed}{where}",
        *[f"N{where}{x}" for x in facts],
        f"N={facts}",
        f"N1{start}{where}{facts}",
        f"O{start}|{common}|{'a' in facts}|{where}|{size}",
    ]


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


def _neighbour(slot: str, word: str) -> list[str]:
    end = word[-2:] if word.islower() else ""
    return [f"{slot}={word.lower()}", f"{slot}f{flags(word)}", f"{slot}s{shape(word)}", f"{slot}e{end}"]


def _around(slot: str, where: str, word: str, second: str | None = None) -> list[str]:
    if second is not None:
        return [f"{slot}={word.lower()}_{second.lower()}"]
    if not word:
        return [slot]
    mine = flags(word)
    return [f"{slot}{where}={word.lower()}", f"{slot}{where}f{mine}", *[f"{slot}{where}{x}" for x in mine]]
