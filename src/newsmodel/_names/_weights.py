"""The file of the weights: how it is read, in the form in which the tagger adds them up.

A gzipped text. Its first line has the weights of the moves, its second one those of the features, a character each, and
every line after that the features of one template, in the same order: the name of the template, then what a token may
show there, with tabs between. All labels of a feature are kept as one whole number with two bytes for each, so that one
addition adds up all of them.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable
from pkgutil import get_data
from struct import Struct, iter_unpack
from typing import NamedTuple

__all__ = ["LABELS", "ZERO", "Tables", "Weights", "apart", "packaged", "read"]

LABELS = ("O", *(f"{x}-{k}" for k in ("PER", "ORG", "LOC", "MISC") for x in "BI"))
"""``B`` begins a name, ``I`` goes on with it; the order of the numbers in the weights."""
ZERO = 80
"""The character that stands for the weight 0. No weight is negative in a sum: so much is added to all labels alike."""
_WIDTH = len(LABELS)
_FIELDS = Struct(f">{_WIDTH}H")
_GZIP = 31  # what tells zlib to look for the head of a gzip file

Tables = dict[str, dict[str, int]]
"""What a feature adds to all labels (see `apart`), by template and by what a token shows there."""


class Weights(NamedTuple):
    """What the model has learned."""

    tables: Tables
    moves: list[list[int]]
    """What going from a label (row; the last one is the start) to another (column) adds."""


def read(data: bytes) -> Weights:
    """Return the weights of a file."""
    moves, values, *templates = zlib.decompress(data, _GZIP).decode().split("\n")
    wide = bytearray(2 * len(values))
    wide[1::2] = values.encode()
    numbers = map(int.from_bytes, [row for (row,) in iter_unpack(f"{2 * _WIDTH}s", wide)])
    tables: Tables = defaultdict(dict)
    for line in templates:
        name, *shown = line.split("\t")
        tables[name] = dict(zip(shown, numbers, strict=False))  # the others are of the next templates
    each = [int(m) for m in moves.split()]
    return Weights(tables, [each[i : i + _WIDTH] for i in range(0, len(each), _WIDTH)])


def apart(totals: Iterable[int]) -> list[tuple[int, ...]]:
    """Return sums of features, each label by label."""
    return list(_FIELDS.iter_unpack(b"".join([total.to_bytes(_FIELDS.size) for total in totals])))


def packaged() -> Weights:
    """Return the weights of the package."""
    return read(get_data("newsmodel._names", "data/weights.gz") or b"")
