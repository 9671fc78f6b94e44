"""Plain text: blank lines tell what comes."""

import pytest

import newsmodel
from newsmodel import Article, BlockQuote, Figure, ListBlock, Paragraph, Section, Table
from tests.formats.sample import ARTICLE

LAYOUT = """\
Ports
The pier is short

A longer pier is wanted.


By Ida Moe



KELMAR – The first.

The second.


What it costs

Much.
"""


def test_the_layout_is_written_and_read():
    article = Article(
        headline="The pier is short",
        kicker="Ports",
        standfirst="A longer pier is wanted.",
        byline="By Ida Moe",
        dateline="KELMAR",
        sections=(
            Section((Paragraph("The  first."), Paragraph("The\nsecond."))),
            Section((Paragraph("Much."),), heading="What it costs", level=3),
        ),
    )
    assert newsmodel.dumps(article, "text") == LAYOUT
    found = newsmodel.loads(LAYOUT, "text")
    assert (found.headline, found.kicker, found.standfirst, found.byline) == (
        "The pier is short", "Ports", "A longer pier is wanted.", "By Ida Moe",
    )  # fmt: skip
    assert [s.heading for s in found.sections] == [None, "What it costs"]
    assert found.paragraphs[0].text == "KELMAR – The first."


def test_the_reader_of_plain_texts_reads_it_too():
    found = newsmodel.parse_text(LAYOUT, annotate=False)
    assert found.headline == "The pier is short"
    assert "What it costs" in [s.heading for s in found.sections]
    assert [p.text for p in found.paragraphs][-1] == "Much."


def test_what_stands_in_blocks_becomes_paragraphs():
    blocks = (
        ListBlock((Paragraph("a"), ListBlock((Paragraph("b"),)))),
        BlockQuote((Paragraph("c"),), attribution="Ida"),
        BlockQuote((Paragraph("pull"),), pull=True),
        Figure(caption=Paragraph("caption")),
        Table(rows=(("1", "2"), ("", "")), header=("h",)),
    )
    text = newsmodel.dumps(Article(sections=(Section(blocks),)), "text")
    assert text == "\n\n\n\na\n\nb\n\nc\n\nh\n\n1 2\n"
    assert [p.text for p in newsmodel.loads(text, "text").paragraphs] == ["a", "b", "c", "h", "1 2"]


@pytest.mark.parametrize(
    "article",
    [
        Article(),
        Article(headline="h"),
        Article(headline="h", kicker="k"),
        Article(headline="h", standfirst="s"),
        Article(headline="h", byline="b"),
        Article(headline="\ufeffh", sections=(Section(heading="x"),)),
        Article(sections=(Section(heading="x"), Section((Paragraph("p"),), heading="y"))),
        Article(sections=(Section((Paragraph("\ufeffp"),)),)),
    ],
)
def test_texts_of_any_parts_come_back(article):
    assert newsmodel.loads(newsmodel.dumps(article, "text"), "text") == article


def test_what_stands_above_is_lost_without_a_headline():
    assert newsmodel.dumps(Article(kicker="k", standfirst="s", byline="b", dateline="d"), "text") == "\n"


@pytest.mark.parametrize(
    ("text", "headline", "paragraphs"),
    [
        ("One\r\n\r\nTwo\r\nlines\r\n", "One", ["Two lines"]),
        ("One\n\nTwo\n\n\nThree\n\nFour", "One", ["Two", "Four"]),
        ("a\nb\nc\n\nd", "a b c", ["d"]),
        ("", None, []),
    ],
)
def test_other_texts_are_a_headline_and_paragraphs(text, headline, paragraphs):
    found = newsmodel.loads(text, "text")
    assert found.headline == headline
    assert [p.text for p in found.paragraphs] == paragraphs


def test_nothing_that_stands_above_the_body_is_lost():
    found = newsmodel.loads("Head\n\none\n\ntwo\n\n\nby\n\n\nline\n\n\n\nbody", "text")
    assert (found.standfirst, found.byline) == ("one two", "by line")
    assert newsmodel.loads(newsmodel.dumps(ARTICLE, "text"), "text").headline == ARTICLE.headline
