"""Fixtures and training texts are in words of our own: none has a run of words that stands in a measuring corpus."""

import json
import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CORPORA = Path(os.environ.get("NEWSMODEL_SHARED", ROOT / ".." / "shared")) / "corpora"
OURS = ["tests/quotes/*.txt", "tests/names/**/*.txt", "tests/text/cases/*.txt", "training/data/sentences_*.txt"]
RUN = 7  # so many words; shorter runs are idioms

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not CORPORA.is_dir(), reason="the measuring corpora are not here"),
]


def runs(text):
    """Yield each run of words of a text, without marks and capitals; a labelled name, which is a fact, ends a run."""
    words = re.findall(r"\w+", re.sub(r"\[[^]|]*\|[A-Z]\]", " __ ", text).lower())
    return zip(*(words[i:] for i in range(RUN)), strict=False)


def texts():
    for path in [*(CORPORA / "quotes").glob("*.jsonl"), *(CORPORA / "entities").glob("*.jsonl")]:
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line).get("text") or "" for line in lines)


def test_no_text_of_ours_stands_in_a_corpus_that_we_measure_on():
    own = {}
    for path in (p for pattern in OURS for p in ROOT.glob(pattern)):
        for line in path.read_text(encoding="utf-8").split("\n"):
            own.update(dict.fromkeys(runs(line), path.name))
    assert len(own) > 10_000
    assert {(own[run], " ".join(run)) for text in texts() for run in runs(text) if run in own} == set()
