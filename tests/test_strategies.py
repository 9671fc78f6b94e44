"""What the strategies make is valid, and covers the model."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsmodel import Article, strategies
from newsmodel._hypothesis import register

register()


@pytest.mark.parametrize("mode", ["realistic", "adversarial", "mixed"])
def test_articles_are_valid_in_every_mode(mode):
    @settings(max_examples=30, deadline=None)
    @given(strategies.articles(mode))
    def valid(article):
        assert attrs.evolve(article) == article

    valid()


@settings(max_examples=20, deadline=None)
@given(st.from_type(Article))
def test_hypothesis_knows_how_to_make_an_article_from_its_type(article):
    assert isinstance(article, Article)
