"""ninjs 3.1 of the IPTC: written valid and complete, read leniently in all versions from 1.0 on.

The body stands as HTML in ``bodies``. What the standard cannot say stands in another body of our own media type, so
nothing is lost. Documents of others have none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import attrs

from newsmodel import _lenient_json
from newsmodel._formats import _ninjs_read, _ninjs_write, own_json
from newsmodel._formats._convert import VERSION
from newsmodel._formats._decode import BROKEN, utf8
from newsmodel._formats._parts import EVERYTHING
from newsmodel._formats._rest import MEDIA_TYPE, difference, patch
from newsmodel._model import Article
from newsmodel.errors import FormatError

__all__ = ["keeps", "project", "read", "write"]

keeps: Mapping[str, str] = EVERYTHING


def project(article: Article) -> Article:
    """Return the article: nothing is lost."""
    return article


def write(article: Article) -> str:
    """Return the article as a document that is valid against the schema of ninjs 3.1."""
    tree = own_json.to_dict(article)
    document = _ninjs_write.document(tree)
    # What the standard part is read as decides what has to be said beside it.
    rest = difference(tree, _ninjs_read.tree(_ninjs_read.item(document)))
    if rest:
        value = json.dumps({"newsmodel": VERSION, "rest": rest}, ensure_ascii=False, separators=(",", ":"))
        document.setdefault("bodies", []).append({"role": "newsmodel", "contentType": MEDIA_TYPE, "value": value})
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def read(data: str | bytes) -> Article:
    """Return the article of an item of any version; of several, the first. Raises `FormatError`.

    What JSON would not allow is read for what it still says, with a notice.
    """
    document, whole = _lenient_json.read(utf8(data))
    article = _article(_ninjs_read.item(document))
    return article if whole else attrs.evolve(article, notices=(*article.notices, BROKEN))


def _article(item: dict[str, Any]) -> Article:
    rest = _ninjs_read.rest(item)
    if rest is not None:
        try:
            return own_json.from_dict(patch(_ninjs_read.tree(item), _data(rest)))
        except FormatError:  # changed by others since: what it says itself counts
            pass
    return own_json.from_dict(_ninjs_read.tree(item))


def _data(text: str) -> object:
    data = own_json.decode(text)
    if not isinstance(data, dict) or data.get("newsmodel") != VERSION:
        raise FormatError("the data of newsmodel in the document is of another version")
    return data.get("rest")
