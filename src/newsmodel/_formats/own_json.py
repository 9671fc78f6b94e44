"""The own JSON: everything that an Article holds, one version number, strict on reading."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NoReturn

import attrs
from cattrs import AttributeValidationNote, Converter, ForbiddenExtraKeysError, IterableValidationNote

from newsmodel._formats._convert import ShapeError, configure
from newsmodel._formats._decode import utf8
from newsmodel._formats._parts import EVERYTHING
from newsmodel._model import Article
from newsmodel.errors import FormatError, InvalidModelError

__all__ = ["from_dict", "keeps", "project", "read", "to_dict", "write"]

keeps: Mapping[str, str] = EVERYTHING


def project(article: Article) -> Article:
    """Return the article: nothing is lost."""
    return article


def write(article: Article) -> str:
    """Return the article as JSON on one line."""
    return _encode(to_dict(article))


def read(data: str | bytes) -> Article:
    """Return the article of a JSON document; `FormatError` tells what was expected, what was there, and where."""
    return from_dict(decode(utf8(data)))


def to_dict(article: Article) -> dict[str, Any]:
    """Return the article as the dicts, lists, strings, integers and booleans of its JSON."""
    tree: dict[str, Any] = _converter().unstructure(article)
    return tree


def from_dict(tree: object) -> Article:
    """Return the article of a decoded JSON document."""
    try:
        return _converter().structure(tree, Article)
    except Exception:  # noqa: BLE001  whatever the fast converter fell over, the detailed one says what and where
        return _from_dict_detailed(tree)


def _from_dict_detailed(tree: object) -> Article:
    try:
        return _converter(detailed=True).structure(tree, Article)
    except Exception as e:  # noqa: BLE001  an error is told by what it is made of
        raise _explain(e) from None


@cache
def _converter(detailed: bool = False) -> Converter:
    return configure(Converter(detailed_validation=detailed, forbid_extra_keys=True, omit_if_default=True))


plain_encode: Callable[[Any], str] = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), check_circular=False
).encode


def _fastest_encode() -> Callable[[Any], str]:
    """Return the encoder of orjson where that is installed: it writes the same characters, some times faster."""
    try:
        import orjson
    except ImportError:
        return plain_encode
    return lambda tree: orjson.dumps(tree).decode()


_encode = _fastest_encode()


def decode(text: str) -> object:
    """Return what a JSON text holds, where no key of an object may stand twice; raise `FormatError`."""
    try:
        return _decode(text)
    except json.JSONDecodeError as e:
        raise FormatError(f"not JSON: {e.msg}", offset=e.pos) from None
    except RecursionError:
        raise FormatError("not readable JSON: nested too deeply") from None
    except ShapeError as e:
        raise FormatError(str(e)) from None
    except ValueError:
        raise FormatError("not readable JSON: a number of thousands of digits") from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        (twice, _), *_ = Counter(k for k, _ in pairs).most_common(1)
        raise ShapeError(f"the key {twice!r:.60} stands twice in one object")
    return found


def _constant(name: str) -> NoReturn:
    raise ShapeError(f"not JSON: {name} is no number")


_decode = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_constant).decode


def _explain(error: BaseException) -> FormatError:
    """Return the first thing that was wrong, with its path, from the nested groups that cattrs raises."""
    path = "$"
    while True:
        for note in getattr(error, "__notes__", ()):
            if isinstance(note, AttributeValidationNote):
                path += f".{note.name}"
            elif isinstance(note, IterableValidationNote):
                path += f"[{note.index}]"
        if not isinstance(error, BaseExceptionGroup):
            return _leaf(error, path)
        error = error.exceptions[0]


def _leaf(error: BaseException, path: str) -> FormatError:
    if isinstance(error, InvalidModelError):
        return FormatError(error.problem, path=path + (error.path or "$")[1:], hint=error.hint)
    if isinstance(error, ForbiddenExtraKeysError):
        unknown = min(error.extra_fields)
        known = ", ".join(a.name for a in attrs.fields(error.cl))
        return FormatError(f"unknown key {unknown!r:.60}", path=path, hint=f"known keys: {known}")
    if isinstance(error, KeyError):
        return FormatError("required, but missing", path=path)
    if isinstance(error, ShapeError):
        hint = "name the format of a document that newsmodel did not write" if path == "$" else None
        return FormatError(str(error), path=path, hint=hint)
    raise error
