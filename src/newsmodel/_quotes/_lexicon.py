"""What is known of a language: its cue verbs, its word classes, its order; one data file a language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Final

from newsmodel._quotes import _flags as f
from newsmodel._quotes._data import data_names, data_text
from newsmodel._quotes._sources import Phrase, Sources
from newsmodel._quotes._verbs import Conjugation

__all__ = ["NO_LANGUAGE", "Language", "language", "languages"]

# Where the bits come from: table and key of the data file.
_CLASSES: Final = {
    ("nouns", "said"): f.SAID,
    ("nouns", "person"): f.PERSON,
    ("nouns", "organization"): f.ORG,
    ("nouns", "feminine"): f.PERSON | f.FEM,
    ("nouns", "masculine"): f.PERSON | f.MASC,
    ("nouns", "time"): f.TIME,
    ("nouns", "named"): f.NAMED,
    ("titles", "masculine"): f.TITLE | f.MASC,
    ("titles", "feminine"): f.TITLE | f.FEM,
    ("titles", "neutral"): f.TITLE,
    ("grammar", "pronouns"): f.PRON,
    ("grammar", "masculine"): f.MASC,
    ("grammar", "feminine"): f.FEM,
    ("grammar", "plural"): f.PLURAL,
    ("grammar", "neuter"): f.NEUTER,
    ("grammar", "auxiliaries"): f.AUX,
    ("grammar", "verbs"): f.VERB,
    ("grammar", "adverbs"): f.ADV,
    ("grammar", "prepositions"): f.PREP,
    ("grammar", "conjunctions"): f.CONJ,
    ("grammar", "subordinators"): f.SUB,
    ("grammar", "relatives"): f.REL,
    ("grammar", "complementizers"): f.COMP,
    ("grammar", "determiners"): f.DET,
    ("grammar", "not_speech"): f.UNREAL,
    ("grammar", "mood"): f.MOOD,
}
_VERBS: Final = {"say": f.SAY, "think": f.THINK, "label": f.LABEL}


class Language:
    """The data of one language; never changed."""

    def __init__(self, code: str = "", data: dict[str, Any] | None = None) -> None:
        data = data or {}
        grammar, sources = data.get("grammar", {}), data.get("sources", {})

        def listed(key: str) -> tuple[str, ...]:
            return tuple(grammar.get(key, "").split())

        made = Conjugation(data)
        self.separable = _separable(data, made)
        """Verb -> the particles with which it tells of speech ("führt ... aus")."""
        self.code = code
        self.classes = _classes(data, made, self.separable)
        """Word in lower case -> its classes, as bits."""
        self.sources = Sources(_phrases([*sources.get("phrases", ()), *_filled(sources)]))
        """Phrases before the name of a source ("according to")."""
        self.sources_behind = Sources((*_phrases(sources.get("behind", ())), *self.sources.phrases))
        """The same behind the words of the source, with those that stand only there (German "so")."""
        self.sources_after = Sources(_phrases(sources.get("after", ())))
        """Phrases behind the name of a source (German "zufolge")."""
        self.sources_own = Sources(_phrases(sources.get("own", ())))
        """Phrases that make the subject the source (German "nach eigenen Angaben")."""
        self.sources_owned = Sources(_phrases(sources.get("owned", ())))
        """Phrases behind a pronoun that owns them (German "seiner Ansicht nach")."""
        self.adverb_endings = listed("adverb_endings")
        """What adverbs end in that open a sentence with a capital, where nouns have one too."""
        self.finite_endings = listed("finite_endings")
        """What a verb ends in behind its subject, where it is in no list."""
        self.feminine_endings = listed("feminine_endings")
        """What feminine nouns end in, where an article leaves their case open."""
        self.weak_endings = listed("weak_endings")
        """What an adjective ends in behind an article that stands for an object."""
        self.gerund_endings = listed("gerund_endings")
        """What a verb ends in that has the subject of the verb before it ("saying")."""
        self.source_endings = listed("source_endings")
        """What the nouns end in that name a source by themselves ("nach Polizeiangaben")."""
        self.past_endings = listed("past_endings")
        """What a verb ends in that follows quoted words, where it is in no list ("shrugged X")."""
        self.infinitive_endings = listed("infinitive_endings")
        """What an infinitive ends in."""
        self.verbal_endings = (*self.gerund_endings, *self.infinitive_endings)
        """What the forms of a verb end in that name nobody."""
        self.verb_endings = ("ing", *self.past_endings)
        """What a word behind a noun ends in that is surely its verb."""
        self.asked_endings = (*self.past_endings, *listed("asked_endings"))
        """What a participle ends in that opens a sentence ("Asked about ...")."""
        self.age_endings = listed("age_endings")
        """What a word ends in that tells an age and stands for somebody ("the 43-year-old")."""
        self.media = listed("media")
        """What nouns end in that are rather told something than own the speaker ("sagte der Minister der Zeitung")."""
        self.participle_endings = listed("participle_endings")
        """What a participle ends in that stands before its noun, behind what hangs on it."""
        self.noun_endings = listed("noun_endings")
        """What the forms of a noun add to it."""
        compounds = data.get("nouns", {}).get("compound", "").split()
        self.compounds = {w: self.classes.get(w, 0) & f.NOUN for w in compounds}
        """Noun in lower case -> classes that a longer word with this end shares ("Landesregierung")."""
        self.offices = {noun: frozenset(titles.split()) for noun, titles in data.get("offices", {}).items()}
        """Noun -> words of the titles that it may stand for ("the lawmaker" for a senator)."""
        self.enclitics = listed("enclitics")
        """Pronouns that hang on a verb by a hyphen ("dit-il")."""
        self.words = {key: frozenset(listed(key)) for key in _SETS}
        """The small sets of the table [grammar] that are no word classes, by key; see `Tokens.among`."""
        self.verb_second: bool = data.get("verb_second", False)
        """True when a verb may close its clause, and the subject follows the verb when something else comes first."""
        self.subject_after: bool = data.get("subject_after", False)
        """True when the subject may follow its verb in a plain statement."""
        self.tells_on: bool = "mood" in grammar
        """True when a mood of the verb marks reported speech, which may go on so without a cue."""
        self.drops_subject: bool = data.get("drops_subject", False)
        """True when a verb needs no subject."""
        self.splits_words: bool = data.get("splits_words", False)
        """True when the cue may stand inside the marks."""
        self.elides: bool = data.get("elides", False)
        """True when an apostrophe parts two words ("l'avocat")."""
        self.capital_nouns: bool = data.get("capital_nouns", False)
        """True when every noun begins with a capital."""
        self.dash_speech: bool = data.get("dash_speech", False)
        """True when a dash at the start of a paragraph opens speech."""

    def compound(self, word: str) -> int:
        """Return the classes of a noun from the longest noun that it ends in, 0 when it ends in none."""
        for start in range(1, len(word) - _SHORTEST + 1):
            bits = self.compounds.get(word[start:])
            if bits is not None:
                return bits
        return 0


_SHORTEST: Final = 4  # letters of a noun that others are made with
_SETS: Final = (
    "able", "after", "agents", "arriving", "articles", "as", "asks", "attaching", "author", "cites", "datives",
    "definite", "dubs", "epithets", "finds", "firm_endings", "firms", "framed", "frames", "free_relatives",
    "genitive", "glosses", "heard", "impersonal", "indefinite", "inscribes", "inscriptions", "interviews", "known",
    "manner", "mixed_articles", "modal", "naming", "nobody", "objects", "oblique", "opening", "opines", "opinion",
    "origin", "out_of", "own_words", "passive", "places", "pointing", "pressed", "queries", "reflexive", "relays",
    "replies", "slogans", "so", "subjects", "subjects_plural", "talk", "tell", "there", "verdicts", "written",
)  # fmt: skip


@cache
def language(code: str) -> Language:
    """Return the data of a language by its two letters; `NO_LANGUAGE` when there is no file for it."""
    text = data_text(f"{code}.toml") if code.isascii() and code.isalpha() else None
    if text is None:
        return NO_LANGUAGE
    return Language(code, tomllib.loads(text))


def _classes(data: dict[str, Any], made: Conjugation, separable: Iterable[str]) -> dict[str, int]:
    classes: dict[str, int] = {}
    for (table, key), bits in _CLASSES.items():
        for word in data.get(table, {}).get(key, "").split():
            classes[word] = classes.get(word, 0) | bits
    _pair(classes, data.get("nouns", {}).get("feminine_ending", ""))
    small = frozenset(classes)
    never = frozenset(data.get("verbs", {}).get("never", "").split())
    for table, bits in _VERBS.items():
        _enter(classes, made.table(data.get(table, {})) - never, bits)
    for lemma in data.get("verbs", {}).get("any", "").split():
        _enter(classes, set(made.verb(lemma).finite) - never, f.VERB)
    for particle, verbs in data.get("separable", {}).items():
        for finite, participles in map(made.verb, verbs.split()):
            _enter(classes, [particle + form for form in (*finite, *participles)], f.SAY)
    _enter(classes, separable, f.SEPARABLE | f.VERB)
    if "mood" in data.get("grammar", {}):
        _enter(classes, set(made.reported(_lemmas(data))) - small - never, f.MOOD)
    return classes


def _pair(classes: dict[str, int], ending: str) -> None:
    """Note the gender of nouns for people of which one is made from the other: "Lehrer", "Lehrerin"."""
    for word in [w for w, bits in classes.items() if ending and bits & f.PERSON and w.endswith(ending)]:
        plain = word.removesuffix(ending)
        if classes.get(plain, 0) & f.PERSON:
            classes[word] |= f.FEM
            classes[plain] |= f.MASC


def _enter(classes: dict[str, int], words: Iterable[str], bits: int) -> None:
    for word in words:
        classes[word] = classes.get(word, 0) | bits


def _lemmas(data: dict[str, Any]) -> Iterator[str]:
    """Yield the dictionary forms of all verbs whose endings are found by what they end in."""
    for table in (*_VERBS, "verbs"):
        yield from data.get(table, {}).get("any", "").split()
    for verbs in data.get("separable", {}).values():
        yield from verbs.split()


def _separable(data: dict[str, Any], made: Conjugation) -> dict[str, frozenset[str]]:
    never = frozenset(data.get("verbs", {}).get("never", "").split())
    found: dict[str, frozenset[str]] = {}
    for particle, verbs in data.get("separable", {}).items():
        for lemma in verbs.split():
            for form in set(made.verb(lemma).finite) - never:
                found[form] = found.get(form, frozenset()) | {particle}
    return found


@cache
def languages() -> frozenset[str]:
    """Return the languages that have a data file, by their two letters."""
    return frozenset(name.removesuffix(".toml") for name in data_names() if name.endswith(".toml"))


def _phrases(written: list[str]) -> tuple[Phrase, ...]:
    """Return phrases as words, the longest first."""
    return tuple(sorted((tuple(p.split()) for p in written), key=len, reverse=True))


def _filled(sources: dict[str, Any]) -> Iterator[str]:
    """Yield the phrases that patterns make with each of their words."""
    for pattern in sources.get("patterns", ()):
        for word in sources.get("words", "").split():
            yield pattern.replace("*", word)


NO_LANGUAGE: Final = Language()
"""For a text in a language without a data file: marks are found, speakers are not."""
