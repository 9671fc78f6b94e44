"""The text of an article as HTML: quotes joined to their speakers, names marked, every letter escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from attrs import frozen

from newsmodel._model import (
    Block,
    BlockQuote,
    Embed,
    Figure,
    ListBlock,
    Mention,
    Paragraph,
    Person,
    Quote,
    Section,
    Table,
)
from newsmodel._view.cast import Cast, Role

__all__ = ["Prose", "safe_url"]

_CLOSING = "\"”“’'»«›‹」』"
_SPEAKER_STYLES = 8  # as many as the style sheet has


def safe_url(url: str | None) -> str | None:
    """Return a URL that may stand in a link: http and https only; None for any other."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def style_of(role: Role | None) -> str:
    """Return the class that colours and underlines what a speaker says."""
    return "nobody" if role is None or role.number is None else f"s{role.number % _SPEAKER_STYLES}"


@frozen
class Prose:
    """Writes the body of one article; `prefix` makes the ids of the page unique within a notebook."""

    cast: Cast
    prefix: str

    def section(self, index: int, section: Section) -> Iterator[str]:
        """Yield the HTML of a section."""
        yield f'<section id="{self.prefix}-section-{index}">'
        if section.heading:
            level = min(max(section.level, 2), 6)
            yield f"<h{level}>{escape(section.heading)}</h{level}>"
        for block in section.blocks:
            yield from self.block(block)
        yield "</section>"

    def block(self, block: Block) -> Iterator[str]:
        """Yield the HTML of a block."""
        match block:
            case Paragraph():
                yield f"<p>{self.paragraph(block)}</p>"
            case ListBlock():
                yield from self.list(block)
            case BlockQuote():
                yield f'<blockquote class="{"pull" if block.pull else "block"}">'
                yield from (f"<p>{self.paragraph(p)}</p>" for p in block.paragraphs)
                yield f"<footer>{escape(block.attribution)}</footer>" if block.attribution else ""
                yield "</blockquote>"
            case Figure():
                yield self.figure(block)
            case Table():
                yield from _table(block)
            case Embed():
                yield _embed(block)

    def figure(self, figure: Figure) -> str:
        """Return a picture in words: the page loads nothing, so its caption, stand-in text and credit are shown."""
        parts = []
        if figure.caption:
            parts.append(self.paragraph(figure.caption))
        if figure.alt:
            parts.append(f'<span class="alt">Picture: {escape(figure.alt)}</span>')
        if figure.credit:
            parts.append(f'<span class="credit">{escape(figure.credit)}</span>')
        if url := safe_url(figure.url):
            parts.append(f'<a href="{escape(url)}" rel="noreferrer">Open the picture</a>')
        return f'<div class="figure">{" · ".join(parts) or "Picture"}</div>'

    def list(self, block: ListBlock) -> Iterator[str]:
        """Yield a list, nested to any depth, without recursion; a nested list stands inside the item before it."""
        stack: list[tuple[ListBlock, int]] = [(block, 0)]
        yield _open(block)
        while stack:
            current, at = stack.pop()
            if at == len(current.items):
                yield "</ol>" if current.ordered else "</ul>"
                yield "</li>" if stack else ""
                continue
            stack.append((current, at + 1))
            item = current.items[at]
            if isinstance(item, Paragraph):
                holds_next = at + 1 < len(current.items) and isinstance(current.items[at + 1], ListBlock)
                yield f"<li>{self.paragraph(item)}" + ("" if holds_next else "</li>")
            else:
                alone = at == 0 or isinstance(current.items[at - 1], ListBlock)
                yield ('<li class="nested">' if alone else "") + _open(item)
                stack.append((item, 0))

    def paragraph(self, paragraph: Paragraph) -> str:
        """Return a paragraph's text with its quotes and names marked; spans may overlap in any way."""
        text = paragraph.text
        cuts = {0, len(text)}
        for quote in paragraph.quotes:
            cuts.update(p for s in quote.spans for p in (s.start, s.end))
        for mention in paragraph.mentions:
            cuts.update((mention.span.start, mention.span.end))
        ends: dict[int, list[Quote]] = {}
        for quote in paragraph.quotes:
            end = quote.spans[-1].end
            end += text[end : end + 1] in _CLOSING and end < len(text)  # the label stands behind the closing mark
            ends.setdefault(end, []).append(quote)
            cuts.add(end)
        order = sorted(cuts)
        covering = _Covering(paragraph)
        out = []
        for start, end in pairwise(order):
            words = escape(text[start:end]).replace("\n", "<br>")
            said, named = covering.at(start)
            if named is not None:
                words = self.name(named, words)
            if said is not None:
                words = self.quoted(said, words)
            out.append(words)
            out += [self.chip(q, text) for q in ends.get(end, ())]
        return "".join(out)

    def name(self, mention: Mention, words: str) -> str:
        """Mark a name: it leads to the entry of its person or organization."""
        entity = mention.entity
        kind = "person" if isinstance(entity, Person) else "organization"
        label = f"{kind}: {entity.name}"
        return f'<a class="{kind}" href="#{self.anchor(entity.id)}" title="{escape(label)}">{words}</a>'

    def quoted(self, quote: Quote, words: str) -> str:
        """Mark quoted words in the manner of their speaker."""
        role = self.cast.roles.get(quote.speaker.id) if quote.speaker else None
        who = quote.speaker.name if quote.speaker else "speaker not named"
        return f'<q class="{style_of(role)} {quote.kind}" title="{escape(who)}">{words}</q>'

    def chip(self, quote: Quote, text: str) -> str:
        """Return the label behind a quote that names its speaker, or the words that stand for one."""
        if quote.speaker is None:
            said = quote.speaker_span
            words = escape(text[said.start : said.end]) if said else "not named"
            return f'<span class="chip nobody">? {words}</span>'
        role = self.cast.roles[quote.speaker.id]
        manner = "reported" if quote.kind == "indirect" else ""
        label = f"<b>{role.letter}</b> {escape(role.entity.name)} {manner}".rstrip()
        return f'<a class="chip {style_of(role)}" href="#{self.anchor(role.entity.id)}">{label}</a>'

    def anchor(self, who: str) -> str:
        """Return the id, in the page, of the entry of an entity."""
        return f"{self.prefix}-{list(self.cast.roles).index(who)}" if who in self.cast.roles else self.prefix


class _Covering:
    """Tells which quote and which mention cover a place; asked for places from left to right."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.quotes = sorted(((s.start, s.end, q) for q in paragraph.quotes for s in q.spans), key=lambda x: x[:2])
        self.mentions = [(m.span.start, m.span.end, m) for m in paragraph.mentions]
        self.open: list[tuple[int, int, Quote]] = []
        self.next_quote = self.next_mention = 0

    def at(self, place: int) -> tuple[Quote | None, Mention | None]:
        """Return the innermost quote and the mention at a place."""
        while self.next_quote < len(self.quotes) and self.quotes[self.next_quote][0] <= place:
            self.open.append(self.quotes[self.next_quote])
            self.next_quote += 1
        self.open = [x for x in self.open if x[1] > place]
        while self.next_mention < len(self.mentions) and self.mentions[self.next_mention][1] <= place:
            self.next_mention += 1
        mention = None
        if self.next_mention < len(self.mentions) and self.mentions[self.next_mention][0] <= place:
            mention = self.mentions[self.next_mention][2]
        return (self.open[-1][2] if self.open else None), mention


def _open(block: ListBlock) -> str:
    return "<ol>" if block.ordered else "<ul>"


def _table(table: Table) -> Iterator[str]:
    yield '<div class="scroll" tabindex="0" role="region" aria-label="Table"><table>'
    if table.caption:
        yield f"<caption>{escape(table.caption)}</caption>"
    if table.header:
        yield "<thead><tr>" + "".join(f'<th scope="col">{escape(c)}</th>' for c in table.header) + "</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        yield "<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>"
    yield "</tbody></table></div>"


def _embed(embed: Embed) -> str:
    words = [escape(w) for w in (embed.provider, embed.author, embed.text) if w]
    if url := safe_url(embed.url):
        words.append(f'<a href="{escape(url)}" rel="noreferrer">{escape(url)}</a>')
    return f'<div class="embed">Embedded: {" · ".join(words)}</div>'
