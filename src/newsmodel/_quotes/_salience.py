"""Who is being talked about: the people and bodies in the order of their mentions, for pronouns."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Final, TypeAlias

from newsmodel._model import Entity, Mention, Organization, Person
from newsmodel._quotes import _flags as f
from newsmodel._quotes._genders import gender_of_name
from newsmodel._quotes._prominence import (
    OBJECT,
    SUBJECT,
    beside_pronoun,
    explained,
    governed,
    owned,
    presented,
    prominence,
)
from newsmodel._quotes._tokens import MARK, NAME, QUOTE, WORD, Tokens

__all__ = ["Salience"]

_NEW: Final = 0.8  # more for one who has just been presented ("Ann Lee, head of ...")
_OWNER: Final = 0.2  # less for an owner: "Ann Lee's aide"
_APART: Final = 0.8  # the same where the owned is named: "Ann Lee's aide, Bo Tan,"
_BESIDE: Final = 0.5  # less for one whom a pronoun beside the name cannot mean: "What drew her to Ann Lee?"
_SPEAKER: Final = 1.4 + 0.4
_UNKNOWN_GENDER: Final = -0.4
_SENTENCE: Final = 0.7
_PARAGRAPH: Final = 0.5
_SPOKEN_OF: Final = 1.0  # less for one who does not act, where the words speak of somebody: "He saved us"
_OWNING: Final = ("'s", "’s")
_FAR: Final = 4  # paragraphs back from which nobody is meant by a pronoun
_LONG_AGO: Final = 40  # the same in sentences
_OPENINGS: Final = f.PRON | f.DET
"""A word of one of these may open a sentence and stand for somebody."""
_INTRODUCES: Final = f.PREP | f.SUB | f.SAY
"""A word of one of these may open a phrase before the subject of a sentence."""
_INTRODUCTION: Final = 14  # tokens of such a phrase
_BEARS: Final = f.TITLE | f.PERSON
_FIRST: Final = itemgetter(0)
_FEW: Final = 8  # ids of which each is looked up; of more, all traces are looked through


_Trace: TypeAlias = tuple[Entity | None, str | None, int, int, int, float, int, bool, bool]
"""One mention outside quotation marks, or one act of speaking: the entity, None for somebody without a name, who may be
meant by a pronoun all the same; its id, "" where there is none, None for a body, which is never he or she; the
paragraph; the sentence, counted through the text; the token; the weight; the gender of somebody without a name; True
when it names whom something was said to, or stands behind a preposition; True when it acts or speaks."""


class Salience:
    """Traces of whom the text has named, in order."""

    def __init__(self, people: list[Person], described: Callable[[Tokens, tuple[int, int]], Entity | None]) -> None:
        self.described = described
        """Returns whom words for an office stand for."""
        self.traces: list[_Trace] = []
        self.last: dict[str, int] = {}
        """Id -> the number of the latest trace of whom it is."""
        self.genders: dict[str, int] = {}
        self.spoken_of: dict[int, set[str]] = {}
        """Sentence -> ids of whom quoted words in it name."""
        self.named: set[str] = set()
        """Ids of whom the text has named so far."""
        self.asked: dict[int, Entity | None] = {}
        """Token of a pronoun in this paragraph -> who it is, behind what was asked: "Asked about Lee, he said"."""
        self.paragraph = -1
        self.sentences = 0
        """Sentences before the present paragraph."""
        self.tokens: Tokens | None = None
        for person in people:
            self.genders[person.id] = gender_of_name(person.name)

    def enter(self, mentions: Sequence[Mention], t: Tokens) -> None:
        """Go on to the next paragraph and take in its sentences: who is meant by their first words, who is named."""
        if self.tokens is not None:
            self.sentences += len(self.tokens.cut) - 1
        self.paragraph += 1
        self.tokens = t
        if self.asked:
            self.asked = {}
        if not t.lows:
            return
        bits, participles = t.bits, t.language.verb_endings
        places = [t.find(mention.span.start) for mention in mentions]
        taken, last = 0, len(places)
        for k, (lo, hi) in enumerate(pairwise(t.cut), self.sentences):
            if bits[lo] & _OPENINGS:
                self._opening(t, lo)
            elif bits[lo] & _INTRODUCES or t.lows[lo].endswith(participles):
                self._introduced(t, lo, hi)
            while taken < last and places[taken] < hi:
                self._take(mentions[taken], t, places[taken], k)
                taken += 1

    def _introduced(self, t: Tokens, lo: int, hi: int) -> None:
        """Take in a sentence in which a phrase and its comma stand before somebody: "In Tull, a man ..."."""
        end = min(hi - 2, lo + _INTRODUCTION)
        if "," not in t.lows[lo + 1 : end]:
            return
        comma = t.lows.index(",", lo + 1)
        between = t.kinds[lo + 1 : comma]
        if t.bits[comma + 1] & _OPENINGS and MARK not in between and QUOTE not in between:
            before = len(self.traces)
            self._opening(t, comma + 1)
            asked = t.bits[lo] & f.SAY or t.among(lo, "pressed")
            if asked and len(self.traces) > before and t.bits[comma + 1] & f.PRON:
                self.asked[comma + 1] = self.traces[-1][0]

    def _opening(self, t: Tokens, lo: int) -> None:
        """Take in a sentence that opens with a pronoun or a relative ("My mother"), who is then being talked about."""
        bits = t.bits[lo]
        if bits & f.PRON and bits & f.GENDER:
            entity = self.pronoun(t, lo)
            if entity is not None:
                self._trace(entity, t, lo, SUBJECT)
        elif bits & f.DET:
            k = lo + 1
            if not t.bits[k] and t.bits[k + 1] & f.PERSON:
                k += 1  # "a local farmer"
            noun = t.bits[k] & f.PERSON != 0
            if noun and (t.kinds[k] == WORD or (t.language.capital_nouns and not t.bits[k] & f.ENTITY)):
                unnamed = t.among(lo, "indefinite")
                entity = None if unnamed or NAME in t.kinds[k + 1 : k + 2] else self.described(t, (lo, k + 1))
                if entity is not None:  # "The president turned back."
                    self._trace(entity, t, lo, SUBJECT)
                    return
                if unnamed and presented(t, k + 1):
                    return  # "An economist at the bank, Ann Lee, said"
                gender = t.bits[k] & f.GENDER or (f.GENDER if unnamed else 0)
                if gender and NAME not in t.kinds[k + 1 : k + 2 + unnamed]:
                    self._trace(None, t, lo, SUBJECT, gender)

    def block(self, t: Tokens, at: int, gender: int = 0) -> None:
        """Note somebody without a name, or whose name leads nowhere: a pronoun after it means nobody known."""
        if t is self.tokens:
            self._trace(None, t, at, _SPEAKER, gender)

    def _trace(self, entity: Entity | None, t: Tokens, at: int, weight: float, gender: int = 0) -> None:
        """Note somebody who acts or speaks at a token of the present paragraph."""
        key = entity.id if isinstance(entity, Person) else "" if entity is None else None
        sentence = self.sentences + t.number(at)
        if entity is not None:
            self.last[entity.id] = len(self.traces)
        self.traces.append((entity, key, self.paragraph, sentence, at, weight, gender, False, True))

    def add(self, mention: Mention, t: Tokens) -> None:
        """Take in one mention, which only reading on revealed."""
        at = t.find(mention.span.start)
        self._take(mention, t, at, self.sentences + t.number(at))

    def _take(self, mention: Mention, t: Tokens, at: int, sentence: int) -> None:
        """Take in one mention, which begins at a token, and in a sentence counted through the text."""
        entity, lows, end = mention.entity, t.lows, mention.span.end
        key = entity.id
        new = key not in self.named
        if new:
            self.named.add(key)
        if t.kinds[at] == QUOTE:
            self.spoken_of.setdefault(sentence, set()).add(key)
            return
        behind, starts, last = at + 1, t.starts, len(lows)
        while behind < last and starts[behind] < end:
            behind += 1
        apposed = behind < last and lows[behind] == ","
        person = entity if isinstance(entity, Person) else None
        if person and (apposed or (t.bits[at - 1] | t.bits[at - 2]) & f.GENDER or key not in self.genders):
            self._learn_gender(person, t, at, behind if apposed else None)
        weight = prominence(t, at)
        acts = weight >= SUBJECT
        told = t.bits[at - 1] & f.SAY != 0 and t.among(at - 1, "tell")
        if new and apposed and not acts and not owned(t, at):
            weight += _NEW
        if t.text.startswith(_OWNING, end):
            apart = t.bits[behind] & f.PERSON and t.kinds[behind + 1 : behind + 3] == [MARK, NAME]
            weight -= _APART if apart else _OWNER
        elif weight == OBJECT or lows[at - 1] == ".":
            told = told or governed(t, at)
            if person and beside_pronoun(t, at):
                weight -= _BESIDE
        self.last[key] = len(self.traces)
        self.traces.append((entity, key if person else None, self.paragraph, sentence, at, weight, 0, told, acts))

    def _learn_gender(self, person: Person, t: Tokens, first: int, comma: int | None) -> None:
        """Take the gender from a title or a noun beside the name; they outweigh the given name."""
        bits = 0
        for before in (t.bits[first - 1], t.bits[first - 2]):
            if before & _BEARS:
                bits |= before & f.GENDER
        if comma is not None and not bits:
            bits = explained(t, comma + 1)
        if bits in (f.MASC, f.FEM):
            self.genders[person.id] = bits
        elif person.id not in self.genders:
            self.genders[person.id] = gender_of_name(person.name)

    def spoke(self, entity: Entity, token: int | None) -> None:
        """Note that somebody spoke, here or, when token is None, further up."""
        t = self.tokens
        if t is None:
            return
        at = token if token is not None else 0
        self._trace(entity, t, at, _SPEAKER)

    def latest(self, ids: Collection[str], gender: int = 0) -> Entity | None:
        """Return the one of these that was named last, of those that a word of a gender may stand for."""
        if not ids or self.named.isdisjoint(ids):
            return None
        for entity in self._latest(ids):
            if entity and entity.id in ids and entity.id in self.named:
                known = self.genders.get(entity.id, 0) if gender else 0
                if not known or known & gender:
                    return entity
        return None

    def _latest(self, ids: Collection[str]) -> Iterator[Entity | None]:
        """Yield those of whom there are traces, the latest first: of these, or of all where these are many."""
        if len(ids) > _FEW:
            yield from map(_FIRST, reversed(self.traces))
        for k in sorted([self.last[key] for key in ids if key in self.last] if len(ids) <= _FEW else (), reverse=True):
            yield self.traces[k][0]

    def pronoun(self, t: Tokens, at: int, gender: int = 0, asker: Entity | None = None) -> Entity | None:
        """Return whom a pronoun, or a word of a gender, stands for; None when it cannot be told.

        ``asker`` is somebody whom it cannot mean: whose question is answered.
        """
        bits = t.bits[at]
        gender = gender or bits & f.GENDER
        if not gender:
            return self._body(t, at) if bits & (f.NEUTER | f.PLURAL) else None
        if at in self.asked and t is self.tokens:
            return self.asked[at]
        best = self._foremost(t, at, gender)
        if asker is not None:
            best.pop(asker.id, None)
        if not best:
            return None
        if len(best) > 1 and self._spoken_of(t, at, gender):
            acting = self._foremost(t, at, gender, acting=True)
            for key, (score, entity) in best.items():
                best[key] = max(score - _SPOKEN_OF, *acting.get(key, ())[:1], -99.0), entity
        _, who = max(best.values(), key=_FIRST)
        if isinstance(who, Person):
            self.genders[who.id] = self.genders.get(who.id, 0) or gender
        return who

    def _foremost(
        self, t: Tokens, at: int, gender: int, *, acting: bool = False
    ) -> dict[str, tuple[float, Entity | None]]:
        """Return each of those whom a pronoun may mean, by id, with the highest score that a trace of them has."""
        here, paragraph = self.sentences + t.number(at), self.paragraph
        genders, named = self.genders, self.spoken_of.get(here, ())
        best: dict[str, tuple[float, Entity | None]] = {}
        for entity, key, before, sentence, place, weight, unnamed, told, acts in reversed(self.traces):
            back, since = paragraph - before, here - sentence
            if back > _FAR or since > _LONG_AGO:
                break
            if key is None or (told and not since) or (place >= at and not back) or key in named:
                continue
            known = genders.get(key, 0) if key else unnamed
            if (known and not known & gender) or (acting and not acts):
                continue
            score = weight - _SENTENCE * since - _PARAGRAPH * back
            if not known:
                score += _UNKNOWN_GENDER
            if key not in best or score > best[key][0]:
                best[key] = score, entity
        return best

    def _spoken_of(self, t: Tokens, at: int, gender: int) -> bool:
        """Return whether quoted words in the sentence of a pronoun speak of somebody else of the same gender."""
        lo, hi = t.sentence(at)
        classes = t.language.classes
        for q in range(lo, hi) if QUOTE in t.kinds[lo:hi] else ():
            if t.kinds[q] == QUOTE:
                stretch = t.stretches[q]
                for word in t.text[stretch.first : stretch.last].lower().split():
                    bits = classes.get(word, 0)
                    if bits & gender and not bits & f.NOUN & ~f.GENDER:
                        return True
        return False

    def _body(self, t: Tokens, at: int) -> Entity | None:
        """Return the organization that "it" or "they" stands for: the subject of the sentence before, or who spoke."""
        here = self.sentences + t.number(at)
        for entity, _, paragraph, sentence, position, weight, *_ in reversed(self.traces):
            if here - sentence > 1 or paragraph < self.paragraph - 1:
                return None
            if paragraph == self.paragraph and position >= at:
                continue
            if weight >= SUBJECT and isinstance(entity, Organization):
                return entity
        return None
