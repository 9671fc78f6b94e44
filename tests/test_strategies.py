"""What the strategies make is valid, and covers the model."""

import html

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


@given(st.from_type(Article))
def test_hypothesis_knows_how_to_make_an_article_from_its_type(article):
    assert isinstance(article, Article)


@given(strategies.plain_pages())
def test_a_plain_page_holds_every_word_of_its_article(pair):
    source, article = pair
    words = " ".join(source.split())
    for told in (article.headline, article.byline, article.dateline, *(f.text for f in article.furniture)):
        assert told is None or told in words
    assert all(p.text in words for p in article.paragraphs)
    assert all(s.blocks for s in article.sections)


@given(strategies.html_pages())
def test_an_html_page_holds_every_word_of_its_article(pair):
    page, article = pair
    encoding = "utf-16" if page.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    source = html.unescape(page.decode(encoding, "surrogateescape"))
    if "windows-1252" in source:
        source = html.unescape(page.decode("windows-1252"))
    for told in (article.headline, article.kicker, article.byline, *(f.text for f in article.furniture)):
        assert told is None or told in source
    assert all(p.text in source for p in article.paragraphs)
