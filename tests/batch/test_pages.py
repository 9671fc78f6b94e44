"""`pages` reads what there is, and tells what it passed over and why."""

import gzip
import json
import os
import zlib

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import Article, FormatError, Paragraph, ParseError, Section, dump
from newsmodel.batch import Columns, Limits, Page, article_of, pages
from newsmodel.batch._http import inflate
from newsmodel.batch._page import Failure, Skipped, Unreadable
from newsmodel.batch._sources import parts, records
from newsmodel.batch._warc import Cut, cuts
from newsmodel.batch._warc import records as warc_records

from .archives import packed, record, response

BODY = b"<!DOCTYPE html><p>The sea is calm.</p>"
CHUNKED = b"5;x=y\r\n" + BODY[:5] + b"\r\n%x\r\n" % len(BODY[5:]) + BODY[5:] + b"\r\n0\r\n\r\n"
SMALL = gzip.compress(BODY, mtime=0)
GOOD = response("https://a.test/good", BODY)


def read(path, data, **limits):
    """Return the pages' bodies, what was skipped, and the failures' (position, url, error) of an archive."""
    path.write_bytes(data)
    found = pages(path, limits=Limits(**limits))
    bodies = [page.data for page in found]
    return bodies, found.skipped, [(f.position, f.url, f.error) for f in found.failures]


@pytest.fixture
def archive(tmp_path):
    return tmp_path / "a.warc.gz"


class TestArchives:
    def test_a_page_has_address_type_time_and_place(self, archive):
        archive.write_bytes(packed(GOOD))
        (page,) = pages(archive)
        assert (page.url, page.content_type, page.charset) == (
            "https://a.test/good",
            "text/html; charset=utf-8",
            "utf-8",
        )
        assert page.retrieved.isoformat() == "2026-03-01T12:00:00+00:00"
        assert (page.source, page.position) == (str(archive), 0)

    def test_records_that_are_no_pages_are_counted_by_reason(self, archive):
        others = [record("https://a.test", b"x", kind=k) for k in ("warcinfo", "request", "revisit", "metadata", "odd")]
        others += [
            response("https://a.test/p", b"%PDF", content_type="application/pdf"),
            response("https://a.test/r", BODY, status="301 Moved"),
            response("https://a.test/e", b""),
        ]
        bodies, skipped, failures = read(archive, packed(*others, GOOD))
        assert bodies == [BODY]
        assert failures == []
        reasons = ("warcinfo", "request", "revisit", "metadata", "unknown", "not-html", "http-status", "empty")
        assert skipped == dict.fromkeys(reasons, 1)

    @pytest.mark.parametrize("pack", [packed, lambda *r: b"".join(r), lambda *r: gzip.compress(b"".join(r))])
    def test_archives_are_read_plain_and_compressed_by_record_or_as_a_whole(self, tmp_path, pack):
        assert read(tmp_path / "a.warc", pack(GOOD, GOOD, GOOD))[0] == [BODY] * 3

    @pytest.mark.parametrize(
        ("bad", "url"),
        [
            (gzip.compress(response("https://a.test/bad", BODY))[:-9], "https://a.test/bad"),
            (gzip.compress(response("https://a.test/bad", BODY, length=10**9)), "https://a.test/bad"),
            (gzip.compress(response("https://a.test/bad", BODY, length=20)), "https://a.test/bad"),
            (gzip.compress(response("https://a.test/bad", BODY, length=-1)), "https://a.test/bad"),
            (gzip.compress(response("https://a.test/bad", BODY, length="all")), "https://a.test/bad"),
            (gzip.compress(response("https://a.test/bad", os.urandom(90_000)))[:60_000], "https://a.test/bad"),
            (b"\xff" * 1000, None),
            (b"\x1f\x8b\x08 no archive", None),
            (gzip.compress(b"no archive either", mtime=0), None),
            (gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\n" + b"x" * 100_000, mtime=0), None),
        ],
    )
    def test_a_damaged_record_is_named_and_the_next_ones_are_read(self, archive, bad, url):
        bodies, skipped, failures = read(archive, packed(GOOD) + bad + packed(GOOD, GOOD))
        assert bodies == [BODY] * 3
        assert failures == [(1, url, "unreadable")]
        assert skipped == {"unreadable": 1}

    def test_a_damaged_record_of_a_plain_archive_is_passed_over_too(self, tmp_path):
        bad = response("https://a.test/bad", BODY, length=20)
        bodies, _, failures = read(tmp_path / "a.warc", GOOD + bad + GOOD + b"junk\n" + GOOD + GOOD[:-30])
        assert bodies == [BODY] * 3
        assert [f[:2] for f in failures] == [(1, "https://a.test/bad"), (3, None), (5, "https://a.test/good")]

    def test_an_archive_without_a_record_is_a_failure_and_an_empty_one_is_empty(self, tmp_path):
        assert read(tmp_path / "a.warc", b"nothing")[2] == [(0, None, "unreadable")]
        assert read(tmp_path / "a.warc", b"") == ([], {}, [])

    @pytest.mark.parametrize(
        ("headers", "body"),
        [
            ("Content-Encoding: gzip\r\n", gzip.compress(BODY, mtime=0)),
            ("Content-Encoding: x-gzip\r\n", BODY),
            ("Content-Encoding: deflate\r\n", zlib.compress(BODY)),
            ("Content-Encoding: deflate\r\n", zlib.compress(BODY)[2:-4]),
            ("Content-Encoding: deflate\r\n", BODY),
            ("Content-Encoding: br\r\n", BODY),
            ("Content-Encoding: identity\r\n", BODY),
            ("Content-Encoding: mystery\r\n", BODY),
            ("Transfer-Encoding: chunked\r\n", CHUNKED),
            ("Transfer-Encoding: chunked\r\n", BODY),
            ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", b"%x\n" % len(SMALL) + SMALL + b"\n0\n\n"),
        ],
    )  # fmt: skip
    def test_encodings_are_undone_and_bodies_that_are_stored_decoded_stay(self, archive, headers, body):
        assert read(archive, packed(response("https://a.test", body, headers=headers)))[0] == [BODY]

    @pytest.mark.parametrize(
        ("headers", "body"),
        [
            ("Content-Encoding: gzip\r\n", gzip.compress(BODY, mtime=0)[:-9]),
            ("Content-Encoding: gzip\r\n", b"\x1f\x8b\x08 no"),
            ("Content-Encoding: deflate\r\n", b"neither"),
            ("Content-Encoding: br\r\n", b"neither"),
            ("Content-Encoding: mystery\r\n", b"neither"),
            ("Transfer-Encoding: chunked\r\n", b"ffffffff\r\nabc"),
            ("Transfer-Encoding: chunked\r\n", b"3\r\nabc"),
        ],
    )
    def test_a_body_that_cannot_be_decoded_is_named(self, archive, headers, body):
        assert read(archive, packed(response("https://a.test", body, headers=headers), GOOD)) == (
            [BODY],
            {"unreadable": 1},
            [(0, "https://a.test", "unreadable")],
        )

    def test_brotli_is_undone_within_the_limits(self, archive):
        brotli = pytest.importorskip("brotli")
        packed_body = response("https://a.test", brotli.compress(BODY), headers="Content-Encoding: br\r\n")
        bomb = response(
            "https://a.test", brotli.compress(b"<p>" + b"a" * 3_000_000), headers="Content-Encoding: br\r\n"
        )
        assert read(archive, packed(packed_body, bomb)) == (
            [BODY],
            {"too-large": 1},
            [(1, "https://a.test", "too-large")],
        )

    def test_a_body_of_thousands_of_gzip_members_is_handed_over_in_pieces(self, monkeypatch):
        made = zlib.decompressobj
        given = 0

        class Decoder:
            def __init__(self, wbits):
                self.inner = made(wbits)

            def decompress(self, data, most):
                nonlocal given
                given += len(data)
                return self.inner.decompress(data, most)

            def __getattr__(self, name):
                return getattr(self.inner, name)

        parts = [gzip.compress(b"", mtime=0)] * 2_000 + [gzip.compress(BODY, mtime=0) + b"\0" * 9] * 2
        body = b"".join(parts)
        monkeypatch.setattr("newsmodel.batch._http.zlib.decompressobj", Decoder)
        assert inflate(body, Limits()) == BODY * 2
        assert given < 2_010 * 10_000  # with all that is left given to each, it would be 40 MB
        with pytest.raises(Unreadable, match="cut off"):
            inflate(body[:-20], Limits())

    def test_what_inflates_beyond_measure_is_refused(self, archive):
        bomb = b"<p>" + b"a" * 3_000_000
        twice = response("https://a.test/2", gzip.compress(bomb, mtime=0), headers="Content-Encoding: gzip\r\n")
        bodies, _, failures = read(archive, packed(response("https://a.test/1", bomb), twice, GOOD))
        assert bodies == [BODY]
        assert failures == [(0, "https://a.test/1", "too-large"), (1, "https://a.test/2", "too-large")]
        large = b"<p>" + os.urandom(5000)
        assert read(archive, packed(response("https://a.test/1", large), GOOD), size=4000)[0] == [BODY]

    def test_a_body_without_header_or_type_is_a_page_when_it_looks_like_one(self, archive):
        records = [
            record("https://a.test/1", BODY),
            response("https://a.test/2", BODY, content_type=None),
            response("https://a.test/3", "\ufeff<p>é".encode("utf-16"), content_type="application/octet-stream"),
            response("https://a.test/4", b"\x00\x01<p>", content_type=None),
            b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(BODY)
            + BODY + b"\r\n\r\n",
        ]  # fmt: skip
        archive.write_bytes(packed(*records))
        assert [(p.url, p.position) for p in pages(archive)] == [
            ("https://a.test/1", 0), ("https://a.test/2", 1), ("https://a.test/3", 2), (None, 4)
        ]  # fmt: skip

    @given(
        st.lists(st.sampled_from(["good", "request", "cut", "junk", "short"]), max_size=8),
        st.integers(1, 4),
        st.booleans(),
    )
    def test_the_cuts_of_an_archive_hold_its_records_once_each(self, tmp_path_factory, kinds, size, compressed):
        made = {
            "good": GOOD,
            "request": record("https://a.test", b"GET", kind="request"),
            "cut": GOOD[:-30],
            "junk": b"junk " * 9,
            "short": response("https://a.test/s", BODY, length=20),
        }
        path = tmp_path_factory.getbasetemp() / "cuts.warc"
        path.write_bytes((packed if compressed else lambda *r: b"".join(r))(*(made[k] for k in kinds)))
        whole = list(warc_records(path, None, Limits()))
        assert [position for position, _ in whole] == list(range(len(whole)))
        runs = list(cuts(path, size))
        assert [found for cut in runs for found in warc_records(path, cut, Limits())] == whole
        assert all(sum(isinstance(r, Page) for _, r in warc_records(path, cut, Limits())) <= size for cut in runs)


class TestFiles:
    def test_a_folder_gives_its_pages_by_name_and_counts_the_rest(self, tmp_path):
        (tmp_path / "b").mkdir()
        for name in ("b/2.htm", "b/1.html", "a.xhtml", "c.txt"):
            (tmp_path / name).write_bytes(BODY)
        (tmp_path / "d.html.gz").write_bytes(gzip.compress(BODY, mtime=0) + gzip.compress(BODY, mtime=0))
        (tmp_path / "x.png").write_bytes(b"png")
        (tmp_path / "empty.html").write_bytes(b" \n")
        (tmp_path / "cut.html.gz").write_bytes(gzip.compress(BODY, mtime=0)[:-9])
        found = pages(tmp_path)
        assert [(p.source[len(str(tmp_path)) + 1 :], p.data) for p in found] == [
            ("a.xhtml", BODY), ("c.txt", BODY), ("d.html.gz", BODY * 2), ("b/1.html", BODY), ("b/2.htm", BODY)
        ]  # fmt: skip
        assert found.skipped == {"not-html": 1, "empty": 1, "unreadable": 1}
        assert found.failures[0].source.endswith("cut.html.gz")

    def test_several_sources_and_patterns_give_each_file_once(self, tmp_path):
        for name in "abc":
            (tmp_path / f"{name}.html").write_bytes(BODY + name.encode())
        found = pages([tmp_path / "b.html", str(tmp_path / "[ab].html"), tmp_path])
        assert [p.data[-1:] for p in found] == [b"b", b"a", b"c"]

    def test_links_to_folders_are_followed_once(self, tmp_path):
        for name in ("elsewhere/1.html", "in/2.html"):
            (tmp_path / name).parent.mkdir()
            (tmp_path / name).write_bytes(BODY)
        (tmp_path / "in/also").symlink_to(tmp_path / "elsewhere")
        (tmp_path / "in/and").symlink_to(tmp_path / "elsewhere")
        (tmp_path / "in/around").symlink_to(tmp_path)
        (tmp_path / "in/gone").symlink_to(tmp_path / "nowhere")
        names = [p.source[len(str(tmp_path)) + 1 :] for p in pages(tmp_path / "in")]
        assert names == ["in/2.html", "in/also/1.html"]

    def test_a_document_in_a_format_that_was_named_is_read_as_one(self, tmp_path):
        article = Article(headline="Bridge reopens", sections=(Section((Paragraph("It is open."),)),))
        for name in ("a.json", "b.md", "c.nitf"):
            dump(article, tmp_path / name)
        (tmp_path / "d.json.gz").write_bytes(gzip.compress((tmp_path / "a.json").read_bytes()))
        found = list(pages([tmp_path / n for n in ("a.json", "b.md", "c.nitf", "d.json.gz")]))
        assert [article_of(page) for page in found] == [article] * 4
        (tmp_path / "e.json").write_bytes(b"{")
        with pytest.raises(FormatError):
            article_of(next(pages(tmp_path / "e.json")))

    def test_a_file_that_was_named_is_known_by_its_content(self, tmp_path):
        (tmp_path / "page").write_bytes(BODY)
        (tmp_path / "archive").write_bytes(GOOD + GOOD)
        (tmp_path / "packed").write_bytes(packed(GOOD, GOOD))
        pq.write_table(pa.table({"html": ["<p>x"]}), tmp_path / "table")
        assert [len(list(pages(tmp_path / n))) for n in ("page", "archive", "packed", "table")] == [1, 2, 2, 1]

    def test_a_pattern_that_finds_nothing_and_a_missing_file_are_told(self, tmp_path):
        for missing in (tmp_path / "no.html", str(tmp_path / "*.html"), "\0"):
            with pytest.raises(ParseError, match="no such file"):
                next(pages(missing))
        assert list(pages(tmp_path)) == []

    def test_what_is_no_file_is_a_failure(self, tmp_path):
        os.mkfifo(tmp_path / "pipe.html")
        (tmp_path / "gone.html").symlink_to(tmp_path / "nowhere")
        (tmp_path / "gone.warc").symlink_to(tmp_path / "nowhere")
        (tmp_path / "gone.jsonl").symlink_to(tmp_path / "nowhere")
        found = pages(tmp_path)
        assert list(found) == []
        assert found.skipped == {"unreadable": 4}
        for part in parts(tmp_path, 3):
            assert all(isinstance(r, Failure) for _, r in records(part, Limits(), Columns()))

    def test_a_page_above_the_limit_is_a_failure(self, tmp_path):
        (tmp_path / "a.html").write_bytes(BODY)
        found = pages(tmp_path, limits=Limits(size=10))
        assert list(found) == []
        assert found.failures[0].error == "too-large"


LINES = [
    {"url": "https://a.test/0", "html": "<p>Zürich \ud800"},
    {"url": " ", "html": "<p>1", "retrieved": "2026-03-01T12:00:00"},
    {"html": ""},
    {"html": 5},
    ["no object"],
    {"url": "https://a.test/5", "html": "<p>5", "retrieved": "soon"},
]


class TestRows:
    @pytest.mark.parametrize("compress", [False, True])
    def test_json_lines_are_pages(self, tmp_path, compress):
        data = "\n".join([*map(json.dumps, LINES), "", "{broken", "[" * 100_000]).encode() + b"\n"
        path = tmp_path / "a.jsonl"
        path.write_bytes(gzip.compress(data, mtime=0) if compress else data)
        found = pages(path)
        assert [(p.url, p.data, p.charset, p.position) for p in found] == [
            ("https://a.test/0", "<p>Zürich ?".encode(), "utf-8", 0),
            (None, b"<p>1", "utf-8", 1),
            ("https://a.test/5", b"<p>5", "utf-8", 5),
        ]
        assert found.skipped == {"empty": 2, "unreadable": 4}
        for size in (1, 2, 100):
            cut = [r for part in parts(path, size) for r in records(part, Limits(), Columns())]
            assert cut == list(records(next(parts(path, None)), Limits(), Columns()))

    def test_a_compressed_file_that_is_cut_off_gives_what_it_has(self, tmp_path):
        path = tmp_path / "a.jsonl.gz"
        path.write_bytes(gzip.compress(b"".join(b'{"html": "%d"}\n' % i for i in range(9999)))[:-9])
        found = pages(path)
        assert len(list(found)) > 9000
        assert found.skipped == {"unreadable": 1}

    def test_a_line_above_the_limit_is_a_failure(self, tmp_path):
        path = tmp_path / "a.jsonl"
        path.write_bytes(b'{"html": "' + b"a" * 500 + b'"}\n{"html": "b"}\n{"html": "' + b"c" * 70 + b'"}\n')
        found = pages(path, limits=Limits(size=60))
        assert [p.data for p in found] == [b"b"]
        assert found.skipped == {"too-large": 2}

    def test_parquet_rows_are_pages_and_columns_may_have_other_names(self, tmp_path):
        path = tmp_path / "a.parquet"
        made = pa.table(
            {
                "link": [f"https://a.test/{i}" for i in range(10)],
                "body": [b"<p>%d" % i if i != 3 else None for i in range(10)],
                "retrieved": pa.array([0] * 10, pa.timestamp("s", "UTC")),
            }
        )
        pq.write_table(made, path, row_group_size=4)
        columns = Columns(html="body", url="link")
        found = pages(path, columns=columns)
        assert [(p.url, p.data, p.position) for p in found][:4:3] == [
            ("https://a.test/0", b"<p>0", 0),
            ("https://a.test/4", b"<p>4", 4),
        ]
        assert found.skipped == {"empty": 1}
        assert [p.cut for p in parts(path, 5)] == [Cut(0, 0, 0, 8), Cut(2, 0, 8, 10)]
        whole = list(records(next(parts(path, None)), Limits(), columns))
        for size in (1, 5, 100):
            assert [r for part in parts(path, size) for r in records(part, Limits(), columns)] == whole
        assert "has no column 'html'; it has link" in next(iter(_failures(path))).message

    def test_a_damaged_parquet_file_is_a_failure(self, tmp_path):
        (tmp_path / "a.parquet").write_bytes(b"PAR1 and nothing more")
        assert [f.error for f in _failures(tmp_path)] == ["unreadable"]
        assert [p.cut for p in parts(tmp_path, 5)] == [Cut(0, 0, 0, -1)]


def _failures(source):
    found = pages(source)
    assert list(found) == []
    return found.failures


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_an_archive_cut_or_damaged_anywhere_keeps_its_other_pages(tmp_path, name):
    stored = [response(f"https://a.test/{n}", BODY) for n in range(3)]
    stored = [gzip.compress(r, mtime=0) for r in stored] if name.endswith(".gz") else stored
    path = tmp_path / name
    first, second = len(stored[0]), len(stored[0] + stored[1])
    for at in range(0, second, 3):
        whole = b"".join(stored)
        spoiled = {"cut": whole[:at], "less": whole[:at] + whole[at + 1 :], "more": whole[:at] + b"7" + whole[at:]}
        for how, data in spoiled.items():
            path.write_bytes(data)
            found = pages(path)
            kept = [(page.url or "?")[-1] for page in found]
            assert set(kept) >= ({"0"} if at >= first else set()) | ({"2"} if how != "cut" else set()), (how, at)
            assert [p for part in parts(path, 1) for p, _ in records(part, Limits(), Columns())] == list(
                range(len(kept) + sum(found.skipped.values()))
            )


def test_a_length_that_is_too_long_swallows_no_other_record(tmp_path):
    long = record("https://a.test/long", b"x", length=900)
    data = long + GOOD * 2 + record("https://a.test/longest", b"x", length=10**9) + GOOD
    bodies, _, failures = read(tmp_path / "a.warc", data)
    assert bodies == [BODY] * 3
    assert [f[:2] for f in failures] == [(0, "https://a.test/long"), (3, "https://a.test/longest")]


def test_headers_without_end_cost_no_more_than_their_size(tmp_path):
    data = b"WARC/1.0\r\nX: y\r\n" * 50_000
    bodies, _, failures = read(tmp_path / "a.warc", data + b"\r\n" + GOOD)
    assert bodies == [BODY]
    assert len(failures) < 20


def test_a_folder_that_cannot_be_read_is_a_failure(tmp_path, monkeypatch):
    (tmp_path / "shut").mkdir()
    (tmp_path / "a.html").write_bytes(BODY)
    real = os.scandir

    def scandir(path):
        if os.fspath(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = pages(tmp_path)
    assert [page.data for page in found] == [BODY]
    assert [f.source for f in found.failures] == [str(tmp_path / "shut")]


@pytest.mark.parametrize("name", ["p", "p.html", "p.warc", "p.jsonl", "p.parquet"])
def test_a_pipe_keeps_nobody_waiting(tmp_path, name):
    os.mkfifo(tmp_path / name)
    (failure,) = _failures(tmp_path / name)
    assert "save what it gives to a file" in failure.message


def test_an_empty_name_is_no_folder():
    with pytest.raises(ParseError, match="no such file"):
        next(pages([""]))


@given(data=st.binary(max_size=300), name=st.sampled_from(["a.warc", "a.warc.gz", "a.jsonl", "a.html.gz", "a.parquet"]))
def test_any_bytes_give_pages_or_failures(tmp_path_factory, data, name):
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(gzip.compress(data, mtime=0) if name.endswith("gz") and data[:1] > b"\x80" else data)
    for part in parts(path, 2):
        for _, found in records(part, Limits(), Columns()):
            assert isinstance(found, Page | Failure | Skipped)
