"""Who is being talked about: the people and bodies in the order of their mentions, for pronouns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from newsmodel._model import Entity, Mention, Organization, Person
from newsmodel._quotes import _flags as f
from newsmodel._quotes._genders import gender_of_name
from newsmodel._quotes._tokens import MARK, NAME, QUOTE, WORD, Tokens

__all__ = ["Salience"]

_SUBJECT: Final = 1.6
_INNER: Final = 1.0  # the subject of a clause within another
_NEW: Final = 0.8  # more for one who has just been presented ("Ann Lee, head of ...")
_SPEAKER: Final = 1.4
_OBJECT: Final = 0.6
_UNKNOWN_GENDER: Final = -0.4
_SENTENCE: Final = 0.7
_PARAGRAPH: Final = 0.5
_SPOKEN_OF: Final = 1.0  # less for one who does not act, where the words speak of somebody: "He saved us"
_OWNING: Final = ("'s", "’s")
_FAR: Final = 4  # paragraphs back from which nobody is meant by a pronoun
_LOOKED_BACK: Final = 40  # tokens before a name, so that thousands of names in a row take linear time
_LONG_AGO: Final = 40  # the same in sentences
_OPENINGS: Final = f.PRON | f.DET
"""A word of one of these may open a sentence and stand for somebody."""
_INTRODUCES: Final = f.PREP | f.SUB | f.SAY
"""A word of one of these may open a phrase before the subject of a sentence."""
_INTRODUCTION: Final = 14  # tokens of such a phrase
_BEARS: Final = f.TITLE | f.PERSON
_PARTS: Final = (MARK, QUOTE)
_OWNED: Final = 4  # tokens of "his chief aide,"
_EXPLAINED: Final = 7  # tokens behind the comma of a name
_NOT_EXPLAINED: Final = f.SAY | f.PREP | f.REL
"""What ends the noun that explains a name: beyond it others are spoken of ("whose husband ...")."""
# What a word before a name makes of it: the subject of an inner clause, an object, or nothing.
_OPENS_CLAUSE: Final = f.COMP | f.SUB | f.SAY | f.THINK
_GOVERNS: Final = f.PREP | f.ACTS | f.LABEL
_BESIDE: Final = f.TITLE | f.PERSON | f.ADV | f.CONJ | f.DET | f.TIME | f.ORG


_Trace: TypeAlias = tuple[Entity | None, int, int, int, float, int, bool, bool]
"""One mention outside quotation marks, or one act of speaking: the entity, None for somebody without a name, who may be
meant by a pronoun all the same; the paragraph; the sentence, counted through the text; the token; the weight; the
gender of somebody without a name; True when it names whom something was said to, or stands behind a preposition; True
when it acts or speaks."""


class Salience:
    """Traces of whom the text has named, in order."""

    def __init__(self, people: list[Person], described: Callable[[Tokens, tuple[int, int]], Entity | None]) -> None:
        self.described = described
        """Returns whom words for an office stand for."""
        self.traces: list[_Trace] = []
        self.genders: dict[str, int] = {}
        self.spoken_of: dict[int, set[str]] = {}
        """Sentence -> ids of whom quoted words in it name."""
        self.named: set[str] = set()
        """Ids of whom the text has named so far."""
        self.paragraph = -1
        self.sentences = 0
        """Sentences before the present paragraph."""
        self.tokens: Tokens | None = None
        for person in people:
            self.genders[person.id] = gender_of_name(person.name)

    def enter(self, mentions: Sequence[Mention], t: Tokens) -> None:
        """Go on to the next paragraph and take in its mentions."""
        if self.tokens is not None:
            self.sentences += len(self.tokens.cut) - 1
        self.paragraph += 1
        self.tokens = t
        opened, cut, bits = 0, t.cut, t.bits
        last, opening = len(cut) - 1 if t.lows else 0, t.language.verb_endings
        for mention in mentions:
            at = t.find(mention.span.start)
            while opened < last and cut[opened] <= at:
                if bits[cut[opened]] & _OPENINGS:
                    self._opening(t, cut[opened])
                elif bits[cut[opened]] & _INTRODUCES or t.lows[cut[opened]].endswith(opening):
                    self._introduced(t, cut[opened], cut[opened + 1])
                opened += 1
            self._take(mention, t, at, self.sentences + opened - 1)
        for k in range(opened, last):
            if bits[cut[k]] & _OPENINGS:
                self._opening(t, cut[k])
            elif bits[cut[k]] & _INTRODUCES or t.lows[cut[k]].endswith(opening):
                self._introduced(t, cut[k], cut[k + 1])

    def _introduced(self, t: Tokens, lo: int, hi: int) -> None:
        """Take in a sentence in which a phrase and its comma stand before somebody: "In Tull, a man ..."."""
        end = min(hi - 2, lo + _INTRODUCTION)
        if "," not in t.lows[lo + 1 : end]:
            return
        comma = t.lows.index(",", lo + 1)
        between = t.kinds[lo + 1 : comma]
        if t.bits[comma + 1] & _OPENINGS and MARK not in between and QUOTE not in between:
            self._opening(t, comma + 1)

    def _opening(self, t: Tokens, lo: int) -> None:
        """Take in a sentence that opens with a pronoun or a relative ("My mother"), who is then being talked about."""
        bits = t.bits[lo]
        if bits & f.PRON and bits & f.GENDER:
            entity = self.pronoun(t, lo)
            if entity is not None:
                self._trace(entity, t, lo, _SUBJECT)
        elif bits & f.DET:
            k = lo + 1
            if not t.bits[k] and t.bits[k + 1] & f.PERSON:
                k += 1  # "a local farmer"
            if t.bits[k] & f.PERSON and t.kinds[k] == WORD:
                unnamed = t.among(lo, "indefinite")
                entity = None if unnamed or NAME in t.kinds[k + 1 : k + 2] else self.described(t, (lo, k + 1))
                if entity is not None:  # "The president turned back."
                    self._trace(entity, t, lo, _SUBJECT)
                    return
                gender = t.bits[k] & f.GENDER or (f.GENDER if unnamed else 0)
                if gender and NAME not in t.kinds[k + 1 : k + 2 + unnamed]:
                    self._trace(None, t, lo, _SUBJECT, gender)

    def block(self, t: Tokens, at: int, gender: int = 0) -> None:
        """Note somebody without a name, or whose name leads nowhere: a pronoun after it means nobody known."""
        if t is self.tokens:
            self._trace(None, t, at, _SPEAKER + _SUBJECT / 4, gender)

    def _trace(self, entity: Entity | None, t: Tokens, at: int, weight: float, gender: int = 0) -> None:
        self.traces.append((entity, self.paragraph, self.sentences + t.number(at), at, weight, gender, False, True))

    def add(self, mention: Mention, t: Tokens) -> None:
        """Take in one mention, which only reading on revealed."""
        at = t.find(mention.span.start)
        self._take(mention, t, at, self.sentences + t.number(at))

    def _take(self, mention: Mention, t: Tokens, at: int, sentence: int) -> None:
        """Take in one mention, which begins at a token, and in a sentence counted through the text."""
        entity, end, lows = mention.entity, mention.span.end, t.lows
        new = entity.id not in self.named
        if new:
            self.named.add(entity.id)
        if at >= len(lows):
            return
        if t.kinds[at] == QUOTE:
            self.spoken_of.setdefault(sentence, set()).add(entity.id)
            return
        behind = t.find(end - 1) + 1
        apposed = behind < len(lows) and lows[behind] == ","
        told_of = apposed or (t.bits[at - 1] | t.bits[at - 2]) & f.GENDER or entity.id not in self.genders
        if told_of and isinstance(entity, Person):
            self._learn_gender(entity, t, at, behind if apposed else None)
        weight = _weight(t, at)
        acts = weight >= _SUBJECT
        if new and apposed and not acts and not _owned(t, at):
            weight += _NEW
        owns = t.text.startswith(_OWNING, end)
        if owns:
            weight -= 0.2
        told = (t.bits[at - 1] & f.SAY and t.among(at - 1, "tell")) or (
            (weight == _OBJECT or lows[at - 1] == ".") and not owns and _governed(t, at)
        )
        self.traces.append((entity, self.paragraph, sentence, at, weight, 0, told, acts))

    def _learn_gender(self, person: Person, t: Tokens, first: int, comma: int | None) -> None:
        """Take the gender from a title or a noun beside the name; they outweigh the given name."""
        bits = 0
        for before in (t.bits[first - 1], t.bits[first - 2]):
            if before & _BEARS:
                bits |= before & f.GENDER
        if comma is not None and not bits:
            bits = _explained(t, comma + 1)
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
        self._trace(entity, t, at, _SPEAKER + _SUBJECT / 4)

    def seen(self, entity: Entity) -> bool:
        """Return whether the text has named an entity so far."""
        return entity.id in self.named

    def may_be(self, person: Person, gender: int) -> bool:
        """Return whether the text has named a person so far whom a word of a gender may stand for."""
        known = self.genders.get(person.id, 0)
        return person.id in self.named and (not gender or not known or bool(known & gender))

    def latest(self, entities: Sequence[Entity]) -> Entity | None:
        """Return the one of these that was named last."""
        if not entities:
            return None
        ids = {e.id for e in entities}
        for entity, *_ in reversed(self.traces):
            if entity and entity.id in ids:
                return entity
        return None

    def pronoun(self, t: Tokens, at: int, gender: int = 0) -> Entity | None:
        """Return whom a pronoun, or a word of a gender, stands for; None when it cannot be told."""
        bits = t.bits[at]
        gender = gender or bits & f.GENDER
        if not gender:
            return self._body(t, at) if bits & (f.NEUTER | f.PLURAL) else None
        here = self.sentences + t.number(at)
        genders, in_paragraph = self.genders, self.paragraph
        scores: dict[str, float] = {}
        entities: dict[str, Entity | None] = {}
        acted: dict[str, float] = {}
        named = self.spoken_of.get(here, ())
        for entity, paragraph, sentence, position, weight, unnamed, told, acts in reversed(self.traces):
            back, since = in_paragraph - paragraph, here - sentence
            if back > _FAR or since > _LONG_AGO:
                break
            if isinstance(entity, Organization) or (told and not since) or (position >= at and not back):
                continue
            key = entity.id if entity else ""
            known = genders.get(key, 0) if key else unnamed
            if (known and not known & gender) or key in named:
                continue
            score = weight - _SENTENCE * since - _PARAGRAPH * back
            if not known:
                score += _UNKNOWN_GENDER
            if acts and score > acted.get(key, -99.0):
                acted[key] = score
            if score > scores.get(key, -99.0):
                scores[key] = score
                entities[key] = entity
        if not scores:
            return None
        if len(scores) > 1 and scores != acted and self._spoken_of(t, at, gender):
            scores = {key: max(score - _SPOKEN_OF, acted.get(key, -99.0)) for key, score in scores.items()}
        best = entities[max(scores, key=scores.__getitem__)]
        if isinstance(best, Person):
            self.genders[best.id] = self.genders.get(best.id, 0) or gender
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
        for entity, paragraph, sentence, position, weight, *_ in reversed(self.traces):
            if here - sentence > 1 or paragraph < self.paragraph - 1:
                return None
            if paragraph == self.paragraph and position >= at:
                continue
            if weight >= _SUBJECT and isinstance(entity, Organization):
                return entity
        return None


def _governed(t: Tokens, at: int) -> bool:
    """Return whether a preposition stands before a name: who acts in the same sentence is somebody else."""
    k = at - 1
    while k >= 0 and (t.bits[k] & _BEARS or t.lows[k] == "."):
        k -= 1
    return k >= 0 and bool(t.bits[k] & f.PREP) and not t.bits[k] & (f.SUB | f.CONJ)


def _owned(t: Tokens, at: int) -> bool:
    """Return whether a name explains somebody of somebody else's, of whom the talk is: "sacked his aide, Ann Lee,"."""
    if at < _OWNED or t.lows[at - 1] != ",":
        return False
    return any(t.bits[k] & f.DET and t.bits[k] & f.GENDER for k in range(at - _OWNED, at - 2))


def _explained(t: Tokens, first: int) -> int:
    """Return the gender of the noun that explains a name before a comma: "Ann Lee, a widow of the war,"."""
    for k in range(first, min(len(t), first + _EXPLAINED)):
        bits = t.bits[k]
        if t.kinds[k] in _PARTS or bits & _NOT_EXPLAINED:
            return 0
        if bits & f.PERSON and bits & f.GENDER:
            return bits & f.GENDER
    return 0


def _weight(t: Tokens, at: int) -> float:
    """Return how much a mention draws a later pronoun to itself: most as the subject of its sentence."""
    kinds, classes = t.kinds, t.bits
    for k in range(at - 1, max(-1, at - 1 - _LOOKED_BACK), -1):
        kind, bits = kinds[k], classes[k]
        if kind in _PARTS:
            inner = kind == MARK and t.lows[k] == "," and k + 1 == at and _opens_inner(t, k) and not _heads(t, k)
            return _INNER if inner else _SUBJECT
        if bits & _OPENS_CLAUSE and not bits & f.DET:
            return _INNER
        if bits & _GOVERNS or (kind == WORD and not bits & _BESIDE):
            return _OBJECT
    return _SUBJECT


def _heads(t: Tokens, comma: int) -> bool:
    """Return whether the words before a comma are the subject that a name explains: "Her husband, Carl, nodded"."""
    lo, _ = t.sentence(comma)
    if t.has(lo, f.NEUTER) and t.has(lo + 1, f.AUX):
        return True  # "It was his agent, Ann Lee."
    return comma - lo < _OWNED and t.has(lo, f.DET) and t.has(comma - 1, f.PERSON)


def _opens_inner(t: Tokens, comma: int) -> bool:
    """Return whether the words before a comma are no introduction but a clause of their own."""
    lo, _ = t.sentence(comma)
    return not (t.has(lo, f.PREP | f.SUB | f.ADV) or t.has(lo, f.TIME))
