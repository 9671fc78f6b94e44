"""Rules that find more of the name of a body, or a body, in the words around a name."""

from __future__ import annotations

import re

from newsmodel._names._bodies import abbreviates
from newsmodel._names._found import Found, covered, full_words, merged
from newsmodel._names._lexicon import flags, load, word_set
from newsmodel._names._runs import run_before
from newsmodel._names._tokens import Lines

__all__ = [
    "and_more",
    "apart",
    "bracketed",
    "by_head",
    "incorporated",
    "listed",
    "owners",
    "partners",
    "shops",
    "spelled_out",
    "spelled_small",
]

_SHOP = re.compile(r" ?['’ʼ]s\s(\w\w+)(?:\s(\w\w+))?")
_OFFICE = re.compile(
    r"(?:Ministry|Department|Office|Committee|Commission|Institute|School|Faculty|Bureau|Board|Council|Centers?"
    r"|Secretariat|Directorate) (?:of|for) "
)
_AND_MORE = re.compile(r"(?:,\s(\w[\w-]+))?,?\sand\s(\w[\w-]+)(?:\s(\w[\w-]+))?")
_LISTED = re.compile(r"(?:^|[\n.,] ?)([^\W\d_]\w+), $")
_AND = re.compile(r",? (?:and )?(\w)")
_OF_FIRMS = re.compile(
    r"(?:['’]s)? (?:board|shares?|stock|chief e\w+|C[EFO]O|chairman|profits?|earnings|revenues?|employees|investors"
    r"|shareholders|subsidiary|headquarters|spokes\w+)\b"
)
# The same of a word that was taken for a person: only what nobody has alone.
_OF_A_FIRM = re.compile(
    r"(?:['’]s)? (?:board|chief \w+ officer|chief e\w+|C[EFO]O|chairman|chairwoman|subsidiary|headquarters"
    r"|shareholders)\b"
)
# What stands between the one word of a body's name and the name of who has a post there: "Orvale president Ann Lee".
_POST_IN_ONE = re.compile(
    r" (?:(?:vice[ -]|co-|ex-)?(?:president|chairman|chairwoman|chairperson|chair|captain|striker|midfielder|goalkeeper"
    r"|defender|winger|forward)|chief executive|CEO) ([^\W\d_])[^\W\d_]+ ([^\W\d_])"
)
# Begun with letters, it is searched for fastest; the text has one kind of apostrophe.
_OWNED = re.compile(r"'s (?:board|chief \w+|chairman|chairwoman|headquarters|shareholders)\b")
# Two words on both sides of "&", but not "(Lee & Webb, 2014)" or "Ann Lee & Tom Webb". What stands before them is
# looked at behind their first letter: so it is searched for faster.
_PARTNERS = re.compile(r"([A-ZÀ-Þ](?<=[a-z.,] .)[a-zß-ÿ]+) & ([A-ZÀ-Þ][a-zß-ÿ]+)(?![\w'’-]|,? [\d(A-ZÀ-Þ])")
_LETTERS = re.compile(r" \(([A-Z][A-Za-z]{0,5}[A-Z])\)")
_LEGAL = re.compile(r", (?:Inc|Ltd|Corp|LLC|LLP|L\.L\.C|L\.P|PLC)\b\.?")
_LAST_WORD = re.compile(r"(?<![\w'’-])[^\W\d_]\w{3,}$")
_OF = re.compile(r" of (?=\w+[ -])")
# "of" before a name of several words: "Oakland Athletics of Major League Baseball", where a list knows that.
_OF_LISTED = re.compile(r"(?<=\w{3}) of (?:the )?(?=(\w+ .+))")
# What may stand between two bodies: a possessive ending (group 1), "and" or "for" (group 2).
_SEAM = re.compile(r"(['’]s) (?=\S)| (?:and|(for the|for)) (?:the )?")
_KINDS = ("PER", "ORG")
_REACH = 60  # how far before a name to look, in characters


def by_head(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take for a body what a word such as "Front" or "Partido" makes one, whatever else it was taken for."""
    out, first_words = [], word_set("sure first words")
    firms = {f.text for f in found if f.kind == "PER" and _has_board(text, f)}
    if firms:
        firms -= full_words(found)
    for f in found:
        if f.kind not in ("LOC", "MISC"):
            is_firm = f.kind == "PER" and ((f.text in firms and _has_board(text, f)) or _begins_as_firm(f.text))
            out.append(f.of_kind("ORG") if is_firm else f)
            continue
        parts = f.text.split(" ")
        k = next((k for k, w in enumerate(parts[:-1]) if w in first_words), -1) if len(parts) > 1 else -1
        if k >= 0:
            k = next((i for i in range(k) if "n" not in flags(parts[i])), k)
            start = f.start + len(" ".join(parts[:k])) + (k > 0)
            out.append(Found(start, f.end, "ORG", text[start : f.end]))
        else:
            out.append(f.of_kind("ORG") if _ends_so(text, f, parts) else f)
    return out


def _ends_so(text: str, f: Found, parts: list[str]) -> bool:
    """Tell whether the last word of a name, or what follows a name of one word, makes it a body."""
    return parts[-1] in word_set("sure last words") if len(parts) > 1 else _is_firm(text, f)


def _has_board(text: str, f: Found) -> bool:
    """Tell whether an unknown word taken for a person has what only firms have, or somebody has a post in it."""
    if _OF_A_FIRM.match(text, f.end):
        return not flags(f.text)
    if " " in f.text or not (m := _POST_IN_ONE.match(text, f.end)):
        return False
    return m[1][0].isupper() and m[2].isupper() and not set(flags(f.text)) - set("fgu")


def _begins_as_firm(name: str) -> bool:
    """Tell whether a name begins with letters that stand before those of firms and clubs: "PT Batu Sela", "FK Orva"."""
    return name[1:2].isupper() and name.partition(" ")[0] in word_set("letters before firms")


def _is_firm(text: str, f: Found) -> bool:
    """Tell whether an unknown word has what firms have: a board, shares, a chief executive."""
    return bool(_OF_FIRMS.match(text, f.end)) and not set(flags(f.text)) & set("pndcx")


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


def incorporated(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take for one body a name and its legal form after a comma: "Ashlar Freight, Inc."."""
    begins = {f.end: f.start for f in found}
    firms: list[Found] = []
    for m in _LEGAL.finditer(text):
        start = begins.get(m.start(), -1)
        start = start if start >= 0 else _unfound(text, m.start())
        if start < m.start() and not (firms and start < firms[-1].end):
            firms.append(Found(start, m.end(), "ORG", text[start : m.end()]))
    if not firms:
        return found
    taken = covered(text, firms)
    return merged([f for f in found if not any(taken[f.start : f.end])], firms)


def _unfound(text: str, end: int) -> int:
    """Return where the capitalised words begin that end at a place; the place itself when one of them is a month."""
    low = max(0, end - _REACH, text.rfind("\n", 0, end) + 1)
    start = run_before(text, low, end)
    of = text.rfind(" of ", start, end)
    start = start if of < 0 else of + 4
    return end if any("d" in flags(word) for word in text[start:end].split()) else start


def listed(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take for a body a strange word in a list of bodies: the first of "Amberline, Quorn and Orvion Foods"."""
    free, added = None, []
    for f in found:
        if f.kind == "ORG" and text[f.end : f.end + 1] in (" ", ",") and text[f.start - 2 : f.start] == ", ":
            after = _AND.match(text, f.end)
            m = _LISTED.search(text, max(0, f.start - _REACH), f.start) if after and after[1].isupper() else None
            if m and m[1][0].isupper() and not set(flags(m[1])) - set("o"):
                free = free or covered(text, [f for f in found if f.kind in _KINDS])
                if not free[m.start(1)]:
                    added.append(Found(m.start(1), m.end(1), "ORG", m[1]))
    if not added:
        return found
    gone = {f.start for f in added}
    return merged([f for f in found if f.start not in gone], added)


def shops(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take a single name, its possessive ending and what is theirs for one body: "McAllister's Bakery"."""
    full = full_words(found)
    out: list[Found] = []
    for f in found:
        if out and f.start < out[-1].end:
            continue
        own = " " not in f.text and f.text not in full and (f.kind in _KINDS or "p" not in flags(f.text))
        end = _shop_end(text, f.end) if own and "s " in text[f.end : f.end + 4] else f.end
        out.append(Found(f.start, end, "ORG", text[f.start : end]) if end > f.end else f)
    return out


def _shop_end(text: str, start: int) -> int:
    """Return where "'s Fine Bakery" ends, which begins at a place; the place itself when it is none."""
    m = _SHOP.match(text, start)
    if m and m[1][0].isupper():
        k = 2 if m[2] and m[2][0].isupper() else 1
        if m[k] in word_set("shops"):
            return m.end(k)
    return start


def partners(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take for a body two words on both sides of "&", but not two given names, two places or two common words."""
    free, added = None, []
    for m in _PARTNERS.finditer(text) if " & " in text else ():
        letters = [set(flags(word)) for word in m.groups()]
        if not any(mine & set("cpxdt") or {"g"} == mine & set("gf") for mine in letters):
            free = free or covered(text, [f for f in found if f.kind == "ORG"])
            after_name = text[max(0, m.start() - _REACH) : m.start()].rsplit(maxsplit=1)[-1][0].isupper()
            if not after_name and not any(free[m.start() : m.end()]):
                added.append(Found(m.start(), m.end(), "ORG", m[0]))
    if not added:
        return found
    gone = covered(text, added)
    return merged([f for f in found if not any(gone[f.start : f.end])], added)


def bracketed(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take for a body the letters in brackets after one: "Rural League (RL)", whatever they stand for."""
    free, added = None, []
    for f in found:
        if f.kind == "ORG" and " " in f.text and text.startswith(" (", f.end) and (m := _LETTERS.match(text, f.end)):
            free = free or covered(text, [f for f in found if f.kind in ("PER", "ORG")])
            if not free[m.start(1)] and not set(flags(m[1])) & set("npxd"):
                added.append(Found(m.start(1), m.end(1), "ORG", m[1]))
    if not added:
        return found
    gone = {f.start for f in added}
    return merged([f for f in found if f.start not in gone], added)


def spelled_out(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take for a body what stands before its acronym in brackets, when the letters agree."""
    found = [f for f in found if f.kind in _KINDS]
    short = [f for f in found if f.kind == "ORG" and _is_bracketed(text, f)]
    if not short:
        return found
    free, added = covered(text, found), []
    for f in short:
        low = max(0, f.start - _REACH - 30)
        end = low + len(text[low : f.start - 1].rstrip())
        words = text[run_before(text, low, end) : end].split(" ")
        names = (" ".join(words[k:]) for k in range(len(words)) if words[k] not in ("The", "the"))
        name = next((n for n in names if abbreviates(f.text, n)), None)
        if name and not any(free[end - len(name) : end]):
            added.append(Found(end - len(name), end, "ORG", name))
    return merged(found, added)


def _is_bracketed(text: str, f: Found) -> bool:
    """Tell whether the name of a body is an acronym behind a bracket."""
    return text[f.start - 1 : f.start] == "(" and len(f.text) > 1 and f.text.isupper()


def spelled_small(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Drop an acronym that the text spells out in small letters: "the exclusive economic zone (EEZ)"."""
    gone = set()
    for f in found:
        if f.kind == "ORG" and len(f.text) < 8 and _is_bracketed(text, f):
            words = text[max(0, f.start - _REACH) : f.start - 1].replace("-", " ").split()
            small = [w for w in words[-len(f.text) - 3 :] if w.islower() and w not in word_set("small")]
            spelled = "".join([w[0] for w in small[-len(f.text) :]]).upper() == f.text
            if spelled and "h" not in flags(small[-1].capitalize()) and f.text not in load().organizations:
                gone.add(f.text)
    return [f for f in found if f.text not in gone] if gone else found


def owners(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take for a body an unknown word that has what firms have: "Quorvane's chief economist"."""
    free, added = None, []
    for m in _OWNED.finditer(text):
        low = max(0, m.start() - _REACH)
        word = _LAST_WORD.search(text[low : m.start()])
        if word and word[0][0].isupper() and not flags(word[0]):
            free = free or covered(text, found)
            start = low + word.start()
            if not free[start]:
                added.append(Found(start, m.start(), "ORG", word[0]))
    return merged(found, added)
