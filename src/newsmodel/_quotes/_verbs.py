"""The forms of verbs, made from dictionary forms, endings, and the parts of strong verbs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

__all__ = ["Conjugation", "Forms"]


class Forms(NamedTuple):
    """What one verb is written as."""

    finite: list[str]
    participles: list[str]


class Conjugation:
    """How a language makes the forms of its verbs."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.endings: dict[str, list[str]] = data.get("endings", {})
        fits = [(end, key) for key, e in self.endings.items() for end in (e[2].split() if len(e) > 2 else ())]
        self._fits = sorted(fits, key=lambda pair: -len(pair[0]))
        self._tails = {key: _tails(e[1]) for key, e in self.endings.items()}
        self._made: dict[str, Forms] = {}
        strong = data.get("strong", {})
        self._prefixes = frozenset(strong.get("prefixes", "").split())
        self._strong = {v.split()[0]: v.split()[1:] for v in strong.get("verbs", "").split(",") if v.strip()}

    def table(self, verbs: dict[str, str]) -> set[str]:
        """Return every form of the verbs of one table: a key names their endings, ``any`` leaves them to be found."""
        made = set(verbs.get("forms", "").split())
        for key, words in verbs.items():
            if key == "forms":
                continue
            for lemma in words.split():
                finite, participles = self.verb(lemma) if key == "any" else self._regular(lemma, key)
                made.update(finite, participles)
        return made

    def verb(self, lemma: str) -> Forms:
        """Return the forms of a verb: of the strong verb that it ends in, or by what its dictionary form ends in.

        A bar stands behind a particle that leaves the verb: "ein|stufen".
        """
        made = self._made.get(lemma)
        if made is None:
            made = self._made[lemma] = self._verb(lemma)
        return made

    def _verb(self, lemma: str) -> Forms:
        particle, bar, base = lemma.partition("|")
        if bar:
            finite, participles = self.verb(base)
            return Forms([particle + form for form in finite], [particle + form for form in participles])
        for i in range(len(lemma) - 2):
            parts = self._strong.get(lemma[i:])
            if parts and (i == 0 or lemma[:i] in self._prefixes):
                return _strong(lemma, lemma[:i], parts)
        return self._regular(lemma, next((key for end, key in self._fits if lemma.endswith(end)), ""))

    def _regular(self, lemma: str, key: str) -> Forms:
        if key not in self.endings:
            return Forms([lemma], [])
        stem = lemma.removesuffix(self.endings[key][0])
        finite, participles = self._tails[key]
        return Forms([stem + tail for tail in finite], [before + stem + after for before, after in participles])

    def reported(self, lemmas: Iterable[str]) -> Iterator[str]:
        """Yield the form of each verb that marks reported speech, where it is the first of its endings."""
        for lemma in lemmas:
            yield self.verb(lemma).finite[0]


def _tails(written: str) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the endings of finite forms, and of participles what stands before and behind the stem."""
    tails = [tail.removeprefix("-") for tail in written.split()]
    parted = [tail.partition("~") for tail in tails if "~" in tail]
    return [tail for tail in tails if "~" not in tail], [(before, after) for before, _, after in parted]


def _strong(lemma: str, prefix: str, parts: list[str]) -> Forms:
    """Return the forms of a strong verb; with a prefix its participle may go without "ge"."""
    *finite, participle = [prefix + part for part in parts]
    plain = parts[-1].removeprefix("ge")
    return Forms([lemma.removesuffix("n"), *finite, lemma], [participle, prefix + plain] if prefix else [participle])
