"""Formats are found by name or suffix; files are never half written."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

import newsmodel
from newsmodel import FormatError, UnknownFormatError
from tests.formats.sample import ARTICLE, EMPTY


def test_a_format_is_found_by_the_suffix_of_the_file(tmp_path):
    path = tmp_path / "pier.JSON"
    newsmodel.dump(ARTICLE, path)
    assert newsmodel.load(path) == ARTICLE
    assert newsmodel.load(str(path), format="json") == ARTICLE


@pytest.mark.parametrize("name", ["pier.docx", "pier"])
def test_an_unknown_suffix_names_those_that_are_known(tmp_path, name):
    with pytest.raises(UnknownFormatError, match=r"\.json.*\.jsonl"):
        newsmodel.dump(ARTICLE, tmp_path / name)


def test_an_unknown_name_names_those_that_are_known():
    with pytest.raises(UnknownFormatError, match="'yaml'; known formats: json, "):
        newsmodel.dumps(ARTICLE, "yaml")


def test_data_is_bytes_or_str():
    with pytest.raises(TypeError, match="expected str or bytes, got list"):
        newsmodel.loads([])  # type: ignore[arg-type]


def test_what_is_written_is_an_article():
    with pytest.raises(TypeError, match="expected an Article, got dict"):
        newsmodel.dumps({})  # type: ignore[arg-type]


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("before")
    path.chmod(0o600)

    def failing():
        yield ARTICLE
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        newsmodel.dump_all(failing(), path)
    assert [p.name for p in tmp_path.iterdir()] == ["a.jsonl"]
    assert path.read_text() == "before"
    newsmodel.dump_all([ARTICLE], path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_link_is_followed_and_stays(tmp_path):
    (tmp_path / "link.json").symlink_to("there.json")
    for _ in range(2):
        newsmodel.dump(ARTICLE, tmp_path / "link.json")
        assert newsmodel.load(tmp_path / "there.json") == ARTICLE
        assert sorted(p.name for p in tmp_path.iterdir()) == ["link.json", "there.json"]


def test_what_is_no_file_is_written_as_it_is(tmp_path):
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as threads:
        read = threads.submit(pipe.read_bytes)
        newsmodel.dump(ARTICLE, pipe)
        assert newsmodel.loads(read.result(10)) == ARTICLE
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["none/a.json", "a.txt/b.json", "d.json", "n" * 300 + ".json"])
def test_an_error_of_writing_names_the_file(tmp_path, name):
    (tmp_path / "a.txt").touch()
    (tmp_path / "d.json").mkdir()
    with pytest.raises(OSError, match="Errno") as caught:
        newsmodel.dump(ARTICLE, tmp_path / name)
    assert caught.value.filename == str(tmp_path / name)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "d.json"]


def test_many_articles_stream_through_one_file(tmp_path):
    path = tmp_path / "all.jsonl"
    assert newsmodel.dump_all((a for a in (ARTICLE, EMPTY)), path) == 2
    path.write_bytes(path.read_bytes() + b"\n{}\n")
    stream = newsmodel.load_all(path)
    assert [next(stream), next(stream)] == [ARTICLE, EMPTY]
    with pytest.raises(FormatError, match=r"at line 4: \$"):
        next(stream)


def test_a_format_of_one_article_holds_no_stream(tmp_path):
    with pytest.raises(FormatError, match="a json document holds one article; use jsonl"):
        newsmodel.load_all(tmp_path / "a.json")


def test_a_line_of_json_is_one_article():
    text = newsmodel.dumps(ARTICLE, "jsonl")
    assert text.count("\n") == 1
    assert newsmodel.loads("\n" + text, "jsonl") == ARTICLE
    with pytest.raises(FormatError, match="expected one article, got 2 lines"):
        newsmodel.loads(text + text, "jsonl")


class Shout:
    """A format of a user's own."""

    keeps = {"headline": "in capitals"}  # noqa: RUF012

    def write(self, article):
        return (article.headline or "") + "!"

    def read(self, data):
        return newsmodel.Article(headline=str(data).removesuffix("!").upper())

    def project(self, article):
        return newsmodel.Article(headline=article.headline and article.headline.upper())


def test_a_user_can_register_a_format(tmp_path, monkeypatch):
    from newsmodel._formats import _registry

    monkeypatch.setattr(_registry, "_FORMATS", dict(_registry._FORMATS))
    line = newsmodel.register_format("shout", Shout(), media_type="text/x-shout", suffixes=(".shout",))
    assert newsmodel.formats()[-1] is line
    assert line.reads
    assert line.writes
    assert line.keeps == {"headline": "in capitals"}
    newsmodel.dump(ARTICLE, tmp_path / "a.shout")
    assert (tmp_path / "a.shout").read_text() == "The pier at Kelmar is too short!"
    assert newsmodel.loads("x!", "shout") == line.project(newsmodel.Article(headline="x"))
    with pytest.raises(FormatError, match="not blank"):  # an invalid article is a document that is not right
        newsmodel.loads("!", "shout")


def test_the_table_tells_of_every_format():
    for line in newsmodel.formats():
        assert line.reads
        assert line.writes
        assert "/" in line.media_type
        assert all(s.startswith(".") for s in line.suffixes)
        assert line.keeps["headline"]
