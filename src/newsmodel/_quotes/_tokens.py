"""The words of a paragraph with their classes; each quoted stretch stands as one token among them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, compress
from typing import Final

from newsmodel._model import Span
from newsmodel._quotes import _flags as f
from newsmodel._quotes._lexicon import Language
from newsmodel._quotes._marks import Stretch
from newsmodel._quotes._stops import ALWAYS, BEFORE_NUMBER, BEFORE_TIME, ORDINAL, abbreviation
from newsmodel._quotes._words import ENDERS, MARK, NAME, QUOTE, WORD, Words, words_of

__all__ = ["DASHES", "MARK", "NAME", "QUOTE", "WORD", "Tokens"]

# A word may hold hyphens, apostrophes, dots and ampersands between letters, but no full stop before the next sentence;
# an initial keeps its full stop, but X, where words are posted, does not. Each choice begins with the letters that it
# may begin with, and may be empty: that is how the matcher passes over it at once. First stands a plain word, because
# most are.
_LETTERS: Final = r"[^\W_]++"
_INSIDE: Final = r"(?:(?<!\.)|(?![A-ZÄÖÜ][a-zäöüß]))"
_TOKEN: Final = re.compile(
    r"([A-Za-z][a-z]*+(?=[ ,])"
    rf"|{_LETTERS}(?:[-'’.&‑,](?:(?<!,)|(?<=\d,)(?=\d)){_INSIDE}{_LETTERS}"
    rf"(?:[-'’.&‑]{_INSIDE}{_LETTERS}|,(?<=\d,)(?=\d){_LETTERS})*|)"
    r"(?:[:*_](?<=[a-zäöüß].)(?:in(?:nen)?|[ern])\b|)"  # "Sprecher:in", "ein*e": one word for all
    r"(?:\.(?<=\b[A-WYZ]\.)|)|\.(?:\.\.+|)|[,;:!?()\[\]—–―…\n&]|-(?:-+|(?<=\s-)(?=\s)))"
)
# An article, a preposition or a pronoun that lost its vowel: "l'", "qu'", Italian "dell'".
_ELISION: Final = re.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|(?:d|n|s|a|de|ne|su|que)?l?l|un|quest)['’]", re.IGNORECASE
)
_LONG_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_SMALL_WORD: Final = re.compile(" [a-z]{4,}")
DASHES: Final = frozenset(("—", "–", "―", "--", "-"))
_HEADLINE: Final = 160  # code points; longer lines are no headlines
_NONE: Final = (0,) * 8  # more than rules look beyond either end: the last of a list stand before its first, too
_LONGEST: Final = 120  # tokens of a sentence; what is longer is cut, so that no text takes more than linear time
_FAR: Final = 30  # tokens between a verb and its particle


class Tokens:
    """The tokens of one paragraph, as parallel lists."""

    __slots__ = (
        "bits",
        "cut",
        "ends",
        "headline",
        "kinds",
        "language",
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
        self.stretches: dict[int, Stretch] = {}
        """Stretch by the number of its token."""
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.lows: list[str] = []
        """Each token in lower case."""
        self.kinds: list[str] = []
        self.bits: list[int] = []
        """Word classes of each token, see `_flags`; and of none, so that those before and behind may be looked at."""
        self.telling: list[int] = []
        """Numbers of the tokens that may end a sentence or tell of speech."""
        self.headline = _is_headline(text)
        """True when its words are capitalised as in an English headline."""
        self._read(stretches, first, len(text) if last is None else last)
        self.bits += _NONE
        self.cut = self._sentences()
        """Numbers of the tokens that begin a sentence, and the number of tokens."""
        if language.adverb_endings:
            self._lower_openings()
        if language.drops_subject:
            self._lower_verbs()
        if not language.separable.keys().isdisjoint(self.lows):
            self._join_particles()

    def __len__(self) -> int:
        return len(self.starts)

    def _read(self, stretches: Sequence[Stretch], at: int, last: int) -> None:
        known = words_of(self.language.code, headline=self.headline and not self.language.capital_nouns)
        for stretch in stretches:
            if at < stretch.start:
                self._read_words(at, stretch.start, known)
            q = len(self.starts)
            self.stretches[q] = stretch
            self.telling.append(q)
            self.starts.append(stretch.start)
            self.ends.append(stretch.end)
            self.lows.append("")
            self.kinds.append(QUOTE)
            self.bits.append(f.ENDS)
            at = stretch.end
        if at < last:
            self._read_words(at, last, known)

    def _read_words(self, start: int, end: int, known: Words) -> None:
        """Read what stands between two stretches; all at once, for this is where the time goes."""
        parts = _TOKEN.split(self.text[start:end])  # what is no token, and tokens, in turn
        words = parts[1::2]
        if not words:
            return
        places = [*accumulate(map(len, parts), initial=start)]
        starts, ends = places[1:-1:2], places[2::2]
        if self.language.elides or self.language.enclitics:
            words, starts, ends = self._parted(words, starts)
        lows, kinds, bits, tells = zip(*map(known.__getitem__, words))  # noqa: B905 (one for each word)
        first = len(self.starts)
        self.telling += compress(range(first, first + len(lows)), tells)
        self.starts += starts
        self.ends += ends
        self.lows += lows
        self.kinds += kinds
        self.bits += bits

    def _parted(self, written: list[str], places: list[int]) -> tuple[list[str], list[int], list[int]]:
        """Return words, starts and ends with those parted that are two: "l'avocat", "dit-il"."""
        words: list[str] = []
        starts: list[int] = []
        for word, start in zip(written, places, strict=True):
            if len(word) > 1 and ("'" in word or "’" in word or "-" in word):
                self._part(word, start, words, starts)
            else:
                words.append(word)
                starts.append(start)
        return words, starts, [start + len(word) for word, start in zip(words, starts, strict=True)]

    def _part(self, word: str, start: int, words: list[str], starts: list[int]) -> None:
        m = _ELISION.match(word) if self.language.elides else None
        if m:
            words.append(word[: m.end() - 1])
            starts.append(start)
            word, start = word[m.end() :], start + m.end()
        for tail in self.language.enclitics:
            if word.endswith(tail) and len(word) > len(tail):
                pronoun = tail.rpartition("-")[2]
                words += (word[: -len(tail)], pronoun)
                starts += (start, start + len(word) - len(pronoun))
                return
        words.append(word)
        starts.append(start)

    def _sentences(self) -> list[int]:
        last = len(self.starts) - 1
        start = self._dateline_end()
        cut = [0, start] if start else [0]
        bits = self.bits
        cut += [i + 1 for i in self.telling if bits[i] & f.ENDS and start <= i < last and self._ends_sentence(i)]
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
        for c in [c for c in self.telling if self.bits[c] & f.SEPARABLE and self.kinds[c] == WORD]:
            _, hi = self.sentence(c)
            particles = self.language.separable[self.lows[c]]
            behind = range(c + 1, min(hi, c + _FAR))
            if self.lows[c - 1] in particles or any(
                self.lows[k] in particles and (k + 1 == hi or self.kinds[k + 1] != WORD or self.bits[k + 1] & f.CONJ)
                for k in behind
            ):
                self.bits[c] |= f.SAY

    def _dateline_end(self) -> int:
        """Return the number of the token behind a dateline ("WASHINGTON (AP) --"), or 0."""
        if not self.starts or not self.text[self.starts[0] : self.ends[0]].isupper() or self.ends[0] < 3:
            return 0
        for i in range(1, min(len(self.starts) - 1, 12)):
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
        if i == 0 or self.kinds[i - 1] == MARK or self.ends[i - 1] != self.starts[i]:
            return False
        kind, after = abbreviation(self.text[self.starts[i - 1] : self.ends[i - 1]]), i + 1
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

    def find(self, position: int) -> int:
        """Return the number of the token that ends behind a position of the text."""
        return bisect_right(self.ends, position)

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
        self.lows[q] = "," if last == "," else self.text[self.starts[q] : self.ends[q]].lower()

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
