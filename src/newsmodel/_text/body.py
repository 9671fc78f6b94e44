"""The body: sections of paragraphs and lists, the furniture apart."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import Factory, define

from newsmodel._model import ListBlock, Paragraph, Section
from newsmodel._text import dateline, headings, lists, tail
from newsmodel._text.blocks import Block

__all__ = ["Body", "read"]


@define
class Body:
    """The body of an article and what stood between and below its paragraphs."""

    dateline: str | None = None
    sections: tuple[Section, ...] = ()
    furniture: list[tuple[str, str]] = Factory(list)
    """Kind and text."""


def read(blocks: Sequence[Block], start: int, rest: Sequence[str] = ()) -> Body:
    """Return the body that begins at a block; `rest` are paragraphs that follow all blocks, to be taken as they are."""
    body = Body()
    end = tail.begin(blocks, start)
    runs = _lists(blocks, start, end)
    inside = {i for at, stop in runs.items() for i in range(at, stop)}
    places: list[int] = []
    for i in range(start, end):
        if i in inside:
            if i in runs:
                places.append(i)
        elif kind := tail.kind_within(blocks[i].text):
            body.furniture.append((kind, blocks[i].text))
        else:
            places.append(i)
    if places and places[0] not in runs and (cut := dateline.cut(blocks[places[0]].text)):
        body.dateline, first = cut[0], blocks[places[0]]._replace(text=cut[1])
        blocks = [*blocks[: places[0]], first, *blocks[places[0] + 1 :]]
    body.sections = _sections(blocks, places, runs)
    if rest:
        body.sections += (Section(tuple(map(Paragraph, rest))),)
    body.furniture += [(tail.kind_below(b) or "other", b.text) for b in blocks[end:]]
    return body


def _lists(blocks: Sequence[Block], start: int, end: int) -> dict[int, int]:
    """Return where lists begin and end."""
    runs: dict[int, int] = {}
    i = start
    while i < end:
        introduced = i > start and blocks[i - 1].text[-1] in ":："
        first, i = lists.run(blocks, i, end, introduced=introduced)
        if first < i:
            runs[first] = i
    return runs


def _sections(blocks: Sequence[Block], places: Sequence[int], runs: dict[int, int]) -> tuple[Section, ...]:
    found = headings.find(blocks, places, runs)
    sections: list[Section] = []
    heading: str | None = None
    content: list[Paragraph | ListBlock] = []
    for i in places:
        if i in found:
            if heading is not None or content:
                sections.append(Section(tuple(content), heading))
            heading, content = blocks[i].text, []
        elif i in runs:
            content.append(lists.read(blocks[i : runs[i]]))
        else:
            content.append(Paragraph(blocks[i].text))
    if heading is not None or content:
        sections.append(Section(tuple(content), heading))
    return tuple(sections)
