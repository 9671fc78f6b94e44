"""The dateline: place, agency and date before the first sentence, in the manner of agencies."""

from __future__ import annotations

import re

from newsmodel._text import shape

__all__ = ["cut"]

_REACH = 110
_DASH = re.compile(r"\s*(?:\s[-–—]{1,2}|[–—]{1,2}|--|\s[-–—]{1,2}|\)\s?[-–—:])\s+")
_AGENCY = re.compile(r"\([^()]{2,40}\)")
_BRACKETED = re.compile(r"【([^【】]{2,40})】")
_CHINESE = re.compile(r"(\S{2,6}社\S{1,12}?\d{1,2}月\d{1,2}日电)[\s　]")
_KOREAN = re.compile(r"(\([^()]{2,30}=[^()]{2,20}\)(?:\s[가-힣]{2,5}\s?(?:기자|특파원))?)\s*=\s*")
_PLACE_WORD = re.compile(r"[\w.'’/-]+,?")
_MONTHS_OR_SMALL = re.compile(r"[\d.]+|[a-zà-ÿа-яё]{1,4}\.?,?|\w{3,9}\.?,?")


def cut(text: str) -> tuple[str, str] | None:
    """Return the dateline that begins a paragraph and the rest, or None when there is none."""
    for pattern in (_BRACKETED, _CHINESE, _KOREAN):
        if (m := pattern.match(text)) and text[m.end() :].strip():
            return (m[1] if pattern is not _BRACKETED else m[0]).strip(), text[m.end() :].strip()
    start = text[:_REACH]
    m = _DASH.search(start)
    if m is None or m.end() >= len(text):
        return None
    bracket = start[m.start()] == ")"
    head = start[: m.start() + bracket].strip()
    rest = text[m.end() :].strip()
    if not head or not rest or not (_is_agency_style(head) or _is_capital_style(head)):
        return None
    return (head, rest) if not shape.begins_lower(rest) else None


def _is_agency_style(head: str) -> bool:
    """Tell whether words are a place (and a date) with an agency in brackets: "Valmere (Northwire)"."""
    agency = _AGENCY.search(head)
    if agency is None or head.count("(") != 1:
        return False
    place = head[: agency.start()].strip()
    after = head[agency.end() :].strip(" ,")
    return _is_place(place) and len(after) < 24 and len(place) < 60


def _is_place(place: str) -> bool:
    words = place.split()
    if not words:
        return True
    if len(words) > 9 or not (words[0][0].isupper() or shape.is_unspaced(place)):
        return False
    return not shape.ends_sentence(place) and all(_PLACE_WORD.fullmatch(w) for w in words)


def _is_capital_style(head: str) -> bool:
    """Tell whether words are a place in capitals, a date perhaps behind it: "NEW YORK, May 5"."""
    words = head.split()
    if not 1 <= len(words) <= 8 or not _is_place(head):
        return False
    place = 0
    while place < len(words) and words[place].isupper() and any(map(str.isalpha, words[place])):
        place += 1
    if place == 0 or sum(map(str.isalpha, "".join(words[:place]))) < 3:
        return False
    tail = words[place:]
    return not tail or (words[place - 1][-1] == "," and all(map(_MONTHS_OR_SMALL.fullmatch, tail)))
