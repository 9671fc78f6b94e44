"""A body as wires carry it in one string, HTML or plain text, as sections of the own JSON: all of it is the article."""

from __future__ import annotations

import re
from typing import Any

from newsmodel._formats._cast import Cast
from newsmodel._formats._copy import Reader, sections
from newsmodel._formats._copy_flow import lines
from newsmodel._formats._copy_loose import gather
from newsmodel._html.decode import Decoded
from newsmodel._html.hostile import flatten, tame
from newsmodel._html.tree import is_cut, parse

__all__ = ["body"]

_TAG = re.compile(r"<(?:/?[A-Za-z][A-Za-z0-9:]*(?:\s[^<>]*)?/?|!--[^<>]*--)>")


def body(text: str, cast: Cast, *, is_html: bool = False) -> list[dict[str, Any]]:
    """Return the sections of a body; text without tags is laid out by lines, unless it is said to be HTML."""
    if not is_html and not _TAG.search(text):
        found = lines(text)
        return [{"blocks": found}] if found else []
    data = tame(Decoded(text.encode("utf-8", "replace"), "utf-8")).data
    root = parse(data)
    if is_cut(root):
        root = parse(flatten(data))
    gather(root)
    return sections(root, Reader(cast))
