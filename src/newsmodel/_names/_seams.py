"""Rules that say where the name of one body ends and another name begins."""

from __future__ import annotations

import re

from newsmodel._names._found import Found
from newsmodel._names._lexicon import flags, load, word_set
from newsmodel._names._tokens import Lines

__all__ = ["and_more", "apart"]

_OFFICE = re.compile(
    r"(?:Ministry|Department|Office|Committee|Commission|Institute|School|Faculty|Bureau|Board|Council|Centers?"
    r"|Secretariat|Directorate) (?:of|for) "
)
_AND_MORE = re.compile(r"(?:,\s(\w[\w-]+))?,?\sand\s(\w[\w-]+)(?:\s(\w[\w-]+))?")
_OF = re.compile(r" of (?=\w+[ -])")
# "of" before a name of several words: "Oakland Athletics of Major League Baseball", where a list knows that.
_OF_LISTED = re.compile(r"(?<=\w{3}) of (?:the )?(?=(\w+ .+))")
# What may stand between two bodies: a possessive ending (group 1), "and" or "for" (group 2).
_SEAM = re.compile(r"(['’]s) (?=\S)| (?:and|(for the|for)) (?:the )?")


def apart(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Part two bodies that have a name of their own: "Alphabet Inc's" and "Google", "Congress and the Senate".

    So too a body and the person whose it is: "Future Movement" and "Omar Hadid" of "Future Movement of Omar Hadid".
    """
    here = {f.text for f in found if f.kind == "ORG"}
    out = []
    for f in found:
        m = _seam(f.text, here) if f.kind == "ORG" else None
        if f.kind == "ORG" and " of " in f.text and (of := _leader(f.text)):
            out.append(Found(f.start, f.start + of.start(), "ORG", f.text[: of.start()]))
            out.append(Found(f.start + of.end(), f.end, "PER", f.text[of.end() :]))
        elif m:
            out.append(Found(f.start, f.start + m.start(), "ORG", f.text[: m.start()]))
            out.append(Found(f.start + m.end(), f.end, "ORG", f.text[m.end() :]))
        else:
            out.append(f)
    return out


def _seam(name: str, here: set[str]) -> re.Match[str] | None:
    """Return what stands between two bodies of one name, when both are bodies by themselves."""
    if " " not in name:
        return None
    listed = load().organizations
    if (m := _OF_LISTED.search(name)) and m[1] in listed and name not in listed and " " in name[: m.start()]:
        return m
    for m in _SEAM.finditer(name):
        left, right = name[: m.start()], name[m.end() :]
        known = left in listed or left in here
        if m[2]:  # "Folketing for the Justice Party"
            if known and right.rsplit(" ", 1)[-1] in word_set("sure last words"):
                return m
            continue
        if known and (m[1] or right in listed or right in here):
            return m
        if _owner(left, right) if m[1] else _complete(left, right):
            return m
    return None


def _leader(name: str) -> re.Match[str] | None:
    """Return " of " before the given and family name of a person, when the words before it are a body's."""
    for m in _OF.finditer(name):
        head, person = name[: m.start()].rsplit(" ", 1), name[m.end() :].split(" ")
        if len(head) == 2 and head[1] in word_set("led") and 1 < len(person) < 4:
            first, last = flags(person[0]), flags(person[-1])
            known = "g" in first and not set(first + ("" if "f" in last else last)) & set("hpqxlo")
            return m if (known or not set(first + last) - set("gf")) and person[-1].istitle() else None
    return None


def _owner(left: str, right: str) -> bool:
    """Tell whether a name before a possessive ending is a body's: "Northwind Bank", "Institute of Trade"."""
    words = left.split(" ")
    if len(words) > 1 and set(flags(words[-1])) & set("hl") and words[-1] not in ("People", "United"):
        return True
    return len(words) > 2 and any(w in word_set("sure first words") for w in words) and right[0].isupper()


def _complete(left: str, right: str) -> bool:
    """Tell whether the words before "and" are a whole name: "Alder Bank", "TUC", but not "Ministry of Trade"."""
    if left.isupper() and left.isalpha() and len(left) > 2:
        return right.isupper() or right.rsplit(" ", 1)[-1] in word_set("sure last words")
    words = left.split(" ")
    if len(words) < 2 or words[-1] not in word_set("whole"):
        return False
    return not {"of", "for"}.intersection(words) or bool(set(flags(right.rsplit(" ", 1)[-1])) & set("hol"))


def and_more(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take in what a body looks after besides: "Ministry of Trade" and "and Ports"."""
    out: list[Found] = []
    for i, f in enumerate(found):
        if out and out[-1].end > f.start:
            continue
        end = _more_end(text, f.end) if f.kind == "ORG" and _OFFICE.match(f.text) else f.end
        if end > f.end and not any(g.start < end and _stands_alone(g) for g in found[i + 1 : i + 4]):
            out.append(Found(f.start, end, "ORG", text[f.start : end]))
        else:
            out.append(f)
    return out


def _stands_alone(f: Found) -> bool:
    """Tell whether a name is one by itself, and not the second thing that a body looks after."""
    if f.kind != "ORG" or " " in f.text:
        return f.kind in ("PER", "ORG")
    return f.text.isupper() or "o" in flags(f.text)


def _more_end(text: str, start: int) -> int:
    """Return where ", Trade and Home Affairs" ends, which begins at a place; the place itself when it is none."""
    m = _AND_MORE.match(text, start)
    if not m or not m[2][0].isupper() or (m[1] and not m[1][0].isupper()):
        return start
    return m.end() if m[3] and m[3][0].isupper() else m.end(2)
