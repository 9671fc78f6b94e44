"""Use a spaCy pipeline as the recognizer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from newsmodel._names import Recognizer

__all__ = ["spacy_recognizer"]

_KINDS = {"PERSON": "PER", "PER": "PER", "ORG": "ORG", "persName": "PER", "orgName": "ORG"}
"""What pipelines of different languages call people and organizations."""


def spacy_recognizer(nlp: Callable[[str], Any], kinds: dict[str, str] | None = None) -> Recognizer:
    """Return a recognizer that asks a spaCy pipeline; give it to `newsmodel.annotate`.

    ``nlp`` is any pipeline that sets ``doc.ents``. ``kinds`` says which of its labels are people and organizations,
    such as ``{"PERSON": "PER", "ORG": "ORG"}``; without it the usual labels are known. Titles, articles and possessive
    endings inside a span are cut off, as everywhere.
    """
    wanted = _KINDS if kinds is None else kinds

    def recognize(text: str) -> Iterator[tuple[int, int, str]]:
        for entity in nlp(text).ents:
            if kind := wanted.get(entity.label_):
                yield entity.start_char, entity.end_char, kind

    return recognize
