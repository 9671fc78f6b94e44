"""Each folder of tests/html is a page and the structure that is read from it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import newsmodel
from tests.html_shape import shape

CASES = sorted(p for p in (Path(__file__).parent / "html").iterdir() if p.is_dir())
URL = "https://courier.example/news/tunnel"


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_a_page_reads_as_its_case_says(case: Path) -> None:
    article = newsmodel.parse_html((case / "page.html").read_bytes(), url=URL, annotate=False)
    assert shape(article) == json.loads((case / "article.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_a_str_reads_like_its_bytes(case: Path) -> None:
    page = (case / "page.html").read_bytes()
    assert newsmodel.parse_html(page.decode(), annotate=False) == newsmodel.parse_html(page, annotate=False)
