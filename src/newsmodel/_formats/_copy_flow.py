"""Running text in marked-up copy, NITF or HTML: which elements are part of it, and the text of those."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any

from lxml import etree

from newsmodel._formats._flow import Flow
from newsmodel._formats._xml import Element, local

__all__ = [
    "BLOCKS",
    "GROUPS",
    "HEADINGS",
    "LISTS",
    "SILENT",
    "flow",
    "is_section",
    "laid_out",
    "lines",
    "opened",
    "words",
]

Node = dict[str, Any]

_MARKED = frozenset({"a", "q", "person", "org", "span"})
LISTS = frozenset({"ol", "ul", "dl", "menu"})
GROUPS = frozenset({
    "note", "fn", "body.head", "body.content", "body.end", "block", "section", "div", "article", "main", "header",
    "footer", "aside", "html", "body", "center", "nav", "form", "details", "address", "fieldset", "hgroup", "dialog",
    "search", "hedline",
})  # fmt: skip
"""Elements that do no more than hold others."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TEXTS = HEADINGS | {"p", "hl1", "hl2", "credit", "tagline", "figcaption", "summary"}
# Parts of lists, tables and forms. Where they stand alone, each is a text of its own.
_PARTS_OF_BLOCKS = frozenset({
    "li", "dt", "dd", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "legend", "option", "optgroup",
    "media-caption", "media-producer",
})  # fmt: skip
BLOCKS = LISTS | GROUPS | _TEXTS | _PARTS_OF_BLOCKS | {
    "table", "nitf-table", "media", "figure", "img", "bq", "blockquote", "pre", "hr",
}  # fmt: skip
"""Elements that are no part of a running text."""

SILENT = frozenset({
    "script", "style", "template", "noscript", "svg", "iframe", "head", "title", "media-object",
})  # fmt: skip
"""Elements whose text is not to be read."""

# Parts of a byline or a dateline that are statements of their own.
_STATEMENTS = frozenset({"byttl", "city", "state", "region", "country"})


def words(element: Element | None, skip: tuple[str, ...] = ()) -> str | None:
    """Return the text of an element on collapsed white space, paragraphs joined by a space; None when it has none."""
    if element is None:
        return None
    return flow(element, skip=frozenset(skip), blocks=True).text() or None


def flow(
    element: Element, *, skip: frozenset[str] = frozenset(), taken: Container[Element] = (), blocks: bool = False
) -> Flow:
    """Return the text of an element with what is marked in it; blocks inside it are left out unless wanted."""
    found = Flow()
    if not len(element):
        found.add(element.text)
        return found
    leave = skip | SILENT if blocks else skip | SILENT | BLOCKS
    walk = etree.iterwalk(element, events=("start", "end"))
    skipped: Element | None = None
    for event, node in walk:
        name = local(node)
        if event == "start":
            if node is not element and (name in leave or (taken and node in taken)):
                walk.skip_subtree()
                skipped = node
                if name in BLOCKS:
                    found.leave_out(node)
                continue
            if blocks and name in BLOCKS:
                found.add(" ")
            if name in _STATEMENTS and node is not element:
                found.part()
            if name == "br":
                found.break_line()
            if name in _MARKED and node is not element:
                found.open(node)
            found.add(node.text)
        elif node is not element:
            if node is not skipped and name in _MARKED:
                found.close()
            found.add(node.tail)
    return found


def opened(element: Element, taken: Container[Element] = ()) -> Iterator[Element]:
    """Yield the blocks below an element in order; those that only group are opened, marked sections are told first."""
    stack = [iter(element)]
    while stack:
        for child in stack[-1]:
            if taken and child in taken:
                continue
            if local(child) in GROUPS:
                if is_section(child):
                    yield child
                stack.append(iter(child))
                break
            yield child
        else:
            stack.pop()


def is_section(element: Element) -> bool:
    """Tell what newsmodel writes where a section begins; rules and blocks of others may part anything."""
    name, mark = local(element), element.get("class")
    return mark == "section" and name in ("block", "hr")


def lines(text: str) -> list[Node]:
    """Return the paragraphs of plain text: blank lines part them, and every line is one where there are none."""
    found = _stretches(text)
    if len(found) == 1:
        return [{"type": "paragraph", "text": line} for line in found[0]]
    return [{"type": "paragraph", "text": " ".join(held)} for held in found if held]


def laid_out(element: Element) -> list[Node]:
    """Return the paragraphs of text whose line breaks mean something."""
    found = _stretches("".join(str(t) for t in element.itertext()))
    return [{"type": "paragraph", "text": "\n".join(held)} for held in found if held]


def _stretches(text: str) -> list[list[str]]:
    """Return the lines of a text, parted where there are blank ones."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        held = " ".join(line.split())
        if held:
            found[-1].append(held)
        elif found[-1]:
            found.append([])
    return found
