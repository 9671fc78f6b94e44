"""A body as wires carry it in one string, HTML or plain text, as sections of the own JSON: all of it is the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsmodel._formats._cast import Cast
from newsmodel._formats._copy import BLOCKS, Reader, lines, opened, sections
from newsmodel._formats._xml import Element, local
from newsmodel._html.tree import parse

__all__ = ["body"]

_TAG = re.compile(r"<(?:/?[A-Za-z][A-Za-z0-9:]*(?:\s[^<>]*)?/?|!--[^<>]*--)>")


def body(text: str, cast: Cast, *, is_html: bool = False) -> list[dict[str, Any]]:
    """Return the sections of a body; text without tags is laid out by lines, unless it is said to be HTML."""
    if not is_html and not _TAG.search(text):
        found = lines(text)
        return [{"blocks": found}] if found else []
    root = parse(text.encode("utf-8", "replace"))
    return sections(_blocks(root), Reader(cast))


def _blocks(root: Element) -> Iterator[Element]:
    """Yield the blocks of a body; text that stands loose among them is made a paragraph."""
    for group in [root, *root.iter("body", "div", "section", "article", "main")]:
        _wrap(group)
    yield from opened(root)


def _wrap(group: Element) -> None:
    """Put stretches of loose text and inline elements into paragraphs; a line break twice parts them."""
    if not (group.text or "").strip() and all(local(c) in BLOCKS and not (c.tail or "").strip() for c in group):
        return
    children = list(group)
    paragraph: Element | None = None
    if (group.text or "").strip():
        paragraph = group.makeelement("p")
        paragraph.text, group.text = group.text, None
        group.insert(0, paragraph)
    for i, child in enumerate(children):
        if local(child) in BLOCKS:
            paragraph = None
            if (child.tail or "").strip():
                paragraph = group.makeelement("p")
                paragraph.text, child.tail = child.tail, None
                child.addnext(paragraph)
        elif local(child) == "br" and i + 1 < len(children) and _breaks(child, children[i + 1]):
            rest, paragraph = child.tail, None
            group.remove(child)
            if (rest or "").strip():
                paragraph = group.makeelement("p")
                paragraph.text = rest
                children[i + 1].addprevious(paragraph)
        else:
            if paragraph is None:
                paragraph = group.makeelement("p")
                child.addprevious(paragraph)
            paragraph.append(child)


def _breaks(first: Element, second: Element) -> bool:
    return local(second) == "br" and not (first.tail or "").strip()
