"""How fast the own JSON is, as ratios to cattrs' preconfigured orjson converter on the same article in the same run.

    python benchmarks/own_json.py [ROUNDS]

The article has 10 sections, 60 paragraphs, 20 quotes and 30 people and organizations. The yardstick writes every
entity where it is referred to (cattrs has no references), checks no types, and constructs the same classes.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from cattrs import Converter
from cattrs.preconf.orjson import make_converter
from cattrs.strategies import configure_tagged_union

import newsmodel
from newsmodel import Article, Block, ListBlock, Mention, Organization, Paragraph, Person, Quote, Section, Span

LINE = "the council met on Monday and the ferry line asked again for a longer pier before winter comes "


def article() -> Article:
    """Return the article that is written and read."""
    bodies = tuple(Organization(name=f"Harbour Board {n}", aliases=(f"HB{n}",)) for n in range(10))
    people = tuple(Person(name=f"Ada Brandt {n}", title="Minister", affiliation=bodies[n % 10]) for n in range(20))
    sections = []
    for s in range(10):
        paragraphs = []
        for p in range(6):
            who = people[(s * 6 + p) % 20]
            name = Mention(Span(0, len(who.name)), who)
            text = f"{who.name} said: “{LINE.strip()}.” {LINE * 3}".strip()
            start = text.index("“") + 1
            span = Span(start, text.index("”"))
            quote = Quote(text=text[span.start : span.end], spans=(span,), speaker=who)
            paragraphs.append(Paragraph(text, quotes=(quote,) if p % 3 == 0 else (), mentions=(name,)))
        sections.append(Section(tuple(paragraphs), heading=f"Part {s}" if s else None))
    return Article(
        headline="The pier is too short",
        authors=people[:1],
        published=datetime(2026, 3, 4, 5, 6, tzinfo=UTC),
        sections=tuple(sections),
        people=people,
        organizations=bodies,
    )


def yardstick() -> Converter:
    """Return cattrs' own converter, told only what it must know of the unions."""
    c = make_converter()
    entity: Any = Person | Organization
    maybe: Any = Person | Organization | None
    moment: Any = datetime | date
    configure_tagged_union(entity, c, tag_name="type")
    write, read = c.get_unstructure_hook(entity), c.get_structure_hook(entity)
    c.register_unstructure_hook(maybe, lambda v: None if v is None else write(v))
    c.register_structure_hook(maybe, lambda v, _: None if v is None else read(v, entity))
    c.register_structure_hook(moment, lambda v, _: datetime.fromisoformat(v))
    items: Any = Paragraph | ListBlock
    blocks: Any = Block
    for union in (items, blocks):
        configure_tagged_union(union, c, tag_name="type")
    return c


def best(tasks: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return microseconds of CPU of each task: the best of many short, interleaved rounds."""
    found: dict[str, float] = {}
    for _ in range(rounds):
        for name, task in tasks.items():
            start = time.process_time()
            for _ in range(10):
                task()
            found[name] = min(found.get(name, 1e9), (time.process_time() - start) / 10 * 1e6)
    return found


def main(rounds: int = 15) -> None:
    """Print the table."""
    a, c = article(), yardstick()
    ours, theirs = newsmodel.dumps(a), c.dumps(a)  # type: ignore[attr-defined]
    assert newsmodel.loads(ours) == a
    assert c.loads(theirs, Article) == a  # type: ignore[attr-defined]
    times = best(
        {
            "dump cattrs preconf orjson": lambda: c.dumps(a),  # type: ignore[attr-defined]
            "dump newsmodel": lambda: newsmodel.dumps(a),
            "load cattrs preconf orjson": lambda: c.loads(theirs, Article),  # type: ignore[attr-defined]
            "load newsmodel": lambda: newsmodel.loads(ours),
        },
        rounds,
    )
    print(f"{len(ours)} characters; the yardstick writes {len(theirs)}")
    for verb in ("dump", "load"):
        base = times[f"{verb} cattrs preconf orjson"]
        for name, value in times.items():
            if name.startswith(verb):
                print(f"{name:30} {value:8.0f} us   {value / base:5.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
