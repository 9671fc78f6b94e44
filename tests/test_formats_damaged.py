"""Copy of others, however broken its markup is: all of its words are read, and in time that grows as it does."""

import json
import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel import BlockQuote, Embed, Figure, FormatError, ListBlock, Paragraph, Table


def nitf(copy, head=""):
    return f"<nitf><body><body.head>{head}</body.head><body.content>{copy}</body.content></body></nitf>"


def ninjs(copy):
    return json.dumps({"uri": "urn:x:1", "body_html": copy})


def jsonld(copy):
    return json.dumps({"@type": "NewsArticle", "headline": "Pier", "articleBody": copy})


WIRES = {"nitf": nitf, "ninjs": ninjs, "jsonld": jsonld}


def read(copy, name="ninjs"):
    return newsmodel.loads(WIRES[name](copy), name)


def blocks(copy, name="ninjs"):
    return [b for s in read(copy, name).sections for b in s.blocks]


TAGS = st.sampled_from(
    [
        "p",
        "div",
        "b",
        "a",
        "q",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "table",
        "tr",
        "td",
        "thead",
        "caption",
        "h2",
        "blockquote",
        "figure",
        "figcaption",
        "section",
        "header",
        "footer",
        "aside",
        "address",
        "fieldset",
        "details",
        "summary",
        "pre",
        "label",
        "custom-x",
        "bq",
        "credit",
        "media",
        "media-caption",
        "hl2",
        "nitf-table",
        "block",
        "person",
        "hedline",
        "tagline",
        "location",
        "select",
        "option",
        "nav",
        "form",
        "main",
    ]
)
WORDS = st.integers(0, 10**6).map(lambda n: f" w{n}x ")
COPY = st.recursive(
    WORDS,
    lambda inner: st.tuples(TAGS, st.lists(inner, max_size=4)).map(lambda t: f"<{t[0]}>{''.join(t[1])}</{t[0]}>"),
    max_leaves=25,
)


@pytest.mark.parametrize("name", WIRES)
@given(parts=st.lists(COPY, min_size=1, max_size=4))
def test_no_word_of_a_body_is_lost_however_its_elements_are_nested(name, parts):
    copy = "".join(parts)
    found = newsmodel.dumps(read(copy, name))
    assert [w for w in re.findall(r"w\d+x", copy) if w not in found] == []


@pytest.mark.parametrize("name", ["ninjs", "jsonld"])
@given(parts=st.lists(WORDS | TAGS.map(lambda t: f"<{t}>") | TAGS.map(lambda t: f"</{t}>"), max_size=30))
def test_no_word_of_a_body_is_lost_whose_tags_do_not_match(name, parts):
    copy = "".join(["<p>first</p>", *parts])
    found = newsmodel.dumps(read(copy, name))
    assert [w for w in re.findall(r"w\d+x", copy) if w not in found] == []


@pytest.mark.parametrize(
    ("copy", "found"),
    [
        ("<figure><table><tr><td>1</td></tr></table></figure>", [Table(rows=(("1",),))]),
        (
            '<figure><img src="p.jpg"><p>a</p><figcaption>Pier</figcaption></figure>',
            [Figure(url="p.jpg", caption=Paragraph("Pier")), Paragraph("a")],
        ),
        ("<figure><blockquote>a</blockquote></figure>", [BlockQuote((Paragraph("a"),))]),
        ('<p>a <img src="p.jpg"> b</p>', [Paragraph("a b"), Figure(url="p.jpg")]),
        ("<custom-x><p>a</p></custom-x><span><div>b</div></span>", [Paragraph("a"), Paragraph("b")]),
        ("<blockquote>a<p>b</p><cite>Bo</cite></blockquote>", [BlockQuote((Paragraph("a"), Paragraph("b")), "Bo")]),
        ("<ul>a<li>b</li><ol><li>c</li></ol></ul>",
         [ListBlock((Paragraph("a"), Paragraph("b"), ListBlock((Paragraph("c"),), ordered=True)))]),
        (
            "<ul><li>a<table><tr><td>1</td><td>2</td></tr></table></li></ul>",
            [ListBlock((Paragraph("a"), Paragraph("1 2")))],
        ),
        ("<table>a<tr><td>1</td>b</tr><tbody>c</tbody></table>", [Table(rows=(("a",), ("1", "b"), ("c",)))]),
        ("<select><option>a<option>b</select>", [Paragraph("a"), Paragraph("b")]),
        ("<p>a</p>b\x01c<p>d</p>", [Paragraph("a"), Paragraph("b\ufffdc"), Paragraph("d")]),
    ],
)  # fmt: skip
def test_what_stands_where_it_does_not_belong_is_read_all_the_same(copy, found):
    assert blocks(copy) == found


@pytest.mark.parametrize(
    ("copy", "found"),
    [
        ("loose<p>a</p>", [Paragraph("loose"), Paragraph("a")]),
        ("<p>a<p>b</p></p>", [Paragraph("a"), Paragraph("b")]),
        ("<nitf-table><table><tr><td>1<table><tr><td>2</td></tr></table></td></tr></table></nitf-table>",
         [Table(rows=(("1 2",),))]),
        ('<media media-type="image"><media-caption>a</media-caption><media-caption>b</media-caption></media>',
         [Figure(caption=Paragraph("a")), Paragraph("b")]),
        ('<media media-type="video"><media-object>c2Vh</media-object>a</media>', [Embed(), Paragraph("a")]),
    ],
)  # fmt: skip
def test_nitf_that_its_schema_does_not_know_is_read_all_the_same(copy, found):
    assert blocks(copy, "nitf") == found


def test_a_second_headline_is_the_introduction_and_what_else_stands_in_head_and_end_is_furniture():
    head = "<hedline><hl1>Pier</hl1><hl2>Closed</hl2><hl2>Again</hl2></hedline><note><p>Embargo</p></note>"
    end = "<body.end><tagline>Kelmar News</tagline></body.end>"
    found = newsmodel.loads(nitf("<p>a</p>", head).replace("</body>", f"{end}</body>"), "nitf")
    assert (found.headline, found.standfirst, found.text) == ("Pier", "Closed", "a")
    assert [f.text for f in found.furniture] == ["Again", "Embargo", "Kelmar News"]


def test_copy_outside_of_its_element_is_read():
    assert newsmodel.loads("<nitf><body><p>a</p></body></nitf>", "nitf").text == "a"
    assert newsmodel.loads("<nitf><head><title>t</title></head><p>a</p></nitf>", "nitf").text == "a"


def test_a_body_of_nitf_that_is_damaged_is_read_as_markup():
    assert read("<nitf ><body><body.content><p>a</p><p>b").text == "a\n\nb"


@pytest.mark.parametrize("name", ["ninjs", "jsonld"])
def test_json_that_is_broken_is_read_and_the_article_says_so(name):
    text = "Ferry stays\n\n“We pay for the ferry, and so do you,” said Ann Lee, the mayor of Brindle.\n"
    whole = newsmodel.dumps(newsmodel.parse_text(text), format=name)
    assert not newsmodel.loads(whole, format=name).notices
    for at in range(200, len(whole) - 2, 7):
        for broken in (whole[:at], whole[:at] + "]" + whole[at:], whole[:at] + '"' + whole[at + 1 :]):
            try:
                json.loads(broken, strict=False)
            except ValueError:
                try:
                    article = newsmodel.loads(broken, format=name)
                except FormatError:
                    continue
                assert "broken-json" in [n.code for n in article.notices]


def test_elements_whose_prefix_nobody_declared_are_what_they_would_be_with_it_declared():
    head = '<x:docdata><x:date.issue norm="20240502"/><x:key-list><x:keyword key="Ferry"/></x:key-list></x:docdata>'
    byline = "<x:body.head><x:byline>By Ann Lee</x:byline></x:body.head>"
    body = f"{byline}<x:body.content><x:p>It sails.</x:p></x:body.content>"
    article = newsmodel.loads(f"<x:nitf><x:head>{head}</x:head><x:body>{body}</x:body></x:nitf>", format="nitf")
    assert (article.byline, article.tags, article.text) == ("By Ann Lee", ("Ferry",), "It sails.")
    assert str(article.published) == "2024-05-02"
    assert not newsmodel.loads("<x:nitf><x:><:y/><a:b:c/></x:></x:nitf>", format="nitf").sections


def test_objects_where_ninjs_has_words_tell_nothing():
    fields = {
        "headlines": [{"role": {}, "value": "Pier"}],
        "descriptions": [{"role": ["a"], "contentType": [], "value": "b"}],
        "people": [{"name": "Ida Moe", "rel": {}}],
        "associations": [{"type": "picture", "descriptions": [{"role": [], "value": "c"}]}],
    }
    found = newsmodel.loads(json.dumps({"uri": "urn:x:1", **fields}), "ninjs")
    assert (found.headline, found.description, found.lead_image.caption.text) == ("Pier", "b", "c")


def test_who_is_marked_in_a_body_of_schema_org_stands_in_its_tables():
    found = newsmodel.loads(jsonld("<p><person>Ida Moe</person> spoke.</p>"), "jsonld")
    assert [m.entity for m in found.mentions] == list(found.people)


@pytest.mark.parametrize(
    "document",
    [
        "<!DOCTYPE nitf [" + "".join(f'<!ATTLIST p a{i} CDATA ">">' for i in range(2000)) + "]>" + nitf("<p>a</p>"),
        "<!-- [ --><?x [?><!DOCTYPE nitf SYSTEM ']>[' [<!-- ]> -->" + "<!ELEMENT p ANY>" * 4000 + "]>" + nitf("a"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_with_thousands_of_declarations_is_refused(document, encoding):
    with pytest.raises(FormatError, match="the internal DTD is too long"):
        newsmodel.loads(document.encode(encoding), "nitf")


def test_a_few_declarations_are_none_too_many():
    few = "<!DOCTYPE nitf [<!-- [ ' --><!ATTLIST p a CDATA ']'>]>" + nitf(f"<p>{'a ' * 40_000}</p>")
    assert newsmodel.loads(few, "nitf").text.startswith("a a a")


def steps(name, document):
    """Return how many functions of Python are called in reading."""
    count = 0

    def note(frame, event, arg):
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        newsmodel.loads(document, name)
    finally:
        sys.setprofile(before)
    return count


def test_a_list_in_front_matter_and_blanks_before_a_document_cost_no_more_than_their_size():
    assert newsmodel.loads("---\ntags:\n" + "- a\n" * 50_000 + "---\nb", "markdown").tags == ("a",) * 50_000
    assert newsmodel.loads(" " * 200_000 + nitf("<p>a</p>"), "nitf").text == "a"


def test_a_page_with_thousands_of_attributes_is_read_in_every_format():
    text = "The pier of Kelmar stays open in winter, because the council found the money for it after all. " * 3
    copy = f"<p {' '.join(f'a{i}=1' for i in range(40_000))}>{text}</p>"
    page = newsmodel.loads(f"<article><h1>Pier</h1>{copy}</article>", "html")
    assert page.text == blocks(copy)[0].text == text.strip()


@pytest.mark.parametrize("name", ["ninjs", "jsonld"])
@pytest.mark.parametrize("tag", ["person", "nitf-table", "figure", "q", "b", "ul", "blockquote", "custom-x", "div"])
def test_nests_cost_no_more_than_their_size(name, tag):
    small, large = (WIRES[name](f"<{tag}>a " * n + f"</{tag}>" * n) for n in (150, 600))
    steps(name, small)
    assert steps(name, large) < 6 * steps(name, small)


def test_a_text_of_more_than_ten_megabytes_is_written_and_read():
    article = newsmodel.Article(headline="Pier", furniture=(newsmodel.Furniture("other", "open " * 2_100_000 + "x"),))
    assert newsmodel.loads(newsmodel.dumps(article, "nitf"), "nitf") == article


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp037"])
def test_what_is_longer_than_usual_may_declare_no_entity(encoding):
    laughs = '<!ENTITY a0 "aaaaaaaaaa">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 9))
    for copy in ('<p x="&a8;">a</p>', "<p>&a8;</p>", f"<p>{'x' * 10_100_000}</p>"):
        with pytest.raises(FormatError):
            newsmodel.loads(f"<!DOCTYPE nitf [{laughs}]>{nitf(copy)}".encode(encoding), "nitf")


@pytest.mark.parametrize("tag", ["block", "bq", "ul", "em", "p"])
def test_a_nest_of_a_thousand_levels_is_read(tag):
    assert "deep" in newsmodel.loads(nitf(f"<{tag}>" * 1000 + "deep" + f"</{tag}>" * 1000), "nitf").text
