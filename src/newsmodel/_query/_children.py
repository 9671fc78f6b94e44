"""Which fields hold the children of a node, and which lead to a class: told by the declared types, once per class.

A node's children are the nodes that it owns. The people and organizations of an article are owned by its tables; other
fields that hold one (a speaker, an author) refer to it and are not walked.
"""

from __future__ import annotations

from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from attrs import frozen

from newsmodel._model import Article, Mention, Node, Person, Quote

REFERENCES: dict[type, tuple[str, ...]] = {
    Article: ("authors", "publisher"),
    Person: ("affiliation",),
    Quote: ("speaker",),
    Mention: ("entity",),
}
"""The fields that refer to people and organizations."""


@frozen
class Child:
    """A field that holds children."""

    name: str
    many: bool
    """True for a tuple of nodes, False for one node or None."""
    kinds: tuple[type[Node], ...]
    """The declared classes of the children."""


_CHILDREN: dict[type, tuple[Child, ...]] = {}


def children(cls: type) -> tuple[Child, ...]:
    """Return the fields of a class that hold its children, in document order."""
    if cls not in _CHILDREN:
        references = {name for base in cls.__mro__ for name in REFERENCES.get(base, ())}
        found = ((name, _child(name, declared)) for name, declared in get_type_hints(cls).items())
        _CHILDREN[cls] = tuple([child for name, child in found if child.kinds and name not in references])
    return _CHILDREN[cls]


def _child(name: str, declared: Any) -> Child:
    many = get_origin(declared) is tuple
    return Child(name, many, _node_classes(get_args(declared)[0] if many else declared))


def _node_classes(declared: Any) -> tuple[type[Node], ...]:
    options = get_args(declared) if get_origin(declared) in (Union, UnionType) else (declared,)
    return tuple(t for t in options if isinstance(t, type) and issubclass(t, Node))


def _below(cls: type) -> frozenset[type]:
    """Return this class and those of which an instance of it may have descendants."""
    seen: set[type] = {cls}
    todo = [cls]
    while todo:
        new = {k for child in children(todo.pop()) for k in child.kinds} - seen
        seen |= new
        todo.extend(new)
    return frozenset(seen)


Steps = tuple[tuple[str, bool], ...]
"""Fields to go into, the last first, each with whether it holds many nodes."""


_STEPS: dict[tuple[type, tuple[type, ...]], Steps] = {}


def steps(cls: type, kinds: tuple[type, ...] = (Node,)) -> Steps:
    """Return the fields of a class below which there may be an instance of one of these classes."""
    if (cls, kinds) not in _STEPS:
        leading = (c for c in reversed(children(cls)) if any(_leads(kind, k) for kind in c.kinds for k in kinds))
        _STEPS[cls, kinds] = tuple([(c.name, c.many) for c in leading])
    return _STEPS[cls, kinds]


def _leads(cls: type, kind: type) -> bool:
    return any(issubclass(c, kind) or issubclass(kind, c) for c in _below(cls))
