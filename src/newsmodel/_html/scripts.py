"""The body of an article that stands only inside a script: JSON that a browser would turn into the page.

Reached only when what is visible does not hold the article. Looked for are JSON-LD ``articleBody``, the data of pages
made by a framework (``__NEXT_DATA__`` and its streamed successor, any ``application/json``, JSON in an attribute), and
in them the longest HTML string, the longest list of text blocks, or the elements that React would draw; and templates.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from newsmodel._html.page import Page
from newsmodel._html.tree import long_data

__all__ = ["bodies"]

_MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|li)\b", re.IGNORECASE)
# ``self.__next_f.push([1,"..."])``: each call holds a JSON array whose second item is a piece of a stream.
_STREAMED = re.compile(r"__next_f\.push\((\[.{1,5000000}\])\)\s*;?\s*$", re.DOTALL)
_ASSIGNED = re.compile(r"^\s*(?:window|self|globalThis|var|let|const)[\w.\[\]\"'\s]{0,80}=\s*(?=[\[{])")
# ``window.__NUXT__=(function(a,b){return {...}}(...))``: the data are an object of JavaScript, no JSON.
_CALLED = re.compile(r"\s*(?:window|self|globalThis)\.\w{1,40}\s{0,9}=\s{0,9}\(?\s{0,9}function")
_ENDS, _CLOSES = tuple(".!?…。！？।؟۔"), "\"'”’»“」)"
# Keys under which the blocks of a body hold their words, best first.
_TYPE_KEYS = ("type", "__typename", "kind", "style", "tag")
_TEXT_KEYS = ("html", "text", "content", "value", "body", "paragraph", "data")
# A string of JavaScript in double quotation marks; one without end is taken to the end, so that all is searched once.
_STRING = re.compile(r'"([^"\\]*+(?:\\.[^"\\]*+)*+)\\?(?:"|\Z)', re.DOTALL)
# What a string of JavaScript may hold and one of JSON may not.
_ESCAPED = re.compile(r"\\(?:x([0-9a-fA-F]{2})|([^\"\\/bfnrtu]))", re.DOTALL)
# ``["$", "p", null, {"children": ...}]``: an element as React streams it; of a component only what it holds.
_REACT = 4
_NAME = re.compile(r"[a-z][a-z0-9]{0,12}")
_HEADED = re.compile(r"head|subtitle|intertitle|h[2-4]\b", re.IGNORECASE)
_LONG = 200
_WORDS = 40
_BIGGEST = 10_000_000
"""Scripts longer than this together are not read."""


def bodies(page: Page, article_body: str | None) -> list[str]:
    """Return the bodies that scripts hold, as HTML, the longest first."""
    found: list[str] = []
    if article_body and len(article_body) > _LONG:
        found.append(_as_html(article_body))
    for data in chain(_documents(page), map(_loads, long_data(page.root))):
        found += _in_json(data)
    found += [t for s in page.scripts if "template" in (s.get("type") or "") and _MARKUP.search(t := s.text or "")]
    return sorted(found, key=len, reverse=True)


def _as_html(text: str) -> str:
    """Return a body as HTML: as it is when it has markup, else each of its lines as a paragraph."""
    if _MARKUP.search(text):
        return text
    return "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())


def _documents(page: Page) -> Iterator[Any]:
    """Yield the JSON documents of the scripts; broken ones are passed over."""
    left = _BIGGEST
    stream: list[str] = []
    for script in page.scripts:
        text = script.text or ""
        left -= len(text)
        if left < 0:
            return
        found = _STREAMED.search(text)
        if not found and len(text) < _LONG:
            continue
        if found:
            piece = _loads(found.group(1))
            if isinstance(piece, list) and len(piece) > 1 and isinstance(piece[1], str):
                stream.append(piece[1])
        elif "json" in (script.get("type") or "") or text.lstrip()[:1] in ("{", "["):
            yield _loads(text)
        elif found := _ASSIGNED.match(text):
            yield _raw(text[found.end() :])
        elif _CALLED.match(text):
            yield [
                _unescaped(found.group(1)) for found in _STRING.finditer(text) if found.end() - found.start() > _LONG
            ]
    for line in "".join(stream).split("\n"):
        _, _, value = line.partition(":")
        if value[:1] in ("{", "["):
            yield _loads(value)
        elif _MARKUP.search(value):
            yield [value.partition(",")[2] if value.startswith("T") else value]


def _loads(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _unescaped(text: str) -> str:
    """Return what a string of JavaScript says; an empty text when it cannot be told."""
    text = _ESCAPED.sub(lambda m: f"\\u00{m.group(1)}" if m.group(1) else m.group(2), text)
    return str(_loads(f'"{text}"') or "")


def _raw(text: str) -> Any:
    """Return the JSON value that a text begins with."""
    try:
        return json.JSONDecoder().raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def _in_json(data: Any) -> Iterator[str]:
    """Yield the strings of a document that are HTML of some length, and its lists of text blocks as HTML."""
    stack = [data]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            stack.extend(node.values())
        elif _is_element(node):
            yield _drawn(node)
        elif isinstance(node, list):
            stack.extend(node)
            if blocks := _blocks(node):
                yield blocks
        elif isinstance(node, str) and len(node) > _LONG and "<" in node and _MARKUP.search(node):
            yield node


def _is_element(node: Any) -> bool:
    """Tell whether a node is an element of React."""
    return isinstance(node, list) and len(node) >= _REACT and node[0] == "$" and isinstance(node[3], dict)


def _drawn(element: Any) -> str:
    """Return an element of React, and all in it, as HTML."""
    out: list[str] = []
    stack = [element]
    while stack:
        node = stack.pop()
        if _is_element(node):
            name, props = node[1], node[3]
            if isinstance(name, str) and _NAME.fullmatch(name):
                out.append(f'<{name} class="{html.escape(str(props.get("className") or ""))}">')
                stack.append(_End(name))
            stack.append(props.get("children"))
        elif isinstance(node, _End):
            out.append(f"</{node}>")
        elif isinstance(node, list):
            stack.extend(reversed(node))
        elif isinstance(node, str) and not node.startswith("$"):
            out.append(html.escape(node))
    return "".join(out)


class _End(str):
    """The name of an element that ends here."""

    __slots__ = ()


def _blocks(items: list[Any]) -> str | None:
    """Return a list of paragraphs as HTML when most of its items hold a sentence, else None."""
    texts = [text for item in items if (text := _text(item) or _heading(item))]
    sentences = [t for t in texts if len(t) > _WORDS and _is_sentence(t)]
    if len(sentences) < 3 or len(sentences) < len(items) / 3:
        return None
    return "".join(t if t.lstrip().startswith(("<p", "<h")) else f"<p>{t}</p>" for t in texts)


def _is_sentence(text: str) -> bool:
    return text.rstrip().rstrip(_CLOSES).endswith(_ENDS)


def _heading(item: Any) -> str | None:
    """Return a short block as HTML: a heading when its type says so, a paragraph when it is a sentence."""
    if not isinstance(item, dict):
        return None
    text = next((item[key] for key in _TEXT_KEYS if isinstance(item.get(key), str) and item[key]), "")
    kind = next((item[key] for key in _TYPE_KEYS if isinstance(item.get(key), str)), "")
    if not text or "<" in text or not kind:
        return None
    if _HEADED.search(kind):
        return f"<h2>{text}</h2>"
    return f"<p>{text}</p>" if _is_sentence(text) else None


def _text(item: Any) -> str | None:
    """Return the words of a block: a string, or what stands under one of the usual keys, some levels down."""
    for _ in range(4):
        if isinstance(item, str):
            return item if len(item) > _WORDS else None
        if isinstance(item, list):
            item = item[0] if len(item) == 1 else None
        if not isinstance(item, dict):
            return None
        item = next((item[key] for key in _TEXT_KEYS if item.get(key)), None)
    return None
