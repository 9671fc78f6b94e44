"""The table of formats. A format is one module and one line here; it is imported when it is first used."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import PurePath
from typing import Any, Literal, Protocol, TypeAlias, cast, overload

from attrs import field, frozen

from newsmodel._model import Article
from newsmodel.errors import FormatError, InvalidModelError, UnknownFormatError

__all__ = ["Codec", "Format", "dumps", "find", "formats", "loads", "register_format"]


class Codec(Protocol):
    """What a format must be able to do: a module or an object with these three functions and one mapping.

    The laws: ``read(write(a)) == project(a)`` and ``write(read(write(a))) == write(a)`` for every article, and `read`
    raises nothing but `FormatError`, whatever it is given.
    """

    @property
    def keeps(self) -> Mapping[str, str]:
        """What of an article comes back: the name of a part of the model -> how; a part that is not named is lost."""
        ...

    def write(self, article: Article, /) -> str | bytes:
        """Return the document: str for a format of text, bytes for a binary one."""
        ...

    def read(self, data: str | bytes, /) -> Article:
        """Return the article that a document holds; raise `FormatError` when it is not of this format."""
        ...

    def project(self, article: Article, /) -> Article:
        """Return what is left of an article when it is written and read back."""
        ...


@frozen
class Format:
    """A format in the table."""

    name: str
    """What ``format=`` calls it."""

    media_type: str
    """Its media type (RFC 6838)."""

    suffixes: tuple[str, ...]
    """How names of its files end, the usual one first; `dump` and `load` choose the format by the longest that fits."""

    _codec: Codec | str = field(repr=False)

    @property
    def codec(self) -> Codec:
        """The module or object that reads and writes it; a module is imported now."""
        return cast(Codec, import_module(self._codec)) if isinstance(self._codec, str) else self._codec

    @property
    def keeps(self) -> Mapping[str, str]:
        """What of an article comes back: the name of a part -> how; a part that is not named is lost."""
        return self.codec.keeps

    @property
    def reads(self) -> bool:
        """Whether documents of it can be read."""
        return hasattr(self.codec, "read")

    @property
    def writes(self) -> bool:
        """Whether documents of it can be written."""
        return hasattr(self.codec, "write")

    def write(self, article: Article) -> str | bytes:
        """Return the document: str for a format of text, bytes for a binary one."""
        if not isinstance(article, Article):
            raise TypeError(f"expected an Article, got {type(article).__name__}")
        return self.codec.write(article)

    def read(self, data: str | bytes) -> Article:
        """Return the article that a document holds; raise `FormatError` when it is not of this format."""
        if not isinstance(data, str | bytes):
            raise TypeError(f"expected str or bytes, got {type(data).__name__}")
        try:
            return self.codec.read(data)
        except InvalidModelError as e:  # the document is well formed, but what it holds is no valid article
            raise FormatError(e.problem, path=e.path, hint=e.hint) from e

    def project(self, article: Article) -> Article:
        """Return what is left of an article when it is written and read back."""
        return self.codec.project(article)


def _line(name: str, media_type: str, *suffixes: str, module: str | None = None) -> Format:
    return Format(name, media_type, suffixes, f"newsmodel._formats.{module or name}")


_FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        _line("json", "application/vnd.newsmodel+json", ".json", module="own_json"),
        _line("jsonl", "application/jsonl", ".jsonl", ".ndjson"),
        _line("html", "text/html", ".html", ".htm", module="html_page"),
        _line("text", "text/plain", ".txt", ".text"),
        _line("markdown", "text/markdown", ".md", ".markdown"),
        _line("jsonld", "application/ld+json", ".jsonld"),
        _line("nitf", "application/vnd.iptc.nitf+xml", ".nitf", ".nitf.xml", ".xml"),
        _line("ninjs", "application/vnd.iptc.ninjs+json", ".ninjs", ".ninjs.json"),
        _line("arrow", "application/vnd.apache.arrow.file", ".arrow", ".feather"),
        _line("parquet", "application/vnd.apache.parquet", ".parquet"),
    )
}


def formats() -> tuple[Format, ...]:
    """Return every format, those that were registered too."""
    return tuple(_FORMATS.values())


def register_format(name: str, codec: Codec, *, media_type: str, suffixes: tuple[str, ...] = ()) -> Format:
    """Add a format of your own (or replace one) and return its line in the table.

    `codec` is a module or an object with `write`, `read`, `project` and `keeps`, see `Codec`.
    """
    _FORMATS[name] = Format(name, media_type, tuple(suffixes), codec)
    return _FORMATS[name]


def find(name: str | None, path: PurePath | None = None) -> Format:
    """Return the format of this name, or of this file's suffix when no name is given."""
    if name is not None:
        if name in _FORMATS:
            return _FORMATS[name]
        raise UnknownFormatError(f"no format is named {name!r}", hint=f"known formats: {', '.join(_FORMATS)}")
    file = path.name.lower() if path else ""
    fitting = [(len(s), f) for f in _FORMATS.values() for s in f.suffixes if file.endswith(s)]
    if not fitting:
        known = ", ".join(s for f in _FORMATS.values() for s in f.suffixes)
        hint = f"give format=, or one of the suffixes {known}"
        raise UnknownFormatError("no format has the suffix of this file", path=str(path), hint=hint)
    return max(fitting, key=lambda pair: pair[0])[1]


TextFormat: TypeAlias = Literal["html", "json", "jsonl", "jsonld", "markdown", "ninjs", "nitf", "text"]
BinaryFormat: TypeAlias = Literal["arrow", "parquet"]


@overload
def dumps(article: Article, format: TextFormat = "json") -> str: ...
@overload
def dumps(article: Article, format: BinaryFormat) -> bytes: ...
@overload
def dumps(article: Article, format: str) -> Any: ...
def dumps(article: Article, format: str = "json") -> str | bytes:  # noqa: A002
    """Return an article as a document: str, or bytes for the binary formats ``arrow`` and ``parquet``.

    Raises `UnknownFormatError`.
    """
    return find(format).write(article)


def loads(data: str | bytes, format: str = "json") -> Article:  # noqa: A002
    """Return the article that a document holds.

    Raises `FormatError` with the place in the document when it is not of this format, `UnknownFormatError` when there
    is no such format. To read a page or a plain text as found in the world, see `parse`.
    """
    return find(format).read(data)
