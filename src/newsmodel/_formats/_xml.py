"""XML, safely: no entity is expanded, no DTD read, no network used; what XML cannot hold is replaced."""

from __future__ import annotations

import re
from typing import Any, TypeAlias
from xml.sax.saxutils import escape

from lxml import etree

from newsmodel.errors import FormatError

__all__ = ["Element", "attribute", "local", "parse", "sayable", "text"]

Element: TypeAlias = etree._Element  # noqa: SLF001  (lxml has no public name for it)

# XML 1.0, production 2 (Char): these code points cannot be written at all, not even as references.
_FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_IN_ATTRIBUTE = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_ENCODING = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
# A declaration or processing instruction, or a comment: what stands before the document type.
_BEFORE_TYPE = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?.*?\?>|<!--.*?-->)?\s*", re.DOTALL)
_TYPE = b"<!DOCTYPE"
_TYPE_ENDS = re.compile(rb""""[^"]*"|'[^']*'|([\[>])""")
_DECLARED = re.compile(rb"""<!--.*?-->|<\?.*?\?>|"[^"]*"|'[^']*'|(\])""", re.DOTALL)
_MOST_DECLARED = 1 << 15
_MAX_SIZE = 64 * 1024 * 1024
_MOST_NAMES = 1024


def parse(data: str | bytes) -> Element:
    """Return the root of an XML document, without comments; raise `FormatError` when it is none or is not safe.

    A document that declares entities is refused.
    """
    if len(data) > _MAX_SIZE:
        raise FormatError(f"longer than {_MAX_SIZE} bytes", offset=_MAX_SIZE)
    encoding = None
    if isinstance(data, str):  # what is decoded already says nothing true of its encoding
        data, encoding = _undeclared(data.removeprefix("\ufeff")).encode("utf-8", "replace"), "utf-8"
    _require_few_declarations(data)
    try:
        root = _root(data, encoding)
    except etree.XMLSyntaxError as e:
        raise FormatError(f"not XML: {e.msg}") from None
    except (ValueError, LookupError) as e:  # an encoding that nobody knows is a LookupError
        raise FormatError(f"not XML: {e}") from None
    dtd: Any = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise FormatError("declares entities, which are not read", hint="remove the internal DTD")
    return root


def _root(data: bytes, encoding: str | None) -> Element:
    """Parse; again with higher limits, or leniently, where that is what it takes."""
    recover = huge = False
    while True:
        parser = _parser(encoding, recover=recover, huge=huge)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            errors = list(parser.error_log)
            if not huge and any(e.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for e in errors) and _is_plain(data):
                huge, encoding = True, "utf-8"
            # A prefix that is not declared is a slip of whoever cut the document out of another.
            elif not recover and all(e.domain_name == "NAMESPACE" for e in errors):
                recover = True
            else:
                raise
        else:
            return _without_prefixes(root) if recover else root


def _without_prefixes(root: Element) -> Element:
    """Give the elements whose prefix nobody declared the names that they would have with it declared."""
    for element in root.iter():
        prefix, colon, name = element.tag.partition(":") if isinstance(element.tag, str) else ("", "", "")
        if colon and name and "}" not in prefix and ":" not in name:
            element.tag = name
    return root


def _is_plain(data: bytes) -> bool:
    """Tell whether a document has nothing that grows in reading: it is UTF-8, and declares no entity."""
    if b"<!ENTITY" in data:
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    declaration = _ENCODING.match(data)
    return declaration is None or declaration[1].lower() in (b"utf-8", b"us-ascii")


def _require_few_declarations(data: bytes) -> None:
    """Refuse a document with many declarations of its own, for which libxml2 takes quadratic time."""
    if b"\0" in data[:4]:  # without them, UTF-16 reads as ASCII
        data = data.replace(b"\0", b"")
    start = _declarations(data)
    if start is not None and len(data) - start > _MOST_DECLARED:
        parts = _DECLARED.finditer(data, start, start + _MOST_DECLARED)
        if not any(part[1] for part in parts):
            raise FormatError("the internal DTD is too long", hint="remove the internal DTD")


def _declarations(data: bytes) -> int | None:
    """Return where the declarations of a document type begin; None where it has none.

    In steps: Python before 3.11.5 misreads one pattern for all, of groups that give nothing back.
    """
    at = 0
    while (before := _BEFORE_TYPE.match(data, at)) and before.end() > at:
        at = before.end()
    if not data.startswith(_TYPE, at):
        return None
    opened = next((part for part in _TYPE_ENDS.finditer(data, at) if part[1]), None)
    return opened.end() if opened is not None and opened[1] == b"[" else None


def _undeclared(document: str) -> str:
    """Return a document without its declaration, which stands at the start."""
    declaration = _DECLARATION.match(document)
    return document[declaration.end() :] if declaration else document


def _parser(encoding: str | None, *, recover: bool, huge: bool) -> etree.XMLParser:
    """Return a parser; one that is not for huge documents bounds depth (256) and the length of a text (10 MB)."""
    # No collect_ids=False here: it makes libxml2 load an external DTD.
    return etree.XMLParser(
        encoding=encoding, recover=recover, huge_tree=huge, resolve_entities=False, no_network=True, load_dtd=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip


def local(element: Element) -> str:
    """Return the name of an element without namespace or prefix; empty for what is no element."""
    return _LOCAL[element.tag]


class _Local(dict[object, str]):
    """Names by what lxml calls them; few are met, and each element is asked several times."""

    def __missing__(self, tag: object) -> str:
        if len(self) >= _MOST_NAMES:
            self.clear()
        name = self[tag] = tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""
        return name


_LOCAL = _Local()


def sayable(value: str) -> str:
    """Return a text with U+FFFD for what XML cannot hold."""
    return value if value.isprintable() else _FORBIDDEN.sub("\ufffd", value)


def text(value: str, line_break: str = "<br/>") -> str:
    """Return a text as XML: forbidden characters as U+FFFD, line breaks as an element (or as what is given)."""
    if value.isprintable():
        return escape(value)
    return escape(_FORBIDDEN.sub("\ufffd", value), {"\r": "&#13;", "\n": line_break})


def attribute(value: str) -> str:
    """Return a text as the value of an attribute between double quotation marks."""
    return escape(sayable(value), _IN_ATTRIBUTE)
