"""Pictures with what is written about them."""

from __future__ import annotations

from collections.abc import Sequence

from newsmodel._html.credits import bare, is_credit, parted
from newsmodel._html.flow import address, flat
from newsmodel._html.names import words
from newsmodel._html.page import Line
from newsmodel._html.text import clean
from newsmodel._html.tree import Element
from newsmodel._model import Figure, Paragraph

__all__ = ["figure", "image_url"]

_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-hi-res-src", "src")
_SETS = ("data-srcset", "srcset")
_NO_PICTURES = frozenset(
    {"logo", "icon", "icons", "avatar", "pixel", "spacer", "emoji", "tracking", "sprite", "placeholder"}
)
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
        if credit is None and len(lines) > 1 and is_credit(line):
            credit = bare(flat(line))
            continue
        text, found = parted(line) if credit is None else (flat(line), None)
        credit = credit or found
        if text:
            texts[text] = None
    return " ".join(texts) or None, credit
