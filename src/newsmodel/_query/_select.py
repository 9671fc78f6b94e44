"""Typed answers to questions about an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

import attrs

from newsmodel._model import Entity, Mention, Node, Organization, Person, Quote
from newsmodel._query._walk import At, walk_at_to, walk_to
from newsmodel.errors import QueryError

N = TypeVar("N", bound=Node)
M = TypeVar("M", bound=Node)
K = TypeVar("K")


@attrs.frozen(eq=False, repr=False)
class Selection(Generic[N]):
    """The nodes of one class, at or below a node, that pass some tests.

    Lazy: the tree is walked when the selection is asked, each time anew. Iterating yields the nodes in document order.
    It has no length, because `list` would ask for it and walk twice: use `count`.
    """

    root: Node
    """Where it looks."""

    kind: type[N]
    """The class of the nodes."""

    tests: tuple[Callable[[N], bool], ...] = ()
    """What each node has to pass."""

    places: tuple[Callable[[At[N]], bool], ...] = ()
    """What the place of each node has to pass."""

    def __iter__(self) -> Iterator[N]:
        if self.places:
            return (at.node for at in self.at())
        found: Iterator[N] = walk_to(self.root, self.kind)
        for test in self.tests:
            found = filter(test, found)
        return found

    def at(self) -> Iterator[At[N]]:
        """Yield the nodes with their places."""
        at: At[N]
        for at in walk_at_to(self.root, self.kind):
            if all(test(at.node) for test in self.tests) and all(test(at) for test in self.places):
                yield at

    def where(self, *tests: Callable[[N], bool]) -> Selection[N]:
        """Keep the nodes that pass these tests too."""
        return attrs.evolve(self, tests=(*self.tests, *tests))

    def having(self, kind: type[M], *tests: Callable[[M], bool]) -> Selection[N]:
        """Keep the nodes below which there is a node of another class that passes its tests."""
        return self.where(lambda node: bool(_below(node, kind, tests)))

    def lacking(self, kind: type[M], *tests: Callable[[M], bool]) -> Selection[N]:
        """Keep the nodes below which there is no node of another class that passes its tests."""
        return self.where(lambda node: not _below(node, kind, tests))

    def within(self, kind: type[M], *tests: Callable[[M], bool]) -> Selection[N]:
        """Keep the nodes above which there is a node of another class that passes its tests."""

        def inside(at: At[N]) -> bool:
            return any(isinstance(a, kind) and all(test(a) for test in tests) for a in at.ancestors())

        return attrs.evolve(self, places=(*self.places, inside))

    def first(self) -> N | None:
        """Return the first of them; None when there is none."""
        return next(iter(self), None)

    def one(self) -> N:
        """Return the only one; raises `QueryError` when there is none or more than one."""
        found = list(self)
        if len(found) != 1:
            raise QueryError(f"expected one {self.kind.__name__}, found {len(found) or 'none'}")
        return found[0]

    def count(self) -> int:
        """Return how many there are."""
        return sum(1 for _ in self)

    def count_by(self, key: Callable[[N], K]) -> Counter[K]:
        """Return how many there are of each key."""
        return Counter(map(key, self))

    def __bool__(self) -> bool:
        return self.first() is not None

    def __repr__(self) -> str:
        return f"<{self.kind.__name__} selection: {self.count()}>"


def select(root: Node, kind: type[N], *tests: Callable[[N], bool]) -> Selection[N]:
    """Return the nodes of one class, at or below a node, that pass every test.

    ``select(article, Quote, by("Khazali"), lambda q: len(q.text) > 80)``. Branches that cannot hold the class are not
    walked. Raises `TypeError` when ``kind`` is not a class of the model.
    """
    if not (isinstance(kind, type) and issubclass(kind, Node)):
        raise TypeError(f"select needs a class of the model such as Quote, got {kind!r}")
    return Selection(root, kind, tests)


def _below(node: Node, kind: type[M], tests: tuple[Callable[[M], bool], ...]) -> Selection[M]:
    """Return the selection that leaves out the node itself."""
    selection = select(node, kind, *tests)
    return selection.where(lambda found: found is not node) if isinstance(node, kind) else selection


def by(who: Entity | str) -> Callable[[Quote], bool]:
    """Return a test that passes the quotes of somebody.

    ``who`` is a person or an organization, an id, or a name: in full, an alias, or the last words of the full name
    ("Ilves", "de Vries"); upper and lower case count as one.
    """
    same = _same(who)
    return lambda quote: quote.speaker is not None and same(quote.speaker)


def of(who: Entity | str) -> Callable[[Mention], bool]:
    """Return a test that passes the mentions of somebody; ``who`` is what `by` takes."""
    same = _same(who)
    return lambda mention: same(mention.entity)


def _same(who: Entity | str) -> Callable[[Entity], bool]:
    if isinstance(who, Person | Organization):
        own_id = who.id
        return lambda entity: entity.id == own_id
    name = who.casefold()
    end = f" {name}"

    def called(entity: Entity) -> bool:
        full = entity.name.casefold()
        return (
            entity.id == who or full == name or full.endswith(end) or any(a.casefold() == name for a in entity.aliases)
        )

    return called
