"""Accuracy does not fall unnoticed: floors over the measuring corpus, where it is at hand."""

from __future__ import annotations

import gzip
import json
import os
from collections import Counter, defaultdict
from pathlib import Path

import pytest

import newsmodel

CORPUS = Path(os.environ.get("NEWSMODEL_SHARED", "../shared")) / "corpora" / "extraction"
EVERY = 2
FLOORS = {"fundus": 0.955, "fundus_eval": 0.93, "aeb": 0.89, "aed": 0.85}
"""Mean F1 of the body's paragraphs; a point or two below what was measured when the floor was set."""


def f1(gold: list[str], found: list[str]) -> float:
    right = sum((Counter(gold) & Counter(found)).values())
    return 2 * right / (len(gold) + len(found)) if gold or found else 1.0


@pytest.mark.shared
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the measuring corpus is not here")
@pytest.mark.parametrize("name", FLOORS)
def test_paragraphs_of_real_pages_are_found(name: str) -> None:
    scores: dict[str, list[float]] = defaultdict(list)
    lines = map(json.loads, (CORPUS / "gold.jsonl").read_text(encoding="utf-8").splitlines())
    for gold in [g for g in lines if g["corpus"] == name and not g.get("suspect")][::EVERY]:
        page = gzip.decompress((CORPUS / gold["file"]).read_bytes())
        article = newsmodel.parse_html(page, url=gold.get("url"), annotate=False)
        said = [" ".join(p.text.split()) for p in article.paragraphs]
        aside = {" ".join(t.split()) for t in [gold.get("title") or "", *(gold.get("summary") or [])]}
        paragraphs = [" ".join(p.split()) for p in gold["paragraphs"]]
        scores[name].append(f1(paragraphs, [p for p in said if p in paragraphs or p not in aside]))
    assert sum(scores[name]) / len(scores[name]) >= FLOORS[name]
