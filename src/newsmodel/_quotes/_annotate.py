"""The stages in order: marks, tokens, quotes and their voices, who the voices are; then the new article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from newsmodel._language import guess, likeliest
from newsmodel._model import (
    Article,
    Block,
    BlockQuote,
    Entity,
    Figure,
    Mention,
    Organization,
    Paragraph,
    Person,
    Quote,
)
from newsmodel._model.made import quote, span
from newsmodel._paragraphs import Placed, given_of, marked, placed, rebuilt
from newsmodel._quotes._clauses import Parser
from newsmodel._quotes._dashes import dialogue
from newsmodel._quotes._fields import with_owner
from newsmodel._quotes._incise import opened
from newsmodel._quotes._lexicon import Language, language, languages
from newsmodel._quotes._marks import Stretch, stretches, whole
from newsmodel._quotes._resolve import Resolver
from newsmodel._quotes._said import Said
from newsmodel._quotes._tokens import WORD, Tokens
from newsmodel._quotes._transcript import labelled
from newsmodel._quotes._voices import Voices
from newsmodel._quotes._words import words_of

__all__ = ["annotate"]


_Text: TypeAlias = tuple[Paragraph, Block | None, tuple[Mention, ...]]
"""A paragraph, the block that holds it, whom it mentions."""


class Quoted(NamedTuple):
    """What is said in an article, and by whom."""

    people: tuple[Person, ...]
    """The people of the article, with those whom only their speaking revealed."""
    quotes: list[tuple[Quote, ...]]
    """The quotes of each paragraph, in order."""
    mentions: list[tuple[Mention, ...]]
    """The mentions of each paragraph, in order, with those of the people added."""


def annotate(article: Article, clauses: Parser | None = None, guessed: str | None = None) -> Article:
    """Return the article with its quotes; people and organizations must have been found before.

    Pure. Quotes that the article has are replaced. A speaker who is evidently a person, and whom names missed, is
    added to `Article.people` and to the mentions of the paragraph. ``clauses`` is a parser for reported speech.
    ``guessed`` is the language of the text where the article does not name it; "" when it cannot be told.
    """
    passages = list(placed(article))
    if not passages:
        return article
    mentions = [p.mentions for p, _ in passages]
    given = given_of(article.authors, article.publisher)
    code = article.language or guessed
    found = read(passages, mentions, article.people, article.organizations, code, clauses, given)
    new = map(marked, [p for p, _ in passages], found.quotes, found.mentions)
    return rebuilt(article, new, people=found.people)


def read(
    passages: Sequence[Placed],
    mentions: Sequence[tuple[Mention, ...]],
    people: tuple[Person, ...],
    organizations: tuple[Organization, ...],
    code: str | None,
    clauses: Parser | None,
    given: Sequence[Entity] = (),
) -> Quoted:
    """Return what is said in the paragraphs of an article, given whom they mention and the language, if it is known.

    ``given`` are its authors and its publisher, whether the text names them or not.

    Captions are read after the text, and pull quotes, which repeat it, not at all.
    """
    flow, captions = [], []
    for i, (_, block) in enumerate(passages):
        if isinstance(block, Figure):
            captions.append([i])
        elif not (isinstance(block, BlockQuote) and block.pull):
            flow.append(i)
    lang = _language(code, [passages[i][0].text for i in flow])
    reader = _Reader(Resolver(people, organizations, given), lang, clauses)
    known = words_of(lang.code, headline=False)
    reader.small = frozenset(p.name for p in people if known.facts(p.name.split(maxsplit=1)[0])[1] == WORD)
    quotes: list[tuple[Quote, ...]] = [()] * len(passages)
    marked = list(mentions)
    for run in (flow, *captions):
        for i, (said, new) in zip(run, reader.read([(*passages[i], mentions[i]) for i in run]), strict=True):
            quotes[i] = said
            if new:
                marked[i] = tuple(sorted((*mentions[i], *new), key=lambda m: m.span.start))
    return Quoted(tuple(reader.resolver.people), quotes, marked)


def _language(code: str | None, texts: list[str]) -> Language:
    """Return the data of the language that the text is known to be in, or is likeliest in; "" when none is sure."""
    if not code:
        text = "\n".join(texts)
        code = (guess(text) if code is None else None) or likeliest(text, languages()) or ""
    return language(code.replace("_", "-").partition("-")[0].lower())


class _Reader:
    """Reads texts one after the other; what one tells of the people in it, the next may build on."""

    def __init__(self, resolver: Resolver, lang: Language, parser: Parser | None) -> None:
        self.language = lang
        self.parser = parser
        self.resolver = resolver
        self.small: frozenset[str] = frozenset()
        """Names of people that begin with what is a small word elsewhere ("Will", "May", "Per")."""

    def read(self, run: Sequence[_Text]) -> Iterator[tuple[tuple[Quote, ...], list[Mention]]]:
        """Yield the quotes of each paragraph of one run of text, and the mentions that only they revealed."""
        voices, resolver, language = Voices(self.parser), self.resolver, self.language
        read: list[tuple[list[Said], Tokens, list[Mention]]] = []
        stretches = self._stretches(run)
        awaited = self._awaited(run, stretches)
        for (paragraph, block, mentions), marks, goes_on in zip(run, stretches, awaited, strict=True):
            t = Tokens(paragraph.text, marks, language)
            if language.verb_second or language.drops_subject:
                t.mark(m.span for m in mentions)
            elif self.small:
                t.rename(m.span for m in mentions if m.entity.name in self.small)
            resolver.see(mentions, t)
            said = voices.read(t, awaited=goes_on)
            if said and isinstance(block, BlockQuote) and block.attribution:
                resolver.sign(said, block.attribution)
            for s in said:
                resolver.settle(s.voice)
            if voices.past.carried is not None and not voices.past.carried.resolved:
                resolver.settle(voices.past.carried, spoke=False)
            read.append((said, t, resolver.new))
        for said, t, new in read:
            yield tuple([_quote(s, t) for s in said]) if said else (), new

    def _awaited(self, run: Sequence[_Text], stretches: list[list[Stretch]]) -> list[bool]:
        """Return for each paragraph whether the next may give words to whom it speaks of: in marks, or to answer."""
        if self.language.drops_subject or self.language.tells_on:
            return [True] * len(run)
        awaited = [marks != [] or p.text.endswith("?") for marks, (p, _, _) in zip(stretches, run, strict=True)]
        return [*awaited, False][1:]

    def _stretches(self, run: Sequence[_Text]) -> list[list[Stretch]]:
        """Return what stands in marks, behind dashes or labels, or in a block quote, of each paragraph."""
        plain = [p.text for p, _, _ in run]
        found = labelled(plain, stretches(plain))
        for i, (text, (_, block, _)) in enumerate(zip(plain, run, strict=True)):
            if found[i]:
                found[i] = opened(text, found[i], self.language)
            elif isinstance(block, BlockQuote):
                found[i] = [whole(text)]
            elif self.language.dash_speech:
                found[i] = dialogue(text, self.language)
        return found


def _quote(said: Said, t: Tokens) -> Quote:
    spans = tuple([span(a, b) for a, b in said.pieces])
    voice = said.voice
    named = None
    if voice is not None and said.own and voice.tokens is t:
        first, end = with_owner(t, voice.words)
        named = span(t.starts[first], t.end(end - 1))
    return quote(
        " ".join([t.text[a:b] for a, b in said.pieces]),
        spans,
        said.kind,
        voice.entity if voice else None,
        named,
        span(*said.cue) if said.cue else None,
        continues=said.continues,
    )
