"""HTML: a clean page with schema.org metadata that reads back exactly.

The elements say what HTML can say. What it cannot (who speaks where quotes overlap, furniture, controls in a text) is
listed by JSON pointer in one data block.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsmodel import _html
from newsmodel._formats import own_json
from newsmodel._formats._convert import VERSION
from newsmodel._formats._html_read import body
from newsmodel._formats._html_write import Page
from newsmodel._formats._jsonld_write import metadata
from newsmodel._formats._markup import attribute, safe_url, sayable, script, visible
from newsmodel._formats._parts import EVERYTHING
from newsmodel._formats._rest import MEDIA_TYPE, patch
from newsmodel._html.decode import decode
from newsmodel._html.hostile import tame
from newsmodel._html.tree import Element, parse
from newsmodel._model import Article
from newsmodel.errors import FormatError, ParseError

__all__ = ["keeps", "project", "read", "write"]

keeps: Mapping[str, str] = EVERYTHING


def project(article: Article) -> Article:
    """Return the article: nothing is lost."""
    return article


def write(article: Article) -> str:
    """Return the article as a page that needs no style sheet and runs no script."""
    tree = own_json.to_dict(article)
    page = Page()
    head = _head(article, tree)
    page.header(tree)
    sections = tree.pop("sections", [])
    page.sections(sections)
    page.lines.append("</article>")
    page.cast(tree)
    del tree["newsmodel"]
    page.leave(tree, "")
    data = script(MEDIA_TYPE, {"newsmodel": VERSION, "rest": page.rest})
    return "\n".join([*head, *page.lines, data, "</body>", "</html>", ""])


def _head(article: Article, tree: dict[str, Any]) -> list[str]:
    """Return the lines up to the article; takes out of the tree what they say."""
    language = f' lang="{attribute(tree.pop("language"))}"' if sayable(article.language or "\0") else ""
    lines = ["<!DOCTYPE html>", f"<html{language}>", "<head>", '<meta charset="utf-8">']
    lines.append('<meta name="viewport" content="width=device-width">')
    lines.append(f"<title>{visible(article.headline or 'Untitled').replace('<br>', ' ')}</title>")
    if article.description and sayable(article.description):
        lines.append(f'<meta name="description" content="{attribute(tree.pop("description"))}">')
    canonical = article.canonical_url
    if canonical and sayable(canonical) and safe_url(canonical):
        lines.append(f'<link rel="canonical" href="{attribute(tree.pop("canonical_url"))}">')
    lines += [script("application/ld+json", metadata(article)), "</head>", "<body>", "<article>"]
    return lines


def read(data: str | bytes) -> Article:
    """Return the article of a page: exactly, when newsmodel wrote it; else its structure, as `parse_html` tells it."""
    try:
        root = parse(tame(decode(data)).data)
        block = root.find(f".//script[@type='{MEDIA_TYPE}']")
        if block is None:
            return _html.read(data)
    except ParseError as e:
        raise FormatError(e.problem, path=e.path, offset=e.offset, hint=e.hint) from None
    return own_json.from_dict(_tree(root, own_json.decode(block.text or "")))


def _tree(root: Element, data: object) -> dict[str, Any]:
    """Return the tree of the own JSON: what the page says, and what the data block adds."""
    article = root.find("body/article")
    rest = data.get("rest") if isinstance(data, dict) else None
    if article is None or not isinstance(rest, dict) or not isinstance(data, dict):
        raise FormatError("a page of newsmodel without its article or its data")
    tree: dict[str, Any] = {"newsmodel": data.get("newsmodel")}
    tree |= {key: value for key, path, name in _HEAD if (value := _said(root, path, name)) is not None}
    return patch(tree | body(article), rest)


_HEAD = (
    ("language", ".", "lang"),
    ("description", "head/meta[@name='description']", "content"),
    ("canonical_url", "head/link[@rel='canonical']", "href"),
)


def _said(root: Element, path: str, name: str) -> str | None:
    element = root.find(path)
    return element.get(name) if element is not None else None
