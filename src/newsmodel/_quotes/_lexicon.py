"""What is known of a language: its cue verbs, its word classes, its order; one data file a language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

from attrs import frozen

__all__ = [
    "ADV",
    "AUX",
    "COMP",
    "CONJ",
    "DET",
    "FEM",
    "LABEL",
    "MASC",
    "NAMED",
    "NEUTER",
    "NO_LANGUAGE",
    "ORG",
    "PERSON",
    "PLURAL",
    "PREP",
    "PRON",
    "REL",
    "SAID",
    "SAY",
    "SUB",
    "THINK",
    "TIME",
    "TITLE",
    "UNREAL",
    "VERB",
    "Language",
    "abbreviations",
    "language",
]  # fmt: skip

# Word classes, as bits: a word may be in several.
SAY: Final = 1
THINK: Final = 1 << 1
LABEL: Final = 1 << 2
AUX: Final = 1 << 3
ADV: Final = 1 << 4
PREP: Final = 1 << 5
CONJ: Final = 1 << 6
SUB: Final = 1 << 7
DET: Final = 1 << 8
PRON: Final = 1 << 9
REL: Final = 1 << 10
COMP: Final = 1 << 11
PERSON: Final = 1 << 12
ORG: Final = 1 << 13
TIME: Final = 1 << 14
TITLE: Final = 1 << 15
VERB: Final = 1 << 16
NAMED: Final = 1 << 17
SAID: Final = 1 << 18
MASC: Final = 1 << 19
FEM: Final = 1 << 20
PLURAL: Final = 1 << 21
NEUTER: Final = 1 << 22
UNREAL: Final = 1 << 23

# Where the bits come from: table and key of the data file.
_CLASSES: Final = {
    ("nouns", "said"): SAID,
    ("nouns", "person"): PERSON,
    ("nouns", "organization"): ORG,
    ("nouns", "feminine"): PERSON | FEM,
    ("nouns", "masculine"): PERSON | MASC,
    ("nouns", "time"): TIME,
    ("nouns", "named"): NAMED,
    ("titles", "masculine"): TITLE | MASC,
    ("titles", "feminine"): TITLE | FEM,
    ("titles", "neutral"): TITLE,
    ("grammar", "pronouns"): PRON,
    ("grammar", "masculine"): MASC,
    ("grammar", "feminine"): FEM,
    ("grammar", "plural"): PLURAL,
    ("grammar", "neuter"): NEUTER,
    ("grammar", "auxiliaries"): AUX,
    ("grammar", "verbs"): VERB,
    ("grammar", "adverbs"): ADV,
    ("grammar", "prepositions"): PREP,
    ("grammar", "conjunctions"): CONJ,
    ("grammar", "subordinators"): SUB,
    ("grammar", "relatives"): REL,
    ("grammar", "complementizers"): COMP,
    ("grammar", "determiners"): DET,
    ("grammar", "not_speech"): UNREAL,
}
_VERBS: Final = {"say": SAY, "think": THINK, "label": LABEL}


@frozen
class Language:
    """The data of one language."""

    code: str
    classes: dict[str, int]
    """Word in lower case -> its classes, as bits."""
    sources: tuple[tuple[str, ...], ...]
    """Phrases before the name of a source ("according to"), as words."""
    sources_after: tuple[tuple[str, ...], ...]
    """Phrases behind it ("zufolge")."""
    attaching: frozenset[str]
    """Prepositions that may belong to the phrase of a speaker ("a spokesman for ...")."""
    articles: frozenset[str]
    """Words behind which stands a noun, never a verb."""
    passive: frozenset[str]
    """Auxiliaries that turn a verb of naming round: "was called"."""
    agents: frozenset[str]
    """Prepositions before the one who acts in such a clause."""
    free_relatives: frozenset[str]
    """Words of "what he called": the speaker is the subject of the clause around."""
    naming: frozenset[str]
    """Small words between "known" and a name ("as")."""
    definite: frozenset[str]
    """Words that begin a phrase for somebody already known ("the minister")."""
    tell: frozenset[str]
    """Forms of verbs whose object is whom something was said to ("told")."""
    verb_second: bool
    """True when the subject follows its verb as soon as something else stands first."""
    dash_speech: bool
    """True when a dash at the start of a paragraph opens speech."""


NO_LANGUAGE: Final = Language(
    code="", classes={}, sources=(), sources_after=(), attaching=frozenset(), articles=frozenset(),
    passive=frozenset(), agents=frozenset(), free_relatives=frozenset(), naming=frozenset(), definite=frozenset(),
    tell=frozenset(),     verb_second=False, dash_speech=False,
)  # fmt: skip
"""For a text in a language without a data file: marks are found, speakers are not."""


@cache
def language(code: str) -> Language:
    """Return the data of a language by its two letters; `NO_LANGUAGE` when there is no file for it."""
    file = files(__package__) / "data" / f"{code}.toml"
    if not (code.isascii() and code.isalpha() and file.is_file()):
        return NO_LANGUAGE
    data: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    classes: dict[str, int] = {}
    for (table, key), bits in _CLASSES.items():
        for word in data.get(table, {}).get(key, "").split():
            classes[word] = classes.get(word, 0) | bits
    for table, bits in _VERBS.items():
        for form in _forms(data.get(table, {}), data["endings"]):
            classes[form] = classes.get(form, 0) | bits
    sources = data["sources"]
    return Language(
        code=code,
        classes=classes,
        sources=tuple(tuple(p.split()) for p in sources["phrases"]),
        sources_after=tuple(tuple(p.split()) for p in sources["after"]),
        attaching=frozenset(data["grammar"]["attaching"].split()),
        articles=frozenset(data["grammar"]["articles"].split()),
        passive=frozenset(data["grammar"]["passive"].split()),
        agents=frozenset(data["grammar"]["agents"].split()),
        free_relatives=frozenset(data["grammar"]["free_relatives"].split()),
        naming=frozenset(data["grammar"]["naming"].split()),
        definite=frozenset(data["grammar"]["definite"].split()),
        tell=frozenset(data["grammar"]["tell"].split()),
        verb_second=data["verb_second"],
        dash_speech=data["dash_speech"],
    )


@cache
def abbreviations() -> frozenset[str]:
    """Return the words whose full stop ends no sentence, in lower case without it."""
    text = (files(__package__) / "data" / "abbreviations.txt").read_text(encoding="utf-8")
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())


def _forms(verbs: dict[str, str], endings: dict[str, list[str]]) -> set[str]:
    """Return every form of the verbs of one table: each key but ``forms`` names its endings."""
    made = set(verbs.get("forms", "").split())
    for key, words in verbs.items():
        if key == "forms":
            continue
        cut, tails = endings[key]
        for lemma in words.split():
            stem = lemma.removesuffix(cut)
            made.update(stem + tail.removeprefix("-") for tail in tails.split())
    return made
