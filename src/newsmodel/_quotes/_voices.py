"""From stretches to quotes: which are speech, which belong together, whose they are."""

from __future__ import annotations

from itertools import zip_longest

from newsmodel._model import QuoteKind
from newsmodel._quotes._attribute import attribute
from newsmodel._quotes._attribution import Attribution
from newsmodel._quotes._candidates import subject_before
from newsmodel._quotes._clauses import Parser, around, remembering
from newsmodel._quotes._content import pieces
from newsmodel._quotes._displayed import is_displayed
from newsmodel._quotes._exchange import answer, is_asked, leaves_word
from newsmodel._quotes._indirect import reports
from newsmodel._quotes._inherited import Governed, behind_colon, dropped, inherited
from newsmodel._quotes._joined import floor, join, joins
from newsmodel._quotes._naming import is_name
from newsmodel._quotes._said import Past, Report, Said, Voice, name_words
from newsmodel._quotes._speech import is_speech
from newsmodel._quotes._subjects import teller
from newsmodel._quotes._tokens import Tokens
from newsmodel._quotes._told_on import told_on

__all__ = ["Voices"]


class Voices:
    """Reads the paragraphs of a text in order and remembers who spoke last."""

    def __init__(self, parser: Parser | None = None) -> None:
        self.parser = remembering(parser) if parser is not None else None
        self.past = Past()

    def read(self, t: Tokens, *, awaited: bool = True) -> list[Said]:
        """Return what is said in one paragraph, in reading order.

        ``awaited`` is False where the next paragraph has no marks: then nobody's words go on in it.
        """
        past = self.past
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
        answer(t, here, past)
        voice = (here[-1].voice or next((s.voice for s in reversed(here) if s.voice), None)) if here else None
        if past.carried is None or not ((not speech and is_asked(t)) or (voice and leaves_word(t, here[-1], past))):
            past.carried = voice or (subject_before(t) if awaited else None) or past.carried
        past.said += here
        return here

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
            reported.voice = dropped(t, lo, here[-1] if here else None, self.past)
            reported.own = reported.voice is not None and reported.voice.tokens is t
        here.append(reported)

    def _quoted(
        self, t: Tokens, q: int, found: Attribution | None, here: list[Said], following: Governed | None
    ) -> Said | None:
        """Return a new quote for the stretch at token q, or None when it was joined to the one before."""
        stretch = t.stretches[q]
        last = here[-1] if here else None
        if last is not None and joins(t, last, q, found):
            join(t, last, q, found)
            return None
        kind, parts = pieces(t, q, found, floor=floor(last))
        if last is not None and parts[0][0] < last.pieces[-1][1]:
            last.pieces = [p for p in last.pieces if p[1] <= parts[0][0]] or last.pieces
        said = Said(kind, parts, q)
        said.found, said.continues = found, stretch.resumed
        if found and found.cue:
            said.cue = (t.starts[found.cue[0]], t.end(found.cue[1] - 1))
        if found and found.speaker:
            said.voice = behind_colon(t, q, found, last) or Voice(t, teller(t, found.speaker))
            said.own = said.voice.tokens is t
            if stretch.resumed:
                said.continues = self._runs_on(said.voice)
                self._back(said)
        elif stretch.resumed and self.past.said:
            said.voice = self.past.said[-1].voice
        elif found is None or found.how != "before" or t.language.drops_subject:
            said.voice = inherited(t, q, found, here, following, self.past)
            if said.voice and said.voice.tokens is t:
                said.own = True
        return said

    def _runs_on(self, voice: Voice) -> bool:
        """Return whether a voice named at the end of a long quote may be that of its beginning."""
        before = self.past.said[-1].voice if self.past.said else None
        if before is None:
            return True
        named = name_words(before)
        return not named or not name_words(voice) or bool(named & name_words(voice))

    def _back(self, said: Said) -> None:
        """Give the speaker named at the end of a long quote to the paragraphs before."""
        for earlier in reversed(self.past.said):
            if earlier.voice is not None:
                return
            earlier.voice = said.voice
            if not earlier.continues:
                return


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


def _reported(t: Tokens, report: Report) -> Said:
    last = t.find(report.pieces[-1][1] - 1)
    said = Said(QuoteKind.INDIRECT, report.pieces, last)
    said.cue = report.cue
    if report.speaker is not None:
        said.voice, said.own = Voice(t, teller(t, report.speaker)), True
    return said


def _place(said: Said) -> tuple[int, int]:
    return said.pieces[0]
