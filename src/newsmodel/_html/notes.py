"""The last lines of an article that are no part of its text: credits, and notes on who helped or where to write."""

from __future__ import annotations

import re

from newsmodel._furniture import MAX_CHARS, kind_of
from newsmodel._html.data import table
from newsmodel._html.flow import flat
from newsmodel._html.page import BREAK, Line
from newsmodel._html.region import length
from newsmodel._html.verdict import LABELLED, STOPS, TALK, Verdict

__all__ = ["is_contact", "notes"]

_HERE = frozenset(table("here.txt")["here"])
_DIGIT = re.compile(r"\d")
# "jane.roe@courier.example" or "@jroe".
_ADDRESS = re.compile(r"[\w.]@[\w-]+\.\w|(?:^|[\s(])@\w")
# Fewer short lines are no credits, and a role stands before the name of which no more is linked.
_FEWEST_CREDITS, _LINKED = 3, 0.8
# A note below the article is shorter than this.
_NOTE = 200
_SIGNATURE = 60  # characters of a name and a date
_LIFE = 400  # characters that tell who the author is
_REMARK = "※"  # begins a note in Japanese and Korean
# A line of nothing else parts two passages.
_ORNAMENT = "_-–—=*•·~# " + BREAK


def notes(verdicts: list[Verdict], authors: tuple[str, ...] = ()) -> None:
    """Judge the last lines of an article from the end up."""
    texts = [v for v in verdicts if v.role == "text"]
    # The page's only row of stars or strokes sets off the paragraph below it when that is the last.
    end = max(0, len(texts) - 2)
    rows = [i for i, verdict in enumerate(texts) if _parts(verdict)]
    if rows and rows[0] >= end:
        for verdict in texts[rows[0] :]:
            verdict.role, verdict.kind = "furniture", kind_of(flat(verdict.line), near=True) or "other"
    else:
        # Agencies type a rule of underscores between the parts of a text, and it is kept with them.
        for row in (row for row in rows if texts[row].line.text[0] != "_"):
            texts[row].role, texts[row].kind = "furniture", "ornament"
    for verdict in _credits(verdicts):
        verdict.role, verdict.kind = "furniture", verdict.kind or "credit"
    for verdict in reversed(texts):
        if verdict.role == "text":
            kind = "author-bio" if _tells_of(authors, verdict.line) else _kind_of_note(verdict.line)
            if kind is None:
                return
            verdict.role, verdict.kind = "furniture", kind


def _tells_of(authors: tuple[str, ...], line: Line) -> bool:
    """Tell whether the last paragraph begins with the name of an author, or is little more than that.

    "Jane Roe reports on the sea.", "(Jane Roe, 3 May 2024)".
    """
    if not authors or len(line.text) > _LIFE:
        return False
    text = line.text.lstrip("([*—– ")
    if not text.startswith(authors):
        return False
    return text[-1] in STOPS or (len(text) <= _SIGNATURE and text[-1] not in '"”»“')


def _parts(verdict: Verdict) -> bool:
    """Tell whether a line is a row of stars or strokes."""
    text = verdict.line.text
    return text[0] in _ORNAMENT and not text.strip(_ORNAMENT)


def _credits(verdicts: list[Verdict]) -> list[Verdict]:
    """Return the last paragraphs when they are credits: short lines, most with the role plain and the name linked."""
    found: list[Verdict] = []
    named = enough = 0
    for verdict in reversed(verdicts):
        line, text = verdict.line, verdict.line.text
        if line.tag != "p":
            if verdict.role == "text":
                break
            continue
        if text[-1] in STOPS or len(text) > TALK * (text.count(BREAK) + 1) or _DIGIT.search(text):
            break
        found.append(verdict)
        named += LABELLED * len(text) < line.linked < _LINKED * len(text)
        if named >= _FEWEST_CREDITS and 2 * named >= len(found):
            enough = len(found)
    return found[:enough]


def _kind_of_note(line: Line) -> str | None:
    """Return what kind of furniture the last paragraph is, or None when it is text."""
    size = length(line.text)
    if line.text[0] == _REMARK:
        return "other"
    if line.tag != "p" or _NOTE < size < MAX_CHARS:
        return None
    kind = kind_of(flat(line))
    if kind == "comments" and size > TALK and "?" in line.text:
        return None  # an author may end by asking what readers think
    if kind is None and size <= TALK and len(line.anchors) == 1 and _says_here(line):
        return "related"
    if kind is None and size <= _NOTE and "@" in line.text and _ADDRESS.search(line.text):
        return "contact"
    return kind


def is_contact(text: str) -> bool:
    """Tell whether a text is no more than a name and an address: "Jane Roe, jane.roe@courier.example"."""
    return len(text) <= TALK and "@" in text and text[-1] not in STOPS and bool(_ADDRESS.search(text))


def _says_here(line: Line) -> bool:
    """Tell whether the only link of a line says no more than "here", and ends it."""
    start, end, _ = line.anchors[0]
    words = "".join(line.parts[start:end]).strip().casefold()
    return words in _HERE and not any(map(str.isalnum, "".join(line.parts[end:])))
