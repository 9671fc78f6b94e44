"""From linked names to the people and organizations of an article."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from newsmodel._model import Entity, Organization, Person
from newsmodel._names._aliases import same_pairs
from newsmodel._names._bodies import link_bodies
from newsmodel._names._found import Found, fold, words
from newsmodel._names._people import link_people
from newsmodel._names._titles import About, about
from newsmodel._slug import slug

__all__ = ["entities"]


_LINKERS: tuple[tuple[str, Callable[[list[Found]], list[int]], int], ...] = (
    ("PER", link_people, 1),
    ("ORG", link_bodies, -1),
)


def entities(text: str, found: list[Found], given: Sequence[Entity]) -> tuple[list[Entity], list[Entity]]:
    """Return the entity of each name found, and that of each given one (authors, publisher), itself when not named."""
    groups = _groups(text, found, given)
    members: dict[int, list[int]] = {}
    for i, g in enumerate(groups):
        members.setdefault(g, []).append(i)
    extra = len(given)
    taken: set[str] = set()
    made: dict[int, Entity] = {}
    named = [g for g in members if any(i >= extra for i in members[g])]
    taken = {given[i].id for g in members if g not in named for i in members[g]}
    order = sorted(named, key=lambda g: found[min(i for i in members[g] if i >= extra) - extra].start)
    told = {i: about(text, found, i) for i, f in enumerate(found) if f.kind == "PER"}
    for kind in ("ORG", "PER"):
        for g in order:
            mine = members[g]
            seeds = [given[i] for i in mine if i < extra]
            here = [i - extra for i in mine if i >= extra]
            if found[here[0]].kind != kind:
                continue
            names = _names([s.name for s in seeds] + [found[i].text for i in here])
            aliases = _merge(names[0], [a for s in seeds for a in s.aliases], names[1:])
            ident = _unique(slug(names[0]), taken)
            if kind == "ORG":
                made[g] = Organization(name=names[0], aliases=aliases, id=ident)
            else:
                made[g] = _person(
                    names[0], aliases, ident, seeds, [told[i] for i in here], [made.get(x) for x in groups], extra
                )
    return (
        [made[g] for g in groups[extra:]],
        [made.get(g, given[i]) for i, g in enumerate(groups[:extra])],
    )


def _groups(text: str, found: list[Found], given: Sequence[Entity]) -> list[int]:
    """Return the group of each given entity and each name found; people and organizations apart."""
    seeds = [Found(-1, -1, "PER" if isinstance(e, Person) else "ORG", e.name) for e in given]
    everyone = [*seeds, *found]
    groups = [0] * len(everyone)
    for kind, link, sign in _LINKERS:
        mine = [i for i, f in enumerate(everyone) if f.kind == kind]
        for i, g in zip(mine, link([everyone[i] for i in mine]), strict=True):
            groups[i] = sign * (g + 1)
    joined: dict[int, int] = {}
    for a, b in same_pairs(text, found):
        x, y = (groups[k + len(seeds)] for k in (a, b))
        if x * y > 0:
            _join(joined, x, y)
    return [_root(joined, g) for g in groups]


def _join(joined: dict[int, int], x: int, y: int) -> None:
    a, b = _root(joined, x), _root(joined, y)
    if a != b:
        joined[b] = a


def _root(joined: dict[int, int], g: int) -> int:
    while joined.get(g, g) != g:
        g = joined[g]
    return g


def _names(forms: list[str]) -> list[str]:
    """Return the forms of a name, the fullest first, the others in order; forms that differ in case only count once."""
    seen: dict[str, str] = {}
    for form in forms:
        key = fold(form)
        if key not in seen or (seen[key].isupper() and not form.isupper()):
            seen[key] = form
    kept = list(seen.values())
    best = max(kept, key=lambda n: (len(words(n)), len(n)))
    return [best, *[n for n in kept if n != best]]


def _merge(name: str, first: list[str], second: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a for a in (*first, *second) if a != name))


def _unique(ident: str, taken: set[str]) -> str:
    k, name = 1, ident
    while name in taken:
        k += 1
        name = f"{ident}-{k}"
    taken.add(name)
    return name


def _person(
    name: str,
    aliases: tuple[str, ...],
    ident: str,
    seeds: list[Entity],
    told: list[About],
    bodies: list[Entity | None],
    extra: int,
) -> Person:
    seed = next((s for s in seeds if isinstance(s, Person)), None)
    title = seed.title if seed else None
    ranked = sorted((t for t in told if t.title), key=lambda t: t.rank)
    if title is None and ranked:
        title = ranked[0].title
    body: Organization | None = None
    for t in told:
        if body is None and t.body is not None and isinstance(org := bodies[t.body + extra], Organization):
            body = org
    if seed and seed.affiliation is not None:
        body = next(
            (b for b in bodies if isinstance(b, Organization) and b.name == seed.affiliation.name), seed.affiliation
        )
    return (
        attrs.evolve(seed, name=name, aliases=aliases, id=ident, title=title, affiliation=body)
        if seed
        else Person(name=name, aliases=aliases, id=ident, title=title, affiliation=body)
    )
