"""Schema.org is read in every shape that pages write it in."""

import json
from functools import cached_property

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel._lenient_json import loads
from newsmodel._schema_org import Party, Picture, Story, stories

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "@type",
                    "@id",
                    "@graph",
                    "@list",
                    "name",
                    "author",
                    "headline",
                    "image",
                    "hasPart",
                    "keywords",
                    "datePublished",
                    "publisher",
                    "url",
                    "x",
                ]
            ),
            inner | st.sampled_from(["NewsArticle", "Person", "#a", "true", ""]),
            max_size=5,
        )
    ),
    max_leaves=25,
)


FIELDS = [name for name, field in vars(Story).items() if isinstance(field, cached_property)]


def everything(story):
    return repr({name: getattr(story, name) for name in FIELDS})


@pytest.mark.parametrize(
    ("broken", "value"),
    [
        ('{"a": [1, 2,],}', {"a": [1, 2]}),
        ('{"a": 1} {"b": 2}', [{"a": 1}, {"b": 2}]),
        ('<!-- {"a": 1} -->', {"a": 1}),
        pytest.param(" " * 1_000_000 + '<!--{"a": 1}-->', {"a": 1}, id="a million blanks before"),
        pytest.param("<!--" + " " * 1_000_000 + '{"a": 1}-->', {"a": 1}, id="a million blanks within"),
        ('//<![CDATA[\n{"a": 1}\n//]]>', {"a": 1}),
        ('/*<![CDATA[*/ {"a": 1} /*]]>*/', {"a": 1}),
        ('{"a": 1};', {"a": 1}),
        ("{&quot;a&quot;: 1}", {"a": 1}),
        ('\ufeff{"a": "line\nbreak"}', {"a": "line\nbreak"}),
        ('{"a": "the "harbour" vote", "b": 1}', {"a": 'the "harbour" vote', "b": 1}),
        ('{"a": "C:\\q", "b": "\\u00e9"}', {"a": "C:q", "b": "é"}),
        ('{"a": 1 // why\n, /* and */ "b": 2}', {"a": 1, "b": 2}),
        ('{"a": {"b": ["c", "d', {"a": {"b": ["c", "d"]}}),
        ('{"a": "x" "b": tru, c: null}', {"a": "x", "b": "tru", "c": None}),
        ('{"a": NaN, "a": -Infinity}', {"a": None}),
        ("", None),
        ("  ;", None),
    ],
)
def test_broken_json_gives_what_it_still_says(broken, value):
    assert loads(broken) == value


def test_huge_numbers_do_no_harm():
    assert loads('{"a": ' + "9" * 50_000 + "}") == {"a": float("inf")}


@pytest.mark.parametrize("opening", ["[", '{"a":', '"', "/*", "{", '["', "]", '{"a" "b"'])
def test_depth_and_repetition_are_survived(opening):
    loads(opening * 50_000)


@given(JSON)
def test_json_is_read_as_json_reads_it(value):
    text = json.dumps(value)
    if "NaN" not in text and "Infinity" not in text:
        assert loads(text) == json.loads(text)


@given(st.text(alphabet='{}[]",:\\/* \nantru1.e', max_size=60) | st.text())
def test_reading_is_total_and_deterministic_on_any_string(text):
    assert repr(loads(text)) == repr(loads(text))
    [everything(s) for s in stories([loads(text)])]


@given(st.lists(JSON, max_size=3))
def test_stories_are_found_in_any_json_without_a_crash(documents):
    assert [everything(s) for s in stories(documents)] == [everything(s) for s in stories(documents)]


def one(document):
    return stories([document])[0]


def test_a_graph_is_searched_and_references_are_followed():
    story = one(
        {
            "@graph": [
                {"@type": "WebPage", "@id": "#page", "datePublished": "2024-01-01"},
                {"@type": "Article", "headline": "Ferry runs again", "author": {"@id": "#ida"}, "image": {"@id": "#p"}},
                {"@type": "Person", "@id": "#ida", "name": "Ida Moe"},
                {"@type": "ImageObject", "@id": "#p", "contentUrl": "https://a.example/p.jpg", "caption": "The ferry"},
            ]
        }
    )
    assert story.headline == "Ferry runs again"
    assert story.authors == (Party(name="Ida Moe", is_organization=False),)
    assert story.picture == Picture(url="https://a.example/p.jpg", caption="The ferry")


def test_references_in_a_circle_end():
    assert one({"@type": "Article", "@id": "#a", "author": {"@id": "#a"}, "headline": "H"}).authors == ()


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ida Moe", ["Ida Moe"]),
        (["Ida Moe", {"@type": "Person", "name": "Bo Lund"}], ["Ida Moe", "Bo Lund"]),
        ({"@list": [{"name": "Ida Moe"}]}, ["Ida Moe"]),
        ({"@type": "Person", "givenName": "Ida", "familyName": "Moe"}, ["Ida Moe"]),
        ({"@type": "Person", "name": ["Ida Moe", "Bo Lund"]}, ["Ida Moe", "Bo Lund"]),
        ([["Ida Moe"], None, "", {"name": None}], ["Ida Moe"]),
        ({"name": {"@value": "Ida Moe"}}, ["Ida Moe"]),
        ("Ida&amp;nbsp;Moe ", ["Ida Moe"]),
        (17, []),
    ],
)
def test_authors_come_in_every_shape(author, names):
    assert [a.name for a in one({"@type": "NewsArticle", "author": author}).authors] == names


def test_the_story_comes_before_the_page_around_it_and_other_stories_are_left_out():
    found = stories(
        [
            {
                "@type": "WebPage",
                "name": "Page",
                "mainEntity": {"@type": "http://schema.org/NewsArticle", "name": "Main"},
            },
            {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Another"}]},
        ]
    )
    assert [s.name for s in found] == ["Main", "Page"]


@pytest.mark.parametrize(
    ("fields", "free"),
    [
        ({}, None),
        ({"isAccessibleForFree": True}, True),
        ({"isAccessibleForFree": "False"}, False),
        ({"isAccessibleForFree": "http://schema.org/False"}, False),
        ({"hasPart": {"isAccessibleForFree": "no"}}, False),
        ({"isAccessibleForFree": True, "hasPart": {"isAccessibleForFree": False}}, True),
        ({"isAccessibleForFree": "perhaps"}, None),
    ],
)
def test_access_is_read_from_truth_in_any_spelling(fields, free):
    assert one({"@type": "Article", **fields}).free is free


def test_plain_fields_are_read():
    story = one(
        {
            "@type": ["NewsArticle", "Report"],
            "headline": "A &quot;small&quot; town",
            "keywords": "harbour, ferry , ,harbour",
            "articleSection": ["Local", {"name": "Sea"}],
            "inLanguage": {"@type": "Language", "alternateName": "nb-NO"},
            "datePublished": 1714751262,
            "dateModified": [{"@value": "2024-05-04"}],
            "publisher": {"@type": "NewsMediaOrganization", "name": "The Beacon"},
            "mainEntityOfPage": {"@id": "https://a.example/1"},
            "image": ["", {"url": ["https://a.example/p.jpg"], "author": "Ida Moe"}],
            "articleBody": "One.\n\nTwo.",
        }
    )
    assert story.headline == 'A "small" town'
    assert story.tags == ("harbour", "ferry")
    assert story.sections == ("Local", "Sea")
    assert story.language == "nb-NO"
    assert (story.published, story.modified) == (1714751262, "2024-05-04")
    assert story.publisher == Party(name="The Beacon", is_organization=True)
    assert story.urls == ("https://a.example/1",)
    assert story.picture == Picture(url="https://a.example/p.jpg", credit="Ida Moe")
    assert story.body == "One.\n\nTwo."
