"""Text that stands loose among the blocks of marked-up copy is made a block, so that none is passed over."""

from __future__ import annotations

from newsmodel._formats._copy_flow import BLOCKS, GROUPS, LISTS
from newsmodel._formats._xml import Element, local, sayable

__all__ = ["gather"]

_WRAPPED = GROUPS | LISTS | {"bq", "blockquote", "figure"}
# They say whose words a quotation is: no part of them.
_CREDITS = frozenset({"credit", "footer", "cite"})
_QUOTATIONS = frozenset({"bq", "blockquote"})


def gather(root: Element) -> None:
    """Change a tree so that all text stands in blocks: loose text in paragraphs, in lists as items."""
    blocks = [element for element in root.iter() if local(element) in BLOCKS]
    groups = [root, *(e for e in blocks if e is not root and local(e) in _WRAPPED), *_part_inline(root, blocks)]
    for group in groups:
        name = local(group)
        _wrap(group, "li" if name in LISTS else "p", _CREDITS if name in _QUOTATIONS else frozenset())


def _part_inline(root: Element, blocks: list[Element]) -> set[Element]:
    """Make elements of running text that hold blocks such that group them, and return them."""
    found: set[Element] = set()
    for block in blocks:
        around = block.getparent()
        while around is not None and around is not root and around not in found and local(around) not in BLOCKS:
            found.add(around)
            around = around.getparent()
    for element in found:
        element.tag = "div"
    return found


def _wrap(group: Element, tag: str, apart: frozenset[str]) -> None:
    """Put stretches of loose text and inline elements into elements of their own; a line break twice parts them."""
    if not (group.text or "").strip() and all(_stands(c, apart) and not (c.tail or "").strip() for c in group):
        return
    children = list(group)
    holder: Element | None = None
    if (group.text or "").strip():
        holder = _holder(group, tag, group.text)
        group.text = None
        group.insert(0, holder)
    for i, child in enumerate(children):
        if _stands(child, apart):
            holder = None
            if (child.tail or "").strip():
                holder = _holder(group, tag, child.tail)
                child.tail = None
                child.addnext(holder)
        elif local(child) == "br" and i + 1 < len(children) and _breaks(child, children[i + 1]):
            rest, holder = child.tail, None
            group.remove(child)
            if (rest or "").strip():
                holder = _holder(group, tag, rest)
                children[i + 1].addprevious(holder)
        else:
            if holder is None:
                holder = _holder(group, tag, None)
                child.addprevious(holder)
            holder.append(child)


def _stands(child: Element, apart: frozenset[str]) -> bool:
    name = local(child)
    return name in BLOCKS or name in apart


def _holder(group: Element, tag: str, text: str | None) -> Element:
    """Return a new element with a text; lxml reads controls in one, but takes none of them to be set."""
    holder = group.makeelement(tag)
    holder.text = sayable(text) if text else None
    return holder


def _breaks(first: Element, second: Element) -> bool:
    return local(second) == "br" and not (first.tail or "").strip()
