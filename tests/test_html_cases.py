"""Each folder of tests/html is a page and the structure that is read from it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
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


_PLAIN = rb"(<script.*?</script>|<style.*?</style>|<pre.*?</pre>|<title.*?</title>|<!--.*?-->)"
_ENDS = re.compile(_PLAIN + rb"|(</(?:p|div|li|h[1-6]|figure|section|article)>)", re.DOTALL | re.IGNORECASE)
_TAGS = re.compile(_PLAIN + rb"|<(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s>/])", re.DOTALL | re.IGNORECASE)
_VALUES = re.compile(_PLAIN + rb"|(\s[a-zA-Z:-]+)=\"([^\"']*)\"", re.DOTALL | re.IGNORECASE)
_WRITTEN: dict[str, Callable[[bytes], bytes]] = {
    "in capitals": lambda page: _TAGS.sub(lambda m: m[1] or b"<" + m[2] + m[3].upper(), page),
    "with comments": lambda page: _ENDS.sub(lambda m: m[1] or m[2] + b"<!-- slot 7 -->", page),
    "with blank lines": lambda page: _ENDS.sub(lambda m: m[1] or m[2] + b"\n\n    ", page),
    "in apostrophes": lambda page: _VALUES.sub(lambda m: m[1] or m[2] + b"='" + m[3] + b"'", page),
    "with other line ends": lambda page: page.replace(b"\n", b"\r\n"),
}


@pytest.mark.parametrize("how", _WRITTEN)
@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_how_the_markup_is_written_changes_nothing(case: Path, how: str) -> None:
    page = (case / "page.html").read_bytes()
    written = _WRITTEN[how](page)
    assert written != page or b"\n" not in page
    assert newsmodel.parse_html(written, annotate=False) == newsmodel.parse_html(page, annotate=False)
