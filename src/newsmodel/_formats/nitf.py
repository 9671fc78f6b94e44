"""NITF 3.6 of the IPTC: written valid and complete, read leniently in all its versions.

What the standard cannot say (other names, speakers' words, furniture) stands in one element of our own after the
body, where the schema allows it; so nothing is lost. Documents of others have no such element.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from newsmodel._formats import _nitf_read, _nitf_write, own_json
from newsmodel._formats._convert import VERSION
from newsmodel._formats._parts import EVERYTHING
from newsmodel._formats._rest import difference, patch
from newsmodel._formats._xml import Element, local, parse, text
from newsmodel._model import Article
from newsmodel.errors import FormatError

__all__ = ["keeps", "project", "read", "write"]

keeps: Mapping[str, str] = EVERYTHING

_REST = "urn:newsmodel:rest"
# JSON may hold these as they are, XML may not.
_FORBIDDEN = {0xFFFE: "\\ufffe", 0xFFFF: "\\uffff"}


def project(article: Article) -> Article:
    """Return the article: nothing is lost."""
    return article


def write(article: Article) -> str:
    """Return the article as a document that is valid against the schema of NITF 3.6."""
    tree = own_json.to_dict(article)
    lines = list(_nitf_write.lines(tree))
    # What the standard part is read as decides what has to be said beside it.
    said = _nitf_read.tree(parse("\n".join([*lines, "</nitf>"])))
    rest = difference(tree, said)
    if rest:
        data = json.dumps({"newsmodel": VERSION, "rest": rest}, ensure_ascii=False, separators=(",", ":"))
        lines.append(f'<rest xmlns="{_REST}">{text(data.translate(_FORBIDDEN))}</rest>')
    return "\n".join([*lines, "</nitf>", ""])


def read(data: str | bytes) -> Article:
    """Return the article of a document of any version, with or without namespace.

    Raises `FormatError` when it is no XML, declares entities, or holds no NITF.
    """
    root = parse(data)
    document = _document(root)
    rest = document.find(f"{{{_REST}}}rest")
    if rest is not None:
        try:
            return own_json.from_dict(_patched(document, rest))
        except FormatError:  # changed by others since: what it says itself counts
            pass
    return own_json.from_dict(_nitf_read.tree(document))


def _document(root: Element) -> Element:
    """Return the NITF element: the root, or the first one inside an envelope."""
    for element in root.iter():
        if local(element) == "nitf":
            return element
    raise FormatError(f"not NITF: the root element is <{local(root)}>")


def _patched(document: Element, rest: Element) -> dict[str, Any]:
    data = own_json.decode(rest.text or "")
    if not isinstance(data, dict) or data.get("newsmodel") != VERSION:
        raise FormatError("the data of newsmodel in the document is of another version")
    return patch(_nitf_read.tree(document), data.get("rest"))
