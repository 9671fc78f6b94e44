"""Walk a tree, with or without the place of each node, and go to a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Generic, NoReturn, TypeVar, overload

from newsmodel._model import Node
from newsmodel._query._children import REFERENCES, children, steps
from newsmodel.errors import QueryError

N = TypeVar("N", bound=Node)
N_co = TypeVar("N_co", bound=Node, covariant=True)

# RFC 6901: a tilde stands for itself only as "~0"; an index has no leading zeros and no sign.
_BAD_ESCAPE = re.compile(r"~(?![01])")
_INDEX = re.compile(r"0|[1-9][0-9]{0,17}")  # Python reads no number of thousands of digits


class At(Generic[N_co]):
    """A node and its place: made while walking, because nodes do not know their parents."""

    # Not frozen and not an attrs class: one is made per node walked, and these are the cheapest to make.
    __slots__ = ("field", "index", "node", "up")

    node: N_co
    """The node."""

    up: At[Node] | None
    """The place of its parent; None for the node at which the walk began."""

    field: str
    """The field of the parent that holds it; ``""`` where the walk began."""

    index: int | None
    """Its position there; None when the field holds one node."""

    def __init__(self, node: N_co, up: At[Node] | None = None, field: str = "", index: int | None = None) -> None:
        self.node = node
        self.up = up
        self.field = field
        self.index = index

    @property
    def path(self) -> tuple[str | int, ...]:
        """The steps from where the walk began: names of fields and positions."""
        steps: list[str | int] = []
        at: At[Node] | None = self
        while at is not None and at.up is not None:
            steps.extend((at.field,) if at.index is None else (at.index, at.field))
            at = at.up
        return tuple(reversed(steps))

    @property
    def pointer(self) -> str:
        """The JSON pointer (RFC 6901) from where the walk began; the same place in the JSON form of an article."""
        return "".join(f"/{step}" for step in self.path)

    def ancestors(self) -> Iterator[Node]:
        """Yield the nodes above this one, nearest first."""
        at = self.up
        while at is not None:
            yield at.node
            at = at.up

    def within(self, kind: type[N]) -> N | None:
        """Return the nearest ancestor of a class; None when there is none."""
        return next((a for a in self.ancestors() if isinstance(a, kind)), None)

    def __repr__(self) -> str:
        return f"At({self.pointer!r}, {self.node!r})"


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and every node below it, parents first, in document order.

    Children are what a node owns. A speaker, a mentioned entity, an affiliation, an author and the publisher are
    references: they are met in the tables of the article, once, and nowhere else.
    """
    return walk_to(node, Node)


def walk_at(node: Node) -> Iterator[At[Node]]:
    """Yield what `walk` yields, each node with its place."""
    return walk_at_to(node, Node)


def walk_to(node: Node, kind: type[N]) -> Iterator[N]:
    """Yield the nodes of one class, leaving out every branch that cannot hold one."""
    kinds = (kind,)
    plan: dict[type, Any] = {}
    stack: list[Any] = [node]
    pop, push, extend = stack.pop, stack.append, stack.extend
    while stack:
        found = pop()
        cls = type(found)
        if isinstance(found, kind):
            yield found
        try:
            fields = plan[cls]
        except KeyError:
            fields = plan[cls] = steps(cls, kinds)
        for name, many in fields:
            held = getattr(found, name)
            if many:
                if held:
                    extend(held[::-1])
            elif held is not None:
                push(held)


def walk_at_to(node: Node, kind: type[Node], *others: type[Node]) -> Iterator[At[Any]]:
    """Yield the nodes of these classes with their places, leaving out every branch that cannot hold one."""
    kinds = (kind, *others)
    stack: list[At[Any]] = [At(node)]
    while stack:
        at = stack.pop()
        found = at.node
        if isinstance(found, kinds):
            yield at
        for name, many in steps(type(found), kinds):
            held = getattr(found, name)
            if many:
                stack.extend([At(held[i], at, name, i) for i in range(len(held) - 1, -1, -1)])
            elif held is not None:
                stack.append(At(held, at, name))


@overload
def at_pointer(root: Node, pointer: str) -> Node: ...
@overload
def at_pointer(root: Node, pointer: str, kind: type[N]) -> N: ...
def at_pointer(root: Node, pointer: str, kind: type[Node] = Node) -> Node:
    """Return the node to which a JSON pointer (RFC 6901) leads; ``""`` leads to the root.

    Raises `QueryError` when it leads to no node, or to one that is not of the class ``kind``.
    """
    node = place(root, pointer).node
    if not isinstance(node, kind):
        raise QueryError(f"expected {kind.__name__}, found {type(node).__name__}", path=pointer)
    return node


def place(root: Node, pointer: str) -> At[Node]:
    """Return the node to which a pointer leads, with its place."""
    if _BAD_ESCAPE.search(pointer) or (pointer and not pointer.startswith("/")):
        raise QueryError("not a JSON pointer", path=pointer, hint='write "" for the root, else "/field/index/field..."')
    tokens = iter([t.replace("~1", "/").replace("~0", "~") for t in pointer.split("/")[1:]])
    at: At[Node] = At(root)
    for name in tokens:
        child = next((c for c in children(type(at.node)) if c.name == name), None)
        if child is None:
            _no_child(at, name, pointer)
        held = getattr(at.node, name)
        if not child.many:
            if held is None:
                raise QueryError(f"leads nowhere: {name} of this {type(at.node).__name__} is None", path=pointer)
            at = At(held, at, name)
            continue
        index = next(tokens, "")
        if not _INDEX.fullmatch(index) or int(index) >= len(held):
            problem = (
                f"leads nowhere: no item {index!r} in {name} of this {type(at.node).__name__}, which has {len(held)}"
            )
            raise QueryError(problem, path=pointer)
        at = At(held[int(index)], at, name, int(index))
    return at


def _no_child(at: At[Node], name: str, pointer: str) -> NoReturn:
    """Raise for a step that is no child of the node, saying why."""
    cls = type(at.node)
    hint = "its children: " + (", ".join(c.name for c in children(cls)) or "none")
    if any(name in REFERENCES.get(base, ()) for base in cls.__mro__):
        raise QueryError(f"leads to no node: {name} refers to one", path=pointer, hint="point at it in the tables")
    if name in {a.name for a in getattr(cls, "__attrs_attrs__", ())}:
        raise QueryError(f"leads to no node: {name} of {cls.__name__} is a value", path=pointer, hint=hint)
    raise QueryError(f"leads nowhere: {cls.__name__} has no {name!r}", path=pointer, hint=hint)
