"""ninjs: whole when newsmodel wrote it, and read in all its versions when others did."""

import json

import pytest

import newsmodel
from newsmodel import Article, BlockQuote, Figure, FormatError, ListBlock, Paragraph, Section, Table
from tests.formats.sample import ARTICLE


def read(**fields):
    return newsmodel.loads(json.dumps({"uri": "urn:x:1", **fields}), "ninjs")


def test_the_standard_part_says_what_the_standard_has_fields_for():
    data = json.loads(newsmodel.dumps(ARTICLE, "ninjs"))
    assert data["uri"] == ARTICLE.url
    assert data["headlines"][0] == {"role": "main", "contentType": "text/plain", "value": ARTICLE.headline}
    assert data["by"] == ARTICLE.byline
    assert data["firstCreated"] == "2026-03-04T05:06:07+02:00"
    assert [p["name"] for p in data["people"]] == ["Ada Brandt", "Tom O'Hare"]
    assert "<h2>What it costs</h2>" in data["bodies"][0]["value"]
    assert data["associations"][0]["renditions"][0]["href"] == ARTICLE.lead_image.url


def test_an_article_without_an_address_has_a_name_that_is_always_the_same():
    first, again = (json.loads(newsmodel.dumps(Article(headline="a"), "ninjs"))["uri"] for _ in range(2))
    assert first.startswith("urn:newsmodel:")
    assert first == again
    assert newsmodel.loads(newsmodel.dumps(Article(headline="a"), "ninjs"), "ninjs").url is None


def test_without_the_part_of_our_own_what_the_standard_holds_is_still_read():
    data = json.loads(newsmodel.dumps(ARTICLE, "ninjs"))
    data["bodies"] = [b for b in data["bodies"] if b["role"] == "main"]
    found = newsmodel.loads(json.dumps(data), "ninjs")
    for name in ("headline", "kicker", "standfirst", "byline", "published", "dateline", "tags", "language", "url"):
        assert getattr(found, name) == getattr(ARTICLE, name), name
    assert [s.heading for s in found.sections] == ["What it costs", "When"] or found.sections[0].heading is None
    assert found.quotes[0].text == ARTICLE.quotes[0].text
    assert found.quotes[0].speaker.name == "Ada Brandt"
    assert [m.entity.name for m in found.mentions] == ["Ada Brandt", "Harbour Board of Kelmar"]


def test_a_document_that_others_changed_since_is_read_for_what_it_says_now():
    text = newsmodel.dumps(ARTICLE, "ninjs")
    changed = json.loads(text)
    changed["bodies"][0]["value"] = "<p>All new.</p>"
    assert newsmodel.loads(json.dumps(changed), "ninjs").paragraphs == (Paragraph("All new."),)
    assert (
        newsmodel.loads(text.replace('{\\"newsmodel\\":1,', '{\\"newsmodel\\":9,'), "ninjs").headline
        == ARTICLE.headline
    )


@pytest.mark.parametrize(
    "fields",
    [
        {
            "headline": "Pier",
            "body_html": "<p>Short.</p>",
            "versioncreated": "2024-05-06T07:08:09Z",
            "byline": "Ida Moe",
        },
        {
            "headlines": [{"role": "main", "value": "Pier"}],
            "bodies": [{"contenttype": "text/html", "value": "<p>Short.</p>"}],
            "versioncreated": "2024-05-06T07:08:09+0000",
            "by": "Ida Moe",
        },
        {
            "headlines": [{"value": "Pier"}],
            "bodies": [{"contentType": "text/plain", "value": "Short."}],
            "versionCreated": "2024-05-06T07:08:09Z",
            "by": "Ida Moe",
        },
    ],
)
def test_all_versions_say_the_same(fields):
    found = read(**fields)
    assert found.headline == "Pier"
    assert found.byline == "Ida Moe"
    assert found.published.isoformat() == "2024-05-06T07:08:09+00:00"
    assert found.modified is None
    assert found.text == "Short."


def test_the_first_version_is_what_was_published_and_a_later_one_what_was_modified():
    found = read(firstcreated="2024-05-06T07:00:00Z", versioncreated="2024-05-06T08:00:00Z")
    assert (found.published.hour, found.modified.hour) == (7, 8)
    assert read(firstcreated="2024-05-06T07:00:00", versioncreated="2024-05-06T07:00:00").modified is None


def test_the_item_is_found_in_a_list_or_a_search_result():
    item = {"uri": "urn:x:1", "headline": "Pier"}
    for data in ([item], {"total": 1, "item": [item]}):
        assert newsmodel.loads(json.dumps(data), "ninjs").headline == "Pier"


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        ("<p>a</p><p>b</p>", ["a", "b"]),
        ("a<br><br>b", ["a", "b"]),
        ("<div>a <b>b</b></div>c<p>d</p>e", ["a b", "c", "d", "e"]),
        ("one\ntwo", ["one", "two"]),
        ("one\ntwo\n\nthree", ["one two", "three"]),
        ("5 < 6 & 7", ["5 < 6 & 7"]),
        ("<script>alert(1)</script><p>a</p><style>p{}</style>", ["a"]),
    ],
)
def test_bodies_are_read_whatever_they_are_called(value, texts):
    assert [p.text for p in read(body_main=value).paragraphs] == texts


def test_the_richest_body_is_read():
    nitf = "<nitf><body><body.content><p>from <person>Ida Moe</person></p></body.content></body></nitf>"
    bodies = [
        {"role": "text", "value": "from text"},
        {"role": "html", "contentType": "text/html", "value": "<p>from html</p>"},
        {"role": "nitf", "value": nitf},
    ]
    found = read(bodies=bodies)
    assert found.text == "from Ida Moe"
    assert [p.name for p in found.people] == ["Ida Moe"]
    assert read(bodies=[*bodies[:2], {"role": "nitf", "value": "<nitf><body>"}]).text == "from html"
    assert read(bodies=[{"value": " "}]).sections == ()


def test_html_bodies_keep_their_structure():
    found = read(
        body_html="""<section class="main"><p>Lead <a href="/x">link</a>.</p><h2>Costs</h2>
        <ul><li>a<ul><li>b</li></ul></li></ul>
        <blockquote><p>said</p><footer>Ida</footer></blockquote><blockquote>short</blockquote>
        <figure><img src="p.jpg" alt="pier"><figcaption>Pier</figcaption></figure>
        <table><tr><td>1</td></tr></table></section><h3>More</h3>"""
    )
    lead, costs, more = found.sections
    assert lead.blocks[0].links[0].url == "/x"
    assert costs.blocks == (
        ListBlock((Paragraph("a"), ListBlock((Paragraph("b"),)))),
        BlockQuote((Paragraph("said"),), attribution="Ida"),
        BlockQuote((Paragraph("short"),)),
        Figure(url="p.jpg", alt="pier", caption=Paragraph("Pier")),
        Table(rows=(("1",),)),
    )
    assert more == Section(heading="More", level=3)


@pytest.mark.parametrize(
    "tags",
    ["<blockquote>", "<ul><li>", "<ul><li><blockquote>", "<dl><dd><p>", "<table><tr><td>", "<figure>", "<div>", "<b>"],
)
def test_markup_nested_without_end_is_read(tags):
    found = read(body_html=f"<p>first</p>{tags * 1500}last")
    assert found.paragraphs[0].text == "first"


def test_what_a_list_item_holds_is_not_lost():
    found = read(
        body_html="<ul><li>a<div><p>b</p>c</div></li><li><blockquote><p>d</p></blockquote><ol><li>e</li></ol></li></ul>"
    )
    assert found.sections[0].blocks == (
        ListBlock((*map(Paragraph, "abcd"), ListBlock((Paragraph("e"),), ordered=True))),
    )


def test_a_picture_of_its_own_is_its_lead_image():
    found = read(
        type="picture",
        headline="Pier",
        description_caption="The pier.",
        byline="Ida Moe",
        renditions={"small": {"href": "s.jpg", "width": 10}, "main": {"href": "m.jpg", "width": 99}},
    )
    assert found.lead_image == Figure(url="m.jpg", caption=Paragraph("The pier."), credit="Ida Moe")


def test_people_organizations_subjects_and_sources_are_read():
    found = read(
        people=[{"name": "Ida Moe"}, {"name": "Bo", "rel": "author"}, {"rel": "about"}, 5],
        organisation=[{"name": "NRD"}],
        subject=[{"name": "Ports"}, {"code": "1"}],
        keywords=["winter", ""],
        source="Kelmar News",
        authors=[{"name": "Bo Lund"}],
    )
    assert [p.name for p in found.people] == ["Ida Moe"]
    assert [o.name for o in found.organizations] == ["NRD"]
    assert found.tags == ("Ports", "winter")
    assert found.publisher.name == "Kelmar News"
    assert found.byline == "Bo Lund"


@pytest.mark.parametrize("document", ["", "5", "[]", "{}", '{"item": []}', '{"name": "x"}', "not json"])
def test_what_is_no_ninjs_is_refused(document):
    with pytest.raises(FormatError, match="not ninjs: expected an object with uri, headlines or bodies"):
        newsmodel.loads(document, "ninjs")
