"""Rules that drop or correct names that the rest of the document speaks against."""

from __future__ import annotations

import re

from newsmodel._names._apposition import in_front
from newsmodel._names._found import Found, among, begun_in, full_words
from newsmodel._names._lexicon import flags, load, word_set
from newsmodel._names._memo import Memo
from newsmodel._names._tokens import Lines

__all__ = ["confirmed", "is_placed", "like_short", "named_here", "no_demonyms", "of_the", "sentence_words", "storms"]

_STORMS = ("urricane ", "yphoon ", "yclone ", "Storm ")
_STORM = re.compile(r"(?:[Hh]urricane|[Tt]yphoon|[Cc]yclone|Storm) ([^\W\d_]\w+)")
_AGE = re.compile(r", (?:aged )?[1-9]\d?[,.]")
_GIVEN = re.compile(r"[A-Z][a-z]+-[a-z]{2,6}")
_IRISH = re.compile(r" (?:O'|Ó )[^\W\d_a-z]")
_SPACED = re.compile(r"\S+")
# "the city council of Lindow", "mayor of", "off the coast of": what follows is a place, whatever the model makes of it.
_PLACE_OF = re.compile(
    r"\b(?:city|town|village|port|capital|state|province|region|district|county|island|mayor|governor|citizens|residents"
    r"|people|inhabitants|streets|suburbs?|outskirts|centre|center|north|south|east|west|coast"
    r"|(?:city|town) (?:council|hall)) of (?:the )?$",
    re.IGNORECASE,
)
# "Vorsitzende des Vereins", "Stadtsprecherin für Kultur": what somebody is, in German, where nouns have a capital.
_OF = ("des ", "der ", "vom ", "für ", "im ", "beim ", "am ")
_OFFICES = (
    *("vorsitzende", "vorsitzender", "vorsitzenden", "beauftragte", "beauftragter", "anwalt", "anwältin"),
    *(w + e for w in ("sprecher", "führer", "leiter", "präsident", "direktor", "minister") for e in ("", "in")),
    *(w + e for w in ("meister", "trainer", "sekretär", "intendant", "kommandant", "chef") for e in ("", "in")),
)
_BASED = ("based in ", "headquartered in ", "located in ", "situated in ")
_KINDS = ("PER", "ORG")
_REACH = 40  # code points; the longest of these phrases is shorter
_CLAUSE = 120  # code points; a phrase before a name is shorter
_NEXT_WORD = re.compile(r"\W{0,2}\s*(\w+)")


def no_demonyms(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Drop what only names a people, a faith, a day, a title or a place."""
    countries = word_set("countries").intersection([f.text for f in found])
    if countries:
        countries -= full_words(found)
    teams = [(line.start, line.end) for line in lines if line.kind in ("m", "s")]
    return [
        f
        for f in found
        if f.kind not in _KINDS
        or not (f.text in countries or _is_plain(f.text, f.kind) or _is_place(text, f))
        or (f.kind == "ORG" and among(f, teams) and "p" in flags(f.text))
    ]


def _is_plain(name: str, kind: str) -> bool:
    if " " in name:
        first, _, rest = name.partition(" ")
        if rest.startswith(_OF) and first.lower().endswith(_OFFICES):
            return True
        plain = kind == "ORG" and all(_IN_NO_BODY[flags(w)] for w in name.split() if w != "of")
        return plain and name not in load().organizations
    if kind == "ORG" and name in word_set("parties"):
        return False
    return _IS_NO_NAME[flags(name)] or (name[1:2] == "-" and name[0] in "RDI")  # R-Utah


def _has(letters: str, some: str) -> bool:
    """Tell whether any of some letters is among those of a word."""
    return not set(some).isdisjoint(letters)


_IS_NO_NAME = Memo[str, bool](lambda mine: _has(mine, "ndt") and not _has(mine, "gfo"))
"""Whether a word alone is no name, by its flags; and whether none makes a body of the words that it stands among."""
_IN_NO_BODY = Memo[str, bool](lambda mine: _has(mine, "np") and not _has(mine, "hlo"))


def _is_place(text: str, f: Found) -> bool:
    if f.kind == "ORG" and is_placed(text, f.start):
        return " " not in f.text or (text.endswith(_BASED, 0, f.start) and not _has_body(f.text))
    if " " in f.text:
        lists = load()
        if f.text in lists.places:
            return f.kind == "ORG" and f.text not in lists.organizations
        if "-" not in f.text and not f.text.isupper():
            return False  # no list has a part of it
    mine = flags(f.text.capitalize() if f.text.isupper() and len(f.text) > 4 else f.text)
    if "p" not in mine:
        return False
    if f.kind == "PER":
        return not _has(mine, "gf")
    return f.text.isupper() and len(f.text) > 4 and text[f.end : f.end + 1] in (",", "(") and "o" not in mine


def _has_body(name: str) -> bool:
    """Tell whether the last word of a name says that it is a body's, or a list does."""
    return _has(flags(name.rsplit(" ", 1)[-1]), "hl") or name in load().organizations


def is_placed(text: str, start: int) -> bool:
    """Tell whether the words before a name say that it is a place's."""
    low = max(0, start - _REACH)
    before = text[max(0, start - 7) : start].lower()
    if before.endswith(("of ", "of the ")):  # so all of them end
        return _PLACE_OF.search(text, low, start) is not None
    return before.endswith("ed in ") and text.endswith(_BASED, low, start)


def storms(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Drop the name of a storm, which is that of nobody in the text: "Hurricane Ida" makes "Ida" one."""
    called = {m[1] for word in _STORMS if word in text for m in _STORM.finditer(text)}
    if not called:
        return found
    found = [f for f in found if not _STORM.fullmatch(f.text)]
    called -= full_words(found)
    called.difference_update(load().alone)
    return [f for f in found if f.text not in called]


def like_short(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take for a person a name without a word of bodies that the text takes for one.

    Its last word is a person elsewhere, it is a part of a person's longer name, or its age or role is told.
    """
    people = {f.text for f in found if f.kind == "PER"}
    alone = {_tail(name) for name in people if " " not in name}
    parts = {part for name in people if name.count(" ") > 1 for part in _parts_of(name)}
    return [
        f.of_kind("PER")
        if f.kind != "PER"
        and (
            (" " in f.text and _is_like_short(text, f, alone))
            or (parts and f.kind != "LOC" and (f.text in parts or _lowered(f.text) in parts))
        )
        else f
        for f in found
    ]


def _is_like_short(text: str, f: Found, alone: set[str]) -> bool:
    if f.kind == "LOC":
        return "-" in f.text and _is_korean(f.text)
    return _is_nobody_else(f.text) and _reads_as_person(text, f, alone)


def _is_korean(name: str) -> bool:
    """Tell whether a name is a Korean's with the family name behind: "Jeong-su Park"."""
    first, _, last = name.partition(" ")
    return "-" in first and last in word_set("eastern families") and _GIVEN.fullmatch(first) is not None


def _lowered(name: str) -> str:
    """Return a name with a small letter at its head: "de Vries" for "De Vries", as a sentence begins with it."""
    return name[0].lower() + name[1:]


def _parts_of(name: str) -> list[str]:
    """Return the parts by which a person of three words or more may be meant: "Paz", "Paz Ruiz" of "Ana Paz Ruiz"."""
    words = name.split(" ")
    families = [word for word in words[1:-1] if "f" in flags(word)]
    return families + [" ".join(words[k:]) for k in range(1, len(words) - 1)]


def _is_nobody_else(name: str) -> bool:
    return not _has(flags(name.rsplit(" ", 1)[-1]), "hlx")


def _reads_as_person(text: str, f: Found, alone: set[str]) -> bool:
    if _tail(f.text) in alone or _AGE.match(text, f.end) or _IRISH.search(f.text):
        return True
    if not text.endswith(", ", 0, f.start) or "g" not in flags(f.text.partition(" ")[0]):
        return False
    low = text.rfind("\n", 0, f.start) + 1
    return in_front(text, max(low, f.start - _CLAUSE), f.start, f.end, None) is not None  # "The agent, Ann Lee, said"


def of_the(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take a single word after "the" for no person: what speaks is a body, anything else goes ("the West's").

    "The Trump campaign" stays a person's, and so does a word that ends a full name of the text.
    """
    alone = {
        f.start for f in found if f.kind == "PER" and " " not in f.text and text.endswith(("the ", "The "), 0, f.start)
    }
    if not alone:
        return found
    full, out = full_words(found), []
    for f in found:
        if f.start in alone and f.text not in full:
            follows = _NEXT_WORD.match(text, f.end)
            word = follows[1] if follows else ""
            if word in word_set("speaks"):
                out.append(f.of_kind("ORG"))
            elif (
                word.islower() and word not in word_set("verbs") and word != "s" and not set(flags(f.text)) & set("px")
            ):
                out.append(f)
        else:
            out.append(f)
    return out


def _tail(name: str) -> str:
    """Return the last word of a name without an article, in small letters."""
    return name.rsplit(" ", 1)[-1].rsplit("-", 1)[-1].lower()


def sentence_words(text: str, lines: Lines, found: list[Found]) -> list[Found]:
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


def confirmed(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """In headlines in capitals or title case, keep only what the rest of the text confirms, when there is a rest.

    Of a longer name the part stays that is confirmed; in title case, where more can be told, people stay as they are.
    """
    loud = [(line.start, line.end) for line in lines if line.kind == "c"]
    titled = [(line.start, line.end) for line in lines if line.kind == "t"]
    if not (loud or titled) or len(loud) + len(titled) == len(lines):
        return found
    in_title = begun_in(found, titled)
    headed = in_title | begun_in(found, loud)
    if not headed:
        return found
    rest = {w.lower() for f in found if f.start not in headed for w in f.text.split()}
    out = []
    for f in found:
        if f.start not in headed or f.kind not in ("PER", "ORG") or f.text in load().organizations:
            out.append(f)
        elif part := _part(text, f, rest):
            out.append(f if f.kind == "ORG" and _has(flags(f.text.rsplit(" ", 1)[-1].capitalize()), "hl") else part)
        elif f.start in in_title and not any("c" in flags(w) for w in f.text.split()):
            out.append(f)
    return out


def _part(text: str, f: Found, rest: set[str]) -> Found | None:
    """Return the run of words of a name that the rest of the text confirms, from its first to its last such word."""
    places = [m for m in _SPACED.finditer(text, f.start, f.end) if m.group().lower() in rest]
    if not places or all(m.group().endswith(".") for m in places):  # an initial confirms nobody
        return None
    start, end = places[0].start(), places[-1].end()
    return Found(start, end, f.kind, text[start:end])
