"""Words whose speaker is no subject: what stands to be read, what somebody is asked, what is explained afterwards."""

from __future__ import annotations

from typing import Final

from newsmodel._quotes import _flags as f
from newsmodel._quotes._asides import FAR
from newsmodel._quotes._attribution import Attribution
from newsmodel._quotes._cues import is_cue
from newsmodel._quotes._fields import behind_owners, finite_verb, is_somebody, is_source, may_speak
from newsmodel._quotes._naming import is_title, words_in
from newsmodel._quotes._phrases import Range, phrase_right
from newsmodel._quotes._subjects import subject_right
from newsmodel._quotes._tokens import MARK, NAME, QUOTE, WORD, Tokens

__all__ = [
    "agent",
    "answered",
    "arrived",
    "as_put",
    "cited",
    "displayed",
    "following",
    "in_words",
    "is_passive",
    "owned_cue",
    "passive_source",
    "read_there",
    "relayed",
    "said_last",
    "source_at",
    "turned_aside",
    "unknown_verb",
    "written",
]

_NEAR: Final = 4  # tokens of "peut-on y lire"
_REACH: Final = 8  # tokens between words and "zu lesen"
_PARTICIPLE: Final = 6  # letters within which a participle has its "ge"


def read_there(t: Tokens, k: int, end: int) -> Attribution | None:
    """Return where the words before token k can be read: ``"...", peut-on lire dans la lettre``."""
    if not t.language.words["written"]:
        return None
    c = next((j for j in range(k, min(end, k + _NEAR)) if t.among(j, "written")), end)
    if any(not t.has(j, f.ADV | f.AUX | f.PRON) for j in range(k, c)):
        return None
    i = c + 1
    while i < end and t.has(i, f.ADV | f.PRON | f.AUX):
        i += 1
    speaker = phrase_right(t, i + 1, end) if i < end and t.has(i, f.PREP) else None
    return Attribution("after", (c, c + 1), speaker, adjacent=True) if speaker else None


def unknown_verb(t: Tokens, q: int, i: int, end: int) -> Attribution | None:
    """Return a verb that nothing is known of, behind words that end in a comma: ``"Let me end," X admonished Y``."""
    last = t.text[t.stretches[q].last - 1]
    if t.language.subject_after or last not in ",?!" or (last == "," and is_title(t, words_in(t, q))):
        return None
    speaker = phrase_right(t, i, end)
    c = speaker[1] if speaker else end
    if speaker is None or c >= end or not may_speak(t, speaker):
        return None
    if last != "," and t.kinds[c + 1 : c + 2] != [MARK]:
        return None  # "Who is there?" Lee opened the door.
    unknown = t.kinds[c] == WORD and not t.bits[c] and t.lows[c].endswith(t.language.past_endings)
    return Attribution("after", (c, c + 1), speaker, adjacent=True) if unknown else None


def said_last(t: Tokens, q: int, lo: int, hi: int) -> Attribution | None:
    """Return who says the clause around words, behind its comma: ``He was found "well" at home, police said``."""
    for c in range(q + 3, hi) if not t.language.verb_second else ():
        if not (t.bits[c] & f.SAY or t.among(c, "finds")) or t.bits[c + 1] & f.COMP or not is_cue(t, c):
            continue
        k = c - 1
        while k > q and t.lows[k] != ",":
            if t.kinds[k] == QUOTE:
                return None
            k -= 1
        ends = c + 1 >= hi or t.kinds[c + 1] == MARK or t.has(c + 1, f.TIME | f.PREP | f.ADV)
        speaker = phrase_right(t, k + 1, c) if k > q and ends else None
        if speaker and _is_subject(t, speaker, c):
            while lo < q and (t.kinds[lo] == MARK or t.has(lo, f.CONJ)):
                lo += 1
            return Attribution("after", (c, c + 1), speaker, content=(lo, k))
    return None


def _is_subject(t: Tokens, speaker: Range, c: int) -> bool:
    """Return whether a phrase may speak and ends before a verb, or before its auxiliary: "a report has found"."""
    ends = speaker[1] == c or (speaker[1] == c - 1 and t.has(c - 1, f.AUX))
    return ends and (may_speak(t, speaker) or t.has(speaker[1] - 1, f.SAID))


def turned_aside(t: Tokens, q: int, lo: int) -> Attribution | None:
    """Return who says what stands around an aside: ``It was, said X, "..."``."""
    c = q - 2
    while c > lo + 1 and t.kinds[c] == NAME:
        c -= 1
    aside = t.lows[c - 1] == "," and t.has(c, f.SAY) and is_cue(t, c)
    return Attribution("before", (c, c + 1), (c + 1, q - 1)) if aside else None


def arrived(t: Tokens, lo: int, hi: int) -> Attribution | None:
    """Return from whom words come: ``"...," came the reply from X``, ``Then came this from X: "..."``."""
    if not t.language.words["arriving"]:
        return None
    c = next((k for k in range(lo, hi) if t.among(k, "arriving")), hi)
    source = next((k for k in range(c + 2, min(hi, c + _REACH)) if t.among(k, "origin")), hi)
    speaker = phrase_right(t, source + 1, hi) if source + 1 < hi else None
    if speaker is None or not may_speak(t, speaker):
        return None
    return Attribution("after", (c, c + 1), speaker, adjacent=True)


def answered(t: Tokens, i: int, end: int) -> Attribution | None:
    """Return whose answer the words before token i are: ``"...," was his answer``, ``"..." is how X put it``."""
    if not t.among(i, "verdicts"):
        return None
    if t.among(i + 1, "manner"):
        speaker = phrase_right(t, i + 2, end)
        told = speaker and speaker[1] < end and t.has(speaker[1], f.CUE)
        return Attribution("after", (i, i + 1), speaker, adjacent=True) if told else None
    c = next((k for k in range(i + 2, min(end, i + _NEAR + 2)) if t.has(k, f.SAID)), end)
    if c >= end or any(t.kinds[k] in (MARK, QUOTE) or t.has(k, f.ACTS) for k in range(i + 1, c)):
        return None
    if t.has(i + 1, f.DET) and t.has(i + 1, f.GENDER):
        return Attribution("after", (i, i + 1), (i + 1, i + 2), adjacent=True)
    owned = t.lows[c - 1].endswith(("'s", "’s"))
    speaker = (i + 1, c) if owned else phrase_right(t, c + 2, end) if t.among(c + 1, "attaching") else None
    return Attribution("after", (i, i + 1), speaker, adjacent=True) if speaker and may_speak(t, speaker) else None


def as_put(t: Tokens, i: int, end: int) -> Attribution | None:
    """Return who puts words so, behind their comma: ``The talks ended "in rancour", as one of them put it``."""
    if not t.among(i, "naming") or t.language.subject_after:
        return None
    speaker = phrase_right(t, i + 1, end)
    told = speaker and speaker[1] < end and t.has(speaker[1], f.CUE) and may_speak(t, speaker)
    return Attribution("source", (i, i + 1), speaker) if told else None


def in_words(t: Tokens, q: int, lo: int) -> Attribution | None:
    """Return in whose words a clause is told: ``The deal is, in X's words, "..."``, ``As X sees it, ...``."""
    if t.among(lo, "naming") and not t.language.subject_after:
        comma = next((k for k in range(lo + 3, q) if t.lows[k] == ","), q)
        if comma < q and t.bits[comma - 1] & f.PRON and t.bits[comma - 1] & f.NEUTER and t.bits[comma - 2] & f.CUE:
            speaker = phrase_right(t, lo + 1, comma - 2)
            content = (comma + 1, t.sentence(q)[1])
            return Attribution("source", (comma - 2, comma - 1), speaker, content=content) if speaker else None
    own_words = t.language.words["own_words"]
    for k in range(q - 1, max(lo, q - _NEAR) - 1, -1):
        if t.lows[k] not in own_words:
            continue
        first = k - 1
        if t.kinds[first] == NAME and t.lows[first].endswith(("'s", "’s", "s'", "s’")):
            while first > lo and t.kinds[first - 1] == NAME:
                first -= 1
        elif not t.has(first, f.DET) or not t.has(first, f.GENDER):
            return None
        if t.has(first - 1, f.PREP):
            return Attribution("source", (k, k + 1), (first, k), adjacent=True)
    return None


def written(t: Tokens, lo: int, hi: int, key: str = "written") -> Range | None:
    """Return where words stand to be read, at the start of their sentence: ``Auf dem Schild stand: "..."``."""
    there = t.among(lo, "there")
    if not (there or t.has(lo, f.PREP)) or not any(t.among(k, key) for k in range(lo, hi)):
        return None
    if there:
        return (lo, lo + 1)
    return phrase_right(t, lo + 1, hi)


def displayed(t: Tokens, q: int, lo: int, hi: int) -> Attribution | None:
    """Return where words are to be read, or talked of: ``Auf dem Schild war "..." zu lesen``."""
    if not t.has(lo, f.PREP):
        return None
    if t.among(q - 1, "indefinite") and t.has(q - 2, f.PREP) and t.among(q - 3, "talk"):
        place = phrase_right(t, lo + 1, q - 3)
        return Attribution("source", (q - 3, q - 2), place, content=(q, q + 1)) if place else None
    for k in range(q + 1, min(hi, q + _REACH)):
        if t.kinds[k] == MARK and t.lows[k] != ",":
            return None
        if (t.low(k - 1) == "zu" and t.among(k, "written")) or (t.has(k - 1, f.DET) and t.among(k, "talk")):
            place = phrase_right(t, lo + 1, q)
            return Attribution("source", (k, k + 1), place, content=(q, q + 1)) if place else None
    return None


def following(t: Tokens, q: int, lo: int, hi: int) -> Attribution | None:
    """Return of whom the next sentence says that the words are theirs: ``"..." Mit diesen Worten trat X zurück``."""
    if hi >= len(t) or any(k != q and t.kinds[k] != MARK for k in range(lo, hi)):
        return None
    _, end = t.sentence(hi)
    if t.among(hi, "so"):
        speaker = phrase_right(t, hi + 1, end)  # "..." Così la ministra Ann Lee.
        named = speaker is not None and is_somebody(t, *speaker) and not any(t.has(k, f.ACTS) for k in range(hi, end))
        return Attribution("after", (hi, hi + 1), speaker, adjacent=True) if named else None
    verb = hi + 1 if t.among(hi, "pointing") and t.has(hi + 1, f.ACTS | f.SAY) else finite_verb(t, hi, end)
    if verb >= end:
        return None
    words = t.has(hi, f.PREP) and t.among(hi, "naming") and t.kinds[hi + 1] == WORD and t.has(hi + 2, f.SAID)
    if not words and not (t.among(hi, "pointing") and any(t.has(k, f.SAY) and is_cue(t, k) for k in range(verb, end))):
        return None
    speaker = subject_right(t, verb + 1, end)
    if speaker is None or not is_somebody(t, *speaker):
        return None
    return Attribution("after", (verb, verb + 1), speaker, adjacent=True)


def passive_source(t: Tokens, c: int, lo: int) -> bool:
    """Return whether a participle closes a passive clause, whose subject is spoken to: ``Er wird gebeten, "..."``."""
    low = t.lows[c]
    participle = low.endswith("t") or "ge" in low[:_PARTICIPLE]
    if (
        not t.language.verb_second
        or not participle
        or t.among(c, "cites")
        or t.kinds[c + 1 : c + 2] not in ([MARK], [QUOTE])
    ):
        return False
    for k in range(c - 1, lo - 1, -1):
        if t.kinds[k] in (MARK, QUOTE):
            return False
        if t.has(k, f.AUX):
            return t.among(k, "passive")
    return False


def agent(t: Tokens, i: int, end: int) -> Range | None:
    """Return whom a passive clause names as acting ("was called ... by X")."""
    for k in range(i, end):
        if t.among(k, "agents"):
            return phrase_right(t, k + 1, end)
    return None


def is_passive(t: Tokens, c: int, lo: int) -> bool:
    """Return whether a form of "be" or "get" stands before a verb, adverbs aside: "was bluntly told"."""
    k = c - 1
    while k > lo and t.has(k, f.ADV):
        k -= 1
    return k >= lo and t.among(k, "passive") and not t.lows[c].endswith("ing")


def cited(t: Tokens, c: int, subject: Range | None, end: int) -> Range | None:
    """Return whom somebody quotes: "Das Blatt zitiert den Minister mit den Worten ..."."""
    i = behind_owners(t, subject[1], end) if subject and subject[0] > c else c + 1
    while i < end and t.has(i, f.ADV):
        i += 1
    return phrase_right(t, i + t.among(i, "out_of"), end)


def relayed(t: Tokens, c: int, lo: int) -> Range | None:
    """Return whom somebody quotes before "as saying": "State television quoted the general as saying"."""
    k = next((k for k in range(c - 2, max(lo, c - FAR), -1) if t.among(k, "relays")), lo)
    if k > lo and k + 2 == c - 1 and t.has(k + 1, f.GENDER):
        return k + 1, c - 1  # "a podcast quoted her as saying"
    told = phrase_right(t, k + 1, c - 1) if k > lo and not is_passive(t, k, lo) else None
    return told if told and told[1] == c - 1 else None


def owned_cue(t: Tokens, c: int) -> Attribution | None:
    """Return the owner of a saying: "her claim that ...", "Smith's promise that ..."."""
    if not t.bits[c + 1] & f.COMP or c == 0:
        return None
    if t.lows[c - 1].endswith(("'s", "’s")) and t.kinds[c - 1] == NAME:
        first = c - 1
        while first > 0 and t.kinds[first - 1] == NAME:
            first -= 1
        return Attribution("before", (c, c + 1), (first, c))
    return Attribution("before", (c, c + 1), (c - 1, c)) if t.has(c - 1, f.DET) and t.has(c - 1, f.GENDER) else None


def source_at(t: Tokens, i: int, end: int, *, behind: bool = False) -> Attribution | None:
    """Return the source named at token i by a phrase such as "according to"."""
    for n in (t.language.sources_behind if behind else t.language.sources).at(t.lows, i):
        # "so charakterisierte ihn X"
        told = t.among(i, "so") and t.has(i + n, f.SAY | f.LABEL) and not t.among(i + n, "impersonal")
        speaker = subject_right(t, i + n + 1, end) if told else phrase_right(t, i + n, end)
        if speaker and is_source(t, i, speaker):
            return Attribution("source", (i, i + n), speaker, adjacent=True)
    endings = t.language.source_endings
    named = endings and i + 1 < end and t.among(i, "after") and t.kinds[i + 1] == NAME
    if named and t.lows[i + 1].endswith(endings) and t.lows[i + 1] not in endings:
        return Attribution("source", (i, i + 1), (i + 1, i + 2), adjacent=True)  # "nach Polizeiangaben"
    return None
