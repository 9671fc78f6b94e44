"""An article as ninjs 3.1 (IPTC), valid against its schema: the part that the standard can say."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from newsmodel._formats._html_write import Page
from newsmodel._formats._markup import safe_url

__all__ = ["URN", "document"]

Node = dict[str, Any]

URN = "urn:newsmodel:"
"""How the ``uri`` of an article begins that has no address; ninjs requires one."""

_SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"
# The addresses that the schema's format "uri" (RFC 3986) takes beyond doubt.
_URI = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?(?:[/?#](?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?")


def document(tree: Node) -> Node:
    """Return the object of ninjs for a tree of the own JSON."""
    published, modified = (_second(tree.get(key)) for key in ("published", "modified"))
    url = tree.get("url")
    return _known(
        {
            "uri": url if url and _URI.fullmatch(url) else _urn(tree),
            "standard": {"name": "ninjs", "version": "3.1", "schema": _SCHEMA},
            "type": "text",
            "language": tree.get("language"),
            "firstCreated": published,
            "versionCreated": modified,
            "headlines": _texts(tree, main="headline", kicker="kicker"),
            "descriptions": _texts(tree, lead="standfirst", summary="description"),
            "by": tree.get("byline"),
            "located": tree.get("dateline"),
            "subjects": _subjects(tree),
            "people": _named(tree, "people"),
            "organisations": _named(tree, "organizations"),
            "infoSources": _publisher(tree),
            "altIds": [{"role": "canonical", "value": tree["canonical_url"]}] if "canonical_url" in tree else [],
            "associations": [_picture(tree["lead_image"])] if "lead_image" in tree else [],
            "bodies": _bodies(tree),
        }
    )


def _known(node: Node) -> Node:
    return {key: value for key, value in node.items() if value is not None and value != []}


def _urn(tree: Node) -> str:
    """Return a name that the same article always has."""
    return URN + hashlib.sha256(json.dumps(tree, sort_keys=True).encode()).hexdigest()[:32]


def _second(moment: str | None) -> str | None:
    """Return a moment; a bare day is no ``date-time``."""
    return moment if moment and "T" in moment else None


def _texts(tree: Node, **roles: str) -> list[Node]:
    plain = "text/plain"
    return [{"role": r, "contentType": plain, "value": tree[key]} for r, key in roles.items() if key in tree]


def _subjects(tree: Node) -> list[Node]:
    section = [{"name": tree["section_label"], "rel": "section"}] if "section_label" in tree else []
    return [*section, *({"name": tag, "rel": "keyword"} for tag in tree.get("tags", ()))]


def _named(tree: Node, key: str) -> list[Node]:
    return [{"name": e["name"], "rel": "mentions", "literal": e["id"]} for e in tree.get(key, ())]


def _publisher(tree: Node) -> list[Node]:
    if "publisher" not in tree:
        return []
    publisher = tree["publisher"]
    known = {e["id"]: e["name"] for e in tree.get("organizations", ())}
    return [{"name": known[publisher] if isinstance(publisher, str) else publisher["name"], "role": "publisher"}]


def _picture(figure: Node) -> Node:
    url = figure.get("url")
    usable = url if url and _URI.fullmatch(url) else None
    return _known(
        {
            "name": "lead",
            "rel": "lead",
            "uri": usable or _urn(figure),
            "type": "picture",
            "headlines": _texts(figure, alternative="alt"),
            "descriptions": _texts(figure.get("caption", {}), caption="text"),
            "by": figure.get("credit"),
            "renditions": [{"name": "main", "href": usable}] if usable and safe_url(usable) else None,
        }
    )


def _bodies(tree: Node) -> list[Node]:
    """Return the body as HTML, the same as in a page."""
    if "sections" not in tree:
        return []
    page = Page()
    page.sections(json.loads(json.dumps(tree["sections"])))  # the page takes out of its nodes what it says
    return [{"role": "main", "contentType": "text/html", "value": "\n".join(page.lines)}]
