"""Rules for sports in running text: a place that plays there is a team, and so is what has a plural verb behind it."""

from __future__ import annotations

import re

from newsmodel._names._found import Found, covered, merged
from newsmodel._names._lexicon import flags, word_set
from newsmodel._names._matches import word_before
from newsmodel._names._tokens import Line, Lines

__all__ = ["clubs"]

_AFTER = re.compile(r", who\b| ([a-z][\w-]+)")
# A score and what it was, before the name of the other side: "drew 1-1 at", "a 3-0 home win over", "lost 2-1 to".
_SCORE = re.compile(r"\d[-–]\d+ (?:[a-z]+ ){0,3}(?:at|to|over|against|by|with|from|past) $")
_PLURAL = (" are ", " were ", " have ")
_ARTICLES = ("the ", "The ")
_SURE, _MORE = 2, 2  # cues of sports: so many sure ones, or one of them and so many others
_REACH = 40  # code points


def clubs(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take for teams, in a text of sports, the places that play in it and what it calls "the Potters"."""
    if not _is_of_sports(lines):
        return found
    cities = {f.text.rsplit(" ", 1)[0] for f in found if f.kind == "ORG" and " " in f.text}
    teams = {f.text for f in found if f.kind == "LOC" and (f.text in cities or _plays(text, f))}
    found = [f.of_kind("ORG") if _is_team(text, f, teams) else f for f in found]
    free = covered(text, found)
    return merged(found, [f for line in lines for f in _left_out(text, line, teams) if not any(free[f.start : f.end])])


def _is_of_sports(lines: Lines) -> bool:
    """Tell whether words that only sports have, and some that they have most, stand in a text."""
    here = len(word_set("cues of sports") & lines.words)
    return here >= _SURE or (here > 0 and len(word_set("more cues of sports") & lines.words) >= _MORE)


def _is_team(text: str, f: Found, teams: set[str]) -> bool:
    """Tell whether a name is a team's: a place that plays in the text, or what has a plural verb or article."""
    if f.kind == "ORG":
        return False
    if f.kind == "LOC" and f.text in teams and (not _is_where(text, f) or _has_score(text, f)):
        return True
    if f.kind == "PER" and " " in f.text:
        words = f.text.split(" ")
        if "n" in flags(words[0]) and "g" not in flags(words[0]) and len(words) == 2:
            return word_before(text, f) in word_set("against")
    if text.startswith(_PLURAL, f.end) and not text.endswith(("and ", ", ", "& "), 0, f.start):
        last = f.text.rsplit(" ", 1)[-1]
        return not _is_where(text, f) and "x" not in flags(last) and last not in word_set("plural events")
    return f.text.endswith("s") and " " not in f.text and _is_nickname(text, f.start, f.text)


def _plays(text: str, f: Found) -> bool:
    """Tell whether the words beside a place are those of a match: "beat Norvik", "Norvik striker", "1-1 at Norvik"."""
    if word_before(text, f) in word_set("against") or _has_score(text, f):
        return True
    m = _AFTER.match(text, f.end)
    if not m or _is_where(text, f):
        return False
    return m[1] is None or m[1] in word_set("played") or m[1] in word_set("teams do")


def _is_nickname(text: str, start: int, word: str) -> bool:
    """Tell whether a word behind an article may be what a team is called: "the Potters"."""
    if not text.endswith(_ARTICLES, 0, start) or not word[1:].islower() or len(word) < 5:
        return False
    return not set(flags(word)) & set("dnpx") and word not in word_set("plural events")


def _left_out(text: str, line: Line, teams: set[str]) -> list[Found]:
    """Return the teams of a line of running text that nobody may have taken for a name."""
    if line.kind not in ("n", "m"):
        return []
    words = line.words
    return [
        Found(at, at + len(words[i]), "ORG", words[i])
        for i in line.capitals
        if (words[i] in teams or words[i].endswith("s")) and not words[i + 1][:1].isupper()
        if (at := line.place(i)) and _is_left_out(text, at, words[i], words[i - 1], teams)
    ]


def _is_left_out(text: str, at: int, word: str, before: str, teams: set[str]) -> bool:
    """Tell whether a word is a team of the text, and nothing happens there, or what a team is called."""
    return (word in teams and before.lower() not in word_set("placed")) or _is_nickname(text, at, word)


def _is_where(text: str, f: Found) -> bool:
    """Tell whether the word before a place says that something happens there."""
    return word_before(text, f) in word_set("placed")


def _has_score(text: str, f: Found) -> bool:
    """Tell whether a score stands before a name."""
    return _SCORE.search(text, max(0, f.start - _REACH), f.start) is not None
