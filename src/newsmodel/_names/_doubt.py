"""Rules that drop or correct names that the rest of the document speaks against."""

from __future__ import annotations

import re

from newsmodel._names._features import flags
from newsmodel._names._found import Found
from newsmodel._names._lexicon import load, word_set
from newsmodel._names._tokens import Line

__all__ = ["confirmed", "like_short", "named_here", "no_demonyms", "sentence_words"]

_AGE = re.compile(r", (?:aged )?[1-9]\d?[,.]")
_NEXT_WORD = re.compile(r"\W{0,2}\s*(\w+)")


def no_demonyms(text: str, lines: list[Line], found: list[Found]) -> list[Found]:
    """Drop what only names a people, a faith, a day or a region."""
    return [f for f in found if not _is_plain(f)]


def _is_plain(f: Found) -> bool:
    if f.kind not in ("PER", "ORG"):
        return False
    if " " in f.text:
        return f.kind == "ORG" and f.text in load().places and f.text not in load().organizations
    mine = set(flags(f.text))
    return bool(mine & set("nd")) and not mine & set("gfo")


def like_short(text: str, lines: list[Line], found: list[Found]) -> list[Found]:
    """Take for a person a name without a word of bodies, whose last word is a person elsewhere or whose age is told."""
    alone = {_tail(f.text) for f in found if f.kind == "PER" and " " not in f.text}
    return [f._replace(kind="PER") if _reads_as_person(text, f, alone) else f for f in found]


def _reads_as_person(text: str, f: Found, alone: set[str]) -> bool:
    if f.kind not in ("ORG", "MISC") or " " not in f.text:
        return False
    if _tail(f.text) not in alone and not _AGE.match(text, f.end):
        return False
    return not set(flags(f.text.rsplit(" ", 1)[-1])) & set("hlx")


def _tail(name: str) -> str:
    """Return the last word of a name without an article, in small letters."""
    return name.rsplit(" ", 1)[-1].rsplit("-", 1)[-1].lower()


def sentence_words(text: str, lines: list[Line], found: list[Found]) -> list[Found]:
    """Drop a single common word that begins a sentence and is not followed as a name is."""
    return [f for f in found if not (f.kind == "PER" and " " not in f.text and not named_here(text, f.start, f.end))]


def named_here(text: str, start: int, end: int) -> bool:
    """Tell whether a word is a name here, and not just a common word that begins a sentence."""
    if "c" not in flags(text[start:end]):
        return True
    before = text[max(0, start - 3) : start].rstrip(" \"'“‘(")
    if before and before[-1] not in ".!?\n":
        return True
    after = text[end : end + 30]
    follows = _NEXT_WORD.match(after)
    return not after[:1].isspace() or bool(
        follows and (follows[1] in word_set("verbs") or follows[1] in ("s", "and") or not follows[1].islower())
    )


def confirmed(text: str, lines: list[Line], found: list[Found]) -> list[Found]:
    """In lines of capitals, keep only names that the rest of the text confirms, when there is a rest."""
    loud = [(line.starts[2], line.starts[-1]) for line in lines if line.kind == "c"]
    if not loud or len(loud) == len(lines):
        return found
    rest = {w.lower() for f in found if not _inside(f, loud) for w in f.text.split()}
    known = load().organizations
    return [
        f for f in found if not _inside(f, loud) or f.text in known or all(w.lower() in rest for w in f.text.split())
    ]


def _inside(f: Found, ranges: list[tuple[int, int]]) -> bool:
    return any(low <= f.start <= high for low, high in ranges)
