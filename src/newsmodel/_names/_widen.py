"""Rules that find more of a name, or another name, in the words around one."""

from __future__ import annotations

import re

from newsmodel._names._bodies import abbreviates
from newsmodel._names._features import flags
from newsmodel._names._found import Found, among, covered, merged
from newsmodel._names._lexicon import load, word_set
from newsmodel._names._tokens import UPPER, Line

__all__ = ["and_more", "apart", "by_head", "known_as", "listed", "shops", "spelled_out", "widen"]

# A capitalised word (al-Sadr too), with inner hyphens and apostrophes but without a possessive ending; a run of them.
_CAPITAL = rf"(?:[^\W\d_]{{1,3}}(?=[-'’]?[{UPPER}])[-'’]?)?[{UPPER}][^\W_]*(?:[-‐‑'’&](?![sS]\b)[^\W_]+)*"
_RUN = rf"{_CAPITAL}(?:\s(?:(?:of|de|del|la|al|van|von|bin|for|and)\s)?{_CAPITAL})*"
_BEFORE_BRACKET = re.compile(rf"({_RUN})\s*\(\s*$")
_KNOWN_AS = re.compile(rf",?\s+(?:also\s+|better\s+)?known\s+as\s+(?:the\s+)?[\"“‘']?({_RUN})")
_OR = re.compile(rf",\s+or\s+(?:the\s+)?({_RUN})(?=,)")
_PARTNERS = re.compile(rf"(?:[{UPPER}][\w'’-]+,\s)+$")
_SHOP = re.compile(rf"['’ʼ]s\s(?:[{UPPER}]\w+\s)?([{UPPER}]\w+)")
_OFFICE = re.compile(
    r"(?:Ministry|Department|Office|Committee|Commission|Institute|School|Faculty|Bureau|Board|Council|Centers?"
    r"|Secretariat|Directorate) (?:of|for) "
)
_AND_MORE = re.compile(rf"(?:,\s[{UPPER}][\w-]+)?,?\sand\s[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?")
_NEXT = re.compile(rf" ([{UPPER}]\w+)(?![\w'’])")
_PARTICLE = re.compile(r" (?:y|da|de|do|dos|das|del|di|van|von|der|bin|ibn|al|el) ")
_AND_MOTHER = re.compile(rf" y ([{UPPER}]\w+)")
_STATE = re.compile(r"(?:U\.S\.|US|U\.N\.|UN) $")
_LISTED = re.compile(rf"(?:^|[\n.,] ?)([{UPPER}]\w+), $")
_AND = re.compile(rf",? (?:and )?[{UPPER}]")
_POSSESSIVE = re.compile(r"['’]s (?=\S)")
_REACH = 60  # how far before a name to look, in characters


def widen(text: str, lines: list[Line], found: list[Found]) -> list[Found]:
    """Take in what belongs to a name: "Abu" before it, a second family name after "y", partners before "& Co."."""
    out: list[Found] = []
    titles = [(line.starts[2], line.starts[-1]) for line in lines if line.kind == "t"]
    tails = {tail.rsplit(" ", 1)[-1]: tail for f in found if f.kind == "PER" and (tail := _tail(f.text))}
    for f in found:
        last = out[-1] if out else None
        if last and f.start < last.end:
            continue
        low = max(last.end if last else 0, f.start - _REACH, text.rfind("\n", 0, f.start) + 1)
        start, end = f.start, f.end
        if f.kind == "PER" and not among(f, titles):
            start, end = _person_start(text, f, last, low), _person_end(text, f)
            if start == f.start and f.text in tails:
                start = _tail_start(text, f, tails[f.text], low)
        elif f.kind == "ORG" and "&" in f.text and " " not in f.text[: f.text.index("&")].strip():
            start = _firm_start(text, f, last, low)
        elif f.kind == "ORG" and " " in f.text and (m := _STATE.search(text, max(low, f.start - 5), f.start)):
            start = m.start()
        if last and start < last.end:
            out.pop()
        out.append(f if end - start == f.end - f.start else Found(start, end, f.kind, text[start:end]))
    return out


def _person_start(text: str, f: Found, last: Found | None, low: int) -> int:
    if last and last.kind == "PER" and _PARTICLE.fullmatch(text, last.end, f.start):
        return last.start
    start, words = f.start, text[low : f.start].split(" ")
    if not words[-1]:
        words.pop()
        while words and _joins(words[-1], text[start : f.end]):
            start -= len(words.pop()) + 1
    return start


def _tail(name: str) -> str:
    """Return the family name of a full one when it begins with a small word: "van der Zwaan"."""
    words = name.split(" ")
    k = next((k for k, w in enumerate(words) if k and w.islower()), 0)
    return " ".join(words[k:]) if k else ""


def _tail_start(text: str, f: Found, tail: str, low: int) -> int:
    start = f.end - len(tail)
    return start if start >= low and text[start : f.end].lower() == tail.lower() else f.start


def _person_end(text: str, f: Found) -> int:
    if (m := _AND_MOTHER.match(text, f.end)) and "f" in flags(m[1]):
        return m.end()
    m = _NEXT.match(text, f.end) if " " not in f.text else None
    return m.end() if m and _is_strange(m[1]) and ("g" in flags(f.text) or not f.text.isascii()) else f.end


def _firm_start(text: str, f: Found, last: Found | None, low: int) -> int:
    if last and last.kind == "PER" and " " not in last.text and text[last.end : f.start] == ", ":
        return last.start
    m = _PARTNERS.search(text[low : f.start])
    return low + m.start() if m else f.start


def _joins(word: str, name: str) -> bool:
    """Tell whether a word before a person's name belongs to it: "Abu", an initial, a given name."""
    if word in word_set("left-joins") or (len(word) == 2 and word[0].isupper() and word[1] == "."):
        return True
    return _is_strange(word) and not name.isupper() and (" " not in name or "g" in flags(word) or not word.isascii())


def _is_strange(word: str) -> bool:
    """Tell whether a word is capitalised and stands in no list, but perhaps in those of people's names."""
    written = word[:1].isupper() and word[1:].islower() and word.isalpha()
    return bool(written) and not set(flags(word)) - set("gf") and not word.endswith(("ing", "ed", "ly", "s"))


def by_head(text: str, lines: list[Line], found: list[Found]) -> list[Found]:
    """Take for a body what a word such as "Front" or "Partido" makes one, whatever else it was taken for."""
    out, last_words, first_words = [], word_set("sure last words"), word_set("sure first words")
    for f in found:
        parts = f.text.split(" ")
        k = next((k for k, w in enumerate(parts[:-1]) if w in first_words), -1)
        if f.kind in ("LOC", "MISC") and k >= 0:
            start = f.start + len(" ".join(parts[:k])) + (k > 0)
            out.append(Found(start, f.end, "ORG", text[start : f.end]))
        elif f.kind in ("LOC", "MISC") and len(parts) > 1 and parts[-1] in last_words:
            out.append(f._replace(kind="ORG"))
        else:
            out.append(f)
    return out


def apart(text: str, lines: list[Line], found: list[Found]) -> list[Found]:
    """Part a body from what belongs to it when both have a name of their own: "Alphabet Inc's" and "Google"."""
    out = []
    for f in found:
        m = _POSSESSIVE.search(f.text) if f.kind == "ORG" else None
        owner = f.text[: m.start()] if m else ""
        if m and (owner in load().organizations or (" " in owner and set(flags(owner.rsplit(" ", 1)[-1])) & set("hl"))):
            out.append(Found(f.start, f.start + m.start(), "ORG", owner))
            out.append(Found(f.start + m.end(), f.end, "ORG", f.text[m.end() :]))
        else:
            out.append(f)
    return out


def and_more(text: str, lines: list[Line], found: list[Found]) -> list[Found]:
    """Take in what a body looks after besides: "Ministry of Trade" and "and Ports"."""
    out: list[Found] = []
    for i, f in enumerate(found):
        if out and out[-1].end > f.start:
            continue
        m = _AND_MORE.match(text, f.end) if f.kind == "ORG" and _OFFICE.match(f.text) else None
        if m and not any(g.start < m.end() and g.kind in ("PER", "ORG") for g in found[i + 1 : i + 4]):
            out.append(Found(f.start, m.end(), "ORG", text[f.start : m.end()]))
        else:
            out.append(f)
    return out


def listed(text: str, lines: list[Line], found: list[Found]) -> list[Found]:
    """Take for a body a strange word in a list of bodies: the first of "Amberline, Quorn and Orvion Foods"."""
    free, added = covered(text, [f for f in found if f.kind in ("PER", "ORG")]), []
    for f in found:
        if f.kind == "ORG" and _AND.match(text, f.end):
            low = max(0, f.start - _REACH)
            m = _LISTED.search(text, low, f.start)
            if m and not free[m.start(1)] and not set(flags(m[1])) - set("o"):
                added.append(Found(m.start(1), m.end(1), "ORG", m[1]))
    gone = {f.start for f in added}
    return merged([f for f in found if f.start not in gone], added)


def shops(text: str, lines: list[Line], found: list[Found]) -> list[Found]:
    """Take a single name, its possessive ending and what is theirs for one body: "McAllister's Bakery"."""
    full = {w for f in found if f.kind == "PER" and " " in f.text for w in f.text.split()}
    out: list[Found] = []
    for f in found:
        if out and f.start < out[-1].end:
            continue
        own = f.kind in ("PER", "ORG") and " " not in f.text and f.text not in full
        m = _SHOP.match(text, f.end) if own else None
        if m and m[1] in word_set("shops"):
            out.append(Found(f.start, m.end(), "ORG", text[f.start : m.end()]))
        else:
            out.append(f)
    return out


def spelled_out(text: str, lines: list[Line], found: list[Found]) -> list[Found]:
    """Take for a body what stands before its acronym in brackets, when the letters agree."""
    free, added = covered(text, [f for f in found if f.kind in ("PER", "ORG")]), []
    for f in found:
        if f.kind != "ORG" or len(f.text) < 2 or not f.text.isupper() or text[f.start - 1 : f.start] != "(":
            continue
        low = max(0, f.start - _REACH - 30)
        if m := _BEFORE_BRACKET.search(text[low : f.start]):
            end = low + m.end(1)
            words = m[1].split(" ")
            names = (" ".join(words[k:]) for k in range(len(words)))
            name = next((n for n in names if abbreviates(f.text, n)), None)
            if name and not any(free[end - len(name) : end]):
                added.append(Found(end - len(name), end, "ORG", name))
    return merged([f for f in found if f.kind in ("PER", "ORG")], added)


def known_as(text: str, lines: list[Line], found: list[Found]) -> list[Found]:
    """Take for a name what "known as" gives a person or body, or "or" a body of several words."""
    found = [f for f in found if f.kind in ("PER", "ORG")]
    free = covered(text, found)
    seen = [(f, _KNOWN_AS.match(text, f.end)) for f in found]
    seen += [(f, _OR.match(text, f.end)) for f in found if f.kind == "ORG" and " " in f.text]
    added = [Found(m.start(1), m.end(1), f.kind, m[1]) for f, m in seen if m and not any(free[m.start(1) : m.end(1)])]
    return merged(found, added)
