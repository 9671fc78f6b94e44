"""What questions cost: `select` against walking and filtering, and what making an article costs.

Run ``python benchmarks/query.py``. Times are CPU microseconds, the best of many rounds in one process; read the
ratios, which hold on any machine.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import cycle

import attrs

from newsmodel import (
    Article,
    ListBlock,
    Mention,
    Node,
    Organization,
    Paragraph,
    Person,
    Quote,
    Section,
    Span,
    at_pointer,
    by,
    of,
    select,
    transform,
    walk,
    walk_at,
)

TALK = "the harbour board told reporters on Monday that dredging would begin after talks with the unions over pay"


def sample() -> Article:
    """Return an article of 10 sections, 60 paragraphs, 20 quotes, 60 mentions and 30 entities."""
    bodies = tuple(Organization(name=f"Board {i}") for i in range(12))
    people = tuple(Person(name=f"Ada Number{i}", affiliation=bodies[i % 5]) for i in range(18))
    who = cycle((*people, *bodies))
    sections = []
    for s in range(10):
        blocks: list[Paragraph | ListBlock] = []
        for p in range(6):
            paragraph = _paragraph(next(who), next(who), quoted=(s + p) % 3 == 0)
            blocks.append(ListBlock((paragraph,)) if p == 5 else paragraph)
        sections.append(Section(tuple(blocks), f"Heading {s}"))
    return Article(headline="Dredging begins", sections=tuple(sections), people=people, organizations=bodies)


def _paragraph(speaker: Person | Organization, other: Person | Organization, *, quoted: bool) -> Paragraph:
    text = f"{speaker.name} said: “{TALK[:60]}.” {other.name} was there. {TALK} {TALK}."
    start, end = text.index("“") + 1, text.index("”")
    quote = Quote(text=text[start:end], spans=(Span(start, end),), speaker=speaker, cue_span=Span(start - 7, start - 3))
    second = text.index(other.name, end)
    mentions = (Mention(Span(0, len(speaker.name)), speaker), Mention(Span(second, second + len(other.name)), other))
    return Paragraph(text, (quote,) if quoted else (), mentions if quoted else mentions[:1])


def _by_hand(article: Article, speaker: Person) -> list[Quote]:
    paragraphs = (p for s in article.sections for p in s.paragraphs)
    return [q for p in paragraphs for q in p.quotes if q.speaker is not None and q.speaker.id == speaker.id]


def _again(article: Article) -> Callable[[], object]:
    """Return a function that makes every node of an article anew."""
    return lambda: transform(article, Node, attrs.evolve)


def main() -> None:
    """Print the table."""
    article = sample()
    ada = article.people[0]
    test = by(ada)
    tasks: dict[str, Callable[[], object]] = {
        "select(a, Quote, by(ada))": lambda: list(select(article, Quote, test)),
        "walk and filter": lambda: [n for n in walk(article) if isinstance(n, Quote) and test(n)],
        "loops by hand": lambda: _by_hand(article, ada),
        "select(a, Quote).within(Section)": lambda: list(select(article, Quote).within(Section)),
        "select(a, Section).having(Mention, of(ada))": lambda: list(select(article, Section).having(Mention, of(ada))),
        "select(a, Person)": lambda: list(select(article, Person)),
        "walk": lambda: sum(1 for _ in walk(article)),
        "walk_at": lambda: sum(1 for _ in walk_at(article)),
        "walk_at, pointer of each": lambda: [at.pointer for at in walk_at(article)],
        "at_pointer": lambda: at_pointer(article, "/sections/5/blocks/2/mentions/0"),
        "transform, nothing changes": lambda: transform(article, Quote, lambda q: q),
        "transform, every node made anew": _again(article),
        "Article(...), the root alone": lambda: attrs.evolve(article),
    }
    best = dict.fromkeys(tasks, float("inf"))
    for _ in range(15):
        for name, task in tasks.items():
            start = time.process_time()
            for _ in range(10):
                task()
            best[name] = min(best[name], (time.process_time() - start) / 10)
    base = best["select(a, Quote, by(ada))"]
    print(f"{sum(1 for _ in walk(article))} nodes")
    for name, seconds in best.items():
        print(f"{name:44} {seconds * 1e6:9.1f} us {seconds / base:8.2f}")


if __name__ == "__main__":
    main()
