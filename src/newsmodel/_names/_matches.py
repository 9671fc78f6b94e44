"""Rules for match reports: a place that plays, wins or stands in a table there is a team."""

from __future__ import annotations

import re

from newsmodel._names._found import Found, among, covered, merged
from newsmodel._names._lexicon import flags, word_set
from newsmodel._names._tokens import Lines

__all__ = ["tables", "teams", "word_before"]

_NAME = r"([^\W\d_a-z][^\d()\n:,]{1,30}?)"
# A row of a table: a team and at least three numbers (marks and fractions too) up to the end of the line. A score: two
# teams, a number after each, and perhaps a remark in brackets.
_ROW = re.compile(_NAME + r"(?: [-+.\d/]+){3,12}$")
_SCORE = re.compile(_NAME + r" \d{1,3} " + _NAME + r" \d{1,3}(?: \([^()\n]{1,40}\))?$")
_BEFORE = re.compile(r"([\w.]+) (?:the )?$")
_AFTER = re.compile(r" (\w+)")
_DATED = re.compile(r"(?:, [^\W\d_]+\.?)? \d{4}-|\)| *[,(]")
_REACH = 24  # code points; as far back as the word before a name is looked for


def teams(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take for a team, in a match report, a place that plays ("against Fiji", "Fiji lost") or whose team is named."""
    report = [(line.start, line.end) for line in lines if line.kind == "m"]
    if not report:
        return found
    full = {f.text for f in found if f.kind == "ORG" and " " in f.text}
    cities = {name.rsplit(" ", 1)[0] for name in full}
    alone = set(report)
    named: list[Found] = []
    for f in found:
        plays = f.kind == "LOC" and among(f, report) and ((f.start, f.end) in alone or _plays(text, f, cities))
        side = f.kind == "LOC" and named and named[-1].kind == "ORG" and text[named[-1].end : f.start] == " and "
        named.append(f.of_kind("ORG") if plays or side else f)
    return _headed(lines, named, full)


def _headed(lines: Lines, found: list[Found], full: set[str]) -> list[Found]:
    """Name the teams of the report in its headline in capitals too, whole or by the last word of their names."""
    known = {f.text.lower() for f in found if f.kind == "ORG" and " " not in f.text}
    known |= {last.lower() for name in full if not {"c", "h"} <= set(flags(last := name.rsplit(" ", 1)[1]))}
    loud = [line for line in lines if line.kind == "c"]
    added = [
        Found(line.place(i), line.place(i) + len(word), "ORG", word)
        for line in loud
        for i, word in enumerate(line.words[2:-2], 2)
        if len(word) > 3 and word.lower() in known
    ]
    taken = {place for f in added for place in range(f.start, f.end)}
    return merged([f for f in found if taken.isdisjoint(range(f.start, f.end))], added)


def _plays(text: str, f: Found, cities: set[str]) -> bool:
    """Tell whether the word before or after a place is one of matches, or a team of that city is named elsewhere."""
    word = word_before(text, f)
    if word in word_set("against") or (f.text in cities and not _is_where(text, f)):
        return True
    after = _AFTER.match(text, f.end)
    return after is not None and word not in word_set("placed") and after[1].lower() in word_set("played")


def _is_where(text: str, f: Found) -> bool:
    """Tell whether something happens at a place: "in Fiji", "At Fiji", "FIJI 1996-05-01"."""
    return word_before(text, f) in word_set("placed") or bool(_DATED.match(text, f.end))


def word_before(text: str, f: Found) -> str:
    """Return the word before a name in small letters; an empty one where a line begins."""
    before = _BEFORE.search(text, max(0, f.start - _REACH), f.start)
    return before[1].lower() if before else ""


def tables(text: str, lines: Lines, found: list[Found]) -> list[Found]:
    """Take for teams, in a match report, what stands before the numbers of a table and of a score."""
    if not any(line.kind == "m" for line in lines):
        return found
    added = []
    for line in lines:
        if line.kind == "s":
            row = _SCORE.match(text, line.start, line.end) or _ROW.match(text, line.start, line.end)
            spans = [row.span(k) for k in range(1, (row.lastindex or 0) + 1)] if row else []
            added += [Found(a, b, "ORG", text[a:b]) for a, b in spans if not _is_person(text[a:b])]
    gone = covered(text, added) if added else b""
    return merged([f for f in found if not any(gone[f.start : f.end])], added)


def _is_person(name: str) -> bool:
    """Tell whether a name begins with a given name and ends with a family name that is no place's."""
    first, _, last = name.rpartition(" ")
    return bool(first) and "g" in flags(first.split(" ")[0]) and not set(flags(last)) & set("hopq")
