"""What holds for the parsing of any plain text: nothing is lost, nothing breaks, the same text reads the same."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsmodel
from newsmodel import Article, ListBlock, strategies
from newsmodel._text import shape

LINE_ENDS = ("\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028", "\u2029")
PIECES = (
    "By Ida Moe and Bo Lund", "VALMERE (Northwire) - The port opened on Tuesday.", "1. one", "2. two", "3) three",
    "- item", "• point", "* star", "– Well, she said.", "Updated 5 May 2024, 14:03 GMT", "Related Articles",
    "Share", "© 2024 Northwire", "Is it over?", "A subhead", "„Nein.“", "***", "الميناء يفتح أبوابه", "港が再開した。",
    "港口", "बंदरगाह खुला।", "파업이 끝났다.", "a" * 300, "Word " * 40 + "end.", "so it went on", "\ufeff", "\x00",
    "\ud800", "\u200f", "x-", "Music", "World", "12:30", "a)", "(1) one", "１．全角", "e\u0301\u0323", "😀", "ß ŉ ǰ İ",
)  # fmt: skip
GLUE = st.sampled_from((*LINE_ENDS, "\n\n", "\n\n\n", " ", "\t", "\n  ", "\n    "))
MADE = st.lists(st.tuples(st.sampled_from(PIECES), GLUE), max_size=25).map(lambda ps: "".join(p + g for p, g in ps))
ANY = st.text(st.characters(), max_size=200)


def letters(text: str) -> Counter[str]:
    """Return how often each letter and digit stands in a text."""
    return Counter(c for c in text if c.isalnum())


def printed(article: Article) -> str:
    """Return all that is printed of an article, the numbers of numbered lists too, which `ordered` stands for."""
    parts = [article.kicker, article.headline, article.standfirst, article.byline, article.dateline]
    parts += [f.text for f in article.furniture]
    for section in article.sections:
        parts.append(section.heading)
        parts += [p.text for p in section.paragraphs]
        for block in section.blocks:
            if isinstance(block, ListBlock) and block.ordered:
                parts += map(str, range(1, len(block.items) + 1))
    return "\n".join(filter(None, parts))


@given(MADE | ANY)
@example("1. one\n2. two")
@example("A\n\n１． eins\n２． zwei\n\nB.")
@example("A\n\n01. one\n02. two\n\nB.")
def test_every_letter_and_digit_stands_in_exactly_one_printed_field(text):
    article = newsmodel.parse_text(text, annotate=False)
    assert letters(printed(article)) == letters(text)


@given(MADE | ANY)
def test_the_same_text_reads_the_same(text):
    assert newsmodel.parse_text(text, annotate=False) == newsmodel.parse_text(text, annotate=False)


@given(MADE)
def test_what_is_read_can_be_written_and_read_back(text):
    article = newsmodel.parse_text(text, annotate=False)
    assert newsmodel.loads(newsmodel.dumps(article)) == article


@given(strategies.plain_pages(), st.sampled_from(LINE_ENDS[:7]))
def test_the_kind_of_line_end_does_not_matter(pair, end):
    text = "\n".join(pair[0].splitlines())
    other = text.replace("\n", end)
    assert newsmodel.parse_text(other, annotate=False) == newsmodel.parse_text(text, annotate=False)


@given(strategies.plain_pages())
def test_a_made_page_is_read_as_it_was_made(pair):
    text, expected = pair
    article = newsmodel.parse_text(text, annotate=False)
    assert article.headline == expected.headline
    assert (article.byline, article.authors) == (expected.byline, expected.authors)
    assert article.dateline == expected.dateline


@pytest.mark.parametrize("text", [None, 3, b"bytes", ["a"]])
def test_what_is_no_str_is_refused(text):
    with pytest.raises(newsmodel.ParseError, match="expected a str"):
        newsmodel.parse_text(text)


def test_lone_surrogates_are_dropped_with_a_notice():
    article = newsmodel.parse_text("A head\ud800line\n\nThe port opened on Tuesday.\udfff", annotate=False)
    assert article.headline == "A headline"
    assert [n.code for n in article.notices] == ["bad-characters"]


def test_controls_and_byte_order_marks_are_dropped_in_silence():
    article = newsmodel.parse_text("\ufeffA\x00 head\x07line\n\nThe port opened on Tuesday.", annotate=False)
    assert article.headline == "A headline"
    assert article.notices == ()


@pytest.mark.parametrize("text", ["", "\n\n\n", " \t\r\n", "\ufeff", "\x00\ud800"])
def test_a_text_without_words_is_an_empty_article(text):
    article = newsmodel.parse_text(text, annotate=False)
    assert article.headline is None
    assert article.sections == ()


@pytest.mark.parametrize(
    "text",
    [
        "word " * 100_000,
        "\n" * 60_000,
        "a\n" * 8_000,
        "- a\n" * 8_000,
        "1. a\n" * 8_000,
        "\n".join(f"{n}. a" for n in range(1, 8_000)),
        "Is it?\n\n" * 8_000,
        "(" * 60_000,
        "港" * 60_000,
        "Read more\n\n" * 8_000,
        "    " * 50_000 + "a",
        "\n".join(" " * (n % 90) + "- a" for n in range(8_000)),
        "A - " * 50_000,
        "key: value\n" * 8_000,
    ],
    ids=range(14),
)
def test_hostile_texts_are_read_whole(text):
    article = newsmodel.parse_text(text, annotate=False)
    assert sum(letters(printed(article)).values()) >= sum(letters(text).values()) * 0.99


def test_speech_behind_dashes_is_looked_through_once(monkeypatch):
    asked = []
    ends = shape.ends_sentence
    monkeypatch.setattr(shape, "ends_sentence", lambda text: asked.append(text) or ends(text))
    lines = ["- We go now.", "– They stay."] * 500
    article = newsmodel.parse_text("Ferry stays\n\nThey met.\n\n" + "\n".join(lines), annotate=False)
    assert sum(text.startswith("- We go") for text in asked) <= 20 * 500
    assert sum(p.text == "- We go now." for p in article.paragraphs) == 500


def test_a_list_may_follow_speech_behind_dashes():
    text = "Ferry stays\n\nThey met.\n\n- We go!\n- They stay.\n- one ferry\n- two trams"
    (section,) = newsmodel.parse_text(text, annotate=False).sections
    spoken, items = section.blocks
    assert spoken.text == "- We go!"
    assert [item.text for item in items.items] == ["They stay.", "one ferry", "two trams"]
