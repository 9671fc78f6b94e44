"""Real documents of agencies and pages are read: facts about them were taken by other means than the library.

The facts are hashes, counts, dates and names (see `formats/shared_facts.json`); the documents themselves are not part
of this repository.
"""

import hashlib
import json
import os
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from lxml import etree
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

import newsmodel
from newsmodel import Paragraph
from tests.formats.sample import ARTICLE, EMPTY

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("NEWSMODEL_SHARED", ROOT / ".." / "shared")) / "corpora" / "formats"
FACTS = json.loads((Path(__file__).parent / "formats" / "shared_facts.json").read_text(encoding="utf-8"))

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the measuring corpora are not here"),
]


def fingerprint(text):
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:16] if text else None


def load(name):
    path, _, block = name.partition("#")
    kind = path.split("/")[0]
    if block:  # one JSON-LD block of a page
        data = json.loads((SHARED / path).read_text(encoding="utf-8"))["blocks"][int(block)]
        return newsmodel.loads(data, kind)
    return newsmodel.load(SHARED / path, kind)


def facts_of(article):
    paragraphs = [b.text for s in article.sections for b in s.blocks if isinstance(b, Paragraph)]
    return {
        "headline": fingerprint(article.headline),
        "byline": fingerprint(article.byline),
        "published": article.published.isoformat()[:19] if article.published else None,
        "authors": [a.name for a in article.authors],
        "paragraphs": len(paragraphs),
        "first": fingerprint(paragraphs[0]) if paragraphs else None,
        "people": [p.name for p in article.people],
        "body": bool(article.sections),
    }


@pytest.mark.parametrize("name", FACTS)
def test_a_real_document_says_what_is_known_of_it(name):
    found = facts_of(load(name))
    assert {key: found[key] for key in FACTS[name]} == FACTS[name]


def xml_schema():
    return etree.XMLSchema(etree.parse(SHARED / "schemas" / "nitf" / "nitf-3-6.xsd"))


def json_schema():
    schema = json.loads((SHARED / "schemas" / "ninjs" / "ninjs-schema_3.1.json").read_text(encoding="utf-8"))
    offline = Registry(retrieve=lambda _: Resource(contents={}, specification=DRAFT202012))
    return Draft202012Validator(schema, registry=offline, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_every_nitf_document_is_valid_by_the_schema_of_the_iptc():
    from hypothesis import given

    from newsmodel.strategies import articles

    schema = xml_schema()

    @given(articles())
    def valid(article):
        schema.assertValid(etree.fromstring(newsmodel.dumps(article, "nitf").encode()))

    valid()
    for article in (ARTICLE, EMPTY):
        schema.assertValid(etree.fromstring(newsmodel.dumps(article, "nitf").encode()))


def test_every_ninjs_document_is_valid_by_the_schema_of_the_iptc():
    from hypothesis import given

    from newsmodel.strategies import articles

    schema = json_schema()

    @given(articles())
    def valid(article):
        schema.validate(json.loads(newsmodel.dumps(article, "ninjs")))

    valid()
    for article in (ARTICLE, EMPTY):
        schema.validate(json.loads(newsmodel.dumps(article, "ninjs")))


def test_the_schemas_refuse_what_is_not_of_them():
    broken = newsmodel.dumps(ARTICLE, "nitf").replace("<body.head>", "<body.head><p>x</p>")
    assert not xml_schema().validate(etree.fromstring(broken.encode()))
    assert not json_schema().is_valid({"uri": "urn:x:y", "quotes": []})
