"""What stands beside a picture in a small box of the two: its caption, whatever the box is called."""

from __future__ import annotations

from newsmodel._html.credits import ends_in_credit
from newsmodel._html.page import Box, Line
from newsmodel._html.verdict import HEADINGS, MEDIA, Verdict

__all__ = ["pair"]

_MOST = 3  # lines of a box of a picture and what is written about it
_LEVELS = 3  # boxes around a picture among which that box is
_SHORTEST, _LONGEST = 12, 400  # characters of a caption
_TOLD = 40  # and of one that may be the label of a gallery
# What is furniture for its place or words alone, or as part of a gallery, may be one.
_OPEN = frozenset({"", "credit", "gallery", "video", "other", "photo"})
_PICTURES = frozenset({"img", "amp-img"})
_FILES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")


def pair(verdicts: list[Verdict]) -> None:
    """Judge the lines that stand in one small box with a picture, or right below one and end in a credit.

    The verdicts are those of all lines of the region.
    """
    first = verdicts[0].line.index if verdicts else 0
    for at in [at for at, v in enumerate(verdicts[:-1]) if v.line.tag in _PICTURES]:
        verdict, below = verdicts[at], verdicts[at + 1]
        line = verdict.line
        if below.role == "caption" or not below.line.text or not (verdict.role == "media" or verdict.kind in _OPEN):
            continue
        if _is_credited(below):
            told = [below]
        elif (box := _shared(line, below.line)) is None or _leads_elsewhere(line):
            continue
        else:
            told = verdicts[below.line.index - first : box.end - first]
            if not all(map(_may_tell, told)):
                continue
        for v in told:
            v.role, v.kind = "caption", ""
        verdict.role, verdict.kind = "media", ""


def _is_credited(verdict: Verdict) -> bool:
    """Tell whether a line right below a picture ends in a credit: text that does not is text."""
    line = verdict.line
    if len(line.text) > _LONGEST:
        return False
    open_ = verdict.role == "text" or (verdict.role == "furniture" and verdict.kind in _OPEN)
    return open_ and 2 * line.linked < len(line.text) and ends_in_credit(line.text)


def _shared(picture: Line, below: Line) -> Box | None:
    """Return the small box that holds a picture, what is right below it and no other picture."""
    box: Box | None = picture.box
    for _ in range(_LEVELS):
        if box is None or box.start < picture.index:
            return None
        if box.end > below.index:
            return box if box.end - picture.index <= _MOST else None
        box = box.parent
    return None


def _may_tell(verdict: Verdict) -> bool:
    """Tell whether furniture beside a picture may be its caption: no link, no heading, no label of a gallery."""
    line, size = verdict.line, len(verdict.line.text)
    if verdict.role != "furniture" or verdict.kind not in _OPEN or line.linked:
        return False
    least = _TOLD if verdict.kind == "gallery" and line.tag != "figcaption" else _SHORTEST
    return least <= size <= _LONGEST and line.tag not in HEADINGS and line.tag not in MEDIA


def _leads_elsewhere(picture: Line) -> bool:
    """Tell whether a picture is a link to anything but a larger one: it is of a card."""
    el = picture.el.getparent()
    for _ in range(_LEVELS):
        if el is None:
            return False
        if el.tag == "a":
            href = (el.get("href") or "").partition("?")[0].lower()
            return bool(href) and not href.endswith(_FILES) and not href.startswith("#")
        el = el.getparent()
    return False
