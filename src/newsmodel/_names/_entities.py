"""From linked names to the people and organizations of an article."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from newsmodel._model import Entity, Organization, Person
from newsmodel._names._aliases import same_pairs
from newsmodel._names._bodies import CASES, link_bodies
from newsmodel._names._found import Found, words
from newsmodel._names._glosses import Glosses
from newsmodel._names._people import link_people
from newsmodel._names._titles import NOTHING, About, about
from newsmodel._slug import slug

__all__ = ["entities"]


_LINKERS: tuple[tuple[str, Callable[[list[Found]], list[int]], int], ...] = (
    ("PER", link_people, 1),
    ("ORG", link_bodies, -1),
)


def entities(
    text: str, found: list[Found], given: Sequence[Entity], glosses: Glosses | None = None
) -> tuple[list[Entity], list[Entity]]:
    """Return the entity of each name found, and that of each given one (authors, publisher), itself when not named.

    ``glosses`` are those of the language, when that is not English.
    """
    groups = _groups(text, found, given)
    seeds: dict[int, list[Entity]] = {}
    places: dict[int, list[int]] = {}
    for i, g in enumerate(groups):
        if i < len(given):
            seeds.setdefault(g, []).append(given[i])
        else:
            places.setdefault(g, []).append(i - len(given))
    forms = {g: _names([s.name for s in seeds.get(g, ())] + [found[i].text for i in places[g]]) for g in places}
    aliases = {g: _aliases(forms[g], seeds.get(g, ())) for g in places}
    first = {g: forms[g][0] for g in places}
    ids = _ids(
        first, {i for g, some in seeds.items() for i in _held(some, None if g not in places else first.values())}
    )
    made: dict[int, Entity] = {}
    for g, here in places.items():
        if found[here[0]].kind == "ORG":
            made[g] = Organization(name=forms[g][0], aliases=aliases[g], id=ids[g])
    bodies = {e.name: e for e in made.values() if isinstance(e, Organization)}
    named = groups[len(given) :]
    for g, here in places.items():
        if found[here[0]].kind == "PER":
            told = [about(text, found, i, glosses) for i in here]
            seed = next((s for s in seeds.get(g, ()) if isinstance(s, Person)), None)
            title = _title(told) if seed is None or seed.title is None else seed.title
            body = next((made.get(named[t.body]) for t in told if t.body is not None), None)
            if seed is not None and seed.affiliation is not None:
                body = bodies.get(seed.affiliation.name, seed.affiliation)
            body = body if isinstance(body, Organization) else None
            made[g] = Person(name=forms[g][0], title=title, affiliation=body, aliases=aliases[g], id=ids[g])
    return [made[g] for g in named], [made.get(g, e) for g, e in zip(groups, given, strict=False)]


def _held(seeds: list[Entity], names: Collection[str] | None) -> Iterator[str]:
    """Yield the ids that given entities keep: their own when the text does not name them, else that of their body."""
    for seed in seeds:
        if names is None:
            yield seed.id
        elif isinstance(seed, Person) and seed.affiliation is not None and seed.affiliation.name not in names:
            yield seed.affiliation.id


def _ids(names: dict[int, str], taken: set[str]) -> dict[int, str]:
    """Return an id for each group, in order of first mention, that no other entity of the article has."""
    ids = {}
    for g, name in names.items():
        base = ident = slug(name)
        k = 1
        while ident in taken:
            k += 1
            ident = f"{base}-{k}"
        taken.add(ident)
        ids[g] = ident
    return ids


def _title(told: list[About]) -> str | None:
    """Return the title that says most: an office before one of an apposition before a form of courtesy."""
    return min((t for t in told if t.title), key=lambda t: t.rank, default=NOTHING).title


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
    for a, b in same_pairs(text, found, alike=True):
        _join(joined, groups[len(seeds) + a], groups[len(seeds) + b])
    return [_root(joined, g) for g in groups] if joined else groups


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
    forms = list(dict.fromkeys(forms))
    if len(forms) == 1:  # as most
        return forms
    seen: dict[str, str] = {}
    for form in forms:
        key = form.lower()
        if key not in seen or (seen[key].isupper() and not form.isupper()):
            seen[key] = form
    kept = list(seen.values())
    if len(kept) == 1:
        return kept
    best = max(kept, key=lambda n: (len(words(n)), not any(w.endswith(CASES) for w in words(n)), len(n)))
    return [best, *[n for n in kept if n != best]]


def _aliases(forms: list[str], seeds: Sequence[Entity]) -> tuple[str, ...]:
    """Return the other forms of a name, those that a page gave first."""
    if len(forms) == 1 and not seeds:
        return ()
    given = [a for s in seeds for a in s.aliases]
    return tuple(dict.fromkeys(a for a in (*given, *forms[1:]) if a != forms[0]))
