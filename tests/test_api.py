"""The public names are those declared here, each documented where it stands and in the reference."""

import inspect
import re
from enum import Enum
from pathlib import Path

import attrs
import pytest

import newsmodel
from newsmodel import Node, batch, errors, strategies

REFERENCE = "\n".join(
    page.read_text(encoding="utf-8")
    for page in sorted((Path(__file__).parent.parent / "docs" / "reference").glob("*.md"))
)

# Adding a name is adding a promise: add it here, to the reference and to the changelog.
MODEL = """
    Access Article Block BlockQuote Embed Entity Figure Furniture Link ListBlock Mention Moment Node Notice Organization
    Paragraph Person Quote QuoteKind Section Span Table
"""
READING = "annotate parse parse_html parse_text spacy_recognizer view"
FORMATS = """
    Codec Format dump dump_all dumps flat_tables formats from_arrow load load_all loads register_format to_arrow
"""
QUERY = "At Selection at_pointer by of replace_at select transform walk walk_at"
ERRORS = "FormatError InvalidModelError NewsmodelError ParseError QueryError UnknownFormatError"
OTHER = "__version__ batch strategies"

DOCUMENTED = [n for n in newsmodel.__all__ if n != "__version__"]


def members(cls):
    """Yield the public functions and properties that a class defines."""
    for name, value in vars(cls).items():
        if not name.startswith("_") and (inspect.isfunction(value) or isinstance(value, property)):
            yield name, value


def test_the_public_names_are_those_declared():
    declared = " ".join([MODEL, READING, FORMATS, QUERY, ERRORS, OTHER]).split()
    assert sorted(newsmodel.__all__) == sorted(declared)


@pytest.mark.parametrize("module", [newsmodel, strategies, batch, errors], ids=lambda m: m.__name__)
def test_a_module_lists_its_names_once_and_has_them(module):
    assert len(set(module.__all__)) == len(module.__all__)
    for name in module.__all__:
        assert getattr(module, name) is not None
    assert module.__doc__


@pytest.mark.parametrize("name", DOCUMENTED)
def test_every_name_stands_in_the_reference(name):
    assert re.search(rf"newsmodel\.{name}\b|^## {name}$|^class newsmodel\.{name}\b", REFERENCE, re.MULTILINE) or (
        getattr(newsmodel, name).__module__ == "newsmodel.errors" and "automodule:: newsmodel.errors" in REFERENCE
    )


@pytest.mark.parametrize("name", newsmodel.__all__)
def test_every_function_and_class_is_documented_and_annotated(name):
    value = getattr(newsmodel, name)
    if inspect.isclass(value):
        assert value.__doc__
        for member, function in members(value):
            assert inspect.getdoc(function), f"{name}.{member} has no docstring"
    elif inspect.isfunction(value):
        assert value.__doc__
        told = inspect.signature(value)
        assert told.return_annotation is not inspect.Signature.empty
        assert all(p.annotation is not inspect.Parameter.empty for p in told.parameters.values())


@pytest.mark.parametrize("name", [n for n in MODEL.split() if inspect.isclass(getattr(newsmodel, n))])
def test_every_field_and_value_of_the_model_is_documented(name):
    cls = getattr(newsmodel, name)
    source = inspect.getsource(cls)
    fields = [a.name for a in attrs.fields(cls)] if attrs.has(cls) else []
    if issubclass(cls, Enum) and name != "Access":
        fields = list(cls.__members__)
    for field in fields:
        assert re.search(rf'^    {field}\b(?:.|\n)*?\n    """', source, re.MULTILINE), f"{name}.{field}"


def test_errors_are_values_of_one_family():
    for name in ERRORS.split():
        assert issubclass(getattr(errors, name), errors.NewsmodelError)
    error = errors.QueryError("leads nowhere", path="/a", offset=3, hint="look elsewhere")
    assert str(error) == "leads nowhere at /a (offset 3); look elsewhere"


def test_nodes_have_no_attributes_but_their_fields():
    for cls in Node.__subclasses__():
        if attrs.has(cls):
            assert not hasattr(cls, "__dict__") or "__slots__" in vars(cls)
