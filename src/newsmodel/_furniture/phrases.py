"""The phrases that furniture is known by, in all languages.

The phrases stand in ``_data/furniture/*.txt``, one file a language, each in sections named by the kind of furniture::

    [related]
    {related|similar} articles      the whole line, whatever its case, punctuation, arrows and counts
    continue reading …              how the line begins
    … all rights reserved           how the line ends
    … subscribe to our newsletter … anywhere in the line
    read more:                      a label before a colon, bar or dash; also the whole line
    ~newsletter                     a weak word: counts only where furniture is expected (``near=True``)

``{a|b|}`` stands for one of its words, or none. All languages are looked up together, so the language of a line need
not be known. Phrases are indexed by their first word (by two characters in scripts without spaces), so that a lookup is
a dictionary probe a word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

from newsmodel._furniture.words import FIRST_UNSPACED, MAX_CHARS, NOT_WORD, first_of, folded, has_unspaced, is_unspaced

__all__ = ["FOLDER", "Phrases", "Table", "known"]

FOLDER: Final = Path(__file__).parent.with_name("_data") / "furniture"

# What is no word in a line of a data file: braces and the signs of the notation stay.
_NOT_PHRASE = re.compile(NOT_WORD.pattern.replace("[^", "[^ {}|…~", 1))

_MANY = 100  # ways to begin, above which a phrase is looked at in full
_LINE_END, _WORD_END = "$", " "  # what a phrase must end at

_Phrase = tuple[str, tuple[str, ...], str, str]
"""A phrase as the data file has it: its first words spelled out; the rest, still in braces; how it ends; its kind."""

_Entry = tuple[str, str, str]
"""A line of a data file in one case: its phrases in braces, how they end, their kind.

A plain tuple: there are thousands, and all are made before the first line is looked up.
"""


class Table:
    """Phrases by their first word; those of a word are spelled out when the word is first met."""

    __slots__ = ("begun", "entries", "phrases")

    def __init__(self) -> None:
        self.entries: dict[str, list[_Entry]] = defaultdict(list)
        # By first word: its phrases, and their heads without spaces.
        self.phrases: dict[str, tuple[tuple[str, ...], tuple[_Phrase, ...]]] = {}
        # By first word, where a head has stood in a text: how its phrases may begin, all together and one by one.
        self.begun: dict[str, tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]] = {}

    def match(self, text: str, at: int, first: str) -> str | None:
        """Return the kind of a phrase that begins with this word at this place of a normalized text."""
        if first not in self.entries:
            return None
        known = self.phrases.get(first)
        if known is None:
            spelled = tuple(_spelled(self.entries[first], first))
            known = self.phrases[first] = tuple(head.replace(" ", "") for head, *_ in spelled), spelled
        heads, phrases = known
        # Few phrases go on where their first word stands here, and to see that none does takes one step, or two.
        bare = text[at : at + MAX_CHARS].replace(" ", "")
        if not bare.startswith(heads):
            return None
        begun = self.begun.get(first)
        if begun is None:
            each = tuple(map(_beginnings, phrases))
            begun = self.begun[first] = tuple(x for beginnings in each for x in beginnings), each
        if not bare.startswith(begun[0]):
            return None
        for beginnings, (head, rest, end, kind) in zip(begun[1], phrases, strict=True):
            if not bare.startswith(beginnings):
                continue
            if rest or not text.startswith(head, at):
                matches = _stands(text, at, head, rest, end)
            else:
                after = text[at + len(head) : at + len(head) + 1]
                matches = not (end and after) or (after == " " and end == _WORD_END)
            if matches:
                return kind
        return None


class Phrases:
    """The phrases of all languages."""

    def __init__(self) -> None:
        self.whole = Table()
        self.labels = Table()
        self.begin = Table()
        self.inside = Table()
        self.weak = Table()
        self.dates: set[str] = set()

    def add(self, kind: str, line: str) -> None:
        """Add one line of a data file, in one case."""
        begins_line = line[-1] == "…"
        table, end = self.begin if begins_line else self.whole, _WORD_END if begins_line else _LINE_END
        if line[0] == "~":
            table, end = self.weak, _WORD_END
        elif line[0] == "…":
            table = self.inside
        phrases = line.strip("~… ")
        entry = (phrases, end, kind)
        entries, labels = table.entries, self.labels.entries if line[-1] == ":" and table is self.whole else None
        for first in _firsts(phrases):
            entries[first].append(entry)
            if labels is not None:
                labels[first].append(entry)


def _beginnings(phrase: _Phrase) -> tuple[str, ...]:
    """Return how a phrase may begin, without spaces: its head with the first words of the rest that must follow it."""
    begun = [phrase[0]]
    for part in phrase[1]:
        choices = part.split("|")
        if len(begun) * len(choices) > _MANY:
            break
        begun = [words + choice for words in begun for choice in choices]
        if all(map(str.strip, choices)):
            break
    return tuple(dict.fromkeys(words.replace(" ", "") for words in begun))


def _stands(text: str, at: int, head: str, rest: tuple[str, ...], end: str) -> bool:
    """Tell whether a phrase stands at a place of a normalized text, each of its braces one of the words in them.

    Where the phrase may end is followed for all choices at once: thousands of compiled patterns would be dear.
    """
    places = set(_after(text, at, tuple(head.split(" "))))
    for part in rest:
        if not places:
            return False
        choices = _choices(part)
        places = {
            end
            for place in places
            for choice in (*choices.get(text[place : place + 1], ()), *choices.get("", ()))
            for end in _after(text, place, choice)
        }
    return any(place == len(text) or not end or (end == _WORD_END and text[place] == " ") for place in places)


@cache
def _choices(part: str) -> dict[str, list[tuple[str, ...]]]:
    """Return the words of each choice of a part by its first letter; of those that may begin with a space, by none."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for choice in part.split("|"):
        found.setdefault(choice[:1].strip(), []).append(tuple(choice.split(" ")))
    return found


def _after(text: str, at: int, words: tuple[str, ...]) -> Iterable[int]:
    """Return where words end that begin at a place: nowhere, when they do not stand there.

    A space between them is optional, because a choice beside it may be empty.
    """
    if not text.startswith(words[0], at):
        return ()
    ends = {at + len(words[0])}
    for word in words[1:]:
        ends |= {place + 1 for place in ends if text.startswith(" ", place)}
        ends = {place + len(word) for place in ends if text.startswith(word, place)}
    return ends


@cache
def known() -> Phrases:
    """Read the phrases of all languages; on the first call only."""
    phrases = Phrases()
    for file in sorted(FOLDER.iterdir()):
        kind = "other"
        for line in folded(file.read_bytes().decode()).split("\n"):
            if not line or line[0] == "#":
                continue
            if line[0] == "[":
                kind = line.strip("[] ")
            elif kind == "date-words":
                phrases.dates.update(line.split())
            else:
                phrases.add(kind, line.rstrip())
    return phrases


def _firsts(line: str) -> Iterable[str]:
    """Return the first words of the phrases of a line, each once; thousands of phrases need not be spelled out."""
    first = line.partition(" ")[0]
    if first.isalnum() and not has_unspaced(first):
        return (first,)
    if line[0] == "{":
        head, _, rest = line[1:].partition("}")
        is_whole = rest[:1] in ("", " ", ":")
    else:
        head = line.partition("{")[0]
        is_whole = head == line or " " in head
    if is_whole:
        words = {choice.partition(" ")[0] for choice in head.split("|")}
        letters = "".join(words)
        if "" not in words and letters.isalnum() and not has_unspaced(letters):
            return words
        heads = [choice.strip() for choice in _NOT_PHRASE.sub(" ", head).split("|")]
        if min(map(len, heads)) > 1:
            return {first_of(words) for words in heads}
    return {first_of(words) for words, _ in _heads(_cleaned(line), "")}


@cache
def _cleaned(line: str) -> str:
    """Return the phrases of a line without their punctuation."""
    return " ".join(_NOT_PHRASE.sub(" ", line).split())


def _is_whole(words: str) -> bool:
    """Tell whether the first word of a phrase is known when these are the first letters of the phrase."""
    return " " in words or (words >= FIRST_UNSPACED and len(words) > 1 and is_unspaced(words[0]))


def _spelled(entries: Iterable[_Entry], first: str) -> Iterator[_Phrase]:
    """Yield the phrases of entries that begin with a word."""
    unspaced = first >= FIRST_UNSPACED and is_unspaced(first[0])
    for entry, end, kind in entries:
        for head, rest in _heads(_cleaned(entry), first):
            if first_of(head) == first:
                yield head, rest, "" if unspaced and end == _WORD_END else end, kind


def _heads(entry: str, first: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield (first words, rest) for an entry: one for each of the alternatives that its first word may be.

    Only for those that begin with a word, if one is given, so that of a hundred alternatives few are looked at twice.
    """
    # Parts stand in turn outside and inside braces.
    parts = entry.replace("}", "{").split("{")
    begun = [""]
    for i, part in enumerate(parts):
        choices = part.split("|") if i % 2 else (part,)
        if begun == [""]:
            longer = list(map(str.lstrip, choices))
        else:
            longer = [(head + choice).lstrip() for head in begun for choice in choices]
        begun = []
        for words in longer:
            if not (words.startswith(first) or first.startswith(words)):
                continue
            if _is_whole(words):
                yield words, tuple(parts[i + 1 :])
            else:
                begun.append(words)
    for words in begun:
        if words:
            yield words, ()
