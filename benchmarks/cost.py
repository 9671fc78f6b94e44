"""What a real page costs: the figures that `docs/explanation/scale.md` reckons with.

    python benchmarks/cost.py [FOLDER with *.html.gz]     default: $NEWSMODEL_SHARED/corpora/extraction/html/fundus

CPU of one process, after a warm-up; the median and the mean over the pages, because a few large ones weigh much.
"""

from __future__ import annotations

import gzip
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import make_warc

from newsmodel import batch, parse_html

SHARED = Path(os.environ.get("NEWSMODEL_SHARED", "../shared"))


def spent(work: object, *arguments: object, **more: object) -> float:
    """Return the milliseconds of CPU that a call takes."""
    begun = time.process_time()
    work(*arguments, **more)  # type: ignore[operator]
    return (time.process_time() - begun) * 1000


def main() -> None:
    """Print the figures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "corpora/extraction/html/fundus"
    packed = [path.read_bytes() for path in sorted(folder.glob("*.html.gz"))]
    pages = [gzip.decompress(data) for data in packed]
    for page in pages[:5]:
        parse_html(page)
    whole = [spent(parse_html, page) for page in pages]
    structure = [spent(parse_html, page, annotate=False) for page in pages]
    with tempfile.TemporaryDirectory() as name:
        archive = Path(name, "a.warc.gz")
        archive.write_bytes(b"".join(make_warc.response(f"https://a.test/{i}", p) for i, p in enumerate(pages)))
        reading = spent(lambda: sum(1 for _ in batch.pages(archive))) / len(pages)
        begun = time.process_time()
        batch.run(archive, Path(name, "out"), engine="loop", part_pages=len(pages))
        job = (time.process_time() - begun) * 1000 / len(pages)
        written = sum(p.stat().st_size for p in Path(name, "out").iterdir()) / len(pages)
    for label, figures, unit in (
        ("page", [len(p) / 1000 for p in pages], "kB"),
        ("page, compressed", [len(p) / 1000 for p in packed], "kB"),
        ("parse_html", whole, "ms"),
        ("parse_html, structure only", structure, "ms"),
    ):
        print(f"{label:28}{statistics.median(figures):8.1f} median {statistics.mean(figures):8.1f} mean {unit}")
    print(f"{'read from the archive':28}{reading:8.2f} ms a page")
    print(f"{'the whole job':28}{job:8.2f} ms a page")
    print(f"{'written':28}{written / 1000:8.2f} kB a page ({len(pages)} pages)")


if __name__ == "__main__":
    main()
