"""The kicker: the short label above a headline, in a line of its own or at the start of the heading."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newsmodel._html.page import Box, Line, Page
from newsmodel._html.titles import WORDS, Printed, Title, leads_home, loose, shown

__all__ = ["LONGEST_KICKER", "kicker_above", "kicker_within"]

LONGEST_KICKER = 60
_SHORTEST = 8  # letters of a title that is not told by chance
_KICKER_END = re.compile(r"[\s:|\-–—+/.·•›»]+$")
# Parts of the class names and ids that kickers have.
_KICKER_CLASS = (
    "kicker", "overline", "over-line", "topline", "top-line", "dachzeile", "roofline", "eyebrow", "spitzmarke",
    "oberzeile", "volanta", "occhiello", "surtitre", "antetitulo", "pre-title", "pretitle", "headline-label",
    "headlinelabel", "article-label", "rubrique", "vinjett", "cintillo", "nadtytu",
)  # fmt: skip
_LABEL, _HEADER, _LEVELS = 40, 14, 3  # characters of a kicker, lines of a header, boxes around a headline in it
_CRUMBS = frozenset("»>›|")
_NO_LABELS = frozenset({"li", "button", "nav", "h1", "figcaption"})


def kicker_within(printed: Printed, declared: Mapping[str, Title]) -> tuple[Title, str | None]:
    """Return the heading without the kicker that stands in it, where a declaration parts the two."""
    whole = printed.key
    nothing = Title("", "")
    # Where JSON-LD has the whole heading, a shorter title was cut for search engines.
    shortened = declared.get("title", nothing).key if declared.get("json_ld", nothing).key == whole else None
    for name in ("json_ld", "og"):
        short = declared.get(name, nothing).key
        if len(short) > _SHORTEST and short not in (whole, shortened) and whole.endswith(short):
            cut = _cut(printed.text, len(whole) - len(short))
            kicker = _KICKER_END.sub("", printed.text[:cut])
            rest = printed.text[cut:].strip()
            if kicker and len(kicker) <= LONGEST_KICKER and loose(rest) == short:
                return Title(rest, short), kicker
    return Title(printed.text, whole), None


def _cut(text: str, letters: int) -> int:
    """Return the place in a text after so many letters and digits, and after what separates them from the rest."""
    seen = 0
    for m in WORDS.finditer(text):
        if seen >= letters:
            before = text[: m.start()].rstrip()
            # An opening quotation mark belongs to what follows.
            return len(before) if not text[len(before) : m.start()].strip() else m.start()
        seen += len(loose(m.group()))
    return len(text)


def kicker_above(page: Page, box: Box, key: str, declared: Mapping[str, Title]) -> str | None:
    """Return the short label right above a heading: one whose class says so, or that a declaration joins to it."""
    joined = {t.key.removesuffix(key) for t in declared.values() if t.key != key and t.key.endswith(key)}
    for line in reversed(page.lines[max(0, box.start - 4) : box.start]):
        label = shown(line) if len(line.text) <= LONGEST_KICKER else ""
        if not label:
            continue
        name = f"{line.box.name} {line.box.parent.name if line.box.parent else ''}".lower()
        named = any(map(name.__contains__, _KICKER_CLASS))
        if named or (joined and loose(label) in joined) or _opens_header(line, label, box):
            return _KICKER_END.sub("", label) or None
    return None


def _opens_header(line: Line, label: str, box: Box) -> bool:
    """Tell whether a short line is all that stands above the heading in their box: no date, no sentence."""
    if line.index + 1 != box.start or len(label) > _LABEL or line.tag in _NO_LABELS or not label[0].isalpha():
        return False
    if any(map(str.isdigit, label)) or label[-1] in ".!?…:" or not _CRUMBS.isdisjoint(label):
        return False
    if len(line.anchors) > 1 or leads_home(line):
        return False
    around = box
    for _ in range(_LEVELS):
        if around.parent is None:
            return False
        around = around.parent
        if around.start < box.start:
            # The page itself, or a column of it, begins with its menu.
            return around.start == line.index and (around.tag == "article" or around.end - around.start <= _HEADER)
    return False
