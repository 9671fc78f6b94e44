from __future__ import annotations

import pytest

import newsmodel
from newsmodel._html import FIELDS, STAGES, Content

PAGE = (
    '<h1>Ferry kept</h1><p class="who">Mara Lind reports</p>'
    "<p>The council keeps the ferry, and the mayor is content.</p>"
)


def test_the_stages_are_listed_in_order() -> None:
    assert list(STAGES) == ["decode", "tame", "tree", "scan", "metadata", "content", "assemble"]


def test_a_rule_gives_one_field() -> None:
    rules = {"byline": lambda page: page.root.findtext(".//p[@class='who']")}
    assert newsmodel.parse_html(PAGE, rules=rules, annotate=False).byline == "Mara Lind reports"


def test_a_field_given_by_a_rule_is_known_when_the_body_is_read() -> None:
    rules = {"headline": lambda page: "The council keeps the ferry, and the mayor is content."}
    article = newsmodel.parse_html(PAGE, rules=rules, annotate=False)
    assert "content" not in article.text


def test_a_rule_replaces_a_stage() -> None:
    section = newsmodel.Section((newsmodel.Paragraph("Mine."),))
    article = newsmodel.parse_html(
        PAGE, rules={"content": lambda page, metadata: Content(sections=(section,))}, annotate=False
    )
    assert article.text == "Mine."
    assert article.headline == "Ferry kept"


def test_an_unknown_rule_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(newsmodel.ParseError, match="titel") as caught:
        newsmodel.parse_html(PAGE, rules={"titel": str})
    assert all(name in str(caught.value.hint) for name in ("decode", "headline"))


def test_a_rule_that_cannot_be_called_is_refused() -> None:
    with pytest.raises(newsmodel.ParseError, match="no function"):
        newsmodel.parse_html(PAGE, rules={"headline": "Ferry"})  # type: ignore[dict-item]


def test_people_are_not_for_rules_on_structure() -> None:
    assert "people" not in FIELDS
