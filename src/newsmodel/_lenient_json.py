"""JSON as pages hold it: read strictly when it is JSON, and for what can be told when it is not.

Total and linear: any string gives a value, and never an exception. Nothing recurses over the nesting of the input.
"""

from __future__ import annotations

import html
import json
import re
from typing import Any

__all__ = ["loads", "read"]

_MAX_DEPTH = 200
"""What lies deeper is left out: no page says anything there, and deep values break whoever walks them."""

# What templates wrap around a JSON script: comment and CDATA marks, with or without a script comment before them.
# White space is never given back, so that much of it costs no more than once.
_WRAPPING = re.compile(r"(?:(?://|/\*)?\s*+(?:<!--|<!\[CDATA\[)\s*+(?:\*/)?\s*+)+")
_WRAPPED_END = re.compile(r"(?:-->|\]\]>|\*/|//|/\*|;|\s)+")
_WRAPPING_TAIL = 40  # characters at the end in which the closing marks are looked for

# A quotation mark ends its string only where JSON could go on; others stand for themselves, unescaped by mistake.
_CLOSES = re.compile(r"""\s*(?:[:}\]]|\Z|,\s*(?:["{\[\]}\d/-]|true|false|null|\Z)|"[^"\\\n]{1,40}"\s*:)""")
_QUOTE = re.compile(r'[^"\\]*(?:\\.[^"\\]*)*', re.DOTALL)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "\n": "\n"}
_SPACE = re.compile(r"\s*")
# A number, a literal or a bare word, up to the next character that means something.
_BARE = re.compile(r'[^\s{}\[\],:"]+')
_LITERALS = {"true": True, "false": False, "null": None}


def _integer(digits: str) -> int | float:
    # Python refuses to convert thousands of digits (quadratic time); a float takes them in its stride.
    return int(digits) if len(digits) < 20 else float(digits)


_STRICT = json.JSONDecoder(strict=False, parse_int=_integer, parse_constant=lambda _: None)


def loads(text: str) -> Any:
    """Return the value of a JSON text; of several in a row, the list of them; of a broken one, what it still says.

    Broken means: wrapped in comments, trailing or missing commas, quotation marks and line breaks that are not
    escaped, wrong escapes, comments, cut short, escaped as HTML. A text that holds nothing gives None.
    """
    return read(text)[0]


def read(text: str) -> tuple[Any, bool]:
    """Return what `loads` does, and whether the text was one whole value; if not, some of it may be missing."""
    text = _unwrapped(text)
    try:
        value, end = _STRICT.raw_decode(text)
    except (ValueError, RecursionError):
        pass
    else:
        if end == len(text):
            return value, True
    if '"' not in text and "&quot;" in text:
        text = html.unescape(text)
    values = _Reader(text).values()
    return (values[0] if len(values) == 1 else values or None), False


def _unwrapped(text: str) -> str:
    text = text.removeprefix("\ufeff").strip()
    if text[:1] in ("/", "<") and (m := _WRAPPING.match(text)):
        text = text[m.end() :]
    if text and text[-1] in ";>/":
        start = max(0, len(text) - _WRAPPING_TAIL)
        for m in _WRAPPED_END.finditer(text, start):
            if m.end() == len(text):
                return text[: m.start()]
    return text


class _Reader:
    """Reads broken JSON left to right with a stack of its own."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.found: list[Any] = []
        self.stack: list[dict[str, Any] | list[Any]] = []
        self.too_deep = 0
        self.keys: list[str | None] = []

    def values(self) -> list[Any]:
        """Return the top-level values that are objects or lists, or else whatever stands there."""
        text, size = self.text, len(self.text)
        while True:
            self.at = _SPACE.match(text, self.at).end()  # type: ignore[union-attr]
            if self.at >= size:
                break
            char = text[self.at]
            if char in "{[":
                self._open({} if char == "{" else [])
            elif char in "}]":
                self._close()
            elif char in ",:":
                self.at += 1
            elif text.startswith(("//", "/*"), self.at):
                self._skip_comment()
            elif char == '"':
                self._scalar(self._string())
            else:
                self._bare()
        containers = [v for v in self.found if isinstance(v, dict | list)]
        return containers or self.found

    def _open(self, container: dict[str, Any] | list[Any]) -> None:
        self.at += 1
        if self.too_deep or len(self.stack) >= _MAX_DEPTH:
            self.too_deep += 1
            return
        self._put(container)
        self.stack.append(container)
        self.keys.append(None)

    def _close(self) -> None:
        self.at += 1
        if self.too_deep:
            self.too_deep -= 1
        elif self.stack:
            self.stack.pop()
            self.keys.pop()

    def _put(self, value: Any) -> None:
        if not self.stack:
            self.found.append(value)
            return
        top = self.stack[-1]
        if isinstance(top, list):
            top.append(value)
        elif (key := self.keys[-1]) is not None:
            top[key] = value
            self.keys[-1] = None

    def _scalar(self, value: Any) -> None:
        if self.too_deep:
            return
        if self.stack and isinstance(self.stack[-1], dict) and self.keys[-1] is None:
            self.keys[-1] = str(value)
        else:
            self._put(value)

    def _string(self) -> str:
        text, start = self.text, self.at + 1
        end = start
        while True:
            end = _QUOTE.match(text, end).end()  # type: ignore[union-attr]
            if end >= len(text) or text[end] == "\\" or _CLOSES.match(text, end + 1):
                break
            end += 1
        self.at = end + 1
        return _unescaped(text[start:end])

    def _bare(self) -> None:
        word = _BARE.match(self.text, self.at).group()  # type: ignore[union-attr]
        self.at += len(word)
        if word in _LITERALS:
            self._scalar(_LITERALS[word])
            return
        try:
            self._scalar(float(word) if any(c in word for c in ".eE") else _integer(word))
        except ValueError:
            self._scalar(word.strip("'"))

    def _skip_comment(self) -> None:
        line = self.text.startswith("//", self.at)
        end = self.text.find("\n" if line else "*/", self.at + 2)
        self.at = len(self.text) if end < 0 else end + (1 if line else 2)


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    plain = _ESCAPE.sub(lambda m: _character(m.group(1)), text)
    return plain if plain.isascii() else plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _character(escape: str) -> str:
    return chr(int(escape[1:], 16)) if len(escape) == 5 else _ESCAPED.get(escape, escape)
