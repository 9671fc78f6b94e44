"""Find short forms that the tagger left out: family names, first words of bodies, acronyms."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from newsmodel._names._bodies import acronyms
from newsmodel._names._doubt import is_placed, named_here
from newsmodel._names._found import Found, covered, merged
from newsmodel._names._lexicon import flags, load, word_set
from newsmodel._names._tokens import ENDS, Line, Lines

__all__ = ["short_forms"]

# Something happens there; nobody puts money or trust into it.
_INSIDE = re.compile(r"(\w+) (?:in|near|outside) $")
_REACH = 24  # code points
_ARTICLES = frozenset(("al", "el", "as", "ash", "at", "an", "ar", "ad", "az"))
_STATES = frozenset(("U.S.", "US", "U.N.", "UN"))
_SUFFIXES = frozenset(("Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"))


def short_forms(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Name what is named elsewhere, whole or by one word; give words that are named already the right kind."""
    people = _of_people({f.text for f in found if f.kind == "PER"})
    bodies = _of_bodies({f.text for f in found if f.kind == "ORG"})
    kinds = dict.fromkeys(bodies, "ORG") | dict.fromkeys(people, "PER")
    again = _by_first_word(found)
    heads = {f.text.split(" ", 1)[0] for f in found if f.kind == "ORG" and " " in f.text}
    places = {f.start: i for i, f in enumerate(found)}
    free = covered(text, found)
    out, added, lists = list(found), [], load()
    for line, i in _capitals(lines, kinds, again):
        word, start = line.words[i], line.place(i)
        if word in again and not free[start] and (whole := _whole(text, start, again[word], free)):
            added.append(whole)
            free[start : whole.end] = b"\1" * len(whole.text)
            continue
        key = line.norms[i]
        kind = kinds.get(key) or lists.alone.get(key)
        at, end = places.get(start), start + len(word)
        if kind == "ORG" and key not in lists.alone and _is_inside(text, start):
            continue  # "in Mamelodi", where the "Mamelodi Taxi Association" is named
        if kind is None:
            if at is not None and out[at].end == end and _is_given(out[at], again.get(word), heads):
                out[at] = out[at].of_kind("PER")
            continue
        if at is not None and out[at].end == end:
            if out[at].kind != kind and (
                kind == "ORG" or out[at].kind == "MISC" or not (key in heads or _is_team(line, out[at], lists.places))
            ):
                out[at] = out[at].of_kind(kind)
        elif not free[start] and _alone(text, line, i) and (key in bodies or key in people or _begins(line, i)):
            added.append(Found(start, end, kind, word))
    return merged(out, added)


def _is_given(f: Found, names: dict[str, str] | None, heads: Container[str]) -> bool:
    """Tell whether what was taken for a body is the first word of people's names alone: "Ritika" of "Ritika Shah"."""
    if f.kind not in ("ORG", "MISC") or not names or f.text in heads or not (f.text.isalpha() and f.text.istitle()):
        return False
    whole = all(kind == "PER" and name.count(" ") == 1 for name, kind in names.items())
    return whole and not set(flags(f.text)) & set("cn") and f.text not in load().organizations


def _is_inside(text: str, start: int) -> bool:
    """Tell whether the words before a name say that something happens there, and not that somebody puts money in it."""
    m = _INSIDE.search(text, max(0, start - _REACH), start)
    return m is not None and m[1] not in word_set("puts")


def _is_team(line: Line, f: Found, places: Container[str]) -> bool:
    """Tell whether a name is a place's, or that of a team or a state that is called like its place."""
    return f.text in places and (f.kind != "ORG" or line.kind in ("m", "s"))


def _whole(text: str, start: int, names: dict[str, str], free: bytearray) -> Found | None:
    """Return the name of several words that stands at a place, all of it free."""
    for name, kind in names.items():
        end = start + len(name)
        if text.startswith(name, start) and not text[end : end + 1].isalnum() and not any(free[start:end]):
            return Found(start, end, kind, name)
    return None


def _by_first_word(found: list[Found]) -> dict[str, dict[str, str]]:
    """Return the kinds of names of several words, by their first word."""
    names: dict[str, dict[str, str]] = {}
    for name, kind in {f.text: f.kind for f in found if " " in f.text}.items():
        first, _, rest = name.partition(" ")
        names.setdefault(first, {})[name] = kind
        if kind == "ORG" and " " in rest and (first in _STATES or "n" in flags(first)):
            names.setdefault(rest.split(" ", 1)[0], {}).setdefault(rest, "ORG")
    return names


def _capitals(lines: Lines, short: Container[str], first_words: Container[str]) -> Iterator[tuple[Line, int]]:
    """Yield the capitalised words that may stand for a name or begin one.

    In lines of capitals only the longer ones, or all would be acronyms.
    """
    listed = load().alone
    for line in lines:
        norms, words, least = line.norms, line.words, 3 if line.kind == "c" else 0
        for first, last in line.stretches:
            for i in range(first, last):
                norm = norms[i]
                if (norm in short or words[i] in first_words or norm in listed) and len(words[i]) > least:
                    yield line, i


def _begins(line: Line, i: int) -> bool:
    """Tell whether no capitalised word stands before a word, or a sentence begins with that."""
    return not line.words[i - 1][:1].isupper() or line.words[i - 2] in ENDS


def _alone(text: str, line: Line, i: int) -> bool:
    """Tell whether a word stands for itself: not part of a longer name, and no common word that begins a sentence."""
    if line.kind == "c":
        return True
    after = line.words[i + 1]
    if line.norms[i] in word_set("common parties"):
        return after in word_set("party nouns") or after in word_set("verbs")
    if after[:1].isupper() and not set(flags(after)) & set("ctr"):
        return False
    start = line.place(i)
    return not is_placed(text, start) and named_here(text, start, start + len(line.words[i]))


def _of_people(names: Iterable[str]) -> set[str]:
    """Return the words that may stand for a person alone: the family name, which comes first in the east of Asia."""
    short, eastern = set(), word_set("eastern families")
    for name in names:
        parts = name.split()
        if len(parts) < 2:
            if "f" in (mine := flags(name)) and "p" not in mine:
                short.add(name)
            continue
        if parts[0] in eastern and ("-" in parts[-1] or parts[-1] not in eastern):
            short.add(parts[0])
        last = parts[-2] if parts[-1] in _SUFFIXES else parts[-1]
        if len(last) > 2 and last[0].isupper():
            short.add(last.capitalize() if last.isupper() else last)
        if len(parts) > 2 and parts[-1] == last and flags(parts[-2]) == "f" and "f" in flags(last):
            short.add(parts[-2])  # of two family names
        article, _, rest = last.partition("-")
        if rest and article.lower() in _ARTICLES:
            short.update((rest, f"{article.capitalize()}-{rest}"))
    return short


def _of_bodies(names: Iterable[str]) -> set[str]:
    """Return the words that may stand for a body alone: its first word when no list knows it, and its acronyms."""
    short = set()
    for name in names:
        first, _, rest = name.partition(" ")
        if not rest or name.isupper():
            continue
        if len(first) > 3 and first[0].isupper() and not set(flags(first)) & set("cpqndthrxg"):
            short.add(first)
        short |= {a for a in map(str.upper, acronyms(name)) if a not in load().places and "x" not in flags(a)}
    return short
