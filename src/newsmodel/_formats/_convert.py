"""Articles to plain dicts, lists and strings and back, through cattrs: the shape of the own JSON.

Field names are those of the model and fields that have their default are left out, so a JSON pointer into the tree of
an `Article` points at the same thing here. People and organizations stand once, in the tables; whoever speaks, is
mentioned or is belonged to is referred to by id. Reading is strict: nothing is coerced, no key may be unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from datetime import date, datetime
from operator import attrgetter
from types import MappingProxyType
from typing import Any, TypeVar, get_args, get_origin

from cattrs import (
    AttributeValidationNote,
    ClassValidationError,
    Converter,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from newsmodel._model import (
    MAX_LIST_DEPTH,
    Access,
    Article,
    BlockQuote,
    Embed,
    Entity,
    Figure,
    Furniture,
    Link,
    ListBlock,
    Mention,
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

__all__ = ["BLOCKS", "ENTITIES", "VERSION", "configure"]

ConverterT = TypeVar("ConverterT", bound=Converter)

VERSION = 1
"""Stands in every document as ``newsmodel``; raised when an older reader would misread what is written."""

# The tags are part of the format, not names of classes: a class may be renamed, a tag may not.
BLOCKS: dict[str, type[Any]] = {
    "paragraph": Paragraph,
    "list": ListBlock,
    "blockquote": BlockQuote,
    "figure": Figure,
    "table": Table,
    "embed": Embed,
}
ITEMS: dict[str, type[Any]] = {"paragraph": Paragraph, "list": ListBlock}
ENTITIES: dict[str, type[Any]] = {"person": Person, "organization": Organization}

# A day, or a second with an offset; checked before `fromisoformat`, which takes many more forms.
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SECOND = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{6})?(?:Z|[+-]\d\d:\d\d)")

# The entities of the article that is being read or written, by id: references stand deep inside it.
_KNOWN: ContextVar[Mapping[str, Entity]] = ContextVar("known entities", default=MappingProxyType({}))

# Exception groups of cattrs, which take one argument more than type checkers grant a group.
_RUN_ERROR: Any = IterableValidationError
_CLASS_ERROR: Any = ClassValidationError

Hook = Callable[[Any, Any], Any]


def configure(c: ConverterT) -> ConverterT:
    """Teach a cattrs converter the shape; make it with ``forbid_extra_keys=True, omit_if_default=True``.

    Any preconfigured converter will do, so the shape can be had in another notation (YAML, MessagePack).
    """
    for cls in (str, int, bool):  # simple types first: the hooks of composite types are looked up once, early
        c.register_structure_hook(cls, _exactly(cls))
    for enum in (Access, QuoteKind):
        c.register_structure_hook(enum, _one_of(enum))
        c.register_unstructure_hook(enum, attrgetter("value"))
    c.register_structure_hook_factory(_is_run, _run)
    c.register_unstructure_hook_factory(_is_run, _list_of)
    _union(c, Paragraph | ListBlock, ITEMS)
    _union(c, Paragraph | ListBlock | BlockQuote | Figure | Table | Embed, BLOCKS)
    refer = override(unstruct_hook=attrgetter("id"), struct_hook=_known)
    maybe_refer = override(unstruct_hook=_id_or_none, struct_hook=_known_or_none)
    _classes(c, Organization, id=override(omit_if_default=False))
    belongs = _organization(c)
    _classes(c, Person, id=override(omit_if_default=False), affiliation=belongs)
    _union(c, Entity, ENTITIES)
    _classes(c, Span, Link)
    _classes(c, Mention, entity=refer)
    _classes(c, Quote, speaker=maybe_refer)
    _classes(c, Paragraph, ListBlock, BlockQuote, Figure, Table, Embed, Section, Furniture, Notice)
    c.register_structure_hook(ListBlock, _not_too_deep(c.get_structure_hook(ListBlock)))
    _article(c, belongs)
    return c


def _classes(c: Converter, *classes: type[Any], **overrides: Any) -> None:
    """Let cattrs make the hooks of these classes, which share the overrides."""
    for cls in classes:
        c.register_unstructure_hook(cls, make_dict_unstructure_fn(cls, c, _cattrs_omit_if_default=True, **overrides))
        c.register_structure_hook(cls, _object(make_dict_structure_fn(cls, c, **overrides), c))


class ShapeError(ValueError):
    """A value that is not of the shape; the message is for people, the place is told by whoever catches it."""


def _exactly(cls: type[Any]) -> Hook:
    def structure(value: Any, _: Any) -> Any:
        if type(value) is not cls:
            raise ShapeError(f"expected {cls.__name__}, got {_kind(value)}")
        return value

    return structure


def _one_of(enum: type[Access | QuoteKind]) -> Hook:
    members: dict[Any, Any] = {m.value: m for m in enum}

    def structure(value: Any, _: Any) -> Any:
        if type(value) is not str or value not in members:
            raise ShapeError(f"expected one of {', '.join(members)}, got {_shown(value)}")
        return members[value]

    return structure


def _kind(value: Any) -> str:
    """Return the name of a value's type as JSON calls it where Python's name would mislead."""
    return {dict: "an object", list: "a list", type(None): "null"}.get(type(value), type(value).__name__)


def _shown(value: Any) -> str:
    """Return a value for a message: cut, and only its kind when it may be deep."""
    return _kind(value) if isinstance(value, dict | list) else f"{value!r:.60}"


def moment(value: Any, _: Any = None) -> datetime | date | None:
    """Return the day or the moment that an ISO 8601 string names; strict, see `_DAY` and `_SECOND`."""
    if value is None:
        return None
    if type(value) is str:
        try:
            if _DAY.fullmatch(value):
                return date.fromisoformat(value)
            if _SECOND.fullmatch(value):
                return datetime.fromisoformat(value)
        except ValueError:
            pass  # 30 February
    raise ShapeError(f"expected a date YYYY-MM-DD or YYYY-MM-DDThh:mm:ss+hh:mm, got {_shown(value)}")


def _is_run(t: Any) -> bool:
    return get_origin(t) is tuple and len(get_args(t)) == 2 and get_args(t)[1] is ...


def _run(t: Any, converter: Converter) -> Hook:
    """Structure ``tuple[X, ...]``: the hook of X is looked up once, which the general way of cattrs does not do."""
    item = get_args(t)[0]
    hook = converter.get_structure_hook(item)

    def fast(value: Any, _: Any) -> Any:
        if type(value) is not list:
            raise ShapeError(f"expected a list, got {_kind(value)}")
        return tuple([hook(v, item) for v in value])

    def detailed(value: Any, _: Any) -> Any:
        if type(value) is not list:
            raise ShapeError(f"expected a list, got {_kind(value)}")
        found: list[Any] = []
        for i, v in enumerate(value):
            try:
                found.append(hook(v, item))
            except Exception as e:  # noqa: BLE001  it is raised again, with its place
                e.add_note(IterableValidationNote(f"at index {i}", i, item))
                raise _RUN_ERROR("", [e], t) from None
        return tuple(found)

    return detailed if converter.detailed_validation else fast


def _list_of(t: Any, converter: Converter) -> Callable[[Any], Any]:
    """Unstructure ``tuple[X, ...]``, with the hook of X looked up once."""
    item = get_args(t)[0]
    if item is str:
        return list
    hook = converter.get_unstructure_hook(item)
    return lambda value: [hook(v) for v in value]


def _object(hook: Hook, converter: Converter) -> Hook:
    """Say of a value that it is no object; the code that cattrs makes fails on it too, but less clearly."""
    if not converter.detailed_validation:
        return hook

    def structure(value: Any, t: Any) -> Any:
        if type(value) is not dict:
            raise ShapeError(f"expected an object, got {_kind(value)}")
        return hook(value, t)

    return structure


def _union(c: Converter, union: Any, tags: dict[str, type[Any]]) -> None:
    """Write ``type`` first, from the table; on reading say which tags there are when one is not known."""
    names = {cls: name for name, cls in tags.items()}
    writers: dict[type[Any], Any] = {}
    readers: dict[str, Any] = {}

    def unstructure(value: Any) -> dict[str, Any]:
        cls = value.__class__
        if cls not in writers:
            writers[cls] = c.get_unstructure_hook(cls)
        return {"type": names[cls], **writers[cls](value)}

    def structure(value: Any, _: Any) -> Any:
        if type(value) is not dict:
            raise ShapeError(f"expected an object, got {_kind(value)}")
        rest = value.copy()
        tag = rest.pop("type", None)
        cls = tags.get(tag) if type(tag) is str else None
        if cls is None:
            raise ShapeError(f"expected a type of {', '.join(tags)}, got {_shown(tag)}")
        if tag not in readers:
            readers[tag] = c.get_structure_hook(cls)
        return readers[tag](rest, cls)

    c.register_unstructure_hook(union, unstructure)
    c.register_structure_hook(union, structure)


def _known(value: Any, _: Any) -> Entity:
    """Return the person or organization with this id."""
    if type(value) is not str:
        raise ShapeError(f"expected an id (str), got {_kind(value)}")
    found = _KNOWN.get().get(value)
    if found is None:
        raise ShapeError(f"expected an id that stands in people or organizations, got {_shown(value)}")
    return found


def _known_or_none(value: Any, t: Any) -> Entity | None:
    return None if value is None else _known(value, t)


def _id_or_none(entity: Entity | None) -> str | None:
    return None if entity is None else entity.id


def _organization(c: Converter) -> Any:
    """Refer by id to an organization that stands in the tables; write another one where it is named."""
    write: Callable[[Organization], Any] = c.get_unstructure_hook(Organization)
    read: Hook = c.get_structure_hook(Organization)

    def unstructure(value: Organization | None) -> Any:
        if value is None:
            return None
        return value.id if _KNOWN.get().get(value.id) == value else write(value)

    def structure(value: Any, _: Any) -> Any:
        return read(value, Organization) if type(value) is dict else _known_or_none(value, _)

    return override(unstruct_hook=unstructure, struct_hook=structure)


def _article(c: Converter, publisher: Any) -> None:
    """Make the hooks of an article: what a generated one would do, with the tables laid where references look."""
    when = override(unstruct_hook=lambda m: None if m is None else m.isoformat(), struct_hook=moment)
    fields: dict[str, Any] = {"publisher": publisher, "published": when, "modified": when}
    c.register_unstructure_hook(Article, _article_writer(c, fields))
    c.register_structure_hook(Article, _article_reader(c, fields))


def _article_writer(c: Converter, fields: dict[str, Any]) -> Callable[[Article], dict[str, Any]]:
    """Write authors by id when they stand in the tables, and the version before all else."""
    entity: Any = Entity
    write_entity: Callable[[Entity], Any] = c.get_unstructure_hook(entity)

    def write_authors(authors: tuple[Entity, ...]) -> list[Any]:
        known = _KNOWN.get()
        return [a.id if a.id in known else write_entity(a) for a in authors]

    authors = override(unstruct_hook=write_authors)
    write = make_dict_unstructure_fn(Article, c, _cattrs_omit_if_default=True, authors=authors, **fields)

    def unstructure(article: Article) -> dict[str, Any]:
        token = _KNOWN.set({**{e.id: e for e in article.people}, **{e.id: e for e in article.organizations}})
        try:
            return {"newsmodel": VERSION, **write(article)}
        finally:
            _KNOWN.reset(token)

    return unstructure


def _article_reader(c: Converter, fields: dict[str, Any]) -> Hook:
    """Read the tables before all else: the rest refers to them."""
    entity: Any = Entity
    read_entity: Hook = c.get_structure_hook(entity)
    c.register_structure_hook(entity, lambda v, t: _known(v, t) if type(v) is str else read_entity(v, t))
    done = override(struct_hook=lambda v, _: v)
    read = make_dict_structure_fn(Article, c, people=done, organizations=done, **fields)
    runs = {name: c.get_structure_hook(t) for name, t in _TABLES}

    def structure(value: Any, t: Any) -> Article:
        rest = _versioned(value)
        known: dict[str, Entity] = {}
        token = _KNOWN.set(known)
        try:
            for name, table in _TABLES:
                if name in rest:
                    rest[name] = _attribute(name, runs[name], rest[name], table)
                    known.update({e.id: e for e in rest[name]})
            return read(rest, t)
        finally:
            _KNOWN.reset(token)

    return structure


# Organizations first: people refer to them.
_TABLES: tuple[tuple[str, Any], ...] = (
    ("organizations", tuple[Organization, ...]),
    ("people", tuple[Person, ...]),
)


def _versioned(value: Any) -> dict[str, Any]:
    """Return the document without its version, when it is one that can be read."""
    if type(value) is not dict:
        raise ShapeError(f"expected an object, got {_kind(value)}")
    rest = value.copy()
    version = rest.pop("newsmodel", None)
    if type(version) is not int or version != VERSION:
        got = "none" if version is None else _shown(version)
        raise ShapeError(f'expected "newsmodel": {VERSION} (the version of the format), got {got}')
    return rest


def _attribute(name: str, hook: Hook, value: Any, t: Any) -> Any:
    """Structure one field, and leave the note on an error that the code made by cattrs leaves."""
    try:
        return hook(value, t)
    except Exception as e:  # noqa: BLE001  it is raised again, with its place
        e.add_note(AttributeValidationNote(f"at attribute {name}", name, t))
        raise _CLASS_ERROR("", [e], Article) from None


def _not_too_deep(hook: Hook) -> Hook:
    """Refuse lists nested too deeply before they are followed down."""

    def structure(value: Any, t: Any) -> Any:
        level = [value]
        for _ in range(MAX_LIST_DEPTH):
            level = [i for v in level for i in _items(v) if type(i) is dict and i.get("type") == "list"]
            if not level:
                return hook(value, t)
        raise ShapeError(f"lists are nested deeper than {MAX_LIST_DEPTH} levels")

    return structure


def _items(value: Any) -> list[Any]:
    items = value.get("items") if type(value) is dict else None
    return items if type(items) is list else []
