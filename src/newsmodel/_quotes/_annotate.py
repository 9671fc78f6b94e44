"""The stages in order: marks, tokens, quotes and their voices, who the voices are; then the new article."""

from __future__ import annotations

from collections.abc import Sequence

from newsmodel._language import guess, likeliest
from newsmodel._model import Article, BlockQuote, Mention, Paragraph, Quote, Span
from newsmodel._quotes._clauses import Parser
from newsmodel._quotes._dashes import dialogue
from newsmodel._quotes._fields import with_owner
from newsmodel._quotes._incise import opened
from newsmodel._quotes._lexicon import Language, language, languages
from newsmodel._quotes._marks import Stretch, stretches, whole
from newsmodel._quotes._places import captions, flow, rebuilt
from newsmodel._quotes._resolve import Resolver
from newsmodel._quotes._said import Said
from newsmodel._quotes._tokens import Tokens
from newsmodel._quotes._transcript import labelled
from newsmodel._quotes._voices import Voices

__all__ = ["annotate"]


def annotate(article: Article, clauses: Parser | None = None, guessed: str | None = None) -> Article:
    """Return the article with its quotes; people and organizations must have been found before.

    Pure. Quotes that the article has are replaced. A speaker who is evidently a person, and whom names missed, is
    added to `Article.people` and to the mentions of the paragraph. ``clauses`` is a parser for reported speech.
    ``guessed`` is the language of the text where the article does not name it; "" when it cannot be told.
    """
    texts, pictures = list(flow(article)), list(captions(article))
    if not texts and not pictures:
        return article
    reader = _Reader(article, _language(article, guessed, [p.text for p, _ in texts]), clauses)
    changed = reader.read(texts)
    below = [p for caption in pictures for p in reader.read([(caption, None)])]
    return rebuilt(article, iter(changed), iter(below), tuple(reader.resolver.people))


def _language(article: Article, guessed: str | None, texts: list[str]) -> Language:
    """Return the data of the language that the article names, or is written in, or is likeliest written in."""
    code = article.language or guessed
    if not code:
        text = "\n".join(texts)
        code = (guess(text) if guessed is None else None) or likeliest(text, languages()) or ""
    return language(code.replace("_", "-").partition("-")[0].lower())


class _Reader:
    """Reads texts one after the other; what one tells of the people in it, the next may build on."""

    def __init__(self, article: Article, lang: Language, parser: Parser | None) -> None:
        self.language = lang
        self.parser = parser
        self.resolver = Resolver(article)

    def read(self, texts: Sequence[tuple[Paragraph, BlockQuote | None]]) -> list[Paragraph]:
        """Return the paragraphs of one run of text with their quotes."""
        voices, resolver = Voices(self.parser), self.resolver
        read: list[tuple[Paragraph, list[Said], Tokens, list[Mention]]] = []
        for (paragraph, block), marks in zip(texts, self._stretches(texts), strict=True):
            t = Tokens(paragraph.text, marks, self.language)
            if self.language.verb_second:
                t.mark(m.span for m in paragraph.mentions)
            resolver.see(paragraph, t)
            said = voices.read(t)
            if block is not None and block.attribution:
                resolver.sign(said, block.attribution)
            for s in said:
                resolver.settle(s.voice)
            resolver.settle(voices.carried, spoke=False)
            read.append((paragraph, said, t, resolver.new))
        return [_with_quotes(p, tuple([_quote(p, s, t) for s in said]), new) for p, said, t, new in read]

    def _stretches(self, texts: Sequence[tuple[Paragraph, BlockQuote | None]]) -> list[list[Stretch]]:
        """Return what stands in marks, behind dashes or labels, or in a block quote, of each paragraph."""
        plain = [p.text for p, _ in texts]
        found = labelled(plain, stretches(plain))
        for i, (text, (_, block)) in enumerate(zip(plain, texts, strict=True)):
            if found[i]:
                found[i] = opened(text, found[i], self.language)
            elif block is not None:
                found[i] = [whole(text)]
            else:
                found[i] = dialogue(text, self.language)
        return found


def _with_quotes(paragraph: Paragraph, quotes: tuple[Quote, ...], new: list[Mention]) -> Paragraph:
    if quotes == paragraph.quotes and not new:
        return paragraph
    mentions = paragraph.mentions
    if new:
        mentions = tuple(sorted((*mentions, *new), key=lambda m: m.span.start))
    return Paragraph(paragraph.text, quotes, mentions, paragraph.links)


def _quote(paragraph: Paragraph, said: Said, t: Tokens) -> Quote:
    spans = tuple([Span(a, b) for a, b in said.pieces])
    voice = said.voice
    named = None
    if voice is not None and said.own and voice.tokens is t:
        first, end = with_owner(t, voice.words)
        named = Span(t.starts[first], t.ends[end - 1])
    return Quote(
        text=" ".join([paragraph.text[a:b] for a, b in said.pieces]),
        spans=spans,
        kind=said.kind,
        speaker=voice.entity if voice else None,
        speaker_span=named,
        cue_span=Span(*said.cue) if said.cue else None,
        continues=said.continues,
    )
