"""From judged lines to Sections of Blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from attrs import evolve

from newsmodel._html.around import Inherited
from newsmodel._html.credits import bare, is_only_credit
from newsmodel._html.crossheads import parted
from newsmodel._html.embeds import frame, post
from newsmodel._html.figures import figure
from newsmodel._html.flow import flat, paragraphs
from newsmodel._html.live import Posts
from newsmodel._html.names import words
from newsmodel._html.page import BREAK, Box, Line
from newsmodel._html.region import Region
from newsmodel._html.tables import data_table, is_data, places
from newsmodel._html.text import clean
from newsmodel._html.tree import texts as pieces
from newsmodel._html.verdict import Verdict
from newsmodel._model import Block, BlockQuote, Figure, ListBlock, Paragraph, Section, Table

__all__ = ["sections"]

_GROUPS = frozenset({"ul", "ol", "dl", "blockquote", "table"})
_POSTS = frozenset({"blockquote", "aside", "div", "figure"})
_LISTS = frozenset({"ul", "ol", "dl", "menu", "dir"})
_ITEMS = frozenset({"li", "dt", "dd"})
_SOURCES = frozenset({"cite", "attribution", "author", "source", "quelle", "speaker", "byline"})
_DEFAULT_LEVEL = 2
_SELF = "#¶§🔗 "
_ATTRIBUTION = 120
# A list, quotation or table that holds more than this share of the running text is how the page lays out its text.
_LAYOUT = 0.5
# Lists nested deeper than this are hostile; what lies deeper joins the innermost.
_DEEPEST = 30


def sections(verdicts: list[Verdict], region: Region, base: str | None, posts: Posts) -> list[Section]:
    """Return the sections that the lines of an article make, in order; each post of a live blog is one."""
    out: list[Section] = []
    heading: str | None = None
    level = _DEFAULT_LEVEL
    blocks: list[Block] = []
    post = None
    for verdict, found in _blocks(verdicts, region, base, posts):
        here = posts.of(verdict.line.index)
        heads = verdict.role == "heading"
        if not heads and here is post:
            _add(blocks, found)
            continue
        # A heading with nothing below it before the next one belongs to what was dropped, unless the next is lower.
        if blocks or (heads and heading and _level(verdict.line) > level):
            out.append(Section(tuple(blocks), heading, level))
        time = posts.times[here] if here is not None and here is not post else ""
        heading = " ".join(filter(None, (time, _headed(verdict.line) if heads else ""))) or None
        level, blocks, post = _level(verdict.line) if heads else _DEFAULT_LEVEL, list(found), here
    if blocks:
        out.append(Section(tuple(blocks), heading, level))
    return out


def _headed(line: Line) -> str:
    """Return the text of a heading without the sign that links to itself."""
    text = flat(line)
    return text.rstrip(_SELF) or text if line.anchors and text[-1] in _SELF else text


def _add(blocks: list[Block], found: list[Block]) -> None:
    """Add blocks; a caption that stands outside the box of the picture or table right above it is that one's."""
    below = found[0] if blocks and len(found) == 1 else None
    if type(below) is Figure and below.url is None and below.caption is not None:
        last = blocks[-1]
        if type(last) is Figure and last.url:
            if last.caption is None:
                blocks[-1] = evolve(last, caption=below.caption, credit=last.credit or below.credit)
                return
            if last.credit is None and is_only_credit(below.caption.text):
                blocks[-1] = evolve(last, credit=bare(below.caption.text))
                return
        if type(last) is Table and last.caption is None:
            blocks[-1] = evolve(last, caption=below.caption.text)
            return
    blocks += found


def _level(line: Line) -> int:
    tag = line.tag
    if len(tag) != 2 and line.box.parent is not None:
        tag = line.box.parent.tag  # a block within the heading element
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal() else _DEFAULT_LEVEL


def _blocks(
    verdicts: list[Verdict], region: Region, base: str | None, posts: Posts
) -> Iterator[tuple[Verdict, list[Block]]]:
    """Yield the blocks of each group of lines that belong together, with the first verdict of the group."""
    nests = _Nests(region)
    for (role, box, _), group in groupby(verdicts, key=_grouping(region, posts, nests.groups)):
        members = list(group)
        lines = [v.line for v in members]
        if role == "heading":
            yield from ((v, []) for v in members)
        elif role in _MAKERS:
            yield members[0], _MAKERS[role](box, lines, base)
        elif role == "text":
            found = _running(members, base) if box is None else [(members[0], _text(box, lines, base, nests))]
            yield from found


def _running(verdicts: list[Verdict], base: str | None) -> Iterator[tuple[Verdict, list[Block]]]:
    """Yield the paragraphs of running text, those below a heading within a line with the verdict that it is one."""
    first, blocks = verdicts[0], list[Block]()
    for verdict in verdicts:
        line = verdict.line
        if not (line.bold and BREAK in line.text):
            blocks += paragraphs(line, base)
            continue
        for found in parted(line, base):
            if isinstance(found, Paragraph):
                blocks.append(found)
            else:
                yield first, blocks
                yield Verdict(Line(line.index, line.el, line.box, "b", found), "heading"), []
                first, blocks = verdict, []
    yield first, blocks


class _Nests:
    """The lists and tables that boxes stand in, each box asked once for all groups of lines."""

    def __init__(self, region: Region) -> None:
        self.groups = _outermost(region, _GROUPS)
        self.lists: Inherited[tuple[Box, ...]] = Inherited(_open_lists(self.groups), (), region.around)
        self.places = places(self.groups)


def _grouping(
    region: Region, posts: Posts, groups: Inherited[Box | None]
) -> Callable[[Verdict], tuple[str, Box | None, Box | None]]:
    """Return the key that the lines of one list, quotation, table, figure or post have in common."""
    cards, figures = _outermost(region, _POSTS), _figure_boxes(region)
    at = posts.at

    def key(verdict: Verdict) -> tuple[str, Box | None, Box | None]:
        role, line = verdict.role, verdict.line
        if role in ("furniture", "heading"):
            return role, None, None
        post = at.get(line.index) if at else None
        if role in ("media", "caption"):
            return ("frame", None, post) if line.tag in _FRAMES else ("figure", figures[line.box], post)
        around, box = (groups if role == "text" else cards), line.box
        # A paragraph is no such box itself: the box around it is known from the paragraph before.
        return role, around[box if box.tag != "p" or box in around else box.parent], post

    return key


_FRAMES = frozenset({"iframe", "video", "audio", "embed", "object", "amp-iframe", "amp-video", "amp-youtube"})


def _outermost(region: Region, tags: frozenset[str]) -> Inherited[Box | None]:
    """Return the outermost boxes of the region with one of the tags around others, but none that lays out the page."""

    def step(box: Box, outer: Box | None) -> Box | None:
        is_one = box.tag in tags and region.of_box.get(box, 0.0) <= _LAYOUT * region.total
        return box if outer is None and is_one else outer

    return Inherited(step, None, region.around)


def _figure_boxes(region: Region) -> Inherited[Box | None]:
    """Return the boxes that pictures and captions share: a figure, or the outermost box named for a caption."""

    def step(box: Box, outer: Box | None) -> Box | None:
        if box.tag == "figure":
            return box
        # Where no box around is furniture of any kind, none is a caption.
        is_caption = outer is None and region.kinds[box] is not None and region.own_kind(box) == "caption"
        return box if is_caption else outer

    return Inherited(step, None, region.around)


def _text(box: Box, lines: list[Line], base: str | None, nests: _Nests) -> list[Block]:
    if box.tag == "table":
        if is_data(lines, nests.places):
            return [data_table(lines, nests.places)]
        return [p for line in lines for p in paragraphs(line, base)]
    if box.tag == "blockquote":
        return _quote(box, lines, base)
    return [_list(box, lines, base, nests.lists)]


def _quote(_: Box | None, lines: list[Line], base: str | None, *, pull: bool = False) -> list[Block]:
    cites = {box: _cite(box) for box in {line.box for line in lines}}
    texts = [p for line in lines if not _is_source(line, cites[line.box]) for p in paragraphs(line, base)]
    source = " ".join(flat(line) for line in lines if _is_source(line, cites[line.box])).lstrip("—–- ") or None
    if not texts:
        return [Paragraph(source)] if source else []
    return [BlockQuote(tuple(texts), source, pull)]


def _cite(box: Box) -> str | None:
    """Return what the ``<cite>`` of a quotation says."""
    cite = box.el.find("cite") if box.tag == "blockquote" else None
    return None if cite is None else clean("".join(pieces(cite)))


def _is_source(line: Line, cite: str | None) -> bool:
    """Tell whether a line of a quotation names whom it is by: it begins with a dash, or its box says so."""
    if cite is not None:
        return cite == line.text
    if line.box.tag == "footer" or (line.text[:1] in "—–" and len(line.text) < _ATTRIBUTION):
        return True
    return line.box.tag not in ("blockquote", "p") and not _SOURCES.isdisjoint(words(line.box.name))


def _list(box: Box, lines: list[Line], base: str | None, lists: Inherited[tuple[Box, ...]]) -> ListBlock:
    """Return a list with the lists nested in it: a stack of the lists that are open, innermost last."""
    stack: list[tuple[Box, list[Paragraph | ListBlock]]] = [(box, [])]
    for line in lines:
        path = lists[line.box]
        while len(stack) > len(path) or stack[-1][0] is not path[len(stack) - 1]:
            _close(stack)
        stack += [(inner, []) for inner in path[len(stack) :]]
        stack[-1][1].extend(paragraphs(line, base))
    while len(stack) > 1:
        _close(stack)
    return _made(*stack[0])


def _close(stack: list[tuple[Box, list[Paragraph | ListBlock]]]) -> None:
    box, items = stack.pop()
    if items:
        stack[-1][1].append(_made(box, items))


def _made(box: Box, items: list[Paragraph | ListBlock]) -> ListBlock:
    """Return the list of some items; one that holds nothing but a list is that list."""
    only = items[0] if len(items) == 1 else None
    return only if isinstance(only, ListBlock) else ListBlock(tuple(items), box.tag == "ol")


def _open_lists(groups: Inherited[Box | None]) -> Callable[[Box, tuple[Box, ...]], tuple[Box, ...]]:
    """Return what tells the lists that are open in a box, outermost first; the outermost is one of the groups."""

    def step(box: Box, outer: tuple[Box, ...]) -> tuple[Box, ...]:
        if not outer:
            return (box,) if groups[box] is box else ()
        return (*outer, box) if box.tag in _LISTS and len(outer) < _DEEPEST else outer

    return step


def _figure(box: Box | None, lines: list[Line], base: str | None) -> list[Block]:
    """Return the figures of a group: one for a box, else one for each picture with the captions after it."""
    parts: list[tuple[list[Line], list[Line]]] = []
    for line in lines:
        if line.text:
            if not parts:
                parts.append(([], []))
            parts[-1][1].append(line)
        elif box is None or not parts:
            parts.append(([line], []))
        else:
            parts[-1][0].append(line)
    return [f for media, captions in parts if (f := figure(media, captions, base)) is not None]


def _frames(_: Box | None, lines: list[Line], base: str | None) -> list[Block]:
    return [e for line in lines if (e := frame(line, base)) is not None]


def _post(box: Box | None, lines: list[Line], base: str | None) -> list[Block]:
    found = post(box or lines[0].box, [line for line in lines if line.text], base)
    return [found] if found is not None else []


def _pull(box: Box | None, lines: list[Line], base: str | None) -> list[Block]:
    return _quote(box, [line for line in lines if line.text], base, pull=True)


_MAKERS: dict[str, Callable[[Box | None, list[Line], str | None], list[Block]]] = {
    "figure": _figure,
    "frame": _frames,
    "embed": _post,
    "pull": _pull,
}
