"""Whom the words for a speaker stand for: a name, a short name, a pronoun, an office, a body."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from newsmodel._model import Entity, Mention, Organization, Person, Span
from newsmodel._quotes import _flags as f
from newsmodel._quotes._fields import behind_owners
from newsmodel._quotes._firms import firms, only_private
from newsmodel._quotes._genders import is_given_name
from newsmodel._quotes._heads import head_of, is_office, name_in
from newsmodel._quotes._phrases import Range
from newsmodel._quotes._said import Said, Voice
from newsmodel._quotes._salience import Salience
from newsmodel._quotes._tokens import NAME, WORD, Tokens

__all__ = ["Resolver"]

_AGED: Final = 2  # tokens of "the 43-year-old"
_PAIR: Final = 2
_NO_OFFICES: Final[frozenset[str]] = frozenset()
_IN_MIND: Final = 40  # mentions looked back over, so that thousands in a row take linear time
_RECENT: Final = 4  # paragraphs back in which somebody else may bear the same noun
_OFFICE: Final = 4  # words of "county commissioner" before a name
_CLAUSE: Final = f.CUE | f.ACTS | f.PREP | f.PRON | f.SUB | f.REL | f.ADV | f.TIME
_JOINED: Final = f.PREP | f.DET | f.CONJ
_ENDING: Final = re.compile(r"['’]s?$")


class Resolver:
    """Follows the text, and tells for each voice which entity of the article it is."""

    def __init__(
        self, people: Sequence[Person], organizations: Sequence[Organization], given: Sequence[Entity] = ()
    ) -> None:
        self.people: list[Person] = list(people)
        self.organizations = organizations
        self.salience = Salience(self.people, self._described)
        self.mentions: tuple[Mention, ...] = ()
        self.ends: list[int] = []
        """Where the mentions of the present paragraph end; empty until it is asked for."""
        self.tokens: Tokens | None = None
        self.passed: list[Tokens] = []
        """The paragraphs read so far."""
        self.new: list[Mention] = []
        """Mentions of people in the present paragraph whom only their speaking revealed."""
        self._known = _names(self.people, self.organizations)
        self._ids = {p.id for p in self.people} | {o.id for o in self.organizations}
        self._given = _given(given, organizations)
        self._titled: dict[tuple[str, ...], frozenset[str]] = {}
        self._named: dict[str, frozenset[str]] = {}
        self._mentions: list[Sequence[Mention]] = []
        self._searched = 0
        """How many paragraphs have been searched for firms."""
        self._named_firms: frozenset[str] = frozenset()

    def see(self, mentions: tuple[Mention, ...], t: Tokens) -> None:
        """Go on to the next paragraph."""
        self.mentions, self.ends, self.tokens, self.new = mentions, [], t, []
        self.passed.append(t)
        self._mentions.append(mentions)
        self.salience.enter(mentions, t)

    def settle(self, voice: Voice | None, *, spoke: bool = True) -> None:
        """Find the entity of a voice, once for each voice; note that it spoke."""
        if voice is None:
            return
        if not voice.resolved and voice.tokens is self.tokens:
            asker = voice.answered.entity if voice.answered is not None else None
            voice.entity = self._entity(voice.tokens, voice.words, asker)
            if voice.entity is None and spoke:
                self._block(voice.tokens, voice.words)
        voice.resolved = True
        if voice.entity is not None and spoke:
            self.salience.spoke(voice.entity, voice.words[0] if voice.tokens is self.tokens else None)

    def _block(self, t: Tokens, words: Range) -> None:
        """Note that somebody spoke who has no name, or one that leads nowhere: a pronoun behind may mean them."""
        if NAME in t.kinds[slice(*words)]:
            self.salience.block(t, words[0])
        elif words[1] - words[0] > 1 and t.among(words[0], "indefinite"):
            noun = next((k for k in range(words[0] + 1, words[1]) if t.bits[k] & f.PERSON), 0)
            if noun:  # "a bystander"
                self.salience.block(t, words[0], t.bits[noun] & f.GENDER)
        elif words[1] - words[0] == _PAIR and not t.bits[words[1] - 1] and t.among(words[0], "definite"):
            self.salience.block(t, words[0])  # "the substitute"

    def sign(self, said: list[Said], attribution: str) -> None:
        """Give the words of a block quote to whom the block names as its source, when the article knows them."""
        name = attribution.lstrip("—–- ").partition(",")[0].strip()
        entity = self._known.get(name.casefold())
        if entity is None or self.tokens is None:
            return
        for s in said:
            s.voice = Voice(self.tokens, (0, 1), entity, resolved=True)
            s.own = False

    def _entity(self, t: Tokens, words: Range, asker: Entity | None = None) -> Entity | None:
        first, end = words
        bits = t.bits[first]
        if end - first == 1 and (bits & f.PRON or (bits & f.GENDER and not bits & f.NOUN & ~f.GENDER)):
            return self.salience.pronoun(t, first, asker=asker)  # "selon lui" too
        start, stop = t.starts[first], t.end(end - 1)
        named = self._mentioned(start, stop)
        if named:
            head = head_of(t, words, named)
            if isinstance(head, Person) and not is_office(t, words):
                return head
            return self._apposed(t, end) or (head and self._described(t, words)) or head or self._epithet(t, words)
        name = name_in(t, words)
        if name is None:
            return self._apposed(t, end) or self._described(t, words)
        written = _ENDING.sub("", t.text[t.starts[name[0]] : t.end(name[1] - 1)])
        known = self._known.get(written.casefold())
        found = known or self._added(t, name, words, written) or self._apposed(t, end)
        office = t.language.capital_nouns or is_office(t, words)  # "the Chief Justice"
        office = office or t.low(first + 1).endswith(t.language.age_endings or ("\0",))  # "de 24-jarige Belgische"
        return found or (self._described(t, words) if office else self._epithet(t, words))

    def _mentioned(self, start: int, stop: int) -> tuple[Mention, ...]:
        """Return the mentions between two places of the paragraph; they stand in order."""
        if not self.mentions:
            return ()
        if not self.ends:
            self.ends = [m.span.end for m in self.mentions]
        first = last = bisect_right(self.ends, start)
        while last < len(self.mentions) and self.mentions[last].span.start < stop:
            last += 1
        return self.mentions[first:last]

    def _before(self, place: int) -> tuple[Mention, ...]:
        """Return the last mentions of the paragraph before a place, no more than a reader has in mind."""
        self.ends = self.ends or [m.span.end for m in self.mentions]
        last = bisect_right(self.ends, place)
        return self.mentions[max(0, last - _IN_MIND) : last]

    def _apposed(self, t: Tokens, end: int) -> Entity | None:
        """Return who is named behind a phrase and its comma: "her lawyer, Ann Lee, said"."""
        end = behind_owners(t, end, len(t))
        last = len(t) - 1
        while end <= last and t.kinds[end] == WORD and not t.bits[end] & _CLAUSE:
            end += 1  # "and lifelong resident, Ann Lee"
        if end >= last or t.lows[end] != ",":
            return None
        end += 1
        while end < last and t.bits[end] & (f.TITLE | f.PERSON | f.DET) and not t.bits[end] & f.ENTITY:
            end += 1 + (t.lows[end + 1] == "." and t.has(end, f.TITLE))  # ", Professor Ann Lee", ", Rep. Ann Lee"
        if end > last:
            return None  # it ends in ", Dr."
        found = self._behind_office(t, end)
        body = t.has(end - 2, f.ORG) and t.lows[end - 1] == ","  # "the company, Corvid Energy,"
        return found[0] if found and (body or isinstance(found[0], Person)) else None

    def _behind_office(self, t: Tokens, first: int) -> list[Entity]:
        """Return who is named behind a few words for what they are: ", county commissioner Ann Lee,"."""
        bodies: list[Entity] = []
        for k in range(first, min(len(t), first + _OFFICE + 1)):
            at = t.starts[k]
            named = t.kinds[k] == NAME and [m.entity for m in self._mentioned(at, at + 1) if m.span.start == at]
            if named and isinstance(named[0], Person):
                return named
            bodies = bodies or named or []
            word = t.kinds[k] == WORD and (not t.bits[k] & _CLAUSE or t.has(k, f.PERSON))  # "senior advocate Ann Lee"
            office = t.kinds[k] == NAME or (t.lows[k] == "." and t.has(k - 1, f.TITLE))
            if not word and (t.language.subject_after or not office):
                break
        return bodies

    def _added(self, t: Tokens, name: Range, words: Range, written: str) -> Person | None:
        """Enter a person whom names missed, when the words around leave no doubt that it is one."""
        titled = name[0] > 0 and t.has(name[0] - 1, f.TITLE | f.PERSON)
        if t.has(name[0], f.TITLE) or t.has(name[1] - 1, f.ORG | f.TIME | f.PERSON):
            return None
        if not any(map(str.isalpha, written)):
            return None  # a row of marks
        given = name[1] - name[0] > 1 and is_given_name(t.lows[name[0]])
        if not (given or (titled and name[1] - name[0] <= 3)):
            return None
        new = Person(name=written)
        person = None if new.id in self._ids else self._given.get(new.id, new)
        if person is None:
            return None
        self._ids.add(person.id)
        self.people.append(person)
        self._titled.clear()
        self._known[written.casefold()] = person
        self._known.setdefault(written.rsplit(maxsplit=1)[-1].casefold(), person)
        span = Span(t.starts[name[0]], t.starts[name[0]] + len(written))
        mention = Mention(span, person)
        self.new.append(mention)
        self.salience.add(mention, t)
        return person

    def _bears(self, title: str, noun: str) -> bool:
        """Return whether a title holds a noun: a word of it or, where nouns are made of several, the end of one."""
        words = title.casefold().replace(".", "").split()
        language = self.tokens.language if self.tokens is not None else None
        if noun in words or language is None:
            return noun in words
        if not language.offices.get(noun, _NO_OFFICES).isdisjoint(words):
            return True
        return language.capital_nouns and any(w.endswith(noun) for w in words)

    def _aged(self, t: Tokens, at: int) -> Entity | None:
        """Return whom "the 43-year-old" is, like a pronoun; None when the text tells the age of somebody unnamed."""
        number = t.lows[at + 1].partition("-")[0] + "-"
        for seen in self.passed:
            for k, low in enumerate(seen.lows):
                if low.startswith(number) and seen.has(k - 1, f.DET) and not seen.among(k - 1, "definite"):
                    return None  # "a 43-year-old was hurt"
        return self.salience.pronoun(t, at, (t.bits[at] & f.GENDER) or f.GENDER)

    def _epithet(self, t: Tokens, words: Range) -> Entity | None:
        """Return whom "the Scot" or "the striker" is, like a pronoun: words that papers have for whom they speak of."""
        noun = next((k for k in range(words[0] + 1, words[1]) if t.bits[k] & f.PREP), words[1]) - 1
        if t.language.subject_after and noun > words[0] + 1 and not t.among(noun, "epithets"):
            noun -= 1  # "el delantero senegalés"
        if noun == words[0] or not t.among(noun, "epithets") or not t.among(words[0], "definite"):
            return None
        if any(t.bits[k] & _JOINED or t.lows[k].endswith(("'s", "’s")) for k in range(words[0] + 1, noun)):
            return None  # not "the union's striker", but "the former striker"
        if any(_tells_of_another(seen, t.lows[noun]) for seen in self.passed[-_RECENT:]):
            return None
        return self.salience.pronoun(t, words[0], t.bits[noun] & f.GENDER or f.GENDER)

    def _described(self, t: Tokens, words: Range) -> Entity | None:
        """Return whom "the minister" or "the company" is: the one whose title or name says so, if there is but one."""
        nouns = [k for k in range(*words) if t.bits[k] & (f.PERSON | f.ORG) or t.among(k, "firms")]
        definite = t.among(words[0], "definite")
        if definite and words[1] - words[0] >= _AGED and t.lows[words[0] + 1].endswith(t.language.age_endings):
            return self._aged(t, words[0])
        if definite and not nouns:
            return self._epithet(t, words)
        if not nouns or not definite:
            return None
        if any(t.has(k, f.PREP) for k in range(*words)):
            return self._epithet(t, words)  # "the Republican from Ohio"
        noun = t.lows[nouns[-1]]
        if not t.has(nouns[-1], f.PERSON):
            named = self.salience.latest(self._bodies_named(noun))
            return named or (self._firm(t, words[0]) if noun in t.language.words["firms"] else None)
        gender = t.bits[nouns[-1]] & f.GENDER
        full = self._bearers(tuple(t.lows[k] for k in nouns)) if len(nouns) > 1 else ()  # "the chief justice"
        found = self.salience.latest(full, gender) or self.salience.latest(self._bearers((noun,)), gender)
        if found is not None and self._is_another(t, words[0], noun, found):
            return None
        return found or self._epithet(t, words)

    def _is_another(self, t: Tokens, at: int, noun: str, found: Entity) -> bool:
        """Return whether a noun repeats one for somebody unnamed in the paragraph: "a lawyer ... the lawyer"."""
        k = t.lows.index(noun) if t is self.tokens else at
        if (
            k >= at
            or t.kinds[k] != WORD
            or t.kinds[k + 1] == NAME
            or t.lows[k + 1] == ","
            or t.among(k - 1, "definite")
        ):
            return False
        return not any(m.entity is found for m in self._before(t.starts[at]))

    def _bearers(self, nouns: tuple[str, ...]) -> frozenset[str]:
        """Return the ids of the people whose title holds all of these nouns."""
        found = self._titled.get(nouns)
        if found is None:
            people = [p for p in self.people if p.title and all(self._bears(p.title, noun) for noun in nouns)]
            found = self._titled[nouns] = frozenset(p.id for p in people)
        return found

    def _firm(self, t: Tokens, at: int) -> Entity | None:
        """Return the body that the text calls a firm, or the only one before in the paragraph that may be one."""
        words, classes = t.language.words["firms"], t.language.classes

        def is_public(word: str) -> bool:
            low = word.lower()
            return classes.get(low, 0) & f.ORG != 0 and low not in words

        return self.salience.latest(self._firms()) or only_private(self._before(t.starts[at]), is_public)

    def _firms(self) -> frozenset[str]:
        """Return the ids of the bodies that the text so far calls firms."""
        new = firms(zip(self.passed[self._searched :], self._mentions[self._searched :], strict=True))
        self._searched, self._named_firms = len(self.passed), self._named_firms | new
        return self._named_firms

    def _bodies_named(self, noun: str) -> frozenset[str]:
        """Return the ids of the bodies whose name holds a noun."""
        found = self._named.get(noun)
        if found is None:
            bodies = [o for o in self.organizations if noun in o.name.casefold().split()]
            found = self._named[noun] = frozenset(o.id for o in bodies)
        return found


def _tells_of_another(t: Tokens, noun: str) -> bool:
    """Return whether a paragraph has a noun for somebody unnamed: "a swimmer", but not "Ann Lee, a swimmer"."""
    if noun not in t.lows:
        return False
    places = [k for k, low in enumerate(t.lows) if low == noun]
    return any(t.lows[j - 1] != "," for k in places for j in range(max(k - 2, 0), k) if t.among(j, "indefinite"))


def _given(given: Sequence[Entity], organizations: Sequence[Organization]) -> dict[str, Person | None]:
    """Return authors by their ids; None for an id that no person found in the text may have beside them."""
    found: dict[str, Person | None] = {}
    bodies = {o.id: o for o in organizations}
    for entity in given:
        body = entity.affiliation if isinstance(entity, Person) else None
        fits = body is None or bodies.get(body.id) == body
        alike = found.get(entity.id, entity) == entity
        found[entity.id] = entity if isinstance(entity, Person) and fits and alike else None
    return found


def _names(people: list[Person], organizations: Sequence[Organization]) -> dict[str, Entity | None]:
    """Return every name and the last word of people's names; None for what several bear."""
    known: dict[str, Entity | None] = {}

    def enter(name: str, entity: Entity) -> None:
        key = name.casefold()
        known[key] = entity if known.get(key, entity) is entity else None

    for person in people:
        for name in {person.name, *person.aliases, person.name.split()[-1]}:
            enter(name, person)
    for body in organizations:
        for name in (body.name, *body.aliases):
            enter(name, body)
    return known
