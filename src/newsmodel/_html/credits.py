"""Who made or owns a picture: behind a label, in an element of its own, or a name at the end of what is written."""

from __future__ import annotations

import re
from itertools import islice

from newsmodel import _byline
from newsmodel._html.data import table
from newsmodel._html.flow import flat
from newsmodel._html.names import words
from newsmodel._html.page import Line
from newsmodel._html.text import clean
from newsmodel._html.tree import texts

__all__ = ["bare", "ends_in_credit", "is_credit", "is_only_credit", "parted"]

_DATA = table("credits.txt")
_LABELS = "|".join(_DATA["credit"])
_WORDS = frozenset(_DATA["credit"])
_BOXES = frozenset(_DATA["box"])
# What may be the label of a credit, up to its mark: to look the word up is far cheaper than to search for all of them.
_MARK = re.compile(
    r"(?:^|[\s(\[|,.;–—-])(?:([^\s:(\[|,.;–—©/-]{2,24})\s{0,2}(?:[:：]|by\b|©|/)|(?:©|\(c\)|fot\.))", re.IGNORECASE
)
# What it stands before: the credit ends the caption.
_REST = re.compile(r"\s{0,2}([^:()\[\]]{2,100})[)\]]?\.?$")
# The label at the start of an element of its own, where a capital behind it is enough.
_LABELLED = re.compile(
    rf"[\s(\[]{{0,2}}(?i:{_LABELS})(?:\s{{0,2}}(?i::|by\b|©|/|\.)\s{{0,2}}|\s(?=[^\W\d_a-zß-ÿ]))(?=.)"
)
# Characters at the end of a caption in which its credit stands.
_REACH = 160
# "(Robert Roe / Agency)" at the end of a caption.
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,60}(?:/|via )[^()\[\]]{2,60})[)\]]\.?$")
# "孟川 摄", "채우석 기자" behind a sentence.
_EASTERN = re.compile(
    r"[\s。！？.(（]([\u4e00-\u9fff·/]{2,16})\s?(?:摄影|攝影|摄|攝|供图|供圖|撮影|提供)[)）]?$"
    r"|[\s.!?]([\uac00-\ud7a3]{2,4}) ?(?:기자|제공)$"
)
_INLINE = ("span", "i", "em", "small", "cite", "b", "strong", "a", "font")
_ELEMENTS = 12  # no more elements of a caption are looked at
_LONGEST, _LONGEST_NAME = 100, 60  # characters of a credit, and of one that nothing but a name is
_SIGN = 40  # characters at the end of an eastern caption in which its credit stands
_STOPS = ".!?…。！？»”’\"'"
_EDGES = "()[] |,;–—-"
_PARTS = re.compile(r"\s*[/|,]\s*")


def parted(line: Line) -> tuple[str, str | None]:
    """Return what a line says of a picture, and its credit, label and all taken away; None when it has none."""
    text = flat(line)
    if credit := _credit(text):
        return _without(text, credit[0]), credit[1]
    if found := _IN_BRACKETS.search(text):
        return _without(text, found.start()), found.group(1).strip()
    if len(line.parts) > 1 and len(line.parts[-1]) <= _LONGEST and (said := _in_element(line, text)):
        return _without(text, len(text) - len(said)), bare(said)
    if text[-1:] > "\u2e80" and (found := _EASTERN.search(text, max(0, len(text) - _SIGN))):
        return _without(text, found.start(1)), found.group(0).strip(" 。！？.(（)）")
    head, stop, name = text.rpartition(". ")
    if stop and len(name) <= _LONGEST_NAME and _byline.is_given(name):
        return head + ".", name
    return text, None


def is_credit(line: Line) -> bool:
    """Tell whether a line that is not the only one about a picture is its credit."""
    text = flat(line)
    if len(text) > _LONGEST:
        return False
    return not _BOXES.isdisjoint(words(line.box.name)) or is_only_credit(text)


def is_only_credit(text: str) -> bool:
    """Tell whether a short text is a credit by its label, or by being a name."""
    return len(text) <= _LONGEST and (_LABELLED.match(text) is not None or _is_name(text))


def ends_in_credit(text: str) -> bool:
    """Tell whether a text ends in a credit with its label: what stands beside a picture is a caption then."""
    return _credit(text) is not None


def bare(text: str) -> str:
    """Return a credit without its label."""
    if label := _LABELLED.match(text):
        return text[label.end() :].strip("()[] ") or text
    found = _credit(text)
    return found[1] if found and not found[0] else text.strip("()[] ") or text


def _credit(text: str) -> tuple[int, str] | None:
    """Return where the credit that ends a text begins, label and all, and the credit without its label."""
    for mark in _MARK.finditer(text, max(0, len(text) - _REACH)):
        if (mark[1] is None or mark[1].lower() in _WORDS) and (rest := _REST.match(text, mark.end())):
            return mark.start(), rest[1].strip()
    return None


def _in_element(line: Line, text: str) -> str | None:
    """Return what the inline element says that ends a line, when it is a credit by its class, its label or a name."""
    for el in islice(line.el.iterdescendants(*_INLINE), _ELEMENTS):
        said = clean("".join(texts(el)))
        if not (0 < len(said) < len(text) and len(said) <= _LONGEST and text.endswith(said)):
            continue
        named = el.tag == "cite" or not _BOXES.isdisjoint(words(f"{el.get('class') or ''} {el.get('id') or ''}"))
        above = text[: -len(said)].rstrip()
        if named or _LABELLED.match(said) or _is_name(said) or (above[-1:] in _STOPS and _byline.may_be_name(said)):
            return said
    return None


def _is_name(text: str) -> bool:
    """Tell whether a text can be nothing but a name, alone or with whom she works for: "Ida Moe / Beacon"."""
    text = text.strip(_EDGES)
    if len(text) > _LONGEST_NAME:
        return False
    name, *rest = _PARTS.split(text)
    return _byline.is_given(name) or (bool(rest) and "/" in text and _byline.is_plain(name))


def _without(text: str, end: int) -> str:
    """Return the part of a text before its credit."""
    return text[:end].rstrip(" |,;–—-([（")
