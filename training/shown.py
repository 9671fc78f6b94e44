"""The features that the model is shown of a text, by name: what training learns weights for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import islice
from typing import Any

from corpus import own

from newsmodel._names._evidence import Evidence
from newsmodel._names._features import Features
from newsmodel._names._near import is_plain
from newsmodel._names._tokens import Line, lines

Feature = tuple[str, str]
"""A template, and what a token shows there."""


class Seen(tuple[Feature, ...]):
    """Stands where the weights of features stand: where `Features` adds up weights, it puts the features together."""

    def __add__(self, other: object) -> Seen:
        return Seen(tuple.__add__(self, other)) if isinstance(other, Seen) else self

    __radd__ = __add__


class Template:
    """Stands where the weights of a template stand: tells which feature was asked for."""

    def __init__(self, name: str) -> None:
        self.name = name

    def get(self, shown: str, _: int = 0) -> Seen:
        """Return the feature."""
        return Seen(((self.name, shown),))


class Templates(dict[str, Template]):
    """Stands where all weights stand."""

    def __missing__(self, name: str) -> Template:
        return self.setdefault(name, Template(name))


FEATURES: Any = Features(Templates())  # type: ignore[arg-type]


def asked_of(text: str) -> Iterator[tuple[Line, int, list[Seen]]]:
    """Yield every stretch of a text that the model is asked for: its line, its first token, what each token shows."""
    cut = lines(text)
    asked = [(line, *span) for line in cut for span in line.stretches if not is_plain(line, *span)]
    totals = iter(FEATURES.totals(asked, Evidence(cut)))
    for line, first, last in asked:
        yield line, first, list(islice(totals, last - first))


def digest_of_own() -> str:
    """Return a hash of the features of our own sentences: when it changes, the weights must be learned again."""
    made = hashlib.sha256()
    for record in own():
        for line, first, feats in asked_of(record["text"]):
            made.update(repr((line.start, first, [sorted(token) for token in feats])).encode())
    return made.hexdigest()
