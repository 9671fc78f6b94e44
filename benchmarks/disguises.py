"""How much of the accuracy hangs on what other sites may write otherwise: the same pages, their markup changed.

    python benchmarks/disguises.py [CORPUS] [--only fundus,aed] [--readers newsmodel,trafilatura] [--step 10]

One table a disguise, with the columns and options of ``extraction.py``.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from extraction import READERS, Answer, chosen, run, table

_NAMES = re.compile(rb"""(\s(?:class|id)=)("[^"]*"|'[^']*')""", re.IGNORECASE)
_SECTIONING = re.compile(
    rb"<(/?)(?:article|section|main|aside|header|footer|nav|figure|figcaption)(?=[\s>])", re.IGNORECASE
)
_PARAGRAPHS = re.compile(rb"<(/?)p(?=[\s>])", re.IGNORECASE)
_HEADINGS = re.compile(rb"<(/?)h[2-6](?=[\s>])[^>]*>", re.IGNORECASE)
_JSON_LD = re.compile(rb"<script[^>]*ld\+json[^>]*>.*?</script>", re.IGNORECASE | re.DOTALL)
_META = re.compile(rb"<meta[^>]*>", re.IGNORECASE)
_NEEDED = re.compile(rb"charset|http-equiv", re.IGNORECASE)
# Digits to letters that no vowel is among, so that no name is a word.
_LETTERS = bytes.maketrans(b"0123456789abcdef", b"qwzxkvjbpgdfhmnr")


def hashed_names(page: bytes) -> bytes:
    """Return a page whose classes and ids say nothing, as those that programs make."""
    return _NAMES.sub(lambda m: m[1] + b'"' + b" ".join(map(_hashed, m[2][1:-1].split())) + b'"', page)


def _hashed(name: bytes) -> bytes:
    return b"x" + hashlib.sha1(name, usedforsecurity=False).hexdigest()[:6].encode().translate(_LETTERS)


def only_div(page: bytes) -> bytes:
    """Return a page that divides itself by ``<div>`` alone."""
    return _SECTIONING.sub(rb"<\1div", page)


def div_paragraphs(page: bytes) -> bytes:
    """Return a page whose paragraphs are ``<div>``."""
    return _PARAGRAPHS.sub(rb"<\1div", page)


def bold_headings(page: bytes) -> bytes:
    """Return a page whose headings below the first level are bold paragraphs."""
    return _HEADINGS.sub(lambda m: b"</strong></p>" if m[1] else b"<p><strong>", page)


def undeclared(page: bytes) -> bytes:
    """Return a page that declares nothing: no JSON-LD, no meta but those of its encoding."""
    return _META.sub(lambda m: m[0] if _NEEDED.search(m[0]) else b"", _JSON_LD.sub(b"", page))


DISGUISES: dict[str, Callable[[bytes], bytes]] = {
    "as they are": lambda page: page,
    "classes and ids hashed": hashed_names,
    "sections are div": only_div,
    "paragraphs are div": div_paragraphs,
    "headings are bold paragraphs": bold_headings,
    "nothing declared": undeclared,
}


def behind(
    disguise: Callable[[bytes], bytes], read: Callable[[bytes, str | None], Answer]
) -> Callable[[bytes, str | None], Answer]:
    """Return a reader that is given disguised pages."""
    return lambda page, url: read(disguise(page), url)


def main() -> None:
    """Run the benchmark."""
    shared = Path(os.environ.get("NEWSMODEL_SHARED", "../shared"))
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("corpus", type=Path, nargs="?", default=shared / "corpora" / "extraction")
    ap.add_argument("--only", default="fundus,fundus_eval,aeb,aed")
    ap.add_argument("--readers", default="newsmodel")
    ap.add_argument("--step", type=int, default=1, help="take every n-th page")
    options = ap.parse_args()
    pages = chosen(options.corpus, set(options.only.split(",")), options.step, None)
    readers = {name: READERS[name]() for name in options.readers.split(",")}
    for name, disguise in DISGUISES.items():
        found, seconds = run(options.corpus, {n: behind(disguise, read) for n, read in readers.items()}, pages)
        lines = table(found, seconds).splitlines()
        print(f"\n{name}\n\n" + "\n".join(line.rpartition(" | ")[0] + " |" for line in lines))


if __name__ == "__main__":
    main()
