"""Fixtures and training texts are in words of our own: none has a run of words that stands in a measuring corpus.

Of pages that is what they show: the syntax of scripts and attributes is the same everywhere.
"""

import gzip
import json
import os
import re
from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).parent.parent
CORPORA = Path(os.environ.get("NEWSMODEL_SHARED", ROOT / ".." / "shared")) / "corpora"
OURS = ["tests/quotes/**/*.txt", "tests/names/**/*.txt", "tests/text/cases/*.txt", "training/data/sentences_*.txt"]
RUN = 7  # so many words; shorter runs are idioms

# What stands before and behind any other tag than these is no part of one sentence.
BLOCK_TAG = re.compile(
    rb"(?=<(?!/?(?:a|abbr|b|bdi|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|time|u)[\s>]))"
)

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not CORPORA.is_dir(), reason="the measuring corpora are not here"),
]


def runs(text):
    """Yield each run of words of a text, without marks and capitals; a labelled name, which is a fact, ends a run."""
    words = re.findall(r"\w+", re.sub(r"\[[^]|]*\|[A-Z]\]", " __ ", text).lower())
    return zip(*(words[i:] for i in range(RUN)), strict=False)


def shown(page):
    """Return the lines that a page shows, its title among them."""
    root = etree.HTML(BLOCK_TAG.sub(b"\n", page))
    etree.strip_elements(root, "script", "style", "template", etree.Comment, with_tail=False)
    return "".join(root.itertext()).split("\n")


def texts():
    for path in [*(CORPORA / "quotes").glob("*.jsonl"), *(CORPORA / "entities").glob("*.jsonl")]:
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line).get("text") or "" for line in lines)


def page_texts():
    for path in (CORPORA / "extraction").rglob("*.html.gz"):
        yield from (line for line in shown(gzip.decompress(path.read_bytes())) if line.count(" ") >= RUN - 1)


def ours(*patterns):
    """Return the runs of words in files of ours, each with the file."""
    found = {}
    for path in (p for pattern in patterns for p in ROOT.glob(pattern)):
        lines = shown(path.read_bytes()) if path.suffix == ".html" else path.read_text(encoding="utf-8").split("\n")
        for line in lines:
            found.update(dict.fromkeys(runs(line), path.relative_to(ROOT).as_posix()))
    return found


def test_the_text_that_a_page_shows_is_told_from_its_syntax():
    page = b"<title>t</title><p>a <b>b</b>c<br>d</p><script>e</script>f<style>g</style><td>h<td>i"
    assert [line for line in map(str.strip, shown(page)) if line] == ["t", "a bc", "d", "f", "h", "i"]


def test_no_text_of_ours_stands_in_a_corpus_that_we_measure_on():
    own = ours(*OURS)
    assert len(own) > 10_000
    assert {(own[run], " ".join(run)) for text in texts() for run in runs(text) if run in own} == set()


def test_no_fixture_stands_in_a_page_that_we_measure_on():
    own = ours("tests/**/*.html", "tests/**/*.txt")
    assert len(own) > 10_000
    assert {(own[run], " ".join(run)) for text in page_texts() for run in runs(text) if run in own} == set()
