"""What type checkers infer of strategies; read by mypy and pyright, never run."""

from __future__ import annotations

from typing import assert_type

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from newsmodel import Article, Moment, Organization, Paragraph, Person, Quote, Section, strategies


def nodes() -> None:
    assert_type(strategies.articles(), SearchStrategy[Article])
    assert_type(strategies.articles("realistic", people=st.just(Person(name="Ada Brandt"))), SearchStrategy[Article])
    assert_type(strategies.articles(people=strategies.organizations()), SearchStrategy[Article])
    assert_type(strategies.sections("adversarial", xml=True), SearchStrategy[Section])
    assert_type(strategies.paragraphs(), SearchStrategy[Paragraph])
    assert_type(strategies.quotes(), SearchStrategy[Quote])
    assert_type(strategies.people(), SearchStrategy[Person])
    assert_type(strategies.organizations(), SearchStrategy[Organization])


def values() -> None:
    assert_type(strategies.texts(), SearchStrategy[str])
    assert_type(strategies.names(), SearchStrategy[str])
    assert_type(strategies.moments(), SearchStrategy[Moment])
    assert_type(strategies.plain_pages("wrapped"), SearchStrategy[tuple[str, Article]])
    assert_type(strategies.html_pages(), SearchStrategy[tuple[bytes, Article]])
