"""What each stage of reading a page costs, as multiples of ``lxml.html.document_fromstring`` on the same page.

    python benchmarks/stages.py [FOLDER with *.html.gz]     default: $NEWSMODEL_SHARED/corpora/extraction/html/fundus

CPU of one process, sums over the pages, each page parsed by bare lxml and read in turn, after a warm-up. The second
column is the same stage called once more on the same page, which costs less: code and words are at hand then, and what
a class name or a line of furniture means is remembered.
"""

from __future__ import annotations

import gc
import gzip
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import html as lxml_html

from newsmodel import _html, parse_html

SHARED = Path(os.environ.get("NEWSMODEL_SHARED", "../shared"))
ORDER = ("decode", "tame", "tree", "scan", "metadata", "content", "assemble", "freeing")


class Clock:
    """CPU seconds by name."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)

    def time(self, name: str, work: Callable[[], Any]) -> Any:
        """Return what a call returns, and add the time that it takes."""
        begun = time.process_time()
        found = work()
        self.spent[name] += time.process_time() - begun
        return found


def read(page: bytes, clock: Clock) -> None:
    """Read a page stage by stage; those that leave the page as it is twice."""
    stages = _html.STAGES

    def twice(name: str, *arguments: Any) -> Any:
        found = clock.time(name, lambda: stages[name](*arguments))
        clock.time(f"{name} again", lambda: stages[name](*arguments))
        return found

    clock.time("lxml", lambda: lxml_html.document_fromstring(page))
    decoded = twice("decode", page)
    decoded = clock.time("tame", lambda: stages["tame"](decoded))
    kept: list[Any] = [clock.time("tree", lambda: stages["tree"](decoded.data))]
    kept.append(twice("scan", kept[0]))
    kept.append(twice("metadata", kept[1]))
    kept.append(twice("content", *kept[1:]))
    kept.append(twice("assemble", *kept[1:]))
    clock.time("freeing", kept.clear)


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "corpora/extraction/html/fundus"
    pages = [gzip.decompress(path.read_bytes()) for path in sorted(folder.rglob("*.html.gz"))]
    for page in pages[:5]:
        parse_html(page, annotate=False)
    gc.disable()  # as `parse_html` does for each page
    clock = Clock()
    for page in pages:
        read(page, clock)
    bare = clock.spent["lxml"]
    print(f"{len(pages)} pages, {sum(map(len, pages)) / len(pages) / 1000:.0f} KB each on average")
    print("| stage | x lxml | again |\n| --- | ---: | ---: |")
    for name in ORDER:
        again = clock.spent.get(f"{name} again")
        print(f"| {name} | {clock.spent[name] / bare:.2f} | {f'{again / bare:.2f}' if again else ''} |")
    print(f"| all | {sum(clock.spent[name] for name in ORDER) / bare:.2f} | |")


if __name__ == "__main__":
    main()
