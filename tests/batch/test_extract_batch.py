"""Engines call one function: a batch of pages in, one row out for each."""

import pickle

import pyarrow as pa
import pytest

from newsmodel import Article, NewsmodelError, Person, from_arrow
from newsmodel.batch import ARTICLE_SCHEMA, Columns, Guard, Limits, extract_batch

from . import hooks

HTML = "<h1>Ice at Sund</h1><p>“We wait,” said Marta Ilves.</p>"
PAGES = {
    "url": ["https://a.test/0", "https://a.test/raises", None, "https://a.test/3"],
    "html": [HTML, "<p>x", None, b"<p>\xe9t\xe9".decode("latin-1")],
}


def test_a_batch_gives_a_batch_and_a_table_a_table_with_the_schema():
    table = pa.table(PAGES)
    assert extract_batch(table).schema.equals(ARTICLE_SCHEMA)
    (batch,) = table.to_batches()
    assert isinstance(extract_batch(batch), pa.RecordBatch)
    assert extract_batch(batch.slice(0, 0)).num_rows == 0
    assert extract_batch(table.slice(0, 0)).num_rows == 0


def test_every_row_comes_out_once_and_in_order():
    found = extract_batch(pa.table(PAGES), extract=hooks.poisonous).to_pylist()
    assert [row["url"] for row in found] == PAGES["url"]
    assert [row["error"] for row in found] == [None, "LookupError", "empty", None]
    assert [row["position"] for row in found] == [0, 1, 2, 3]
    assert found[1]["error_message"] == "no such thing\\ud800"


def test_the_rows_are_the_articles_of_the_pages():
    (article,) = from_arrow(extract_batch(pa.table({"html": [HTML]})))
    assert isinstance(article, Article)
    assert "“We wait,” said Marta Ilves." in article.text


def test_source_position_type_and_time_are_taken_over():
    table = pa.table(
        {
            "html": pa.array([b"<p>\xe9t\xe9 fini", 5 * b"<p>"], pa.binary()),
            "source": ["a.warc", None],
            "position": [7, None],
            "content_type": ["text/html; charset=latin-1", None],
            "retrieved": ["2026-03-01T12:00:00+01:00", None],
        }
    )
    first, second = extract_batch(table, extract=decoded).to_pylist()
    assert (first["source"], first["position"], second["position"]) == ("a.warc", 7, 1)
    assert first["retrieved"].isoformat() == "2026-03-01T11:00:00+00:00"
    assert first["headline"] == "<p>été fini"


def decoded(page):
    return Article(headline=page.data.decode(page.charset or "ascii"))


def test_a_page_that_is_no_text_or_too_large_is_an_error_row():
    table = pa.table({"body": [5, 6]})
    assert extract_batch(table, columns=Columns(html="body"))["error"].to_pylist() == ["unreadable"] * 2
    assert extract_batch(pa.table({"html": ["<p>long"]}), limits=Limits(size=3))["error"].to_pylist() == ["too-large"]


def test_a_batch_without_pages_is_refused_clearly():
    with pytest.raises(NewsmodelError, match="no column 'html'; it has text"):
        extract_batch(pa.table({"text": ["x"]}))


def test_the_guard_keeps_pages_that_kill_from_the_engine():
    table = pa.table(
        {"url": [f"https://a.test/{n}" for n in ("0", "kills", "eats", "3")], "html": [f"<p>{i}" for i in range(4)]}
    )
    with Guard(extract=hooks.poisonous, memory=256 << 20) as guard:
        found = extract_batch(table, guard=guard).to_pylist()
        assert [row["error"] for row in found] == [None, "crash", "memory", None]
        assert "SIGKILL" in found[1]["error_message"]
        again = extract_batch(table.slice(0, 1), guard=guard).to_pylist()
    assert again == found[:1]


def test_an_article_that_arrow_cannot_hold_is_an_error_row():
    table = pa.table({"url": ["https://a.test/0", "https://a.test/1"], "html": ["<p>0", "<p>1"]})
    found = extract_batch(table, extract=huge).to_pylist()
    assert [row["error"] for row in found] == ["ArrowInvalid", None]
    assert "Arrow cannot hold" in found[0]["error_message"]


def huge(page):
    """Give an article with a number that the schema has no room for."""
    from newsmodel import Mention, Paragraph, Section, Span

    if page.url.endswith("1"):
        return hooks.light(page)
    paragraph = Paragraph("Ann", mentions=(Mention(Span(0, 3), Person(name="Ann")),))
    object.__setattr__(paragraph.mentions[0].span, "end", 2**40)
    article = Article(people=(Person(name="Ann"),))
    object.__setattr__(article, "sections", (Section((paragraph,)),))
    return article


def test_what_engines_send_can_be_pickled():
    assert pickle.loads(pickle.dumps(extract_batch)) is extract_batch  # noqa: S301


def test_values_that_python_cannot_hold_cost_no_page():
    damaged = pa.Array.from_buffers(
        pa.string(), 2, [None, pa.array([0, 8, 17], pa.int32()).buffers()[1], pa.py_buffer(b"<h1>\xe9t\xe9.<h1>Two..")]
    )
    table = pa.table(
        {
            "html": damaged,
            "retrieved": pa.array([2**60, 0], pa.timestamp("s")),
            "source": [1, 2],
            "position": [True, False],
        }
    )
    found = extract_batch(table).to_pylist()
    assert [row["headline"] for row in found] == ["été.", "Two.."]
    assert [row["retrieved"] and row["retrieved"].year for row in found] == [None, 1970]
    assert [row["position"] for row in found] == [0, 1]


def test_the_later_of_two_columns_of_one_name_counts():
    table = pa.table([pa.array(["<h1>One"]), pa.array(["<h1>Two"])], names=["html", "html"])
    assert extract_batch(table)["headline"].to_pylist() == ["Two"]
