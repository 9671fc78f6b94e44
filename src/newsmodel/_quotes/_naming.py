"""Quoted words that are a name, a term or an inscription: what the words around them say of it."""

from __future__ import annotations

import re
from typing import Final

from newsmodel._quotes import _flags as f
from newsmodel._quotes._attribution import Attribution
from newsmodel._quotes._tokens import DASHES, MARK, NAME, QUOTE, WORD, Tokens

__all__ = ["is_dubbed", "is_name", "is_title", "named_before", "words_in"]

_WORD: Final = re.compile(r"\w+(?:['’-]\w+)*")
_ADDRESS: Final = re.compile(r"[\w-]+(?:\.[\w-]+)+")  # of a page, often written small
_APART: Final = frozenset((",", "(", *DASHES))
_PAIR: Final = 2
_SMALL: Final = 3  # letters of a word that stays small in titles
_FAR: Final = 40  # tokens looked back over, so that thousands of stretches in a row take linear time
_NEAR: Final = 6  # tokens between a verb and its particle
_REACH: Final = 14  # tokens between "known" and "as"
_NAME: Final = 6  # words that a name has at most
_LONG: Final = 4  # words from which a stretch is speech unless something speaks against it


def words_in(t: Tokens, q: int) -> list[str]:
    """Return the words of the stretch at token q."""
    stretch = t.stretches[q]
    return _WORD.findall(t.text, stretch.first, stretch.last)


def is_name(t: Tokens, q: int) -> bool:
    """Return whether the words of a stretch are a name: a nickname between names, or what a noun before it names."""
    stretch = t.stretches[q]
    if stretch.left_open or stretch.resumed:
        return False
    last = t.text[stretch.last - 1]
    before = q - 2 if last == "," and t.low(q - 1) == "," else q - 1  # "on his programme, "Late Shift," he said"
    if last in ".?!" or (last == "," and not (t.has(before, f.NAMED) and t.kinds[before] == WORD)):
        return False
    words = words_in(t, q)
    if last == "," or not words:
        return is_title(t, words)
    if _is_nickname(t, q):
        return True
    if t.language.verb_second and (_is_medium(t, q) or _is_called(t, q)):
        return True
    if _is_source(t, q) and len(words) <= _NAME:
        return True
    if q == 0 and len(t) > 1 and t.lows[1] == ":" and len(words) < 3 and not t.headline:
        return True  # the label of an interview
    if t.language.capital_nouns and len(words) <= _NAME and _stands_in_subject(t, q):
        return True
    medium = t.language.capital_nouns and t.has(q - 1, f.NAMED)  # die Zeitung "Kasran heute"
    heavy = not words[0][0].islower() and (medium or not words[-1][0].islower())
    heavy = heavy or _ADDRESS.fullmatch(t.text, stretch.first, stretch.last) is not None
    if not heavy or len(words) > _NAME:
        return False
    if _is_apposed(t, q, words):
        return True
    if not (t.language.verb_second and len(words) > 1 and t.among(q - 1, "definite") and is_title(t, words)):
        return False
    return not t.in_mood(*t.sentence(q))


def _is_apposed(t: Tokens, q: int, words: list[str]) -> bool:
    """Return whether a noun that is given names stands before the stretch, or one of which nothing is known."""
    if t.has(q - 1, f.NAMED | f.ORG if t.language.capital_nouns else f.NAMED) and not t.has(q - 1, f.CUE):
        return not _is_framed(t, q)
    if t.language.capital_nouns or t.kinds[q - 1] != WORD or t.bits[q - 1]:
        return False
    k = q - 2
    if k > 0 and t.kinds[k] == WORD and not t.bits[k]:
        k -= 1  # an adjective
    behind = k > 0 and t.has(k, f.DET) and not t.among(k - 1, "tell")  # the ballad "Cold Kettle"
    return behind and (len(words) < _PAIR or is_title(t, words))


def _is_framed(t: Tokens, q: int) -> bool:
    """Return whether a verb and its particle stand around the stretch: ``warf der Partei "Verrat" vor``."""
    particle = t.low(q + 1)
    return any(particle in t.language.separable.get(t.lows[k], ()) for k in range(max(t.sentence(q)[0], q - _NEAR), q))


def _stands_in_subject(t: Tokens, q: int) -> bool:
    """Return whether the stretch names what a noun before it belongs to: ``Der Chef der "..." sagte``."""
    k = q - 1 if t.among(q - 1, "definite") or t.among(q - 1, "oblique") else q
    if k == q and not t.among(q - 1, "attaching"):
        return False
    k -= t.among(k - 1, "attaching")
    lo, hi = t.sentence(q)
    if k - 1 < lo or not (t.kinds[k - 1] == NAME or t.among(k - 1, "as")):
        return False
    if any(
        t.kinds[j] in (MARK, QUOTE) or t.has(j, f.ACTS | f.SAY | f.LABEL | f.SUB & ~f.ADV) for j in range(lo + 1, q)
    ):
        return False
    return (q + 1 < hi and t.has(q + 1, f.ACTS | f.SAY | f.LABEL | f.ADV | f.TIME)) or t.low(q + 1) == ","


def _is_source(t: Tokens, q: int) -> bool:
    """Return whether a phrase around the stretch says that it names a source: ``laut "..."``, ``dem "..." zufolge``."""
    if not t.language.capital_nouns:
        return False
    if q + 1 < len(t) and any(t.language.sources_after.at(t.lows, q + 1)):
        return True
    k = q - 2 if t.has(q - 1, f.DET) else q - 1
    if t.has(k, f.PREP) and (t.among(k, "objects") or (t.among(k, "naming") and t.among(k - 1, "interviews"))):
        return True  # "gegenüber der "Zeit"", "im Gespräch mit der "Zeit""
    return any(k + 1 - n in range(q) and n in t.language.sources.at(t.lows, k + 1 - n) for n in (1, 2, 3))


def _is_medium(t: Tokens, q: int) -> bool:
    """Return whether the stretch is the paper that wrote the words before it: ``"...", schrieb "Die Zeit"``."""
    k = q - 2 if t.among(q - 1, "definite") else q - 1
    if k < 1 or not t.has(k, f.SAY) or t.has(k, f.MOOD):
        return _is_told(t, q)
    if k < q - 1 and t.among(k - 1, "definite") and k - 1 == t.sentence(q)[0]:
        return True  # Das berichtet die "Zeit"
    return t.kinds[k - 1] == QUOTE or (t.lows[k - 1] == "," and t.kinds[k - 2] == QUOTE)


def _is_told(t: Tokens, q: int) -> bool:
    """Return whether the stretch is the paper that somebody told something: ``sagte Brandt der "Morgenpost"``."""
    words = words_in(t, q)
    if not (t.among(q - 1, "objects") or t.among(q - 1, "genitive")) or not (words[1:] == [] or is_title(t, words)):
        return False
    k = q - 2
    while k > max(0, q - _FAR) and (t.kinds[k] == NAME or t.has(k, f.TIME | f.ADV | f.DET)):
        k -= 1
    return k < q - 2 and t.has(k, f.SAY) and not t.has(k, f.LABEL | f.MOOD)


def _is_called(t: Tokens, q: int) -> bool:
    """Return whether something bears the name in the marks: ``nur "der Klotz" heißt``, ``ein Bericht des "Boten"``."""
    if t.among(q + 1, "impersonal"):
        return t.text[t.stretches[q].last - 1] not in ",.?!" and t.low(q + 2) != "es"
    stretch = t.stretches[q]
    owner = t.among(q - 1, "genitive") and t.kinds[q - 2] == NAME and t.has(q - 2, f.SAID | f.ORG | f.NAMED)
    return owner and t.text[stretch.first].isupper() and " " not in t.text[stretch.first : stretch.last]


def _is_nickname(t: Tokens, q: int) -> bool:
    """Return whether a stretch stands between the names of a person: ``Frank "Dutch" Keller``."""
    if not (0 < q < len(t) - 1 and t.kinds[q - 1] == t.kinds[q + 1] == NAME):
        return False
    stretch = t.stretches[q]
    words = words_in(t, q)
    close = t.starts[q] - t.end(q - 1) <= 1 and t.starts[q + 1] - t.end(q) <= 1
    return close and 0 < len(words) <= 3 and t.text[stretch.last - 1] not in ".,!?"


def named_before(t: Tokens, q: int, *, governed: bool = False) -> bool:
    """Return whether a word before the stretch says that a name, a term or an inscription follows."""
    k = q - 1
    floor = max(0, q - _FAR)
    naming = t.language.words["naming"]
    while (k > floor and t.kinds[k] == QUOTE) or (k > floor + 1 and (t.bits[k] & f.DET or t.lows[k] in naming)):
        k -= 1
    if k < 0:
        return False
    stretch = t.stretches[q]
    if t.lows[q - 1] in naming:
        k = _behind_phrase(t, k, floor)
    if t.has(k, f.UNREAL):
        return _is_given(t, k, q)
    if t.low(k) == ",":
        return _named_apart(t, k, q)
    if k != q - 1 or not t.bits[k] & f.NAMED or _is_framed(t, q):
        return False
    first = _WORD.match(t.text, stretch.first, stretch.last)
    if first and first.group() in t.language.words["indefinite"]:
        return False
    if governed and t.language.capital_nouns and first and first.group()[0].islower():
        return False
    return t.text[stretch.first].isupper() or t.text.count(" ", stretch.first, stretch.last) < _LONG - 2


def _is_given(t: Tokens, k: int, q: int) -> bool:
    """Return whether the word of naming at token k gives the stretch as a name: "called", "titled"."""
    if not t.has(k, f.LABEL):
        return not (t.has(k, f.SAY) and _is_reflexive(t, k))
    if t.has(k - 1, f.AUX | f.PRON | f.REL):
        return False
    words = words_in(t, q)
    if t.has(k - 1, f.PERSON) and words[0].islower() and _in_relative(t, k - 1):
        return False  # a decline that experts called "alarming"
    if not _may_name(t, k - 1):
        return (t.low(k - 1) in _APART or not k) and len(words) < _NAME and _names(t, words)
    return k == q - 1 or t.among(k + 1, "naming") or is_title(t, words)


def _named_apart(t: Tokens, comma: int, q: int) -> bool:
    """Return whether the noun that the stretch names stands before a comma: ``two books, "Spans" and "Pin"``."""
    stretch = t.stretches[q]
    capital = t.text[stretch.first].isupper()
    if t.has(comma - 1, f.NAMED) and t.text[stretch.last - 1] != ".":
        words = words_in(t, q)
        return is_title(t, words) or (len(words) < _PAIR and capital)
    if t.low(q + 1) != "," or not t.language.subject_after or t.language.verb_second:
        return False
    return capital and t.has(comma - 2, f.NAMED) and t.kinds[comma - 1] == WORD  # la película inaugural, «La casa»,


def _behind_phrase(t: Tokens, k: int, floor: int) -> int:
    """Return the word of naming that a phrase parts from "as": "known to friends as", "and to others as"; or k."""
    for j in range(k, max(floor, k - _REACH), -1):
        if t.has(j, f.UNREAL) and not t.has(j, f.LABEL):
            return j if t.has(j + 1, f.PREP) else k
        if t.lows[j] in (".", ";", ":") or (t.bits[j] & (f.CUE | f.ACTS | f.SUB) and not t.among(j, "naming")):
            return k
    return k


def _names(t: Tokens, words: list[str]) -> bool:
    """Return whether words begin as a name does: with a capital, or with an article."""
    return words[0][0].isupper() or words[0] in t.language.words["definite"]


def is_dubbed(t: Tokens, q: int, found: Attribution | None, count: int) -> bool:
    """Return whether the stretch is what something is called for short: ``a road that locals call "the Snake"``."""
    if found is None or found.cue is None or count >= _LONG or not t.among(found.cue[0], "dubs"):
        return False
    words = words_in(t, q)
    last = t.text[t.stretches[q].last - 1]
    if last in "?!" or (last == "." and not is_title(t, words)):  # dubbed it the "Thirst Act."
        return False
    article = t.among(q - 1, "definite") or (t.among(q - 1, "oblique") and not t.among(q - 1, "indefinite"))
    first = count == 1 and t.language.verb_second and found.cue[0] == q + 1
    if article or first:  # called it the "Deckchair"; "Kleinbrot" nennt er ihn
        return words[0][0].isupper() or (article and t.has(q - 2, f.PRON))
    if not _names(t, words):
        return False
    k = found.speaker[0] - 1 if found.speaker else 0
    if t.language.verb_second:
        return t.has(k, f.DET | f.REL) and t.low(k - 1) == ","
    return t.has(k, f.REL | f.COMP) and found.cue[0] < q


def _is_reflexive(t: Tokens, k: int) -> bool:
    """Return whether somebody says it of themselves: "s'est dit «très attentif»"."""
    return t.among(k - 1 - t.has(k - 1, f.AUX), "reflexive")


def _in_relative(t: Tokens, k: int) -> bool:
    """Return whether a relative stands before the one or two words up to token k."""
    relative = k - 1 if t.has(k - 1, f.REL | f.COMP) else k - 2
    return t.has(relative, f.REL | f.COMP) and not t.among(relative, "free_relatives")


def _may_name(t: Tokens, k: int) -> bool:
    """Return whether "called" behind token k gives a name: "the group called ...", but not "Smith called it ..."."""
    return t.kinds[k] == WORD or (t.language.capital_nouns and t.low(k) == ",")


def is_title(t: Tokens, words: list[str]) -> bool:
    """Return whether words are written as a title is: all that count begin with a capital."""
    if len(words) < _PAIR or not words[0][0].isupper():
        return False
    return all(w[0].isupper() or w[0].isdigit() or _is_small(t, w) for w in words) and words[-1][0].isupper()


def _is_small(t: Tokens, word: str) -> bool:
    return len(word) <= _SMALL or bool(t.language.classes.get(word.lower(), 0) & (f.PREP | f.CONJ | f.DET))
