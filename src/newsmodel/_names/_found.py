"""A name that was found in a text, and how names are compared."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from operator import attrgetter, itemgetter

from attrs import define

__all__ = ["Found", "among", "begun_in", "covered", "fold", "full_words", "instead", "merged", "words"]

_WORD = re.compile(r"[^\W_]+(?:['’ʼ.&][^\W_]+)*\.?")
_ARTICLE = re.compile(r"(?:al|el|as|ash|at|an|ar|ad|az|ul)[-‐‑ ]", re.IGNORECASE)


@define
class Found:
    """A name in a text; never changed but for a mark. No named tuple, because its fields are looked at so often."""

    start: int
    end: int
    kind: str
    """``PER`` or ``ORG``."""
    text: str
    """Its letters."""
    wide: bool = False
    """The mark: what belongs to it has been looked for in the words around it."""

    def of_kind(self, kind: str) -> Found:
        """Return the name as one of another kind."""
        return Found(self.start, self.end, kind, self.text)


@lru_cache(20_000)
def fold(text: str) -> str:
    """Return a text as it is compared: small letters, no accents, one kind of apostrophe and hyphen."""
    if text.isascii():
        return text.lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return plain.casefold().replace("’", "'").replace("ʼ", "'").replace("‐", "-").replace("‑", "-")


@lru_cache(20_000)
def words(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded, without Arabic articles and final full stops."""
    cut = _ARTICLE.sub("", fold(name)) if "-" in name or name[:3].lower() in ("al ", "el ") else fold(name)
    return tuple([w.rstrip(".") for w in _WORD.findall(cut.replace("-", " "))])


_PLACE = attrgetter("start", "end", "kind")


def covered(text: str, found: list[Found]) -> bytearray:
    """Return 1 for each place of the text that a name covers."""
    places = bytearray(len(text) + 1)
    for f in found:
        places[f.start : f.end] = b"\1" * (f.end - f.start)
    return places


def among(f: Found, ranges: list[tuple[int, int]]) -> bool:
    """Tell whether a name begins in one of some stretches of the text, which stand in order."""
    if not ranges or f.start > ranges[-1][1]:
        return False
    i = bisect_right(ranges, f.start, key=itemgetter(0)) - 1
    return i >= 0 and f.start <= ranges[i][1]


def begun_in(found: list[Found], ranges: list[tuple[int, int]]) -> set[int]:
    """Return where those names begin that begin in one of some stretches of the text; these stand in order."""
    return {f.start for f in found if f.start <= ranges[-1][1] and among(f, ranges)} if ranges else set()


def full_words(found: list[Found]) -> set[str]:
    """Return the words of the full names of people."""
    return {w for name in {f.text for f in found if f.kind == "PER" and " " in f.text} for w in name.split(" ")}


def merged(found: list[Found], added: list[Found]) -> list[Found]:
    """Return two lists of names as one, in order."""
    return sorted([*found, *added], key=_PLACE) if added else found


def instead(found: list[Found], added: list[Found]) -> list[Found]:
    """Return names with others in the place of those that begin where they do, in order."""
    starts = {f.start for f in added}
    return merged([f for f in found if f.start not in starts], added) if added else found
