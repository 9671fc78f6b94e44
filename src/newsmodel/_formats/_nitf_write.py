"""An article as NITF 3.6 (IPTC), valid against its schema: the part that the standard can say.

Elements as the standard means them: sections are blocks with an ``hl2``, quotes are ``q`` with ``quote-source``, names
are ``person`` and ``org`` with ``value``, who is named stands in ``identified-content``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from newsmodel._formats._inline import LINK, MENTION, QUOTE, Mark, bounds, render
from newsmodel._formats._markup import safe_url
from newsmodel._formats._xml import attribute, text

__all__ = ["IDS", "NAMESPACE", "lines"]

Node = dict[str, Any]

NAMESPACE = "http://iptc.org/std/NITF/2006-10-18/"
IDS = "newsmodel"
"""Scheme (``idsrc``) of the ids of people and organizations that are those of the article."""

# Versions and dates are fixed by the schema.
_ROOT = 'version="-//IPTC//DTD NITF 3.6//EN" change.date="September 11, 2009" change.time="12:26"'


def lines(tree: Node) -> Iterator[str]:
    """Yield the lines of the document from its declaration to the end of its body."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<nitf xmlns="{NAMESPACE}" {_ROOT}{_attributes(baselang=tree.get("language"))}>'
    yield from _head(tree)
    yield "<body>"
    yield from _body_head(tree)
    named = (("person", tree.get("people", ())), ("org", tree.get("organizations", ())))
    yield from _Body({e["id"]: (tag, e["name"]) for tag, table in named for e in table}).content(tree)
    yield "</body>"


def _attributes(**values: str | None) -> str:
    """Return attributes for the values that are known; ``_`` in a name stands for what Python's names cannot hold."""
    return "".join(f' {name.replace("_", "-")}="{attribute(value)}"' for name, value in values.items() if value)


def _flat(value: str) -> str:
    """Return a text for an element that can hold no line break."""
    return text(value, " ")


def _head(tree: Node) -> Iterator[str]:
    yield "<head>"
    if "headline" in tree:
        yield f"<title>{_flat(tree['headline'])}</title>"
    for key in ("description", "canonical_url", "access"):
        if key in tree:
            yield f"<meta{_attributes(name=key.replace('_', '-'), content=tree[key])}/>"
    yield "<docdata>"
    if "published" in tree:
        yield f"<date.issue{_attributes(norm=tree['published'])}/>"
    if "tags" in tree:
        yield f"<key-list>{''.join(f'<keyword{_attributes(key=tag)}/>' for tag in tree['tags'])}</key-list>"
    named = [*_named(tree, "people", "person"), *_named(tree, "organizations", "org")]
    if named:
        yield f"<identified-content>{''.join(named)}</identified-content>"
    yield "</docdata>"
    if "section_label" in tree or "url" in tree:
        yield f"<pubdata{_attributes(type='web', ex_ref=tree.get('url'))}{_section(tree)}/>"
    if "modified" in tree:
        yield f"<revision-history{_attributes(norm=tree['modified'])}/>"
    yield "</head>"


def _section(tree: Node) -> str:
    return f' position.section="{attribute(tree["section_label"])}"' if "section_label" in tree else ""


def _named(tree: Node, key: str, tag: str) -> Iterator[str]:
    for entity in tree.get(key, ()):
        title = f"<function>{_flat(entity['title'])}</function>" if "title" in entity else ""
        yield f"<{tag}{_attributes(idsrc=IDS, value=entity['id'])}>{_flat(entity['name'])}{title}</{tag}>"


def _body_head(tree: Node) -> Iterator[str]:
    yield "<body.head>"
    if "headline" in tree:
        kicker = f'<hl2 class="kicker">{text(tree["kicker"])}</hl2>' if "kicker" in tree else ""
        yield f"<hedline><hl1>{text(tree['headline'])}</hl1>{kicker}</hedline>"
    if "byline" in tree:
        yield f"<byline>{render(tree['byline'], _authors(tree), _flat)}</byline>"
    if "publisher" in tree:
        publisher = tree["publisher"]
        known = {e["id"]: e for e in tree.get("organizations", ())}
        name = known[publisher]["name"] if isinstance(publisher, str) else publisher["name"]
        yield f"<distributor><org>{_flat(name)}</org></distributor>"
    if "dateline" in tree:
        yield f"<dateline>{_flat(tree['dateline'])}</dateline>"
    if "standfirst" in tree:
        yield f"<abstract><p>{text(tree['standfirst'])}</p></abstract>"
    yield "</body.head>"


def _authors(tree: Node) -> Iterator[Mark]:
    """Yield the names of the authors where the byline holds them, in order."""
    named = {e["id"]: e for key in ("people", "organizations") for e in tree.get(key, ())}
    byline, at = tree["byline"], 0
    for i, author in enumerate(tree.get("authors", ())):
        name = (named[author] if isinstance(author, str) else author)["name"]
        start = byline.find(name, at)
        if start >= 0 and "\n" not in name:
            at = start + len(name)
            yield Mark(start, at, MENTION, i, "<person>", "<person>", "</person>")


class _Body:
    """Writes the body; it knows of each id whether it is of a person or an organization, and the name."""

    def __init__(self, named: dict[str, tuple[str, str]]) -> None:
        self.named = named

    def content(self, tree: Node) -> Iterator[str]:
        yield "<body.content>"
        if "lead_image" in tree:
            yield self.figure(tree["lead_image"], ' class="lead"')
        for section in tree.get("sections", ()):
            yield '<block class="section">'
            if "heading" in section:
                level = section.get("level", 2)
                mark = f' class="level-{level}"' if level != 2 else ""
                yield f"<hl2{mark}>{text(section['heading'])}</hl2>"
            for block in section.get("blocks", ()):
                yield _BLOCKS[block["type"]](self, block)
            yield "</block>"
        yield "</body.content>"

    def plain(self, node: Node) -> str:
        return f"<p>{self.words(node)}</p>"

    def words(self, node: Node) -> str:
        """Return the text of a paragraph with its links, quotes and names marked."""
        return render(node["text"], self.marks(node), text)

    def marks(self, node: Node) -> Iterator[Mark]:
        for i, link in enumerate(node.get("links", ())):
            if safe_url(link["url"]):
                tag = f"<a{_attributes(href=link['url'])}>"
                yield Mark(*bounds(link), LINK, i, tag, tag, "</a>")
        for i, quote in enumerate(node.get("quotes", ())):
            speaker = self.named[quote["speaker"]][1] if "speaker" in quote else None
            tag = f"<q{_attributes(quote_source=speaker)}>"
            for span in quote["spans"]:
                yield Mark(span["start"], span["end"], QUOTE, i, tag, tag, "</q>")
        for i, mention in enumerate(node.get("mentions", ())):
            start, end = bounds(mention)
            if "\n" not in node["text"][start:end]:  # a name can hold no line break
                kind = self.named[mention["entity"]][0]
                tag = f"<{kind}{_attributes(idsrc=IDS, value=mention['entity'])}>"
                yield Mark(start, end, MENTION, i, tag, tag, f"</{kind}>")

    def listing(self, node: Node) -> str:
        """Return a list; a nested list stands in the item before it."""
        html: list[str] = []
        for item in node["items"]:
            if item["type"] == "paragraph":
                html.append(("</li>" if html else "") + f"<li>{self.words(item)}")
            else:
                html.append(("" if html else "<li>") + self.listing(item))
        tag = "ol" if "ordered" in node else "ul"
        return f"<{tag}>{''.join(html)}</li></{tag}>"

    def quotation(self, node: Node) -> str:
        pull = ' class="pull"' if "pull" in node else ""
        credit = f"<credit>{text(node['attribution'])}</credit>" if "attribution" in node else ""
        return f"<bq{pull}><block>{''.join(map(self.plain, node['paragraphs']))}</block>{credit}</bq>"

    def figure(self, node: Node, mark: str = "") -> str:
        url = node.get("url", "")
        reference = _attributes(source=url if safe_url(url) else None, alternate_text=node.get("alt"))
        caption = f"<media-caption>{self.words(node['caption'])}</media-caption>" if "caption" in node else ""
        return (
            f'<media media-type="image"{mark}><media-reference{reference}/>{caption}{_producer(node, "credit")}</media>'
        )

    def table(self, node: Node) -> str:
        caption = f"<caption>{text(node['caption'])}</caption>" if "caption" in node else ""
        header = f"<thead>{_row(node['header'], 'th')}</thead>" if "header" in node else ""
        rows = "".join(_row(row, "td") for row in node["rows"])
        return f"<table>{caption}{header}{rows}</table>"

    def embed(self, node: Node) -> str:
        url = node.get("url", "")
        reference = _attributes(source=url if safe_url(url) else None, name=node.get("provider"))
        caption = f"<media-caption>{text(node['text'])}</media-caption>" if "text" in node else ""
        return f'<media media-type="other"><media-reference{reference}/>{caption}{_producer(node, "author")}</media>'


_BLOCKS: dict[str, Callable[[_Body, Node], str]] = {
    "paragraph": _Body.plain,
    "list": _Body.listing,
    "blockquote": _Body.quotation,
    "figure": _Body.figure,
    "table": _Body.table,
    "embed": _Body.embed,
}


def _producer(node: Node, key: str) -> str:
    return f"<media-producer>{text(node[key])}</media-producer>" if key in node else ""


def _row(cells: list[str], tag: str) -> str:
    """Return a row; the schema wants at least one cell in it."""
    return "<tr>" + "".join(f"<{tag}>{text(cell)}</{tag}>" for cell in cells or [""]) + "</tr>"
