"""Arrow and Parquet keep everything, and what reads Parquet reads articles."""

import datetime as dt
from contextlib import suppress

import attrs
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import (
    Article,
    Figure,
    FormatError,
    ListBlock,
    Paragraph,
    Section,
    dump_all,
    dumps,
    flat_tables,
    from_arrow,
    load,
    load_all,
    loads,
    strategies,
    to_arrow,
)
from newsmodel.batch import ARTICLE_SCHEMA

from .articles import HARBOUR, SPARSE


@given(strategies.articles())
def test_roundtrip_arrow(article):
    table = to_arrow([article])
    assert from_arrow(table) == [article]
    assert to_arrow(from_arrow(table)).equals(table)


@given(strategies.articles())
def test_flat_tables_tell_of_every_paragraph_quote_and_mention(article):
    tables = flat_tables([article], first=7)
    assert tables["articles"]["text"].to_pylist() == [article.text or None]
    assert tables["quotes"]["text"].to_pylist() == [q.text for q in article.quotes]
    assert tables["mentions"]["entity"].to_pylist() == [m.entity.id for m in article.mentions]
    assert len(tables["entities"]) == len(article.people) + len(article.organizations)
    assert set(tables["paragraphs"]["article"].to_pylist()) <= {7}


@pytest.mark.parametrize(
    "moment",
    [
        dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=14))),
        dt.datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=dt.timezone(dt.timedelta(hours=-14))),
        dt.datetime(2026, 3, 29, 2, 30, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=45))),
        dt.date(1, 1, 1),
        dt.date(9999, 12, 31),
    ],
)
def test_a_moment_keeps_its_offset_or_that_only_the_day_is_known(moment):
    (again,) = from_arrow(to_arrow([Article(published=moment)]))
    assert again.published == moment
    assert type(again.published) is type(moment)
    assert again.published.isoformat() == moment.isoformat()


def test_nested_lists_come_back_as_they_were():
    inner = ListBlock((Paragraph("b"), ListBlock((Paragraph("c"),), ordered=True)))
    outer = ListBlock((Paragraph("a"), inner, ListBlock((Paragraph("d"),)), Paragraph("e")), ordered=True)
    article = Article(sections=(Section((outer,)),))
    assert from_arrow(to_arrow([article])) == [article]


def test_rows_may_lack_columns_have_others_and_stand_in_any_order():
    table = to_arrow([HARBOUR, SPARSE]).append_column("score", pa.array([1, 2]))
    kept = table.select(["score", "sections", "organizations", "people", "headline"])
    assert [a.headline for a in from_arrow(kept)] == [HARBOUR.headline, SPARSE.headline]
    assert from_arrow(kept)[0].quotes == HARBOUR.quotes


def test_a_row_that_is_no_article_is_named():
    rows = to_arrow([SPARSE, HARBOUR]).to_pylist()
    rows[1]["sections"][0]["blocks"][1]["quotes"][0]["speaker"] = "nobody"
    with pytest.raises(FormatError) as caught:
        from_arrow(pa.Table.from_pylist(rows, schema=ARTICLE_SCHEMA))
    assert caught.value.path == "$[1]"
    assert "nobody" in str(caught.value)


@pytest.mark.parametrize(
    "table",
    [
        pa.table({"a": [1]}),
        pa.table({"sections": [1]}),
        pa.table({"sections": [[{"level": 99}]]}),
        pa.table({"sections": [[{"level": 2, "blocks": [{"type": "poem"}]}]]}),
        pa.table({"sections": [[]], "published": ["soon"]}),
        pa.table({"sections": [[]], "published": pa.array([2**62], pa.timestamp("us"))}),
        pa.table({"sections": [[{"level": 2, "blocks": [{"type": "list", "items": [{"depth": 3}]}]}]]}),
        pa.table({"sections": [[]], "authors": [[{"type": "robot", "id": "x", "name": "X"}]]}),
        pa.table({"sections": [[]], "headline": pa.array([2**60], pa.timestamp("s"))}),
        pa.table([pa.array([[]]), pa.array(["a"]), pa.array(["b"])], names=["sections", "headline", "headline"]),
        "nonsense",
    ],
)
def test_a_table_of_something_else_is_refused_clearly(table):
    with pytest.raises(FormatError):
        from_arrow(table)


def test_rows_of_failed_pages_are_left_out_of_the_articles():
    table = to_arrow([HARBOUR, SPARSE]).append_column("error", pa.array([None, "timeout"]))
    assert from_arrow(table) == [HARBOUR]


@pytest.fixture
def parquet(tmp_path):
    path = tmp_path / "articles.parquet"
    pq.write_table(to_arrow([HARBOUR, SPARSE]), path)
    return path


def test_pyarrow_reads_the_parquet_file_back(parquet):
    assert pq.read_schema(parquet).equals(to_arrow([]).schema)
    assert from_arrow(pq.read_table(parquet)) == [HARBOUR, SPARSE]


def test_duckdb_counts_who_is_quoted_most(parquet):
    duckdb = pytest.importorskip("duckdb")
    query = """
        with sections as (select unnest(sections) as s from read_parquet($1)),
             blocks as (select unnest(s.blocks) as b from sections),
             quotes as (select unnest(b.quotes) as q from blocks)
        select q.speaker_name, count(*) from quotes group by 1 order by 2 desc, 1
    """
    assert duckdb.execute(query, [str(parquet)]).fetchall() == [("Marta Ilves", 2)]
    everything = duckdb.sql("select * from read_parquet($1)", params=[str(parquet)])
    assert from_arrow(everything.to_arrow_table()) == [HARBOUR, SPARSE]


def test_polars_reads_and_explodes_the_parquet_file(parquet):
    pl = pytest.importorskip("polars")
    frame = pl.read_parquet(parquet)
    names = frame["people"].explode().struct.field("name").drop_nulls().to_list()
    assert names == ["Marta Ilves"]
    assert from_arrow(frame) == [HARBOUR, SPARSE]


def test_pandas_reads_the_parquet_file(parquet):
    pd = pytest.importorskip("pandas")
    frame = pd.read_parquet(parquet, dtype_backend="pyarrow")
    assert frame["headline"].tolist() == [HARBOUR.headline, SPARSE.headline]
    assert from_arrow(pa.Table.from_pandas(frame, preserve_index=False)) == [HARBOUR, SPARSE]


def test_a_caption_keeps_all_that_it_says():
    caption = HARBOUR.sections[0].blocks[1]
    article = attrs.evolve(HARBOUR, lead_image=Figure(url="https://e.test/a.jpg", caption=caption, credit="L. Okt"))
    assert from_arrow(to_arrow([article])) == [article]
    assert flat_tables([article])["paragraphs"]["pointer"][0].as_py() == "/lead_image/caption"


@pytest.mark.parametrize("name", ["arrow", "parquet"])
def test_a_file_holds_one_article_or_many(tmp_path, name):
    data = dumps(HARBOUR, format=name)
    assert loads(data, format=name) == HARBOUR
    assert dumps(loads(data, format=name), format=name) == data
    path = tmp_path / f"many.{name}"
    assert dump_all([HARBOUR, SPARSE] * 150, path) == 300
    assert list(load_all(path)) == [HARBOUR, SPARSE] * 150
    with pytest.raises(FormatError, match="expected one article, got more"):
        load(path)
    assert dump_all([], path) == 0
    assert list(load_all(path)) == []


@pytest.mark.parametrize("name", ["arrow", "parquet"])
@given(data=st.data())
def test_a_damaged_file_is_refused_or_read_but_never_crashes(name, data):
    good = dumps(SPARSE, format=name)
    at = data.draw(st.integers(0, len(good) - 1))
    bad = good[:at] + data.draw(st.binary(max_size=4)) + good[at + data.draw(st.integers(0, 4)) :]
    with suppress(FormatError):
        loads(bad, format=name)
    with pytest.raises(FormatError):
        loads(good[:at], format=name)
    with pytest.raises(FormatError, match="bytes"):
        loads("text", format=name)
