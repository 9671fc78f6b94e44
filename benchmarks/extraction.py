"""Accuracy of page readers and what they cost, on any corpus folder in the documented format, in one interleaved run.

    python benchmarks/extraction.py [CORPUS] [--only fundus,aed] [--readers newsmodel,trafilatura] [--step 10]
                                    [--half 0] [--svg FILE]

CORPUS is a folder with ``gold.jsonl``, one object a page: ``file`` (the page, gzipped, relative to the folder),
``url``, ``corpus``, and what is known of ``paragraphs``, ``sections``, ``title``, ``authors``, ``date``, ``text``,
``summary``. By default it is ``corpora/extraction`` below the folder that the environment variable NEWSMODEL_SHARED
names.

Every page is read by all readers in turn, so that a busy machine slows all of them. Times are CPU seconds, given as
multiples of ``lxml.html.document_fromstring`` on the same page; one page is read before the clock starts, so that no
reader is charged for loading. Readers that are not installed are left out.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import html as lxml_html

Answer = dict[str, Any]
WORD = re.compile(r"\w+")
COLUMNS = ("text", "paragraphs", "headings", "headline", "authors", "date")


def newsmodel_reader() -> Callable[[bytes, str | None], Answer]:
    """Return the reader of this library."""
    import newsmodel

    def read(page: bytes, url: str | None) -> Answer:
        article = newsmodel.parse_html(page, url=url, annotate=False)
        return {
            "text": article.text,
            "paragraphs": [p.text for p in article.paragraphs],
            "headings": [s.heading for s in article.sections if s.heading],
            "headline": article.headline,
            "authors": [a.name for a in article.authors],
            "date": article.published and article.published.isoformat(),
        }

    return read


def trafilatura_reader() -> Callable[[bytes, str | None], Answer]:
    """Return trafilatura with its metadata."""
    import trafilatura

    def read(page: bytes, url: str | None) -> Answer:
        found = trafilatura.bare_extraction(page, url=url, with_metadata=True, include_comments=False)
        if found is None:
            return {}
        authors = (found.author or "").split("; ")
        return {"text": found.text, "headline": found.title, "authors": [a for a in authors if a], "date": found.date}

    return read


def newspaper4k_reader() -> Callable[[bytes, str | None], Answer]:
    """Return newspaper4k, given the page."""
    import newspaper

    def read(page: bytes, url: str | None) -> Answer:
        article = newspaper.article(url or "http://example.org/", input_html=page.decode("utf-8", "replace"))
        date = article.publish_date and article.publish_date.isoformat()
        return {"text": article.text, "headline": article.title, "authors": article.authors, "date": date}

    return read


def readability_reader() -> Callable[[bytes, str | None], Answer]:
    """Return readability-lxml, its HTML as lines."""
    import readability

    def read(page: bytes, url: str | None) -> Answer:
        document = readability.Document(page)
        root = lxml_html.fromstring(document.summary())
        lines = [
            " ".join(x.text_content().split()) for x in root.iter("p", "li", "h2", "h3", "h4", "blockquote", "pre")
        ]
        return {"text": "\n".join(filter(None, lines)), "headline": document.title()}

    return read


def resiliparse_reader() -> Callable[[bytes, str | None], Answer]:
    """Return Resiliparse, which gives plain text."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    def read(page: bytes, url: str | None) -> Answer:
        return {"text": extract_plain_text(bytes_to_str(page, detect_encoding(page)), main_content=True)}

    return read


def turbohtml_reader() -> Callable[[bytes, str | None], Answer]:
    """Return the article that turbohtml finds."""
    import turbohtml

    def read(page: bytes, url: str | None) -> Answer:
        article = turbohtml.parse(page.decode("utf-8", "replace")).article()
        return {"text": article.text, "headline": article.title}

    return read


READERS: dict[str, Callable[[], Callable[[bytes, str | None], Answer]]] = {
    "newsmodel": newsmodel_reader,
    "trafilatura": trafilatura_reader,
    "newspaper4k": newspaper4k_reader,
    "readability-lxml": readability_reader,
    "Resiliparse": resiliparse_reader,
    "turbohtml": turbohtml_reader,
}


def plain(text: Any) -> str:
    """Return a text with white space collapsed."""
    return " ".join(str(text or "").replace("\xad", "").replace("\u200b", "").split())


def loose(text: Any) -> str:
    """Return the letters of a text, for comparisons."""
    return "".join(WORD.findall(str(text or "").casefold()))


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words of a text."""
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words[i : i + 4])


def f1(gold: Counter[Any], found: Counter[Any]) -> float:
    """Return F1 of two multisets."""
    size = sum(gold.values()) + sum(found.values())
    return 2 * sum((gold & found).values()) / size if size else 1.0


def scores(gold: Answer, answer: Answer) -> dict[str, float]:
    """Return the scores of one page, from 0 to 1, for what its gold answer knows."""
    out = {}
    text = answer.get("text") or ""
    if gold.get("text") is not None:
        out["text"] = f1(shingles(gold["text"]), shingles(text))
    headings = [h for s in gold.get("sections") or [] for h in s["headline"]]
    if gold.get("paragraphs") is not None:
        lines = answer.get("paragraphs") or text.splitlines()
        known = [plain(p) for p in gold["paragraphs"]]
        free = {plain(t) for t in [*headings, *(gold.get("summary") or []), gold.get("title")]}
        found = [x for x in map(plain, lines) if x and (x in known or x not in free)]
        out["paragraphs"] = f1(Counter(filter(None, known)), Counter(found))
    if gold.get("sections") is not None and "headings" in answer and (headings or answer["headings"]):
        out["headings"] = f1(Counter(map(loose, headings)), Counter(map(loose, answer["headings"])))
    if gold.get("title") and "headline" in answer:
        out["headline"] = float(loose(gold["title"]) == loose(answer["headline"]))
    if gold.get("authors") and "authors" in answer:
        out["authors"] = f1(Counter(map(loose, gold["authors"])), Counter(map(loose, answer["authors"])))
    if gold.get("date") and "date" in answer:
        out["date"] = float(str(gold["date"])[:10] == str(answer["date"] or "")[:10])
    return out


def half_of(site: str) -> str:
    """Return which half of the sites one is in, "0" or "1"."""
    return str(int(hashlib.sha1(site.encode(), usedforsecurity=False).hexdigest(), 16) // 2 % 2)


def chosen(corpus: Path, only: set[str], step: int, half: str | None) -> list[dict[str, Any]]:
    """Return the records of the pages to read."""
    lines = (corpus / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    pages = [g for g in map(json.loads, lines) if g["corpus"] in only and not g.get("suspect")]
    return [g for g in pages if half is None or half_of(g["site"]) == half][::step]


def run(
    corpus: Path, readers: dict[str, Callable[[bytes, str | None], Answer]], pages: list[dict[str, Any]]
) -> tuple[Any, dict[str, float]]:
    """Return the scores by reader and column, and the CPU seconds by reader."""
    found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    seconds: dict[str, float] = defaultdict(float)
    if pages:
        first = gzip.decompress((corpus / pages[0]["file"]).read_bytes())
        for read in readers.values():
            timed(lambda read=read: read(first, None))
    for gold in pages:
        page = gzip.decompress((corpus / gold["file"]).read_bytes())
        seconds["lxml"] += timed(lambda page=page: lxml_html.document_fromstring(page))[0]
        for name, read in readers.items():
            took, answer = timed(lambda read=read, page=page, gold=gold: read(page, gold.get("url")))
            seconds[name] += took
            for column, value in scores(gold, answer or {}).items():
                found[name][column].append(value)
    return found, seconds


def timed(do: Callable[[], Any]) -> tuple[float, Any]:
    """Return the CPU seconds of a call and what it gave."""
    start = time.process_time()
    try:
        answer = do()
    except Exception:  # noqa: BLE001  (a crash of a reader is an empty answer)
        answer = None
    return time.process_time() - start, answer


def table(found: Any, seconds: dict[str, float]) -> str:
    """Return the result as a Markdown table."""
    rows = ["| reader | " + " | ".join(COLUMNS) + " | x lxml |", "| --- |" + " ---: |" * (len(COLUMNS) + 1)]
    for name in found:
        means = [found[name].get(c) for c in COLUMNS]
        cells = ["–" if not v else f"{100 * sum(v) / len(v):.1f}" for v in means]
        rows.append(f"| {name} | " + " | ".join(cells) + f" | {seconds[name] / seconds['lxml']:.1f} |")
    return "\n".join(rows)


def main() -> None:
    """Run the benchmark."""
    shared = Path(os.environ.get("NEWSMODEL_SHARED", "../shared"))
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("corpus", type=Path, nargs="?", default=shared / "corpora" / "extraction")
    ap.add_argument("--only", default="fundus,fundus_eval,aeb,aed")
    ap.add_argument("--readers", default=",".join(READERS))
    ap.add_argument("--step", type=int, default=1, help="take every n-th page")
    ap.add_argument("--half", choices=("0", "1"), help="take only the sites of one half")
    ap.add_argument("--svg", type=Path, help="draw accuracy against cost into this file")
    options = ap.parse_args()
    readers = {}
    for name in options.readers.split(","):
        try:
            readers[name] = READERS[name]()
        except ImportError as e:
            print(f"{name} is left out: {e}", file=sys.stderr)
    pages = chosen(options.corpus, set(options.only.split(",")), options.step, options.half)
    found, seconds = run(options.corpus, readers, pages)
    print(f"{len(pages)} pages\n\n{table(found, seconds)}")
    if options.svg:
        sys.path.insert(0, str(Path(__file__).parent))
        from extraction_picture import draw

        points = {
            n: (seconds[n] / seconds["lxml"], 100 * sum(v["paragraphs"]) / len(v["paragraphs"]))
            for n, v in found.items()
        }
        options.svg.write_text(draw(points), encoding="utf-8")


if __name__ == "__main__":
    main()
