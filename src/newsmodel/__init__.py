"""News articles as typed values."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from newsmodel._model import (
    Access,
    Article,
    Block,
    BlockQuote,
    Embed,
    Entity,
    Figure,
    Furniture,
    Link,
    ListBlock,
    Mention,
    Moment,
    Node,
    Notice,
    Organization,
    Paragraph,
    Person,
    Quote,
    QuoteKind,
    Section,
    Span,
    Table,
)
from newsmodel._version import __version__
from newsmodel.errors import FormatError, InvalidModelError, NewsmodelError, ParseError, QueryError, UnknownFormatError

if TYPE_CHECKING:
    from newsmodel import batch, strategies
    from newsmodel._annotate import annotate
    from newsmodel._formats import (
        Codec,
        Format,
        dump,
        dump_all,
        dumps,
        formats,
        load,
        load_all,
        loads,
        register_format,
    )
    from newsmodel._formats._arrow_flat import flat_tables
    from newsmodel._formats.arrow import from_arrow, to_arrow
    from newsmodel._names._spacy import spacy_recognizer
    from newsmodel._query import At, Selection, at_pointer, by, of, replace_at, select, transform, walk, walk_at
    from newsmodel._read import parse, parse_html, parse_text
    from newsmodel._view import view

__all__ = [
    "Access",
    "Article",
    "At",
    "Block",
    "BlockQuote",
    "Codec",
    "Embed",
    "Entity",
    "Figure",
    "Format",
    "FormatError",
    "Furniture",
    "InvalidModelError",
    "Link",
    "ListBlock",
    "Mention",
    "Moment",
    "NewsmodelError",
    "Node",
    "Notice",
    "Organization",
    "Paragraph",
    "ParseError",
    "Person",
    "QueryError",
    "Quote",
    "QuoteKind",
    "Section",
    "Selection",
    "Span",
    "Table",
    "UnknownFormatError",
    "__version__",
    "annotate",
    "at_pointer",
    "batch",
    "by",
    "dump",
    "dump_all",
    "dumps",
    "flat_tables",
    "formats",
    "from_arrow",
    "load",
    "load_all",
    "loads",
    "of",
    "parse",
    "parse_html",
    "parse_text",
    "register_format",
    "replace_at",
    "select",
    "spacy_recognizer",
    "strategies",
    "to_arrow",
    "transform",
    "view",
    "walk",
    "walk_at",
]

# Loaded when first asked for, so that `import newsmodel` costs little more than attrs: module -> its public names.
_HOMES = {
    "newsmodel._annotate": ("annotate",),
    "newsmodel._formats": (
        *("Codec", "Format", "dump", "dump_all", "dumps", "formats", "load", "load_all", "loads", "register_format"),
    ),
    "newsmodel._formats._arrow_flat": ("flat_tables",),
    "newsmodel._formats.arrow": ("from_arrow", "to_arrow"),
    "newsmodel._names._spacy": ("spacy_recognizer",),
    "newsmodel._query": (
        *("At", "Selection", "at_pointer", "by", "of", "replace_at", "select", "transform", "walk", "walk_at"),
    ),
    "newsmodel._read": ("parse", "parse_html", "parse_text"),
    "newsmodel._view": ("view",),
}
_LATER = {name: module for module, names in _HOMES.items() for name in names}
_MODULES = {"batch", "strategies"}


if not TYPE_CHECKING:  # type checkers read the imports above instead

    def __getattr__(name: str) -> object:
        """Load a public name that costs an import of its own."""
        value: object
        if name in _MODULES:
            value = import_module(f"{__name__}.{name}")
        elif name in _LATER:
            value = getattr(import_module(_LATER[name]), name)
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
