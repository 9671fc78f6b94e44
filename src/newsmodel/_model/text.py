"""A paragraph, and what is found in its text: quotes, mentions, links, each with its place."""

from __future__ import annotations

from enum import StrEnum

import attrs
from attrs import frozen

from newsmodel import _checks as check
from newsmodel._model.entities import Entity, Organization, Person
from newsmodel._model.node import Node
from newsmodel._model.shown import counts, short

__all__ = ["Link", "Mention", "Paragraph", "Quote", "QuoteKind", "Span"]


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
        start, end = self.start, self.end
        if type(start) is not int or type(end) is not int:
            check.fail("int", start if type(start) is not int else end, "$")
        if not 0 <= start < end:
            check.fail("0 <= start < end", (start, end), "$")


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
        if not isinstance(self.entity, (Person, Organization)):
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
        text = self.text
        if type(text) is not str or not text.isascii() or not text or text.isspace():  # most need no closer look
            check.text(text, "$.text")
        if self.quotes != ():
            check.items(self.quotes, Quote, "$.quotes")
            self._check_quotes()
        if self.mentions != ():
            check.items(self.mentions, Mention, "$.mentions")
            self._check_order([m.span for m in self.mentions], "mentions")
        if self.links != ():
            check.items(self.links, Link, "$.links")
            self._check_order([x.span for x in self.links], "links")

    def _holds(self, span: Span) -> bool:
        """Return whether a span lies inside the text and begins and ends on a letter; quick, for nearly all do."""
        text = self.text
        return span.end <= len(text) and not text[span.start].isspace() and not text[span.end - 1].isspace()

    def _fail_span(self, span: Span, path: str) -> None:
        if span.end > len(self.text):
            check.fail(f"a span inside the text of {len(self.text)} code points", (span.start, span.end), path)
        check.fail("a span that begins and ends on a letter, not on white space", (span.start, span.end), path)

    def _check_order(self, spans: list[Span], name: str) -> None:
        end = 0
        for i, span in enumerate(spans):
            if not self._holds(span):
                self._fail_span(span, f"$.{name}[{i}].span")
            if span.start < end:
                check.fail(f"{name} in order that do not overlap", (span.start, span.end), f"$.{name}[{i}].span")
            end = span.end

    def _check_quotes(self) -> None:
        start = 0
        for i, quote in enumerate(self.quotes):
            for j, span in enumerate(quote.spans):
                if not self._holds(span):
                    self._fail_span(span, f"$.quotes[{i}].spans[{j}]")
            if quote.speaker_span is not None and not self._holds(quote.speaker_span):
                self._fail_span(quote.speaker_span, f"$.quotes[{i}].speaker_span")
            if quote.cue_span is not None and not self._holds(quote.cue_span):
                self._fail_span(quote.cue_span, f"$.quotes[{i}].cue_span")
            words = " ".join([self.text[s.start : s.end] for s in quote.spans])
            if words != quote.text:
                check.fail(f"the text of its spans, {words[:60]!r}", quote.text, f"$.quotes[{i}].text")
            if quote.spans[0].start < start:
                check.fail("quotes in reading order", quote.text, f"$.quotes[{i}]")
            start = quote.spans[0].start

    def __repr__(self) -> str:
        return f"Paragraph({short(self.text)}{counts(self, 'quotes', 'mentions', 'links')})"


for _cls in (Mention, Link, Quote, Paragraph):
    attrs.resolve_types(_cls, globals())
del _cls
