"""Of which kind of furniture a line is: by its words, or by a shape that needs no language."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from newsmodel._furniture.phrases import Phrases, Table, known
from newsmodel._furniture.words import (
    DIGIT,
    FIRST_UNSPACED,
    MAX_CHARS,
    first_of,
    has_unspaced,
    normalize,
    uncounted,
    words_of,
)

__all__ = ["is_date", "kind_of"]

_MOST_CHARS: Final = 600

_LEGAL: Final = frozenset({"cookie", "advertisement", "copyright"})
"""Kinds that longer lines, up to so many characters, may be of by how they begin."""

_MAX_WORDS = 32

# A mark, or a dash between blanks; it begins with a class of characters so that the search can skip to one of them.
_LABEL_END = re.compile(r"[:：|»›▶►→–—-](?:(?<![–—-])|(?<=\s[–—-])\s)")

_QUOTED = frozenset("\"“„«»‘'「『")

# Shapes that need no language.
_COPYRIGHT = re.compile(r"\W{0,3}(?:©|℗|\(c\)\s*(?:19|20)\d\d|copyright\b)", re.IGNORECASE)

_COPYRIGHT_YEAR = re.compile(r"©\s*(?:19|20)\d\d|\b(?:19|20)\d\d\s*©")

_ADDRESS = re.compile(r"^\W*(?:(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+)\W*$")

_HASHTAGS = re.compile(r"^[#@][\w.]+(?:[\s,|·]+[#@][\w.]+)*\W*$")

_AGENCY_CREDIT = re.compile(
    r"\b(?:AP|AFP|EPA|EFE|dpa|APA|REUTERS|Reuters|Getty|Imago|IMAGO|ANSA|PAP|TASS)(?: ?(?:Photo|Images|Foto))? ?/ ?\w"
    r"|\w ?/ ?(?:AP|AFP|EPA|EFE|dpa|APA|REUTERS|Reuters|Getty|Imago|IMAGO|ANSA|PAP|TASS)\b"
)

_NUMERIC_DATE = re.compile(r"\b(?:\d{1,2}[./-] ?\d{1,2}[./-] ?(?:\d{2}){1,2}|\d{4}[./-]\d{1,2}[./-]\d{1,2})\b")

_CLOCK = re.compile(r"\W*\d{1,2}[:.]\d{2}\W*")

_CJK_DATE = re.compile(
    r"(?:[\d\s:./,()（）【】\[\]：|-]|年|月|日|時|时|点|點|分|秒|前|更新|公開|発表|配信|投稿|発行|掲載|发布|發布|发表|時間|时间|于"
    r"|星期.|周.|[月火水木金土日]曜日?|上午|下午|午前|午後|년|월|일|시|분|초|전|[월화수목금토일]요일|오전|오후|입력|수정|등록|승인|송고|게재|최종|작성)+"
)


@lru_cache(maxsize=1024)  # a parser asks for a line more than once, and pages repeat their lines
def kind_of(line: str, *, near: bool = False, whole: bool = False) -> str | None:
    """Return the kind of furniture that a line is, or None when its words and shape do not say.

    With ``near`` the caller knows that furniture is to be expected (after the last paragraph, beside other furniture),
    and one weak word is enough. With ``whole`` only phrases that make up the whole line count, for places such as the
    top of an article where "Watch: ..." may begin a headline.
    """
    if len(line) > MAX_CHARS:
        return None if whole or len(line) > _MOST_CHARS else _legal(line[:MAX_CHARS])
    text = " ".join(words_of(line))
    if not text:
        return None
    has_digits = DIGIT.search(line) is not None
    if has_digits:
        text = uncounted(text)
    phrases, first = known(), first_of(text)
    kind = phrases.whole.match(text, 0, first)
    if kind is None and has_digits and _begins_date(first, phrases) and is_date(line):
        kind = "date"
    if kind is None and not whole:
        kind = _shape(line) or _label(line, phrases) or _by_words(line, text, phrases)
        if kind is None and near:
            kind = _inside(text, phrases.weak)
    return kind


def _legal(beginning: str) -> str | None:
    """Return the kind of a long line that says what the law wants said: of cookies, payment or copyright."""
    kind = _by_words(beginning, normalize(beginning), known())
    return kind if kind in _LEGAL else None


def _begins_date(first: str, phrases: Phrases) -> bool:
    """Tell whether the first word of a line is a number or a word of the calendar, as far as words are parted."""
    return first in phrases.dates or first[0].isdigit() or first >= FIRST_UNSPACED


def is_date(line: str) -> bool:
    """Return whether a line is nothing but a date or time: numbers and words of the calendar in any language."""
    if len(line) > 120 or not DIGIT.search(line):
        return False
    if has_unspaced(line):
        return _CJK_DATE.fullmatch(line) is not None
    words = words_of(line)
    named = [w for w in words if not w[0].isdigit()]
    dates = known().dates
    if any(w not in dates for w in named):
        return False
    if named:
        return len(words) > 2
    return _NUMERIC_DATE.search(line) is not None or _CLOCK.fullmatch(line) is not None


def _shape(line: str) -> str | None:
    if _COPYRIGHT.match(line) or ("©" in line and _COPYRIGHT_YEAR.search(line)):
        return "copyright"
    if ("." in line or "@" in line) and _ADDRESS.match(line):
        return "contact"
    if line[0] in "#@" and _HASHTAGS.match(line):
        return "tags"
    if "/" in line and len(line) < 120 and _AGENCY_CREDIT.search(line):
        return "credit"
    return None


def _label(line: str, phrases: Phrases) -> str | None:
    """Return the kind of the words before the first colon, bar or dash, when they are a label."""
    found = _LABEL_END.search(line, 0, 60)
    if found is None:
        return None
    label = normalize(line[: found.start()])
    return phrases.labels.match(label, 0, first_of(label)) if label else None


def _by_words(line: str, text: str, phrases: Phrases) -> str | None:
    kind = phrases.begin.match(text, 0, first_of(text))
    if kind is None and line.lstrip()[:1] not in _QUOTED:
        kind = _inside(text, phrases.inside)
    return kind


def _inside(text: str, table: Table) -> str | None:
    """Return the kind of the first phrase of a table that stands anywhere in a normalized text."""
    entries = table.entries
    words = text.split(" ", _MAX_WORDS)[:_MAX_WORDS]
    if not entries.keys().isdisjoint(words):
        at = 0
        for word in words:
            if word in entries and (kind := table.match(text, at, word)):
                return kind
            at += len(word) + 1
    if has_unspaced(text):
        for at in range(len(text) - 1):
            first = text[at : at + 2]
            if first in table.entries and (kind := table.match(text, at, first)):
                return kind
    return None
