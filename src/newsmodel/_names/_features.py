"""What the model sees of a token: itself, its neighbours, the name it may be part of, and the rest of the document.

A feature is a template (what is looked at, as the names below say) and what the token shows there. `Features` adds up
what those of a token say. Most of it hangs on one word, or on few things that many tokens share, so that the sums are
remembered: by word for the token and its neighbours, by key for the rest. Places in a name are its first token (``f``),
its last one (``l``), those between (``m``), or a token alone (``s``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import repeat
from operator import add

from newsmodel._names._evidence import Evidence, bits, letters
from newsmodel._names._lexicon import flags
from newsmodel._names._memo import Memo
from newsmodel._names._near import STARTS, Near, Stretch
from newsmodel._names._weights import Tables

__all__ = ["Features"]

_SMALL = bits("a")
_REPEATED = re.compile(r"(.)\1+")


def _shape(word: str) -> str:
    """Return a pattern of capitals, small letters and digits, repetitions folded."""
    if word.isalpha() and word.islower():
        return "x"
    if word.isascii() and word.isalpha() and word[0].isupper() and word[1:].islower():
        return "Xx" if len(word) > 2 else "Xx2"
    letters = ["X" if c.isupper() else "x" if c.isalpha() else "0" if c.isdigit() else c for c in word]
    folded = _REPEATED.sub(r"\1", "".join(letters))
    return folded + str(len(word)) if folded == "X" else folded[:8]


shape = Memo(_shape).__getitem__


class Features:
    """Adds up what the features of tokens say: template by template for all tokens at once, because that is quick."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._word, self._place, self._told = Memo(_Word(tables).total), Memo(self._of_place), Memo(self._of_told)
        self._pair_before, self._pair_after = Memo(self._of_pair_before), Memo(self._of_pair_after)
        self._before, self._after = Memo(_Beside(tables, "before").total), Memo(_Beside(tables, "after").total)
        self._far_before, self._far_after = tables["far before"].get, tables["far after"].get
        self._two_before, self._two_after = tables["two before"].get, tables["two after"].get
        self._begin, self._middle, self._end = (_Core(tables, where) for where in "fml")

    def totals(self, stretches: list[Stretch], evidence: Evidence) -> list[int]:
        """Return what the features of each token of some stretches add up to, one stretch after another."""
        near = Near(stretches)
        lows = list(map(str.lower, near.words))
        marks = [list(map(flags, words)) for words in (near.before, near.words, near.after)]
        starts = list(map(STARTS.get, near.before, repeat("0")))
        known = map(evidence.facts.get, lows, repeat(0))
        common = ["c" in mine for mine in marks[1]]
        columns = (
            map(self._word.__getitem__, near.words),
            map(self._before.__getitem__, near.before),
            map(self._after.__getitem__, near.after),
            map(self._far_before, near.far_before, repeat(0)),
            map(self._far_after, near.far_after, repeat(0)),
            map(self._pair_before.__getitem__, zip(marks[0], marks[1], strict=True)),
            map(self._pair_after.__getitem__, zip(marks[1], marks[2], strict=True)),
            map(self._place.__getitem__, zip(near.places, near.cores, starts, strict=True)),
            map(self._told.__getitem__, zip(near.places, starts, known, common, strict=True)),
        )
        found = list(map(sum, zip(*columns, strict=True)))
        far_before, far_after = near.far_before, near.far_after
        for first, end in near.parts:
            last = end - 1
            before, after = near.before[first].lower(), near.after[last].lower()
            found[first] += self._two_before(f"{far_before[first].lower()} {before}", 0)
            found[last] += self._two_after(f"{after} {far_after[last].lower()}", 0)
            if first < last:
                lead, head = (lows[first], marks[1][first]), (lows[last], marks[1][last])
                inside = self._inside(lead, head, before, after, last - first - 1)
                found[first:end] = map(add, found[first:end], inside)
        return found

    def _inside(self, lead: tuple[str, str], head: tuple[str, str], before: str, after: str, between: int) -> list[int]:
        """Return what is added to the tokens of a name of several by its first and last word, and those beside it.

        First and last word are given with their flags, then the words beside the name and how many tokens more it has.
        """
        (first, of_first), (last, of_last) = lead, head
        ends, core = f"{of_first}|{of_last}", self._begin
        found = [core.ends(ends, 0) + core.last(last, 0) + core.last_flags[of_last] + core.after(after, 0)]
        if between:
            core = self._middle
            total = core.ends(ends, 0) + core.first(first, 0) + core.first_flags[of_first] + core.before(before, 0)
            total += core.last(last, 0) + core.last_flags[of_last] + core.after(after, 0)
            found += [total] * between
        core = self._end
        found.append(core.ends(ends, 0) + core.first(first, 0) + core.first_flags[of_first] + core.before(before, 0))
        return found

    def _of_pair_before(self, marks: tuple[str, str]) -> int:
        return self._tables["pair before"].get("|".join(marks), 0)

    def _of_pair_after(self, marks: tuple[str, str]) -> int:
        return self._tables["pair after"].get("|".join(marks), 0)

    def _of_place(self, key: tuple[str, str, str]) -> int:
        """Add up the features of a token's place in its name and line, and of what lists know of the name."""
        place, core, start = key
        kind, joined, listed = core[0], "&" * core.count("&"), core[1:].lstrip("&")
        listed = kind + listed if kind in ("m", "s") else listed
        t, line = self._tables, f"{kind}{start}{joined}"
        total = t["place"].get(place, 0) + t["line"].get(line, 0) + t["place in line"].get(place + line, 0)
        return total + t["listed"].get(f"{listed}{place}", 0) + t["listed"].get(f"{listed}{place[0]}", 0)

    def _of_told(self, key: tuple[str, str, int, bool]) -> int:
        """Add up the features of what the document tells about a word."""
        place, start, facts, common = key
        t, told, where = self._tables, letters(facts), place[0]
        total = t["told"].get(told, 0) + t["told where"].get(f"{start}{where}{told}", 0)
        total += t["common"].get(f"{start}|{common}|{facts & _SMALL > 0}|{where}|{place[1]}", 0)
        for x in told:
            total += t["fact"].get(where + x, 0)
        return total


class _Word:
    """What a token says by itself."""

    def __init__(self, tables: Tables) -> None:
        self.bias = tables["bias"].get("", 0)
        self.word, self.low, self.shape = tables["word"].get, tables["low"].get, tables["shape"].get
        self.end2, self.end3, self.end4 = tables["end2"].get, tables["end3"].get, tables["end4"].get
        self.start3 = tables["start3"].get
        self.flags = Memo(_flag_sum(tables["flags"], tables["flag"]))

    def total(self, word: str) -> int:
        """Add up the features of a token by itself."""
        low = word.lower()
        total = self.bias + self.word(word, 0) + self.low(low, 0) + self.shape(shape(word), 0)
        total += self.end2(low[-2:], 0) + self.end3(low[-3:], 0) + self.end4(low[-4:], 0)
        return total + self.start3(low[:3], 0) + self.flags[flags(word)]


class _Beside:
    """What the word before or after a token says of it."""

    def __init__(self, tables: Tables, side: str) -> None:
        self.low, self.flags = tables[side].get, tables[side + " flags"].get
        self.shape, self.end = tables[side + " shape"].get, tables[side + " end"].get

    def total(self, word: str) -> int:
        """Add up the features that a token has of this word."""
        low = word.lower()
        total = self.low(low, 0) + self.flags(flags(word), 0) + self.shape(shape(word), 0)
        return total + self.end(low[-2:] if low == word else "", 0)


class _Core:
    """What the words of a name, and those beside it, say of its first token, of its last one, or of those between."""

    def __init__(self, tables: Tables, where: str) -> None:
        self.ends = tables[f"{where} ends"].get
        self.first, self.last = tables[f"{where} first"].get, tables[f"{where} last"].get
        self.before, self.after = tables[f"{where} before"].get, tables[f"{where} after"].get
        self.first_flags = Memo(_flag_sum(tables[f"{where} first flags"], tables[f"{where} first flag"]))
        self.last_flags = Memo(_flag_sum(tables[f"{where} last flags"], tables[f"{where} last flag"]))


def _flag_sum(together: dict[str, int], each: dict[str, int]) -> Callable[[str], int]:
    """Return what adds up the features of the flags of a word: all as one, and each."""

    def total(marks: str) -> int:
        total = together.get(marks, 0)
        for mark in marks:
            total += each.get(mark, 0)
        return total

    return total
