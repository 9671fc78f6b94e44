"""Blocks of NITF copy: paragraphs with quotes, names and links, lists, tables, pictures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from newsmodel._formats._cast import Cast
from newsmodel._formats._flow import Flow, Stretch
from newsmodel._formats._nitf_write import IDS
from newsmodel._formats._xml import Element, local

__all__ = ["Reader", "words"]

Node = dict[str, Any]

_MARKED = frozenset({"a", "q", "person", "org"})
_BLOCKS = frozenset({"p", "hl2", "table", "nitf-table", "media", "ol", "ul", "dl", "bq", "fn", "note", "pre", "hr"})
# Parts of a byline or a dateline that are statements of their own.
_PARTS = frozenset({"byttl", "city", "state", "region", "country"})
_IMAGES = frozenset({"image", "photo", "picture", "graphic", "img", ""})
# The marks that quotes are written between; a `q` may hold them or not.
_MARKS = "\"'“”„‟‘’‚‛«»‹›「」『』＂"


def words(element: Element | None, skip: tuple[str, ...] = ()) -> str | None:
    """Return the text of an element on collapsed white space, paragraphs joined by a space; None when it has none."""
    if element is None:
        return None
    return _flow(element, frozenset(skip), blocks=True).text() or None


def _flow(element: Element, skip: frozenset[str], *, blocks: bool = False) -> Flow:
    """Return the text of an element with what is marked in it; blocks inside it are left out unless wanted."""
    flow = Flow()
    leave = skip if blocks else skip | _BLOCKS
    walk = etree.iterwalk(element, events=("start", "end"))
    skipped: Element | None = None
    for event, node in walk:
        name = local(node)
        if event == "start":
            if node is not element and name in leave:
                walk.skip_subtree()
                skipped = node
                continue
            if blocks and name in _BLOCKS:
                flow.add(" ")
            if name in _PARTS and node is not element:
                flow.part()
            if name == "br":
                flow.break_line()
            if name in _MARKED and node is not element:
                flow.open(node)
            flow.add(node.text)
        elif node is not element:
            if node is not skipped and name in _MARKED:
                flow.close(node)
            flow.add(node.tail)
    return flow


class Reader:
    """Reads blocks, and tells the cast who is named in them."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast

    def blocks(self, element: Element) -> list[Node]:
        """Return the blocks that an element of the copy stands for; none when it says nothing."""
        name = local(element)
        if name in ("ol", "ul", "dl"):
            found = self.listing(element)
            return [found] if found else []
        if name == "bq":
            return self.quotation(element)
        if name == "media":
            return [self.media(element)]
        if name in ("table", "nitf-table"):
            tables = [element] if name == "table" else [t for t in element.iter() if local(t) == "table"]
            return [self.table(t) for t in tables]
        if name == "pre":
            return _lines(element)
        if name in ("note", "fn", "body.content", "block"):
            return [b for child in element for b in self.blocks(child)]
        paragraph = self.paragraph(element)
        return [{"type": "paragraph", **paragraph}] if paragraph and name in ("p", "hl2", "credit", "tagline") else []

    def paragraph(self, element: Element) -> Node | None:
        """Return the text of an element with quotes, mentions and links; None when it has no text."""
        flow = _flow(element, frozenset())
        text = flow.text()
        if not text:
            return None
        node: Node = {"text": text}
        for key, found in (
            ("mentions", self.mentions(text, flow.stretches)),
            ("links", _links(flow.stretches)),
            ("quotes", self.quotes(text, flow.stretches)),
        ):
            if found:
                node[key] = found
        return node

    def mentions(self, text: str, stretches: list[Stretch]) -> list[Node]:
        found = []
        for s in stretches:
            if (name := local(s.element)) in ("person", "org"):
                given = s.element.get("value") if s.element.get("idsrc") == IDS else None
                full = words(s.element, skip=("function", "alt-code")) or text[s.start : s.end]
                end = s.end
                if name == "person" and full.endswith(_POSSESSIVE) and text.endswith(_POSSESSIVE, s.start + 3, end):
                    full, end = full[:-2], end - 2
                entity = self.cast.entity("person" if name == "person" else "organization", full, given)
                if entity is not None:
                    found.append({"span": {"start": s.start, "end": end}, "entity": entity["id"]})
        return found

    def quotes(self, text: str, stretches: list[Stretch]) -> list[Node]:
        found = []
        for s in stretches:
            if local(s.element) == "q":
                start, end = _inside(text, s.start, s.end)
                if start < end:
                    quote: Node = {"text": text[start:end], "spans": [{"start": start, "end": end}]}
                    speaker = self.cast.find(s.element.get("quote-source") or "")
                    found.append(quote | ({"speaker": speaker["id"]} if speaker else {}))
        return sorted(found, key=lambda q: q["spans"][0]["start"])

    def listing(self, element: Element, depth: int = 1) -> Node | None:
        """Return a list, or None for one without items."""
        items: list[Node] = []
        for item in element:
            paragraph = self.paragraph(item)
            if paragraph:
                items.append({"type": "paragraph", **paragraph})
            for child in item:
                items += self.inner(child, depth)
        if not items:
            return None
        return {"type": "list", "items": items} | ({"ordered": True} if local(element) == "ol" else {})

    def inner(self, element: Element, depth: int) -> list[Node]:
        """Return what a list item holds beside its text: lists and paragraphs."""
        name = local(element)
        if name in ("ol", "ul", "dl") and depth < _MAX_DEPTH:
            nested = self.listing(element, depth + 1)
            return [nested] if nested else []
        return [b for b in self.blocks(element) if b["type"] == "paragraph"] if name in _BLOCKS else []

    def quotation(self, element: Element) -> list[Node]:
        credit = next((c for c in element if local(c) == "credit"), None)
        blocks = [b for child in element if child is not credit for b in self.blocks(child)]
        paragraphs = [{k: v for k, v in b.items() if k != "type"} for b in blocks if b["type"] == "paragraph"]
        if not paragraphs:
            return blocks
        node: Node = {"type": "blockquote", "paragraphs": paragraphs}
        if attribution := words(credit) or element.get("quote-source"):
            node["attribution"] = attribution
        others = [b for b in blocks if b["type"] != "paragraph"]
        return [node | ({"pull": True} if element.get("class") == "pull" else {}), *others]

    def media(self, element: Element) -> Node:
        """Return a picture, or what stands for a video, a sound or another thing."""
        reference = next((c for c in element if local(c) == "media-reference"), None)
        caption = next((c for c in element if local(c) == "media-caption"), None)
        producer = next((c for c in element if local(c) == "media-producer"), None)
        said: Mapping[str, str] = reference.attrib if reference is not None else {}  # type: ignore[assignment]
        get = said.get
        if (element.get("media-type") or "").lower() in _IMAGES:
            node: Node = {"type": "figure", "url": get("source"), "alt": get("alternate-text")}
            node["credit"] = words(producer) or get("source-credit")
            node["caption"] = self.caption(caption)
        else:
            node = {"type": "embed", "url": get("source"), "provider": get("name")}
            node |= {"author": words(producer), "text": words(caption)}
        return {key: value for key, value in node.items() if value and not (isinstance(value, str) and value.isspace())}

    def caption(self, element: Element | None) -> Node | None:
        """Return a caption as one paragraph; its own paragraphs, where it has such, are joined."""
        if element is None:
            return None
        inner = [c for c in element if local(c) == "p"]
        if len(inner) == 1:
            return self.paragraph(inner[0])
        text = words(element) if inner else None
        return {"text": text} if text else self.paragraph(element)

    def table(self, element: Element) -> Node:
        header = next((row for part in element if local(part) == "thead" for row in part if local(row) == "tr"), None)
        rows = (row for row in element.iter() if local(row) == "tr" and row is not header)
        node: Node = {"type": "table", "rows": [_cells(row) for row in rows]}
        if header is not None:
            node["header"] = _cells(header)
        caption = next((words(c) for c in element if local(c) == "caption"), None)
        return node | ({"caption": caption} if caption else {})


_MAX_DEPTH = 30
_POSSESSIVE = ("'s", "’s")


def _cells(row: Element) -> list[str]:
    return [words(cell) or "" for cell in row if local(cell) in ("td", "th")]


def _links(stretches: list[Stretch]) -> list[Node]:
    found: list[Node] = []
    end = 0
    for s in stretches:
        url = s.element.get("href") or ""
        if local(s.element) == "a" and url.strip() and s.start >= end:
            found.append({"span": {"start": s.start, "end": s.end}, "url": url})
            end = s.end
    return found


def _inside(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the quotation marks and white space at its ends."""
    while start < end and (text[end - 1] in _MARKS or text[end - 1].isspace()):
        end -= 1
    while start < end and (text[start] in _MARKS or text[start].isspace()):
        start += 1
    return start, end


def _lines(element: Element) -> list[Node]:
    """Return the paragraphs of text that is laid out by lines: blank lines part them."""
    text = "".join(str(t) for t in element.itertext())
    found: list[Node] = []
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            lines.append(" ".join(line.split()))
        elif lines:
            found.append({"type": "paragraph", "text": "\n".join(lines)})
            lines = []
    return found
