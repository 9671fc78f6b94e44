"""NITF as agencies send it, as the tree of the own JSON: any version, with or without namespace, sloppy dates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from newsmodel import _byline, _dates
from newsmodel._formats._cast import Cast
from newsmodel._formats._copy import Reader, sections, settle
from newsmodel._formats._copy_flow import BLOCKS, GROUPS, lines, words
from newsmodel._formats._copy_loose import gather
from newsmodel._formats._nitf_write import IDS
from newsmodel._formats._xml import Element, local
from newsmodel._model import Organization

__all__ = ["ZONE", "tree"]

Node = dict[str, Any]


def tree(document: Element, cast: Cast | None = None) -> Node:
    """Return what an NITF element says; a valid tree whatever it holds. `cast` may know some who are named."""
    found: Node = {"newsmodel": 1}
    cast = cast or Cast()
    language = document.get("baselang") or document.get("{http://www.w3.org/XML/1998/namespace}lang")
    head, body = (_child(document, name) for name in ("head", "body"))
    _head(found, head, cast, language)
    body_head = _child(body, "body.head")
    reader = Reader(cast)
    _body_head(found, body_head, body, language, reader.taken)
    if "headline" not in found:
        _set(found, "headline", words(_child(head, "title")))
    publisher = words(_child(body_head, "distributor")) or words(next(_below(body_head, "rights.owner"), None))
    if left := [*_left(found, body)]:
        found["furniture"] = [{"kind": "other", "text": text} for text in left]
    copy = _copy(found, document if body is None else body, reader)
    _set(found, "language", language)
    settle(found, copy)
    if copy:
        found["sections"] = copy
    authors = _byline.read(found.get("byline"), language)
    if authors:
        found["authors"] = cast.authors(authors)
    if publisher:
        found["publisher"] = cast.outside(Organization(name=publisher))
    return found | cast.tables()


def _copy(found: Node, body: Element, reader: Reader) -> list[Node]:
    """Return the sections of the copy; takes its lead picture out of it."""
    reader.taken.update(_children(body, "head", "body.head", "body.end"))
    inner = (e for part in body if part not in reader.taken for e in part.iter())
    if not any(local(e) in BLOCKS - GROUPS or e in reader.taken for e in inner):
        parts = (e.itertext() for e in body if e not in reader.taken)  # copy without any markup
        loose = lines("".join(str(t) for texts in ((body.text or "",), *parts) for t in texts))
        return [{"blocks": loose}] if loose else []
    gather(body)
    placed = (media for content in _children(body, "body.content") for media in _children(content, "media"))
    lead = next((m for m in placed if m.get("class") == "lead"), None)
    if lead is None:
        return sections(body, reader)
    image, *others = reader.media(lead)
    found["lead_image"] = {key: value for key, value in image.items() if key != "type"}
    reader.taken.add(lead)
    return ([{"blocks": others}] if others else []) + sections(body, reader)


def _left(found: Node, body: Element | None) -> Iterator[str]:
    """Yield what the head and the end of the body say beside what has a field; a second headline is an introduction."""
    for part in _children(body, "body.head", "body.end"):
        for element in part:
            if local(element) == "hedline":
                said = filter(None, (words(e) for e in _children(element, "hl2") if e.get("class") != "kicker"))
                if "standfirst" not in found and (first := next(said, None)):
                    found["standfirst"] = first
                yield from said
            elif local(element) not in _FIELDS and (text := words(element)):
                yield text


_FIELDS = frozenset({"byline", "dateline", "abstract", "distributor"})


def _set(found: Node, key: str, value: str | None) -> None:
    if value and value.strip():
        found[key] = value


def _children(element: Element | None, *names: str) -> Iterator[Element]:
    for child in element if element is not None else ():
        if not names or local(child) in names:
            yield child


def _child(element: Element | None, name: str) -> Element | None:
    return next(_children(element, name), None)


def _below(element: Element | None, *names: str) -> Iterator[Element]:
    if element is not None:
        yield from element.iter(*(f"{{*}}{name}" for name in names))


def _head(found: Node, head: Element | None, cast: Cast, language: str | None) -> None:
    """Read dates, keywords and who is named; what is misplaced in `docdata` or beside it counts all the same."""
    for element in _below(head, "person", "org"):
        name = words(element, skip=("function", "alt-code"))
        title = words(_child(element, "function"))
        entity = cast.entity("person" if local(element) == "person" else "organization", name, _id(element))
        if entity is not None and title and local(element) == "person":
            entity.setdefault("title", title)
    metas = {m.get("name"): m.get("content") for m in _below(head, "meta")}
    for key in ("description", "canonical_url"):
        _set(found, key, metas.get(key.replace("_", "-")))
    if metas.get("access") in ("free", "limited"):
        found["access"] = metas["access"]
    _set(found, "published", _moment(found, head, _PUBLISHED, language))
    _set(found, "modified", _moment(found, head, (("revision-history", "norm"),), language))
    for pubdata in _below(head, "pubdata"):
        _set(found, "section_label", pubdata.get("position.section"))
        _set(found, "url", pubdata.get("ex-ref"))
    tags = [k.get("key") or words(k) or "" for k in _below(head, "keyword")]
    tags = [t for t in dict.fromkeys(tags) if t.strip()]
    if tags:
        found["tags"] = tags


_PUBLISHED = (("date.issue", "norm"), ("pubdata", "date.publication"), ("date.release", "norm"), ("story.date", "norm"))


def _id(element: Element) -> str | None:
    return element.get("value") if element.get("idsrc") == IDS else None


ZONE = {"code": "time-zone-assumed", "message": "The document gives a time without its zone; it is taken as UTC."}


def _moment(found: Node, root: Element | None, places: tuple[tuple[str, str], ...], language: str | None) -> str | None:
    """Return the first date that can be read in these attributes; a release `YYYYMMDD` left in a template cannot."""
    for name, attribute in places:
        for element in _below(root, name):
            reading = _dates.read(element.get(attribute), language)
            if reading is not None:
                if reading.zone_assumed and not found.get("notices"):
                    found["notices"] = [ZONE]
                return reading.moment.isoformat()
    return None


def _body_head(
    found: Node, head: Element | None, body: Element | None, language: str | None, taken: set[Element]
) -> None:
    for hedline in _children(head, "hedline"):
        _set(found, "headline", words(_child(hedline, "hl1")) or words(hedline))
        for hl2 in _children(hedline, "hl2"):
            if hl2.get("class") == "kicker":
                _set(found, "kicker", words(hl2))
        break
    for key, name in (("byline", "byline"), ("dateline", "dateline"), ("standfirst", "abstract")):
        # Some stand in the first block of the copy instead.
        placed = list(_children(head, name)) or list(islice(_below(body, name), 1))
        taken.update(e for e in placed if (around := e.getparent()) is not None and local(around) in GROUPS)
        texts = (words(element, skip=("story.date", "media")) for element in placed)
        _set(found, key, ", ".join(filter(None, texts)))
    if "published" not in found:
        _set(found, "published", _moment(found, body, (("story.date", "norm"),), language))
