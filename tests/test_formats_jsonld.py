"""JSON-LD: schema.org terms for what they can say, and whatever shape others give them."""

import json

import pytest

import newsmodel
from newsmodel import Access, FormatError, Organization, Person
from tests.formats.sample import ARTICLE


def data():
    return json.loads(newsmodel.dumps(ARTICLE, "jsonld"))


def read(*nodes, **fields):
    document = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return newsmodel.loads(json.dumps([document, *nodes] if nodes else document), "jsonld")


def test_what_was_said_is_told_with_who_said_it():
    (quote, reported) = (p for p in data()["hasPart"] if p["@type"] == "Quotation")
    assert quote["text"] == ARTICLE.quotes[0].text
    assert quote["creator"] == {"@type": "Person", "@id": "#ada-brandt", "name": "Ada Brandt"}
    assert quote["identifier"] == "paragraph=1;char=1,23;char=43,70"
    assert reported["additionalType"] == "indirect"


def test_headings_are_told_by_their_place_in_the_body():
    found = data()
    places = [p["position"] for p in found["hasPart"] if p["@type"] == "WebPageElement"]
    texts = found["articleBody"].split("\n\n")
    assert [texts[i - 1] for i in places] == ["What it costs", "When"]


def test_names_places_and_pictures_stand_where_search_engines_look():
    found = data()
    assert found["image"]["url"] == ARTICLE.lead_image.url
    assert found["publisher"]["name"] == "The Kelmar Gazette"
    assert found["keywords"] == ["ports", "winter"]
    assert found["mentions"][0]["affiliation"]["name"] == "Harbour Board of Kelmar"


def test_quotes_and_people_come_back():
    found = newsmodel.loads(newsmodel.dumps(ARTICLE, "jsonld"), "jsonld")
    assert found.people == ARTICLE.people
    assert [q.text for q in found.quotes] == [q.text for q in ARTICLE.quotes]
    assert found.quotes[0].speaker is found.people[0]
    assert found.publisher == ARTICLE.publisher
    assert found.access is Access.FREE


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d["hasPart"][0].update(identifier="paragraph=9"),
        lambda d: d["hasPart"][0].update(text="other"),
        lambda d: d.update(mentions=[5]),
        lambda d: d.update(articleBody=5),
        lambda d: d["mentions"][0].update(affiliation=[]),
    ],
)
def test_a_document_that_others_changed_since_is_read_like_one_of_theirs(change):
    document = data()
    change(document)
    assert newsmodel.loads(json.dumps(document), "jsonld").headline == ARTICLE.headline


def test_a_person_belongs_to_nothing_but_an_organization():
    document = data()
    document["mentions"][0]["affiliation"] = {"@type": "Person", "@id": "#x", "name": "x"}
    assert newsmodel.loads(json.dumps(document), "jsonld").people[0].affiliation is None
    document["publisher"] = {"@type": "Person", "@id": "#x", "name": "x"}
    assert newsmodel.loads(json.dumps(document), "jsonld").publisher is None


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("By Ida Moe and Bo Lund", ["Ida Moe", "Bo Lund"]),
        ({"@type": "Person", "name": "Ida Moe"}, ["Ida Moe"]),
        ([{"name": "Ida Moe"}, "Bo Lund"], ["Ida Moe", "Bo Lund"]),
        ({"@id": "#ida"}, ["Ida Moe"]),
        ({"@type": "Organization", "name": "Kelmar News"}, ["Kelmar News"]),
        ({"@type": "Person", "name": "x1"}, ["x1"]),
        ([], []),
    ],
)
def test_authors_are_read_in_every_shape(author, names):
    found = read({"@type": "Person", "@id": "#ida", "name": "Ida Moe"}, headline="a", author=author)
    assert [a.name for a in found.authors] == names


def test_what_an_author_is_and_where_is_kept():
    worker = {"@type": "Person", "name": "Ida Moe", "jobTitle": "Editor", "worksFor": {"name": "Kelmar News"}}
    assert read(author=worker).authors == (
        Person(name="Ida Moe", title="Editor", affiliation=Organization(name="Kelmar News")),
    )


def test_the_other_fields_are_read():
    found = read(
        headline="A &amp; <b>B</b>", description="d", dateline="KELMAR", articleSection=["World", "x"], inLanguage="en",
        url="/relative", mainEntityOfPage={"@id": "https://x.example/a"}, keywords="a, b", isAccessibleForFree="False",
        image=["https://x.example/i.jpg"], datePublished="2026-03-04T05:06:07", dateModified="2026-03-05",
        publisher={"name": "Kelmar News"}, articleBody="<p>One.</p><h2>Two</h2><p>Three.</p>",
    )  # fmt: skip
    assert (found.headline, found.description, found.dateline) == ("A & B", "d", "KELMAR")
    assert (found.section_label, found.language, found.tags) == ("World", "en", ("a", "b"))
    assert found.canonical_url == "https://x.example/a"
    assert found.access is Access.LIMITED
    assert found.lead_image.url == "https://x.example/i.jpg"
    assert found.published.isoformat() == "2026-03-04T05:06:07+00:00"
    assert [n.code for n in found.notices] == ["time-zone-assumed"]
    assert [s.heading for s in found.sections] == [None, "Two"]
    assert read(image={"url": "u", "caption": "c", "creditText": "k"}).lead_image.caption.text == "c"


@pytest.mark.parametrize("document", ["", "5", '{"@type": "BreadcrumbList"}', "[]", "{"])
def test_what_describes_no_article_is_refused(document):
    with pytest.raises(FormatError, match="it describes no article and no page"):
        newsmodel.loads(document, "jsonld")
