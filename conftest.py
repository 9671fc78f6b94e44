"""Every example of the docs and the README runs as a test, each page from top to bottom in one namespace."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from pathlib import Path

import pytest
from sybil import Document, Region, Sybil
from sybil.evaluators.doctest import DocTestEvaluator
from sybil.parsers.abstract.doctest import DocTestStringParser
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).parent


def console_blocks(document: Document) -> Iterable[Region]:
    """Yield the examples of ```pycon blocks; what they print is compared."""
    parse = DocTestStringParser(DocTestEvaluator(ELLIPSIS | NORMALIZE_WHITESPACE))
    for block in CodeBlockParser("pycon", lambda _: None)(document):
        for region in parse(block.parsed, document.path):
            region.adjust(block, block.parsed)
            yield region


@pytest.fixture(scope="module")
def in_examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Run a page's examples in a new folder that holds a copy of `examples/`."""
    folder = tmp_path_factory.mktemp("docs")
    shutil.copytree(ROOT / "examples", folder / "examples")
    before = Path.cwd()
    os.chdir(folder)
    yield
    os.chdir(before)


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), console_blocks, SkipParser()],
    patterns=["README.md", "docs/**/*.md"],
    fixtures=["in_examples"],
).pytest()
