"""The parts of paragraphs, and strategies for flat lists of parts."""

from __future__ import annotations

from functools import cache

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from newsmodel._model import Embed, Entity, Figure, Organization, Person, Quote, QuoteKind, Span, Table
from newsmodel.strategies import _samples as sample
from newsmodel.strategies._draft import Break, Cited, Draft, Head, Item, Part, Picture, Whole
from newsmodel.strategies._texts import Mode, chosen, names, pick, texts, urls, veiled

# How speech stands in a sentence: q, r quoted words, i reported words, n who speaks by name, N by a pronoun, c the cue;
# a + where it runs on from the paragraph before.
_FORMS = ("q", "qcn", "qNc", "ncq", "qncr", "nci", "Ncqi", "nciq", "inc", "qr", "q+", "Ncqr", "i+", "qcN", "inci")


@frozen
class Words:
    """Words without annotation."""

    text: str

    def put(self, draft: Draft) -> None:
        """Write them."""
        draft.write(self.text)


@frozen
class Named:
    """A name."""

    entity: Entity
    short: bool

    def put(self, draft: Draft) -> None:
        """Write it and note the mention."""
        draft.name(self.entity, short=self.short)


@frozen
class Said:
    """Speech, with who speaks and how that is told."""

    words: str
    form: str
    marks: tuple[str, str]
    speaker: Entity | None
    cue: str
    more: str

    def put(self, draft: Draft) -> None:
        """Write it and note the quote."""
        spans: list[Span] = []
        places: dict[str, Span] = {}
        for step in self.form:
            if step in "nN":
                places["n"] = self._name(draft, step)
            elif step == "c":
                places[step] = draft.write(self.cue)
            elif step in "qri":
                spans.append(self._words(draft, step))
        kind = QuoteKind.DIRECT if "i" not in self.form else QuoteKind.INDIRECT
        draft.quotes.append(
            Quote(
                text=" ".join(draft.text[s.start : s.end] for s in spans),
                spans=tuple(spans),
                kind=QuoteKind.MIXED if "i" in self.form and "q" in self.form else kind,
                speaker=None if self.speaker is None else draft.cast.tell(self.speaker),
                speaker_span=places.get("n"),
                cue_span=places.get("c"),
                continues="+" in self.form,
            )
        )

    def _name(self, draft: Draft, step: str) -> Span:
        if step == "n" and self.speaker is not None:
            return draft.name(self.speaker)
        return draft.write(sample.NOBODY[len(self.words) % len(sample.NOBODY)])

    def _words(self, draft: Draft, step: str) -> Span:
        words = (self.more if step == "r" else self.words).strip() or "a"
        if step == "i":
            return draft.write(words)
        opening, closing = self.marks
        span = draft.write(opening + words + closing)
        return Span(span.start + len(opening), span.start + len(opening) + len(words))


@frozen
class Over:
    """An annotation over the last few words and names of the paragraph: what makes quotes nest and overlap."""

    back: int
    words: str | None
    url: str | None
    speaker: Entity | None

    def put(self, draft: Draft) -> None:
        """Write more words, if any, then note a link, or a quote when there is no address."""
        if self.words is not None:
            draft.write(self.words)
        if not draft.text:
            return
        span = Span(draft.starts[-min(self.back, len(draft.starts))], len(draft.text))
        if self.url is not None:
            draft.link(span, self.url)
            return
        speaker = None if self.speaker is None else draft.cast.tell(self.speaker)
        draft.quotes.append(Quote(text=draft.text[span.start : span.end], spans=(span,), speaker=speaker))


@cache
def organizations(mode: Mode, *, xml: bool) -> SearchStrategy[Organization]:
    """Return a strategy for organizations."""
    name = chosen(sample.BODIES, mode, xml=xml)
    plain = st.builds(Organization, name=name)
    whole = st.builds(_organization, name, _aliases(chosen(sample.SHORT_NAMES, mode, xml=xml)), texts(mode, xml=xml))
    return plain | whole


@cache
def people(mode: Mode, *, xml: bool) -> SearchStrategy[Person]:
    """Return a strategy for people."""
    plain = st.builds(Person, name=names(mode, xml=xml))
    whole = st.builds(
        _person,
        names(mode, xml=xml),
        st.none() | chosen(sample.TITLES, mode, xml=xml),
        st.none() | veiled(organizations(mode, xml=xml)),
        _aliases(chosen(sample.FAMILY, mode, xml=xml)),
        st.none() | texts(mode, xml=xml),
    )
    return plain | whole


def _aliases(name: SearchStrategy[str]) -> SearchStrategy[tuple[str, ...]]:
    return st.lists(name, unique=True, max_size=3).map(tuple)


def _organization(name: str, aliases: tuple[str, ...], own_id: str) -> Organization:
    aliases = tuple(a for a in aliases if a != name)
    return Organization(name=name, aliases=aliases, id=own_id) if aliases else Organization(name=name)


def _person(
    name: str, title: str | None, affiliation: Organization | None, aliases: tuple[str, ...], own_id: str | None
) -> Person:
    aliases = tuple(a for a in aliases if a != name)
    if own_id is None:
        return Person(name=name, title=title, affiliation=affiliation, aliases=aliases)
    return Person(name=name, title=title, affiliation=affiliation, aliases=aliases, id=own_id)


@cache
def entities(mode: Mode, *, xml: bool) -> SearchStrategy[Entity]:
    """Return a strategy for people and organizations, more of the former."""
    return veiled(st.one_of(people(mode, xml=xml), organizations(mode, xml=xml)))


@cache
def speech(mode: Mode, who: SearchStrategy[Entity], *, xml: bool) -> SearchStrategy[Said]:
    """Return a strategy for speech."""
    words = texts(mode, xml=xml)
    speaker = st.none() | who
    return st.builds(Said, words, pick(_FORMS), pick(sample.QUOTATION_MARKS), speaker, pick(sample.CUES), words)


@cache
def inline(mode: Mode, who: SearchStrategy[Entity], *, xml: bool) -> SearchStrategy[Part]:
    """Return a strategy for what paragraphs are made of."""
    more = st.none() | texts(mode, xml=xml)
    over = st.builds(Over, st.integers(1, 4), more, st.just("https://a.example/") | urls(mode, xml=xml), st.none())
    again = st.builds(Over, st.integers(1, 4), more, st.none(), st.none() | who)
    words, name = st.builds(Words, texts(mode, xml=xml)), st.builds(Named, who, st.booleans())
    return st.one_of(words, speech(mode, who, xml=xml), name, over, again)


@cache
def breaks(mode: Mode, *, xml: bool) -> SearchStrategy[Part]:
    """Return a strategy for what stands between the paragraphs of a section."""
    text = texts(mode, xml=xml)
    perhaps = st.none() | text
    url = st.none() | urls(mode, xml=xml)
    row = st.lists(text | st.just(""), max_size=3).map(tuple)
    table = st.builds(Table, rows=st.lists(row, max_size=3).map(tuple), header=row, caption=perhaps)
    provider = st.none() | chosen(sample.PROVIDERS, mode, xml=xml)
    embed = st.builds(Embed, provider=provider, url=url, author=perhaps, text=perhaps)
    return st.one_of(
        st.just(Break()),
        st.just(Break()),
        st.builds(Item, text, st.booleans(), st.integers(0, 3)),
        st.builds(Cited, text, perhaps, st.booleans()),
        st.builds(Picture, figures(mode, xml=xml)),
        st.builds(Whole, table | embed),
    )


@cache
def figures(mode: Mode, *, xml: bool) -> SearchStrategy[Figure]:
    """Return a strategy for figures without captions."""
    perhaps = st.none() | texts(mode, xml=xml)
    return st.builds(Figure, url=st.none() | urls(mode, xml=xml), alt=perhaps, credit=perhaps)


@cache
def heads(mode: Mode, *, xml: bool) -> SearchStrategy[Part]:
    """Return a strategy for what begins a section."""
    return st.builds(Head, texts(mode, xml=xml), st.integers(1, 6).map(lambda n: (n % 6) + 1)) | st.just(Head(None, 2))
