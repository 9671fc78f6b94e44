"""What holds for every page: no word glued, none doubled, none lost, and nothing but NewsmodelError leaves."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsmodel

# Words that no list of furniture knows, long enough to make running text.
WORDS = st.integers(0, 10**6).map(lambda n: f"w{n}x")
SENTENCES = st.lists(WORDS, min_size=12, max_size=40).map(lambda ws: " ".join(ws) + ".")
INLINE = st.sampled_from(["b", "i", "em", "span", "strong", "mark", "small"])
FURNITURE = [
    '<aside class="related-articles"><h3>Related</h3><ul><li><a href="/a">zqfurniture one</a></li></ul></aside>',
    '<div class="newsletter-signup"><p>zqfurniture: sign up for our morning letter, and never miss a thing.</p></div>',
    '<div class="share-buttons"><a href="/s">zqfurniture</a></div>',
    "<form><p>zqfurniture</p><button>zqfurniture</button></form>",
    "<nav><a href='/'>zqfurniture</a></nav>",
]


@st.composite
def bodies(draw: st.DrawFn) -> tuple[list[str], str]:
    """Return the paragraphs of an article and its page, furniture among them."""
    texts = draw(st.lists(SENTENCES, min_size=4, max_size=9, unique=True))
    parts = []
    for text in texts:
        words = text.split()
        at = draw(st.integers(0, len(words) - 1))
        tag = draw(INLINE)
        words[at] = f"<{tag}>{words[at]}</{tag}>"
        parts.append("<p>" + draw(st.sampled_from([" ", "\n", "\t ", "  "])).join(words) + "</p>")
        if draw(st.booleans()):
            parts.append(draw(st.sampled_from(FURNITURE)))
    wrap = draw(st.sampled_from(["{}", "<div class=body>{}</div>", "<section><div>{}</div></section>"]))
    page = (
        "<nav><a href='/'>zqfurniture</a></nav><article><h1>Head line</h1>" + wrap.format("".join(parts)) + "</article>"
    )
    return texts, page + "<footer><p>zqfurniture, all rights reserved by its makers.</p></footer>"


@settings(max_examples=60, deadline=None)
@given(bodies())
def test_the_paragraphs_come_back_and_none_of_the_furniture(body: tuple[list[str], str]) -> None:
    texts, page = body
    article = newsmodel.parse_html(page, annotate=False)
    assert [p.text for p in article.paragraphs] == texts
    assert "zqfurniture" not in article.text


TAGS = [
    "p",
    "div",
    "b",
    "a",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "h2",
    "blockquote",
    "figure",
    "figcaption",
    "br",
    "span",
    "img",
    "section",
]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(TAGS), st.sampled_from(TAGS).map(lambda t: "/" + t), WORDS), max_size=80))
def test_no_word_is_glued_or_doubled_however_tags_are_nested(items: list[str]) -> None:
    page = "<article>" + "".join(f"<{x}>" if x.lstrip("/") in TAGS else f" {x} " for x in items) + "</article>"
    article = newsmodel.parse_html(page, annotate=False)
    said = [x for x in items if x.startswith("w")]
    found = " ".join([article.text, *(f.text for f in article.furniture)]).split()
    assert all(found.count(word) <= said.count(word) for word in found)


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=300), st.binary(max_size=300)))
def test_any_content_gives_an_article(page: str | bytes) -> None:
    assert newsmodel.parse_html(page, annotate=False) == newsmodel.parse_html(page, annotate=False)


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]), min_size=1, max_size=80))
def test_text_comes_back_as_it_was_escaped(text: str) -> None:
    article = newsmodel.parse_html(
        f"<article><p>{'word ' * 30}.</p><p>{html.escape(text)}</p><p>{'word ' * 30}.</p></article>", annotate=False
    )
    kept = " ".join([article.text, *(f.text for f in article.furniture)])
    assert " ".join(text.split()) in " ".join(kept.split())


@pytest.mark.parametrize(
    "page",
    [
        "<p>The tide is low.",
        "The tide is low.",
        "<h1>Tide</h1><p>It is low.</p><p>Nobody came.",
        "<ul><li>Low</li><li>High</li></ul>",
        "<table><tr><td>low</td><td>high</td></tr></table>",
        "<h2>Low tide</h2>",
        "<blockquote>Low tide</blockquote>",
    ],
)
def test_the_few_words_of_a_page_without_an_article_are_kept(page):
    article = newsmodel.parse_html(page)
    kept = " ".join(filter(None, [article.headline, article.text, *(f.text for f in article.furniture)]))
    assert kept.split() == re.sub("<[^>]*>", " ", page).split()
    assert [n.code for n in article.notices] == ["no-body"]
