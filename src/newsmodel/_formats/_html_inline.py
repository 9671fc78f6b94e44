"""The text of a paragraph as HTML, with elements for links, quotes and mentions, however they overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsmodel._formats._markup import attribute, safe_url, sayable, visible

__all__ = ["inline"]

_LINK, _QUOTE, _MENTION = range(3)
_NUMBER = re.compile(r' data-quote="(\d+)"')

# One stretch to mark: where it starts and ends, its rank (links outermost, so that they are never split), its place
# among its kind, its start tag, its end tag.
Mark = tuple[int, int, int, int, str, str]


def inline(node: dict[str, Any], quotes: int) -> tuple[str, int]:
    """Return a paragraph's HTML, and the number of quotes up to its end; `quotes` is their number before it."""
    text: str = node["text"]
    marks = [*_marks(node, quotes)]
    quotes += len(node.get("quotes", ()))
    if not marks:
        return visible(text), quotes
    edges = sorted({0, len(text), *(m[0] for m in marks), *(m[1] for m in marks)})
    waiting = sorted(marks, reverse=True)  # the next one to open is last
    pieces: list[str] = []
    stack: list[Mark] = []
    seen: set[int] = set()
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        active = [m for m in stack if m[1] > start]
        while waiting and waiting[-1][0] == start:
            active.append(waiting.pop())
        active.sort(key=lambda m: (m[2], m[3]))
        common = _common(stack, active)
        pieces += [m[5] for m in reversed(stack[common:])]
        pieces += [_opened(m, seen) for m in active[common:]]
        pieces.append(visible(text[start:end]))
        stack = active
    return "".join(pieces), quotes


def _common(old: list[Mark], new: list[Mark]) -> int:
    """Return how many of the open elements stay open."""
    for i, (a, b) in enumerate(zip(old, new, strict=False)):
        if a is not b:
            return i
    return min(len(old), len(new))


def _opened(mark: Mark, seen: set[int]) -> str:
    """Return the start tag; the first one of each quote has an id."""
    if mark[2] != _QUOTE or mark[3] in seen:
        return mark[4]
    seen.add(mark[3])
    return _NUMBER.sub(r' id="quote-\1"\g<0>', mark[4], count=1)


def _marks(node: dict[str, Any], quotes: int) -> Iterator[Mark]:
    for i, link in enumerate(node.get("links", ())):
        if sayable(link["url"]) and safe_url(link["url"]):
            yield *_span(link), _LINK, i, f'<a href="{attribute(link["url"])}">', "</a>"
    for i, quote in enumerate(node.get("quotes", ())):
        speaker = f' data-speaker="{attribute(quote["speaker"])}"' if "speaker" in quote else ""
        start = f'<span class="quote" data-quote="{quotes + i + 1}"{speaker}>'
        for span in quote["spans"]:
            yield span["start"], span["end"], _QUOTE, i, start, "</span>"
    for i, mention in enumerate(node.get("mentions", ())):
        start = f'<span class="mention" data-entity="{attribute(mention["entity"])}">'
        yield *_span(mention), _MENTION, i, start, "</span>"


def _span(node: dict[str, Any]) -> tuple[int, int]:
    return node["span"]["start"], node["span"]["end"]
