"""Lines of a text as tokens, and the stretches of them that could hold a name."""

from __future__ import annotations

import re
from functools import cache, cached_property

from newsmodel._names import _lexicon
from newsmodel._names._lexicon import word_set

__all__ = ["EDGE", "ENDS", "OPENS", "UPPER", "Line", "Lines", "cores", "lines"]

UPPER = "".join(c for c in map(chr, range(0x41, 0x590)) if c.isupper())
"""The capital letters of the scripts that have them, for classes of patterns."""

# What one token is, or several plain words with blanks between and behind: to search for each would be slow. First,
# because most are, such words, marks, and a word that a mark or a possessive ending follows; then the most special
# first: web and mail addresses, initialisms (U.S., J.K.), a single initial (F.), abbreviations whose full stop belongs
# to them, the number under which somebody plays in a tournament ("1-Ann Lee (Spain)"), words (with inner hyphens,
# apostrophes, ampersands, but without a possessive ending), the possessive ending, anything else one by one. Bounded
# repetition keeps it linear. White space is taken with the token after it.
TOKEN = re.compile(
    r"\s*+(?:[A-Za-z\d][A-Za-z\d ]* |[,\"“”():;?!]|\.(?![\w.+@-])"
    r"|[A-Za-z\d]++(?=[,;?!)\"”]|'s\b|\.\Z)|[a-z]{3,}+(?=\. )|['’ʼ][sS]\b"
    r"|https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w.-]+|[@#]\w+"
    r"|(?:[^\W\d_]\.){2,}[^\W\d_]?(?!\w)"
    rf"|(?<![\w.])[{UPPER}]\.(?=\s*[^\W\d_])"
    r"|(?:Mrs?|Ms|Mx|Drs?|Prof|St|Jr|Sr|Inc|Corp|Ltd|Co|Cos|Bros|Gen|Lt|Col|Maj|Sgt|Capt|Cmdr|Adm|Cpl|Pvt|Brig|Sens?|Reps?|Govs?"
    r"|Rev|Hon|Supt|Det|Insp|Msgr|Fr|Ltda|Pty|Pvt|Amb|Ph\.D|Messrs|Mme|Mlle|No|vs)\.(?=\W)"
    rf"|[1-9]\d?(?=-[{UPPER}]\w+ [{UPPER}]\w+ \()"
    rf"|(?:anti|pro|non|ex|pre|post|mid|trans)[-‐‑](?=[{UPPER}])"
    r"|[^\W_]+(?:(?:['’ʼ](?![sS]\b)|[-‐‑](?!(?:led|backed|based|linked|style|born|run|held|owned|listed|controlled|affiliated|era"
    r"|dominated|aligned|sponsored|funded|occupied|brokered|made|trained|allied|friendly|inspired|like|wide|area|[a-z]{2,10}ed)\b|[UE]\.)|[&·])[^\W_]+)*"
    r"|\S)"
)
_BREAKS = ("\r", "\u2028", "\u2029")  # end a line as "\n" does

EDGE = ("<s>", "<s>")
"""Stands twice before the first and after the last token of a line, so that looking around needs no checks."""

ENDS = frozenset((EDGE[0], ".", "!", "?", "…", ";"))
"""Tokens after which a sentence begins."""
OPENS = frozenset(("“", '"', "‘", "'", "«", "„", "(", ":", "-", "–", "—", "•", "*", "|"))
"""Tokens after which a sentence may begin."""

_NOT_NAME = ("@", "#", "http", "www.")
_NOT_NAME_FIRST = frozenset("@#hw")
_LONG_TITLE = 18  # words
_FEW = 4  # words, of which a title has at least so many
_NUMBERS = re.compile("[0-9][0-9]*")  # where it begins with one of a set, the engine searches faster
_DASHES = frozenset("-–—:")
_LETTERS = re.compile(r"[^\W\d_]+")
# A word that says what somebody is has a capital only at the start of a sentence: "Mother-of-two Ann Lee".
_DESCRIBES = re.compile(
    r"[A-Z][a-z]+-(?:(?:[a-z]+-)?old|of-[a-z]+|time|term|year|generation|round|half|turned-[a-z]+|elect|serving|winning)"
)


class Line:
    """A line of the text: its tokens with their places, and its candidate stretches."""

    __slots__ = (
        "_cores",
        "_places",
        "capitals",
        "end",
        "kind",
        "norms",
        "seen",
        "start",
        "stretches",
        "text",
        "words",
    )

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        """All the text that it is a line of."""
        self._places: dict[int, int] = {}
        self._cores: dict[tuple[int, int], list[tuple[int, int]]] = {}
        self.start = start
        """Where it begins in the text."""
        self.end = end
        """Where it ends."""
        self.words = [*EDGE, *" ".join(TOKEN.findall(text, start, end)).split(), *EDGE]
        """Tokens as written, with `EDGE` on both sides."""
        capitals = [i for i, w in enumerate(self.words) if not w.islower() and w != w.lower()]
        self.kind = _kind(text[start:end], self.words, len(capitals))
        """``c`` in capitals, ``t`` in title case, ``s`` with scores or other figures, ``n`` normal.

        Normal lines of a match report are ``m`` instead.
        """
        loud = self.kind == "c" or (self.kind == "s" and text[start:end].isupper())
        self.norms = [_fold_capitals(w) for w in self.words] if loud else self.words
        """Tokens as they would stand in a normal line."""
        self.seen = self.norms
        """Tokens as the model sees them: as they would stand in a normal line in English."""
        if text.find("-", start, end) >= 0:
            capitals = [i for i in capitals if not _DESCRIBES.fullmatch(self.words[i])]
        self.capitals = capitals
        """Numbers of the tokens with a capital that a name may have."""
        self.stretches = _stretches(self.words, self.capitals)
        """Candidates as (first token, token after the last)."""

    def see(self, tokens: list[str]) -> None:
        """Take for the tokens that the model sees others than those that stand there."""
        self.seen = tokens
        self.stretches = _stretches(tokens, [i for i in self.capitals if not tokens[i].islower()])

    def place(self, i: int) -> int:
        """Return where a token begins in the text: it follows the one before, or the last one with a capital."""
        places = self._places
        if not places:
            self._find_capitals()
        if i in places:  # as most
            return places[i]
        k, words, find = i - 1, self.words, self.text.find
        while k not in places:
            k -= 1
        at = places[k]
        for j in range(k + 1, i + 1):
            places[j] = at = find(
                words[j], at + len(words[j - 1])
            )  # kept, or a row of small words would be walked anew
        return at

    def _find_capitals(self) -> None:
        """Find where tokens with a capital stand: no other token holds these letters, so the others can be skipped."""
        places, words, find = self._places, self.words, self.text.find
        places[1], at = self.start - len(EDGE[1]), self.start
        for i in self.capitals:
            places[i] = at = find(words[i], at)
            at += len(words[i])

    def cores(self, first: int, last: int) -> list[tuple[int, int]]:
        """Return the parts of a stretch that small words such as "of" leave, found once: see `cores`."""
        found = self._cores.get((first, last))
        if found is None:
            found = self._cores[first, last] = cores(self.seen, first, last)
        return found


class Lines(list[Line]):
    """The lines of a text."""

    @cached_property
    def words(self) -> frozenset[str]:
        """All their tokens as written."""
        return frozenset().union(*[line.words for line in self])


def lines(text: str) -> Lines:
    """Cut a text into its lines."""
    for mark in _BREAKS:
        text = text.replace(mark, "\n")
    found, start = Lines(), 0
    for written in text.split("\n"):
        end = start + len(written)
        if written and not written.isspace():
            found.append(Line(text, start, end))
        start = end + 1
    if _is_match_report(found):
        for line in found:
            line.kind = "m" if line.kind == "n" else line.kind
    return found


def _is_match_report(lines: Lines) -> bool:
    """Tell whether a text is headed as agencies head those of sports, or has words of score sheets."""
    head = [word.lower() for word in lines[0].words[2:14]] if lines else []
    if not word_set("sports").isdisjoint(head):
        dash = next((k for k, word in enumerate(head[:5]) if word in _DASHES), 0)
        if not word_set("sports").isdisjoint(head[:dash]) or not word_set("sheets").isdisjoint(head):
            return True
    return len(word_set("score sheets") & lines.words) > 1


def _kind(line: str, words: list[str], capitals: int) -> str:
    if line.isupper() and len(words) > 5 and sum(map(len, _LETTERS.findall(line))) > 9:
        return "c"
    if len(line) > 250:
        return "n"
    numbers = len(_NUMBERS.findall(line))
    if numbers > 1 and numbers * 3 > line.count(" ") and _is_score(words):
        return "s"
    if capitals < _FEW:
        return "n"
    small = word_set("small in titles")
    telling = upper = 0
    for w in words[2:-2]:
        if w[0].isalpha() and w not in small:
            telling += 1
            upper += w[0].isupper()
            if telling - upper > 1 or telling > _LONG_TITLE:
                return "n"  # more than one in ten is small; or a list of names
    most = 1.0 if line.endswith((".", "!”", '."', ".”")) else 0.9
    return "t" if telling >= _FEW and upper >= most * telling else "n"


def _is_score(words: list[str]) -> bool:
    """Tell whether at least a third of the words of a line are numbers, two or more."""
    numbers = sum([w[0].isdigit() for w in words])
    return numbers > 1 and numbers * 2 >= sum([w[0].isalpha() for w in words])


def _fold_capitals(word: str) -> str:
    if len(word) < 2 or not word.isupper():
        return word
    lexicon = _lexicon.load()
    if word in lexicon.organizations or word in lexicon.places:
        return word
    return "-".join([p.capitalize() for p in word.split("-")])


def _stretches(words: list[str], capitals: list[int]) -> list[tuple[int, int]]:
    """Return maximal runs of capitalised tokens, together with the small words that may join them."""
    particles = word_set("particles")
    found = []
    first = last = -1
    for i in capitals:
        if words[i][0] in _NOT_NAME_FIRST and words[i].startswith(_NOT_NAME):
            continue
        if first >= 0 and (i == last + 1 or (i <= last + 3 and _are_joined(words[last + 1 : i]))):
            last = i
            continue
        if first >= 0:
            found.append((first, last + 1))
        first = last = i
        while words[first - 1] in particles and first > 2:
            first -= 1
    if first >= 0:
        found.append((first, last + 1))
    return found


def _are_joined(between: list[str]) -> bool:
    """Tell whether the one or two words between two capitalised ones may stand within a name."""
    return _joining().issuperset(between)


@cache
def _joining() -> frozenset[str]:
    """Return the small words that may stand within a name."""
    return word_set("inner") | word_set("particles")


def cores(words: list[str], first: int, last: int) -> list[tuple[int, int]]:
    """Return the parts of a stretch that small words such as "of" and "and" leave: runs of capitalised tokens."""
    stretch = words[first:last]
    if _joining().isdisjoint(stretch):
        return [(first, last)]  # no small word joins its tokens
    joins, found, start = word_set("joins"), [], -1
    for i in range(first, last):
        word = words[i]
        if word != word.lower() or (word in joins and i + 1 < last):
            if start < 0:
                start = i
        elif start >= 0:
            found.append((start, i))
            start = -1
    if start >= 0:
        found.append((start, last))
    return found
