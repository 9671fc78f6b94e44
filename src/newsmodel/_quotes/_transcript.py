"""Transcripts: paragraphs that begin with a speaker's name in capitals and a colon, inside marks or without."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from newsmodel._quotes._marks import Stretch

__all__ = ["labelled"]

# "SMITH:", "MS. VAN DYKE:", "SMITH (on tape):"; the name is short and in capitals.
_LABEL: Final = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’.\-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ'’.\-]*){0,3}(?: \([^()]{1,30}\))?:\s+(?=\S)")
_ENOUGH: Final = 2  # labels in a text before lines without quotation marks are taken for a transcript


def labelled(texts: Sequence[str], found: list[list[Stretch]]) -> list[list[Stretch]]:
    """Return the stretches with those of a transcript: a label inside the marks stands before the words."""
    plain = [_LABEL.match(text) if ":" in text else None for text in texts]
    transcript = len(plain) - plain.count(None) >= _ENOUGH
    return [
        _with_label(text, here, label, transcript=transcript) if ":" in text else here
        for text, here, label in zip(texts, found, plain, strict=True)
    ]


def _with_label(text: str, found: list[Stretch], label: re.Match[str] | None, *, transcript: bool) -> list[Stretch]:
    """Return the stretches of one paragraph, given the label that it begins with."""
    if label and transcript and not found:
        start = label.end()
        return [Stretch(start, len(text), start, len(text.rstrip()), left_open=False, resumed=False, mark="")]
    return [_without_label(text, s) for s in found]


def _without_label(text: str, stretch: Stretch) -> Stretch:
    m = _LABEL.match(text, stretch.first, stretch.last)
    return evolve(stretch, start=m.end(), first=m.end(), resumed=False) if m else stretch
