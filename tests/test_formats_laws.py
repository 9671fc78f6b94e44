"""The laws of every format: documents come back as the projection says; reading refuses, but never breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel import FormatError
from newsmodel.strategies import articles
from tests.formats.sample import ARTICLE, EMPTY

FORMATS = {f.name: f for f in newsmodel.formats()}
TEXTUAL = {name: f for name, f in FORMATS.items() if isinstance(f.write(EMPTY), str)}
LOSSLESS = {"json", "jsonl", "html", "nitf", "ninjs", "arrow", "parquet"}

each = pytest.mark.parametrize("name", FORMATS)


# One article is tried in every format: making it costs more than writing and reading it.
@given(article=articles())
def test_what_is_written_is_read_as_the_projection_says(article):
    for name, fmt in FORMATS.items():
        document = fmt.write(article)
        again = fmt.read(document)
        projection = fmt.project(article)
        assert again == projection, name
        assert fmt.write(again) == document, name
        assert fmt.project(projection) == projection, name
        if name in LOSSLESS:
            assert projection == article, name


@each
@given(data=st.binary() | st.text().map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_reading_any_bytes_gives_an_article_or_a_format_error(name, data):
    _read(name, data)


@pytest.mark.parametrize("name", TEXTUAL)
@given(text=st.text(st.characters()))
def test_reading_any_text_gives_an_article_or_a_format_error(name, text):
    _read(name, text)


def _changes(size):
    """Cut, doubled, swapped and overwritten places of a document, as (kind, place, place, bytes)."""
    at = st.integers(0, size)
    junk = st.sampled_from([b"", b"\0", b"<", b">", b"&", b'"', b"]]>", b"{", b"[", b"\xff", b"\\u0000", b"null"])
    return st.lists(st.tuples(at, at, junk | st.binary(max_size=4)), min_size=1, max_size=4)


@each
@given(data=st.data())
def test_reading_a_damaged_document_gives_an_article_or_a_format_error(name, data):
    written = FORMATS[name].write(ARTICLE)
    document = written.encode() if isinstance(written, str) else written
    for first, second, junk in data.draw(_changes(len(document))):
        start, end = sorted((first, second))
        document = document[:start] + junk + document[min(end, start + len(junk) + 3) :]
    _read(name, document)


def _read(name, data):
    try:
        article = FORMATS[name].read(data)
    except FormatError:
        return
    assert isinstance(article, newsmodel.Article)
