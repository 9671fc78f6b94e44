"""Quotation marks: a state machine over each paragraph that yields the stretches between them.

Which mark closes is chosen by the one that opened, so every style may stand in one text. A mark too many or too few
costs its own paragraph at most: what is left open ends with the paragraph, and runs on only where the next one opens
again or closes what it did not open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import define

__all__ = ["BLOCK", "Stretch", "stretches", "whole"]


BLOCK: Final = "¶"
"""Stands for the mark of a stretch that is a whole block quote."""


@define
class Stretch:
    """Words between quotation marks; nested ones belong to the outer. Never changed."""

    start: int
    """Where it begins, the opening mark included."""
    end: int
    """Where it ends, the closing mark included."""
    first: int
    """Where the words begin: without mark and white space."""
    last: int
    """Where the words end, exclusive."""
    left_open: bool
    """True when the paragraph ends before a mark closes it."""
    resumed: bool
    """True when it runs on from the paragraph before."""
    mark: str
    """The mark that opened it; empty when it runs on without one."""


# Every mark; two of some are one, two commas only before a letter; an apostrophe between two letters is none. To begin
# with one set of letters is fastest.
_MARK: Final = re.compile(
    r"[\"“”„‟«»‹›'‘’‚`´「」『』<>,]"
    r"(?:(?<![`<>,'’])|(?<=')'|(?<=`)`?|(?<=<)<|(?<=>)>|(?<=,),(?=\w)|(?<=['’])(?!(?<=[^\W_].)[^\W_]))"
)
_CLOSERS: Final = {
    '"': ('"', "”", "“", "''"), "“": ("”", '"', "''"), "„": ("“", "”", '"', "‟", "''"), "‟": ("”", '"', "“"),
    "”": ("”", '"'), "«": ("»", ">>"), "»": ("«", "»"), "<<": (">>", "»"), ">>": ("<<",),
    "''": ("''", '"'), "``": ("''", '"', "``", "”"), ",,": ("''", '"', "“", "”"),
    "‘": ("’", "'", "´"), "’": ("’", "'"), "'": ("'", "’", "´"), "‚": ("‘", "’", "'"), "`": ("'", "’", "´", "`"),
    "´": ("´", "'"), "‹": ("›",), "›": ("‹", "›"), "「": ("」",), "『": ("』",),
}  # fmt: skip
_SURE: Final = frozenset((("“", "”"), ("«", "»"), ("<<", ">>"), ("‹", "›"), ("「", "」"), ("『", "』")))
_SINGLE: Final = frozenset("'‘’‚`´")
_APOSTROPHES: Final = frozenset("'’")
_ONLY_OPEN: Final = frozenset(("„", "‚", "``", ",,", "「", "『"))
_ONLY_CLOSE: Final = frozenset(("」", "』"))
_BEFORE_OPEN: Final = frozenset("([{—–-/…|¿¡\"“„«»‹'‘‚`:,.;>*")
# Short forms that begin with an apostrophe: 'em, '90s, Dutch 's and 't.
_ELISION: Final = re.compile(
    r"(?:\d\ds?|em|til|till|tis|twas|twill|cause|bout|round|neath|n|s|t|k|m|r|d|cos|cuz|gainst)(?!\w)", re.IGNORECASE
)
_DROPPED: Final = re.compile(r"(?:s|in)$", re.IGNORECASE)
_NEAR: Final = 60  # code points within which 'smart locks' is more likely quoted than a plural possessive


def whole(text: str) -> Stretch:
    """Return all of a text as one stretch, as in a block quote that needs no marks."""
    first, last = _trim(text, 0, len(text))
    return Stretch(first, last, first, last, left_open=False, resumed=False, mark=BLOCK)


@define
class _Mark:
    start: int
    end: int
    text: str
    before: str
    after: str

    @property
    def can_open(self) -> bool:
        return (self.before.isspace() or self.before in _BEFORE_OPEN) and not self.after.isspace()

    @property
    def can_close(self) -> bool:
        return not self.before.isspace() and not self.after.isalnum()


class _Frame:
    """An open mark, and what was closed inside it."""

    __slots__ = ("inside", "mark")

    def __init__(self, mark: _Mark) -> None:
        self.mark = mark
        self.inside: list[Stretch] = []


def stretches(texts: Sequence[str]) -> list[list[Stretch]]:
    """Return the quoted stretches of each paragraph, outermost only, in order."""
    found: list[list[Stretch]] = []
    open_mark = ""
    for i, text in enumerate(texts):
        following = texts[i + 1] if i + 1 < len(texts) else ""
        marks = _marks(text)
        here = _pairs(text, marks) if marks and not open_mark else None
        if here is None:
            here = _Machine(text, marks, open_mark, following).run() if marks else []
        found.append(here)
        open_mark = here[-1].mark if here and here[-1].left_open else ""
    return found


def _pairs(text: str, marks: list[_Mark]) -> list[Stretch] | None:
    """Return the stretches where double marks plainly open and close in turn, as in most paragraphs; None elsewhere."""
    found: list[Stretch] = []
    if len(marks) % 2:
        return None
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        if opening.text == "“":
            plain = closing.text == "”" and not opening.before.isalnum()
        else:
            plain = opening.text == closing.text == '"' and opening.can_open and not closing.can_open
            plain = plain and not closing.before.isdigit()
        if not plain:
            return None
        first, last = _trim(text, opening.end, closing.start)
        if first >= last:
            return None
        found.append(Stretch(opening.start, closing.end, first, last, False, False, opening.text))
    return found


class _Machine:
    """The state while one paragraph is read."""

    def __init__(self, text: str, marks: list[_Mark], open_mark: str, following: str) -> None:
        self.text = text
        self.marks = marks
        self.open_mark = open_mark
        self.following = following.lstrip()
        self.frames: list[_Frame] = []
        self.done: list[Stretch] = []
        self.resumes = _begins_with(text, open_mark)
        self.next_close = [] if _SINGLE.isdisjoint([m.text for m in marks]) else self._closers_ahead()

    def run(self) -> list[Stretch]:
        for i, mark in enumerate(self.marks):
            frame = self.frames[-1] if self.frames else None
            if frame and self._closes(i, mark, frame):
                self._close(mark)
            elif self._opens(i, mark, frame):
                self.frames.append(_Frame(mark))
            elif not frame and not self.done and self.open_mark and not self.resumes:
                self._end_of_carried(mark)
        self._end_of_paragraph()
        return self.done

    def _closers_ahead(self) -> list[tuple[int, bool]]:
        """For each mark, the place of the next single one behind it that may close, and whether one surely does."""
        ahead: list[tuple[int, bool]] = [(-1, False)] * len(self.marks)
        place, sure = -1, False
        for i in range(len(self.marks) - 1, -1, -1):
            ahead[i] = (place, sure)
            mark = self.marks[i]
            if mark.text in _SINGLE and mark.can_close:
                place, sure = mark.start, sure or not self._maybe_apostrophe(mark)
            elif mark.text in _SINGLE and mark.can_open:
                sure = False
        return ahead

    def _maybe_apostrophe(self, mark: _Mark) -> bool:
        """Return whether a closing single mark may be the players' or somethin' of the sort."""
        if mark.text not in _APOSTROPHES or not mark.after.isspace():
            return False
        if mark.before.isdigit():
            return True
        following = self.text[mark.end + 1 : mark.end + 2]
        word = self.text[max(0, mark.start - 2) : mark.start]
        return (following.islower() or following.isupper()) and _DROPPED.search(word) is not None

    def _closes(self, i: int, mark: _Mark, frame: _Frame) -> bool:
        opener = frame.mark.text
        if mark.text not in _CLOSERS[opener] or mark.start == frame.mark.end:
            return False
        if mark.text in _SINGLE:
            if not mark.can_close or mark.before.isspace():
                return False
            return not (self._maybe_apostrophe(mark) and self.next_close[i][1])
        if (opener, mark.text) in _SURE:
            return True
        if mark.can_open and (mark.before.isspace() or not mark.can_close):
            return False
        return not (mark.text == '"' and mark.before.isdigit() and self._is_inch(i))

    def _is_inch(self, i: int) -> bool:
        """Return whether a straight mark behind a digit is a measure: the next one closes too."""
        if i + 1 >= len(self.marks):
            return False
        later = self.marks[i + 1]
        return later.text == '"' and not later.before.isspace() and not later.before.isdigit() and later.can_close

    def _opens(self, i: int, mark: _Mark, frame: _Frame | None) -> bool:
        if mark.text in _ONLY_CLOSE or (not mark.after.strip() and mark.text not in ("«", "»", "‹", "“", "„")):
            return False
        if mark.text in _SINGLE:
            return frame is None and self._single_opens(i, mark)
        if mark.text in _ONLY_OPEN:
            return True
        if frame is not None and frame.mark.text in ("「", "『"):
            return False
        if mark.text in ("«", "<<", "“"):
            return mark.text != "“" or mark.can_open or (frame is None and not mark.before.isalnum())
        return mark.can_open and not (mark.text in ("»", ">>") and mark.after.isspace() and not self.resumes)

    def _single_opens(self, i: int, mark: _Mark) -> bool:
        if not mark.can_open or not (mark.after.isalnum() or mark.after in '"“¿¡(…«[$£€'):
            return False
        if mark.text == "’" and mark.before != " " and mark.before != "\n" and mark.start:
            return False
        if _ELISION.match(self.text, mark.end) and not (mark.text == "‘" and self.next_close[i][1]):
            return False
        place, sure = self.next_close[i]
        if sure or (place >= 0 and (mark.text in "‚‘" or place - mark.end <= _NEAR) and mark.text != "’"):
            return True
        return mark.start == 0 and self.following[:1] == mark.text and mark.text in "'‘"

    def _close(self, mark: _Mark) -> None:
        frame = self.frames.pop()
        stretch = self._stretch(frame.mark, mark.start, mark.end)
        if stretch is not None:
            (self.frames[-1].inside if self.frames else self.done).append(stretch)

    def _stretch(self, opener: _Mark, last: int, end: int, *, left_open: bool = False) -> Stretch | None:
        first, last = _trim(self.text, opener.end, last)
        if first >= last:
            return None
        resumed = self.resumes and not self.text[: opener.start].strip()
        return Stretch(opener.start, end, first, last, left_open, resumed, opener.text)

    def _end_of_carried(self, mark: _Mark) -> None:
        """Close what the paragraph before left open, when this one does not open it again but closes it."""
        if mark.text in _CLOSERS[self.open_mark] and mark.can_close and mark.text not in _SINGLE:
            first, last = _trim(self.text, 0, mark.start)
            if first < last:
                self.done.append(Stretch(first, mark.end, first, last, left_open=False, resumed=True, mark=""))
        self.open_mark = ""

    def _end_of_paragraph(self) -> None:
        """Let the innermost open mark run to the end; marks around it were one too many."""
        frames = self.frames
        if not frames:
            return
        while len(frames) > 1 and frames[-1].mark.text != frames[0].mark.text:
            lost = frames.pop()
            frames[-1].inside.extend(lost.inside)
        for frame in frames[:-1]:
            self.done.extend(frame.inside)
        last = frames[-1]
        runs_on = _begins_with(self.following, last.mark.text)
        if not runs_on and (last.mark.text in _SINGLE or any(s.mark == last.mark.text for s in last.inside)):
            self.done.extend(last.inside)
            return
        whole = self._stretch(last.mark, len(self.text), len(self.text), left_open=True)
        if whole is not None:
            self.done.append(whole)


def _marks(text: str) -> list[_Mark]:
    """Return the marks of a text."""
    found = []
    for m in _MARK.finditer(text):
        start, end = m.span()
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        found.append(_Mark(start, end, m[0], before, after))
    return found


def _begins_with(text: str, mark: str) -> bool:
    """Return whether a paragraph opens again what the one before left open; French repeats the closing mark too."""
    start = text.lstrip() if mark else ""
    if not start:
        return False
    if mark == "«":
        return start.startswith(("«", "»"))
    if mark in _SINGLE and (_ELISION.match(start, 1) or start.startswith("''")):
        return False
    return start.startswith(mark)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds without white space at either end."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
