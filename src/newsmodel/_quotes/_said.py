"""A quote in the making, and the voice that speaks it."""

from __future__ import annotations

from typing import NamedTuple

from newsmodel._model import Entity, QuoteKind
from newsmodel._quotes import _flags as f
from newsmodel._quotes._attribution import Attribution
from newsmodel._quotes._content import Piece
from newsmodel._quotes._phrases import Range
from newsmodel._quotes._tokens import NAME, Tokens

__all__ = ["Past", "Report", "Said", "Voice", "name_words"]


class Voice:
    """Who speaks, as written in one place; several quotes may share it."""

    __slots__ = ("answered", "entity", "resolved", "tokens", "words")

    def __init__(self, tokens: Tokens, words: Range, entity: Entity | None = None, *, resolved: bool = False) -> None:
        self.tokens = tokens
        self.words = words
        self.entity = entity
        self.resolved = resolved
        self.answered: Voice | None = None
        """Whose question the voice answers, and who so is somebody else."""


class Said:
    """A quote in the making."""

    __slots__ = ("continues", "cue", "found", "kind", "last_token", "own", "pieces", "voice")

    def __init__(self, kind: QuoteKind, pieces: list[Piece], last_token: int) -> None:
        self.kind = kind
        self.pieces = pieces
        self.last_token = last_token
        self.voice: Voice | None = None
        self.own = False
        """True when the speaker is named with these words, not inherited."""
        self.cue: tuple[int, int] | None = None
        self.found: Attribution | None = None
        self.continues = False


class Past:
    """What has been said so far, in the paragraphs before."""

    __slots__ = ("carried", "said")

    def __init__(self) -> None:
        self.said: list[Said] = []
        self.carried: Voice | None = None
        """Who speaks on when a paragraph is nothing but quoted words."""


class Report(NamedTuple):
    """A reported clause with its speaker."""

    pieces: list[Piece]
    speaker: Range | None
    """None where the verb needs no subject and has none."""
    cue: tuple[int, int]


def name_words(voice: Voice) -> set[str]:
    """Return the words of a speaker's name as it stands there; none for a pronoun or an office."""
    t = voice.tokens
    return {t.lows[k] for k in range(*voice.words) if t.kinds[k] == NAME and not t.bits[k] & f.TITLE}
