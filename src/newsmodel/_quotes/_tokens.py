"""The words of a paragraph with their classes; each quoted stretch stands as one token among them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, compress
from typing import Any, Final

from newsmodel._model import Span
from newsmodel._quotes import _flags as f
from newsmodel._quotes._chunks import COLUMNS, Chunks, chunks_of
from newsmodel._quotes._lexicon import Language
from newsmodel._quotes._marks import Stretch
from newsmodel._quotes._stops import ALWAYS, BEFORE_NUMBER, BEFORE_TIME, LONGEST, ORDINAL, abbreviation
from newsmodel._quotes._words import ENDERS, MARK, NAME, QUOTE, WORD

__all__ = ["DASHES", "MARK", "NAME", "QUOTE", "WORD", "Tokens"]

_LONG_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_SMALL_WORD: Final = re.compile(" [a-z]{4,}")
DASHES: Final = frozenset(("—", "–", "―", "--", "-"))
_HEADLINE: Final = 160  # code points; longer lines are no headlines
_NONE: Final = (0,) * 8  # more than rules look beyond either end: the last of a list stand before its first, too
_LONGEST: Final = 120  # tokens of a sentence; what is longer is cut, so that no text takes more than linear time
_FAR: Final = 30  # tokens between a verb and its particle
_SHORT_PLACE: Final = 3  # letters of the place in a dateline
_DATELINE: Final = 12  # tokens of a dateline


class Tokens:
    """The tokens of one paragraph, as parallel lists."""

    __slots__ = (
        "bits",
        "cut",
        "headline",
        "kinds",
        "language",
        "lengths",
        "lows",
        "starts",
        "stretches",
        "telling",
        "text",
    )

    def __init__(
        self, text: str, stretches: Sequence[Stretch], language: Language, first: int = 0, last: int | None = None
    ) -> None:
        self.text = text
        self.language = language
        self.headline = _is_headline(text)
        """True when its words are capitalised as in an English headline."""
        self.starts: list[int]
        self.lengths: list[int]
        self.lows: list[str]
        """Each token in lower case."""
        self.kinds: list[str]
        self.bits: list[int]
        """Word classes of each token, see `_flags`; and of none, so that those before and behind may be looked at."""
        self.telling: list[int]
        """Numbers of the tokens that may tell of speech."""
        self.stretches: dict[int, Stretch]
        """Stretch by the number of its token."""
        self._read(stretches, first, len(text) if last is None else last)
        self.cut = self._sentences()
        """Numbers of the tokens that begin a sentence, and the number of tokens."""
        if language.adverb_endings:
            self._lower_openings()
        if language.drops_subject:
            self._lower_verbs()
        if language.separable:
            self._join_particles()

    def __len__(self) -> int:
        return len(self.starts)

    def _read(self, stretches: Sequence[Stretch], first: int, last: int) -> None:
        """Read all tokens at once, for this is where the time goes."""
        known = chunks_of(self.language.code, headline=self.headline and not self.language.capital_nouns)
        flat: list[Any] = []
        at = first
        for stretch in stretches:
            self._read_words(at, stretch.start, known, flat)
            length = stretch.end - stretch.start
            flat += (length, length, "", QUOTE, f.ENDS, True)
            at = stretch.end
        self._read_words(at, last, known, flat)
        n = COLUMNS
        steps, lengths, lows, kinds, bits, tells = flat[::n], flat[1::n], flat[2::n], flat[3::n], flat[4::n], flat[5::n]
        starts = [*accumulate(steps, initial=first)]
        starts.pop()
        if not all(kinds):  # the kind of what is no token is empty
            columns = (starts, lengths, lows, bits, tells, kinds)
            starts, lengths, lows, bits, tells, kinds = [[*compress(column, kinds)] for column in columns]
        self.starts, self.lengths = starts, lengths
        bits += _NONE
        self.lows, self.kinds, self.bits = lows, kinds, bits
        self.telling = [*compress(range(len(tells)), tells)]
        self.stretches = {}
        if stretches:
            self.stretches.update(zip([i for i in self.telling if kinds[i] == QUOTE], stretches, strict=True))

    def _read_words(self, start: int, end: int, known: Chunks, flat: list[Any]) -> None:
        """Add what is known of the tokens between two stretches, chunk by chunk."""
        text = self.text[start:end]
        if text[:1] == "-" and not text[1:2].strip():
            text = " " + text[1:]  # a hyphen between two spaces is a dash, but neither the first nor the last
        if text[-1:] == "-" and not text[-2:-1].strip():
            text = text[:-1] + " "
        if flat and text[:1] == " ":
            text = text[1:]
            flat[-COLUMNS] += 1
        if text:
            chunks = text.removesuffix(" ")
            for tokens in map(known.__getitem__, chunks.split(" ")):
                flat += tokens
            flat[-COLUMNS] += len(text) - len(chunks) - 1  # behind the last stands no space

    def _sentences(self) -> list[int]:
        """Return where sentences begin, and where the last one ends; what only ends sentences is told no more."""
        last = len(self.starts) - 1
        start = self._dateline_end()
        cut = [0, start] if start else [0]
        bits, telling = self.bits, []
        for i in self.telling:
            if not bits[i] & f.ENDS:
                telling.append(i)
            elif start <= i < last and self._ends_sentence(i):
                cut.append(i + 1)
        self.telling = telling
        cut.append(last + 1)
        return cut if last < _LONGEST else _shortened(cut)

    def _lower_openings(self) -> None:
        """Take the capital from adverbs that open a sentence, and from a verb before who says: "Sagte Ann Lee"."""
        for i in self.cut[:-1]:
            if i >= len(self.kinds) or self.kinds[i] != NAME:
                continue
            if self.lows[i].endswith(self.language.adverb_endings):
                self.kinds[i] = WORD
                self.bits[i] |= f.ADV
            elif self.kinds[i + 1 : i + 2] == [NAME]:
                bits = self.language.classes.get(self.lows[i], 0)
                if bits & f.SAY and not bits & (f.NOUN | f.SAID | f.PERSON):
                    self.kinds[i], self.bits[i] = WORD, bits

    def _lower_verbs(self) -> None:
        """Take the capital from verbs of saying that open a sentence: "Reconoce que ..."."""
        participles = self.language.asked_endings
        for i in self.cut[:-1]:
            begins = i + 1 < len(self.kinds) and self.kinds[i] == NAME and self.kinds[i + 1] != NAME
            if begins and self.bits[i] & f.SAY and not self.lows[i].endswith(participles):
                self.kinds[i] = WORD

    def _join_particles(self) -> None:
        """Let verbs that tell of speech with a particle do so where it stands before a mark, or behind quoted words."""
        bits = self.bits
        for c in [c for c in self.telling if bits[c] & f.SEPARABLE and self.kinds[c] == WORD]:
            _, hi = self.sentence(c)
            particles = self.language.separable[self.lows[c]]
            behind = range(c + 1, min(hi, c + _FAR))
            if self.lows[c - 1] in particles or any(
                self.lows[k] in particles
                and (k + 1 == hi or self.kinds[k + 1] != WORD or self.bits[k + 1] & (f.CONJ | f.COMP))
                for k in behind
            ):
                self.bits[c] |= f.SAY

    def _dateline_end(self) -> int:
        """Return the number of the token behind a dateline ("WASHINGTON (AP) --"), or 0."""
        if not self.starts or self.lengths[0] < _SHORT_PLACE or not self.text[self.starts[0] : self.end(0)].isupper():
            return 0
        for i in range(1, min(len(self.starts) - 1, _DATELINE)):
            if self.lows[i] in ("--", "—", "–", "-"):
                return i + 1
            if self.kinds[i] == QUOTE or self.lows[i] in (":", ";"):
                return 0
        return 0

    def _ends_sentence(self, i: int) -> bool:
        kind, low = self.kinds[i], self.lows[i]
        after = self.starts[i + 1]
        next_first = self.text[after]
        if kind == QUOTE:
            return self._quote_ends(i, next_first)
        if self.lows[i + 1] in ENDERS and low != "\n":
            return False
        if low == "\n":
            return True
        if self.kinds[i + 1] == QUOTE:
            return not (low == "." and self._abbreviated(i)) or self.text[after + 1 : after + 2].isupper()
        if next_first.islower() or next_first in ",;:)":
            return False
        return low != "." or not self._abbreviated(i)

    def _abbreviated(self, i: int) -> bool:
        """Return whether the full stop at token i belongs to the word before it."""
        if i == 0 or self.lengths[i - 1] > LONGEST or self.kinds[i - 1] == MARK:
            return False
        if self.end(i - 1) != self.starts[i]:
            return False
        kind, after = abbreviation(self.text[self.starts[i - 1] : self.starts[i]]), i + 1
        if kind is None or kind == ALWAYS:
            return kind is not None
        if kind == BEFORE_NUMBER:
            return self.text[self.starts[after]].isdigit()
        if kind == BEFORE_TIME:
            return self.has(after, f.TIME)
        return self.kinds[after] == NAME and (kind != ORDINAL or self.language.capital_nouns)

    def _quote_ends(self, i: int, next_first: str) -> bool:
        """Return whether a stretch ends its sentence: it ends as one, and what follows begins one."""
        stretch = self.stretches[i]
        last = self.text[stretch.last - 1]
        if self.kinds[i + 1] == QUOTE:
            return last in ".!?…"
        ends = last == "." or (self.language.capital_nouns and last in "!?")
        return ends and not next_first.islower() and next_first not in ",;:—–―-)"

    def sentence(self, i: int) -> tuple[int, int]:
        """Return the bounds of the sentence that holds token i."""
        k = bisect_right(self.cut, i)
        return self.cut[k - 1], self.cut[k]

    def number(self, i: int) -> int:
        """Return which sentence holds token i, counted from 0."""
        return bisect_right(self.cut, i, 0, len(self.cut) - 1) - 1

    def end(self, i: int) -> int:
        """Return where token i ends in the text."""
        return self.starts[i] + self.lengths[i]

    def find(self, position: int) -> int:
        """Return the number of the token that ends behind a position of the text."""
        i = bisect_right(self.starts, position)
        return i - 1 if i and position < self.starts[i - 1] + self.lengths[i - 1] else i

    def has(self, i: int, bits: int) -> bool:
        """Return whether token i is of one of the word classes."""
        return self.bits[i] & bits != 0

    def mark(self, spans: Iterable[Span]) -> None:
        """Note which words the article mentions as a person or an organization."""
        for span in spans:
            for k in range(self.find(span.start), len(self.starts)):
                if self.starts[k] >= span.end:
                    break
                self.bits[k] |= f.ENTITY

    def rename(self, spans: Iterable[Span]) -> None:
        """Take for names the small words that names begin with: "Will", "May", "Per"."""
        for span in spans:
            k = self.find(span.start)
            if k < len(self.kinds) and self.kinds[k] == WORD and self.text[span.start].isupper():
                self.kinds[k] = NAME
                self.bits[k] = 0

    def make_name(self, q: int) -> None:
        """Take a stretch for a name: a word of its sentence, or a comma if it ends in one."""
        last = self.text[self.stretches.pop(q).last - 1]
        self.kinds[q] = MARK if last == "," else NAME
        self.bits[q] &= ~f.ENDS
        self.lows[q] = "," if last == "," else self.text[self.starts[q] : self.end(q)].lower()

    def low(self, i: int) -> str:
        """Return token i in lower case, or nothing where there is none."""
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def among(self, i: int, key: str) -> bool:
        """Return whether token i is in one of the small sets of the language."""
        return 0 <= i < len(self.lows) and self.lows[i] in self.language.words[key]

    def in_mood(self, lo: int, hi: int) -> bool:
        """Return whether a verb between two tokens is in the mood of reported speech."""
        return any(self.bits[k] & f.MOOD and self.kinds[k] == WORD for k in range(lo, hi))


def _shortened(cut: list[int]) -> list[int]:
    """Return where sentences are cut, with those that are too long cut further."""
    out = [0]
    for end in cut[1:]:
        out.extend(range(out[-1] + _LONGEST, end, _LONGEST))
        out.append(end)
    return out


def _is_headline(text: str) -> bool:
    """Return whether nearly all words of a short line begin with a capital."""
    if len(text) > _HEADLINE or len(_SMALL_WORD.findall(text)) * 25 > len(text) + 1:
        return False  # a fifth of the longer words, each five letters with its space, begins small: seen fastest
    words = _LONG_WORD.findall(text)
    return len(words) > 2 and sum([w[0].isupper() for w in words]) >= 0.8 * len(words)
