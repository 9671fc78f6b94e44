"""What a format says that it keeps is what its projection keeps."""

import pytest
from hypothesis import given

import newsmodel
from newsmodel import BlockQuote, Embed, Figure, Link, ListBlock, Mention, Paragraph, Quote, Table
from newsmodel._formats._parts import PARTS
from newsmodel.strategies import articles
from tests.formats.sample import ARTICLE

FORMATS = {f.name: f for f in newsmodel.formats()}
KINDS = {
    "lists": ListBlock, "block quotes": BlockQuote, "figures": Figure, "tables": Table, "embeds": Embed,
    "quotes": Quote, "mentions": Mention, "links": Link,
}  # fmt: skip


def part(article, name):
    """Return one part of an article: a field, or what of one kind its body holds."""
    if name in KINDS:
        return [node for s in article.sections for node in s.select(KINDS[name])]
    if name == "speakers":
        return [q.speaker for s in article.sections for q in s.select(Quote) if q.speaker]
    if name == "paragraphs":
        return [p.text for s in article.sections for p in s.select(Paragraph)]
    if name in ("headings", "levels"):
        return [s.heading if name == "headings" else s.level for s in article.sections if s.heading or s.level != 2]
    return getattr(article, name)


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_names_parts_of_the_model(name):
    assert set(FORMATS[name].keeps) <= set(PARTS)


@given(articles())
def test_parts_that_are_kept_exactly_are_kept_and_parts_that_are_not_named_are_lost(article):
    for name, fmt in FORMATS.items():
        projection = fmt.project(article)
        for what in PARTS:
            how = fmt.keeps.get(what)
            if how == "exactly":
                assert part(projection, what) == part(article, what), (name, what)
            elif how is None and what != "levels":
                assert not part(projection, what), (name, what)


@pytest.mark.parametrize("name", FORMATS)
def test_parts_that_are_kept_in_part_are_not_lost(name):
    projection = FORMATS[name].project(ARTICLE)
    for what in FORMATS[name].keeps:
        assert part(projection, what), what
