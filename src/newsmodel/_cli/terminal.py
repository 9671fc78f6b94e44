"""An article in a terminal: what ``newsmodel show`` prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Self

from rich import text as rich_text
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table as Grid

from newsmodel import (
    Article,
    Block,
    BlockQuote,
    Embed,
    Entity,
    Figure,
    ListBlock,
    Paragraph,
    Person,
    Quote,
    Section,
    Table,
)

__all__ = ["show"]

# Speakers in order of their first quote take these in turn; the name beside each quote says the same without colour.
_COLOURS = ("cyan", "yellow", "green", "magenta", "blue", "red")
_WIDTH = 92
# Control characters move cursors, set titles and more, and pages may hold them; as many others stand for them, so that
# spans stay true.
_SHOWN = {
    **dict.fromkeys((*range(9), *range(0x0E, 0x1C), 0x1F, *range(0x7F, 0xA0)), "\ufffd"),
    **dict.fromkeys(map(ord, "\v\f\r\x1c\x1d\x1e\x85"), " "),
}


class Text(rich_text.Text):
    """A text for a terminal, without what is a command to it."""

    def __init__(self, text: str = "", style: str = "", **options: Any) -> None:
        super().__init__(text.translate(_SHOWN), style, **options)

    def append(self, text: rich_text.Text | str, style: Any = None) -> Self:
        """Add some more text."""
        super().append(text.translate(_SHOWN) if isinstance(text, str) else text, style)
        return self


def show(article: Article, console: Console) -> None:
    """Print an article readably; colour only where the console has it."""
    width = min(console.width, _WIDTH)
    console.print(Group(*_parts(article)), width=width)


def _parts(article: Article) -> Iterator[RenderableType]:
    colours = _speaker_colours(article)
    yield from _head(article)
    for section in article.sections:
        yield from _section(section, colours)
    yield from _entities(article, colours)
    yield from _rest(article)


def _speaker_colours(article: Article) -> dict[str, str]:
    speakers = dict.fromkeys(q.speaker.id for q in article.quotes if q.speaker)
    return {who: _COLOURS[i % len(_COLOURS)] for i, who in enumerate(speakers)}


def _head(article: Article) -> Iterator[RenderableType]:
    if article.kicker:
        yield Text(article.kicker, style="dim")
    yield Text(article.headline or "(no headline)", style="bold")
    if article.standfirst:
        yield Text(article.standfirst, style="italic")
    meta = (
        article.byline or ", ".join(a.name for a in article.authors),
        article.publisher and article.publisher.name,
        article.published and f"{article.published:%Y-%m-%d %H:%M}".removesuffix(" 00:00"),
        article.dateline,
        article.language,
    )
    line = " · ".join(str(m) for m in meta if m)
    if line:
        yield Text(line, style="dim")
    for notice in article.notices:
        yield Text(f"! {notice.message} ({notice.code})", style="yellow")


def _section(section: Section, colours: dict[str, str]) -> Iterator[RenderableType]:
    yield Text()
    if section.heading:
        yield Text(section.heading, style="bold underline")
        yield Text()
    for i, block in enumerate(section.blocks):
        if i:
            yield Text()
        yield from _block(block, colours)


def _block(block: Block, colours: dict[str, str]) -> Iterator[RenderableType]:
    match block:
        case Paragraph():
            yield from _paragraph(block, colours)
        case ListBlock():
            yield from _list(block, colours)
        case BlockQuote():
            inner = [r for p in block.paragraphs for r in _paragraph(p, colours)]
            if block.attribution:
                inner.append(Text(f"— {block.attribution}", style="dim"))
            yield Padding(Group(*inner), (0, 4), style="dim" if block.pull else "")
        case Figure():
            yield _aside("picture", block.caption.text if block.caption else block.alt, block.credit)
        case Embed():
            yield _aside("embed", block.provider, block.author, block.text, block.url)
        case Table():
            yield _table(block)


def _aside(label: str, *words: str | None) -> Text:
    return Text(f"[{label}] " + " · ".join(filter(None, words)), style="dim")


def _paragraph(paragraph: Paragraph, colours: dict[str, str]) -> Iterator[RenderableType]:
    text = Text(paragraph.text)
    for mention in paragraph.mentions:
        text.stylize("bold", mention.span.start, mention.span.end)
    for quote in paragraph.quotes:
        colour = colours.get(quote.speaker.id, "") if quote.speaker else ""
        for span in quote.spans:
            text.stylize(f"italic {colour}".strip(), span.start, span.end)
    yield text
    for quote in paragraph.quotes:
        yield _attribution(quote, paragraph, colours)


def _attribution(quote: Quote, paragraph: Paragraph, colours: dict[str, str]) -> Text:
    """Return the line below a paragraph that joins one of its quotes to its speaker."""
    line = Text("  ❝ ")
    if quote.speaker:
        line.append(quote.speaker.name, style=f"bold {colours[quote.speaker.id]}")
    else:
        said = quote.speaker_span
        line.append(paragraph.text[said.start : said.end] if said else "nobody named", style="dim italic")
    words = len(quote.text.split())
    kind = "" if quote.kind == "direct" else f"{quote.kind}, "
    line.append(f"  {kind}{words} word{'s' * (words > 1)}", style="dim")
    return line


def _list(block: ListBlock, colours: dict[str, str]) -> Iterator[RenderableType]:
    number = 0
    stack = [(block, 0, iter(block.items))]
    while stack:
        current, depth, items = stack[-1]
        item = next(items, None)
        if item is None:
            stack.pop()
        elif isinstance(item, ListBlock):
            stack.append((item, depth + 1, iter(item.items)))
        else:
            number += depth == 0
            mark = f"{number}." if current.ordered and depth == 0 else "•"
            first, *others = _paragraph(item, colours)
            row = Text(f"{mark} ").append_text(first) if isinstance(first, Text) else Text(mark)
            yield Padding(Group(row, *others), (0, 0, 0, 2 * min(depth, 10) + 2))


def _table(block: Table) -> RenderableType:
    columns = max((len(r) for r in (block.header, *block.rows)), default=0)
    grid = Grid(
        title=Text(block.caption) if block.caption else None, show_header=bool(block.header), title_justify="left"
    )
    for i in range(columns):
        grid.add_column(Text(block.header[i] if i < len(block.header) else ""))
    for row in block.rows:
        grid.add_row(*(Text(c) for c in row))
    return grid


def _entities(article: Article, colours: dict[str, str]) -> Iterator[RenderableType]:
    mentions = Counter(m.entity.id for m in article.mentions)
    words = Counter[str]()
    for quote in article.quotes:
        if quote.speaker and quote.kind != "indirect":
            words[quote.speaker.id] += len(quote.text.split())
    tables: tuple[tuple[str, tuple[Entity, ...]], ...] = (
        ("People", article.people),
        ("Organizations", article.organizations),
    )
    for label, entities in tables:
        if not entities:
            continue
        yield Text()
        yield Rule(Text(label, style="bold"), align="left", style="dim")
        grid = Grid.grid(padding=(0, 2))
        for entity in entities:
            known = _known(entity)
            said = f"{words[entity.id]} words quoted" if words[entity.id] else ""
            count = f"{mentions[entity.id]} mention{'s' * (mentions[entity.id] != 1)}"
            name = Text(entity.name, style=f"bold {colours.get(entity.id, '')}".strip())
            grid.add_row(name, Text(known), Text(count, style="dim"), Text(said, style="dim"))
        yield grid


def _known(entity: Entity) -> str:
    known: list[str | None] = []
    if isinstance(entity, Person):
        known += [entity.title, entity.affiliation.name if entity.affiliation else None]
    if entity.aliases:
        known.append("also " + ", ".join(entity.aliases))
    return ", ".join(filter(None, known))


def _rest(article: Article) -> Iterator[RenderableType]:
    if article.furniture:
        yield Text()
        yield Rule(Text("Not the article", style="dim"), align="left", style="dim")
        for piece in article.furniture:
            words = " · ".join(piece.text.splitlines())
            yield Text(f"{piece.kind}: {words}", style="dim", overflow="ellipsis", no_wrap=True)
