"""How the tests run.

Every example of the docs and the README runs as a test, each page from top to bottom in one namespace. How hard
property tests try is told by ``HYPOTHESIS_PROFILE``: ``dev`` (the default), ``ci`` or ``thorough``.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from sybil import Document, Region, Sybil
from sybil.evaluators.doctest import DocTestEvaluator
from sybil.parsers.abstract.doctest import DocTestStringParser
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).parent

# No deadlines: a machine may stop for seconds, and no test asserts a time. Explaining a failure takes far longer than
# finding it, so only the thorough profile does that.
quick: Any = {
    "deadline": None,
    "suppress_health_check": (HealthCheck.too_slow, HealthCheck.data_too_large),
    "phases": (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
}
settings.register_profile("dev", max_examples=50, derandomize=True, **quick)
settings.register_profile("ci", settings.get_profile("ci"), **quick | {"max_examples": 300})
settings.register_profile("thorough", **quick | {"max_examples": 5000, "phases": tuple(Phase)})
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


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
