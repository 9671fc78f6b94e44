"""What the model sees of a token: itself, its neighbours, the name it may be part of, and the rest of the document.

A feature is a template (what is looked at, as the names below say) and what the token shows there. `Features` adds up
what those of a token say. Most of it hangs on one word, or on few things that many tokens share, so that the sums are
remembered: by word for the token and its neighbours, by key for the rest. Places in a name are its first token (``f``),
its last one (``l``), those between (``m``), or a token alone (``s``).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from newsmodel._names._evidence import Evidence, bits, letters
from newsmodel._names._lexicon import FLAGS
from newsmodel._names._memo import Memo
from newsmodel._names._near import STARTS, Stretch, parts
from newsmodel._names._weights import Tables

__all__ = ["Features"]

_SMALL = bits("a")
_PLACES = {size: (f"f{size}", f"m{size}", f"l{size}") for size in (2, 3, 4)}
"""The places of the first token, of the others, and of the last one, by the size of a part; 4 is the largest."""


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
        words = _Words(tables)
        # Apart, because most words only ever stand in one of these places.
        self._alone, self._before, self._after = Memo(words.alone), Memo(words.before), Memo(words.after)
        self._place, self._told = Memo(self._of_place), Memo(self._of_told)
        self._far_before, self._far_after = tables["far before"].get, tables["far after"].get
        self._begin, self._middle, self._end = (_Core(tables, where) for where in "fml")

    def totals(self, stretches: list[Stretch], evidence: Evidence) -> list[int]:
        """Return what the features of each token of some stretches add up to, one stretch after another."""
        facts, found = evidence.facts, []
        for words, first, end, core in parts(stretches):
            if end - first == 1:  # as most
                found.append(self._token(words, first, "s1", core, facts))
            else:
                found += self._name(words, first, end, core, facts)
        return found

    def _token(self, words: list[str], i: int, place: str, core: str, facts: dict[str, int]) -> int:
        """Add up the features of a token, but those of the others in its part."""
        low, _, alone, common = self._alone[words[i]]
        _, start, before = self._before[words[i - 1]]
        return (
            alone
            + before
            + self._after[words[i + 1]][1]
            + self._far_before(words[i - 2], 0)
            + self._far_after(words[i + 2], 0)
            + self._place[place, core, start]
            + self._told[place, start, facts.get(low, 0), common]
        )

    def _name(self, words: list[str], first: int, end: int, core: str, facts: dict[str, int]) -> list[int]:
        """Add up the features of the tokens of a part of several."""
        before, (lead, lead_flags, _, _) = self._before[words[first - 1]][0], self._alone[words[first]]
        (head, head_flags, _, _), after = self._alone[words[end - 1]], self._after[words[end]][0]
        at_first, between, at_last = _PLACES.get(end - first, _PLACES[4])
        ends, place = f"{lead_flags}|{head_flags}", self._begin
        total = self._token(words, first, at_first, core, facts)
        total += place.ends(ends, 0) + place.last(head, 0) + place.last_flags[head_flags]
        found = [total + place.after(after, 0)]
        if end - first > 2:
            place = self._middle
            shared = place.ends(ends, 0) + place.first(lead, 0) + place.first_flags[lead_flags]
            shared += place.before(before, 0) + place.last(head, 0) + place.last_flags[head_flags]
            shared += place.after(after, 0)
            found += [self._token(words, i, between, core, facts) + shared for i in range(first + 1, end - 1)]
        place = self._end
        total = self._token(words, end - 1, at_last, core, facts)
        total += place.ends(ends, 0) + place.first(lead, 0) + place.first_flags[lead_flags]
        return [*found, total + place.before(before, 0)]

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


class _Words:
    """What a word says of a token, and what else is asked of it: where it is the token, stands before it, or behind it.

    Each is a tuple that begins with the word in small letters, because to make an object takes as long as six of the
    look-ups.
    """

    def __init__(self, tables: Tables) -> None:
        self._word, self._low, self._shape = tables["word"].get, tables["low"].get, tables["shape"].get
        self._end2, self._end3, self._end4 = tables["end2"].get, tables["end3"].get, tables["end4"].get
        self._start3 = tables["start3"].get
        self._before, self._after = tables["before"].get, tables["after"].get
        self._shape_before, self._shape_after = tables["before shape"].get, tables["after shape"].get
        self._end_before, self._end_after = tables["before end"].get, tables["after end"].get
        self._flags_before, self._flags_after = tables["before flags"].get, tables["after flags"].get
        self._bias, self._flags = tables["bias"].get("", 0), Memo(_flag_sum(tables["flags"], tables["flag"]))

    def alone(self, word: str) -> tuple[str, str, int, bool]:
        """Return the flags of a word, what it says of itself, and whether it is common in small letters."""
        low, mine = word.lower(), FLAGS[word]
        said = self._bias + self._flags[mine] + self._word(word, 0) + self._low(low, 0) + self._shape(_shape(word), 0)
        said += self._end2(low[-2:], 0) + self._end3(low[-3:], 0) + self._end4(low[-4:], 0) + self._start3(low[:3], 0)
        return low, mine, said, "c" in mine

    def before(self, word: str) -> tuple[str, str, int]:
        """Return what a word says of the token behind it; before that, its entry in `STARTS`."""
        low = word.lower()
        said = self._before(low, 0) + self._flags_before(FLAGS[word], 0) + self._shape_before(_shape(word), 0)
        return low, STARTS.get(word, "0"), said + self._end_before(word[-2:] if low == word else "", 0)

    def after(self, word: str) -> tuple[str, int]:
        """Return what a word says of the token before it."""
        low = word.lower()
        said = self._after(low, 0) + self._flags_after(FLAGS[word], 0) + self._shape_after(_shape(word), 0)
        return low, said + self._end_after(word[-2:] if low == word else "", 0)


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
