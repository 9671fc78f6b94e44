"""A page that newsmodel wrote as the tree of the own JSON again, short of what its data block holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NoReturn

from newsmodel._formats._html_write import HEADER
from newsmodel._html.tree import Element
from newsmodel._model import MAX_LIST_DEPTH
from newsmodel.errors import FormatError

__all__ = ["body"]

Node = dict[str, Any]


def body(article: Element) -> Node:
    """Return what the elements of an article say."""
    tree: Node = {}
    header = article.find("header")
    for child in header if header is not None else ():
        name = "headline" if child.tag == "h1" else child.get("class")
        if child.tag == "figure":
            tree["lead_image"] = _figure(child)
        elif name in HEADER:
            tree[name] = _text(child)
        elif name in ("published", "modified") and len(child):
            tree[name] = child[0].get("datetime")
    sections = _sections(child for child in article if child is not header)
    return tree | ({"sections": sections} if sections else {})


def _sections(elements: Iterable[Element]) -> list[Node]:
    """Return the sections: headings and marked rules begin one, and so does the first block."""
    found: list[Node] = []
    for child in elements:
        if child.tag in _HEADINGS:
            found.append({"heading": _text(child), "level": int(child.tag[1])})
        elif child.tag == "hr":
            found.append({})
        elif child.tag in _BLOCKS:
            if not found:
                found.append({})
            found[-1].setdefault("blocks", []).append(_BLOCKS[child.tag](child))
        else:
            _strange(child)
    return found


def _strange(element: Element) -> NoReturn:
    hint = "read a page that was changed with parse_html"
    raise FormatError(f"a <{element.tag!s:.20}> stands where newsmodel writes none", hint=hint)


def _text(element: Element) -> str:
    """Return the text of an element; `br` is a line break."""
    return "".join(t for t, _ in _pieces(element))


def _pieces(element: Element) -> list[tuple[str, Element | None]]:
    """Return the stretches of text below an element, each with the link that it stands in."""
    found: list[tuple[str, Element | None]] = []
    stack: list[tuple[Element, bool, Element | None]] = [(element, False, None)]
    while stack:
        node, left, link = stack.pop()
        if left:
            found.append((node.tail or "", link))
            continue
        found.append(("\n" if node.tag == "br" else node.text or "", inner := node if node.tag == "a" else link))
        for child in reversed(node):
            if child.tag in ("ul", "ol"):  # of a list item: they are items of their own
                continue
            stack += [(child, True, inner), (child, False, inner)]
    return found


def _paragraph(element: Element) -> Node:
    texts: list[str] = []
    links: list[Node] = []
    at, last = 0, None
    for text, link in _pieces(element):
        texts.append(text)
        if link is not None:
            if link is not last:
                links.append({"span": {"start": at, "end": at}, "url": link.get("href")})
            links[-1]["span"]["end"] = at + len(text)
            last = link
        at += len(text)
    node: Node = {"type": "paragraph", "text": "".join(texts)}
    return node | ({"links": links} if links else {})


def _untagged(element: Element) -> Node:
    node = _paragraph(element)
    del node["type"]
    return node


def _list(element: Element, depth: int = 1) -> Node:
    if depth > MAX_LIST_DEPTH:
        raise FormatError(f"lists are nested deeper than {MAX_LIST_DEPTH} levels")
    items: list[Node] = []
    for item in element:
        if item.tag != "li":
            _strange(item)
        paragraph = _paragraph(item)
        if paragraph["text"]:
            items.append(paragraph)
        items += [_list(child, depth + 1) for child in item if child.tag in ("ul", "ol")]
    node: Node = {"type": "list", "items": items}
    return node | ({"ordered": True} if element.tag == "ol" else {})


def _quotation(element: Element) -> Node:
    node: Node = {"type": "blockquote", "paragraphs": [_untagged(p) for p in element.findall("p")]}
    cite = element.find("footer/cite")
    return node | ({"attribution": _text(cite)} if cite is not None else {})


def _pull(element: Element) -> Node:
    quotation = element.find("blockquote")
    return _quotation(quotation) | {"pull": True} if quotation is not None else _strange(element)


def _figure(element: Element) -> Node:
    """Return a figure without its type: the lead image has none."""
    node: Node = {}
    image, caption, credit = (element.find(path) for path in _FIGURE)
    if image is not None:
        node |= {key: image.get(name) for key, name in (("url", "src"), ("alt", "alt")) if image.get(name) is not None}
    if caption is not None:
        node["caption"] = _untagged(caption)
    return node | ({"credit": _text(credit)} if credit is not None else {})


_FIGURE = ("img", "figcaption/span[@class='caption']", "figcaption/small[@class='credit']")


def _picture(element: Element) -> Node:
    return {"type": "embed"} if element.get("class") == "embed" else {"type": "figure", **_figure(element)}


def _table(element: Element) -> Node:
    node: Node = {"type": "table", "rows": [[_text(cell) for cell in row] for row in element.findall("tbody/tr")]}
    header, caption = element.find("thead/tr"), element.find("caption")
    if header is not None:
        node["header"] = [_text(cell) for cell in header]
    return node | ({"caption": _text(caption)} if caption is not None else {})


_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})

_BLOCKS = {
    "p": _paragraph,
    "ul": _list,
    "ol": _list,
    "blockquote": _quotation,
    "aside": _pull,
    "figure": _picture,
    "table": _table,
}
