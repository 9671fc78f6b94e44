"""The people and organizations that a document names, as the tables of an article: each once, with an id of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from newsmodel._model import Entity, Person
from newsmodel._slug import slug

__all__ = ["Cast"]

Node = dict[str, Any]
Kind = Literal["person", "organization"]


class Cast:
    """Collects entities as nodes of the own JSON, in the order they are named."""

    def __init__(self) -> None:
        self._tables: dict[Kind, list[Node]] = {"person": [], "organization": []}
        self._known: dict[tuple[Kind, str], Node] = {}
        self._ids: dict[str, int] = {}  # with the highest number that was added to it

    def entity(self, kind: Kind, name: str | None, given: str | None) -> Node | None:
        """Return the entity with this id (when the document gives one) or name, new if need be; None without a name."""
        known = self._known.get((kind, f"#{given}" if given else name or ""))
        if known is not None or not name:
            return known
        entity = {"name": name, "id": self._id(given or slug(name))}
        self._tables[kind].append(entity)
        self._known.setdefault((kind, name), entity)
        if given:
            self._known[(kind, f"#{given}")] = entity
        return entity

    def _id(self, wanted: str) -> str:
        found = wanted
        while found in self._ids:
            self._ids[wanted] += 1
            found = f"{wanted}-{self._ids[wanted]}"
        self._ids[found] = 1
        return found

    def find(self, who: str) -> Node | None:
        """Return the entity with this id or name."""
        for key in (f"#{who}", who):
            for kind in self._tables:
                if (kind, key) in self._known:
                    return self._known[(kind, key)]
        return None

    def outside(self, entity: Entity) -> Any:
        """Return what stands for an author or publisher: the id of one in the tables, or a node of its own."""
        kind: Kind = "person" if isinstance(entity, Person) else "organization"
        known = self._known.get((kind, entity.name))
        if known is not None:
            return known["id"]
        node: Node = {"name": entity.name, "id": self._id(entity.id)}
        if isinstance(entity, Person) and entity.title:
            node["title"] = entity.title
        if isinstance(entity, Person) and entity.affiliation is not None:
            node["affiliation"] = {"name": entity.affiliation.name, "id": entity.affiliation.id}
        return node

    def authors(self, entities: Iterable[Entity]) -> list[Any]:
        """Return the nodes of authors; those that stand outside the tables say what they are."""
        found = ((e, self.outside(e)) for e in entities)
        tags = {True: "person", False: "organization"}
        return [{"type": tags[isinstance(e, Person)], **n} if isinstance(n, dict) else n for e, n in found]

    def tables(self) -> Node:
        """Return the tables that are not empty."""
        tables = {"people": self._tables["person"], "organizations": self._tables["organization"]}
        return {name: entities for name, entities in tables.items() if entities}
