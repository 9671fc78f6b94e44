"""What holds for every article and every input."""

import copy
import json
import pickle
import random
from collections import Counter

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import newsmodel
from newsmodel import (
    Article,
    Mention,
    NewsmodelError,
    Paragraph,
    Person,
    Quote,
    Section,
    select,
    strategies,
    walk,
    walk_at,
)

# What markup and news text are made of, so that arbitrary input gets past the first branch of a parser.
PIECES = st.sampled_from(
    [
        "<!DOCTYPE html>", "<html><body>", "<article>", "<p>", "</p>", "<h1>", "<h2>Costs</h2>", "<ul><li>", "</ul>",
        "<table><tr><td>", "<figure><figcaption>", "<blockquote>", "<script type='application/ld+json'>", "</script>",
        '{"@type": "NewsArticle", "headline": ', "[[[", "<!--", "<![CDATA[", "<svg><math>", "<template>", "&#xD800;",
        "&#0;", "&nbsp;", "\0", "\ud800", "\r", "\n\n", "\u2028", "By Ann Lee", "BRINDLE (Reuters) - ", "“",
        "” said Bo.", "\u202e", "é",
        "The harbour board said on Monday that pay would rise.", "Related Articles", "- ", "1. ", "* * *",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(st.characters(), max_size=8), max_size=25).map("".join) | st.text(st.characters())
BYTES = (
    st.binary()
    | TEXTS.map(lambda t: t.encode("utf-8", "surrogatepass"))
    | TEXTS.map(lambda t: t.encode("utf-16", "replace"))
)
PARSERS = {
    "parse": newsmodel.parse,
    "parse_html": newsmodel.parse_html,
    "parse_text": lambda s: newsmodel.parse_text(s if isinstance(s, str) else s.decode("utf-8", "replace")),
}


def outcome(parse, source):
    """Return what a parser makes of a source: an article, or what its error says."""
    try:
        return parse(source)
    except NewsmodelError as e:
        return type(e), str(e)


@pytest.mark.parametrize("name", PARSERS)
@given(source=TEXTS | BYTES)
def test_parsing_anything_gives_an_article_or_our_own_error_and_twice_the_same(name, source):
    first = outcome(PARSERS[name], source)
    assert outcome(PARSERS[name], source) == first
    if isinstance(first, Article):
        assert newsmodel.loads(newsmodel.dumps(first)) == first
        assert newsmodel.annotate(first) == first


@given(strategies.articles())
def test_json_gives_the_article_back(article):
    assert newsmodel.loads(newsmodel.dumps(article)) == article


@given(strategies.articles())
def test_pointers_hold_in_the_json_form_too(article):
    document = json.loads(newsmodel.dumps(article))
    for at in walk_at(article):
        written = document
        for step in at.path:
            written = written[step]
        assert isinstance(written, dict), at.pointer
        for name in ("text", "name", "heading", "start", "url"):
            if hasattr(at.node, name) and name in {a.name for a in attrs.fields(type(at.node))}:
                assert written.get(name) == getattr(at.node, name), at.pointer
        if isinstance(at.node, Quote):
            assert written.get("speaker") == (at.node.speaker and at.node.speaker.id)
        if isinstance(at.node, Mention):
            assert written["entity"] == at.node.entity.id


@given(strategies.articles())
def test_an_article_is_a_value(article):
    for again in (pickle.loads(pickle.dumps(article)), copy.deepcopy(article), attrs.evolve(article)):  # noqa: S301
        assert again == article
        assert hash(again) == hash(article)
        assert str(again) == str(article)
        assert repr(again) == repr(article)


@given(strategies.articles())
def test_spans_say_what_they_stand_for(article):
    for at in select(article, Quote).at():
        text = at.within(Paragraph).text
        assert " ".join(text[s.start : s.end] for s in at.node.spans) == at.node.text
    for at in select(article, Mention).at():
        assert at.within(Paragraph).text[at.node.span.start : at.node.span.end].strip()


@given(strategies.articles())
def test_the_text_holds_every_heading_and_paragraph_in_order(article):
    place = 0
    for section in article.sections:
        for told in filter(None, (section.heading, *(p.text for p in section.paragraphs))):
            place = article.text.index(told, place) + len(told)


@given(strategies.articles("realistic"))
def test_annotating_touches_nothing_but_annotations(article):
    again = newsmodel.annotate(article)
    assert again.text == article.text
    assert [p.text for p in again.paragraphs] == [p.text for p in article.paragraphs]
    assert [p.links for p in again.paragraphs] == [p.links for p in article.paragraphs]
    assert newsmodel.annotate(again) == again


@given(strategies.plain_pages())
def test_no_word_of_a_plain_page_is_lost(pair):
    source, expected = pair
    article = newsmodel.parse_text(source, annotate=False)
    assert not words(expected) - words(article)


@given(strategies.html_pages())
def test_no_paragraph_or_item_of_a_page_is_lost(pair):
    page, expected = pair
    article = newsmodel.parse_html(page, annotate=False)
    assert article.headline == expected.headline
    told = {p.text for p in article.paragraphs}
    assert {p.text for p in expected.paragraphs[1:]} <= told
    assert any(expected.paragraphs[0].text in text for text in told)


def words(article):
    printed = (article.kicker, article.headline, article.standfirst, article.byline, article.dateline, article.text)
    told = " ".join(filter(None, (*printed, *(f.text for f in article.furniture))))
    return Counter("".join(c if c.isalnum() else " " for c in told).split())


# Three planted bugs: the smallest article that shows each one should come out, and nothing else with it.


def _smallest(bug):
    quick = settings(
        max_examples=5000, database=None, report_multiple_bugs=False, phases=[Phase.generate, Phase.shrink]
    )
    return find(strategies.articles(), bug, settings=quick, random=random.Random(0))


def test_a_bug_with_a_speaker_who_is_named_later_shrinks_to_that_quote_and_that_mention():
    def bug(article):
        return any(
            quote.speaker == mention.entity and mention.span.start > quote.spans[-1].end
            for paragraph in article.paragraphs
            for quote in paragraph.quotes
            for mention in paragraph.mentions
        )

    article = _smallest(bug)
    assert [type(n) for n in walk(article)].count(Quote) == 1
    assert len(article.mentions) == 1
    assert (len(article.people) + len(article.organizations), len(article.paragraphs)) == (1, 1)
    assert len(article.text) <= 16
    assert article.headline is None


def test_a_bug_with_a_curly_mark_in_the_second_section_shrinks_to_two_small_sections():
    article = _smallest(lambda a: any("”" in p.text for s in a.sections[1:] for p in s.paragraphs))
    assert [len(s.blocks) for s in article.sections] in ([1, 1], [0, 1])
    assert len(article.text) <= 12
    assert (article.people, article.organizations, article.authors) == ((), (), ())


def test_a_bug_with_two_quotes_in_one_paragraph_shrinks_to_two_quotes():
    article = _smallest(lambda a: any(len(p.quotes) > 1 for p in a.paragraphs))
    assert article == Article(sections=(Section(article.paragraphs),))
    assert [len(p.quotes) for p in article.paragraphs] == [2]
    assert len(article.text) <= 8
    assert not any(isinstance(n, Person) for n in walk(article))
