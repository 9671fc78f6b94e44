"""The HTML page: exact when read back, clean for others, and nothing in it runs."""

import json
import sys

import attrs
import pytest
from hypothesis import given
from lxml import html

import newsmodel
from newsmodel import (
    Article,
    Figure,
    FormatError,
    Link,
    ListBlock,
    Mention,
    Paragraph,
    Person,
    Quote,
    Section,
    Span,
    Table,
)
from newsmodel.strategies import articles
from tests.formats.sample import ARTICLE


def page(article):
    return html.document_fromstring(newsmodel.dumps(article, "html").encode())


def body(*blocks, **fields):
    return Article(sections=(Section(blocks),), **fields)


def again(article):
    return newsmodel.loads(newsmodel.dumps(article, "html"), "html")


def test_quotes_and_names_that_overlap_in_any_way_come_back():
    ada, tom = Person(name="Ada"), Person(name="Tom")
    text = "Ada said that Tom said that it rains."
    paragraph = Paragraph(
        text,
        quotes=(
            Quote(text="Ada said that Tom", spans=(Span(0, 17),), speaker=tom),
            Quote(text="said that said that it", spans=(Span(4, 13), Span(18, 30)), speaker=ada),
            Quote(text="Tom said", spans=(Span(14, 22),)),
        ),
        mentions=(Mention(Span(0, 3), ada), Mention(Span(14, 17), tom)),
        links=(Link(Span(9, 22), "/one"), Link(Span(23, 36), "https://two.example/?a=1&b=<2>")),
    )
    article = body(paragraph, people=(ada, tom))
    assert again(article) == article
    (shown,) = page(article).findall(".//article/p")
    assert shown.text_content() == text
    assert [a.text_content() for a in shown.findall(".//a")] == ["that Tom said", "that it rains"]
    assert len(shown.xpath(".//*[@id='quote-1']")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "a\0b",
        "a\rb",
        "a\r\nb",
        "a\x85b",
        "\ufeffa\ufffe",
        "a\nb",
        "\ta  b\n",
        "a\u00a0",
        "<br>&amp;</p>",
        "\x1f\U0010ffffa",
        "&#0;",
    ],
)
def test_any_character_comes_back_wherever_it_stands(text):
    figure = Figure(url=text, alt=text, caption=Paragraph(text), credit=text)
    table = Table(rows=((text, ""), ()), header=(text,), caption=text)
    blocks = (Paragraph(text), ListBlock((Paragraph(text), ListBlock((Paragraph(text),)))), figure, table)
    article = Article(
        headline=text, kicker=text, standfirst=text, byline=text, dateline=text, description=text, language=text,
        canonical_url=text, lead_image=figure, sections=(Section(blocks, heading=text),),
    )  # fmt: skip
    assert again(article) == article


@pytest.mark.parametrize("name", ["html", "nitf", "ninjs"])
def test_quotes_that_all_overlap_make_no_document_of_a_square_size(name):
    def size(count):
        text = "a" * 2 * count
        quotes = tuple(Quote(text="a" * count, spans=(Span(i, i + count),)) for i in range(count))
        article = body(Paragraph(text, quotes=quotes))
        document = newsmodel.dumps(article, name)
        assert newsmodel.loads(document, name) == article
        return len(document) - len(newsmodel.dumps(article))  # what is quoted itself grows as a square

    assert size(160) < 5 * size(40)


@pytest.mark.parametrize(
    "sections",
    [
        (Section(),),
        (Section(), Section()),
        (Section((Paragraph("a"),)), Section((Paragraph("b"),), level=4), Section(heading="c", level=1)),
        (Section(heading="c", level=6), Section()),
    ],
)
def test_sections_of_any_shape_come_back(sections):
    assert again(Article(sections=sections)) == Article(sections=sections)


HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"' onmouseover='alert(1)"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JaVa\nScript:alert(1)", " data:text/html,x", "vbscript:x", "\x01javascript:x"]
)
def test_nothing_of_an_article_runs_in_its_page(url):
    article = Article(
        headline=HOSTILE, language=HOSTILE, byline=HOSTILE, canonical_url=url, tags=(HOSTILE,),
        lead_image=Figure(url=url, alt=HOSTILE, credit=HOSTILE), people=(Person(name=HOSTILE, id=HOSTILE),),
        sections=(
            Section(
                (
                    Paragraph(HOSTILE, links=(Link(Span(0, 4), url),)),
                    newsmodel.Embed(url=url, text=HOSTILE, provider=HOSTILE),
                ),
                heading=HOSTILE,
            ),
        ),
    )  # fmt: skip
    root = page(article)
    assert all(s.get("type").endswith("+json") for s in root.iter("script"))
    attributes = [(name, value) for el in root.iter() for name, value in el.attrib.items()]
    assert not [name for name, _ in attributes if name.startswith("on")]
    addresses = [value for name, value in attributes if name in ("href", "src")]
    assert not [a for a in addresses if "script" in a.lower() or a.strip().startswith("data:")]
    assert again(article) == article


def test_other_tools_find_the_facts_in_the_structured_data():
    (block,) = page(ARTICLE).xpath("//script[@type='application/ld+json']")
    data = json.loads(block.text)
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == ARTICLE.headline
    assert [a["name"] for a in data["author"]] == ["Lena Fisk", "Tom O'Hare"]
    assert data["datePublished"] == "2026-03-04T05:06:07+02:00"
    assert data["isAccessibleForFree"] is True
    assert data["mentions"][0]["jobTitle"] == "Minister"


def test_the_page_is_made_of_the_elements_that_html_has_for_news():
    root = page(ARTICLE)
    assert root.find(".//article/header/h1").text == ARTICLE.headline
    assert [h.text for h in root.findall(".//article/h2")] == ["What it costs"]
    assert [h.text for h in root.findall(".//article/h3")] == ["When"]
    assert root.find(".//article/ol/li/ul/li").text == "of oak"
    assert root.find(".//article/blockquote/footer/cite").text == "Tom O'Hare"
    assert root.find(".//article/figure/figcaption/span").text == "The plan."
    assert [c.text for c in root.findall(".//article/table/thead/tr/th")] == ["Year", "Length"]
    assert root.find(".//footer//*[@id='ada-brandt']").text == "Ada Brandt, Minister"
    spoken = root.find(".//article/p/span[@class='quote']")
    assert (spoken.text, spoken.get("data-speaker")) == ("The pier is too short,", "ada-brandt")
    assert root.find(".//time").get("datetime") == "2026-03-04T05:06:07+02:00"


LINE = "The harbour board met on Monday and asked again for a longer pier before the winter comes to the north."


def test_a_reader_of_pages_finds_headline_headings_and_paragraphs():
    headings = (None, "What it costs", "Who will pay", "When the work begins")
    sections = tuple(Section(tuple(Paragraph(f"{LINE} {h} {i}.") for i in range(3)), heading=h) for h in headings)
    article = Article(headline="The pier at Kelmar is too short", sections=sections)
    found = newsmodel.parse_html(newsmodel.dumps(article, "html"), annotate=False)
    assert found.headline == article.headline
    assert [(s.heading, [p.text for p in s.paragraphs]) for s in found.sections] == [
        (s.heading, [p.text for p in s.paragraphs]) for s in sections
    ]


def test_a_page_of_others_is_read_for_its_structure():
    text = f"<html><body><article><h1>The pier is short</h1><p>{LINE}</p><p>{LINE}</p></article></body></html>"
    assert newsmodel.loads(text, "html") == newsmodel.parse_html(text, annotate=False)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<ol>", "<section></section><ol>", "a <section> stands where newsmodel writes none; read a page that was"),
        ("<li>First", "<b></b><li>First", "a <b> stands where newsmodel writes none"),
        ('” said <span class="mention"', '” said old <span class="mention"', "expected the text of its spans"),
        ('"/authors"', '"/nobody/1"', "the data of newsmodel does not fit the document at /nobody/1"),
        ('"/authors"', '"/sections/x/1"', "the data of newsmodel does not fit the document"),
        ('{"newsmodel":1,"rest":{', '{"newsmodel":1,"rest":[{', "not JSON"),
        ('{"newsmodel":1,"rest":{', '{"newsmodel":2,"rest":{', 'expected "newsmodel": 1'),
        ("<article>", "<div>", "a page of newsmodel without its article or its data"),
        ('<aside class="pullquote"><blockquote>', '<aside class="pullquote"><div>', "a <aside> stands where"),
    ],
)
def test_a_page_that_was_changed_is_refused_with_advice(old, new, message):
    text = newsmodel.dumps(ARTICLE, "html")
    assert old in text
    with pytest.raises(FormatError) as caught:
        newsmodel.loads(text.replace(old, new, 1), "html")
    assert str(caught.value).startswith(message)


def test_lists_nested_without_end_are_refused():
    text = newsmodel.dumps(body(ListBlock((Paragraph("a"),))), "html")
    deep = text.replace("<ul><li>a</li></ul>", "<ul><li>a" * 40 + "</li></ul>" * 40)
    with pytest.raises(FormatError, match="lists are nested deeper than 32 levels"):
        newsmodel.loads(deep, "html")


def test_a_page_over_the_size_that_is_read_is_refused(monkeypatch):
    monkeypatch.setattr(sys.modules["newsmodel._html.decode"], "MAX_SIZE", 10)
    with pytest.raises(FormatError, match="more than 10"):
        newsmodel.loads("<html>" * 10, "html")


@given(articles("adversarial"))
def test_the_words_that_are_shown_are_those_of_the_article(article):
    article = attrs.evolve(article, lead_image=None)
    root = page(article)
    shown = "".join(root.find(".//article").itertext())
    for paragraph in article.paragraphs:
        if paragraph.text.isascii() and paragraph.text.isprintable():
            assert paragraph.text in shown
