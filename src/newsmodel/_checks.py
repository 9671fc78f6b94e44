"""The invariants of the model, as small functions that raise `InvalidModelError` with the path of what is wrong."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any, NoReturn

from newsmodel.errors import InvalidModelError

_MINUTE = timedelta(minutes=1)


def fail(expected: str, got: object, path: str, hint: str | None = None) -> NoReturn:
    """Raise `InvalidModelError` for a value that is not what was expected."""
    shown = repr(got)
    if len(shown) > 60:
        shown = shown[:57] + "..."
    raise InvalidModelError(f"expected {expected}, got {shown}", path=path, hint=hint)


def text(value: object, path: str) -> None:
    """Require a string with at least one character that is not white space, and no lone surrogate."""
    if type(value) is not str:
        fail("str", value, path)
    if not value or value.isspace():
        fail("text that is not blank", value, path, "leave an unknown field None")
    if not value.isascii() and not _encodable(value):
        fail("text without lone surrogates", value, path, "replace them, for instance by U+FFFD")


def _encodable(value: str) -> bool:
    """Tell whether a string has no lone surrogate, on which every wire format would fail; faster than to search."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def optional_text(value: object, path: str) -> None:
    """Require None or what `text` requires."""
    if value is not None:
        text(value, path)


def cell(value: object, path: str) -> None:
    """Require a string that may be empty (a table cell), without lone surrogates."""
    if value != "":
        if type(value) is not str:
            fail("str", value, path)
        if not _encodable(value):
            fail("text without lone surrogates", value, path, "replace them, for instance by U+FFFD")


def items(value: object, kinds: type | tuple[type, ...], path: str) -> None:
    """Require a tuple whose items are of these classes."""
    if type(value) is not tuple:
        fail("tuple", value, path)
    for i, item in enumerate(value):
        if not isinstance(item, kinds):
            fail(_names(kinds), item, f"{path}[{i}]")


def texts(value: object, path: str) -> None:
    """Require a tuple of texts that are not blank."""
    if type(value) is not tuple:
        fail("tuple", value, path)
    for i, item in enumerate(value):
        text(item, f"{path}[{i}]")


def kind(value: object, kinds: type | tuple[type, ...], path: str) -> None:
    """Require None or an instance of these classes."""
    if value is not None and not isinstance(value, kinds):
        fail(f"{_names(kinds)} or None", value, path)


def _names(kinds: type | tuple[type, ...]) -> str:
    return " or ".join(k.__name__ for k in (kinds if isinstance(kinds, tuple) else (kinds,)))


def fixed_offset(value: Any) -> Any:
    """Give a moment a plain UTC offset in place of a named zone, so that equal moments are written alike."""
    if isinstance(value, datetime) and value.tzinfo is not None and type(value.tzinfo) is not timezone:
        offset = value.utcoffset()
        return value if offset is None else value.replace(tzinfo=timezone(offset), fold=0)
    return value


def moment(value: object, path: str) -> None:
    """Require None, a date, or an aware datetime whose offset is whole minutes."""
    if value is None:
        return
    if not isinstance(value, date):
        fail("date, datetime or None", value, path)
    if isinstance(value, datetime):
        offset = value.utcoffset()
        if offset is None:
            fail("an aware datetime", value, path, "give it a tzinfo, or a date when only the day is known")
        if offset % _MINUTE:
            fail("a UTC offset of whole minutes", value, path)
