"""The one place that touches lxml's HTML parser: UTF-8 bytes to a tree, so that another tree could stand behind it."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TypeAlias

from lxml import etree

__all__ = ["Element", "is_cut", "long_data", "parse", "talks", "texts"]

Element: TypeAlias = etree._Element  # noqa: SLF001  (lxml has no public name for it)

# A label, a date or a name is written in no more elements; in one of more, something was not closed.
_FEW = 50
# A piece of text of so many characters that is no link, no choice and no description is no label.
_TALK = 20
_TALKS = etree.XPath(
    f"boolean(.//text()[string-length(normalize-space(.)) > {_TALK}]"
    "[not(ancestor::a or parent::script or parent::style or parent::option or parent::title or parent::desc)])"
)
# Attributes that may hold all that a page is made of.
_DATA = 500
_LONG_DATA = etree.XPath(f"//@*[string-length(.) > {_DATA}][starts-with(., '{{') or starts-with(., '[')]")
_EMPTY = b"<html><body></body></html>"
_ENDS = re.compile(rb"</(?:body|html)(?=[\s/>])[^<>]*>", re.IGNORECASE)
_UNSEEN = frozenset(
    {"html", "head", "body", "script", "style", "noscript", "iframe", "link", "meta", "template", "ins"}
)


def parse(data: bytes) -> Element:
    """Return the root element of a page in UTF-8; comments and processing instructions are dropped.

    One parse, no network, no look at ids; `huge_tree`, so that one text may be longer than 10 MB. libxml2 leaves out
    what lies deeper than 2,048 levels. A page that goes on behind its end is parsed again without the ends.
    """
    root = etree.fromstring(data, _parser())
    if root is None:
        return etree.fromstring(_EMPTY, _parser())
    if _goes_on(root):
        root = etree.fromstring(_ENDS.sub(b"", data), _parser())
    if root.getnext() is not None:
        _take_in(root)
    return root


def _parser() -> etree.HTMLParser:
    return etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False, no_network=True
    )


def _goes_on(root: Element) -> bool:
    """Tell whether something that is shown follows the end of the body, which ends nothing in a browser."""
    if root.getnext() is None and len(root) and root[-1].tag == "body":
        return False
    body = root.find("body")
    behind = body.itersiblings() if body is not None else ()
    return any(el.tag not in _UNSEEN for el in chain(behind, *(other.iter() for other in root.itersiblings())))


def _take_in(root: Element) -> None:
    """Append what follows the end of a page to its body, as browsers do; libxml2 makes roots of their own of it."""
    body = root.find("body")
    end = root if body is None else body
    for other in list(root.itersiblings()):
        if (other.text or "").strip():
            end.append(other)
        else:
            end.extend(list(other))


def is_cut(root: Element) -> bool:
    """Tell whether the parser met a limit of its own and left out the rest of the page."""
    parser = root.getroottree().parser
    errors = parser.error_log if parser is not None else ()
    return bool(errors) and errors[-1].type == etree.ErrorTypes.ERR_RESOURCE_LIMIT


def texts(el: Element) -> list[str]:
    """Return the pieces of text in an element with few others in it; of one with many, its own first."""
    if sum(1 for _ in islice(el.iter(), _FEW + 1)) <= _FEW:
        return [str(text) for text in el.itertext()]
    return [el.text or ""]


def talks(el: Element) -> bool:
    """Tell whether an element holds a piece of text that is more than a label, a link or a choice."""
    text = etree.tostring(el, method="text", encoding="utf-8", with_tail=False)
    return len(text) > _TALK and bool(_TALKS(el))


def long_data(root: Element) -> list[str]:
    """Return the long values of attributes that may be JSON."""
    found = _LONG_DATA(root)
    return list(map(str, found)) if isinstance(found, list) else []
