"""Blocks of marked-up copy, NITF or HTML: paragraphs with quotes, names and links, lists, tables, pictures.

What is marked with ids that newsmodel wrote (``idsrc`` in NITF, ``data-entity`` and ``data-quote`` in HTML) is read by
them; all else by its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lxml import etree

from newsmodel._formats._cast import Cast
from newsmodel._formats._flow import Flow, Stretch
from newsmodel._formats._nitf_write import IDS
from newsmodel._formats._xml import Element, local

__all__ = ["BLOCKS", "Reader", "lines", "opened", "sections", "settle", "words"]

Node = dict[str, Any]

_MARKED = frozenset({"a", "q", "person", "org", "span"})
_LISTS = frozenset({"ol", "ul", "dl"})
_GROUPS = frozenset({
    "note", "fn", "body.content", "block", "section", "div", "article", "main", "header", "aside", "html", "body",
    "center", "nav", "form", "details",
})  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TEXTS = _HEADINGS | {"p", "hl1", "hl2", "credit", "tagline", "figcaption", "summary"}
BLOCKS = _LISTS | _GROUPS | _TEXTS | {"table", "nitf-table", "media", "figure", "bq", "blockquote", "pre", "hr"}
"""Elements that are no part of a running text."""

_SILENT = frozenset({"script", "style", "template", "noscript", "svg", "iframe", "head", "title"})
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
    if not len(element):
        flow.add(element.text)
        return flow
    leave = skip | _SILENT if blocks else skip | _SILENT | BLOCKS
    walk = etree.iterwalk(element, events=("start", "end"))
    skipped: Element | None = None
    for event, node in walk:
        name = local(node)
        if event == "start":
            if node is not element and name in leave:
                walk.skip_subtree()
                skipped = node
                continue
            if blocks and name in BLOCKS:
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
        self._depth = 0

    def blocks(self, element: Element) -> list[Node]:
        """Return the blocks that an element of the copy stands for; none when it says nothing.

        What lies too deep in lists and quotations is one paragraph.
        """
        if self._depth >= _MAX_DEPTH:
            text = words(element)
            return [{"type": "paragraph", "text": text}] if text else []
        self._depth += 1
        try:
            return self._blocks(element)
        finally:
            self._depth -= 1

    def _blocks(self, element: Element) -> list[Node]:
        name = local(element)
        if name in _LISTS:
            found = self.listing(element)
            return [found] if found else []
        if name in ("bq", "blockquote"):
            return self.quotation(element)
        if name in ("media", "figure", "img"):
            return [self.media(element) if name == "media" else self.figure(element)]
        if name in ("table", "nitf-table"):
            tables = [element] if name == "table" else [t for t in element.iter() if local(t) == "table"]
            return [self.table(t) for t in tables]
        if name == "pre":
            return _laid_out(element)
        paragraph = self.paragraph(element) if name in _TEXTS else None
        return [{"type": "paragraph", **paragraph}] if paragraph else []

    def paragraph(self, element: Element) -> Node | None:
        """Return the text of an element with quotes, mentions and links; None when it has no text."""
        return self.marked(_flow(element, frozenset()))

    def marked(self, flow: Flow) -> Node | None:
        """Return a text with what is marked in it; None when there is none."""
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
        found: list[Node] = []
        for s in stretches:
            end = s.end
            name = local(s.element)
            if name == "span":
                entity = self.cast.find(s.element.get("data-entity") or "")
            elif name in ("person", "org"):
                given = s.element.get("value") if s.element.get("idsrc") == IDS else None
                full = words(s.element, skip=("function", "alt-code")) or text[s.start : end]
                if name == "person" and full.endswith(_POSSESSIVE) and text.endswith(_POSSESSIVE, s.start + 3, end):
                    full, end = full[:-2], end - 2
                entity = self.cast.entity("person" if name == "person" else "organization", full, given)
            else:
                continue
            if entity is not None and (not found or s.start >= found[-1]["span"]["end"]):
                found.append({"span": {"start": s.start, "end": end}, "entity": entity["id"]})
        return found

    def quotes(self, text: str, stretches: list[Stretch]) -> list[Node]:
        """Return the quotes: each `q` is one, pieces of one number are one."""
        found: dict[Any, Node] = {}
        for s in stretches:
            number = s.element.get("data-quote")
            if local(s.element) != "q" and not number:
                continue
            start, end = (s.start, s.end) if number else _inside(text, s.start, s.end)
            if start < end:
                said = s.element.get("data-speaker") if number else s.element.get("quote-source")
                speaker = self.cast.find(said or "")
                quote = found.setdefault(
                    number or s.element, {"spans": []} | ({"speaker": speaker["id"]} if speaker else {})
                )
                _extend(quote["spans"], start, end)
        for quote in found.values():
            quote["text"] = " ".join(text[p["start"] : p["end"]] for p in quote["spans"])
        return sorted(found.values(), key=lambda q: q["spans"][0]["start"])

    def listing(self, element: Element) -> Node | None:
        """Return a list, or None for one without items."""
        items: list[Node] = []
        for item in element:
            paragraph = self.paragraph(item)
            if paragraph:
                items.append({"type": "paragraph", **paragraph})
            for child in item:
                if local(child) in BLOCKS:
                    items += self.inner([child] if local(child) not in _GROUPS else opened(child))
        if not items:
            return None
        return {"type": "list", "items": items} | ({"ordered": True} if local(element) == "ol" else {})

    def inner(self, elements: Iterable[Element]) -> Iterator[Node]:
        """Yield what a list item holds beside its text: lists, and the paragraphs of all else."""
        for element in elements:
            for block in self.blocks(element):
                if block["type"] in ("paragraph", "list"):
                    yield block
                elif block["type"] == "blockquote":
                    yield from ({"type": "paragraph", **p} for p in block["paragraphs"])

    def quotation(self, element: Element) -> list[Node]:
        credit = next((c for c in element if local(c) in ("credit", "footer", "cite")), None)
        blocks = [b for child in opened(element) if child is not credit for b in self.blocks(child)]
        if not blocks and (paragraph := self.paragraph(element)):  # words without a paragraph of their own
            blocks = [{"type": "paragraph", **paragraph}]
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

    def figure(self, element: Element) -> Node:
        """Return a picture of HTML: an `img`, or a `figure` around one; without a picture it stands for an embed."""
        image = next((c for c in element.iter() if local(c) == "img"), None)
        caption = next((c for c in element.iter() if local(c) == "figcaption"), None)
        inner = next((c for c in caption if c.get("class") == "caption"), None) if caption is not None else None
        credit = next((c for c in caption if c.get("class") == "credit"), None) if caption is not None else None
        whole = caption if credit is None else None
        node: Node = {"type": "figure", "caption": self.caption(inner if inner is not None else whole)}
        node["credit"] = words(credit)
        if image is not None:
            node |= {"url": image.get("src"), "alt": image.get("alt")}
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
        parts = (part if local(part) in ("thead", "tbody", "tfoot") else (part,) for part in element)
        rows = (row for part in parts for row in part if local(row) == "tr" and row is not header)
        node: Node = {"type": "table", "rows": [_cells(row) for row in rows]}
        if header is not None:
            node["header"] = _cells(header)
        caption = next((words(c) for c in element if local(c) == "caption"), None)
        return node | ({"caption": caption} if caption else {})


_MAX_DEPTH = 30
_POSSESSIVE = ("'s", "’s")


def _cells(row: Element) -> list[str]:
    return [words(cell) or "" for cell in row if local(cell) in ("td", "th")]


def _extend(spans: list[Node], start: int, end: int) -> None:
    """Add a piece of a quote; a piece that was split by another element is made whole."""
    if spans and spans[-1]["end"] == start:
        spans[-1]["end"] = end
    elif not spans or spans[-1]["end"] < start:
        spans.append({"start": start, "end": end})


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


def opened(element: Element) -> Iterator[Element]:
    """Yield the blocks below an element in order; those that only group are opened, marked sections are told first."""
    stack = [iter(element)]
    while stack:
        for child in stack[-1]:
            if local(child) in _GROUPS:
                if _is_section(child):
                    yield child
                stack.append(iter(child))
                break
            yield child
        else:
            stack.pop()


def _is_section(element: Element) -> bool:
    """Tell what newsmodel writes where a section begins; rules and blocks of others may part anything."""
    name, mark = local(element), element.get("class")
    return mark == "section" and name in ("block", "hr")


def sections(content: Iterable[Element], reader: Reader, skip: Element | None = None) -> list[Node]:
    """Return copy as sections: a heading begins one wherever it stands, and so does what is marked as a section."""
    found: list[Node] = [{"blocks": []}]
    for element in content:
        name = local(element)
        if _is_section(element):
            found.append({"blocks": []})
        elif name == "hl2" or name in _HEADINGS:
            heading = reader.paragraph(element)
            if heading is not None:
                if "heading" in found[-1] or found[-1]["blocks"]:
                    found.append({"blocks": []})
                found[-1]["heading"] = heading["text"]
                level = (element.get("class") or "level-2")[6:] if name == "hl2" else name[1]
                if level in tuple("3456"):
                    found[-1]["level"] = int(level)
        elif element is not skip:
            found[-1]["blocks"] += reader.blocks(element)
    kept = [{key: value for key, value in section.items() if value} for section in found]
    return [section for section in kept if section]


def settle(found: Node, sections: list[Node]) -> None:
    """Take out what agencies print twice: the headline over the sections, its first words as its abstract."""
    if sections and "headline" in found and sections[0].get("heading") == found["headline"]:
        del sections[0]["heading"]
    first = next((b["text"] for s in sections for b in s.get("blocks", ()) if b["type"] == "paragraph"), "")
    if "standfirst" in found and (
        first.startswith(found["standfirst"]) or found["standfirst"] == found.get("headline")
    ):
        del found["standfirst"]


def lines(text: str) -> list[Node]:
    """Return the paragraphs of plain text: blank lines part them, and every line is one where there are none."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        words = " ".join(line.split())
        if words:
            found[-1].append(words)
        elif found[-1]:
            found.append([])
    if len(found) == 1:
        return [{"type": "paragraph", "text": line} for line in found[0]]
    return [{"type": "paragraph", "text": " ".join(held)} for held in found if held]


def _laid_out(element: Element) -> list[Node]:
    """Return the paragraphs of text whose line breaks mean something."""
    found: list[list[str]] = [[]]
    for line in "".join(str(t) for t in element.itertext()).splitlines():
        words = " ".join(line.split())
        if words:
            found[-1].append(words)
        elif found[-1]:
            found.append([])
    return [{"type": "paragraph", "text": "\n".join(held)} for held in found if held]
