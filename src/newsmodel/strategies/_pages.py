"""Sources together with what they say: plain texts and pages, with furniture between and around."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterator
from html import escape
from typing import Literal, TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from newsmodel._model import Access, Article
from newsmodel.strategies._story import HEADLINES, PUBLISHER, Around, BodyPart, Bullets, Heading, Para, Story, stories
from newsmodel.strategies._texts import pick

Layout: TypeAlias = Literal["blank", "lines", "wrapped"]
"""Paragraphs set off by blank lines, one a line, or set off by blank lines and hard-wrapped."""

_WIDTH = 72


def plain_pages(layout: Layout | None = None) -> SearchStrategy[tuple[str, Article]]:
    """Return a strategy for plain texts as agencies and scrapers give them, each with the article that it says.

    Headline first, then what there is of byline, dateline, paragraphs, subheads and lists, with lines of furniture
    between and below; ``layout`` is drawn unless given, and so are line ends and a byte order mark. The article has no
    people, quotes or notices. Its furniture stands in the order of the text.
    """
    return _plain_pages(layout)


@st.composite
def _plain_pages(draw: st.DrawFn, layout: Layout | None) -> tuple[str, Article]:
    layouts: tuple[Layout, ...] = (layout,) if layout else ("blank", "lines", "wrapped")
    story, line_end = draw(stories), draw(pick(("\n", "\r\n", "\r")))
    return _plain(story, draw(st.sampled_from(layouts)), line_end, mark=draw(st.booleans()))


def html_pages() -> SearchStrategy[tuple[bytes, Article]]:
    """Return a strategy for pages as news sites serve them, each with the article that it says.

    Metadata in JSON-LD, meta tags or neither; the body in one of several kinds of container, with furniture in it;
    navigation, teasers of other articles and a footer around it; UTF-8, or another declared encoding. The article has
    no people, quotes or notices, and of furniture only what stands within the body.
    """
    return _html_pages()


@st.composite
def _html_pages(draw: st.DrawFn) -> tuple[bytes, Article]:
    metadata, encoding = draw(pick(tuple(_METADATA))), draw(pick(("utf-8", "windows-1252", "utf-16")))
    return _page(draw(stories), metadata, draw(pick(tuple(_CONTAINERS))), encoding)


def _plain(story: Story, layout: Layout, line_end: str, mark: bool) -> tuple[str, Article]:
    blocks = [b for b in (story.headline, story.byline) if b]
    dateline = f"{story.dateline} - " if story.dateline else ""
    for i, part in enumerate(story.parts):
        if isinstance(part, Bullets):
            signs = (f"{n}." if part.ordered else "-" for n in range(1, len(part.items) + 1))
            blocks.append("\n".join(f"{sign} {item}" for sign, item in zip(signs, part.items, strict=True)))
        else:
            blocks.append(part.text if i else dateline + part.text)
    if layout == "wrapped":
        blocks = ["\n".join(textwrap.fill(line, _WIDTH) for line in block.split("\n")) for block in blocks]
    text = ("\n" if layout == "lines" else "\n\n").join(blocks) + "\n"
    article = story.article(kicker=None, standfirst=None, language="en")
    return ("\ufeff" if mark else "") + text.replace("\n", line_end), article


_CONTAINERS: dict[str, tuple[str, str]] = {
    "article": ("<article>", "</article>"),
    "main": ("<main><div class='story'>", "</div></main>"),
    "class": ("<div class='layout'><div class='article-body'>", "</div></div>"),
    "microdata": ("<div itemscope itemtype='https://schema.org/NewsArticle'>", "</div>"),
}


def _page(story: Story, metadata: str, container: str, encoding: str) -> tuple[bytes, Article]:
    opening, closing = _CONTAINERS[container]
    lines = [
        f"<!DOCTYPE html>\n<html lang='en'><head><meta charset='{encoding}'>",
        f"<title>{escape(story.headline)} | {PUBLISHER.name}</title>",
        *_METADATA[metadata](story),
        "</head><body>",
        "<header><nav><ul><li><a href='/'>Home</a><li><a href='/sport'>Sport</a></ul></nav></header>",
        opening,
        *_header(story),
        *(_block(part, story.dateline if i == 0 else None) for i, part in enumerate(story.parts)),
        closing,
        "<aside><h2>More stories</h2><ul>",
        *(f"<li><a href='/{i}'>{escape(h)}</a></li>" for i, h in enumerate(HEADLINES) if h != story.headline),
        "</ul></aside><footer><a href='/imprint'>Imprint</a> <a href='/privacy'>Privacy</a></footer></body></html>",
    ]
    facts: dict[str, object] = {"language": "en"}
    if metadata != "none":
        facts |= {"published": story.published, "publisher": PUBLISHER}
    if metadata == "json-ld":
        facts["access"] = Access.FREE
    return "\n".join(lines).encode(encoding, "xmlcharrefreplace"), story.article(**facts)


def _json_ld(story: Story) -> Iterator[str]:
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.headline,
        "author": [{"@type": "Person", "name": name} for name in story.authors],
        "publisher": {"@type": "Organization", "name": PUBLISHER.name},
        "isAccessibleForFree": True,
    }
    if story.published is not None:
        told["datePublished"] = story.published.isoformat()
    yield f"<script type='application/ld+json'>{json.dumps(told)}</script>"


def _meta(story: Story) -> Iterator[str]:
    yield "<meta property='og:type' content='article'>"
    yield f'<meta property="og:title" content="{escape(story.headline)}">'
    yield f"<meta property='og:site_name' content='{PUBLISHER.name}'>"
    if story.published is not None:
        yield f"<meta property='article:published_time' content='{story.published.isoformat()}'>"
    yield from (f'<meta name="author" content="{escape(name)}">' for name in story.authors)


def _untold(story: Story) -> Iterator[str]:
    return iter(())


_METADATA: dict[str, Callable[[Story], Iterator[str]]] = {"json-ld": _json_ld, "meta": _meta, "none": _untold}


def _header(story: Story) -> Iterator[str]:
    if story.kicker:
        yield f"<p class='kicker'>{story.kicker}</p>"
    yield f"<h1>{escape(story.headline)}</h1>"
    if story.standfirst:
        yield f"<p class='standfirst'>{escape(story.standfirst)}</p>"
    if story.byline:
        yield f"<p class='byline'>{escape(story.byline)}</p>"


def _block(part: BodyPart, dateline: str | None) -> str:
    match part:
        case Para(text):
            return f"<p>{escape(f'{dateline} - {text}' if dateline else text)}</p>"
        case Heading(text):
            return f"<h2>{escape(text)}</h2>"
        case Bullets(items, ordered):
            tag = "ol" if ordered else "ul"
            return f"<{tag}>{''.join(f'<li>{escape(item)}</li>' for item in items)}</{tag}>"
        case Around(kind, text):
            return f"<div class='{kind}'><p>{escape(text)}</p></div>"
