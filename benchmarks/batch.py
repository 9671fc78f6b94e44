"""Pages a second, CPU a page and memory of jobs over many pages: loop, pool, Ray, and trafilatura in the same harness.

    python benchmarks/make_warc.py pages.warc.gz --pages 5000
    python benchmarks/batch.py pages.warc.gz --jobs 2 [--only loop,pool,ray] [--with trafilatura]

Each job runs in a Python of its own. CPU is that of all processes, without what the same job takes for four pages: the
start-up. Figures of one run compare with each other; a busy machine makes all of them worse. Pages that failed stand
last in the line: look there before you believe a figure.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import make_warc

from newsmodel import Article, Paragraph, Section, batch, parse_html


def structure(page: batch.Page) -> Article:
    """Return the structure of a page, without people and quotes: what other extractors give, and more."""
    return parse_html(page.data, url=page.url, charset=page.charset, annotate=False)


def trafilatura(page: batch.Page) -> Article:
    """Return what trafilatura finds, as far as it goes: headline, date, text."""
    from trafilatura import bare_extraction

    found = bare_extraction(page.data, url=page.url, with_metadata=True)
    if found is None:
        return Article(url=page.url)
    lines = tuple(Paragraph(line) for line in (found.text or "").split("\n") if line.strip())
    return Article(url=page.url, headline=found.title or None, sections=(Section(lines),) if lines else ())


WAYS = {"newsmodel": None, "structure": structure, "trafilatura": trafilatura}


def measure(archive: Path, engine: str, jobs: int, way: str, part_pages: int) -> dict[str, Any]:
    """Run a job here and return what it took."""
    module = sys.modules.get("batch") or __import__(Path(__file__).stem)  # workers cannot import __main__
    extract = None if WAYS[way] is None else getattr(module, way)
    more = {} if extract is None else {"extract": extract}
    with tempfile.TemporaryDirectory() as out:
        begun = time.monotonic()
        summary = batch.run(archive, out, engine=engine, jobs=jobs, part_pages=part_pages, **more)  # type: ignore[arg-type]
        seconds = time.monotonic() - begun
        spent = os.times()
        own, workers = (resource.getrusage(w).ru_maxrss for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        size = sum(p.stat().st_size for p in Path(out).iterdir())
        rows = digest(Path(out)) if way == "newsmodel" else ""
    return {
        "pages": summary.pages, "errors": dict(summary.errors), "seconds": seconds, "cpu": sum(spent[:4]),
        "rss": own / 1024, "worker_rss": workers / 1024, "bytes": size, "rows": rows,
    }  # fmt: skip


def digest(out: Path) -> str:
    """Return a hash of the rows as a set, and whether one is there twice."""
    import pyarrow.parquet as pq

    found: Counter[str] = Counter()
    for path in out.iterdir():
        for part in pq.ParquetFile(path).iter_batches(256):
            found.update(sha256(repr(sorted(row.items())).encode()).hexdigest() for row in part.to_pylist())
    twice = any(count > 1 for count in found.values())
    return sha256("".join(sorted(found)).encode()).hexdigest()[:12] + (" TWICE" if twice else "")


def apart(*arguments: str) -> dict[str, Any]:
    """Measure in a Python of its own."""
    done = subprocess.run([sys.executable, __file__, "--measure", *arguments], stdout=subprocess.PIPE, check=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def table(archive: Path, jobs: int, engines: list[str], ways: list[str], part_pages: int) -> None:
    """Print a line for each engine and way."""
    print(f"{'':26}{'pages':>7}{'pages/s':>9}{'CPU ms/page':>13}{'x loop':>8}{'start-up s':>12}"
          f"{'RSS MB':>8}{'worker':>8}{'out kB/page':>13}  rows")  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        few = Path(folder, "few.warc.gz")
        make_warc.write(few, 4)
        for way in ways:
            base = None
            for engine in engines:
                start = apart(str(few), engine, str(jobs), way, "2")
                full = apart(str(archive), engine, str(jobs), way, str(part_pages))
                cost = (full["cpu"] - start["cpu"]) / (full["pages"] - start["pages"]) * 1000
                cost = float("nan") if engine == "ray" else cost  # its processes are not ours
                base = base or cost
                print(f"{way + ' ' + engine:26}{full['pages']:7}{full['pages'] / full['seconds']:9.1f}{cost:13.2f}"
                      f"{cost / base:8.2f}{start['cpu']:12.2f}{full['rss']:8.0f}{full['worker_rss']:8.0f}"
                      f"{full['bytes'] / full['pages'] / 1000:13.1f}  {full['rows']}",
                      full["errors"] or "", flush=True)  # fmt: skip


def main() -> None:
    """Read the command line."""
    if sys.argv[1:2] == ["--measure"]:
        archive, engine, jobs, way, part_pages = sys.argv[2:]
        print(json.dumps(measure(Path(archive), engine, int(jobs), way, int(part_pages))))
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="loop,pool")
    parser.add_argument("--with", dest="others", default="", help="structure, trafilatura")
    parser.add_argument("--part-pages", type=int, default=1000)
    given = parser.parse_args()
    ways = [w for w in ("newsmodel", *given.others.split(",")) if w]
    table(given.archive, given.jobs, given.only.split(","), ways, given.part_pages)


if __name__ == "__main__":
    main()
