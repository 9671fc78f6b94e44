"""The JSON Schema of the own JSON, made from the classes of the model."""

from __future__ import annotations

from enum import EnumMeta
from types import UnionType
from typing import Any, Union, get_args, get_origin

import attrs

from newsmodel._formats._convert import BLOCKS, ENTITIES, VERSION
from newsmodel._model import (
    Article,
    Block,
    Entity,
    Furniture,
    Link,
    ListBlock,
    Mention,
    Moment,
    Notice,
    Organization,
    Paragraph,
    Person,
    Quote,
    Section,
    Span,
    Table,
)

__all__ = ["schema"]

_CLASSES: tuple[type[Any], ...] = (
    *ENTITIES.values(), Span, Mention, Link, Quote, *BLOCKS.values(), Section, Furniture, Notice, Article,
)  # fmt: skip

# Not blank; cells of a table may be.
_TEXT = {"type": "string", "pattern": r"\S"}
_ID = {"$ref": "#/$defs/Id"}
_DAY = {"type": "string", "format": "date"}
_SECOND = {"type": "string", "format": "date-time"}

_CELLS = {"type": "array", "items": {"type": "string"}}

# Where the JSON is not what the type of the field says: references, numbers in bounds, texts that may be blank.
_FIELDS: dict[tuple[type[Any], str], Any] = {
    (Quote, "speaker"): {"anyOf": [_ID, {"type": "null"}]},
    (Mention, "entity"): _ID,
    (Person, "id"): _ID,
    (Organization, "id"): _ID,
    (Person, "affiliation"): {"anyOf": [_ID, {"$ref": "#/$defs/Organization"}, {"type": "null"}]},
    (Article, "publisher"): {"anyOf": [_ID, {"$ref": "#/$defs/Organization"}, {"type": "null"}]},
    (Span, "start"): {"type": "integer", "minimum": 0},
    (Span, "end"): {"type": "integer", "minimum": 1},
    (Table, "header"): _CELLS,
    (Table, "rows"): {"type": "array", "items": _CELLS},
    (Section, "level"): {"type": "integer", "minimum": 1, "maximum": 6},
}


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every document of the own JSON is valid against."""
    nodes = {cls.__name__: _node(cls) for cls in _CLASSES}
    root = nodes.pop("Article")
    version = {"const": VERSION, "description": "The version of the format."}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "newsmodel article",
        **root,
        "properties": {"newsmodel": version, **root["properties"]},
        "required": ["newsmodel"],
        "$defs": {
            "Id": {**_TEXT, "description": "The id of a person or organization that stands in the tables."},
            **nodes,
            "Entity": {"anyOf": [_tagged(tag, cls) for tag, cls in ENTITIES.items()]},
            "Block": {"anyOf": [_tagged(tag, cls) for tag, cls in BLOCKS.items()]},
            "Item": {"anyOf": [_tagged(tag, cls) for tag, cls in BLOCKS.items() if cls in (Paragraph, ListBlock)]},
        },
    }


def _node(cls: type[Any]) -> dict[str, Any]:
    fields = attrs.fields(attrs.resolve_types(cls))
    return {
        "description": (cls.__doc__ or "").partition("\n\n")[0],
        "type": "object",
        "properties": {f.name: _FIELDS.get((cls, f.name)) or _of(f.type) for f in fields},
        "required": [f.name for f in fields if f.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _tagged(tag: str, cls: type[Any]) -> dict[str, Any]:
    node = _node(cls)
    node["properties"] = {"type": {"const": tag}, **node["properties"]}
    node["required"] = ["type", *node["required"]]
    return node


def _of(t: Any) -> dict[str, Any]:
    """Return the schema of a field's type."""
    if t in _NAMED:
        return _NAMED[t]
    if isinstance(t, EnumMeta):
        return {"enum": [m.value for m in t]}  # type: ignore[var-annotated]
    if get_origin(t) is tuple:
        return {"type": "array", "items": _of(get_args(t)[0])}
    if get_origin(t) in (Union, UnionType):
        return {"anyOf": [_of(arg) for arg in get_args(t)]}
    return {"$ref": f"#/$defs/{t.__name__}"}


_NAMED: dict[Any, dict[str, Any]] = {
    str: _TEXT,
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    Moment: {"anyOf": [_DAY, _SECOND]},
    Moment | None: {"anyOf": [_DAY, _SECOND, {"type": "null"}]},
    tuple[Entity, ...]: {"type": "array", "items": {"anyOf": [_ID, {"$ref": "#/$defs/Entity"}]}},
    tuple[Block, ...]: {"type": "array", "items": {"$ref": "#/$defs/Block"}},
    Paragraph | ListBlock: {"$ref": "#/$defs/Item"},
}
