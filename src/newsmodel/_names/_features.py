"""What the model sees of a token: itself, its neighbours, the name it may be part of, and the rest of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from newsmodel._names import _lexicon
from newsmodel._names._lexicon import word_set
from newsmodel._names._tokens import Line

__all__ = ["Evidence", "after_features", "before_features", "expand", "flags", "is_plain", "keys", "word_features"]

_REPEATED = re.compile(r"(.)\1+")
_ENDS = frozenset(("<s>", ".", "!", "?", "…", ";"))
_OPENS = frozenset(("“", '"', "‘", "'", "«", "„", "(", ":", "-", "–", "—", "•", "*", "|"))

# The facts that hold of the first, the last and the other words of a name.
_OF_FIRST, _OF_LAST, _OF_MIDDLE = frozenset("eho"), frozenset("hi"), frozenset("eo")

Key = str | tuple[Any, ...]
"""A feature, or where a token looks and what it sees there, for several features at once (see `expand`)."""


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
    if word.isalpha() and word.islower():
        return "x"
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


def keys(line: Line, first: int, last: int, evidence: Evidence) -> Iterator[list[Key]]:
    """Yield, for each token of a stretch, what it sees beside itself and its neighbours (see `word_features`)."""
    words, facts, kind = line.norms, evidence.facts, line.kind
    lows = [w.lower() for w in words[first - 2 : last + 2]]
    spans = list(cores(line.words, first, last)) if last - first > 1 else [(first, last)]
    lists = _listed(words, first, last, spans)
    joined = "&" if "&" in words[first:last] else ""
    old, mine = flags(words[first - 1]), flags(words[first])
    n, a, b = -1, last, first
    head = lead = ends = listed = ""
    size = 1
    for i in range(first, last):
        if i >= b:
            if n + 1 < len(spans) and spans[n + 1][0] <= i:
                n += 1
                a, b = spans[n]
            else:
                a, b = i, i + 1
            head, lead = words[b - 1], words[a]
            ends = f"{flags(lead)}|{flags(head)}"
            listed, size = lists.get(a, ""), min(b - a, 4)
        k = i - first + 2  # in lows
        before = words[i - 1]
        new = flags(words[i + 1])
        where = "s" if b - a == 1 else "f" if i == a else "l" if i == b - 1 else "m"
        start = "2" if before in _ENDS else "1" if before in _OPENS else "0"
        seen: list[Key] = [
            f"D{words[i - 2]}",
            f"E{words[i + 2]}",
            f"F{old}|{mine}",
            f"G{mine}|{new}",
            ("H", where, size, kind, start, joined, listed),
            ("N", where, start, known := facts.get(lows[k], "")),
            f"O{start}|{'c' in mine}|{'a' in known}|{where}|{size}",
            "I" if where in "sl" else ("I", where, head),
            "J" if where in "sf" else ("J", where, lead),
            f"P{where}|{ends}",
            ("K", where, words[a - 1]) if i > a else f"K={lows[k - 2]}_{lows[k - 1]}",
            ("L", where, words[b]) if i < b - 1 else _after(lows[k + 1], lows[k + 2]),
        ]
        yield seen
        old, mine = mine, new


def _after(word: str, second: str) -> str:
    return f"L={word}_{'' if word == '<s>' else second}"


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
    if isinstance(key, str):
        return [key]
    slot, *seen = key
    if slot == "H":
        return _place(*seen)
    return _told(*seen) if slot == "N" else _around(slot, *seen)


def _place(where: str, size: int, kind: str, start: str, joined: str, listed: str) -> list[str]:
    """Return the features of a token's place in its name and line, and of what lists know of the name."""
    return [
        f"H{where}{size}",
        f"H{kind}{start}{joined}",
        f"H={where}{size}{kind}{start}{joined}",
        f"M{listed}{where}{size}",
        f"M{listed}{where}",
    ]


def _told(where: str, start: str, facts: str) -> list[str]:
    """Return the features of what the document tells about a word."""
    return [*[f"N{where}{x}" for x in facts], f"N={facts}", f"N1{start}{where}{facts}"]


def word_features(word: str) -> list[str]:
    """Return the features of a token by itself."""
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


def before_features(word: str) -> list[str]:
    """Return the features that a token has of the one before it."""
    return _neighbour("B", word)


def after_features(word: str) -> list[str]:
    """Return the features that a token has of the one after it."""
    return _neighbour("C", word)


def _neighbour(slot: str, word: str) -> list[str]:
    end = word[-2:] if word.islower() else ""
    return [f"{slot}={word.lower()}", f"{slot}f{flags(word)}", f"{slot}s{shape(word)}", f"{slot}e{end}"]


def _around(slot: str, where: str, word: str) -> list[str]:
    """Return the features of a word of the name, or beside it, that need not be next to the token."""
    mine = flags(word)
    return [f"{slot}{where}={word.lower()}", f"{slot}{where}f{mine}", *[f"{slot}{where}{x}" for x in mine]]
