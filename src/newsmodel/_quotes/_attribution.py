"""What governs quoted words: where the cue stands, which it is, whom it names."""

from __future__ import annotations

from typing import NamedTuple

from newsmodel._quotes import _flags as f
from newsmodel._quotes._phrases import Range

__all__ = ["Attribution"]


class Attribution(NamedTuple):
    """What governs a stretch. Ranges are pairs of token numbers, half-open."""

    how: str
    """``after``, ``before``, ``source``, ``colon``, ``signature``: where the cue stands."""
    cue: Range | None = None
    speaker: Range | None = None
    strength: int = f.SAY
    adjacent: bool = False
    """True when nothing but a mark, an addressee or an adverb stands between cue and words."""
    content: Range | None = None
    """The clause that holds the words, where the source stands beside it."""
