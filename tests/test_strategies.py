"""What the strategies make is valid, and covers the model."""

import html
import subprocess
import sys

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

import newsmodel
from newsmodel import Article, QuoteKind, strategies
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


def test_a_failing_example_is_printed_as_code_that_makes_it():
    @settings(
        database=None,
        derandomize=True,
        max_examples=500,
        phases=[Phase.generate, Phase.shrink],
        report_multiple_bugs=False,
    )
    @given(strategies.articles())
    def no_quotes(article):
        assert not any(q.kind is QuoteKind.INDIRECT for q in article.quotes)

    with pytest.raises(AssertionError) as caught:
        no_quotes()
    report = "\n".join(caught.value.__notes__)
    printed = report[report.index("article=") + len("article=") : report.rindex(",\n)")]
    article = eval(printed, vars(newsmodel))  # noqa: S307
    assert [q.kind for q in article.quotes] == [QuoteKind.INDIRECT]
    assert "headline" not in printed


def test_without_hypothesis_the_module_says_what_to_install():
    code = "import sys; sys.modules['hypothesis'] = None; import newsmodel.strategies"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "pip install 'newsmodel[hypothesis]'" in run.stderr


@pytest.mark.parametrize(
    "name", ["articles", "sections", "paragraphs", "quotes", "people", "organizations", "texts", "names"]
)
def test_with_xml_every_text_can_stand_in_xml(name):
    @given(getattr(strategies, name)("adversarial", xml=True))
    def writable(made):
        told = (
            [made]
            if isinstance(made, str)
            else [v for n in newsmodel.walk(made) for v in attrs.astuple(n, recurse=False)]
        )
        for text in told:
            if isinstance(text, str):
                etree.Element("a").text = text

    writable()


@given(strategies.articles(people=strategies.organizations("realistic"), min_parts=3, max_parts=3))
def test_who_takes_part_can_be_chosen(article):
    assert article.people == ()


def test_every_field_and_every_class_of_the_model_occurs():
    seen = set()

    @settings(max_examples=500, database=None, phases=[Phase.generate], derandomize=True)
    @given(strategies.articles())
    def look(article):
        for node in newsmodel.walk(article):
            for a in attrs.fields(type(node)):
                default = () if isinstance(a.default, attrs.Factory) or a.default is attrs.NOTHING else a.default
                if getattr(node, a.name) != default:
                    seen.add((type(node).__name__, a.name))
            if isinstance(node, newsmodel.ListBlock) and any(isinstance(i, newsmodel.ListBlock) for i in node.items):
                seen.add("nested list")
            if isinstance(node, newsmodel.Table) and len({len(row) for row in node.rows}) > 1:
                seen.add("ragged table")
            if isinstance(node, newsmodel.Paragraph):
                seen.update(nesting(node.quotes))
        known = {e.id for e in (*article.people, *article.organizations)}
        seen.update("author in tables" if author.id in known else "author elsewhere" for author in article.authors)
        for moment in filter(None, (article.published, article.modified)):
            seen.add(type(moment).__name__)

    look()
    nodes = [c for c in newsmodel.Node.__subclasses__() if c.__module__ == "newsmodel._model"]
    fields = {(c.__name__, a.name) for c in nodes for a in attrs.fields(c)}
    shapes = {"nested list", "ragged table", "quote in quote", "quotes overlap", "quote in pieces"}
    assert fields | shapes | {"author in tables", "author elsewhere", "date", "datetime"} <= seen


def nesting(quotes):
    for i, quote in enumerate(quotes):
        if len(quote.spans) > 1:
            yield "quote in pieces"
        for other in quotes[i + 1 :]:
            if other.spans[0].start < quote.spans[-1].end:
                yield "quote in quote" if other.spans[-1].end <= quote.spans[-1].end else "quotes overlap"
