"""A quote in the making, and the voice that speaks it."""

from __future__ import annotations

from attrs import define, field, frozen

from newsmodel._model import Entity, QuoteKind
from newsmodel._quotes._attribute import Attribution
from newsmodel._quotes._content import Piece
from newsmodel._quotes._phrases import Range
from newsmodel._quotes._tokens import Tokens

__all__ = ["Report", "Said", "Voice"]


@define(eq=False)
class Voice:
    """Who speaks, as written in one place; several quotes may share it."""

    tokens: Tokens
    words: Range
    entity: Entity | None = None
    resolved: bool = False


@define(eq=False)
class Said:
    """A quote in the making."""

    paragraph: int
    kind: QuoteKind
    pieces: list[Piece]
    voice: Voice | None = None
    own: bool = False
    """True when the speaker is named with these words, not inherited."""
    cue: tuple[int, int] | None = None
    continues: bool = False
    last_token: int = 0
    found: Attribution | None = field(default=None, repr=False)


@frozen
class Report:
    """A reported clause with its speaker."""

    pieces: list[Piece]
    speaker: Range
    cue: tuple[int, int]
