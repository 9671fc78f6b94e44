"""Which names of people belong to one person."""

from __future__ import annotations

from newsmodel._names._found import Found, words
from newsmodel._names._lexicon import word_set

__all__ = ["link_people"]

_MOST = 100  # people who share a name: no article has more, and a list of thousands takes no square of its length


def link_people(found: list[Found]) -> list[int]:
    """Return, for each name, the number of its group; names of one person have one number."""
    forms: dict[tuple[str, ...], list[int]] = {}
    for i, f in enumerate(found):
        forms.setdefault(words(f.text), []).append(i)
    owners: list[tuple[str, ...]] = []
    holders: dict[str, list[int]] = {}
    group_of: dict[tuple[str, ...], list[int]] = {}
    for form in sorted(forms, key=lambda w: (-len(w), forms[w][0])):
        fits = [k for k in _candidates(form, holders) if _part_of(form, owners[k])]
        if not fits:
            fits = [len(owners)]
            owners.append(form)
            for word in set(form):
                holders.setdefault(word, []).append(fits[0])
        group_of[form] = fits
    return _assign(found, forms, group_of)


def _candidates(form: tuple[str, ...], holders: dict[str, list[int]]) -> list[int]:
    """Return the groups that hold the most telling word of a form: its last one that is no suffix."""
    suffixes = word_set("suffixes")
    for word in reversed(form):
        if word not in suffixes:
            return holders.get(word, [])[:_MOST]
    return holders.get(form[-1], [])[:_MOST] if form else []


def _part_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a shorter form leaves out words of a full one, in order; an initial stands for its word."""
    if len(short) == 1 and short[0] in full:  # as most
        return True
    if len(short) == len(full) and short[0] != full[0] and _is_turned(short, full):
        return True
    if {w for w in short if w in word_set("suffixes")} - set(full):
        return False
    if (
        len(short) > 1
        and short[0] != full[0]
        and short[0][0] != full[0][0]
        and short[0] not in word_set("name particles") | set(full[1:])
    ):
        return False
    at = iter(full)
    return all(
        any(w == x or (len(w) == 1 and x.startswith(w)) or (len(x) == 1 and w.startswith(x)) for x in at) for w in short
    )


def _is_turned(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two forms are one name of the east of Asia with the family name first and last: "Kim Mi-ok"."""
    if one == other[1:] + other[:1]:
        return one[-1].capitalize() in word_set("eastern families")
    return one == other[-1:] + other[:-1] and one[0].capitalize() in word_set("eastern families")


def _assign(
    found: list[Found], forms: dict[tuple[str, ...], list[int]], group_of: dict[tuple[str, ...], list[int]]
) -> list[int]:
    """Give each name its group; one that fits several goes to the one named last before it, else to the first."""
    groups = [-1] * len(found)
    unsure = {}
    for form, places in forms.items():
        fits = group_of[form]
        for i in places:
            if len(fits) == 1:
                groups[i] = fits[0]
            else:
                unsure[i] = fits
    latest: dict[int, int] = {}
    for i in range(len(found)):
        if i in unsure:
            groups[i] = max(unsure[i], key=lambda k: (latest.get(k, -1), -k))
        latest[groups[i]] = i
    return groups
