"""From stretches to quotes: which belong together, whose they are, and whose words run on without a cue."""

from __future__ import annotations

from itertools import pairwise, zip_longest
from typing import TypeAlias

from newsmodel._model import Entity, QuoteKind
from newsmodel._quotes import _flags as f
from newsmodel._quotes._attribute import attribute, leads
from newsmodel._quotes._attribution import Attribution
from newsmodel._quotes._clauses import Parser, around, remembering
from newsmodel._quotes._content import pieces
from newsmodel._quotes._cues import is_cue
from newsmodel._quotes._displayed import is_displayed
from newsmodel._quotes._fields import finite_verb, is_apposed, is_somebody, may_speak
from newsmodel._quotes._indirect import reports
from newsmodel._quotes._naming import is_name
from newsmodel._quotes._phrases import Range, clause_subject
from newsmodel._quotes._said import Report, Said, Voice
from newsmodel._quotes._speech import is_speech
from newsmodel._quotes._subjects import main_subject, teller
from newsmodel._quotes._subjects import subject as find_subject
from newsmodel._quotes._tokens import DASHES, NAME, QUOTE, Tokens
from newsmodel._quotes._told_on import told_on

__all__ = ["Voices"]

Governed: TypeAlias = tuple[int, Attribution | None]
"""A stretch of speech, by its token, and what governs it."""


_EXCHANGE = 8  # quotes back among which questions were answered
_PAIR = 2  # names of somebody who has not been named yet
_SHORT = 8  # words of a question that is asked back


class Voices:
    """Reads the paragraphs of a text in order and remembers who spoke last."""

    def __init__(self, parser: Parser | None = None) -> None:
        self.parser = remembering(parser) if parser is not None else None
        self.said: list[Said] = []
        self.carried: Voice | None = None
        """Who speaks on when a paragraph is nothing but quoted words."""

    def read(self, t: Tokens, *, awaited: bool = True) -> list[Said]:
        """Return what is said in one paragraph, in reading order.

        ``awaited`` is False where the next paragraph has no marks: then nobody's words go on in it.
        """
        speech = _speech(t) if t.stretches else []
        if self.parser is not None:
            speech = [(q, around(t, q, found, self.parser)) for q, found in speech]
        told = reports(t, [q for q, _ in speech] if speech else [], self.parser)
        if told and speech:
            governed = {t.starts[found.cue[0]] for q, found in speech if found and found.cue and t.lows[q - 1] != ":"}
            told = [r for r in told if r.cue[0] not in governed]
        reported = [_reported(t, r) for r in told] if told else []
        here = self._in_order(t, speech, reported) if speech or t.language.drops_subject else reported
        if here and t.language.tells_on:
            here += told_on(t, here)
        if len(here) > 1:
            here.sort(key=_place)
        self._answer(t, here)
        voice = (here[-1].voice or next((s.voice for s in reversed(here) if s.voice), None)) if here else None
        if self.carried is None or not (_is_asked(t, speech) or (voice and self._questions(t, here[-1]))):
            self.carried = voice or (self._subject(t) if awaited else None) or self.carried
        self.said += here
        return here

    def _answer(self, t: Tokens, here: list[Said]) -> None:
        """Note where a pronoun answers whose question: "asked Lee. He answered ..."."""
        before = self.said[-1] if self.said else None
        for said in here:
            voice, cue = said.voice, said.cue
            if voice is not None and cue is not None and said.own and t.has(voice.words[0], f.PRON):
                reply = t.among(t.find(cue[0]), "replies")
                if reply and before is not None and before.voice is not voice and _is_question(before):
                    voice.answered = before.voice
            before = said

    def _questions(self, t: Tokens, last: Said) -> bool:
        """Return whether a paragraph ends in a question to who spoke before, and has answered others before it."""
        if last.voice is not None and _asks(last.voice):
            return True
        if t.text[last.pieces[-1][1] - 1] != "?" or last.voice is None or self.carried is None:
            return False
        if not last.own and last.voice is not self.carried:
            return True  # "Not once?"
        asked, named = self.carried.entity, _name_words(last.voice)
        if asked is None or not named or named & _name_words(self.carried):
            return False
        exchange = pairwise(self.said[-_EXCHANGE:])
        return any(_is_question(a) and _entity(a) is not asked and _entity(b) is asked for a, b in exchange)

    def _in_order(self, t: Tokens, speech: list[Governed], reported: list[Said]) -> list[Said]:
        """Return the quotes of a paragraph that has quoted speech, with what it reports besides in its place."""
        here: list[Said] = []
        done = 0
        for (q, found), following in zip_longest(speech, speech[1:]):
            while done < len(reported) and reported[done].pieces[0][0] < t.starts[q]:
                self._add(t, reported[done], here)
                done += 1
            said = self._quoted(t, q, found, here, following)
            if said is not None:
                here.append(said)
        for said in reported[done:]:
            self._add(t, said, here)
        return here

    def _add(self, t: Tokens, reported: Said, here: list[Said]) -> None:
        """Take in a reported clause; where its verb has no subject, with whom the words before are of."""
        if reported.voice is None and reported.cue is not None:
            lo, _ = t.sentence(t.find(reported.cue[0]))
            reported.voice = self._dropped(t, lo, here[-1] if here else None)
            reported.own = reported.voice is not None and reported.voice.tokens is t
        here.append(reported)

    def _quoted(
        self, t: Tokens, q: int, found: Attribution | None, here: list[Said], following: Governed | None
    ) -> Said | None:
        """Return a new quote for the stretch at token q, or None when it was joined to the one before."""
        stretch = t.stretches[q]
        last = here[-1] if here else None
        if last is not None and _joins(t, last, q, found):
            _join(t, last, q, found)
            return None
        kind, parts = pieces(t, q, found, floor=_floor(last))
        if last is not None and parts[0][0] < last.pieces[-1][1]:
            last.pieces = [p for p in last.pieces if p[1] <= parts[0][0]] or last.pieces
        said = Said(kind, parts, q)
        said.found, said.continues = found, stretch.resumed
        if found and found.cue:
            said.cue = (t.starts[found.cue[0]], t.end(found.cue[1] - 1))
        if found and found.speaker:
            said.voice = self._behind_colon(t, q, found, last) or Voice(t, teller(t, found.speaker))
            said.own = said.voice.tokens is t
            if stretch.resumed:
                said.continues = self._runs_on(said.voice)
                self._back(said)
        elif stretch.resumed and self.said:
            said.voice = self.said[-1].voice
        elif found is None or found.how != "before" or t.language.drops_subject:
            said.voice = self._inherited(t, q, found, here, following)
            if said.voice and said.voice.tokens is t:
                said.own = True
        return said

    def _behind_colon(self, t: Tokens, q: int, found: Attribution, last: Said | None) -> Voice | None:
        """Return who spoke before, when the clause before a colon is reported itself."""
        if found.how != "colon":
            return None
        if last is not None and found.speaker is not None and not _may_tell(t, found.speaker):
            return last.voice  # "Then the blow: ..."
        if not t.has(finite_verb(t, t.sentence(q)[0], q), f.MOOD):
            return None
        return last.voice if last is not None else self._subject(t, before=q)

    def _runs_on(self, voice: Voice) -> bool:
        """Return whether a voice named at the end of a long quote may be that of its beginning."""
        before = self.said[-1].voice if self.said else None
        if before is None:
            return True
        named = _name_words(before)
        return not named or not _name_words(voice) or bool(named & _name_words(voice))

    def _back(self, said: Said) -> None:
        """Give the speaker named at the end of a long quote to the paragraphs before."""
        for earlier in reversed(self.said):
            if earlier.voice is not None:
                return
            earlier.voice = said.voice
            if not earlier.continues:
                return

    def _inherited(
        self, t: Tokens, q: int, found: Attribution | None, here: list[Said], following: Governed | None
    ) -> Voice | None:
        """Return who speaks words that have no cue, or no subject, in their sentence."""
        lo, _ = t.sentence(q)
        last = here[-1] if here else None
        if found is not None and t.language.drops_subject:
            own = clause_subject(t, lo, q) if found.how == "before" and not t.has(lo, f.SAY) else None
            subject = _person(t, own, sure=True)
            return Voice(t, subject) if subject else self._dropped(t, lo, last)
        main = _main_clause(t, lo, q)
        if main is not None:
            return Voice(t, main)
        if _in_mood(t, q):
            return self._told(t, q, last)
        opening = leads(t, q) and QUOTE not in t.kinds[:q]
        if last is not None and lo > 0 and t.sentence(lo - 1)[0] <= last.last_token:
            return _leading(t, here, t.sentence(lo - 1)[0]) or last.voice
        if opening and last is None:
            k, later = following or (0, None)
            return Voice(t, later.speaker) if later and later.speaker and k == q + 1 else self._turn(t, q)
        sure = last is not None
        subject = _person(t, clause_subject(t, lo, q), sure=sure) if not leads(t, q, lo) else None
        if subject is None and lo > 0 and _in_mood(t, lo - 1):
            return self._told(t, q, last)
        if subject is None and lo > 0 and t.lows[lo - 1] not in DASHES and t.lows[lo - 1] != "?":  # not in a dateline
            before, _ = t.sentence(lo - 1)
            subject = _person(t, clause_subject(t, before, lo), sure=sure)
        if subject is not None:
            return Voice(t, subject)
        return last.voice if last is not None else self.carried

    def _turn(self, t: Tokens, q: int) -> Voice | None:
        """Return who speaks a paragraph of nothing but words: who spoke before or, for a short question, who asked."""
        stretch = t.stretches[q]
        if self.carried is None:
            return self._following(t, q)
        back = t.text[stretch.last - 1] == "?" and t.text.count(" ", stretch.first, stretch.last) < _SHORT
        if not back or len(self.said) < 2:
            return self.carried
        question, answer = self.said[-2:]
        if not _is_question(question) or answer.voice is None or answer.voice is not self.carried:
            return self.carried
        alone = _entity(question) in (None, _entity(answer))
        return self.carried if alone else question.voice

    def _following(self, t: Tokens, q: int) -> Voice | None:
        """Return who is named by the sentence behind words that open a text: ``"..." In the dock, X wept``."""
        _, lo = t.sentence(q)
        if lo >= len(t) or t.kinds[lo] == QUOTE:
            return None
        subject = clause_subject(t, lo, t.sentence(lo)[1])
        named = subject is not None and t.kinds[slice(*subject)] == [NAME] * max(_PAIR, subject[1] - subject[0])
        return Voice(t, subject) if subject and named else None

    def _dropped(self, t: Tokens, lo: int, last: Said | None) -> Voice | None:
        """Return whom a verb without a subject means: who spoke in the sentence before, or was its subject."""
        before, _ = t.sentence(lo - 1) if lo else (0, 0)
        if last is not None and before <= last.last_token:
            return last.voice
        cue = next((c for c in range(before, lo) if t.has(c, f.SAY) and is_cue(t, c)), None)
        subjects = (find_subject(t, cue, before, lo) if cue is not None else None, clause_subject(t, before, lo))
        known = [_unapposed(t, s) for s in subjects if s is not None and is_somebody(t, *s)]
        subject = known[0] if known else _only_named(t, before, lo)
        if subject is not None:
            return Voice(t, subject)
        return last.voice if last is not None else self.carried

    def _told(self, t: Tokens, q: int, last: Said | None) -> Voice | None:
        """Return whose words are told on in a mood of their own: those of the clause before a colon, or told last."""
        lo, _ = t.sentence(q)
        end = _own_clause(t, lo, q)
        cue = next((c for c in range(lo, end) if t.has(c, f.SAY | f.LABEL) and is_cue(t, c)), None)
        teller_of = find_subject(t, cue, lo, end) if cue is not None else None
        if teller_of is not None:
            return Voice(t, teller(t, teller_of))
        subjects = (clause_subject(t, lo, end), main_subject(t, lo, end)) if end > lo else ()
        subject = next((s for s in subjects if _person(t, s, sure=True)), None)
        if subject is not None:
            return Voice(t, subject)
        if last is not None and not _told_since(t, q, last):
            return last.voice or self.carried
        return self._subject(t, before=q) or (last.voice if last is not None else self.carried)

    def _subject(self, t: Tokens, before: int | None = None) -> Voice | None:
        """Return the subject of the last sentence of a paragraph, or of the sentence before that of a token."""
        end = t.cut[-1] if before is None else t.sentence(before)[0]
        while before is not None and end > 1 and _in_mood(t, end - 1):
            end = t.sentence(end - 1)[0]
        if end < 2:
            return None
        lo, hi = t.sentence(end - 1)
        subject = _person(t, clause_subject(t, lo, hi))
        return Voice(t, subject) if subject else None


def _may_tell(t: Tokens, words: Range) -> bool:
    """Return whether a phrase may speak, or is something said or written: "His verdict: ..."."""
    somebody = is_somebody(t, *words) if t.language.capital_nouns else may_speak(t, words)
    return somebody or any(t.has(k, f.SAID) for k in range(*words)) or t.has(words[0], f.GENDER & ~f.DET)


def _only_named(t: Tokens, lo: int, hi: int) -> Range | None:
    """Return the one name of a person or a body that a clause holds, or None."""
    found = None
    k = lo
    while k < hi:
        first = k
        while k < hi and t.bits[k] & f.ENTITY:
            k += 1
        if k > first:
            if found:
                return None
            found = (first, k)
        k += 1
    return found


def _unapposed(t: Tokens, words: Range) -> Range:
    """Return the name that a phrase behind its comma explains, or the phrase: "Sergio Pavan, tecnico degli ospiti"."""
    first = words[0] - 1
    if first < 1 or t.lows[first] != "," or t.has(words[0], f.ENTITY):
        return words
    while first > 0 and t.bits[first - 1] & f.ENTITY:
        first -= 1
    return (first, words[0] - 1) if first < words[0] - 1 else words


def _floor(last: Said | None) -> int:
    """Return the token behind a quote, its cue and who says it: what follows is no part of it."""
    if last is None:
        return 0
    ends = [last.last_token + 1]
    if last.found is not None and last.found.how == "after":
        ends += [r[1] for r in (last.found.cue, last.found.speaker) if r]
    return max(ends)


def _leading(t: Tokens, here: list[Said], lo: int) -> Voice | None:
    """Return who says the words that open a sentence: those of X in ``"...," X said after Y spoke of "..."``."""
    if t.kinds[lo] != QUOTE:
        return None
    for said in here:
        if said.last_token >= lo:
            return said.voice if said.found is not None and said.found.how == "after" else None
    return None


def _asks(voice: Voice) -> bool:
    """Return whether it is the author who speaks, and who leaves the next word to others: "I asked"."""
    return voice.words[1] - voice.words[0] == 1 and voice.tokens.among(voice.words[0], "author")


def _entity(said: Said) -> Entity | None:
    return said.voice.entity if said.voice is not None else None


def _is_asked(t: Tokens, speech: list[Governed]) -> bool:
    """Return whether a paragraph is a question without marks, which the next one answers: "Did it hurt?"."""
    return not speech and bool(t.lows) and t.lows[-1] == "?"


def _is_question(said: Said) -> bool:
    """Return whether a quote is a question, by its mark or its cue, and names its own speaker or is asked back."""
    if said.voice is None:
        return False
    t = said.voice.tokens
    if said.own and said.cue is not None and t.among(t.find(said.cue[0]), "queries"):
        return True
    return said.own and t.text[said.pieces[-1][1] - 1] == "?"


def _name_words(voice: Voice) -> set[str]:
    t = voice.tokens
    return {t.lows[k] for k in range(*voice.words) if t.kinds[k] == NAME and not t.bits[k] & f.TITLE}


def _place(said: Said) -> tuple[int, int]:
    return said.pieces[0]


def _speech(t: Tokens) -> list[Governed]:
    """Return the stretches that are speech, with what governs them; those that are names become words."""
    for q in [q for q in t.stretches if is_name(t, q) or is_displayed(t, q)]:
        t.make_name(q)
    out, terms = [], []
    for q in t.stretches:
        found = attribute(t, q)
        if is_speech(t, q, found):
            out.append((q, found))
        elif q + 1 < len(t) and not t.stretches[q].left_open:
            terms.append(q)
    for q in terms:
        t.make_name(q)
    return out


def _in_mood(t: Tokens, i: int) -> bool:
    """Return whether the sentence of a token has a verb in the mood of reported speech."""
    return t.in_mood(*t.sentence(i))


def _told_since(t: Tokens, q: int, last: Said) -> bool:
    """Return whether somebody else says something between the last quote and reported words."""
    lo, hi = t.sentence(q)
    self_told = t.has(lo, f.PRON) and t.has(lo, f.MASC | f.FEM)  # "Sie könne ..."
    while lo > 0 and _in_mood(t, lo):
        lo, hi = t.sentence(lo - 1)
    return lo > last.last_token and (
        self_told or any(t.has(k, f.SAY | f.LABEL) and is_cue(t, k) for k in range(lo, hi))
    )


def _own_clause(t: Tokens, lo: int, q: int) -> int:
    """Return the mark behind the clause that reported words hang on in their own sentence, or lo."""
    marks = [k for k in range(lo + 1, q) if t.lows[k] in (",", ":")]
    colon = next((k for k in reversed(marks) if t.lows[k] == ":"), lo)
    return colon if colon > lo or not marks or t.has(lo, f.SUB) or t.in_mood(lo, marks[0]) else marks[0]


def _main_clause(t: Tokens, lo: int, q: int) -> Range | None:
    """Return the subject of a main clause that a clause with "that" hangs on, whatever its verb."""
    if not t.language.verb_second:
        return None
    for k in range(q - 1, lo + 1, -1):
        if t.has(k, f.COMP) and t.lows[k - 1] == "," and not t.in_mood(lo, k):
            return _person(t, clause_subject(t, lo, k - 1))
    return None


def _reported(t: Tokens, report: Report) -> Said:
    last = t.find(report.pieces[-1][1] - 1)
    said = Said(QuoteKind.INDIRECT, report.pieces, last)
    said.cue = report.cue
    if report.speaker is not None:
        said.voice, said.own = Voice(t, teller(t, report.speaker)), True
    return said


def _person(t: Tokens, words: Range | None, *, sure: bool = False) -> Range | None:
    """Return the phrase when it can stand for somebody who speaks; when it must be sure, "the question" cannot."""
    if words is None or (words[1] - words[0] == 1 and t.among(words[0], "nobody")):
        return None
    if is_somebody(t, *words) or (t.low(words[1]) == "," and is_apposed(t, words[1] + 1)):
        return words
    named = NAME in t.kinds[slice(*words)]
    return words if named and not (sure and t.language.verb_second and t.has(words[0], f.DET | f.TIME)) else None


def _joins(t: Tokens, last: Said, q: int, found: Attribution | None) -> bool:
    """Return whether a stretch goes on with the quote before: the same cue, or no cue and nothing told between."""
    if last.kind is QuoteKind.INDIRECT:
        return False
    if found is not None and last.found is not None and found.cue == last.found.cue:
        return True
    lo, _ = t.sentence(q)
    goes_on = found is None and last.found is not None and last.found.how == "after" and t.low(q - 1) == ","
    if goes_on and lo <= last.last_token and t.text[t.stretches[q].first].islower():
        return True  # "...," said X, a farmer, "..."
    if found is not None or last.found is None or not leads(t, q, lo):
        return False
    before, _ = t.sentence(lo - 1) if lo else (0, 0)
    return lo > 0 and before <= last.last_token and last.found.how in ("after", "source")


def _join(t: Tokens, last: Said, q: int, found: Attribution | None) -> None:
    if last.pieces and t.stretches[q].first < last.pieces[-1][1]:
        last.last_token = q
        return
    if found is not None and last.found is not None and last.found.speaker is not None:
        found = found._replace(speaker=last.found.speaker)  # whose words they are is not said by them
    kind, parts = pieces(t, q, found, joined=True)
    start = last.pieces[-1][1]
    last.pieces.extend(p for p in parts if p[0] >= start)
    if kind is QuoteKind.MIXED:
        last.kind = kind
    last.last_token = q
