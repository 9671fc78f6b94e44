"""What the words around names tell in other languages than English: rules before and after those of all languages."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from operator import attrgetter

from newsmodel._names._found import Found
from newsmodel._names._glosses import Glosses
from newsmodel._names._lexicon import flags, load, word_set
from newsmodel._names._tokens import ENDS, OPENS, Line, Lines

__all__ = ["bare", "told"]

# Flags: of words in lists of names, of common words, of titles and roles.
_LISTED, _SMALL, _ROLES = frozenset("fgopq"), frozenset("c"), frozenset("tr")
_LONGEST = 8  # tokens of the name of a body
_ACRONYM = 6  # letters of an acronym
_WITH_NAMES = frozenset(("Association", "Foundation", "Institute"))
_BEFORE = frozenset(("the", "of", "for", "to", "by", "from", "says", "said"))
_OWNS = ("'s", "’s")
_ROMAN = frozenset("IVXLCDM")

_start = attrgetter("start")


def told(lines: Lines, found: list[Found], glosses: Glosses) -> list[Found]:
    """Return the names with those that the words before them tell: "la librairie Orval", "burgemeester Piet de Wit"."""
    added: list[Found] = []
    known: dict[int, int] = {}
    for line in lines:
        for first, last, kind in _told(line, glosses):
            start, end = (line.place(first), line.place(last - 1) + len(line.words[last - 1]))
            added.append(Found(start, end, kind, line.text[start:end]))
            if glosses.body(line, first) == last:
                known[start] = end
    return _settled([_without_body(f, known) for f in found] if known else found, added)


def _without_body(f: Found, known: dict[int, int]) -> Found:
    """Return a person without a body that is known by name before it, or behind "of": "Ida Moor del Pd"."""
    if f.kind != "PER" or " " not in f.text:
        return f
    if known.get(f.start) == f.end:
        return f.of_kind("ORG")
    if " " in f.text[(first := known.get(f.start, f.end) - f.start) + 1 :]:
        return Found(f.start + first + 1, f.end, f.kind, f.text[first + 1 :])
    words, at = f.text.split(" "), f.start
    for k, word in enumerate(words):
        if k > 1 and at in known and words[k - 1].islower():
            last = next((j for j in range(k, 0, -1) if not words[j - 1].islower()), 0)
            name = " ".join(words[:last])
            return Found(f.start, f.start + len(name), f.kind, name) if name else f
        at += len(word) + 1
    return f


def _settled(found: list[Found], added: list[Found]) -> list[Found]:
    """Return names found and added as one list in order: of those that overlap, what outweighs the other."""
    out: list[Found] = []
    found, k = sorted(found, key=_start), 0
    for new in added:
        while k < len(found) and found[k].end <= new.start:
            out.append(found[k])
            k += 1
        last = k
        while last < len(found) and found[last].start < new.end:
            last += 1
        if not any(_outweighs(old, new) for old in found[k:last]):
            out.append(new)
            k = last
    return out + found[k:]


def _outweighs(old: Found, new: Found) -> bool:
    """Tell whether a name that was found is left as it is: one that is longer, or a person's full name."""
    if new.kind == "PER":
        return old.kind in ("PER", "ORG")
    return (old.kind == "PER" and " " in old.text) or len(old.text) > len(new.text)


def _told(line: Line, glosses: Glosses) -> Iterator[tuple[int, int, str]]:
    """Yield names of a line as (first token, token after the last, kind); they do not overlap."""
    done, seen, norms = 0, line.seen, line.norms
    for i in range(2, len(norms) - 2):
        if i < done or (seen[i] == norms[i] and not (norms[i][0].isupper() or norms[i].isupper())):
            continue
        if last := glosses.body(line, i):
            done = last
            yield i, last, "ORG"
        elif seen[i] == norms[i]:
            if _is_acronym(line, i):
                yield i, i + 1, "ORG"
        elif line.seen[i].lower() in word_set("bodies before names") and (name := _named(line, i + 1)):
            done = name[1]
            yield (i if _belongs(line, i, glosses) else name[0]), name[1], "ORG"
        elif not _ROLES.isdisjoint(flags(line.seen[i])) and (name := _titled(line, i)):
            done = max(done, name[1])
            yield *name, "PER"
        elif _is_behind_place(line, i):
            yield i - 1, i + 1, "ORG"
        elif _is_head(line, i, glosses) and ((last := _tail(line, i, glosses)) > i + 1 or _is_whole(line, i, glosses)):
            done = last
            yield i, last, "ORG"


def _titled(line: Line, i: int) -> tuple[int, int] | None:
    """Return the full name right behind an office, or parted from it by commas: "la alcaldesa, Pura Vidal, dijo"."""
    name = _named(line, i + 1)
    if line.words[i + 1] == "," and (name := _named(line, i + 2)) and line.words[name[1]] not in (",", "."):
        return None
    return name if name and name[1] > name[0] + 1 else None


def _is_head(line: Line, i: int, glosses: Glosses) -> bool:
    """Tell whether a token with a capital says what a body is, and does not begin a sentence."""
    seen = line.seen[i]
    if not line.words[i][0].isupper() or "h" not in flags(seen) or seen.lower() in word_set("heads of places"):
        return False
    if line.seen[i - 1].lower() in word_set("articles before names"):
        return True
    word, before = line.words[i], line.words[i - 1]
    return glosses.compounds and glosses.is_compound(word) and not _begins(line, i) and not before[0].isupper()


def _is_whole(line: Line, i: int, glosses: Glosses) -> bool:
    """Tell whether a word alone is a body's name: "Fiskenævnet", and "Orval-Stiftung"."""
    named = glosses.nouns and "-" in line.words[i] and line.seen[i].lower() in word_set("bodies by hyphen")
    return named or glosses.is_compound(line.words[i])


def _begins(line: Line, i: int) -> bool:
    """Tell whether a token may begin a sentence, so that its capital says nothing."""
    return line.words[i - 1] in ENDS or line.words[i - 1] in OPENS


def _belongs(line: Line, i: int, glosses: Glosses) -> bool:
    """Tell whether a noun before the name of a body is part of it: "Stichting Orval", "Turnverein Orval"."""
    if not line.words[i][0].isupper():
        return False
    if glosses.nouns:
        return line.words[i + 1] in load().places or line.seen[i] in _WITH_NAMES
    return not _begins(line, i) or line.seen[i].lower() in word_set("bodies with names")


def _is_acronym(line: Line, i: int) -> bool:
    """Tell whether a token behind an article is an acronym, and no place or number: those of bodies have one."""
    word, before, after = line.norms[i], line.seen[i - 1].lower(), line.words[i + 1]
    if not (word.isupper() and word.isalpha() and len(word) <= _ACRONYM) or line.seen[i] != word or line.kind == "c":
        return False
    if before == "(" and after == ")":
        return _is_of_party(line, i)
    alone = after in _OWNS or (before in _BEFORE and not after[0].isupper())
    return alone and len(word) > 1 and "p" not in flags(word) and not _ROMAN.issuperset(word)


def _is_of_party(line: Line, i: int) -> bool:
    """Tell whether letters in brackets behind a person are a party's: "Ida Ek (KD)", but not "Ida Ek (SWE)"."""
    two = line.words[i - 2], line.words[i - 3]
    return all(word[0].isupper() and word[1:].islower() for word in two) and line.words[i] not in word_set(
        "countries' codes"
    )


def _is_behind_place(line: Line, i: int) -> bool:
    """Tell whether a small word says what the body of a place is: "Vila universitet", "Vilas universitet"."""
    place = line.words[i - 1]
    return line.seen[i].lower() in word_set("heads behind places") and place[0].isupper() and place == line.seen[i - 1]


def _named(line: Line, i: int) -> tuple[int, int] | None:
    """Return the run of capitalised words that begins with a token, if that has no gloss."""
    words, seen = line.words, line.seen
    if not words[i][0].isupper() or seen[i] != line.norms[i]:
        return None
    last = k = i + 1
    while k < min(len(words) - 2, i + _LONGEST):
        if words[k][0].isupper() and not seen[k].islower():
            last = k + 1
        elif seen[k] != words[k] or words[k] not in word_set("joins"):
            break
        k += 1
    return i, last


def _tail(line: Line, i: int, glosses: Glosses) -> int:
    """Return the token after a body that begins with what it is: its name follows, or adjectives, and "of" with a noun.

    Of a place right behind ("Câmara de Vila") the model says whether it belongs to the name.
    """
    k = named[1] if (named := _named(line, i + 1)) else i + 1
    end = min(len(line.words) - 2, i + _LONGEST)
    while k < end:
        if line.words[k].islower() and glosses.is_adjective(line.words[k]):
            k += 1
            continue
        noun = k
        while line.seen[noun] in ("of", "the"):
            noun += 1
        if line.seen[k] != "of" or not line.words[noun][0].isalpha() or (k == i + 1 and line.words[noun][0].isupper()):
            break
        k = noun + 1
        while line.words[k - 1][0].isupper() and line.words[k][0].isupper():
            k += 1
    return k


def bare(found: list[Found], names: Collection[str], glosses: Glosses) -> list[Found]:
    """Return names without the titles and other words with a gloss that open them; those that are nothing else go.

    A body may begin with a word that tells what it is. ``names`` are the words that are names (see `Glosses.names`);
    those that a person has behind a given name stay too: "von der Heide". Where all nouns have a capital, a word alone
    is a name when a list knows it, or a longer name ends with it.
    """
    kept = {*names, *(tail for f in found if f.kind == "PER" for tail in _tails(f.text))}
    kept |= {f.text for f in found if f.kind == "ORG" and glosses.is_body(f.text)}
    found = [_without_trade(new) for f in found if (new := f if f.text in kept else _without(f, glosses))]
    return [f for f in found if " " in f.text or f.text in kept or _is_known(f.text)] if glosses.nouns else found


def _without(f: Found, glosses: Glosses) -> Found | None:
    """Return a name without the words with a gloss that open it."""
    start = f.start
    for word in f.text.split(" "):
        gloss = glosses.of(word)
        if gloss == word or (f.kind == "ORG" and not set(flags(gloss)) <= _SMALL):
            return f if start == f.start else Found(start, f.end, f.kind, f.text[start - f.start :])
        start += len(word) + 1
    return None


def _without_trade(f: Found) -> Found:
    """Return a person without a strange word before given and family name: "Turmwärterin Ida Moor"."""
    words = f.text.split(" ")
    if f.kind != "PER" or len(words) < 3 or "g" not in flags(words[1]) or len(words[0]) < 6 or not words[0].isalpha():
        return f
    if set(flags(words[0])) & set("gfo") or not words[0][1:].islower() or not words[2][0].isupper():
        return f
    start = f.start + len(words[0]) + 1
    return Found(start, f.end, f.kind, " ".join(words[1:]))


def _is_known(word: str) -> bool:
    """Tell whether a word is surely a name: a list knows it, or it has several capitals."""
    return not _LISTED.isdisjoint(flags(word)) or not word[1:].islower()


def _tails(name: str) -> list[str]:
    """Return the ends of a name of several words, each without a word more."""
    words = name.split(" ")
    return [" ".join(words[k:]) for k in range(1, len(words))]
