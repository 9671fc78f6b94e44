"""schema.org documents as articles: those of newsmodel as they were meant, those of others in whatever shape."""

from __future__ import annotations

from typing import Any

import attrs

from newsmodel import _byline, _dates, _lenient_json
from newsmodel._formats import own_json
from newsmodel._formats._cast import Cast
from newsmodel._formats._convert import VERSION, moment
from newsmodel._formats._decode import BROKEN, utf8
from newsmodel._formats._html_body import body
from newsmodel._formats._jsonld_write import MAKER
from newsmodel._formats._nitf_read import ZONE
from newsmodel._formats._outline import Line, sections
from newsmodel._model import Access, Article, Entity, Figure, Organization, Paragraph, Person, Quote, QuoteKind, Span
from newsmodel._schema_org import Party, Picture, Story, stories
from newsmodel.errors import FormatError

__all__ = ["read"]

Node = dict[str, Any]


def read(data: str | bytes) -> Article:
    """Return the article of a JSON-LD document: the first Article in it, or else the page that it describes.

    What JSON would not allow is read for what it still says, with a notice. Raises `FormatError` when it is no JSON or
    describes nothing.
    """
    document, whole = _lenient_json.read(utf8(data))
    article = _article(document)
    return article if whole else attrs.evolve(article, notices=(*article.notices, BROKEN))


def _article(document: Any) -> Article:
    if isinstance(document, dict) and document.get("sdPublisher") == MAKER:
        try:
            return _own(document)
        except (AttributeError, KeyError, TypeError, ValueError):  # changed by others since
            pass
    found = stories(document if isinstance(document, list) else [document])
    if not found:
        raise FormatError("not schema.org JSON-LD: it describes no article and no page")
    return _foreign(found[0])


def _own(node: Node) -> Article:
    """Return the article of a document that newsmodel wrote."""
    known: dict[str, Entity] = {}
    tables: dict[type, list[Any]] = {Person: [], Organization: []}
    mentions = node.get("mentions", [])
    for kind in ("Organization", "Person"):  # people refer to organizations
        for entry in mentions:
            if entry["@type"] == kind:
                entity = _entity(entry, known)
                known[entity.id] = entity
                tables[type(entity)].append(entity)
    texts: dict[str, Any] = {field: node.get(term) for field, term in _TEXTS.items()}
    publisher = _entity(node["publisher"], known) if "publisher" in node else None
    return Article(
        **texts,
        authors=tuple(_entity(a, known) for a in node.get("author", ())),
        publisher=publisher if isinstance(publisher, Organization) else None,
        published=moment(node.get("datePublished")),
        modified=moment(node.get("dateModified")),
        tags=tuple(node.get("keywords", ())),
        access=_ACCESS[node.get("isAccessibleForFree")],
        lead_image=_figure(node["image"]) if "image" in node else None,
        sections=sections(_lines(node, known)),
        people=tuple(tables[Person]),
        organizations=tuple(tables[Organization]),
    )


_TEXTS = {
    "headline": "headline", "kicker": "alternativeHeadline", "standfirst": "abstract", "byline": "creditText",
    "dateline": "dateline", "description": "description", "section_label": "articleSection", "language": "inLanguage",
    "url": "url", "canonical_url": "mainEntityOfPage",
}  # fmt: skip
_ACCESS = {None: None, True: Access.FREE, False: Access.LIMITED}


def _entity(node: Node, known: dict[str, Entity]) -> Entity:
    key = node["@id"][1:]
    if key in known:
        return known[key]
    names = tuple(node.get("alternateName", ()))
    if node["@type"] == "Organization":
        return Organization(name=node["name"], id=key, aliases=names)
    home = node.get("affiliation", {})
    body = _entity(home, known) if home.get("@type") == "Organization" else None
    return Person(
        name=node["name"],
        id=key,
        aliases=names,
        title=node.get("jobTitle"),
        affiliation=body if isinstance(body, Organization) else None,
    )


def _figure(node: Node) -> Figure:
    caption = node.get("caption")
    return Figure(
        url=node.get("url"),
        alt=node.get("description"),
        caption=Paragraph(caption) if caption else None,
        credit=node.get("creditText"),
    )


def _lines(node: Node, known: dict[str, Entity]) -> list[Line]:
    """Return headings and paragraphs: `hasPart` tells which are headings, and what was said in the others."""
    headings: set[int] = set()
    quotes: dict[int, list[Quote]] = {}
    for part in node.get("hasPart", ()):
        if part["@type"] == "WebPageElement":
            headings.add(part["position"])
        else:
            position, quote = _quote(part, known)
            quotes.setdefault(position, []).append(quote)
    texts = node["articleBody"].split("\n\n") if "articleBody" in node else []
    return [t if i in headings else Paragraph(t, quotes=tuple(quotes.get(i, ()))) for i, t in enumerate(texts, 1)]


def _quote(node: Node, known: dict[str, Entity]) -> tuple[int, Quote]:
    paragraph, *places = node["identifier"].split(";")
    ends = (place.removeprefix("char=").split(",") for place in places)
    speaker = known[node["creator"]["@id"][1:]] if "creator" in node else None
    kind = QuoteKind(node.get("additionalType", "direct"))
    spans = tuple(Span(int(start), int(end)) for start, end in ends)
    position = int(paragraph.removeprefix("paragraph="))
    return position, Quote(text=node["text"], spans=spans, kind=kind, speaker=speaker)


def _foreign(story: Story) -> Article:
    """Return what a document of others says; texts are made plain, the body is whatever `articleBody` holds."""
    cast = Cast()
    found: Node = {"newsmodel": VERSION}
    for key, value in (
        ("headline", story.headline or story.name),
        ("description", story.description),
        ("dateline", story.dateline),
        ("section_label", next(iter(story.sections), None)),
        ("language", story.language),
        ("canonical_url", next((u for u in story.urls if u.startswith(("http://", "https://"))), None)),
    ):
        if value:
            found[key] = value
    _dates_of(found, story)
    if story.tags:
        found["tags"] = list(story.tags)
    if story.free is not None:
        found["access"] = "free" if story.free else "limited"
    if story.picture is not None:
        found["lead_image"] = _picture(story.picture)
    if story.body is not None and (copy := body(story.body, cast)):
        found["sections"] = copy
    authors = [e for p in story.authors for e in _author(p, story)]
    if authors:
        found["authors"] = cast.authors(authors)
    if story.publisher is not None:
        found["publisher"] = cast.outside(Organization(name=story.publisher.name))
    return own_json.from_dict(found | cast.tables())


def _dates_of(found: Node, story: Story) -> None:
    for key, value in (("published", story.published or story.created), ("modified", story.modified)):
        reading = _dates.read(value, story.language)
        if reading is not None:
            found[key] = reading.moment.isoformat()
            if reading.zone_assumed:
                found["notices"] = [ZONE]


def _author(party: Party, story: Story) -> list[Entity]:
    """Return whom an author field names; it may hold a whole byline, or roles that are nobody."""
    if party.is_organization:
        return [Organization(name=party.name)]
    site = story.publisher.name if story.publisher else None
    found = _byline.read(party.name, story.language, site=site, is_organization=party.is_organization)
    if len(found) == 1 and isinstance(found[0], Person) and (party.job_title or party.affiliation):
        home = Organization(name=party.affiliation) if party.affiliation else found[0].affiliation
        return [attrs.evolve(found[0], title=party.job_title, affiliation=home)]
    if not found and party.is_organization is False:  # it is said to be a person, whatever it looks like
        return [Person(name=party.name)]
    return list(found)


def _picture(picture: Picture) -> Node:
    figure: Node = {"url": picture.url, "credit": picture.credit}
    figure["caption"] = {"text": picture.caption} if picture.caption else None
    return {key: value for key, value in figure.items() if value}
