from __future__ import annotations

import random
import zlib

import pytest

import newsmodel
from newsmodel._html.decode import MAX_SIZE, codec, decode

TEXT = "Žluťoučký kůň – über café, naïve façade"
PARAGRAPH = "<p>Die Brücke über die Förde öffnet nächste Woche für Fußgänger, sagte Jürgen Böse.</p>"


def read(page: bytes, charset: str | None = None) -> tuple[str, str, list[str]]:
    found = decode(page, charset)
    return found.data.decode(), found.encoding, [n.code for n in found.notices]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_goes_before_everything(encoding: str) -> None:
    page = f'<meta charset="iso-8859-2"><p>{TEXT}'
    assert read(page.encode(encoding), "windows-1251")[0] == page


def test_the_transport_goes_before_the_page() -> None:
    page = f'<meta charset="windows-1251">{PARAGRAPH}'
    assert read(page.encode("cp1252"), "ISO-8859-1")[:2] == (page, "cp1252")


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="windows-1250">',
        "<META CHARSET=windows-1250 >",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">',
        '<?xml version="1.0" encoding="windows-1250"?>',
        '<!-- <meta charset="utf-8"> --><meta charset="windows-1250">',
    ],
)
def test_the_page_may_declare_its_encoding(declaration: str) -> None:
    page = f"{declaration}<p>Žluťoučký kůň úpěl ďábelské ódy"
    assert read(page.encode("cp1250"))[:2] == (page, "cp1250")


def test_latin_1_is_read_as_browsers_read_it() -> None:
    assert read(b'<meta charset="iso-8859-1"><p>\x93quoted\x94 \x80 5')[0].endswith("“quoted” € 5")


def test_utf_8_bytes_are_utf_8_whatever_the_page_says() -> None:
    text, encoding, notices = read(f'<meta charset="iso-8859-1">{PARAGRAPH}'.encode())
    assert PARAGRAPH in text
    assert (encoding, notices) == ("utf-8", ["wrong-charset"])


def test_bytes_that_are_no_utf_8_are_not_read_as_utf_8() -> None:
    text, encoding, notices = read(f'<meta charset="utf-8">{PARAGRAPH}'.encode("cp1252"))
    assert PARAGRAPH in text
    assert (encoding, notices) == ("cp1252", ["wrong-charset"])


def test_a_declaration_behind_the_first_kib_counts_when_the_bytes_say_nothing_else() -> None:
    late = b"<html><head><script>" + b"x" * 2000 + b'</script><meta charset="gb2312"></head><p>'
    found = decode(late + "渡口".encode("gbk"))
    assert (found.encoding, found.data[-6:].decode()) == ("gb18030", "渡口")
    assert decode(late + "渡口".encode()).encoding == "utf-8"


def test_without_a_declaration_western_bytes_are_windows_1252() -> None:
    assert read(PARAGRAPH.encode("cp1252"))[:2] == (PARAGRAPH, "cp1252")


def test_a_few_slips_do_not_change_the_encoding() -> None:
    text, encoding, notices = read(PARAGRAPH.encode() + b"<p>\xff" + PARAGRAPH.encode())
    assert text.count(PARAGRAPH) == 2
    assert (encoding, notices) == ("utf-8", ["bad-bytes"])


@pytest.mark.parametrize(
    ("label", "text"),
    [("gbk", "联通公司"), ("shift_jis", "港のトンネル"), ("euc-kr", "항구 터널"), ("iso-2022-jp", "港の")],
)
def test_east_asian_encodings_are_read(label: str, text: str) -> None:
    assert read(f'<meta charset="{label}"><p>{text}'.encode(label))[0].endswith(text)


@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("encoding", ["utf-32-le", "utf-32-be"])
def test_utf32_is_told_by_its_zeros(encoding, bom):
    page = f"{bom}<!DOCTYPE html><html><head><meta charset=utf-8></head>{PARAGRAPH}"
    assert read(page.encode(encoding))[0].endswith(PARAGRAPH)
    assert read(page.encode(encoding)[:-3])[0].endswith(PARAGRAPH[:-1] + "\ufffd")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_mark_is_recognised(encoding: str) -> None:
    assert read("<html><body><p>Hello there</p></body></html>".encode(encoding))[1] == encoding


def test_a_declaration_of_utf_16_that_can_be_read_is_false() -> None:
    assert read(f'<meta charset="utf-16">{PARAGRAPH}'.encode())[0].endswith(PARAGRAPH)
    assert read(PARAGRAPH.encode(), "utf-16")[0] == PARAGRAPH


@pytest.mark.parametrize("label", ["", None, "utf-7", "rot13", "no such thing", "zlib", "x" * 99, "utf\x008"])
def test_unknown_labels_are_ignored(label: str | None) -> None:
    assert codec(label) is None


def test_lone_surrogates_are_dropped_with_a_notice() -> None:
    article = newsmodel.parse_html("<h1>A\ud800B</h1><p>Words.", annotate=False)
    assert article.headline == "AB"
    assert "surrogates-dropped" in [n.code for n in article.notices]


def test_a_page_over_the_cap_is_refused_with_a_hint() -> None:
    with pytest.raises(newsmodel.ParseError, match="more than") as caught:
        newsmodel.parse_html(bytes(MAX_SIZE + 1))
    assert caught.value.offset == MAX_SIZE
    assert caught.value.hint


def test_other_bytes_like_values_are_read_and_other_types_refused() -> None:
    assert decode(bytearray(b"<p>x")).data == decode(memoryview(b"<p>x")).data == b"<p>x"
    with pytest.raises(newsmodel.ParseError, match="expected bytes or str, got int"):
        newsmodel.parse_html(5)  # type: ignore[arg-type]


@pytest.mark.parametrize("before", range(32_764, 32_770))
def test_a_character_across_the_border_of_two_stretches_is_utf8(before):
    page = b"x" * before + "\u20ac and \u00fc".encode()
    assert decode(page) == (page, "utf-8", ())


def test_half_a_character_at_the_end_of_a_page_is_no_utf8():
    assert decode(b"Caf\xc3").encoding == "cp1252"


def test_bytes_of_no_text_at_all_are_told():
    for data in (
        zlib.compress(bytes(range(256)) * 9 + random.Random(1).randbytes(900)),
        random.Random(2).randbytes(5000),
    ):
        assert [n.code for n in decode(data).notices] == ["looks-binary"]
    assert not decode("Brünn\x0c\x1b\b – schöne Grüße".encode("cp1252") * 50).notices
