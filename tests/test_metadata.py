"""What a page says of its article is read from wherever it says it: one folder of ``metadata`` a case."""

import json
from datetime import UTC, datetime
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import Figure, Organization, Person, parse_html
from newsmodel._html import metadata
from newsmodel._html.dates import read as read_dates
from newsmodel._html.facts import address, gather
from newsmodel._html.headline import Headline
from newsmodel._html.language import tag
from newsmodel._html.scan import scan
from newsmodel._html.tree import parse

CASES = sorted((Path(__file__).parent / "metadata").iterdir())


def shown(value):
    """Return a field as the case files write it."""
    if isinstance(value, Person | Organization):
        return {"kind": type(value).__name__, "name": value.name}
    if isinstance(value, Figure):
        return value.url
    if isinstance(value, tuple):
        return [v.code if hasattr(v, "code") else shown(v) for v in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_page_says(case):
    article = parse_html((case / "page.html").read_bytes(), annotate=False)
    expected = json.loads((case / "article.json").read_text(encoding="utf-8"))
    found = {name: shown(getattr(article, name)) for name in expected}
    if "notices" in found:
        found["notices"] = [code for code in found["notices"] if code.startswith(("date-", "time-"))]
    assert found == expected


def page(html):
    return scan(parse(html.encode("utf-8", "replace")))


def test_now_decides_what_lies_ahead():
    ferry = page('<meta property="article:published_time" content="2024-05-03T10:00:00Z"><h1>Ferry runs again</h1>')
    before, after = datetime(2024, 5, 1, tzinfo=UTC), datetime(2024, 5, 4, tzinfo=UTC)
    assert metadata.read(ferry, now=after).published == datetime(2024, 5, 3, 10, tzinfo=UTC)
    refused = metadata.read(ferry, now=before)
    assert refused.published is None
    assert [n.code for n in refused.notices] == ["date-in-future-refused"]
    assert read_dates(ferry, gather(ferry), Headline(), "en", before).published is None


@pytest.mark.parametrize(
    ("written", "language"),
    [("en", "en"), ("pt-br", "pt-BR"), ("zh_hans_CN", "zh-Hans-CN"), ("de_DE.UTF-8", "de-DE"), ("English", "en"),
     ("es-419", "es-419"), ("", None), (None, None), ("x", None), ("language", None)],
)  # fmt: skip
def test_languages_are_written_as_bcp_47_has_them(written, language):
    assert tag(written) == language


@pytest.mark.parametrize(
    ("written", "absolute"),
    [
        ("/a", "https://beacon.example/a"),
        ("https://beacon.example/b", "https://beacon.example/b"),
        ("//beacon.example/c", "https://beacon.example/c"),
        ("javascript:alert(1)", None),
        ("data:image/png;base64,AA", None),
        ("http://[", None),
        ("", None),
        (None, None),
    ],
)
def test_addresses_are_absolute_or_nothing(written, absolute):
    assert address(written, "https://beacon.example/x") == absolute


NAMES = [
    "og:title",
    "author",
    "article:published_time",
    "og:image",
    "keywords",
    "og:url",
    "og:site_name",
    "date",
    "section",
]
VALUES = st.text(max_size=30) | st.sampled_from(
    ["2024-05-03", "By Ida Moe", "https://a.example/", "Ferry runs again", "/x"]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | VALUES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "name", "author", "headline", "image", "datePublished"]), inner
        )
    ),
    max_leaves=12,
)


@st.composite
def pages(draw):
    """Pages whose declarations and lines are anything at all."""
    metas = draw(st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=5))
    story = {"@type": "NewsArticle"} | draw(
        st.dictionaries(st.sampled_from(["headline", "author", "datePublished"]), JSON)
    )
    lines = draw(st.lists(st.tuples(st.sampled_from(["h1", "h2", "p", "div", "time"]), VALUES), max_size=6))
    escape = str.maketrans({"<": "&lt;", "&": "&amp;", '"': "&quot;"})
    head = "".join(f'<meta property="{n}" content="{v.translate(escape)}">' for n, v in metas)
    script = json.dumps(draw(st.one_of(st.just(story), JSON))).replace("<", "\\u003c")
    body = "".join(f'<{t} class="author">{v.translate(escape)}</{t}>' for t, v in lines)
    return f'<head>{head}<script type="application/ld+json">{script}</script></head><body>{body}</body>'


@given(pages())
def test_metadata_is_total_and_deterministic(html):
    found = metadata.read(page(html), now=datetime(2024, 6, 1, tzinfo=UTC))
    assert found == metadata.read(page(html), now=datetime(2024, 6, 1, tzinfo=UTC))
    article = parse_html(html.encode("utf-8", "replace"), annotate=False)  # the constructor checks every field
    assert all(value != "" for value in attrs.asdict(article, recurse=False).values())


def test_an_author_has_the_office_and_employer_that_json_ld_tells_of():
    author = {"@type": "Person", "name": "Ida Moe", "jobTitle": "Harbour reporter", "worksFor": {"name": "The Beacon"}}
    story = {"@type": "NewsArticle", "headline": "Ferry runs again", "author": author}
    found = metadata.read(
        page(f'<script type="application/ld+json">{json.dumps(story)}</script><h1>Ferry runs again</h1>')
    )
    employer = Organization(name="The Beacon")
    assert found.authors == (Person(name="Ida Moe", title="Harbour reporter", affiliation=employer),)
