"""`parse` tells pages from texts, and says clearly what it cannot read."""

from pathlib import Path

import pytest

import newsmodel

TEXT = "Ferry runs aground off Saltholm\n\nNobody was hurt, the coast guard said.\n\nThe cause is not known yet.\n"
PAGE = (
    "<html><head><title>Ferry aground - The Saltholm Post</title></head>"
    "<body><h1>Ferry aground</h1><p>Nobody was hurt at all.</p></body></html>"
)


def test_a_name_that_no_file_can_have_is_a_parse_error():
    for name in ("a\0b", "n" * 300):
        with pytest.raises(newsmodel.ParseError, match="cannot read the file"):
            newsmodel.parse(Path(name))


def test_no_more_of_a_file_is_read_than_may_be_parsed(tmp_path):
    with (tmp_path / "endless.txt").open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(newsmodel.ParseError, match="more than"):
        newsmodel.parse(tmp_path / "endless.txt")


def headline(source):
    return newsmodel.parse(source, annotate=False).headline


def test_a_str_is_content_and_never_a_path(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert headline(str(path)) != headline(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("source", [TEXT, PAGE])
def test_bytes_in_any_unicode_encoding_are_read_like_the_str(source, encoding):
    assert headline(source.encode(encoding)) == headline(source)


def test_plain_text_in_a_legacy_encoding_is_read():
    assert headline(TEXT.replace("Ferry", "Fähre").encode("cp1252")) == "Fähre runs aground off Saltholm"


@pytest.mark.parametrize("before", ["", "\n \n", "\ufeff", "<!-- saved -->", "Saved by a friend:\n", "<!DOCTYPE html>"])
def test_a_page_is_known_by_how_it_begins(before):
    assert headline(before + PAGE) == "Ferry aground"


@pytest.mark.parametrize("text", ["1 < 2, say experts\n\nBut 3 > 2 as well.", "<3 for Saltholm\n\nMore of it."])
def test_a_text_with_angle_brackets_is_a_text(text):
    assert headline(text) == text.partition("\n")[0]


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(newsmodel.ParseError) as caught:
        newsmodel.parse(tmp_path / "none.html")
    assert str(tmp_path / "none.html") in str(caught.value)


def test_what_is_no_source_is_refused():
    with pytest.raises(newsmodel.ParseError, match="expected a Path, bytes or str, got int"):
        newsmodel.parse(3)


def test_a_numbered_list_below_a_paragraph_keeps_all_its_items():
    article = newsmodel.parse_text(
        "Old bridge shut\n\nThe harbour board said on Monday that pay would rise, and nobody was surprised by that.\n\n"
        "1. a new gate for the ferry\n2. two hundred night shifts\n\nIt rained on Tuesday, and no ferry ran.\n",
        annotate=False,
    )
    assert [p.text for p in article.paragraphs[1:3]] == ["a new gate for the ferry", "two hundred night shifts"]
