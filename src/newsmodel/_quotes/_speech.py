"""Whether quoted words are somebody's words at all: titles, names, terms, signs and scare quotes are not."""

from __future__ import annotations

import re
from typing import Final

from newsmodel._quotes import _flags as f
from newsmodel._quotes._attribution import Attribution
from newsmodel._quotes._marks import BLOCK
from newsmodel._quotes._tokens import MARK, NAME, QUOTE, WORD, Tokens

__all__ = ["is_name", "is_speech"]

_WORD: Final = re.compile(r"\w+(?:['’-]\w+)*")
_ADDRESS: Final = re.compile(r"[\w-]+(?:\.[\w-]+)+")  # of a page, often written small
_UNSPACED: Final = frozenset("「『")  # marks of languages that write no spaces
_PAIR: Final = 2
_SMALL: Final = 3  # letters of a word that stays small in titles
_FAR: Final = 40  # tokens looked back over, so that thousands of stretches in a row take linear time
_NAME: Final = 6  # words that a name has at most
_LONG: Final = 4  # words from which a stretch is speech unless something speaks against it


def is_name(t: Tokens, q: int) -> bool:
    """Return whether the words of a stretch are a name: a nickname between names, or what a noun before it names."""
    stretch = t.stretches[q]
    if stretch.left_open or stretch.resumed:
        return False
    last = t.text[stretch.last - 1]
    if last in ".?!" or (last == "," and not (t.has(q - 1, f.NAMED) and t.kinds[q - 1] == WORD)):
        return False
    words = _WORD.findall(t.text, stretch.first, stretch.last)
    if last == "," or not words:
        return _is_title(t, words)
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
    heavy = not words[0][0].islower() and not words[-1][0].islower()
    heavy = heavy or _ADDRESS.fullmatch(t.text, stretch.first, stretch.last) is not None
    if not heavy or len(words) > _NAME:
        return False
    if _is_apposed(t, q, words):
        return True
    if not (t.language.verb_second and len(words) > 1 and t.among(q - 1, "definite") and _is_title(t, words)):
        return False
    return not t.in_mood(*t.sentence(q))


def _is_apposed(t: Tokens, q: int, words: list[str]) -> bool:
    """Return whether a noun that is given names stands before the stretch, or one of which nothing is known."""
    if t.has(q - 1, f.NAMED | f.ORG if t.language.capital_nouns else f.NAMED) and not t.has(q - 1, f.CUE):
        return True
    if t.language.capital_nouns or t.kinds[q - 1] != WORD or t.bits[q - 1]:
        return False
    k = q - 2
    if k > 0 and t.kinds[k] == WORD and not t.bits[k]:
        k -= 1  # an adjective
    behind = k > 0 and t.has(k, f.DET) and not t.among(k - 1, "tell")  # the ballad "Cold Kettle"
    return behind and (len(words) < _PAIR or _is_title(t, words))


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
    if t.has(k, f.PREP) and t.among(k, "objects"):
        return True
    return any(k + 1 - n in range(q) and n in t.language.sources.at(t.lows, k + 1 - n) for n in (1, 2, 3))


def _is_medium(t: Tokens, q: int) -> bool:
    """Return whether the stretch is the paper that wrote the words before it: ``"...", schrieb "Die Zeit"``."""
    k = q - 2 if t.among(q - 1, "definite") else q - 1
    if k < 1 or not t.has(k, f.SAY) or t.has(k, f.MOOD):
        return False
    if k < q - 1 and t.among(k - 1, "definite") and k - 1 == t.sentence(q)[0]:
        return True  # Das berichtet die "Zeit"
    return t.kinds[k - 1] == QUOTE or (t.lows[k - 1] == "," and t.kinds[k - 2] == QUOTE)


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
    words = _WORD.findall(t.text, stretch.first, stretch.last)
    close = t.starts[q] - t.ends[q - 1] <= 1 and t.starts[q + 1] - t.ends[q] <= 1
    return close and 0 < len(words) <= 3 and t.text[stretch.last - 1] not in ".,!?"


def is_speech(t: Tokens, q: int, found: Attribution | None) -> bool:
    """Return whether the words of a stretch were said or written by somebody."""
    stretch = t.stretches[q]
    if _WORD.search(t.text, stretch.first, stretch.last) is None:
        return False
    if t.text[stretch.first] == "(" and t.text[stretch.first : stretch.last].rstrip(".").endswith(")"):
        return t.text.find(")", stretch.first) < stretch.last - 2  # "(Applause.)" is what was heard
    if stretch.mark in _UNSPACED and stretch.last - stretch.first >= 2 * _LONG:
        return True
    if stretch.resumed or stretch.left_open or stretch.mark == BLOCK:
        return True
    if _glosses(t, q):
        return False
    last = t.text[stretch.last - 1]
    entitled = last == "," and not t.headline and _owned(t, q)
    adjacent = found is not None and found.adjacent and found.how != "before"
    linked = last in ",.?!…" or t.headline or t.low(q + 1) == ","
    said = adjacent and linked and found is not None and found.strength == f.SAY
    if said and not entitled and not t.language.verb_second:
        return True
    words = _WORD.findall(t.text, stretch.first, stretch.last)
    if _ends_subject(t, q, found, words) or _is_bracketed(t, q, len(words)):
        return False
    if entitled and _is_title(t, words):
        return False  # On the station's "Morning Call," X said
    if adjacent:
        if not linked and _named_before(t, q):
            return False
        return said or len(words) >= _LONG or not _is_title(t, words)
    return not _named_before(t, q, governed=found is not None) and _reads_as_speech(t, q, found, words)


def _reads_as_speech(t: Tokens, q: int, found: Attribution | None, words: list[str]) -> bool:
    """Return whether words without a cue directly behind them are rather said than named, by form and length."""
    last = t.text[t.stretches[q].last - 1]
    if q and t.lows[q - 1] in (":", ",") and found is not None and found.adjacent:
        return not (found.how == "colon" and len(words) <= _PAIR and "(" in (t.low(q - 2), t.low(q - 3)))
    if q and t.lows[q - 1] == ":" and last in ".?!…" and len(words) >= _LONG and not t.headline:
        return True
    if (found is None and t.has(q + 1, f.UNREAL)) or _names_only(t, q, found, len(words)):
        return False
    if t.headline:
        return found is not None
    named = found is not None and found.speaker is not None and found.cue is not None and t.has(found.cue[0], f.LABEL)
    if found is not None and t.language.capital_nouns:
        named = named or t.among(q - 1, "indefinite") or len(words) > _NAME or t.has(q - 1, f.AUX)
        named = named or (found.strength == f.SAY and found.cue is not None and t.in_mood(found.cue[1], q))
        named = named or (t.among(q - 1, "naming") and t.in_mood(t.sentence(q)[0], q))
    if _is_title(t, words) and not named and (last not in ".?!" or _owned(t, q)):
        return False
    if found is None and t.language.verb_second and _owned(t, q) and not t.in_mood(*t.sentence(q)):
        return False
    enough = _LONG if found is not None or not t.language.verb_second else 2 * _LONG
    if len(words) >= enough or _leads(t, q) or (last in ",.?!" and len(words) > 1 and found is not None):
        return True
    if found is None and t.in_mood(*t.sentence(q)):
        return True
    if found is not None and found.strength == f.THINK and t.language.verb_second:
        return found.adjacent or (len(words) > 1 and t.among(q - 1, "indefinite"))
    return found is not None and (found.strength == f.SAY or not _qualifies(t, q))


def _ends_subject(t: Tokens, q: int, found: Attribution | None, words: list[str]) -> bool:
    """Return whether the stretch names the speaker in front of it: ``meldete die Ausgabe des "Boten", dass``."""
    if not (t.language.capital_nouns and found and found.speaker and found.strength == f.SAY and len(words) <= _LONG):
        return False
    end = found.speaker[1]
    behind = end == q or (end == q - 1 and t.has(end, f.DET))
    return behind and end > (found.cue or (end,))[0] and t.low(q + 1) == "," and not t.has(end - 1, f.ENTITY | f.PRON)


def _glosses(t: Tokens, q: int) -> bool:
    """Return whether a short form or a translation stands in the marks: ``(kurz: "...")``."""
    k = q - 2 if t.low(q - 1) == ":" else q - 1
    return t.among(k, "glosses") and (k < q - 1 or t.low(k - 1) in ("(", "[", ",")) and not t.has(k - 1, f.SAY)


def _is_bracketed(t: Tokens, q: int, count: int) -> bool:
    """Return whether a few words in marks stand in brackets by themselves: ``die Ziele ("...", "...")``."""
    if count >= _LONG or not t.language.verb_second:
        return False
    k = q - 1
    while k > 1 and t.lows[k] == "," and t.kinds[k - 1] == QUOTE:
        k -= 2
    return t.low(k) == "(" and t.low(q + 1) in (")", ",")


def _names_only(t: Tokens, q: int, found: Attribution | None, count: int) -> bool:
    """Return whether nobody in particular gives the name that stands in the marks: "is called", "calls itself"."""
    if found is None or found.cue is None or found.strength != f.LABEL or not t.language.verb_second:
        return False
    if found.speaker is None:
        return count < 2 * _LONG
    first = found.cue[1] if found.cue[0] < q else next((k + 1 for k in range(q - 1, 0, -1) if t.lows[k] == ","), q)
    between = range(first, q)
    small = all(
        t.has(k, f.AUX | f.PRON | f.ADV | f.DET) or t.among(k, "reflexive") or t.among(k, "naming") for k in between
    )
    return small and any(t.among(k, "reflexive") for k in between)


def _qualifies(t: Tokens, q: int) -> bool:
    """Return whether the stretch stands before a noun: the "smart" locks."""
    if q + 1 >= len(t) or t.kinds[q + 1] not in (WORD, NAME):
        return False
    return not t.bits[q + 1] & (f.PREP | f.CONJ | f.SUB | f.AUX | f.REL | f.ADV | f.DET | f.CUE)


def _leads(t: Tokens, q: int) -> bool:
    """Return whether the stretch is a sentence of its own."""
    lo, hi = t.sentence(q)
    ends = t.text[t.stretches[q].last - 1] in ".?!…" or (
        hi - q < 3 and t.lows[hi - 1] == "." and (q > 0 or _is_sentence(t, q))
    )
    return lo == q and ends


def _is_sentence(t: Tokens, q: int) -> bool:
    """Return whether a stretch that is a paragraph of its own is more than a name."""
    words = _WORD.findall(t.text, t.stretches[q].first, t.stretches[q].last)
    return len(words) > _PAIR and not _is_title(t, words)


def _owned(t: Tokens, q: int) -> bool:
    """Return whether the stretch follows an owner or a preposition, as the names of programmes do."""
    return q > 0 and (t.lows[q - 1].endswith(("'s", "’s")) or t.has(q - 1, f.PREP | f.DET))


def _named_before(t: Tokens, q: int, *, governed: bool = False) -> bool:
    """Return whether a word before the stretch says that a name, a term or an inscription follows."""
    k = q - 1
    floor = max(0, q - _FAR)
    while (k > floor and t.kinds[k] == QUOTE) or (k > floor + 1 and (t.has(k, f.DET) or t.among(k, "naming"))):
        k -= 1
    if k < 0:
        return False
    stretch = t.stretches[q]
    if t.has(k, f.UNREAL):
        if not t.has(k, f.LABEL):
            return True
        if t.has(k - 1, f.AUX | f.PRON | f.REL) or not _may_name(t, k - 1):
            return False
        return k == q - 1 or _is_title(t, _WORD.findall(t.text, stretch.first, stretch.last))
    first = _WORD.match(t.text, stretch.first, stretch.last)
    if k != q - 1 or not t.has(k, f.NAMED) or (first and first.group() in t.language.words["indefinite"]):
        return False
    if governed and t.language.capital_nouns and first and first.group()[0].islower():
        return False
    return t.text[stretch.first].isupper() or t.text.count(" ", stretch.first, stretch.last) < _LONG - 2


def _may_name(t: Tokens, k: int) -> bool:
    """Return whether "called" behind token k gives a name: "the group called ...", but not "Smith called it ..."."""
    return t.kinds[k] == WORD or (t.language.capital_nouns and t.low(k) == ",")


def _is_title(t: Tokens, words: list[str]) -> bool:
    """Return whether words are written as a title is: all that count begin with a capital."""
    if len(words) < _PAIR or not words[0][0].isupper():
        return False
    return all(w[0].isupper() or w[0].isdigit() or _is_small(t, w) for w in words) and words[-1][0].isupper()


def _is_small(t: Tokens, word: str) -> bool:
    return len(word) <= _SMALL or bool(t.language.classes.get(word.lower(), 0) & (f.PREP | f.CONJ | f.DET))
