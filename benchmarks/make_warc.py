"""Write a web archive of invented news pages, to measure with and to test on.

    python benchmarks/make_warc.py OUT.warc.gz --pages 5000 [--size 60000] [--seed 1]

The pages have what real ones have: head and metadata, menus, scripts, related links, a body of a few hundred words
with quotes, a footer. The same numbers give the same bytes. About one record in ten is a request, a redirect or a PDF.
"""

from __future__ import annotations

import argparse
import gzip
import random
from pathlib import Path

FIRST = ("Marta", "Joran", "Ilse", "Tomas", "Wenke", "Pavo", "Ruth", "Okon", "Lena", "Bram", "Sefa", "Dario")
LAST = ("Ilves", "Haldane", "Brekke", "Okafe", "Lindqvar", "Moreau-Tal", "Szabor", "Drummel", "Vestergade", "Quill")
TITLES = ("Mayor", "Harbour master", "Professor", "Minister", "Chief engineer", "Coach", "Judge")
BODIES = (
    "Port Authority of Sund",
    "Vantar Rail",
    "University of Kell",
    "Ministry of Works",
    "Kell United",
    "Orbo Bank",
)
NOUNS = (
    "harbour", "bridge", "budget", "school", "ferry", "storm", "market", "vote", "strike", "tunnel", "library",
    "river", "council", "season", "plan",
)  # fmt: skip
VERBS = (
    "closed", "opened", "delayed", "backed", "blocked", "praised", "rejected", "announced", "reviewed", "repaired",
)  # fmt: skip
MORE = ("after weeks of talks", "despite the cold", "for the second time", "before the summer", "against all advice")


def sentence(rng: random.Random) -> str:
    """Return a sentence without a quote."""
    words = f"the {rng.choice(NOUNS)} near the {rng.choice(NOUNS)} was {rng.choice(VERBS)} {rng.choice(MORE)}"
    return words[0].upper() + words[1:] + "."


def paragraph(rng: random.Random, people: list[str]) -> str:
    """Return a paragraph, with a quote now and then."""
    text = " ".join(sentence(rng) for _ in range(rng.randint(1, 4)))
    if rng.random() < 0.4:
        verb = rng.choice(("said", "told reporters", "added", "warned"))
        text += f" “{sentence(rng)[:-1]},” {verb} {rng.choice(people)}."
    return text


def page(number: int, size: int, rng: random.Random) -> bytes:
    """Return a page of about so many bytes."""
    people = [f"{rng.choice(FIRST)} {rng.choice(LAST)}" for _ in range(3)]
    named = [f"{rng.choice(TITLES)} {p} of {rng.choice(BODIES)}" for p in people]
    headline = sentence(rng)[:-1]
    body = [f"<p>{sentence(rng)} {n} was there.</p>" for n in named]
    for i in range(rng.randint(8, 30)):
        if i % 9 == 8:
            body.append(f"<h2>{sentence(rng)[:-1]}</h2>")
        body.append(f"<p>{paragraph(rng, people)}</p>")
    links = "".join(f'<li class="item"><a href="/{i}/{rng.choice(NOUNS)}">{sentence(rng)}</a></li>' for i in range(60))
    published = f"2026-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}T{rng.randint(0, 23):02d}:15:00+02:00"
    data = (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{headline} | The Sund Courier</title>'
        f'<meta property="og:title" content="{headline}"><meta name="author" content="{people[0]}">'
        f'<meta property="article:published_time" content="{published}">'
        f'<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",'
        f'"headline":"{headline}","datePublished":"{published}"}}</script></head><body>'
        f"<header><nav><ul>{links}</ul></nav></header><main><article><h1>{headline}</h1>"
        f'<p class="byline">By {people[0]}</p>{"".join(body)}</article>'
        f"<aside><h3>Related</h3><ul>{links}</ul></aside></main>"
    )
    rest = max(0, size - len(data.encode()))
    markup = "".join(
        f'<div class="card c{i}"><span>{rng.choice(NOUNS)}</span><a href="/card/{i}">{rng.choice(VERBS)}</a></div>'
        for i in range(rest // 200)
    )
    script = "".join(f"var v{i}={rng.random()};" for i in range(rest // 60))
    end = f"<footer>{markup}<p>© {number} The Sund Courier</p></footer><script>{script}</script></body></html>"
    return f"{data}{end}".encode()


def record(kind: str, url: str, block: bytes) -> bytes:
    """Return a compressed record."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-01T12:00:00Z\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 6, mtime=0)


def response(url: str, body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    """Return a compressed record of a response."""
    return record("response", url, f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body)


def write(path: Path, pages: int, size: int = 60_000, seed: int = 1) -> None:
    """Write the archive."""
    rng = random.Random(seed)  # noqa: S311
    with path.open("wb") as file:
        file.write(record("warcinfo", "urn:sund", b"software: make_warc\r\n"))
        for i in range(pages):
            url = f"https://courier.test/{i}"
            if i % 10 == 3:
                file.write(record("request", url, b"GET / HTTP/1.1\r\nHost: courier.test\r\n\r\n"))
            if i % 20 == 7:
                file.write(response(url, b"%PDF-1.4", "application/pdf"))
            file.write(response(url, page(i, rng.randint(size // 3, size * 5 // 3), rng)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--size", type=int, default=60_000, help="bytes of a page, on average")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.out, given.pages, given.size, given.seed)
