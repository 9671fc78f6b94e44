"""Stories: articles as a news room prints them, drawn as a flat list of parts, furniture between."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from newsmodel._model import Article, Furniture, ListBlock, Organization, Paragraph, Person, Section
from newsmodel.strategies import _samples as sample
from newsmodel.strategies._texts import pick

_SUBJECTS = (
    "The harbour board", "A spokeswoman for the council", "Officials in the old town", "The union of bridge workers",
    "“We”, the mayor wrote,", "Two thirds of the 3,400 households", "Ólafur Núñez, 61,",
)  # fmt: skip
_DOINGS = (
    "said on Monday that the bridge would stay shut until spring",
    "voted to raise the pay of night crews by 3.7 per cent from next year",
    "had asked for an answer by noon, but none came before the offices closed",
    "called the plan “a beginning, no more” and left the room with the others",
    "moved to the eastern bank, where rents are lower and the ferry still runs",
)
SENTENCES = tuple(f"{subject} {doing}." for doing in _DOINGS for subject in _SUBJECTS)
HEADLINES = (
    "Council shuts old bridge for a year", "Night crews win higher pay in harbour talks", "Who pays for the new ferry?",
    "‘No more delays’: town waits for its bridge", "Three lessons from a winter without trains",
)  # fmt: skip
HEADINGS = ("What happens next", "The cost of waiting", "How the vote went", "A town divided", "Five years of repairs")
ITEMS = ("a new lock gate for the ferry", "two hundred night shifts", "a fund for the shops on the quay")
KICKERS = ("Transport", "Local politics", "Analysis")
DATELINES = ("BRINDLE", "BRINDLE (Reuters)", "OSTER, May 4")
FURNITURE = (
    ("related", "Related Articles"), ("share", "Share this article"), ("newsletter", "Sign up for our newsletter"),
    ("navigation", "Back to top"), ("comments", "Leave a comment"), ("advertisement", "Advertisement"),
    ("copyright", "© 2031 The Daily Brindle. All rights reserved."),
)  # fmt: skip
PUBLISHER = Organization(name="The Daily Brindle")


@frozen
class Para:
    """A paragraph."""

    text: str


@frozen
class Heading:
    """A heading that begins a section."""

    text: str


@frozen
class Bullets:
    """A list of short items."""

    items: tuple[str, ...]
    ordered: bool


@frozen
class Around:
    """Furniture between the parts of the body."""

    kind: str
    text: str


BodyPart = Para | Heading | Bullets | Around


@frozen
class Story:
    """What a source is made from."""

    headline: str
    kicker: str | None
    standfirst: str | None
    authors: tuple[str, ...]
    published: datetime | None
    dateline: str | None
    first: Para
    rest: tuple[BodyPart, ...]
    last: tuple[Around, ...]

    @property
    def parts(self) -> tuple[BodyPart, ...]:
        """The body with the furniture in and below it.

        A paragraph stands wherever a reader could not tell: after a heading without text, before and after a list that
        touches furniture or another list.
        """
        parts: list[BodyPart] = [self.first]
        before: BodyPart = self.first
        for part in self.rest:
            bare = isinstance(before, Heading) and not isinstance(part, Para | Bullets)
            if bare or (isinstance(part, Bullets) and isinstance(parts[-1], Bullets | Around)):
                parts.append(Para(SENTENCES[0]))
            parts.append(part)
            before = part
        if not isinstance(next(p for p in reversed(parts) if not isinstance(p, Around)), Para):
            parts.append(Para(SENTENCES[0]))
        return (*parts, *self.last)

    @property
    def byline(self) -> str | None:
        """The line that names the authors."""
        return f"By {' and '.join(self.authors)}" if self.authors else None

    def sections(self) -> tuple[Section, ...]:
        """Return the body without furniture."""
        drafts: list[tuple[str | None, list[Paragraph | ListBlock]]] = [(None, [])]
        for part in self.parts:
            if isinstance(part, Heading):
                drafts.append((part.text, []))
            elif isinstance(part, Para):
                drafts[-1][1].append(Paragraph(part.text))
            elif isinstance(part, Bullets):
                drafts[-1][1].append(ListBlock(tuple(map(Paragraph, part.items)), part.ordered))
        return tuple(Section(tuple(blocks), heading) for heading, blocks in drafts)

    def article(self, **facts: object) -> Article:
        """Return what a reader should find, with facts that only some sources tell."""
        furniture = tuple(Furniture(p.kind, p.text) for p in self.parts if isinstance(p, Around))
        known: dict[str, object] = {
            "headline": self.headline,
            "kicker": self.kicker,
            "standfirst": self.standfirst,
            "byline": self.byline,
            "authors": tuple(Person(name=name) for name in self.authors),
            "dateline": self.dateline,
            "sections": self.sections(),
            "furniture": furniture,
        }
        return Article(**(known | facts))  # type: ignore[arg-type]  # the names are the fields


_PARAS = st.lists(pick(SENTENCES), min_size=1, max_size=3).map(lambda s: Para(" ".join(s)))
_AROUND = st.sampled_from(FURNITURE).map(lambda line: Around(*line))
_BULLETS = st.builds(Bullets, st.lists(pick(ITEMS), min_size=2, max_size=4).map(tuple), st.booleans())
_PARTS = st.one_of(_PARAS, _PARAS, pick(HEADINGS).map(Heading), _BULLETS, _AROUND)
_WRITERS = st.lists(st.sampled_from(sample.WRITERS), unique=True, max_size=2).map(tuple)
_TIMES = st.datetimes(datetime(2000, 1, 1), datetime(2024, 12, 31)).map(lambda t: t.replace(second=0, microsecond=0))  # noqa: DTZ001
_ZONED = st.builds(
    lambda t, hours: t.replace(tzinfo=timezone(timedelta(hours=hours)) if hours else UTC),
    _TIMES,
    st.sampled_from((0, 2, -5)),
)

stories: SearchStrategy[Story] = st.builds(
    Story,
    headline=pick(HEADLINES),
    kicker=st.none() | pick(KICKERS),
    standfirst=st.none() | pick(SENTENCES),
    authors=_WRITERS,
    published=st.none() | _ZONED,
    dateline=st.none() | pick(DATELINES),
    first=_PARAS,
    rest=st.lists(_PARTS, max_size=8).map(tuple),
    last=st.lists(_AROUND, max_size=3).map(tuple),
)
