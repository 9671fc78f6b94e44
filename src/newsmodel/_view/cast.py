"""Who plays a part in an article, in numbers: what the picture shows beside the text."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from attrs import frozen

from newsmodel._model import Article, Entity

__all__ = ["Cast", "Role", "cast"]

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@frozen
class Role:
    """One person or organization of an article with its figures."""

    entity: Entity
    number: int | None
    """Rank among the speakers in order of first quote, from 0; None for who is not quoted."""

    mentions: int
    quotes: int
    words: int
    """Words quoted, indirect speech left out."""

    @property
    def letter(self) -> str:
        """The label of a speaker: A to Z, then AA, AB, ...; empty for who is not quoted."""
        if self.number is None:
            return ""
        high, low = divmod(self.number, len(_LETTERS))
        return (_LETTERS[(high - 1) % len(_LETTERS)] if high else "") + _LETTERS[low]


@frozen
class Cast:
    """All roles of an article by id, people first, and how often two of them stand in one paragraph."""

    roles: dict[str, Role]
    together: list[tuple[Role, Role, int]]

    def speakers(self) -> list[Role]:
        """Return who is quoted, most words first."""
        return sorted((r for r in self.roles.values() if r.words), key=lambda r: (-r.words, r.number or 0))


def cast(article: Article) -> Cast:
    """Count who is mentioned, who is quoted, and who appears with whom."""
    numbers = {who: i for i, who in enumerate(dict.fromkeys(q.speaker.id for q in article.quotes if q.speaker))}
    mentions = Counter(m.entity.id for m in article.mentions)
    quotes, words = Counter[str](), Counter[str]()
    for quote in article.quotes:
        if quote.speaker:
            quotes[quote.speaker.id] += not quote.continues
            words[quote.speaker.id] += 0 if quote.kind == "indirect" else len(quote.text.split())
    entities: tuple[Entity, ...] = (*article.people, *article.organizations)
    roles = {e.id: Role(e, numbers.get(e.id), mentions[e.id], quotes[e.id], words[e.id]) for e in entities}
    return Cast(roles, _together(article, roles))


def _together(article: Article, roles: dict[str, Role]) -> list[tuple[Role, Role, int]]:
    """Return the pairs that stand in one paragraph, most often first."""
    order = {who: i for i, who in enumerate(roles)}
    pairs = Counter[tuple[str, str]]()
    for paragraph in article.paragraphs:
        present = {m.entity.id for m in paragraph.mentions} | {q.speaker.id for q in paragraph.quotes if q.speaker}
        if len(present) <= 40:  # a list of names is no company; pairs would grow with its square
            pairs.update(combinations(sorted(present, key=order.__getitem__), 2))
    ranked = sorted(pairs.items(), key=lambda kv: (-kv[1], order[kv[0][0]], order[kv[0][1]]))
    return [(roles[a], roles[b], n) for (a, b), n in ranked]
