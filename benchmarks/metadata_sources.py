"""How often each source of headline, date and authors is right, alone and as newsmodel decides.

    python benchmarks/metadata_sources.py [CORPUS]

CORPUS is a folder with ``gold.jsonl`` (one page a line: ``file``, ``site``, ``corpus``, ``url``, ``title``, ``date``,
``authors``) and the gzipped pages that it names; by default the extraction corpus of ``$NEWSMODEL_SHARED``.
Printed for each part of the corpus: pages that have the source, and how often it is right where it is present. The
last columns are the decision, on all pages and on two halves of the sites.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from newsmodel import _dates
from newsmodel._html import metadata
from newsmodel._html.decode import decode
from newsmodel._html.facts import Facts, gather
from newsmodel._html.headline import loose
from newsmodel._html.page import Page
from newsmodel._html.scan import scan
from newsmodel._html.tree import parse

Gold = dict[str, Any]
Right = dict[str, tuple[int, int]]


def day(moment: date | None) -> str | None:
    """Return the day of a moment as ISO has it."""
    return None if moment is None else (moment.date() if isinstance(moment, datetime) else moment).isoformat()


def titles(page: Page, facts: Facts) -> Iterator[tuple[str, str | None]]:
    """Yield each source of a headline with what it says."""
    yield "first h1", page.headings[0].text if page.headings else None
    yield "JSON-LD headline", next((s.headline for s in facts.stories if s.is_article), None)
    yield "og:title", facts.first("og:title")
    yield "twitter:title", facts.first("twitter:title")
    yield "title", page.title


def days(page: Page, facts: Facts) -> Iterator[tuple[str, str | None]]:
    """Yield each source of the day of publication with what it says."""
    times = [el.get("datetime") for el, _ in page.times]
    sources = {
        "JSON-LD datePublished": next((s.published for s in facts.stories if s.is_article), None),
        "article:published_time": facts.first("article:published_time"),
        "first time[datetime]": next(filter(None, times), None),
    }
    for name, written in sources.items():
        reading = _dates.read(written)
        yield name, day(reading.moment) if reading else None


def names(page: Page, facts: Facts) -> Iterator[tuple[str, str | None]]:
    """Yield each source of the authors with what it says, as one string."""
    declared = next((s.authors for s in facts.stories if s.is_article), ())
    yield "JSON-LD author", keys(party.name for party in declared)
    yield "meta author", keys(facts.all("author")[:1])


def keys(found: Any) -> str | None:
    """Return names in a form that compares whatever their order, case and marks; None for no names."""
    return " ".join(sorted(map(loose, found))) or None


FIELDS: dict[str, tuple[Callable[[Page, Facts], Iterator[tuple[str, str | None]]], Callable[[Gold], str | None]]] = {
    "headline": (titles, lambda gold: gold.get("title")),
    "day": (days, lambda gold: gold["date"][:10] if gold.get("date") else None),
    "authors": (names, lambda gold: keys(gold.get("authors") or ())),
}


def decided(found: metadata.Metadata) -> dict[str, str | None]:
    """Return what newsmodel decides, in the form of the sources."""
    return {"headline": found.headline, "day": day(found.published), "authors": keys(a.name for a in found.authors)}


def pages(corpus: Path) -> Iterator[tuple[Gold, Page]]:
    """Yield each page of a corpus with its gold."""
    for line in (corpus / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        if gold.get("title") and gold.get("authors") is not None and not gold.get("suspect"):
            decoded = decode(gzip.decompress((corpus / gold["file"]).read_bytes()), None)
            yield gold, scan(parse(decoded.data), url=gold.get("url"))


def main() -> None:
    """Count and print."""
    shared = Path(os.environ.get("NEWSMODEL_SHARED", "../shared"))
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else shared / "corpora" / "extraction"
    counts: dict[tuple[str, str, str], list[bool]] = defaultdict(list)
    totals: dict[tuple[str, str], int] = defaultdict(int)
    for gold, page in pages(corpus):
        facts, part = gather(page), gold["corpus"]
        answers = decided(metadata.read(page))
        half = "half A" if hashlib.sha256(gold["site"].encode()).digest()[0] % 2 else "half B"
        for field, (sources, truth) in FIELDS.items():
            if not (right := loose(truth(gold))):
                continue
            totals[part, field] += 1
            for name, said in sources(page, facts):
                if said:
                    counts[part, field, name].append(loose(said) == right)
            for name in ("decision", half):
                counts[part, field, name].append(loose(answers[field]) == right)
    for (part, field, name), found in sorted(counts.items()):
        share, good = len(found) / totals[part, field], sum(found) / len(found)
        print(f"{part:12} {field:10} {name:24} on {100 * share:5.1f} %   right there {100 * good:5.1f} %")


if __name__ == "__main__":
    main()
