"""What the model sees of a token: itself, its neighbours, the name it may be part of, and the rest of the document.

A feature is a template (what is looked at, as the names below say) and what the token shows there. `Features` adds up
what those of a token say. Most of it hangs on one word, or on few things that many tokens share, so that the sums are
remembered: by word for the token and its neighbours, by key for the rest. Places in a name are its first token (``f``),
its last one (``l``), those between (``m``), or a token alone (``s``).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from attrs import define

from newsmodel._names._evidence import Evidence, bits, letters
from newsmodel._names._lexicon import flags
from newsmodel._names._memo import KEPT, Memo
from newsmodel._names._near import STARTS, Stretch, parts
from newsmodel._names._weights import Tables

__all__ = ["Features"]

_SMALL = bits("a")


def _shape(word: str) -> str:
    """Return a pattern of capitals, small letters and digits, repetitions folded."""
    if word.isalpha():
        if word.islower():
            return "x"
        if word.istitle() and word.isascii() and len(word) > 1:
            return "Xx" if len(word) > 2 else "Xx2"
    letters = ["X" if c.isupper() else "x" if c.isalpha() else "0" if c.isdigit() else c for c in word]
    folded = "".join([letter for letter, _ in groupby(letters)])
    return folded + str(len(word)) if folded == "X" else folded[:8]


class Features:
    """Adds up what the features of tokens say."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._words = _Words(tables)
        self._place, self._told = Memo(self._of_place), Memo(self._of_told)
        self._far_before, self._far_after = tables["far before"].get, tables["far after"].get
        self._two_before, self._two_after = tables["two before"].get, tables["two after"].get
        self._begin, self._middle, self._end = (_Core(tables, where) for where in "fml")

    def totals(self, stretches: list[Stretch], evidence: Evidence) -> list[int]:
        """Return what the features of each token of some stretches add up to, one stretch after another."""
        facts, found = evidence.facts, []
        for words, first, end, core in parts(stretches):
            if end - first == 1:  # as most
                total = self._token(words, first, "s1", core, facts)
                found.append(total + self._behind(words, first) + self._ahead(words, end))
            else:
                found += self._name(words, first, end, core, facts)
        return found

    def _token(self, words: list[str], i: int, place: str, core: str, facts: dict[str, int]) -> int:
        """Add up the features of a token, but those of two words beside its part, and of the others in that."""
        before, word, after = self._words[words[i - 1]], self._words[words[i]], self._words[words[i + 1]]
        start, known = before.start, facts.get(word.low, 0)
        return (
            word.alone
            + before.before
            + after.after
            + self._far_before(words[i - 2], 0)
            + self._far_after(words[i + 2], 0)
            + word.listed.pairs_before[before.flags]
            + word.listed.pairs_after[after.flags]
            + self._place[place, core, start]
            + self._told[place, start, known, word.listed.common]
        )

    def _behind(self, words: list[str], first: int) -> int:
        """Return what the two words before a part say of its first token."""
        return self._two_before(f"{words[first - 2].lower()} {self._words[words[first - 1]].low}", 0)

    def _ahead(self, words: list[str], end: int) -> int:
        """Return what the two words behind a part say of its last token."""
        return self._two_after(f"{self._words[words[end]].low} {words[end + 1].lower()}", 0)

    def _name(self, words: list[str], first: int, end: int, core: str, facts: dict[str, int]) -> list[int]:
        """Add up the features of the tokens of a part of several."""
        before, lead, *between, head, after = [self._words[word] for word in words[first - 1 : end + 1]]
        size = str(min(end - first, 4))
        ends, place = f"{lead.flags}|{head.flags}", self._begin
        total = self._token(words, first, "f" + size, core, facts) + self._behind(words, first)
        total += place.ends(ends, 0) + place.last(head.low, 0) + place.last_flags[head.flags]
        found = [total + place.after(after.low, 0)]
        if between:
            place = self._middle
            shared = place.ends(ends, 0) + place.first(lead.low, 0) + place.first_flags[lead.flags]
            shared += place.before(before.low, 0) + place.last(head.low, 0) + place.last_flags[head.flags]
            shared += place.after(after.low, 0)
            found += [self._token(words, i, "m" + size, core, facts) + shared for i in range(first + 1, end - 1)]
        place = self._end
        total = self._token(words, end - 1, "l" + size, core, facts) + self._ahead(words, end)
        total += place.ends(ends, 0) + place.first(lead.low, 0) + place.first_flags[lead.flags]
        return [*found, total + place.before(before.low, 0)]

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


@define
class _Word:
    """What is known of a word, and what it says of a token: where it is the token, stands before it, or behind it."""

    low: str
    flags: str
    start: str
    """``2`` when a sentence begins behind it, ``1`` when one may, ``0`` elsewhere."""
    alone: int
    before: int
    after: int
    listed: _Listed


@define
class _Listed:
    """What the flags of a word say, for all words that have them: alone, beside a token, and together with others."""

    common: bool
    alone: int
    before: int
    after: int
    pairs_before: Memo[str, int]
    """What they say with the flags of the word before, and with those of the word behind."""
    pairs_after: Memo[str, int]


class _Words(dict[str, _Word]):
    """All that is asked of a word, read once."""

    def __init__(self, tables: Tables) -> None:
        self.word, self.low, self.shape = tables["word"].get, tables["low"].get, tables["shape"].get
        self.end2, self.end3, self.end4 = tables["end2"].get, tables["end3"].get, tables["end4"].get
        self.start3 = tables["start3"].get
        self.before, self.shape_before = tables["before"].get, tables["before shape"].get
        self.after, self.shape_after = tables["after"].get, tables["after shape"].get
        self.end_before, self.end_after = tables["before end"].get, tables["after end"].get
        self.listed = Memo(_Flags(tables).read)

    def __missing__(self, word: str) -> _Word:
        if len(self) > KEPT:
            self.clear()
        low, mine, shape = word.lower(), flags(word), _shape(word)
        listed, end = self.listed[mine], low[-2:]
        alone = listed.alone + self.word(word, 0) + self.low(low, 0) + self.shape(shape, 0)
        alone += self.end2(end, 0) + self.end3(low[-3:], 0) + self.end4(low[-4:], 0) + self.start3(low[:3], 0)
        small = end if low == word else ""
        before = listed.before + self.before(low, 0) + self.shape_before(shape, 0) + self.end_before(small, 0)
        after = listed.after + self.after(low, 0) + self.shape_after(shape, 0) + self.end_after(small, 0)
        found = self[word] = _Word(low, mine, STARTS.get(word, "0"), alone, before, after, listed)
        return found


class _Flags:
    """What flags say."""

    def __init__(self, tables: Tables) -> None:
        self.bias = tables["bias"].get("", 0)
        self.alone = _flag_sum(tables["flags"], tables["flag"])
        self.before, self.after = tables["before flags"].get, tables["after flags"].get
        self.pair_before, self.pair_after = tables["pair before"].get, tables["pair after"].get

    def read(self, mine: str) -> _Listed:
        """Return what the flags of a word say."""
        return _Listed(
            "c" in mine,
            self.bias + self.alone(mine),
            self.before(mine, 0),
            self.after(mine, 0),
            Memo(lambda flags: self.pair_before(f"{flags}|{mine}", 0)),
            Memo(lambda flags: self.pair_after(f"{mine}|{flags}", 0)),
        )


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
