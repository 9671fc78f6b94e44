"""The tree of the own JSON as a page: one function an element; what an element cannot say is left for the data block.

Each function takes out of a node what its HTML says. `Page.leave` puts the rest aside under its JSON pointer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from newsmodel._formats._inline import LINK, MENTION, QUOTE, Mark, bounds, render
from newsmodel._formats._markup import attribute, safe_url, sayable, visible

__all__ = ["Page"]

Node = dict[str, Any]

HEADER = ("kicker", "headline", "standfirst", "byline", "dateline")
"""The texts of the header that an element says, in the order printed."""

_WORD = re.compile(r"\S+")


class Page:
    """The lines of a page, and what they do not say."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.rest: dict[str, Any] = {}
        """JSON pointer -> value, for the data block."""

        self.quotes = 0

    def leave(self, node: Node, at: str) -> None:
        """Put aside what is left of a node; its type is said by the element."""
        self.rest.update({f"{at}/{key}": value for key, value in node.items() if key != "type"})

    def text(self, node: Node, key: str) -> str:
        """Return a text of a node as HTML; it stays in the node when HTML cannot hold it exactly."""
        value: str = node[key]
        if sayable(value):
            del node[key]
        return visible(value)

    def paragraph(self, node: Node, at: str) -> str:
        """Return the text of a paragraph with its links, quotes and mentions marked."""
        html = render(node["text"], _marks(node, self.quotes), visible)
        self.quotes += len(node.get("quotes", ()))
        if all(_sayable("url", link["url"]) for link in node.get("links", ())):
            node.pop("links", None)
        if sayable(node["text"]):
            del node["text"]
        self.leave(node, at)
        return html

    def header(self, article: Node) -> None:
        """Write what stands above the body."""
        self.lines.append("<header>")
        for key in HEADER:
            if key in article:
                tag = "h1" if key == "headline" else "p"
                mark = "" if key == "headline" else f' class="{key}"'
                self.lines.append(f"<{tag}{mark}>{self.text(article, key)}</{tag}>")
        for key in ("published", "modified"):
            if key in article:
                when = article.pop(key)
                self.lines.append(f'<p class="{key}"><time datetime="{when}">{when.replace("T", " ")}</time></p>')
        if "lead_image" in article:
            self.figure(article.pop("lead_image"), "/lead_image")
        self.lines.append("</header>")

    def sections(self, sections: list[Node]) -> None:
        """Write the body; a heading of level 1 stands as `h2`, for `h1` is the headline.

        Nothing stands around a section, for readers of pages take what stands apart for something else; one without
        a heading that is not plain from its place begins with a rule.
        """
        for i, section in enumerate(sections):
            at = f"/sections/{i}"
            level = section.get("level", 2)
            if "heading" in section:
                if level > 1:
                    section.pop("level", None)
                tag = f"h{max(2, level)}"
                self.lines.append(f"<{tag}>{self.text(section, 'heading')}</{tag}>")
            elif i or "blocks" not in section:
                self.lines.append('<hr class="section">')
            for j, block in enumerate(section.pop("blocks", ())):
                _BLOCKS[block["type"]](self, block, f"{at}/blocks/{j}")
            self.leave(section, at)

    def plain(self, node: Node, at: str) -> None:
        """Write a paragraph of the text."""
        self.lines.append(f"<p>{self.paragraph(node, at)}</p>")

    def listing(self, node: Node, at: str) -> None:
        """Write a list."""
        self.lines.append(self._list(node, at))

    def _list(self, node: Node, at: str) -> str:
        """Return a list on one line, for white space in an item is text; a nested list stands in the item before it."""
        tag = "ol" if node.pop("ordered", False) else "ul"
        html: list[str] = []
        for i, item in enumerate(node["items"]):
            if item["type"] == "paragraph":
                html.append(("</li>" if html else "") + f"<li>{self.paragraph(item, f'{at}/items/{i}')}")
            else:
                html.append(("" if html else "<li>") + self._list(item, f"{at}/items/{i}"))
        return f"<{tag}>{''.join(html)}</li></{tag}>"

    def quotation(self, node: Node, at: str) -> None:
        """Write a block quote, or a pull quote as an aside."""
        pull = node.pop("pull", False)
        self.lines.append('<aside class="pullquote"><blockquote>' if pull else "<blockquote>")
        for i, paragraph in enumerate(node.pop("paragraphs")):
            self.plain(paragraph, f"{at}/paragraphs/{i}")
        if "attribution" in node:
            self.lines.append(f"<footer><cite>{self.text(node, 'attribution')}</cite></footer>")
        self.leave(node, at)
        self.lines.append("</blockquote></aside>" if pull else "</blockquote>")

    def figure(self, node: Node, at: str) -> None:
        """Write a picture with its caption and credit."""
        self.lines.append("<figure>")
        said = [(key, name) for key, name in _IMAGE if key in node and _sayable(key, node[key])]
        if said:
            marks = [f' {name}="{attribute(node.pop(key))}"' for key, name in said]
            self.lines.append(f"<img{''.join(marks)}>")
        if "caption" in node or "credit" in node:
            self.lines.append("<figcaption>")
            if "caption" in node:
                caption = self.paragraph(node.pop("caption"), f"{at}/caption")
                self.lines.append(f'<span class="caption">{caption}</span>')
            if "credit" in node:
                self.lines.append(f'<small class="credit">{self.text(node, "credit")}</small>')
            self.lines.append("</figcaption>")
        self.leave(node, at)
        self.lines.append("</figure>")

    def table(self, node: Node, at: str) -> None:
        """Write a table; cells that HTML cannot hold are put aside one by one."""
        self.lines.append("<table>")
        if "caption" in node:
            self.lines.append(f"<caption>{self.text(node, 'caption')}</caption>")
        if "header" in node:
            self.lines.append(f"<thead>{self._row(node.pop('header'), 'th', f'{at}/header')}</thead>")
        self.lines.append("<tbody>")
        for i, row in enumerate(node.pop("rows")):
            self.lines.append(self._row(row, "td", f"{at}/rows/{i}"))
        self.leave(node, at)
        self.lines.append("</tbody></table>")

    def _row(self, cells: list[str], tag: str, at: str) -> str:
        self.rest.update({f"{at}/{i}": cell for i, cell in enumerate(cells) if not sayable(cell)})
        return "<tr>" + "".join([f"<{tag}>{visible(cell)}</{tag}>" for cell in cells]) + "</tr>"

    def embed(self, node: Node, at: str) -> None:
        """Write what stands in for something of another site: its words and where it is."""
        self.lines.append('<figure class="embed">')
        if "text" in node:
            self.lines.append(f"<blockquote>{visible(node['text'])}</blockquote>")
        label = " · ".join(visible(node[key]) for key in ("author", "provider") if key in node) or "embedded"
        url = node.get("url", "")
        linked = url and sayable(url) and safe_url(url)
        label = f'<a href="{attribute(url)}">{label}</a>' if linked else label
        self.lines.append(f"<figcaption>{label}</figcaption></figure>")
        self.leave(node, at)

    def cast(self, article: Node) -> None:
        """Write who is named, below the article; quotes and mentions refer to these ids."""
        tables = [(key, article.get(key, ())) for key in ("people", "organizations")]
        if not any(entities for _, entities in tables):
            return
        self.lines.append("<footer>")
        for key, entities in tables:
            if entities:
                self.lines.append(f'<ul class="{key}">')
                self.lines += [_entity(e) for e in entities]
                self.lines.append("</ul>")
        self.lines.append("</footer>")


_IMAGE = (("url", "src"), ("alt", "alt"))

_BLOCKS: dict[str, Callable[[Page, Node, str], None]] = {
    "paragraph": Page.plain,
    "list": Page.listing,
    "blockquote": Page.quotation,
    "figure": Page.figure,
    "table": Page.table,
    "embed": Page.embed,
}


def _marks(node: Node, quotes: int) -> Iterator[Mark]:
    """Yield what is to be marked in a paragraph; quotes are numbered through the page."""
    for i, link in enumerate(node.get("links", ())):
        if _sayable("url", link["url"]):
            tag = f'<a href="{attribute(link["url"])}">'
            yield Mark(*bounds(link), LINK, i, tag, tag, "</a>")
    for i, quote in enumerate(node.get("quotes", ())):
        number = quotes + i + 1
        speaker = f' data-speaker="{attribute(quote["speaker"])}"' if "speaker" in quote else ""
        again = f'<span class="quote" data-quote="{number}"{speaker}>'
        first = f'<span class="quote" id="quote-{number}" data-quote="{number}"{speaker}>'
        for span in quote["spans"]:
            yield Mark(span["start"], span["end"], QUOTE, i, first, again, "</span>")
    for i, mention in enumerate(node.get("mentions", ())):
        tag = f'<span class="mention" data-entity="{attribute(mention["entity"])}">'
        yield Mark(*bounds(mention), MENTION, i, tag, tag, "</span>")


def _sayable(key: str, value: str) -> bool:
    return sayable(value) and (key != "url" or safe_url(value))


def _entity(entity: Node) -> str:
    name = visible(entity["name"])
    title = f", {visible(entity['title'])}" if "title" in entity else ""
    mark = f' id="{attribute(entity["id"])}"' if _WORD.fullmatch(entity["id"]) else ""
    return f"<li{mark}>{name}{title}</li>"
