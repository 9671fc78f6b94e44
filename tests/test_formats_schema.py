"""What is published about the formats is made from the code and current, and what is written keeps to it."""

import json
import runpy
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

import newsmodel
from newsmodel._formats._schema import schema
from newsmodel.strategies import articles
from tests.formats.sample import ARTICLE

GENERATE = runpy.run_path(str(Path(__file__).parent.parent / "docs" / "generate.py"))
VALIDATOR = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize(("path", "text"), [*GENERATE["pages"]()], ids=lambda v: v.name if isinstance(v, Path) else "")
def test_the_generated_pages_are_current(path, text):
    assert path.read_text(encoding="utf-8") == text, "run python docs/generate.py"


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(schema())


@given(articles())
def test_every_document_is_valid(article):
    VALIDATOR.validate(json.loads(newsmodel.dumps(article)))


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.update(hedline="x"),
        lambda t: t.pop("newsmodel"),
        lambda t: t.update(headline=" "),
        lambda t: t.update(published="yesterday"),
        lambda t: t["sections"][0].update(level=7),
        lambda t: t["sections"][0]["blocks"][0].pop("type"),
        lambda t: t["sections"][0]["blocks"][0]["quotes"][0].update(kind="loud"),
        lambda t: t["sections"][0]["blocks"][0]["quotes"][0].update(speaker={"name": "Ada"}),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(change):
    tree = json.loads(newsmodel.dumps(ARTICLE))
    change(tree)
    assert not VALIDATOR.is_valid(tree)
    with pytest.raises(newsmodel.FormatError):
        newsmodel.loads(json.dumps(tree))
