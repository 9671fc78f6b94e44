"""What the model sees of a token: itself, its neighbours, the name it may be part of, and the rest of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from newsmodel._names import _lexicon
from newsmodel._names._evidence import Evidence, bits, letters
from newsmodel._names._lexicon import flags
from newsmodel._names._tokens import ENDS, OPENS, Line, cores

__all__ = ["after_features", "before_features", "expand", "is_plain", "is_unused", "keys", "word_features"]

_SMALL = bits("a")
_AS_NAME = bits("ac")
_START: dict[str, str] = {**dict.fromkeys(OPENS, "1"), **dict.fromkeys(ENDS, "2")}
_REPEATED = re.compile(r"(.)\1+")

Key = tuple[Any, ...]
"""Where a token looks and what it sees there: several features, which many tokens have together (see `expand`)."""


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


def is_plain(line: Line, first: int, last: int) -> bool:
    """Tell whether a stretch is only a common word with which a sentence begins; no model is needed for these."""
    return last - first == 1 and line.words[first - 1] in ENDS and flags(line.norms[first]) == "c"


def is_unused(line: Line, first: int, last: int, evidence: Evidence) -> bool:
    """Tell whether a stretch is "I", or a common word that begins a sentence and that the document uses for no name.

    The model learns from these, and says of all of them that they are no names: it need not be asked.
    """
    if last - first > 1:
        return False
    word = line.norms[first]
    if line.words[first - 1] not in ENDS or "c" not in flags(word):
        return word == "I"
    return evidence.facts.get(word.lower(), 0) & _AS_NAME == _SMALL and not word.isupper()


def keys(line: Line, first: int, last: int, evidence: Evidence) -> Iterator[tuple[list[str], list[Key]]]:
    """Yield, for each token of a stretch, its single features and the keys of the others.

    Those of the word itself and of its neighbours are not among them (see `word_features`).
    """
    words, facts, kind = line.norms, evidence.facts, line.kind
    lows = [w.lower() for w in words[first - 2 : last + 2]]
    spans = cores(line.words, first, last)
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
        new = flags(words[i + 1])
        where = "s" if b - a == 1 else "f" if i == a else "l" if i == b - 1 else "m"
        start = _START.get(words[i - 1], "0")
        known = facts.get(lows[k], 0)
        single = [
            f"D{words[i - 2]}",
            f"E{words[i + 2]}",
            f"F{old}|{mine}",
            f"G{mine}|{new}",
            f"P{where}|{ends}",
        ]
        shared: list[Key] = [
            ("H", where, size, kind, start, joined, listed),
            ("N", where, size, start, known, "c" in mine),
        ]
        if where in "sl":
            single.append("I")
        else:
            shared.append(("I", where, head))
        if where in "sf":
            single.append("J")
        else:
            shared.append(("J", where, lead))
        if i > a:
            shared.append(("K", where, words[a - 1]))
        else:
            single.append(f"K={lows[k - 2]}_{lows[k - 1]}")
        if i < b - 1:
            shared.append(("L", where, words[b]))
        else:
            single.append(f"L={lows[k + 1]}_{'' if lows[k + 1] == '<s>' else lows[k + 2]}")
        yield single, shared
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


def _told(where: str, size: int, start: str, facts: int, common: bool) -> list[str]:
    """Return the features of what the document tells about a word."""
    told = letters(facts)
    return [
        *[f"N{where}{x}" for x in told],
        f"N={told}",
        f"N1{start}{where}{told}",
        f"O{start}|{common}|{facts & _SMALL > 0}|{where}|{size}",
    ]


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
