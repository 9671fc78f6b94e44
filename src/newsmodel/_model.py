"""The classes of the model: an `Article` is an immutable tree of them.

All are frozen, slotted attrs classes. Their constructors check what must hold (see each class) and raise
`InvalidModelError` with the path of what is wrong. A field that is not known is None or an empty tuple, never ``""``.
Text may hold any character but lone surrogates. Copies with changes are made by `attrs.evolve`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import attrs
from attrs import Factory, field, frozen

from newsmodel import _checks as check
from newsmodel._slug import slug

if TYPE_CHECKING:
    from newsmodel._query import Selection

__all__ = [
    "Access",
    "Article",
    "Block",
    "BlockQuote",
    "Embed",
    "Entity",
    "Figure",
    "Furniture",
    "Link",
    "ListBlock",
    "Mention",
    "Moment",
    "Node",
    "Notice",
    "Organization",
    "Paragraph",
    "Person",
    "Quote",
    "QuoteKind",
    "Section",
    "Span",
    "Table",
]

NodeT = TypeVar("NodeT", bound="Node")

MAX_LIST_DEPTH = 32
"""How deep lists may be nested: no article needs more, and no program that recurses over lists breaks on it."""


class Node:
    """What has a place in an article. Nodes are values: they know neither their parent nor their place."""

    __slots__ = ()

    def select(self, kind: type[NodeT], *tests: Callable[[NodeT], bool]) -> Selection[NodeT]:
        """Return the nodes of one class at or below this one that pass every test; see `newsmodel.select`."""
        from newsmodel._query import select

        return select(self, kind, *tests)


class Access(StrEnum):
    """Whether the publisher says that everyone may read the article (schema.org ``isAccessibleForFree``)."""

    FREE = "free"
    LIMITED = "limited"


class QuoteKind(StrEnum):
    """How the words of a quote stand in the text."""

    DIRECT = "direct"
    """All of them inside quotation marks (or after a dash that opens speech)."""

    MIXED = "mixed"
    """Some of them inside quotation marks: quoted words within reported speech."""

    INDIRECT = "indirect"
    """None of them: reported speech."""


@frozen
class Span(Node):
    """A stretch of the text of the Paragraph that holds it: half-open, never empty."""

    start: int
    """First position, in Unicode code points from 0."""

    end: int
    """Position after the last one; greater than `start`."""

    def __attrs_post_init__(self) -> None:
        if type(self.start) is not int or type(self.end) is not int:
            check.fail("int", self.start if type(self.start) is not int else self.end, "$")
        if not 0 <= self.start < self.end:
            check.fail("0 <= start < end", (self.start, self.end), "$")


@frozen(kw_only=True)
class Organization(Node):
    """A company, party, agency, team, band or other body that has a name."""

    name: str
    """The fullest form of the name in the article."""

    aliases: tuple[str, ...] = ()
    """Its other names in the article: acronym, short form, other name; without `name` itself."""

    id: str = field(
        default=Factory(lambda self: slug(self.name) if isinstance(self.name, str) else "x", takes_self=True)
    )
    """Readable id, unique among the people and organizations of an article; the slug of `name` unless given."""

    def __attrs_post_init__(self) -> None:
        check.text(self.name, "$.name")
        check.texts(self.aliases, "$.aliases")
        check.text(self.id, "$.id")


@frozen(kw_only=True)
class Person(Node):
    """A human being who has a name."""

    name: str
    """The fullest form of the name in the article, without title."""

    title: str | None = None
    """Title, office or function as written ("Prime Minister"); None when the article gives none."""

    affiliation: Organization | None = None
    """The body that the article says the person belongs to or speaks for; None when it says nothing."""

    aliases: tuple[str, ...] = ()
    """Other names in the article: family name alone, nickname, other spelling; without `name` itself."""

    id: str = field(
        default=Factory(lambda self: slug(self.name) if isinstance(self.name, str) else "x", takes_self=True)
    )
    """Readable id, unique among the people and organizations of an article; the slug of `name` unless given."""

    def __attrs_post_init__(self) -> None:
        check.text(self.name, "$.name")
        check.optional_text(self.title, "$.title")
        check.kind(self.affiliation, Organization, "$.affiliation")
        check.texts(self.aliases, "$.aliases")
        check.text(self.id, "$.id")


Entity: TypeAlias = Person | Organization
"""Who can speak, be mentioned, or write: a person or an organization."""

Moment: TypeAlias = datetime | date
"""A point in time as well as it is known: an aware datetime, or a plain date when only the day is known."""


@frozen
class Mention(Node):
    """A place in a paragraph where an entity is named."""

    span: Span
    """The letters of the name, without title, article and possessive ending."""

    entity: Entity
    """Whom they name; stands in the article's tables."""

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.span, Span):
            check.fail("Span", self.span, "$.span")
        if not isinstance(self.entity, Person | Organization):
            check.fail("Person or Organization", self.entity, "$.entity")


@frozen
class Link(Node):
    """A hyperlink in a paragraph."""

    span: Span
    """The linked words."""

    url: str
    """Where it leads: absolute when the page's own address was known, else as written."""

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.span, Span):
            check.fail("Span", self.span, "$.span")
        check.text(self.url, "$.url")


@frozen(kw_only=True)
class Quote(Node):
    """What somebody said, in one paragraph."""

    text: str
    """The words without quotation marks; pieces joined by one space."""

    spans: tuple[Span, ...]
    """Where the pieces stand, in order, without the marks around them; more than one when the quote is interrupted."""

    kind: QuoteKind = QuoteKind.DIRECT
    """Whether the words are quoted, partly quoted or reported."""

    speaker: Entity | None = None
    """Who said it; stands in the article's tables. None when that cannot be told."""

    speaker_span: Span | None = None
    """The words that stand for the speaker ("he", "a spokesman"); None when there are none in this paragraph."""

    cue_span: Span | None = None
    """The words that tell of the speaking ("said", "according to"); None when there are none in this paragraph."""

    continues: bool = False
    """True when this runs on from the last quote of the paragraph before."""

    def __attrs_post_init__(self) -> None:
        check.text(self.text, "$.text")
        check.items(self.spans, Span, "$.spans")
        if not self.spans:
            check.fail("at least one Span", self.spans, "$.spans")
        for i in range(1, len(self.spans)):
            if self.spans[i].start < self.spans[i - 1].end:
                check.fail("spans in order that do not overlap", self.spans[i], f"$.spans[{i}]")
        if not isinstance(self.kind, QuoteKind):
            check.fail("QuoteKind", self.kind, "$.kind")
        check.kind(self.speaker, (Person, Organization), "$.speaker")
        check.kind(self.speaker_span, Span, "$.speaker_span")
        check.kind(self.cue_span, Span, "$.cue_span")
        if type(self.continues) is not bool:
            check.fail("bool", self.continues, "$.continues")


@frozen
class Paragraph(Node):
    """A paragraph of text, with what was found in it.

    Quotes and links stand in the order of their first letters; mentions too, and they do not overlap. All spans lie
    inside `text`, begin and end on a character that is not white space, and a quote's text is that of its spans.
    """

    text: str
    """The text as read; a line break that means something is ``\\n``."""

    quotes: tuple[Quote, ...] = ()
    """The quotes that begin in this paragraph, or run on into it."""

    mentions: tuple[Mention, ...] = ()
    """The people and organizations named in it."""

    links: tuple[Link, ...] = ()
    """The hyperlinks in it."""

    def __attrs_post_init__(self) -> None:
        check.text(self.text, "$.text")
        if self.quotes != ():
            check.items(self.quotes, Quote, "$.quotes")
            self._check_quotes()
        if self.mentions != ():
            check.items(self.mentions, Mention, "$.mentions")
            self._check_order(tuple(m.span for m in self.mentions), "mentions")
        if self.links != ():
            check.items(self.links, Link, "$.links")
            self._check_order(tuple(x.span for x in self.links), "links")

    def _check_span(self, span: Span, path: str) -> None:
        if span.end > len(self.text):
            check.fail(f"a span inside the text of {len(self.text)} code points", (span.start, span.end), path)
        if self.text[span.start].isspace() or self.text[span.end - 1].isspace():
            check.fail("a span that begins and ends on a letter, not on white space", (span.start, span.end), path)

    def _check_order(self, spans: tuple[Span, ...], name: str) -> None:
        end = 0
        for i, span in enumerate(spans):
            path = f"$.{name}[{i}].span"
            self._check_span(span, path)
            if span.start < end:
                check.fail(f"{name} in order that do not overlap", (span.start, span.end), path)
            end = span.end

    def _check_quotes(self) -> None:
        start = 0
        for i, quote in enumerate(self.quotes):
            path = f"$.quotes[{i}]"
            for j, span in enumerate(quote.spans):
                self._check_span(span, f"{path}.spans[{j}]")
            for name, place in (("speaker_span", quote.speaker_span), ("cue_span", quote.cue_span)):
                if place is not None:
                    self._check_span(place, f"{path}.{name}")
            words = " ".join([self.text[s.start : s.end] for s in quote.spans])
            if words != quote.text:
                check.fail(f"the text of its spans, {words[:60]!r}", quote.text, f"{path}.text")
            if quote.spans[0].start < start:
                check.fail("quotes in reading order", quote.text, path)
            start = quote.spans[0].start

    def __repr__(self) -> str:
        return f"Paragraph({_short(self.text)}{_counts(self, 'quotes', 'mentions', 'links')})"


@frozen
class ListBlock(Node):
    """A list."""

    items: tuple[Paragraph | ListBlock, ...]
    """Its items in order; a nested list stands after the item that it belongs to. At least one, at most 32 levels."""

    ordered: bool = False
    """True when the items are numbered."""

    def __attrs_post_init__(self) -> None:
        check.items(self.items, (Paragraph, ListBlock), "$.items")
        if not self.items:
            check.fail("at least one item", self.items, "$.items")
        self._check_depth()
        if type(self.ordered) is not bool:
            check.fail("bool", self.ordered, "$.ordered")

    def _check_depth(self) -> None:
        """Require that lists are not nested without end: programs that recurse over a list have to be safe."""
        level = [item for item in self.items if type(item) is ListBlock]
        depth = 1
        while level:
            depth += 1
            if depth > MAX_LIST_DEPTH:
                check.fail(f"lists nested at most {MAX_LIST_DEPTH} deep", self, "$.items", "make deeper items flat")
            level = [item for nested in level for item in nested.items if type(item) is ListBlock]


@frozen
class BlockQuote(Node):
    """Words of another, set off as a block, or a pull quote."""

    paragraphs: tuple[Paragraph, ...]
    """What is quoted. At least one."""

    attribution: str | None = None
    """Whom the block names as its source, as written; None when it names nobody."""

    pull: bool = False
    """True for a pull quote: words of the article itself, repeated as an ornament; not part of the article's text."""

    def __attrs_post_init__(self) -> None:
        check.items(self.paragraphs, Paragraph, "$.paragraphs")
        if not self.paragraphs:
            check.fail("at least one Paragraph", self.paragraphs, "$.paragraphs")
        check.optional_text(self.attribution, "$.attribution")
        if type(self.pull) is not bool:
            check.fail("bool", self.pull, "$.pull")


@frozen(kw_only=True)
class Figure(Node):
    """A picture with what is written about it."""

    url: str | None = None
    """Address of the picture; None when the page gives none."""

    alt: str | None = None
    """What stands in for the picture where it cannot be seen; None when the page gives none."""

    caption: Paragraph | None = None
    """What stands below it, without the credit."""

    credit: str | None = None
    """Who made or owns it, as written ("Jane Roe/Agency")."""

    def __attrs_post_init__(self) -> None:
        check.optional_text(self.url, "$.url")
        check.optional_text(self.alt, "$.alt")
        check.kind(self.caption, Paragraph, "$.caption")
        check.optional_text(self.credit, "$.credit")


@frozen(kw_only=True)
class Table(Node):
    """A table of plain text; rows need not be of one length, cells may be empty."""

    rows: tuple[tuple[str, ...], ...]
    """The rows below the header, from top to bottom, each a tuple of cells."""

    header: tuple[str, ...] = ()
    """The cells of the header row; empty when there is none."""

    caption: str | None = None
    """What the table says that it shows."""

    def __attrs_post_init__(self) -> None:
        check.items(self.header, str, "$.header")
        check.items(self.rows, tuple, "$.rows")
        for i, row in enumerate((self.header, *self.rows)):
            for j, cell in enumerate(row):
                check.cell(cell, f"$.rows[{i - 1}][{j}]" if i else f"$.header[{j}]")
        check.optional_text(self.caption, "$.caption")


@frozen(kw_only=True)
class Embed(Node):
    """Something of another site shown in the article: a social post, a video, a map."""

    provider: str | None = None
    """The site it comes from ("youtube"), in lower case; None when not known."""

    url: str | None = None
    """Its address."""

    author: str | None = None
    """Who wrote or made it, as written."""

    text: str | None = None
    """Its words, where the page holds them."""

    def __attrs_post_init__(self) -> None:
        for name in ("provider", "url", "author", "text"):
            check.optional_text(getattr(self, name), f"$.{name}")


Block: TypeAlias = Paragraph | ListBlock | BlockQuote | Figure | Table | Embed
"""What a Section holds."""

_BLOCKS = (Paragraph, ListBlock, BlockQuote, Figure, Table, Embed)


@frozen
class Section(Node):
    """A part of the body: a heading and the blocks below it. Sections are a flat list; `level` tells their depth."""

    blocks: tuple[Block, ...] = ()
    """Its content in order; may be empty below a heading."""

    heading: str | None = None
    """Its heading; None for the lead section, which stands before the first heading."""

    level: int = 2
    """Level of the heading, 1 to 6 as in HTML; 2 is the first below the headline."""

    def __attrs_post_init__(self) -> None:
        check.items(self.blocks, _BLOCKS, "$.blocks")
        check.optional_text(self.heading, "$.heading")
        if type(self.level) is not int or not 1 <= self.level <= 6:
            check.fail("int from 1 to 6", self.level, "$.level")

    @property
    def text(self) -> str:
        """The heading and the text of the blocks, blank lines between."""
        return "\n\n".join(filter(None, (self.heading, *(_text_of(b) for b in self.blocks))))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph of `text` in reading order, those of lists and block quotes too."""
        return tuple(p for b in self.blocks for p in _paragraphs_of(b))

    def __repr__(self) -> str:
        return f"Section({_short(self.heading)}{_counts(self, 'blocks')})"


@frozen
class Furniture(Node):
    """What the source carried within the article that is not the article."""

    kind: str
    """What it is, a word in lower case: ``related``, ``share``, ``newsletter``, ``comments``, ... ``other``."""

    text: str
    """Its text, as read."""

    def __attrs_post_init__(self) -> None:
        check.text(self.kind, "$.kind")
        check.text(self.text, "$.text")


@frozen
class Notice(Node):
    """Why something is missing or doubtful."""

    code: str
    """A stable word for programs: ``no-body``, ``looks-truncated``, ``date-in-future-refused``, ..."""

    message: str
    """A sentence for people."""

    def __attrs_post_init__(self) -> None:
        check.text(self.code, "$.code")
        check.text(self.message, "$.message")


@frozen(kw_only=True)
class Article(Node):
    """A news article.

    Every person and organization that a quote, a mention or an affiliation names stands in `people` or
    `organizations`, where ids are unique. Authors and the publisher may stand there too, and are then the same.
    """

    headline: str | None = None
    """The headline as printed, without the name of the site."""

    kicker: str | None = None
    """The short label printed above the headline."""

    standfirst: str | None = None
    """The introduction printed below the headline, before the body; not part of `text`."""

    byline: str | None = None
    """The line that names the authors, as printed."""

    authors: tuple[Entity, ...] = ()
    """Who wrote it, in the order printed."""

    publisher: Organization | None = None
    """Who published it."""

    published: Moment | None = field(default=None, converter=check.fixed_offset)
    """When it was first published; a datetime is aware."""

    modified: Moment | None = field(default=None, converter=check.fixed_offset)
    """When it was last changed; a datetime is aware."""

    dateline: str | None = None
    """Place, agency and date as printed before the first sentence ("BAGHDAD (Reuters)"), without the dash."""

    description: str | None = None
    """What the page's metadata says that the article is about; not printed."""

    section_label: str | None = None
    """The department it is filed under ("World", "Sport"); schema.org ``articleSection``."""

    language: str | None = None
    """BCP 47 tag of the language ("en", "pt-BR")."""

    url: str | None = None
    """Where it was read, as the caller said."""

    canonical_url: str | None = None
    """The address that the page itself gives as its own."""

    tags: tuple[str, ...] = ()
    """Keywords that the publisher gave."""

    access: Access | None = None
    """Whether the publisher says that all may read it; None when it says nothing."""

    lead_image: Figure | None = None
    """The picture that stands for the article."""

    sections: tuple[Section, ...] = ()
    """The body."""

    people: tuple[Person, ...] = ()
    """The people named in it, in order of first mention."""

    organizations: tuple[Organization, ...] = ()
    """The organizations named in it, in order of first mention."""

    furniture: tuple[Furniture, ...] = ()
    """What the source carried within the article that is not the article."""

    notices: tuple[Notice, ...] = ()
    """Why something is missing or doubtful."""

    def __attrs_post_init__(self) -> None:
        for name in _ARTICLE_TEXTS:
            value = getattr(self, name)
            if value is not None:
                check.text(value, f"$.{name}")
        check.items(self.authors, (Person, Organization), "$.authors")
        check.kind(self.publisher, Organization, "$.publisher")
        check.moment(self.published, "$.published")
        check.moment(self.modified, "$.modified")
        check.texts(self.tags, "$.tags")
        check.kind(self.access, Access, "$.access")
        check.kind(self.lead_image, Figure, "$.lead_image")
        for name, cls in _ARTICLE_TUPLES:
            check.items(getattr(self, name), cls, f"$.{name}")
        self._check_entities()

    def _check_entities(self) -> None:
        """Require unique ids, and that whoever is referred to stands in the tables."""
        known: dict[str, Entity] = {}
        tables: tuple[tuple[str, tuple[Entity, ...]], ...] = (
            ("people", self.people),
            ("organizations", self.organizations),
        )
        for table, entities in tables:
            for i, entity in enumerate(entities):
                if entity.id in known:
                    check.fail("an id that no other entity has", entity.id, f"$.{table}[{i}].id")
                known[entity.id] = entity

        for referred in _references(self, known):
            if (found := known.get(referred.id)) is not referred and found != referred:
                check.fail("an entity of the article's tables", referred.name, _place_of(self, referred))

    @property
    def text(self) -> str:
        """The body as read: headings and the text of the blocks, blank lines between; no captions, no pull quotes."""
        return "\n\n".join(filter(None, (s.text for s in self.sections)))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph of `text` in reading order, those of lists and block quotes too."""
        return tuple(p for s in self.sections for p in s.paragraphs)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Every quote in reading order, those in captions too."""
        return tuple(q for p in _all_paragraphs(self) for q in p.quotes)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention in reading order, those in captions too."""
        return tuple(m for p in _all_paragraphs(self) for m in p.mentions)

    def view(self) -> str:
        """Return the picture of the article, one self-contained HTML page; see `newsmodel.view`."""
        from newsmodel._view import view

        return view(self)

    def _repr_html_(self) -> str:
        from newsmodel._view import fragment

        return fragment(self)

    def __repr__(self) -> str:
        counts = _counts(self, "sections", "paragraphs", "quotes", "people", "organizations")
        return f"Article({_short(self.headline)}{counts})"

    def __str__(self) -> str:
        return "\n".join(_summary(self))


_ARTICLE_TEXTS = (
    "headline", "kicker", "standfirst", "byline", "dateline", "description",
    "section_label", "language", "url", "canonical_url",
)  # fmt: skip
_ARTICLE_TUPLES = (
    ("sections", Section),
    ("people", Person),
    ("organizations", Organization),
    ("furniture", Furniture),
    ("notices", Notice),
)

for _cls in (Mention, Link, Quote, Person, Paragraph, ListBlock, BlockQuote, Figure, Section, Article):
    attrs.resolve_types(_cls, globals(), {"Selection": Any})
del _cls


def _paragraphs_of(block: Block) -> Iterator[Paragraph]:
    """Yield the paragraphs that belong to the text, in order; lists may be nested to any depth."""
    stack: list[Any] = [block]
    while stack:
        node = stack.pop()
        if type(node) is Paragraph:
            yield node
        elif type(node) is ListBlock:
            stack.extend(reversed(node.items))
        elif type(node) is BlockQuote and not node.pull:
            stack.extend(reversed(node.paragraphs))


def _text_of(block: Block) -> str:
    if type(block) is Paragraph:
        return block.text
    if type(block) is Table:
        rows = (block.header, *block.rows)
        return "\n".join(filter(None, (" ".join(filter(None, row)) for row in rows)))
    return ("\n" if type(block) is ListBlock else "\n\n").join(p.text for p in _paragraphs_of(block))


def _all_paragraphs(article: Article) -> Iterator[Paragraph]:
    """Yield every Paragraph below an article in reading order: captions and pull quotes too."""
    if article.lead_image is not None and article.lead_image.caption is not None:
        yield article.lead_image.caption
    for section in article.sections:
        for block in section.blocks:
            if type(block) is Paragraph:
                yield block
            else:
                yield from (p for _, p in _placed_paragraphs("", block))


def _placed_paragraphs(place: str, block: Block) -> Iterator[tuple[str, Paragraph]]:
    """Yield every Paragraph at or below a block with its path, in reading order."""
    stack: list[tuple[str, Any]] = [(place, block)]
    while stack:
        path, node = stack.pop()
        if type(node) is Paragraph:
            yield path, node
        elif type(node) is ListBlock:
            stack.extend([(f"{path}.items[{k}]", n) for k, n in enumerate(node.items)][::-1])
        elif type(node) is BlockQuote:
            stack.extend([(f"{path}.paragraphs[{k}]", n) for k, n in enumerate(node.paragraphs)][::-1])
        elif type(node) is Figure and node.caption is not None:
            yield f"{path}.caption", node.caption


def _references(article: Article, known: Collection[str]) -> Iterator[Entity]:
    """Yield each entity that must stand in the tables."""
    yield from (p.affiliation for p in article.people if p.affiliation is not None)
    yield from (a for a in article.authors if a.id in known)
    if article.publisher is not None and article.publisher.id in known:
        yield article.publisher
    for paragraph in _all_paragraphs(article):
        for quote in paragraph.quotes:
            if quote.speaker is not None:
                yield quote.speaker
        for mention in paragraph.mentions:
            yield mention.entity


def _place_of(article: Article, referred: Entity) -> str:
    """Return the path of the first reference to an entity (this very object); slow, for error messages."""
    places: list[tuple[str, Entity | None]] = [
        *((f"$.people[{i}].affiliation", p.affiliation) for i, p in enumerate(article.people)),
        *((f"$.authors[{i}]", a) for i, a in enumerate(article.authors)),
        ("$.publisher", article.publisher),
    ]
    blocks: list[tuple[str, Block]] = [("$.lead_image", article.lead_image)] if article.lead_image else []
    for i, section in enumerate(article.sections):
        blocks.extend((f"$.sections[{i}].blocks[{j}]", block) for j, block in enumerate(section.blocks))
    for path, paragraph in (placed for block in blocks for placed in _placed_paragraphs(*block)):
        places.extend((f"{path}.quotes[{j}].speaker", q.speaker) for j, q in enumerate(paragraph.quotes))
        places.extend((f"{path}.mentions[{j}].entity", m.entity) for j, m in enumerate(paragraph.mentions))
    return next((path for path, entity in places if entity is referred), "$")


def _short(text: str | None) -> str:
    return repr(text if text is None or len(text) <= 40 else text[:39] + "…")


def _counts(node: object, *names: str) -> str:
    counts = ((len(getattr(node, n)), n) for n in names)
    return "".join(f", {k} {n if k > 1 else _singular(n)}" for k, n in counts if k)


def _singular(noun: str) -> str:
    return "person" if noun == "people" else noun[:-1]


def _summary(article: Article) -> Iterable[str]:
    """Yield the lines of ``str(article)``: what is known at the top, then the body with who speaks."""
    if article.kicker:
        yield article.kicker.upper()
    yield article.headline or "(no headline)"
    known = (
        article.byline or ", ".join(a.name for a in article.authors),
        article.publisher.name if article.publisher else None,
        article.published.isoformat() if article.published else None,
    )
    if any(known):
        yield " · ".join(filter(None, known))
    if article.standfirst:
        yield from ("", article.standfirst)
    for section in article.sections:
        yield ""
        if section.heading:
            yield f"{'#' * section.level} {section.heading}"
        yield from (p.text for p in section.paragraphs)
    for label, entities in (("People", article.people), ("Organizations", article.organizations)):
        if entities:
            yield from ("", f"{label}: " + ", ".join(e.name for e in entities))
    yield from (f"[{n.code}] {n.message}" for n in article.notices)
