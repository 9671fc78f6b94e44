"""Rules that find more of the name of a body, or a body, in the words around a name."""

from __future__ import annotations

import re

from newsmodel._names._found import Found, covered, full_words, instead, merged
from newsmodel._names._lexicon import flags, word_set
from newsmodel._names._runs import run_before
from newsmodel._names._tokens import Lines

__all__ = ["by_head", "incorporated", "listed", "owners", "partners", "shops"]

_SHOP = re.compile(r" ?['’ʼ]s\s(\w\w+)(?:\s(\w\w+))?")
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
_LEGAL = re.compile(r", (?:Inc|Ltd|Corp|LLC|LLP|L\.L\.C|L\.P|PLC)\b\.?")
_LAST_WORD = re.compile(r"(?<![\w'’-])[^\W\d_]\w{3,}$")
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
    return instead(found, added)


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
