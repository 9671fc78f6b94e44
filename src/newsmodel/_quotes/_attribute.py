"""Who says the words of a stretch: the cue and the speaker as they stand in its own sentence."""

from __future__ import annotations

from typing import Final

from newsmodel._quotes import _flags as f
from newsmodel._quotes._asides import FAR, aside_after, aside_before, aside_for, aside_named, aside_words
from newsmodel._quotes._attribution import Attribution
from newsmodel._quotes._cues import is_cue
from newsmodel._quotes._elsewhere import (
    agent,
    arrived,
    cited,
    displayed,
    following,
    in_words,
    is_passive,
    owned_cue,
    passive_source,
    read_there,
    relayed,
    said_last,
    turned_aside,
    unknown_verb,
    written,
)
from newsmodel._quotes._fields import is_source, may_speak
from newsmodel._quotes._phrases import Range, clause_subject, phrase_right
from newsmodel._quotes._set_off import colon, signature
from newsmodel._quotes._subject_left import subject_left
from newsmodel._quotes._subjects import closing_subject, subject, subject_right, teller
from newsmodel._quotes._tokens import DASHES, MARK, NAME, QUOTE, WORD, Tokens

__all__ = ["attribute", "leads"]

_LINKS: Final = frozenset(",?!—–-―…")  # a stretch that ends in one of these goes on in its sentence
_LIGHT: Final = f.CONJ | f.ADV
_TELLS: Final = f.CONJ | f.ACTS | f.CUE | f.SAID
_REACH: Final = 30  # tokens between a stretch and its cue


def attribute(t: Tokens, q: int) -> Attribution | None:
    """Return what governs the stretch at token q within its sentence, or None."""
    lo, hi = t.sentence(q)
    before = _before(t, q, lo)
    if not (before and before.adjacent):
        before = _parenthesis(t, q, lo) or before
    elif t.lows[q - 1] == "," and t.kinds[q - 2] == NAME and not t.language.subject_after:
        before = turned_aside(t, q, lo) or before
    first = leads(t, q, lo)
    comma = t.text[t.stretches[q].last - 1] == "," or (q + 1 < hi and t.lows[q + 1] == ",")
    if first or comma or not (before and before.adjacent):
        after = _after(t, q, hi, lo, first=first)
        if after and (first or not before or after.adjacent):
            return after if after.speaker or not t.language.verb_second else _beside(t, q, lo, hi) or after
    if before and (before.adjacent or before.strength == f.SAY):
        passive = before.speaker is None and before.strength != f.SAY
        return (_beside(t, q, lo, hi) if passive and not t.language.verb_second else None) or before
    beside = _beside(t, q, lo, hi) or before or signature(t, q, hi) or colon(t, q, lo, hi)
    return beside or displayed(t, q, lo, hi) or following(t, q, lo, hi)


def _beside(t: Tokens, q: int, lo: int, hi: int) -> Attribution | None:
    """Return the source that stands beside the clause around the words: ``Es sei "...", sagte X``."""
    aside = aside_after(t, q + 1, hi)
    if aside:
        return Attribution("source", aside.cue, aside.speaker, content=(_clause(t, lo, q), aside.bounds[0]))
    aside = aside_before(t, lo, q)
    if aside:
        return Attribution("source", aside.cue, aside.speaker, content=(aside.bounds[1], hi))
    aside = aside_for(t, lo, q) or aside_words(t, lo, q, hi) or aside_named(t, lo, hi)
    if aside is None or q in range(*aside.bounds):
        return _sourced(t, q, lo, hi) or in_words(t, q, lo) or said_last(t, q, lo, hi)
    return Attribution(
        "source", aside.cue, aside.speaker, content=(aside.bounds[1], hi) if aside.bounds[0] == lo else (q, q + 1)
    )


def _sourced(t: Tokens, q: int, lo: int, hi: int) -> Attribution | None:
    """Return the source named behind the clause around the words: ``It was "hot" all day, according to X``."""
    for i in range(q + 1, min(hi, q + _REACH)):
        source = _source(t, i, hi) if t.lows[i - 1] == "," else None
        if source:
            return source._replace(adjacent=False, content=(_clause(t, lo, q), i - 1))
    return None


def _clause(t: Tokens, lo: int, q: int) -> int:
    """Return where the clause around the words begins: with the sentence, or behind its conjunction."""
    while lo < q and (t.kinds[lo] == MARK or t.has(lo, f.CONJ)):
        lo += 1
    return lo


def leads(t: Tokens, q: int, lo: int = 0) -> bool:
    """Return whether nothing of weight stands between token lo and the stretch at token q."""
    for k in range(lo, q):  # noqa: SIM110 (a generator costs more than the few tokens)
        if not t.bits[k] & _LIGHT and t.kinds[k] != MARK and t.kinds[k] != QUOTE:
            return False
    return True


def _after(t: Tokens, q: int, hi: int, lo: int, *, first: bool) -> Attribution | None:
    """Return the cue behind the words: ``"...," said X``, ``"...," X said``, ``"..." according to X``."""
    i = q + 1
    stretch = t.stretches[q]
    linked = t.text[stretch.last - 1] in _LINKS
    while i < hi and (t.lows[i] == "," or t.lows[i] in DASHES):
        linked = True
        i += 1
    end = min(hi, i + _REACH)
    if QUOTE in t.kinds[i:end]:
        end = t.kinds.index(QUOTE, i)
    if i < end and t.among(i, "naming"):
        i += 1
    if i >= end or (t.bits[i] & f.CONJ and not first):
        return None
    source = _source(t, i, end, behind=linked or first)
    if source:
        return source
    turned = (read_there(t, i, end) if linked and first else None) or _turned(
        t, i, end, unknown=linked and first and (t.language.subject_after or t.low(i).endswith(t.language.past_endings))
    )
    if turned:
        return turned
    if t.language.verb_second and not linked and not first:
        return _closing(t, q, i, end, lo)
    if not (linked or first) or (t.has(i, f.SUB | f.REL) and not first):
        return None
    if t.language.verb_second and t.among(i, "definite") and t.lows[i - 1] == ",":
        return None  # a relative clause: there the subject stands behind its verb
    found = _subject_and_cue(t, i, end) or (unknown_verb(t, q, i, end) or arrived(t, i, end) if first else None)
    return found if found and (first or found.strength == f.SAY) else None


def _turned(t: Tokens, k: int, end: int, *, unknown: bool = False) -> Attribution | None:
    """Return the cue directly behind the words, before its subject: ``"...", said X``.

    Where a verb stands second, one that is not in the data is a cue in this place as well.
    """
    if t.among(k, "asks"):
        known = next((c for c in range(k + 1, t.sentence(k)[1]) if t.among(c, "known")), k)
        speaker = subject_right(t, k + 1, known)  # "..., will X wissen"
        if speaker:
            return Attribution("after", (k, k + 1), speaker, adjacent=True)
    told = unknown and not t.language.verb_second and t.has(k, f.DET) and t.has(k + 1, f.CUE)
    while not told and k < end and t.bits[k] & (f.ADV | f.AUX) and not t.bits[k] & (f.SAY | f.LABEL):
        k += 1
    if told and t.kinds[k + 1] == WORD:  # "..., la définit X"
        speaker = subject_right(t, k + 2, end)
        return Attribution("after", (k + 1, k + 2), speaker, _strength(t, k + 1), adjacent=True) if speaker else None
    if unknown and k + 1 < end and t.kinds[k] == WORD and not t.bits[k] and not _opens_phrase(t, k + 1):
        found = subject_right(t, k + 1, end)
        if found and (t.language.verb_second or not t.language.subject_after or may_speak(t, found)):
            return Attribution("after", (k, k + 1), found, adjacent=True)
    if k >= end or not is_cue(t, k) or (t.lows[k].endswith("ing") and not t.language.subject_after):
        return None
    if t.among(k, "impersonal"):
        speaker = subject(t, k, k, end) or _whose(t, k + 1, end)
        return Attribution("after", (k, k + 1), speaker, adjacent=True) if speaker else None
    if t.language.subject_after:
        speaker = subject_right(t, k + 1, end)
    else:
        i = k + 1 + (t.low(k + 1) in t.language.separable.get(t.lows[k], ()))  # "chimed in X"
        speaker = None if t.has(i, f.SUB | f.COMP | f.PREP) else phrase_right(t, i, end)
    if t.among(k, "cites"):
        speaker = cited(t, k, speaker, end) or speaker
    if speaker or t.language.drops_subject:
        return Attribution("after", (k, k + 1), speaker, _strength(t, k), adjacent=True)
    return None


def _whose(t: Tokens, i: int, end: int) -> Range | None:
    """Return whose saying stands behind its verb: ``"...", lautet das Fazit von X``."""
    words = subject_right(t, i, end)
    return teller(t, words) if words and any(t.has(k, f.SAID) for k in range(*words)) else None


def _opens_phrase(t: Tokens, k: int) -> bool:
    """Return whether a phrase that is no subject begins at token k; Portuguese "a" may be an article."""
    return t.has(k, f.CONJ | f.SUB) or (t.has(k, f.PREP) and not t.has(k, f.DET))


def _closing(t: Tokens, q: int, i: int, end: int, lo: int) -> Attribution | None:
    """Return the cue that closes the clause behind the words: ``X hat es als "..." bezeichnet``."""
    while i < end and t.has(i, f.ADV | f.AUX):
        i += 1
    if (
        i >= end
        or not is_cue(t, i)
        or (i + 1 < end and t.kinds[i + 1] == WORD and not t.has(i + 1, f.AUX | f.CONJ | f.PREP))
    ):
        return None
    aux = i + 1 if t.has(i + 1, f.AUX) else next((k for k in range(q - 1, lo - 1, -1) if t.has(k, f.AUX)), q)
    if t.among(aux, "modal") and not t.among(aux, "passive") and not t.has(i, f.SAY):
        return None  # "müsse mit ... rechnen" tells what is thought of, not who thinks
    if t.among(aux, "passive"):
        first = next((k for k in range(q - 1, lo, -1) if t.lows[k] == "," or t.has(k, f.CONJ)), lo)
        fronted = phrase_right(t, lo + 1, q) if t.among(lo, "places") else None
        return Attribution("before", (i, i + 1), agent(t, first, q) or fronted, _strength(t, i))
    speaker = closing_subject(t, q, lo)
    return Attribution("before", (i, i + 1), speaker, _strength(t, i)) if speaker else None


def _subject_and_cue(t: Tokens, i: int, end: int) -> Attribution | None:
    """Return the first cue behind the words that has its subject before it."""
    for c in [c for c in range(i + 1, end) if t.bits[c] & f.CUE]:
        if not is_cue(t, c) or t.lows[c].endswith("ing") or t.has(c - 1, f.PREP):
            continue
        speaker = subject(t, c, i, end)
        if speaker and speaker[0] >= i:
            plain = all(t.kinds[k] != MARK for k in range(i, c)) or t.has(c, f.SAY)
            return Attribution("after", (c, c + 1), speaker, _strength(t, c), adjacent=plain)
    return None


def _strength(t: Tokens, c: int) -> int:
    bits = t.bits[c]
    return bits & f.SAY or bits & f.LABEL or f.THINK


def _source(t: Tokens, i: int, end: int, *, behind: bool = False) -> Attribution | None:
    """Return the source named at token i by a phrase such as "according to"."""
    for n in (t.language.sources_behind if behind else t.language.sources).at(t.lows, i):
        # "so charakterisierte ihn X"
        told = t.among(i, "so") and t.has(i + n, f.SAY | f.LABEL) and not t.among(i + n, "impersonal")
        speaker = subject_right(t, i + n + 1, end) if told else phrase_right(t, i + n, end)
        if speaker and is_source(t, i, speaker):
            return Attribution("source", (i, i + n), speaker, adjacent=True)
    named = i + 1 < end and t.among(i, "after") and t.kinds[i + 1] == NAME
    if named and t.lows[i + 1].endswith(t.language.source_endings) and t.lows[i + 1] not in t.language.source_endings:
        return Attribution("source", (i, i + 1), (i + 1, i + 2), adjacent=True)  # "nach Polizeiangaben"
    return None


def _before(t: Tokens, q: int, lo: int) -> Attribution | None:
    """Return the cue before the words: ``X said: "..."``, ``X called it "..."``; of nested ones the outer."""
    marked = verb = other = False
    inner = None
    firsts = t.language.sources_behind.firsts
    lows, classes, kinds = t.lows, t.bits, t.kinds
    for c in range(q - 1, max(lo, q - FAR) - 1, -1):
        low, bits = lows[c], classes[c]
        if kinds[c] == MARK:
            if low == ";":
                return inner
            marked = marked or (c < q - 1 and kinds[c + 1] != QUOTE)
        if not bits & _TELLS and low not in firsts:
            continue
        other = other or (verb and bits & f.CONJ != 0)
        verb = verb or (bits & f.ACTS != 0 and not bits & f.CUE)
        owned = owned_cue(t, c) if bits & f.SAID else None
        if owned:
            return owned
        if not bits & f.CUE or not is_cue(t, c):
            source = _source(t, c, q, behind=c > lo and lows[c - 1] == ",") if low in firsts else None
            if source:
                return Attribution("source", source.cue, source.speaker, adjacent=c == q - 1)
            continue
        if (other or marked) and _is_cut_off(t, c, q, lo, marked=marked, other=other):
            continue
        found = _cue_before(t, c, q, lo)
        if inner and (not bits & f.SAY or lows[c - 1] == "to" or low.endswith("ing") or classes[c + 1] & f.PREP):
            continue
        if found and _yields(t, found, c):
            inner = inner or _outer(t, found, q, lo)
        elif found and not _is_nobodys(t, found):
            return _outer(t, found, q, lo)
    return inner


def _is_cut_off(t: Tokens, c: int, q: int, lo: int, *, marked: bool, other: bool) -> bool:
    """Return whether a comma, or another clause, parts a cue from the words."""
    if not t.has(c, f.SAY) and ((other and t.language.verb_second) or (marked and not _reaches(t, c, q))):
        return True
    return marked and t.language.verb_second and _closes_relative(t, c, q, lo)


def _yields(t: Tokens, found: Attribution, c: int) -> bool:
    """Return whether another verb may have its say on a cue: an infinitive, or one without a subject.

    "Aseguró que no vuelve a escribir", "Lee said that it would be called ..."
    """
    if t.has(c - 1, f.PREP) and t.lows[c].endswith(t.language.infinitive_endings or ("\n",)):
        return True
    if found.speaker is not None or t.language.verb_second:
        return False
    return found.strength == f.LABEL or (t.language.drops_subject and not t.has(c, f.SAY))


def _is_nobodys(t: Tokens, found: Attribution) -> bool:
    """Return whether a verb of thought has no subject but "it": "it felt "like winter"."""
    return found.strength == f.THINK and found.speaker is not None and t.among(found.speaker[0], "nobody")


def _closes_relative(t: Tokens, c: int, q: int, lo: int) -> bool:
    """Return whether a verb closes a relative clause that ends before the words: ``X, der ... rief, ist "..."``."""
    end = c + 1
    while end < q and t.has(end, f.AUX):
        end += 1
    if end >= q - 1 or t.lows[end] != ",":
        return False
    for k in range(c - 1, max(lo, c - FAR) - 1, -1):
        if t.kinds[k] in (MARK, QUOTE):
            opens = t.lows[k] == "," and (t.among(k + 1, "definite") or t.has(k + 1, f.REL))
            return opens and (end > c + 1 or t.has(k + 2, f.ADV | f.DET | f.PREP | f.PRON))
    return False


def _reaches(t: Tokens, c: int, q: int) -> bool:
    """Return whether a verb governs the words beyond a comma: joined by a small word, or past an apposition."""
    if t.among(q - 1, "naming"):
        return True
    if not t.language.verb_second:
        return t.has(q - 1, f.PREP)
    commas = [k for k in range(c, q) if t.kinds[k] == MARK]
    if len(commas) == 1 and t.lows[commas[0]] == "," and t.has(commas[0] + 1, f.COMP):
        return True
    return len(commas) == 2 and t.lows[commas[0]] == t.lows[commas[1]] == "," and t.has(commas[0] - 1, f.ENTITY)


def _outer(t: Tokens, found: Attribution, q: int, lo: int) -> Attribution:
    """Return the cue of saying that governs another: "X said he felt" is what X said."""
    while found.speaker and found.cue and found.speaker[0] < found.cue[0]:
        first = found.speaker[0]
        for c in range(first - 1, max(lo, first - 8) - 1, -1):
            if t.kinds[c] in (MARK, QUOTE) or t.has(c, f.REL | f.ACTS) or (t.has(c, f.SUB) and not t.has(c, f.COMP)):
                return found
            if is_cue(t, c) and t.has(c, f.SAY):
                break
        else:
            return found
        outer = _cue_before(t, c, q, lo)
        if outer is None or outer.speaker is None or outer.speaker[0] >= first:
            return found
        found = outer
    return found


def _cue_before(t: Tokens, c: int, q: int, lo: int) -> Attribution | None:
    """Return the attribution by the cue at token c, when it has a subject; a passive has none but its agent."""
    cue, strength, adjacent = (c, c + 1), _strength(t, c), _adjacent(t, c + 1, q)
    if strength != f.SAY and is_passive(t, c, lo):
        return Attribution("before", cue, agent(t, c + 1, t.sentence(q)[1]), strength, adjacent)
    if strength == f.SAY and passive_source(t, c, lo):
        return Attribution("before", cue, agent(t, lo, c) or written(t, lo, c, "passive"), strength, adjacent)
    asked_by = agent(t, c + 1, q) if strength == f.SAY and is_passive(t, c, lo) else None
    if asked_by is not None:  # "she was asked by a clerk"
        return Attribution("before", cue, asked_by, strength, adjacent)
    if t.among(c, "tell") and is_passive(t, c, lo):
        return Attribution("before", cue, None, f.LABEL, adjacent)  # "residents were told to ..."
    floor = _behind_quote(t, lo, c)
    if t.kinds[c - 1] == MARK or t.has(c - 1, f.CONJ) or t.lows[c].endswith("ing"):
        floor = lo
    speaker = subject(t, c, floor, q)
    if speaker is None and floor == lo and c == lo:
        speaker = phrase_right(t, c + 1, q)
    if speaker is None and floor > lo:
        speaker = subject_left(t, c, lo) or clause_subject(t, lo, floor)
    if speaker is None:
        return Attribution("before", cue, None, strength, adjacent) if t.language.drops_subject else None
    if speaker[0] > lo and t.among(speaker[0] - 1, "free_relatives") and t.has(speaker[0], f.PRON):
        speaker = _person(t, clause_subject(t, lo, speaker[0] - 1)) or speaker
    if t.among(c, "cites") and not is_passive(t, c, lo):
        speaker = cited(t, c, speaker, q) or speaker
    elif t.among(c - 1, "naming"):
        speaker = relayed(t, c, lo) or speaker
    return Attribution("before", cue, speaker, strength, adjacent)


def _person(t: Tokens, words: Range | None) -> Range | None:
    """Return a phrase when it names somebody or is a pronoun."""
    return words if words and any(t.kinds[k] == NAME or t.has(k, f.PRON) for k in range(*words)) else None


def _parenthesis(t: Tokens, q: int, lo: int) -> Attribution | None:
    """Return a cue set off by commas before the words: ``Prices, she said, were "..."``."""
    for c in [c for c in range(lo + 1, q - 1) if t.bits[c] & f.SAY]:
        if t.lows[c - 1] == "," and t.kinds[c + 1] == NAME and is_cue(t, c) and not t.language.subject_after:
            named = phrase_right(t, c + 1, q)  # Prices, said X, were "..."
            if named and t.lows[named[1]] == ",":
                return Attribution("before", (c, c + 1), named)
        closes = t.lows[c + 1] == "," or (t.has(c + 1, f.PRON) and t.low(c + 2) == ",")
        if closes and is_cue(t, c):
            speaker = subject_left(t, c, lo)
            if speaker and speaker[1] >= c - 2 and (speaker[0] == lo or t.lows[speaker[0] - 1] in (",", "as")):
                return Attribution("before", (c, c + 1), speaker)
    return None


def _behind_quote(t: Tokens, lo: int, c: int) -> int:
    """Return the place behind the last stretch before token c, or lo."""
    if QUOTE not in t.kinds[lo:c]:
        return lo
    return next(k + 1 for k in range(c - 1, lo - 1, -1) if t.kinds[k] == QUOTE)


def _adjacent(t: Tokens, i: int, q: int) -> bool:
    """Return whether the words follow their cue: directly, behind ":" or ",", or behind whom they were said to."""
    if i >= q:
        return True
    if t.lows[q - 1] in (":", ","):
        return True
    return all(t.has(k, f.ADV | f.COMP | f.TIME) or t.kinds[k] == MARK for k in range(i, q))
