"""Blocks of marked-up copy, NITF or HTML: paragraphs with quotes, names and links, lists, tables, pictures.

What is marked with ids that newsmodel wrote (``idsrc`` in NITF, ``data-entity`` and ``data-quote`` in HTML) is read by
them; all else by its words. No text is passed over: what has no place in a block is a paragraph after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from lxml import etree

from newsmodel._formats._cast import Cast
from newsmodel._formats._copy_flow import (
    BLOCKS,
    GROUPS,
    HEADINGS,
    LISTS,
    SILENT,
    flow,
    is_section,
    laid_out,
    opened,
    words,
)
from newsmodel._formats._copy_tables import table
from newsmodel._formats._flow import Flow, Stretch
from newsmodel._formats._nitf_write import IDS
from newsmodel._formats._xml import Element, local

__all__ = ["Reader", "sections", "settle"]

Node = dict[str, Any]

_IMAGES = frozenset({"image", "photo", "picture", "graphic", "img", ""})
_ITEMS = frozenset({"li", "dt", "dd"})
# What has pictures and texts of its own.
_APART = frozenset({"figure", "table", "bq", "blockquote"})
# The marks that quotes are written between; a `q` may hold them or not.
_MARKS = "\"'“”„‟‘’‚‛«»‹›「」『』＂"
_MAX_DEPTH = 30
_FEW = 20
_POSSESSIVE = ("'s", "’s")


class Reader:
    """Reads blocks, and tells the cast who is named in them."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.taken: set[Element] = set()
        """Elements that were read already, as part of what is around them or of the head."""
        self._depth = 0

    def blocks(self, element: Element) -> list[Node]:
        """Return the blocks that an element of the copy stands for; none when it says nothing.

        What lies too deep in lists and quotations is one paragraph.
        """
        if element in self.taken or local(element) in SILENT:
            return []
        if self._depth >= _MAX_DEPTH:
            text = words(element)
            return [_paragraph(text)] if text else []
        self._depth += 1
        try:
            return self._blocks(element)
        finally:
            self._depth -= 1

    def _blocks(self, element: Element) -> list[Node]:
        name = local(element)
        if name in LISTS:
            found = self.listing(element)
            return [found] if found else []
        if name in ("bq", "blockquote"):
            return self.quotation(element)
        if name == "media":
            return self.media(element)
        if name in ("figure", "img"):
            return self.figure(element)
        if name == "table":
            return [table(element)]
        if name == "pre":
            return laid_out(element)
        return self.group(element) if name in GROUPS else self.running(element)

    def group(self, element: Element) -> list[Node]:
        """Return the blocks in an element that holds nothing else."""
        return [block for child in opened(element, self.taken) for block in self.blocks(child)]

    def running(self, element: Element) -> list[Node]:
        """Return the paragraph that an element is, and the blocks inside it."""
        text = flow(element, taken=self.taken)
        paragraph = self.marked(text)
        found = [{"type": "paragraph", **paragraph}] if paragraph else []
        for inner in text.left:
            found += self.blocks(inner)
        return found

    def paragraph(self, element: Element) -> Node | None:
        """Return the text of an element with quotes, mentions and links; None when it has no text."""
        return self.marked(flow(element, taken=self.taken))

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
            elif name in ("person", "org") and _is_small(s.element):
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
            name = local(item)
            alone = name in BLOCKS and name not in _ITEMS  # a list or a paragraph where an item belongs
            items += _as_items(self.blocks(item) if alone or name in SILENT else self.running(item))
        if not items:
            return None
        return {"type": "list", "items": items} | ({"ordered": True} if local(element) == "ol" else {})

    def quotation(self, element: Element) -> list[Node]:
        credit = next((c for c in element if local(c) in ("credit", "footer", "cite")), None)
        attribution = words(credit)
        if credit is not None:
            self.taken.add(credit)
        blocks = self.group(element) or self.running(element)  # or words without a paragraph of their own
        paragraphs = [{k: v for k, v in b.items() if k != "type"} for b in blocks if b["type"] == "paragraph"]
        if not paragraphs:
            return [*blocks, _paragraph(attribution)] if attribution else blocks
        node: Node = {"type": "blockquote", "paragraphs": paragraphs}
        if attribution := attribution or element.get("quote-source"):
            node["attribution"] = attribution
        others = [b for b in blocks if b["type"] != "paragraph"]
        return [node | ({"pull": True} if element.get("class") == "pull" else {}), *others]

    def media(self, element: Element) -> list[Node]:
        """Return a picture, or what stands for a video, a sound or another thing."""
        reference, caption, producer = (
            next((c for c in element if local(c) == f"media-{part}"), None)
            for part in ("reference", "caption", "producer")
        )
        said: Mapping[str, str] = reference.attrib if reference is not None else {}  # type: ignore[assignment]
        get = said.get
        if (element.get("media-type") or "").lower() in _IMAGES:
            node: Node = {"type": "figure", "url": get("source"), "alt": get("alternate-text")}
            node["credit"] = words(producer) or get("source-credit")
            node["caption"] = self.caption(caption)
        else:
            node = {"type": "embed", "url": get("source"), "provider": get("name")}
            node |= {"author": words(producer), "text": words(caption)}
        self.taken.update(e for e in (caption, producer) if e is not None)
        return [_known(node), *self.running(element)]

    def figure(self, element: Element) -> list[Node]:
        """Return a picture of HTML: an `img`, or a `figure` around one; what else is in a figure comes after it."""
        image, caption = self._inner(element, "img"), self._inner(element, "figcaption")
        if element.get("class") == "embed":
            return [self.embed(element, caption)]
        inner, credit = (
            next((c for c in caption if c.get("class") == part), None) if caption is not None else None
            for part in ("caption", "credit")
        )
        whole = caption if credit is None else None
        node: Node = {"type": "figure", "caption": self.caption(inner if inner is not None else whole)}
        node["credit"] = words(credit)
        if image is not None:
            node |= {"url": image.get("src"), "alt": image.get("alt")}
        self.taken.update(e for e in (image, caption) if e is not None)
        others = self.group(element)
        node = _known(node)
        return others if others and len(node) == 1 else [node, *others]

    def _inner(self, element: Element, name: str) -> Element | None:
        """Return the first element of a name in a figure, or the figure itself; not one of what stands in it apart."""
        walk = etree.iterwalk(element, events=("start",))
        node: Element
        for _, node in walk:
            if local(node) == name and node not in self.taken:
                return node
            if node is not element and local(node) in _APART:
                walk.skip_subtree()
        return None

    def embed(self, element: Element, caption: Element | None) -> Node:
        """Return what newsmodel wrote of something of another site: its words, and below them where it is."""
        author, _, provider = (words(caption) or "").rpartition(" · ")
        link = next((c for c in caption if local(c) == "a"), None) if caption is not None else None
        node: Node = {"type": "embed", "provider": provider, "author": author}
        node["url"] = link.get("href") if link is not None else None
        node["text"] = words(next((c for c in element if c is not caption), None))
        return _known(node)

    def caption(self, element: Element | None) -> Node | None:
        """Return a caption as one paragraph; its own paragraphs, where it has such, are joined."""
        if element is None:
            return None
        inner = [c for c in element if local(c) in BLOCKS]
        if len(inner) == 1 and local(inner[0]) == "p" and not _has_loose(element):
            return self.paragraph(inner[0])
        text = words(element) if inner else None
        return {"text": text} if text else self.paragraph(element)


def _paragraph(text: str) -> Node:
    return {"type": "paragraph", "text": text}


def _known(node: Node) -> Node:
    """Return a node without the fields that say nothing."""
    return {key: value for key, value in node.items() if value and not (isinstance(value, str) and value.isspace())}


def _as_items(blocks: Iterable[Node]) -> Iterator[Node]:
    """Yield blocks as a list can hold them: lists as they are, of all else the paragraphs."""
    for block in blocks:
        if block["type"] in ("paragraph", "list"):
            yield block
        else:
            yield from _texts(block)


def _texts(block: Node) -> Iterator[Node]:
    """Yield the texts of a block as paragraphs."""
    for row in (block.get("header", ()), *block.get("rows", ())):
        if text := " ".join(filter(None, row)):
            yield _paragraph(text)
    for paragraph in (block.get("caption"), *block.get("paragraphs", ())):
        if paragraph:
            yield _paragraph(paragraph) if isinstance(paragraph, str) else {"type": "paragraph", **paragraph}
    yield from (_paragraph(block[key]) for key in ("text", "author", "credit", "attribution") if key in block)


def _has_loose(element: Element) -> bool:
    """Tell whether text stands beside the elements in one."""
    return any(text and not text.isspace() for text in (element.text, *(c.tail for c in element)))


def _is_small(element: Element) -> bool:
    """Tell whether an element holds no more others than a name can."""
    return not len(element) or sum(1 for _ in islice(element.iter(), _FEW + 1)) <= _FEW


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


def sections(content: Element, reader: Reader) -> list[Node]:
    """Return copy as sections: a heading begins one wherever it stands, and so does what is marked as a section."""
    found: list[Node] = [{"blocks": []}]
    for element in opened(content, reader.taken):
        name = local(element)
        if is_section(element):
            found.append({"blocks": []})
            continue
        blocks = reader.blocks(element)
        if (name == "hl2" or name in HEADINGS) and blocks and blocks[0]["type"] == "paragraph":
            if "heading" in found[-1] or found[-1]["blocks"]:
                found.append({"blocks": []})
            found[-1]["heading"] = blocks.pop(0)["text"]
            level = (element.get("class") or "level-2")[6:] if name == "hl2" else name[1]
            if level in tuple("3456"):
                found[-1]["level"] = int(level)
        found[-1]["blocks"] += blocks
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
