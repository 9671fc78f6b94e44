"""Edit a frozen tree: a new root that shares all that did not change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import attrs

from newsmodel import _checks as check
from newsmodel._model import Article, Entity, Mention, Node, Person, Quote
from newsmodel._query._children import steps
from newsmodel._query._walk import At, place

N = TypeVar("N", bound=Node)
M = TypeVar("M", bound=Node)

_TABLES = ("people", "organizations")


def replace_at(root: N, pointer: str, node: Node) -> N:
    """Return the tree with another node at the place to which a JSON pointer leads.

    When a person or an organization of an article is replaced, whatever refers to it follows. Raises `QueryError` when
    the pointer leads to no node, `InvalidModelError` when the result would not be valid.
    """
    at = place(root, pointer)
    above = at.up
    if above is None:
        return _checked(node, type(root), "$")
    if isinstance(root, Article) and at.field in _TABLES and above.node is root:
        new: Any = _checked(node, type(at.node), f"$.{at.field}[{at.index}]")
        return cast("N", _followed(root, {cast("Entity", at.node).id: new}))
    while above is not None:
        node = _with(above.node, {at.field: {at.index: node}})
        at, above = above, above.up
    return cast("N", node)


def transform(root: N, kind: type[M], change: Callable[[M], Node]) -> N:
    """Return the tree with every node of a class, at or below the root, replaced by what a function makes of it.

    The function sees a node after those below it have been replaced; the people and organizations of an article come
    first, and whatever refers to them follows. What it returns unchanged is shared: when nothing changes, the root
    itself is returned. Raises `InvalidModelError` when the result would not be valid.
    """
    if isinstance(root, Article):
        tables: tuple[Entity, ...] = (*root.people, *root.organizations)
        changed = {e.id: new for e in tables if isinstance(e, kind) and (new := change(e)) is not e}
        if changed:
            root = cast("N", _followed(root, cast("dict[str, Entity]", changed)))
    edited = _edited(root, (kind,), lambda node: change(node) if isinstance(node, kind) else node)
    root = _with(root, edited)
    return cast("N", change(root)) if isinstance(root, kind) else root


def _checked(node: Node, kind: type[N], path: str) -> N:
    if not isinstance(node, kind):
        check.fail(kind.__name__, node, path)
    return node


Edits = dict[str, dict[int | None, Node]]
"""New children of a node, by field and position."""


def _edited(root: Node, kinds: tuple[type[Node], ...], edit: Callable[[Any], Node]) -> Edits:
    """Return the new children of a root whose descendants of these classes are edited, the tables of articles aside."""
    order: list[At[Any]] = []
    stack: list[At[Any]] = [At(root)]
    while stack:  # parents first, last children first: the reverse is children first in document order
        at = stack.pop()
        order.append(at)
        for name, many in reversed(steps(type(at.node), kinds)):
            held = getattr(at.node, name)
            if many and not (name in _TABLES and isinstance(at.node, Article)):
                stack.extend([At(node, at, name, i) for i, node in enumerate(held)])
            elif not many and held is not None:
                stack.append(At(held, at, name))
    edits: dict[At[Any], Edits] = {}
    for at in reversed(order):
        if at.up is None:
            break
        new = edit(_with(at.node, edits.pop(at, {})))
        if new is not at.node:
            edits.setdefault(at.up, {}).setdefault(at.field, {})[at.index] = new
    return edits.get(order[0], {})


def _with(node: M, edits: Edits) -> M:
    """Return a node with other children."""
    return attrs.evolve(node, **_fields(node, edits)) if edits else node  # type: ignore[misc]


def _fields(node: Node, edits: Edits) -> dict[str, Any]:
    """Return the fields of a node that hold other children."""
    fields = {}
    for name, new in edits.items():
        held = getattr(node, name)
        fields[name] = new[None] if None in new else tuple([new.get(i, old) for i, old in enumerate(held)])
    return fields


def _followed(article: Article, changed: dict[str, Entity]) -> Article:
    """Return an article with other entities, by their old ids, where all that refers to them follows."""
    now = dict(changed)
    for person in article.people:
        new = _affiliated(now.get(person.id, person), changed)
        if new is not person:
            now[person.id] = new

    def follow(node: Node) -> Node:
        if isinstance(node, Mention):
            return attrs.evolve(node, entity=now[node.entity.id]) if node.entity.id in now else node
        if isinstance(node, Quote) and node.speaker is not None and node.speaker.id in now:
            return attrs.evolve(node, speaker=now[node.speaker.id])
        return node

    fields = _fields(article, _edited(article, (Quote, Mention), follow))
    fields |= {name: tuple([now.get(e.id, e) for e in getattr(article, name)]) for name in _TABLES}
    fields["authors"] = tuple([_affiliated(now.get(a.id, a), changed) for a in article.authors])
    if article.publisher is not None:
        fields["publisher"] = now.get(article.publisher.id, article.publisher)
    return attrs.evolve(article, **fields)


def _affiliated(entity: Entity, changed: dict[str, Entity]) -> Entity:
    """Return an entity whose affiliation follows a change."""
    if isinstance(entity, Person) and entity.affiliation is not None and entity.affiliation.id in changed:
        affiliation: Any = changed[entity.affiliation.id]
        return entity if affiliation is entity.affiliation else attrs.evolve(entity, affiliation=affiliation)
    return entity
