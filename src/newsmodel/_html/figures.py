"""Pictures with what is written about them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsmodel._html.data import table
from newsmodel._html.flow import address, flat
from newsmodel._html.names import words
from newsmodel._html.page import Line
from newsmodel._html.text import clean
from newsmodel._html.tree import Element
from newsmodel._model import Figure, Paragraph

__all__ = ["figure", "image_url"]

_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-hi-res-src", "src")
_SETS = ("data-srcset", "srcset")
_CREDIT_BOXES = frozenset(
    {"credit", "credits", "copyright", "source", "quelle", "photographer", "author", "attribution"}
)
_NO_PICTURES = frozenset(
    {"logo", "icon", "icons", "avatar", "pixel", "spacer", "emoji", "tracking", "sprite", "placeholder"}
)
# The label of a credit; it ends the caption or stands alone. Bounded, so that no long caption is searched twice.
_CREDIT = re.compile(
    r"(?:^|[\s(\[|,.;–—-])(?:(?:" + "|".join(table("credits.txt")["credit"]) + r")\s{0,2}(?::|by\b|©|/)|©|\(c\))"
    r"\s{0,2}([^:()\[\]]{2,100})[)\]]?\.?$",
    re.IGNORECASE,
)
_MARKS = (":", "/", "©", "by", "(c)")
# Characters at the end of a caption in which its credit stands.
_REACH = 160
# "(Robert Roe / Agency)" at the end of a caption.
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,60}(?:/|via )[^()\[\]]{2,60})[)\]]\.?$")
_SMALL = 60


def image_url(el: Element, base: str | None) -> str | None:
    """Return the address of a picture: the real one where ``src`` is a place-holder."""
    for name in _SOURCES:
        if (found := address(el.get(name), base)) is not None:
            return found
    for name in _SETS:
        first = (el.get(name) or "").strip().split(",")[0].split()
        if first and (found := address(first[0], base)) is not None:
            return found
    return None


def figure(media: Sequence[Line], captions: Sequence[Line], base: str | None) -> Figure | None:
    """Return the Figure made of the pictures and captions that stand together, or None for an ornament."""
    picture = next((line.el for line in media if not _ornament(line.el)), None)
    url = image_url(picture, base) if picture is not None else None
    alt = clean(picture.get("alt") or "") if picture is not None else ""
    caption, credit = _caption(captions)
    if url is None and caption is None:
        return None
    return Figure(url=url, alt=alt or None, caption=Paragraph(caption) if caption else None, credit=credit)


def _ornament(el: Element) -> bool:
    """Tell whether a picture is too small to be one of the article, or named as an ornament."""
    for side in ("width", "height"):
        value = (el.get(side) or "").removesuffix("px")
        if value.isdecimal() and len(value) < 6 and int(value) < _SMALL:
            return True
    return not _NO_PICTURES.isdisjoint(words(f"{el.get('class') or ''} {el.get('id') or ''}"))


def _caption(lines: Sequence[Line]) -> tuple[str | None, str | None]:
    """Return the caption and the credit that lines hold."""
    texts: dict[str, None] = {}
    credit: str | None = None
    for line in lines:
        text = flat(line)
        if credit is None and len(lines) > 1 and not _CREDIT_BOXES.isdisjoint(words(line.box.name)) and len(text) < 150:
            credit = _bare(text)
        else:
            texts[text] = None
    caption = " ".join(texts)
    if credit is None and (found := _credit(caption) or _IN_BRACKETS.search(caption)):
        credit = found.group(1).strip()
        caption = caption[: found.start()].rstrip(" |,;–—-([")
    return caption or None, credit


def _credit(caption: str) -> re.Match[str] | None:
    """Return the credit that ends a caption, label and all; it is looked for only where a mark stands before it."""
    end = caption[-_REACH:].lower()
    if not any(map(end.__contains__, _MARKS)):
        return None
    return _CREDIT.search(caption, max(0, len(caption) - _REACH))


def _bare(text: str) -> str:
    """Return a credit without its label."""
    found = _CREDIT.search(text)
    return found.group(1).strip() if found and found.start() == 0 else text.strip("()[] ") or text
