"""The own JSON loses nothing, refuses what is not its shape, and says where."""

import json
import pickle
import sys

import pytest

import newsmodel
from newsmodel import Article, FormatError, Organization, Person
from newsmodel._formats import own_json
from tests.formats.sample import ARTICLE, EMPTY, NOON


def changed(change):
    tree = own_json.to_dict(ARTICLE)
    tree = json.loads(json.dumps(tree))
    change(tree)
    return json.dumps(tree)


def paragraph(tree):
    return tree["sections"][0]["blocks"][0]


def test_everything_comes_back():
    assert newsmodel.loads(newsmodel.dumps(ARTICLE)) == ARTICLE
    assert newsmodel.loads(newsmodel.dumps(EMPTY).encode()) == EMPTY


def test_the_offset_of_a_moment_comes_back():
    again = newsmodel.loads(newsmodel.dumps(ARTICLE))
    assert again.published.isoformat() == "2026-03-04T05:06:07+02:00"


def test_z_means_utc():
    assert newsmodel.loads('{"newsmodel":1,"published":"2026-03-04T12:00:00Z"}').published == NOON


def test_an_entity_is_written_once_and_referred_to_by_id():
    text = newsmodel.dumps(ARTICLE)
    assert text.count('"name":"Ada Brandt"') == 1
    tree = json.loads(text)
    assert paragraph(tree)["quotes"][0]["speaker"] == "ada-brandt"
    assert paragraph(tree)["mentions"][0]["entity"] == "ada-brandt"
    assert tree["people"][0]["affiliation"] == "harbour-board-of-kelmar"


def test_authors_and_publisher_stand_inline_unless_they_are_in_the_tables():
    tree = own_json.to_dict(ARTICLE)
    assert tree["authors"] == [{"type": "person", "name": "Lena Fisk", "id": "lena-fisk"}, "tom-o-hare"]
    assert tree["publisher"] == {"name": "The Kelmar Gazette", "id": "the-kelmar-gazette"}


def test_an_author_may_belong_to_another_organization_of_the_same_id():
    there, here = Organization(name="Board", id="b"), Organization(name="Other board", id="b")
    article = Article(authors=(Person(name="A", affiliation=here),), organizations=(there,))
    assert newsmodel.loads(newsmodel.dumps(article)) == article


def test_orjson_and_the_standard_library_write_the_same():
    tree = own_json.to_dict(newsmodel.Article(headline='\0\b\t\n\f\r\x1f\x7f"\\/<é\u2028😀'))
    assert own_json.plain_encode(tree) == newsmodel.dumps(own_json.from_dict(tree))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            lambda t: paragraph(t)["quotes"][0]["spans"][0].update(start="1"),
            "expected int, got str at $.sections[0].blocks[0].quotes[0].spans[0].start",
        ),
        (
            lambda t: paragraph(t)["quotes"][0]["spans"][0].update(start=True),
            "expected int, got bool at $.sections[0].blocks[0].quotes[0].spans[0].start",
        ),
        (
            lambda t: paragraph(t)["quotes"][0].update(speaker="nobody"),
            (
                "expected an id that stands in people or organizations, got 'nobody'"
                " at $.sections[0].blocks[0].quotes[0].speaker"
            ),
        ),
        (
            lambda t: paragraph(t)["mentions"][0].update(entity=None),
            "expected an id (str), got null at $.sections[0].blocks[0].mentions[0].entity",
        ),
        (
            lambda t: paragraph(t)["quotes"][0].update(kind="loud"),
            "expected one of direct, mixed, indirect, got 'loud' at $.sections[0].blocks[0].quotes[0].kind",
        ),
        (
            lambda t: paragraph(t).update(type="paragrph"),
            (
                "expected a type of paragraph, list, blockquote, figure, table, embed, got 'paragrph'"
                " at $.sections[0].blocks[0]"
            ),
        ),
        (
            lambda t: paragraph(t).update(txt="x"),
            "unknown key 'txt' at $.sections[0].blocks[0]; known keys: text, quotes, mentions, links",
        ),
        (lambda t: paragraph(t).pop("text"), "required, but missing at $.sections[0].blocks[0].text"),
        (lambda t: t.update(headline=5), "expected str, got int at $.headline"),
        (lambda t: t.update(hedline="x"), "unknown key 'hedline' at $; known keys: headline, kicker"),
        (lambda t: t.update(sections="abc"), "expected a list, got str at $.sections"),
        (lambda t: t["sections"].append(5), "expected an object, got int at $.sections[3]"),
        (lambda t: t["sections"][1]["blocks"].append(None), "expected an object, got null at $.sections[1].blocks[6]"),
        (lambda t: t["people"].append([]), "expected an object, got a list at $.people[2]"),
        (lambda t: t["people"].append(t["people"][0]), "expected an id that no other entity has"),
        (lambda t: t["people"][0].update(affiliation={"name": "x"}), "expected an entity of the article's tables"),
        (lambda t: t.update(authors=[{"type": "person"}]), "required, but missing at $.authors[0].name"),
        (lambda t: t.update(publisher=4), "expected an id (str), got int at $.publisher"),
        (lambda t: t.update(publisher="ada-brandt"), "expected Organization or None, got Person"),
        (lambda t: t.update(published="2026-02-30"), "expected a date YYYY-MM-DD or YYYY-MM-DDThh:mm:ss+hh:mm"),
        (lambda t: t.update(published="2026-03-04T12:00:00"), "expected a date YYYY-MM-DD or"),
        (lambda t: t.update(newsmodel=2), 'expected "newsmodel": 1 (the version of the format), got 2 at $'),
        (lambda t: t.pop("newsmodel"), 'expected "newsmodel": 1 (the version of the format), got none at $'),
        (lambda t: t.update(kicker=" "), "expected text that is not blank, got ' ' at $.kicker"),
    ],
)
def test_what_is_not_of_the_shape_is_refused_with_its_place(change, message):
    with pytest.raises(FormatError) as caught:
        newsmodel.loads(changed(change))
    assert str(caught.value).startswith(message)


DEEP = '{"newsmodel":1,"sections":[{"blocks":[' + '{"type":"list","items":[' * 33 + "]}" * 33 + "]}]}"


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ('{"newsmodel":1,"newsmodel":1}', "the key 'newsmodel' stands twice in one object"),
        ('{"newsmodel":NaN}', "not JSON: NaN is no number"),
        ('{"newsmodel":-Infinity}', "not JSON: -Infinity is no number"),
        ('{"newsmodel":1e999}', 'expected "newsmodel": 1'),
        ('{"newsmodel":' + "9" * 5000 + "}", "not readable JSON: a number of thousands of digits"),
        ("[" * 100_000, "not readable JSON: nested too deeply"),
        (DEEP, "lists are nested deeper than 32 levels at $.sections[0].blocks[0]"),
        ('{"newsmodel":1,', "not JSON: "),
        ("", "not JSON: Expecting value (offset 0)"),
        ('"x"', "expected an object, got str at $"),
        (b"\xff", "not UTF-8: invalid start byte (offset 0)"),
        ('{"newsmodel":1,"headline":"\\ud800"}', "expected text without lone surrogates"),
    ],
)
def test_documents_made_to_break_readers_are_refused(document, message):
    with pytest.raises(FormatError) as caught:
        newsmodel.loads(document)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("field", ["access", "published", "newsmodel", "authors", "sections", "headline"])
def test_values_nested_as_deep_as_python_reads_them_are_refused(field):
    for depth in range(900, 1000, 10):
        for value in ("[" * depth + "]" * depth, '{"a":' * depth + "1" + "}" * depth):
            with pytest.raises(FormatError):
                newsmodel.loads(
                    f'{{"newsmodel":1,"{field}":{value}}}'.replace('"newsmodel":1,"newsmodel"', '"newsmodel"')
                )


def test_a_byte_order_mark_is_no_reason_to_refuse():
    assert newsmodel.loads(b"\xef\xbb\xbf" + newsmodel.dumps(ARTICLE).encode()) == ARTICLE


def test_errors_and_articles_can_be_pickled():
    with pytest.raises(FormatError) as caught:
        newsmodel.loads("{")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301
    assert pickle.loads(pickle.dumps(ARTICLE)) == ARTICLE  # noqa: S301


def test_orjson_is_not_needed(monkeypatch):
    monkeypatch.setitem(sys.modules, "orjson", None)
    assert own_json._fastest_encode() is own_json.plain_encode
