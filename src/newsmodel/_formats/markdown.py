"""Markdown: front matter with what is known of the article, then the body as CommonMark.

The front matter is YAML of one line a field, whose values are JSON (which is YAML): names as in the model, ``title``
for the headline and ``date`` for when it was published, as publishing tools know them. Tables are those of GitHub.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import attrs

from newsmodel import _byline, _dates
from newsmodel._formats import _markdown_project, _markdown_read, _markdown_write, own_json
from newsmodel._formats._cast import Cast
from newsmodel._formats._convert import VERSION
from newsmodel._formats._decode import utf8
from newsmodel._formats._parts import EVERYTHING
from newsmodel._model import Article

__all__ = ["keeps", "project", "read", "write"]

_LOST = {"quotes", "speakers", "mentions", "embeds", "furniture", "notices"}
keeps: Mapping[str, str] = {
    **{part: how for part, how in EVERYTHING.items() if part not in _LOST},
    "headings": "on one line",
    "levels": "of sections with a heading; one without goes on with the section before it",
    "paragraphs": "white space collapsed but for line breaks",
    "lists": "a nested list belongs to an item",
    "block quotes": "no pull quotes",
    "figures": "address, text and caption",
    "tables": "rows filled up to one length; no caption",
    "links": "of paragraphs, to safe addresses without blanks",
}

_FENCE = "---"
_NAMES = {"headline": "title", "published": "date"}
_FIELDS = {name: field for field, name in _NAMES.items()}
# What JSON may hold as it is but YAML may not.
_NOT_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_LINE = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*)|)$")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(.*)$")


def project(article: Article) -> Article:
    """Return the article with what Markdown can hold."""
    return attrs.evolve(article, sections=_markdown_project.body(article.sections), furniture=(), notices=())


def write(article: Article) -> str:
    """Return the article as front matter and CommonMark."""
    article = project(article)
    fields = own_json.to_dict(attrs.evolve(article, sections=()))
    front = [f"{_NAMES.get(name, name)}: {_yaml(value)}" for name, value in fields.items()]
    head = "\n".join([_FENCE, *front, _FENCE])
    return "\n\n".join([head, *_markdown_write.lines(article.sections)]) + "\n"


def _yaml(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return _NOT_YAML.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def read(data: str | bytes) -> Article:
    """Return the article of a Markdown document; what others write in front matter is read as far as it is known.

    Raises `FormatError` when the bytes are not UTF-8, or the front matter that newsmodel wrote was changed to
    something that no article can have.
    """
    text = utf8(data).replace("\r\n", "\n").replace("\r", "\n")
    front: dict[str, Any] = {}
    if text.startswith(f"{_FENCE}\n"):
        head, fence, rest = text[len(_FENCE) :].partition(f"\n{_FENCE}\n")
        if fence:
            front, text = _front(head), rest
    tree = front if "newsmodel" in front else _foreign(front)
    tree.pop("sections", None)
    return attrs.evolve(own_json.from_dict(tree), sections=_markdown_read.body(text))


def _front(text: str) -> dict[str, Any]:
    """Return the fields of front matter: JSON, or strings as they stand; lists of one entry a line too."""
    found: dict[str, Any] = {}
    name = ""
    for line in text.split("\n"):
        if field := _LINE.match(line):
            name = _FIELDS.get(field[1], field[1])
            found[name] = _value(field[2] or "")
        elif (entry := _ENTRY.match(line)) and (found.get(name) == "" or isinstance(found.get(name), list)):
            found[name] = found[name] or []
            found[name].append(_value(entry[1]))
    return found


def _value(text: str) -> Any:
    text = text.strip()
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        if text[:1] == "[" and text[-1:] == "]":
            return [part.strip(" \"'") for part in text[1:-1].split(",")]
        return text[1:-1] if text[:1] == "'" and text[-1:] == "'" and len(text) > 1 else text


def _foreign(front: dict[str, Any]) -> dict[str, Any]:
    """Return the tree of what others' front matter says in words that are commonly used."""
    tree: dict[str, Any] = {"newsmodel": VERSION}
    cast = Cast()
    for field, names in _COMMON.items():
        value = next((v for n in names if isinstance(v := front.get(n), str) and v.strip()), None)
        if value is not None:
            tree[field] = value.strip()
    for field, names in (("published", ("published", "pubdate")), ("modified", ("modified", "lastmod", "updated"))):
        readings = (_dates.read(v) for n in names if isinstance(v := front.get(n), str))
        reading = next(filter(None, readings), None)
        if reading is not None:
            tree[field] = reading.moment.isoformat()
    tags = front.get("tags", front.get("keywords"))
    tags = tags if isinstance(tags, list) else str(tags or "").split(",")
    if tags := [t.strip() for t in tags if isinstance(t, str) and t.strip()]:
        tree["tags"] = tags
    named = front.get("authors", front.get("author"))
    writers = named if isinstance(named, list) else [named]
    if found := [e for name in writers if isinstance(name, str) for e in _byline.read(name)]:
        tree["authors"] = cast.authors(found)
    return tree


_COMMON = {
    "headline": ("headline",),
    "standfirst": ("standfirst", "subtitle"),
    "description": ("description", "summary", "excerpt"),
    "section_label": ("section_label", "category", "section"),
    "language": ("language", "lang"),
    "canonical_url": ("canonical_url", "canonical"),
    "url": ("url",),
}
