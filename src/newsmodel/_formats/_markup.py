"""What HTML can hold exactly, and how it is written: text, attributes, addresses."""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

__all__ = ["attribute", "safe_url", "sayable", "script", "visible"]

# Characters that HTML has no way to write, or that its readers change: controls other than tab and line feed, the
# characters from U+0080 to U+009F (references to them mean others), and what Unicode says are no characters.
_UNSAYABLE = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(p + 0xFFFE)}{chr(p + 0xFFFF)}" for p in range(0x10000, 0x110000, 0x10000))
    + "]"
)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
# What browsers leave out of an address before they look at its scheme: "java\nscript:" is one.
_IGNORED = re.compile(r"[\s\0-\x20]+")
_SAFE = frozenset({"http:", "https:", "mailto:"})
# JSON inside a script element may hold neither an end tag nor the start of a comment.
_IN_SCRIPT = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def sayable(text: str) -> bool:
    """Tell whether a text stands in HTML exactly as it is."""
    return text.isprintable() or not _UNSAYABLE.search(text)


def visible(text: str) -> str:
    """Return a text as HTML: line breaks as `<br>`, characters that HTML cannot hold as U+FFFD."""
    if not sayable(text):
        text = _UNSAYABLE.sub("\ufffd", text)
    text = escape(text, quote=False)
    return text.replace("\n", "<br>") if "\n" in text else text


def attribute(text: str) -> str:
    """Return a text as the value of an attribute between double quotation marks."""
    if not text.isprintable():
        text = _UNSAYABLE.sub("\ufffd", text)
    return escape(text).replace("\n", "&#10;")


def safe_url(url: str) -> bool:
    """Tell whether an address may stand where a click follows it: of the web, of mail, or relative."""
    scheme = _SCHEME.match(_IGNORED.sub("", url))
    return scheme is None or scheme.group().lower() in _SAFE


def script(media_type: str, value: Any) -> str:
    """Return a JSON value as a data block: a script element that no browser runs."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_IN_SCRIPT)
    return f'<script type="{media_type}">{data}</script>'
