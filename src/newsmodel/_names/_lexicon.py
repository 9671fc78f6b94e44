"""Word lists that tell what a word in a name may be."""

from __future__ import annotations

from functools import cache
from importlib import resources

__all__ = ["Lexicon", "load", "word_set"]

# List file, the letter that its entries are flagged with, and whether one entry stands on each line.
_LISTS = (
    ("given", "g", True),
    ("family", "f", True),
    ("titles", "t", True),
    ("calendar", "d", False),
    ("demonyms", "n", False),
    ("heads", "h", False),
    ("legal", "l", False),
    ("other", "x", False),
    ("roles", "r", False),
    ("common", "c", False),
    ("adverbs", "c", False),
)


class Lexicon:
    """The lists, read once."""

    def __init__(self) -> None:
        flags: dict[str, str] = {}
        for name, letter, _ in _LISTS:
            for word in _words(name):
                if letter not in (old := flags.get(word, "")):
                    flags[word] = old + letter
        self.organizations = frozenset(_entries("organizations"))
        """Names of bodies that are known by name."""
        self.places = frozenset(_entries("places"))
        """Names of places."""
        for names, letter, part in ((self.places, "p", "q"), (self.organizations, "o", "u")):
            for name in names:
                words = name.split()
                for word in words:
                    if word[0].isupper():
                        mark = letter if len(words) == 1 else part
                        old = flags.get(word, "")
                        if mark not in old:
                            flags[word] = old + mark
        self.flags = {word: "".join(sorted(letters)) for word, letters in flags.items()}
        """What lists a word stands in, a letter each."""
        self.legal = frozenset(w.rstrip(".").lower() for w in _words("legal"))
        """Legal forms of companies, in small letters without their last full stop."""
        self.acronyms = frozenset(w for w in self.organizations | self.places if w.isupper())
        """Names that are written in capitals."""


def _entries(name: str) -> list[str]:
    text = resources.files("newsmodel._names").joinpath("data", f"{name}.txt").read_text("utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]


def _words(name: str) -> list[str]:
    return " ".join(_entries(name)).split()


@cache
def load() -> Lexicon:
    """Return the lists; they are read at the first call."""
    return Lexicon()


@cache
def _sets() -> dict[str, frozenset[str]]:
    pairs = (line.split(": ", 1) for line in _entries("words"))
    return {name: frozenset(rest.split()) for name, rest in pairs}


def word_set(name: str) -> frozenset[str]:
    """Return one of the small sets of ``words.txt``."""
    return _sets()[name]
