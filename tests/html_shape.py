"""An Article as plain lists, for case files that people can read."""

from __future__ import annotations

from typing import Any

from newsmodel import Article, BlockQuote, Embed, Figure, ListBlock, Paragraph, Table


def shape(article: Article) -> dict[str, Any]:
    """Return the body of an article and what stood within it."""
    return {
        "sections": [
            {"heading": s.heading, "level": s.level, "blocks": [block_shape(b) for b in s.blocks]}
            for s in article.sections
        ],
        "furniture": [[f.kind, f.text] for f in article.furniture],
        "notices": [n.code for n in article.notices],
    }


def block_shape(block: Any) -> Any:
    """Return one block: a paragraph as its text, with the addresses of its links, anything else with its name first."""
    match block:
        case Paragraph(text=text, links=()):
            return text
        case Paragraph(text=text, links=links):
            return ["paragraph", text, {text[x.span.start : x.span.end]: x.url for x in links}]
        case ListBlock(items=items, ordered=ordered):
            return ["ordered" if ordered else "list", *map(block_shape, items)]
        case BlockQuote(paragraphs=paragraphs, attribution=by, pull=pull):
            return ["pull" if pull else "quote", [p.text for p in paragraphs], by]
        case Figure(url=url, alt=alt, caption=caption, credit=credit):
            return ["figure", url, alt, caption and caption.text, credit]
        case Table(header=header, rows=rows, caption=caption):
            return ["table", caption, list(header), *map(list, rows)]
        case Embed(provider=provider, url=url, author=author, text=text):
            return ["embed", provider, url, author, text]
    raise TypeError(block)
