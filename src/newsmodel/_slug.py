"""Readable ids from names."""

from __future__ import annotations

import re
import unicodedata

_NOT_WORD = re.compile(r"[\W_]+")


def slug(name: str) -> str:
    """Return a lower-case id of the letters and digits of a name, joined by hyphens.

    ``Zoë O'Brien`` gives ``zoe-o-brien``. Accents are dropped; letters that have no plain form (李, Ж) stay.
    A name without letters or digits gives ``x``.
    """
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name)
        name = "".join(c for c in decomposed if not unicodedata.combining(c) and not "\ud800" <= c <= "\udfff")
    return _NOT_WORD.sub("-", name.lower()).strip("-") or "x"
