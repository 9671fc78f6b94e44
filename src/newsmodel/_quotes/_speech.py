"""Whether quoted words are somebody's words at all: titles, names, terms, signs and scare quotes are not."""

from __future__ import annotations

import re
from typing import Final

from newsmodel._quotes import _flags as f
from newsmodel._quotes._attribution import Attribution
from newsmodel._quotes._displayed import is_shown
from newsmodel._quotes._marks import BLOCK
from newsmodel._quotes._naming import is_dubbed, is_title, named_before, words_in
from newsmodel._quotes._phrases import Range
from newsmodel._quotes._tokens import NAME, QUOTE, WORD, Tokens

__all__ = ["is_speech"]

_WORD: Final = re.compile(r"\w")
_UNSPACED: Final = frozenset("「『")  # marks of languages that write no spaces
_PAIR: Final = 2
_NEAR: Final = 5  # tokens between "als" and the words
_NAME: Final = 6  # words that a name has at most
_LONG: Final = 4  # words from which a stretch is speech unless something speaks against it


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
    if _glosses(t, q) or is_shown(t, q, found):
        return False
    last = t.text[stretch.last - 1]
    entitled = (last == "," and not t.headline and _owned(t, q)) or _is_inscribed(t, q, found)
    adjacent = found is not None and found.adjacent and found.how != "before"
    linked = last in ",.?!…" or t.headline or t.low(q + 1) == ","
    said = adjacent and linked and found is not None and found.strength == f.SAY
    if said and not entitled and not t.language.verb_second:
        return True
    words = words_in(t, q)
    if _ends_subject(t, q, found, words) or _is_bracketed(t, q, len(words)) or is_dubbed(t, q, found, len(words)):
        return False
    if entitled and is_title(t, words):
        return False  # On the station's "Morning Call," X said
    if adjacent:
        if not linked and named_before(t, q):
            return False
        return said or len(words) >= _LONG or not is_title(t, words)
    if t.kinds[q - 1] == QUOTE and len(words) > _NAME and _leads(t, q):
        return True  # in a post titled "Mea Culpa." "We were wrong, and we knew it."
    return not named_before(t, q, governed=found is not None) and _reads_as_speech(t, q, found, words)


def _reads_as_speech(t: Tokens, q: int, found: Attribution | None, words: list[str]) -> bool:
    """Return whether words without a cue directly behind them are rather said than named, by form and length."""
    last = t.text[t.stretches[q].last - 1]
    if q and t.lows[q - 1] in (":", ",") and found is not None and found.adjacent:
        return not (found.how == "colon" and len(words) <= _PAIR and "(" in (t.low(q - 2), t.low(q - 3)))
    enough = _LONG if t.language.verb_second else _LONG - 1
    if q and t.lows[q - 1] == ":" and last in ".?!…" and len(words) >= enough and not t.headline:
        return True
    if found is None and (t.has(q + 1, f.UNREAL) or (t.has(q - 1, f.DET) and t.has(q + 1, f.SAID | f.NAMED))):
        return False
    if t.language.verb_second and (_names_only(t, q, found, len(words)) or _lacks_frame(t, q, found, len(words))):
        return False
    if t.headline:
        return found is not None
    named = found is not None and found.speaker is not None and found.cue is not None and t.has(found.cue[0], f.LABEL)
    if found is not None and t.language.capital_nouns:
        named = named or t.among(q - 1, "indefinite") or len(words) > _NAME or t.has(q - 1, f.AUX)
        named = named or (found.strength == f.SAY and found.cue is not None and t.in_mood(found.cue[1], q))
        named = named or (t.among(q - 1, "naming") and t.in_mood(t.sentence(q)[0], q))
    if is_title(t, words) and not named and (last not in ".?!" or _owned(t, q)):
        return False
    if found is None and _is_object(t, q):
        return False
    enough = _LONG if found is not None or not t.language.verb_second else 2 * _LONG
    if len(words) >= enough or _leads(t, q) or (last in ",.?!" and len(words) > 1 and found is not None):
        return True
    if found is None and t.in_mood(*t.sentence(q)):
        return True
    if found is not None and found.strength == f.THINK and t.language.verb_second:
        return found.adjacent or (len(words) > 1 and t.among(q - 1, "indefinite"))
    return found is not None and (found.strength == f.SAY or not _qualifies(t, q, found.speaker))


def _is_inscribed(t: Tokens, q: int, found: Attribution | None) -> bool:
    """Return whether a clause before a colon tells where words stand: ``had taped a sign to the door: "Keep Out"``."""
    if found is None or found.how != "colon" or t.language.subject_after:
        return False
    return any(t.has(k, f.NAMED) and t.has(k - 1, f.DET) for k in range(t.sentence(q)[0] + 1, q - 1))


def _is_object(t: Tokens, q: int) -> bool:
    """Return whether a stretch that nobody says is a part of its sentence, as names are."""
    if t.language.verb_second:
        return _owned(t, q) and not t.in_mood(*t.sentence(q))
    stretch = t.stretches[q]
    names = t.language.subject_after and t.text[stretch.first].isupper() and t.text[stretch.last - 1] not in ",.?!…"
    return names and t.has(q - 1, f.PREP)  # la autora de "La casa sin puertas"


def _ends_subject(t: Tokens, q: int, found: Attribution | None, words: list[str]) -> bool:
    """Return whether the stretch names the speaker in front of it: ``meldete die Ausgabe des "Boten", dass``."""
    if not (t.language.capital_nouns and found and found.speaker and found.strength == f.SAY and len(words) <= _LONG):
        return False
    end = found.speaker[1]
    behind = end == q or (end == q - 1 and t.has(end, f.DET))
    return behind and end > (found.cue or (end,))[0] and t.low(q + 1) == "," and not t.has(end - 1, f.ENTITY | f.PRON)


def _glosses(t: Tokens, q: int) -> bool:
    """Return whether a short form or a translation stands in the marks: ``(kurz: "...")``."""
    k = q - 2 if q and t.lows[q - 1] == ":" else q - 1
    if k < 0 or t.lows[k] not in t.language.words["glosses"]:
        return False
    return (k < q - 1 or t.low(k - 1) in ("(", "[", ",")) and not t.has(k - 1, f.SAY)


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
    if found is None or found.cue is None or found.strength != f.LABEL:
        return False
    if found.speaker is None:
        return count < 2 * _LONG
    first = found.cue[1] if found.cue[0] < q else next((k + 1 for k in range(q - 1, 0, -1) if t.lows[k] == ","), q)
    between = range(first, q)
    small = all(
        t.has(k, f.AUX | f.PRON | f.ADV | f.DET) or t.among(k, "reflexive") or t.among(k, "naming") for k in between
    )
    return small and any(t.among(k, "reflexive") for k in between)


def _lacks_frame(t: Tokens, q: int, found: Attribution | None, count: int) -> bool:
    """Return whether a verb that also has another sense lacks what makes it one of speech: "als", "für", "dass".

    "Die Zuschauer sahen die „Black Stars“", but "sahen ihn als „Retter“".
    """
    if found is None or found.cue is None or count >= _LONG:
        return False
    c = found.cue[0]
    if t.lows[c].startswith("h") and t.among(c, "impersonal") and "es" not in t.lows[max(0, c - _NEAR) : c + 3]:
        return True  # am Stammtisch heißt sie "Gießkanne"
    if not t.text[t.stretches[q].first].isupper():
        return False
    if c == q - 1 and t.among(c, "dubs"):
        return True  # nennt "Twitter" in Syrien
    framed = range(max(c, q - _NEAR), q)
    return c < q and t.among(c, "framed") and not any(t.among(k, "frames") or t.has(k, f.COMP) for k in framed)


def _qualifies(t: Tokens, q: int, speaker: Range | None) -> bool:
    """Return whether the stretch stands before a noun: the "smart" locks, not what X called its "dull" locks."""
    if speaker is not None and t.among(speaker[0] - 1, "free_relatives"):
        return False
    if q + 1 >= len(t) or t.kinds[q + 1] not in (WORD, NAME) or t.text[t.stretches[q].last - 1] in ",.?!…":
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
    words = words_in(t, q)
    return len(words) > _PAIR and not is_title(t, words)


def _owned(t: Tokens, q: int) -> bool:
    """Return whether the stretch follows an owner or a preposition, as the names of programmes do."""
    return q > 0 and (t.lows[q - 1].endswith(("'s", "’s")) or t.has(q - 1, f.PREP | f.DET))
