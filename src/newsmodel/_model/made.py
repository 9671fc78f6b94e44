"""Nodes of places that the library itself has just found in a text, made without the checks of their constructors.

One article has hundreds of them, and to check each costs more than to find it. What comes from elsewhere always goes
through the constructors; tests hold that what is made here would pass them too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import attrs

from newsmodel._model.entities import Entity
from newsmodel._model.text import Link, Mention, Paragraph, Quote, QuoteKind, Span

__all__ = ["mention", "paragraph", "quote", "span"]

_Put: TypeAlias = Callable[[Any, Any], None]


def _putters(kind: type) -> list[_Put]:
    """Return for each field of a class, in order, what sets it in a new node: nodes are frozen for all others."""
    return [kind.__dict__[field.name].__set__ for field in attrs.fields(kind)]


_new = object.__new__
_start, _end = _putters(Span)
_span, _entity = _putters(Mention)
_said, _spans, _kind, _speaker, _speaker_span, _cue_span, _continues = _putters(Quote)
_text, _quotes, _mentions, _links = _putters(Paragraph)


def span(start: int, end: int) -> Span:
    """Return a span that is not empty."""
    made = _new(Span)
    _start(made, start)
    _end(made, end)
    return made


def mention(place: Span, entity: Entity) -> Mention:
    """Return a mention."""
    made = _new(Mention)
    _span(made, place)
    _entity(made, entity)
    return made


def quote(
    text: str,
    spans: tuple[Span, ...],
    kind: QuoteKind,
    speaker: Entity | None,
    speaker_span: Span | None,
    cue_span: Span | None,
    *,
    continues: bool,
) -> Quote:
    """Return a quote of spans in order that do not overlap, and whose text is theirs."""
    made = _new(Quote)
    _said(made, text)
    _spans(made, spans)
    _kind(made, kind)
    _speaker(made, speaker)
    _speaker_span(made, speaker_span)
    _cue_span(made, cue_span)
    _continues(made, continues)
    return made


def paragraph(
    text: str, quotes: tuple[Quote, ...], mentions: tuple[Mention, ...], links: tuple[Link, ...]
) -> Paragraph:
    """Return a paragraph whose quotes, mentions and links stand in order, inside its text, on no white space."""
    made = _new(Paragraph)
    _text(made, text)
    _quotes(made, quotes)
    _mentions(made, mentions)
    _links(made, links)
    return made
