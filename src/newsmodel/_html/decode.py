"""Bytes to UTF-8, by the HTML standard's order: BOM, transport charset, `<meta>` in the first KiB, content.

Labels are read as browsers read them (``iso-8859-1`` means windows-1252). A declaration that the content contradicts
gives way: bytes that are valid UTF-8 beyond doubt are UTF-8 whatever a single-byte label says, and bytes that are not
valid UTF-8 are read as windows-1252 where nothing better is known.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from typing import NamedTuple

from newsmodel._model import Notice
from newsmodel.errors import ParseError

__all__ = ["MAX_SIZE", "Decoded", "decode"]

MAX_SIZE = 64 * 1024 * 1024
"""Pages longer than this many bytes (or characters) are refused; no article is that long."""

# The encodings of the Encoding standard as Python names them; utf-7, rot13 and the like are no encodings of the web.
_KNOWN = frozenset(
    {
        *("utf-8", "utf-16-le", "utf-16-be", "cp866", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "cp874"),
        *("gb18030", "big5hkscs", "euc_jp", "iso2022_jp", "cp932", "cp949"),
        *(f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
        *(f"cp{n}" for n in range(1250, 1259)),
    }
)
# Python codec -> the superset that browsers use in its place.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "johab": "cp949",
    "utf-16": "utf-16-le",
    "utf-8-sig": "utf-8",
}
# Labels that Python does not know.
_LABELS = {
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "windows-949": "cp949",
    "ks_c_5601-1989": "cp949",
    "x-x-big5": "big5hkscs",
    "x-gbk": "gb18030",
    "windows-874": "cp874",
    "dos-874": "cp874",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-ukrainian": "mac-cyrillic",
    "x-mac-roman": "mac-roman",
    "koi": "koi8-r",
    "koi8": "koi8-r",
    "koi8-ru": "koi8-u",
    "logical": "iso8859-8",
    "iso-8859-8-i": "iso8859-8",
    "iso-8859-8-e": "iso8859-8",
    "unicode-1-1-utf-8": "utf-8",
    "x-unicode20utf8": "utf-8",
    "unicodefffe": "utf-16-be",
    "unicode": "utf-16-le",
    "x-user-defined": "cp1252",
}
_MULTIBYTE = frozenset({"gb18030", "big5hkscs", "euc_jp", "cp932", "cp949"})
# What hardly stands in any text: control characters but for white space, backspace and escape.
_CONTROLS = bytes(set(range(32)) - set(b"\b\t\n\v\f\r\x1b"))
_BOM_32 = b"\0\0\xfe\xff"
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"))
# One meta tag of the prescan; the attribute text ends at the first ">", as the standard's prescan does.
# These look at lower case: a pattern that ignores case cannot skip to where its first letters stand.
_META = re.compile(rb"<meta[\s/]([^>]{0,1000})")
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([^\s\"'/>;]+)")
_XML = re.compile(rb"\s{0,64}<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([^\"'>]{1,40})[\"']")
# Valid UTF-8 with fewer characters beyond ASCII than this may be legacy East Asian text by accident.
_FEW = 6
_STRETCH = 1 << 15
# So far browsers come to a declaration that they obey late, when the bytes say nothing else.
_FAR = 1 << 15


class Decoded(NamedTuple):
    """A page as UTF-8."""

    data: bytes
    """The page in UTF-8, without BOM."""

    encoding: str
    """The encoding that it came in, as Python names it."""

    notices: tuple[Notice, ...] = ()
    """What was doubtful."""


def decode(page: bytes | bytearray | memoryview | str, charset: str | None = None) -> Decoded:
    """Return a page as UTF-8; `charset` is what the transport said (``Content-Type``), if it said anything.

    Raises ParseError for a page over `MAX_SIZE`.
    """
    if isinstance(page, bytearray | memoryview):
        page = bytes(page)
    if not isinstance(page, bytes | str):
        raise ParseError(f"expected bytes or str, got {type(page).__name__}", hint="give the page's content")
    if len(page) > MAX_SIZE:
        unit = "bytes" if isinstance(page, bytes) else "characters"
        raise ParseError(
            f"the page has {len(page)} {unit}, more than {MAX_SIZE}", offset=MAX_SIZE, hint="cut it, or skip it"
        )
    return _of_text(page) if isinstance(page, str) else _of_bytes(page, charset)


def _of_text(page: str) -> Decoded:
    try:
        return Decoded(page.removeprefix("\ufeff").encode(), "str")
    except UnicodeEncodeError:
        notice = Notice(
            "surrogates-dropped", "The page held lone surrogates, which are no characters; they are left out."
        )
        return Decoded(page.removeprefix("\ufeff").encode("utf-8", "ignore"), "str", (notice,))


def _of_bytes(page: bytes, charset: str | None) -> Decoded:
    for bom, name in _BOMS:
        if page.startswith(bom):
            wide = _wide(page[4:]) if name == "utf-16-le" else None  # in UTF-32 two zeros follow
            return _convert(page[4:], wide) if wide == "utf-32-le" else _convert(page[len(bom) :], name)
    declared = codec(charset) or _prescan(page)
    if declared in ("utf-16-le", "utf-16-be"):
        # A declaration readable as ASCII cannot be true of itself; the transport's can.
        return _convert(page, declared if page[:200].count(0) > 20 else "utf-8")
    if declared is None and (wide := _wide(page)):
        return _convert(page.removeprefix(_BOM_32), wide)
    if page.isascii() and not (declared == "iso2022_jp" and b"\x1b" in page):
        return Decoded(page, declared or "utf-8")
    return _judge(page, declared)


def _judge(page: bytes, declared: str | None) -> Decoded:
    """Decode a page with bytes beyond ASCII: what is declared, unless the bytes say otherwise."""
    if not _starts_as_utf8(page):
        declared = declared or _prescan(page, _FAR)
        return _not_utf8(page, declared) if declared in (None, "utf-8") else _convert(page, declared or "utf-8")
    if declared in (None, "utf-8"):
        return Decoded(page, "utf-8")
    try:
        text = page.decode("utf-8")
    except UnicodeDecodeError:
        return _convert(page, declared or "utf-8")
    if declared == "iso2022_jp" or (declared in _MULTIBYTE and len(page) - len(text) < 2 * _FEW):
        return _convert(page, declared)
    notice = Notice("wrong-charset", f"The page says that it is {declared}, but its bytes are UTF-8.")
    return Decoded(page, "utf-8", (notice,))


def _starts_as_utf8(page: bytes) -> bool:
    """Tell whether the first stretch with bytes beyond ASCII is valid UTF-8; later slips the parser reads as U+FFFD."""
    for at in range(0, len(page), _STRETCH):
        stretch = page[at : at + _STRETCH]
        if not stretch.isascii():
            try:
                stretch.decode("utf-8")
            except UnicodeDecodeError as error:
                # A character may begin in this stretch and end in the next.
                return error.reason == "unexpected end of data" and at + _STRETCH < len(page)
            return True
    return True


def _not_utf8(page: bytes, declared: str | None) -> Decoded:
    """Read bytes that are not valid UTF-8: a few slips in UTF-8 text are replaced, else it is windows-1252."""
    text = page.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(1 for c in text[: 1 << 20] if c > "\x7f" and c != "\ufffd") if wrong < 1 << 16 else 0
    if right > 4 * wrong or (declared == "utf-8" and right >= wrong):
        notice = Notice("bad-bytes", f"{wrong} places of the page are not valid UTF-8; they read U+FFFD.")
        return Decoded(text.encode(), "utf-8", (notice,))
    wrong_label = Notice("wrong-charset", "The page says that it is UTF-8, but its bytes are not.")
    notices = (wrong_label,) if declared else ()
    start = page[:_STRETCH]
    if len(start) - len(start.translate(None, _CONTROLS)) > len(start) // 50:
        notices = (*notices, Notice("looks-binary", "The bytes look like those of a file that is no text at all."))
    return Decoded(page.decode("cp1252", "replace").encode(), "cp1252", notices)


def _convert(page: bytes, name: str) -> Decoded:
    return Decoded(page.decode(name, "replace").encode("utf-8", "ignore"), name)


def _prescan(page: bytes, size: int = 1024) -> str | None:
    """Return the encoding that the first KiB declares, or so many bytes, or None."""
    head = page[:size]
    if b"<!--" in head:
        head = _COMMENT.sub(b"", page[: 4 * size])[:size]
    head = head.lower()
    for meta in _META.finditer(head):
        found = _CHARSET.search(meta.group(1))
        if found and (name := codec(found.group(1).decode("latin-1"))):
            return "utf-8" if name.startswith("utf-16") else name
    if xml := _XML.match(head):
        name = codec(xml.group(1).decode("latin-1"))
        return "utf-8" if name and name.startswith("utf-16") else name
    return None


def _wide(page: bytes) -> str | None:
    """Return the UTF-16 or UTF-32 that a page is in: every other byte of its beginning is zero, or three of four."""
    head = page[:64]
    if len(head) < 8 or head.count(0) < len(head) // 3:
        return None
    most = len(head) // 4 * 3 - 3  # a BOM, and a character or two that have more bytes
    if head.count(0) >= most:
        first, last = head[::4].count(0), head[3::4].count(0)
        return "utf-32-le" if last > 3 * first else "utf-32-be" if first > 3 * last else None
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 3 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 3 * odd else None


@lru_cache(maxsize=256)
def codec(label: str | None) -> str | None:
    """Return Python's name of the encoding that browsers read under a label, or None for a label they ignore."""
    if not label or len(label) > 40:
        return None
    label = label.strip().strip("\"'").lower()
    if label in _LABELS:
        return _LABELS[label]
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    name = _WIDER.get(name, name)
    return name if name in _KNOWN else None
