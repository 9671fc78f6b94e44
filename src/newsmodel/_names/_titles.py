"""Titles and affiliations of people, read from the words around their names."""

from __future__ import annotations

import re
from functools import cache

from attrs import define

from newsmodel._names import _lexicon
from newsmodel._names._apposition import behind, in_front, roles
from newsmodel._names._found import Found
from newsmodel._names._glosses import Glosses
from newsmodel._names._lexicon import word_set

__all__ = ["NOTHING", "About", "about"]

_WORD = re.compile(r"\S+")
_LEADS = re.compile(
    r",\s+who\s+(?:\w+\s+)?(?:heads|leads|chairs|runs|headed|led|chaired|ran|founded|owns|represents|directs|manages|works\s+for|plays\s+for)\s+(?:the\s+)?"
)
_LINK = re.compile(
    r"\s+(?:of|for|at|with|in|from|to|on|and|behind)\s+(?:(?:the|an?|its|his|her|their)\s+)?(?:[a-z-]+(?:['’]s)?\s+|[A-Z][\w'’]*-[a-z]+\s+){0,4}"
)
_REACH = 90  # how far before a name its title may begin, in characters
_MARKS = "\"“‘'(—–-"  # may stand before a word of a title
_OF = re.compile(r",?\s+(?:of|from|at|with|for)\s+(?:the\s+)?")
# No conjunction parts the two: "the Alder Trust and Lord Tull".
_HAS_ORG = re.compile(r"(?:['’]s?)?\s+(?:(?!(?:and|or|but|as|when|while|that|said|says|told)\s)[a-z-]+\s+){0,3}")


@define
class About:
    """What the text says of a person at one mention."""

    title: str | None
    rank: int
    """0 for an office, 1 for what an apposition says, 2 for a form of courtesy, 3 for nothing."""
    body: int | None
    """Number of the organization's name among the names found; None when there is none."""


NOTHING = About(None, 3, None)


@cache
def _titles() -> frozenset[str]:
    return frozenset(w.lower() for w in _lexicon.load().titles)


def about(text: str, found: list[Found], i: int, glosses: Glosses | None = None) -> About:
    """Read title and affiliation of the person whose mention is ``found[i]``.

    ``glosses`` are those of the language, when that is not English.
    """
    title, begin, rank = _before(text, found[i - 1].end if i else 0, found[i].start, glosses)
    body = _body_before(text, found, i, begin)
    after, after_body = _after(text, found, i, glosses)
    if title is None and after is None and after_body is None and text.endswith(", ", 0, found[i].start):
        after, after_body = _in_front(text, found, i, glosses)
    body = after_body if body is None else body
    if title is None and after is None and body is None:  # as most
        return NOTHING
    if title is None or (rank == 2 and after is not None):
        title, rank = (after, 1) if after is not None else (title, rank if title else 3)
    return About(title, rank, body)


def _before(text: str, least: int, start: int, glosses: Glosses | None) -> tuple[str | None, int, int]:
    """Return the title that stands directly before a name, where it begins, and its rank."""
    if start == least or not text[start - 1].isspace() or text[start - 2] == ",":
        return None, start, 3
    low = max(start - _REACH, least)
    low = text.rfind("\n", low, start) + 1 or low
    if start == low or not _may_be_title(text, low, start, glosses):
        return None, start, 3
    parts = list(_WORD.finditer(text, low, start))
    at, core = len(parts), False
    titles, known = _titles(), roles()
    while at:
        written = parts[at - 1].group()
        word = written.lstrip(_MARKS)
        plain = glosses.of(word).lower() if glosses else word.lower()
        if (word[:1].isupper() and (plain in titles or (plain in known and not core))) or (
            word.islower() and plain in known
        ):
            core = True
        elif not core and at > 2 and word[:1].isupper() and parts[at - 2].group() == "of":
            if parts[at - 3].group().lower() not in known and parts[at - 3].group().lower() not in titles:
                break
            core, at = True, at - 2
        elif not (plain in word_set("modifiers") and core) or (written == "under" and parts[at].group()[0].isupper()):
            break  # "the ministry, under Secretary Rex Tull"
        at -= 1
        if word != written:
            break
    if not core:
        return None, start, 3
    begin = parts[at].start() + len(parts[at].group()) - len(parts[at].group().lstrip(_MARKS))
    title = " ".join(text[begin:start].split())
    english = glosses.of(title) if glosses else title
    return title, begin, 2 if english.lower() in word_set("courtesy") else 0


def _may_be_title(text: str, low: int, start: int, glosses: Glosses | None) -> bool:
    """Tell whether the last word before a name is of a title, or names its body as in "Secretary of State"."""
    words = text[low:start].rsplit(None, 2)
    if not words:
        return False
    word = words[-1].lstrip(_MARKS)
    plain = glosses.of(word).lower() if glosses else word.lower()
    return plain in _titles() or plain in roles() or (len(words) > 1 and words[-2] == "of" and word[:1].isupper())


def _body_before(text: str, found: list[Found], i: int, begin: int) -> int | None:
    """Return the organization that stands before a title: "Northwind Bank chief executive", "head of Larkspur, "."""
    if not i or found[i - 1].kind != "ORG":
        return None
    gap = text[found[i - 1].end : begin]
    if begin < found[i].start and _HAS_ORG.fullmatch(gap):
        return i - 1
    return None


def _after(text: str, found: list[Found], i: int, glosses: Glosses | None) -> tuple[str | None, int | None]:
    """Return what an apposition after a name says: title, and number of the organization."""
    end = found[i].end
    next_org = i + 1 if i + 1 < len(found) and found[i + 1].kind == "ORG" else None
    if next_org is not None:
        gap = text[end : found[next_org].start]
        gap = glosses.english(gap) if glosses else gap
        if _OF.fullmatch(gap) or _LEADS.fullmatch(gap):
            return None, next_org
        if gap.strip() == "(" and text[found[next_org].end : found[next_org].end + 1] == ")":
            return None, next_org
    role = behind(text, end, glosses)
    if role is None or next_org is None:
        return role.title if role else None, None
    org = found[next_org]
    if org.start >= role.end:
        gap = text[role.end : org.start]
        if glosses:  # "Fraktionschefin der Grünen" has an article alone
            gap = (
                glosses.english(gap).replace(" the ", " of the ") if len(gap) <= len(" der ") else glosses.english(gap)
            )
        return role.title, next_org if _LINK.fullmatch(gap) else None
    return role.title, next_org if role.phrase <= org.start else None


def _in_front(text: str, found: list[Found], i: int, glosses: Glosses | None) -> tuple[str | None, int | None]:
    """Return what a phrase before a name says, which a comma parts from it: title, and number of the organization."""
    org = i - 1 if i and found[i - 1].kind == "ORG" else None
    before = i - 1 if org is None else i - 2
    low = max(text.rfind("\n", 0, found[i].start) + 1, found[before].end if before >= 0 else 0)
    role = in_front(text, low, found[i].start, found[i].end, glosses)
    if role is None or org is None:
        return role.title if role else None, None
    named = found[org]
    owns = named.end <= role.start and _HAS_ORG.fullmatch(text, named.end, role.start)
    return role.title, org if owns or named.end == found[i].start - len(", ") else None
