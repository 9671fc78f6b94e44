"""The stages in order: marks, tokens, quotes and their voices, who the voices are; then the new article."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsmodel._model import Article, Block, BlockQuote, ListBlock, Mention, Paragraph, Person, Quote, Span
from newsmodel._quotes._dashes import dialogue
from newsmodel._quotes._detect import language_of
from newsmodel._quotes._incise import opened
from newsmodel._quotes._lexicon import language
from newsmodel._quotes._marks import stretches
from newsmodel._quotes._resolve import Resolver
from newsmodel._quotes._said import Said
from newsmodel._quotes._tokens import Tokens
from newsmodel._quotes._transcript import labelled
from newsmodel._quotes._voices import Voices

__all__ = ["annotate"]


def annotate(article: Article) -> Article:
    """Return the article with its quotes; people and organizations must have been found before."""
    flow = list(article.paragraphs)
    if not flow:
        return article
    lang = language(language_of(article, [p.text for p in flow]))
    voices, resolver = Voices(), Resolver(article)
    read: list[tuple[Paragraph, list[Said], Tokens, list[Mention]]] = []
    texts = [p.text for p in flow]
    for number, (paragraph, marks) in enumerate(zip(flow, labelled(texts, stretches(texts)), strict=True)):
        spoken = opened(paragraph.text, marks, lang) if marks else dialogue(paragraph.text, lang)
        t = Tokens(paragraph.text, spoken, lang)
        resolver.see(paragraph, t)
        said = voices.read(number, t)
        for s in said:
            resolver.settle(s.voice)
        resolver.settle(voices.carried, spoke=False)
        read.append((paragraph, said, t, resolver.new))
    changed = (_with_quotes(p, tuple(_quote(p, s, t) for s in said), new) for p, said, t, new in read)
    return _rebuilt(article, changed, tuple(resolver.people))


def _with_quotes(paragraph: Paragraph, quotes: tuple[Quote, ...], new: list[Mention]) -> Paragraph:
    if quotes == paragraph.quotes and not new:
        return paragraph
    mentions = tuple(sorted((*paragraph.mentions, *new), key=lambda m: m.span.start))
    return attrs.evolve(paragraph, quotes=quotes, mentions=mentions)


def _quote(paragraph: Paragraph, said: Said, t: Tokens) -> Quote:
    spans = tuple(Span(a, b) for a, b in said.pieces)
    voice = said.voice
    named = None
    if voice is not None and said.own and voice.tokens is t:
        named = Span(t.starts[voice.words[0]], t.ends[voice.words[1] - 1])
    return Quote(
        text=" ".join(paragraph.text[s.start : s.end] for s in spans),
        spans=spans,
        kind=said.kind,
        speaker=voice.entity if voice else None,
        speaker_span=named,
        cue_span=Span(*said.cue) if said.cue else None,
        continues=said.continues,
    )


def _rebuilt(article: Article, changed: Iterator[Paragraph], people: tuple[Person, ...]) -> Article:
    """Return the article with its paragraphs replaced, in reading order."""
    sections = tuple(attrs.evolve(s, blocks=tuple(_block(b, changed) for b in s.blocks)) for s in article.sections)
    return attrs.evolve(article, sections=sections, people=people)


def _block(block: Block, changed: Iterator[Paragraph]) -> Block:
    if isinstance(block, Paragraph):
        return next(changed)
    if isinstance(block, BlockQuote) and not block.pull:
        return attrs.evolve(block, paragraphs=tuple(next(changed) for _ in block.paragraphs))
    return _list(block, changed) if isinstance(block, ListBlock) else block


def _list(block: ListBlock, changed: Iterator[Paragraph]) -> ListBlock:
    """Return a list with its paragraphs replaced; the model bounds how deep lists are nested."""
    items = tuple(_list(i, changed) if isinstance(i, ListBlock) else next(changed) for i in block.items)
    return attrs.evolve(block, items=items)
