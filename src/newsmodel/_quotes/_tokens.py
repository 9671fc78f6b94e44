"""The words of a paragraph with their classes; each quoted stretch stands as one token among them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from newsmodel._quotes._lexicon import (
    ADV,
    AUX,
    CONJ,
    DET,
    LABEL,
    PREP,
    PRON,
    REL,
    SAY,
    SUB,
    THINK,
    TIME,
    VERB,
    Language,
    abbreviations,
)  # fmt: skip
from newsmodel._quotes._marks import Stretch

__all__ = ["MARK", "NAME", "QUOTE", "WORD", "Tokens"]

WORD: Final = "w"
NAME: Final = "N"
"""A word with a capital that is none of the language's small words."""
QUOTE: Final = "Q"
MARK: Final = "."
"""A punctuation mark."""

# A word may hold hyphens, apostrophes, dots and ampersands between letters; an initial keeps its full stop.
_TOKEN: Final = re.compile(
    r"[^\W_](?:[^\W_]|[-'’.&‑][^\W_]|(?<=\d),(?=\d))*(?:(?<=\b[A-Z])\.)?|--+|\.\.\.+|[.,;:!?()\[\]—–―…\n]|(?<=\s)-(?=\s)|&"
)
# An article, a preposition or a pronoun that lost its vowel: "l'", "qu'", Italian "dell'".
_ELISION: Final = re.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|(?:d|n|s|a|de|ne|su|que)?l?l|un|quest)['’]", re.IGNORECASE
)
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_KEPT: Final = 20_000  # words that a long-lived process remembers of a language
_HEADLINE: Final = 160  # code points; longer lines are no headlines
_ENDERS: Final = frozenset((".", "!", "?", "\n", "…", "..."))
_LONGEST: Final = 120  # tokens of a sentence; what is longer is cut, so that no text takes more than linear time
_BREAKS: Final = frozenset((QUOTE, MARK))
_VERBS: Final = SAY | THINK | LABEL | VERB
_FUNCTION: Final = ADV | AUX | CONJ | DET | PREP | PRON | REL | SUB


class Tokens:
    """The tokens of one paragraph, as parallel lists."""

    __slots__ = ("bits", "cut", "ends", "headline", "kinds", "language", "lows", "starts", "stretches", "text")

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
        """Word classes of each token; see `_lexicon`."""
        self.headline = _is_headline(text)
        """True when its words are capitalised as in an English headline."""
        at = first
        for stretch in stretches:
            self._read(at, stretch.start)
            self.stretches[len(self.starts)] = stretch
            self._add(stretch.start, stretch.end, "", QUOTE, 0)
            at = stretch.end
        self._read(at, len(text) if last is None else last)
        self.cut = self._sentences()
        if language.adverb_endings:
            self._lower_openings()
        """Numbers of the tokens that begin a sentence, and the number of tokens."""

    def __len__(self) -> int:
        return len(self.starts)

    def _add(self, start: int, end: int, low: str, kind: str, bits: int) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.lows.append(low)
        self.kinds.append(kind)
        self.bits.append(bits)

    def _read(self, start: int, end: int) -> None:
        found = list(_TOKEN.finditer(self.text, start, end))
        words = [m.group() for m in found]
        if self.language.elides or self.language.enclitics:
            for word, m in zip(words, found, strict=True):
                if len(word) > 1 and ("'" in word or "’" in word or "-" in word):
                    self._read_parts(word, m.start())
                else:
                    self._add(m.start(), m.end(), *self._facts(word))
            return
        known = self.language.headlines if self.headline else self.language.known
        for word in words:
            if word not in known:
                known[word] = self._facts(word)
        facts = [known[word] for word in words]
        self.starts += [m.start() for m in found]
        self.ends += [m.end() for m in found]
        self.lows += [low for low, _, _ in facts]
        self.kinds += [kind for _, kind, _ in facts]
        self.bits += [bits for _, _, bits in facts]
        if len(known) > _KEPT:
            known.clear()

    def _facts(self, word: str) -> tuple[str, str, int]:
        """Return a token in lower case, its kind and its classes."""
        low = word.lower()
        bits = self.language.classes.get(low)
        if bits is None:
            bits = 0 if low.isalpha() else self._unlisted(low)
        begins = word[0]
        if begins.isupper():
            return low, WORD if bits & _FUNCTION or (self.headline and bits & _VERBS) else NAME, bits
        return low, WORD if begins.isalnum() or begins == "&" else MARK, bits

    def _unlisted(self, low: str) -> int:
        """Return the classes of a word that is not in the data: those of its owner ("week's"), or a year's."""
        if low.endswith(("'s", "’s")):
            return self.language.classes.get(low[:-2], 0) & ~(AUX | DET)
        return TIME if len(low) == 4 and low.isdigit() and low[:2] in ("19", "20") else 0

    def _read_parts(self, word: str, start: int) -> None:
        """Read a word that may be two: "l'avocat", "dit-il"."""
        m = _ELISION.match(word) if self.language.elides else None
        if m:
            self._read_word(word[: m.end() - 1], start)
            word, start = word[m.end() :], start + m.end()
        for tail in self.language.enclitics:
            if word.endswith(tail) and len(word) > len(tail):
                self._read_word(word[: -len(tail)], start)
                pronoun = tail.rpartition("-")[2]
                self._read_word(pronoun, start + len(word) - len(pronoun))
                return
        self._read_word(word, start)

    def _read_word(self, word: str, start: int) -> None:
        low = word.lower()
        bits = self.language.classes.get(low)
        if bits is None:
            bits = self._unlisted(low)
        plain = bits & _FUNCTION or (self.headline and bits & _VERBS)
        kind = NAME if word[0].isupper() and not plain else WORD
        self._add(start, start + len(word), low, kind, bits)

    def _sentences(self) -> list[int]:
        n = len(self.starts)
        start = self._dateline_end()
        kinds = self.kinds
        ends = [i + 1 for i in range(start, n - 1) if kinds[i] in _BREAKS and self._ends_sentence(i)]
        cut = [0]
        for end in (*([start] if start else []), *ends, n):
            cut.extend(range(cut[-1] + _LONGEST, end, _LONGEST))
            cut.append(end)
        return cut

    def _lower_openings(self) -> None:
        """Take the capital from adverbs that open a sentence."""
        for i in self.cut[:-1]:
            if i < len(self.kinds) and self.kinds[i] == NAME and self.lows[i].endswith(self.language.adverb_endings):
                self.kinds[i] = WORD
                self.bits[i] |= ADV

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
        if kind != MARK or low not in _ENDERS or (self.lows[i + 1] in _ENDERS and low != "\n"):
            return False
        if low == "\n":
            return True
        if self.kinds[i + 1] == QUOTE:
            return not (low == "." and self._abbreviated(i)) or self.text[after + 1 : after + 2].isupper()
        if next_first.islower() or next_first in ",;:)":
            return False
        return low != "." or not self._abbreviated(i)

    def _abbreviated(self, i: int) -> bool:
        if i == 0 or self.kinds[i - 1] == MARK or self.ends[i - 1] != self.starts[i]:
            return False
        low = self.lows[i - 1]
        return low in abbreviations() or (len(low) == 1 and low.isalpha())

    def _quote_ends(self, i: int, next_first: str) -> bool:
        """Return whether a stretch ends its sentence: it ends as one, and what follows begins one."""
        stretch = self.stretches[i]
        last = self.text[stretch.last - 1]
        if self.kinds[i + 1] == QUOTE:
            return last in ".!?…"
        return last == "." and not next_first.islower() and next_first not in ",;:—–―-)"

    def sentence(self, i: int) -> tuple[int, int]:
        """Return the bounds of the sentence that holds token i."""
        k = bisect_left(self.cut, i + 1)
        return self.cut[k - 1], self.cut[k]

    def find(self, position: int) -> int:
        """Return the number of the token that ends behind a position of the text."""
        return bisect_left(self.ends, position + 1)

    def has(self, i: int, bits: int) -> bool:
        """Return whether token i is of one of the word classes."""
        return 0 <= i < len(self.bits) and bool(self.bits[i] & bits)

    def make_name(self, q: int) -> None:
        """Take a stretch for a name: a word of its sentence, or a comma if it ends in one."""
        last = self.text[self.stretches.pop(q).last - 1]
        self.kinds[q] = MARK if last == "," else NAME
        self.lows[q] = "," if last == "," else self.text[self.starts[q] : self.ends[q]].lower()

    def low(self, i: int) -> str:
        """Return token i in lower case, or nothing where there is none."""
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def among(self, i: int, key: str) -> bool:
        """Return whether token i is in one of the small sets of the language."""
        return 0 <= i < len(self.lows) and self.language.among(self.lows[i], key)


def _is_headline(text: str) -> bool:
    """Return whether nearly all words of a short line begin with a capital."""
    if len(text) > _HEADLINE:
        return False
    words = [w for w in _LETTERS.findall(text) if len(w) > 3]
    return len(words) > 2 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)
