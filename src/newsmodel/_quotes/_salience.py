"""Who is being talked about: the people and bodies in the order of their mentions, for pronouns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import frozen

from newsmodel._model import Entity, Mention, Organization, Paragraph, Person
from newsmodel._quotes._genders import gender_of_name
from newsmodel._quotes._lexicon import COMP, FEM, MASC, NEUTER, PERSON, PLURAL, PREP, SAY, TITLE
from newsmodel._quotes._tokens import MARK, QUOTE, Tokens

__all__ = ["Salience"]

_SUBJECT: Final = 1.6
_SPEAKER: Final = 1.4
_OBJECT: Final = 0.6
_UNKNOWN_GENDER: Final = -0.4
_SENTENCE: Final = 0.7
_PARAGRAPH: Final = 0.5
_FAR: Final = 4  # paragraphs back from which nobody is meant by a pronoun
_GENDERS: Final = MASC | FEM


@frozen
class _Trace:
    """One mention outside quotation marks, or one act of speaking."""

    entity: Entity
    paragraph: int
    sentence: int
    """Counted through the text."""
    position: int
    weight: float
    told: bool = False
    """True when it names whom something was said to."""


class Salience:
    """Traces of whom the text has named, in order."""

    def __init__(self, people: list[Person]) -> None:
        self.traces: list[_Trace] = []
        self.genders: dict[str, int] = {}
        self.counts: dict[str, int] = {}
        self.paragraph = -1
        self.sentences = 0
        """Sentences before the present paragraph."""
        self.tokens: Tokens | None = None
        for person in people:
            self.genders[person.id] = gender_of_name(person.name)

    def enter(self, paragraph: Paragraph, t: Tokens) -> None:
        """Go on to the next paragraph and take in its mentions."""
        if self.tokens is not None:
            self.sentences += len(self.tokens.cut) - 1
        self.paragraph += 1
        self.tokens = t
        for mention in paragraph.mentions:
            self.add(mention, t)

    def add(self, mention: Mention, t: Tokens) -> None:
        """Take in one mention."""
        at = t.find(mention.span.start)
        entity = mention.entity
        self.counts[entity.id] = self.counts.get(entity.id, 0) + 1
        if at >= len(t) or t.kinds[at] == QUOTE:
            return
        if isinstance(entity, Person):
            self._learn_gender(entity, t, at, t.find(mention.span.end - 1))
        sentence = _sentence(t, at)
        told = t.has(at - 1, SAY) and t.among(at - 1, "tell")
        weight = _SUBJECT if _is_subject(t, at) else _OBJECT
        if t.text[mention.span.end : mention.span.end + 2] in ("'s", "’s"):
            weight -= 0.2
        self.traces.append(_Trace(entity, self.paragraph, self.sentences + sentence, at, weight, told))

    def _learn_gender(self, person: Person, t: Tokens, first: int, last: int) -> None:
        """Take the gender from a title or a noun beside the name; they outweigh the given name."""
        bits = 0
        for k in range(max(0, first - 2), first):
            if t.has(k, TITLE | PERSON) and t.kinds[k] != MARK:
                bits |= t.bits[k] & _GENDERS
        if last + 1 < len(t) and t.lows[last + 1] == ",":
            for k in range(last + 2, min(len(t), last + 9)):
                if t.lows[k] == "," or t.has(k, SAY):
                    break
                if t.has(k, PERSON):
                    bits |= t.bits[k] & _GENDERS
        if bits in (MASC, FEM):
            self.genders[person.id] = bits
        else:
            self.genders.setdefault(person.id, gender_of_name(person.name))

    def spoke(self, entity: Entity, token: int | None) -> None:
        """Note that somebody spoke, here or, when token is None, further up."""
        t = self.tokens
        if t is None:
            return
        sentence = _sentence(t, token) if token is not None else 0
        position = token if token is not None else 0
        self.traces.append(_Trace(entity, self.paragraph, self.sentences + sentence, position, _SPEAKER + _SUBJECT / 4))

    def seen(self, entity: Entity) -> bool:
        """Return whether the text has named an entity so far."""
        return entity.id in self.counts

    def latest(self, entities: Sequence[Entity]) -> Entity | None:
        """Return the one of these that was named last."""
        ids = {e.id for e in entities}
        for trace in reversed(self.traces):
            if trace.entity.id in ids:
                return trace.entity
        return None

    def pronoun(self, t: Tokens, at: int) -> Entity | None:
        """Return whom a pronoun stands for; None when it cannot be told."""
        bits = t.bits[at]
        gender = bits & _GENDERS
        if not gender:
            return self._body(t, at) if bits & (NEUTER | PLURAL) else None
        here = self.sentences + _sentence(t, at)
        scores: dict[str, float] = {}
        entities: dict[str, Entity] = {}
        for trace in reversed(self.traces):
            if self.paragraph - trace.paragraph > _FAR:
                break
            if not isinstance(trace.entity, Person) or (trace.told and trace.sentence == here):
                continue
            if trace.paragraph == self.paragraph and trace.position >= at:
                continue
            score = self._score(trace, here, gender)
            if score is not None and score > scores.get(trace.entity.id, -99.0):
                scores[trace.entity.id] = score
                entities[trace.entity.id] = trace.entity
        if not scores:
            return None
        ranked = sorted(scores, key=lambda i: -scores[i])
        best = entities[ranked[0]]
        if isinstance(best, Person):
            self.genders[best.id] = self.genders.get(best.id, 0) or gender
        return best

    def _score(self, trace: _Trace, here: int, gender: int) -> float | None:
        known = self.genders.get(trace.entity.id, 0)
        if known and not known & gender:
            return None
        back = here - trace.sentence
        score = trace.weight - _SENTENCE * back - _PARAGRAPH * (self.paragraph - trace.paragraph)
        return score if known else score + _UNKNOWN_GENDER

    def _body(self, t: Tokens, at: int) -> Entity | None:
        """Return the organization that "it" or "they" stands for: the subject of the sentence before, or who spoke."""
        here = self.sentences + _sentence(t, at)
        for trace in reversed(self.traces):
            if here - trace.sentence > 1 or trace.paragraph < self.paragraph - 1:
                return None
            if trace.paragraph == self.paragraph and trace.position >= at:
                continue
            if isinstance(trace.entity, Organization) and trace.weight >= _SUBJECT:
                return trace.entity
        return None


def _sentence(t: Tokens, at: int) -> int:
    lo, _ = t.sentence(min(at, len(t) - 1))
    return t.cut.index(lo)


def _is_subject(t: Tokens, at: int) -> bool:
    """Return whether the token opens its clause: nothing but titles and adverbs since the last mark."""
    for k in range(at - 1, -1, -1):
        if t.kinds[k] in (MARK, QUOTE) or t.has(k, COMP):
            return True
        if (t.has(k, PREP) and not t.has(k, COMP)) or t.has(k, SAY):
            return False
    return True
