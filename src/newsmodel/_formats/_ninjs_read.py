"""ninjs 1.0 to 3.1 as the tree of the own JSON: names in any case, one value or several, bodies of any kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsmodel import _byline, _dates
from newsmodel._formats import _nitf_read
from newsmodel._formats._cast import Cast
from newsmodel._formats._copy import settle
from newsmodel._formats._html_body import body
from newsmodel._formats._ninjs_write import URN
from newsmodel._formats._rest import MEDIA_TYPE
from newsmodel._formats._xml import parse
from newsmodel._model import Organization
from newsmodel._plain import plain
from newsmodel.errors import FormatError

__all__ = ["item", "rest", "tree"]

Node = dict[str, Any]

_NITF = re.compile(r"<nitf[\s>]")
_LEADS = frozenset({"lead", "standfirst", "abstract", "teaser", "intro"})
# By these, which are words, objects of one list are told apart.
_TELLING = ("role", "rel", "type", "contenttype")
_CONTENT = frozenset({"headline", "headlines", "bodies", "uri", "guid", "title", "versioncreated"})


def item(data: object) -> Node:
    """Return the object of the item with names in lower case; of a list or a search result, the first."""
    for _ in range(3):
        if isinstance(data, list) and data:
            data = data[0]
        elif isinstance(data, dict) and isinstance(data.get("item"), list):
            data = data["item"]
    found = _lower(data)
    if not any(name in _CONTENT or name.startswith(("headline_", "body_")) for name in found):
        raise FormatError("not ninjs: expected an object with uri, headlines or bodies")
    return found


def _lower(value: object) -> Node:
    """Return an object with its names in lower case; what is none has no names."""
    return {str(key).lower(): v for key, v in value.items()} if isinstance(value, dict) else {}


def rest(node: Node) -> str | None:
    """Return the data that newsmodel laid beside the bodies."""
    for entry in _entries(node, "bodies", "body"):
        if entry.get("contenttype") == MEDIA_TYPE and isinstance(entry.get("value"), str):
            return str(entry["value"])
    return None


def tree(node: Node) -> Node:
    """Return what an item says; a valid tree whatever it holds."""
    found: Node = {"newsmodel": 1}
    cast = Cast()
    _set(found, "language", node.get("language"))
    _texts(found, node)
    _moments(found, node)
    _subjects(found, node)
    for entry in _objects(node, "people", "person"):
        if entry.get("rel") not in ("author", "creator"):
            cast.entity("person", _plain(entry.get("name")), _given(entry))
    for entry in _objects(node, "organisations", "organisation"):
        cast.entity("organization", _plain(entry.get("name")), _given(entry))
    _address(found, node)
    _pictures(found, node)
    _body(found, node, cast)
    authors = _byline.read(found.get("byline"), found.get("language"))
    if authors:
        found["authors"] = cast.authors(authors)
    publisher = next((e for e in _objects(node, "infosources") if e.get("role") == "publisher"), {}).get("name")
    publisher = _plain(publisher) or _plain(node.get("source"))
    if publisher:
        found["publisher"] = cast.outside(Organization(name=publisher))
    return found | cast.tables()


def _plain(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _set(found: Node, key: str, value: object) -> None:
    if key not in found and isinstance(value, str) and value.strip():
        found[key] = value


def _objects(node: Node, *names: str) -> Iterator[Node]:
    """Yield the objects of a list, whatever else stands in it; associations were a mapping before 2.0."""
    for name in names:
        value = node.get(name)
        if isinstance(value, dict):
            value = [{"name": key, **v} for key, v in value.items() if isinstance(v, dict)]
        for entry in value if isinstance(value, list) else ():
            if isinstance(entry, dict):
                found = _lower(entry)
                for key in _TELLING:
                    if not isinstance(found.get(key, ""), str):
                        del found[key]
                yield found


def _entries(node: Node, many: str, one: str) -> Iterator[Node]:
    """Yield texts with their roles: the list of ninjs 2 and 3, or the members ``body_xhtml`` of ninjs 1."""
    yield from _objects(node, many)
    for name, value in node.items():
        if name == one or name.startswith(f"{one}_"):
            yield {"role": name[len(one) + 1 :] or "main", "value": value}


def _given(entry: Node) -> str | None:
    """Return the id that newsmodel gave an entity."""
    return _plain(entry.get("literal")) if entry.get("rel") == "mentions" else None


def _texts(found: Node, node: Node) -> None:
    headlines = [e for e in _entries(node, "headlines", "headline") if _plain(e.get("value"))]
    main = [e for e in headlines if e.get("role") in ("main", "headline", None)] or headlines
    kicker = next((e for e in headlines if e.get("role") == "kicker"), None)
    if main and main[0] is not kicker:
        _set(found, "headline", _text(main[0]))
    if kicker is not None:
        _set(found, "kicker", _text(kicker))
    _set(found, "headline", node.get("title"))
    for entry in _entries(node, "descriptions", "description"):
        _set(found, "standfirst" if entry.get("role") in _LEADS else "description", _text(entry))
    _set(found, "byline", node.get("by"))
    _set(found, "byline", node.get("byline"))
    if "byline" not in found:
        names = [n for a in _objects(node, "authors") if (n := _plain(a.get("name")))]
        _set(found, "byline", ", ".join(names))
    _set(found, "dateline", node.get("located"))


def _text(entry: Node) -> str | None:
    """Return a text of a headline or description; markup is taken out of what is not said to be plain."""
    value = entry.get("value")
    return _plain(value) if entry.get("contenttype") == "text/plain" else plain(value)


def _moments(found: Node, node: Node) -> None:
    readings = {}
    for key, names in (
        ("published", ("firstpublished", "firstcreated", "contentcreated")),
        ("modified", ("versioncreated",)),
    ):
        values = (node.get(name) for name in names)
        readings[key] = next((r for v in values if isinstance(v, str) and (r := _dates.read(v)) is not None), None)
    if readings["modified"] == readings["published"]:  # the version that was made first
        readings["modified"] = None
    elif readings["published"] is None:
        readings = {"published": readings["modified"], "modified": None}
    for key, reading in readings.items():
        if reading is not None:
            found[key] = reading.moment.isoformat()
            if reading.zone_assumed:
                found["notices"] = [_nitf_read.ZONE]


def _subjects(found: Node, node: Node) -> None:
    tags = []
    for entry in _objects(node, "subjects", "subject", "keywords"):
        if entry.get("rel") == "section":
            _set(found, "section_label", entry.get("name"))
        elif _plain(entry.get("name")):
            tags.append(entry["name"])
    keywords = node.get("keywords")
    tags += [k for k in keywords if isinstance(k, str) and k.strip()] if isinstance(keywords, list) else []
    if tags:
        found["tags"] = tags


def _address(found: Node, node: Node) -> None:
    uri = node.get("uri")
    if isinstance(uri, str) and not uri.startswith(URN) and uri.startswith(("http://", "https://")):
        found["url"] = uri
    for entry in _objects(node, "altids"):
        if entry.get("role") == "canonical":
            _set(found, "canonical_url", entry.get("value"))


def _pictures(found: Node, node: Node) -> None:
    """Take the picture that goes with a text, or the picture that the item itself is."""
    pictures = [a for a in _objects(node, "associations") if a.get("type") in ("picture", "graphic")]
    if node.get("type") in ("picture", "graphic"):
        pictures = [node]
    for picture in pictures[:1]:
        figure: Node = {}
        renditions = [r for r in _objects(picture, "renditions") if _plain(r.get("href"))]
        renditions.sort(key=lambda r: -r["width"] if type(r.get("width")) is int else 0)
        _set(figure, "url", renditions[0]["href"] if renditions else None)
        for entry in _entries(picture, "headlines", "headline"):
            if entry.get("role") == "alternative":
                _set(figure, "alt", entry.get("value"))
        texts = {e.get("role"): text for e in _entries(picture, "descriptions", "description") if (text := _text(e))}
        _set(figure, "credit", texts.pop("creditline", None))
        caption = texts.get("caption") or next(iter(texts.values()), None)
        if caption:
            figure["caption"] = {"text": caption}
        _set(figure, "credit", picture.get("by"))
        _set(figure, "credit", picture.get("byline"))
        if figure:
            found["lead_image"] = figure


def _body(found: Node, node: Node, cast: Cast) -> None:
    """Read the body of the richest kind that there is."""
    entries = (e for e in _entries(node, "bodies", "body") if e.get("contenttype") != MEDIA_TYPE)
    damaged: list[Node] = []
    for entry in sorted((e for e in entries if _plain(e.get("value"))), key=_rank):
        if _NITF.search(entry["value"][:2000]):
            try:
                inner = _nitf_read.tree(parse(entry["value"]), cast)
            except FormatError:
                damaged.append(entry)
                continue
            for key in ("sections", "lead_image", "dateline", "standfirst", "byline", "furniture"):
                if key in inner:
                    found.setdefault(key, inner[key])
        else:
            _markup(found, entry, cast)
        if "sections" in found:
            return
    for entry in damaged:
        if "sections" not in found:
            _markup(found, entry, cast)


def _markup(found: Node, entry: Node, cast: Cast) -> None:
    """Read a body of HTML or of plain text."""
    if sections := body(entry["value"], cast, is_html="html" in _kind(entry)):
        settle(found, sections)
        found["sections"] = sections


def _kind(entry: Node) -> str:
    return f"{entry.get('role')} {entry.get('contenttype')}".lower()


def _rank(entry: Node) -> int:
    """Return how far back a kind of body stands: NITF says most, markup of a single house's own least."""
    kind = _kind(entry)
    if "nitf" in kind and "ttnitf" not in kind:
        return 0
    return next((i for i, word in enumerate(("html", "rich", "main", "text/plain"), 1) if word in kind), 9)
