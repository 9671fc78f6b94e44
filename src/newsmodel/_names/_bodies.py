"""Which names of organizations belong to one organization."""

from __future__ import annotations

from functools import lru_cache

from newsmodel._names import _lexicon
from newsmodel._names._found import Found, fold, words
from newsmodel._names._lexicon import word_set

__all__ = ["CASES", "abbreviates", "acronyms", "link_bodies"]

CASES = ("schen", "scher", "sches")
"""Endings of German adjectives in other cases than the first: the "Deutschen Bank" is the "Deutsche Bank"."""
_MOST = 100  # bodies that share a word: no article has more, and a list of thousands takes no square of its length


def link_bodies(found: list[Found]) -> list[int]:
    """Return, for each name, the number of its group; names of one organization have one number."""
    forms: dict[tuple[str, ...], list[int]] = {}
    for i, f in enumerate(found):
        forms.setdefault(_content(f.text), []).append(i)
    groups = [0] * len(found)
    owners: list[tuple[str, ...]] = []
    holders: dict[str, list[int]] = {}
    for form in sorted(forms, key=lambda w: (-len(w), forms[w][0])):
        group = _same(form, found[forms[form][0]].text, owners, holders)
        if group < 0:
            group = len(owners)
            owners.append(form)
            for key in {*form, *acronyms(found[forms[form][0]].text)}:
                holders.setdefault(key, []).append(group)
        for i in forms[form]:
            groups[i] = group
    return groups


def _same(form: tuple[str, ...], name: str, owners: list[tuple[str, ...]], holders: dict[str, list[int]]) -> int:
    """Return the group that a form belongs to: the only one that it is a short form of; -1 when there is none."""
    if not form:
        return -1
    near = holders.get(form[0], [])[:_MOST]
    fits = [k for k in near if sorted(form) == sorted(owners[k])]
    fits = fits or [k for k in near if _part(form, owners[k]) and not (name.isupper() and _is_branch(form, owners[k]))]
    if len(form) == 1 and not fits:
        fits = [k for k in near if form[0] not in owners[k]]
    return fits[0] if len(fits) == 1 else -1


def _is_branch(acronym: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a form is an acronym behind a place, which makes another body: "Dublin GAA" is not the GAA."""
    return full[1:] == acronym and full[0].capitalize() in _lexicon.load().places


def _part(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a form is the beginning of a full one, or stands in it as one piece."""
    n = len(short)
    return any(full[i : i + n] == short for i in range(len(full) - n + 1))


def _content(name: str) -> tuple[str, ...]:
    """Return the words of a name without small words, the legal form at its end, and cases of German adjectives."""
    kept = [w[:-1] if w.endswith(CASES) else w for w in words(name) if w not in word_set("small")]
    legal = _legal()
    while len(kept) > 1 and kept[-1] in legal:
        kept.pop()
    return tuple(kept)


def _legal() -> frozenset[str]:
    return _lexicon.load().legal


@lru_cache(20_000)
def acronyms(name: str) -> frozenset[str]:
    """Return the acronyms that a name may have, in small letters."""
    found = {_initials(name, small=False), _initials(name, small=True)}
    return frozenset(a for a in found if len(a) > 1)


def _initials(name: str, *, small: bool) -> str:
    """Return the first letters of the words of a name, those of small words too when asked for."""
    return "".join(
        [w[0] for w in fold(name).replace("-", " ").split() if w[0].isalnum() and (small or w not in word_set("small"))]
    )


def abbreviates(acronym: str, name: str) -> bool:
    """Tell whether an acronym is made of the first letters of a name."""
    return acronym.lower() in acronyms(name)
