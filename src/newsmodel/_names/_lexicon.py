"""Word lists that tell what a word in a name may be."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pkgutil import get_data

from newsmodel._given import given_names
from newsmodel._names._memo import Memo

__all__ = ["FLAGS", "Lexicon", "flags", "load", "word_set"]

# The letter that the words of some list files are flagged with; places and organizations have two letters each.
_LISTS = {
    "c": ("common", "adverbs"),
    "d": ("calendar",),
    "f": ("family",),
    "h": ("heads",),
    "l": ("legal",),
    "n": ("demonyms",),
    "r": ("roles",),
    "t": ("titles",),
    "x": ("other",),
}
# Lists of names, all with a capital, so large that to put them together with the others would take too long.
_LARGE = "fgopq"


class Lexicon:
    """The lists, read once."""

    def __init__(self) -> None:
        self.organizations = _names("organizations")
        """Names of bodies that are known by name."""
        self.places = _names("places")
        """Names of places."""
        lists = {letter: frozenset(" ".join(map(_text, files)).split()) for letter, files in _LISTS.items()}
        lists["g"] = given_names()
        self.titles, self.roles = lists["t"], lists["r"]
        """Words of titles and of roles."""
        self.demonyms = lists["n"]
        self.legal = frozenset(w.rstrip(".").lower() for w in lists["l"])
        """Legal forms of companies, in small letters without their last full stop."""
        # al-Qaida, eBay and easyJet too
        lists |= {"o": frozenset([n for n in self.organizations if not n.islower()]), "u": _parts(self.organizations)}
        lists |= {"p": self.places, "q": _parts(self.places)}
        self._large = [(letter, lists.pop(letter)) for letter in _LARGE]
        first, *others = sorted(lists)
        self.small = dict.fromkeys(lists[first], first)
        """Letters of the words of the other lists."""
        for letter in others:
            self.small.update([(word, self.small.get(word, "") + letter) for word in lists[letter]])
        self.alone = dict.fromkeys(_text("known").split(), "PER") | dict.fromkeys(
            self._alone() | word_set("common parties"), "ORG"
        )
        """Names of one word that need no context, with their kind: "Napoleon", and what only bodies have: "NATO"."""

    def _alone(self) -> frozenset[str]:
        """Return the names of one word that bodies have and nothing else has."""
        single = {name for name in self.organizations if " " not in name}
        for names in [names for letter, names in self._large if letter != "o"]:
            single = single - names  # in place, it would go through all of the larger set
        single -= {f"{word}s" for word in self.demonyms}
        small = self.small
        return frozenset([n for n in single if n not in small and (low := n.lower()) != n and low not in small])

    def letters(self, word: str) -> str:
        """Return the letters of the lists that a word with a capital stands in as it is written."""
        found = self.small.get(word, "")
        for letter, names in self._large:
            if word in names:
                found += letter
        return found


def _text(name: str) -> str:
    """Return a list file without the comment at its head."""
    text = (get_data("newsmodel._names", f"data/{name}.txt") or b"").decode()
    while text.startswith("#"):
        text = text.partition("\n")[2]
    return text


def _names(name: str) -> frozenset[str]:
    """Return the entries of a file that has one on each line."""
    return frozenset(filter(None, _text(name).split("\n")))


def _parts(names: Iterable[str]) -> frozenset[str]:
    """Return the capitalised words of the names that have several."""
    words = set(" ".join([name for name in names if " " in name]).split())
    return frozenset([word for word in words if word[0].isupper()])


@cache
def load() -> Lexicon:
    """Return the lists; they are read at the first call."""
    return Lexicon()


@cache
def _ordered(letters: str) -> str:
    """Return each of some letters once, in order."""
    return "".join(sorted(set(letters)))


def _flags(word: str) -> str:
    """Return the letters of the lists that a word stands in, as it is written or in small letters, in order."""
    lexicon, low = load(), word.lower()
    found = lexicon.small.get(low, "")
    if low != word:
        found = _ordered(found + lexicon.letters(word))
    if word.endswith("s") and "n" not in found and word[:-1] in lexicon.demonyms:
        found += "n"  # Iraqis, Hispanics
    if not found and "-" in word:
        parts = [lexicon.letters(p) for p in word.split("-")]
        found = "-" + "".join(sorted(set(parts[0]).intersection(*parts[1:])))
    return found


FLAGS = Memo(_flags)
"""The letters of the lists that a word stands in, as it is written or in small letters, in order; see `flags`."""
flags = FLAGS.__getitem__
"""Returns the same; where many words are looked up one by one, to look into `FLAGS` is quicker."""


@cache
def _sets() -> dict[str, frozenset[str]]:
    pairs = (line.split(": ", 1) for line in _text("words").split("\n") if line)
    return {name: frozenset(rest.split()) for name, rest in pairs}


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one of the small sets of ``words.txt``."""
    return _sets()[name]
