"""In which language a text is written: by its script, and by small words where languages share one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection
from functools import cache
from pathlib import Path

__all__ = ["guess", "likeliest"]

_FILE = Path(__file__).with_name("_data") / "languages.txt"

_SAMPLE = 1800
"""Characters looked at, a third of them each from the start, the middle and the end of a long text."""
_GLANCE = 600
"""The same for a first look, which tells most languages."""
_FEW_LETTERS = 12
_FEW_HITS = 3
_SHARE = 0.12
"""Of the words of a text in a language, this many at least are small words that we know."""
_LEAD = 1.25
"""The best language has this many times the weight of the next."""
_CLEAR_SHARE, _CLEAR_LEAD = 0.2, 2.5
"""The same where the first look is to be enough."""
_ALIKE = frozenset(("bs", "hr"))
"""Written so much alike that the better one is taken."""

_WORD = re.compile(r"[^\W\d_][\w\u0900-\u097f\u0b80-\u0bff'’]*+")
# The same in small Latin letters, or several with blanks between and behind, because to search for each is slow; and a
# set of ranges is three times as fast as classes.
_LATIN_WORDS = re.compile("[a-zß-ɏḀ-ỿ][a-zß-ɏḀ-ỿ ]* |[a-zß-ɏḀ-ỿ][a-zß-ɏḀ-ỿ0-9'’]*+")
# Scripts by their first and last code points, in order; the language where a script has one, else words decide.
_SCRIPTS: tuple[tuple[int, int, str, str | None], ...] = (
    (0x0041, 0x024F, "latin", None),
    (0x0370, 0x03FF, "greek", "el"),
    (0x0400, 0x052F, "cyrillic", None),
    (0x0530, 0x058F, "armenian", "hy"),
    (0x0590, 0x05FF, "hebrew", "he"),
    (0x0600, 0x06FF, "arabic", None),
    (0x0900, 0x097F, "devanagari", None),
    (0x0980, 0x09FF, "bengali", "bn"),
    (0x0A00, 0x0A7F, "gurmukhi", "pa"),
    (0x0A80, 0x0AFF, "gujarati", "gu"),
    (0x0B80, 0x0BFF, "tamil", "ta"),
    (0x0C00, 0x0C7F, "telugu", "te"),
    (0x0C80, 0x0CFF, "kannada", "kn"),
    (0x0D00, 0x0D7F, "malayalam", "ml"),
    (0x0D80, 0x0DFF, "sinhala", "si"),
    (0x0E00, 0x0E7F, "thai", "th"),
    (0x0E80, 0x0EFF, "lao", "lo"),
    (0x1000, 0x109F, "burmese", "my"),
    (0x10A0, 0x10FF, "georgian", "ka"),
    (0x1100, 0x11FF, "hangul", "ko"),
    (0x1200, 0x137F, "ethiopic", "am"),
    (0x1780, 0x17FF, "khmer", "km"),
    (0x1E00, 0x1EFF, "latin", None),
    (0x1F00, 0x1FFF, "greek", "el"),
    (0x3040, 0x30FF, "kana", "ja"),
    (0x3400, 0x9FFF, "han", "zh"),
    (0xAC00, 0xD7AF, "hangul", "ko"),
)
_LANGUAGE = {name: language for _, _, name, language in _SCRIPTS}
_STARTS = [start for start, *_ in _SCRIPTS]
_NO_ARABIC_LETTERS = re.compile("[پچژگکی]")
_KANA_SHARE = 0.05
_FEW_FOREIGN = 0.1
"""Of the characters of a text in Latin script, at most this share is surely not ASCII; with more, they are counted."""


def guess(text: str) -> str | None:
    """Return the BCP 47 tag of the language of a text ("en", "pt"), or None when it is not sure.

    Only a sample is looked at: a longer text costs no more.
    """
    glance = _sample(text, _GLANCE)
    if _is_plain(glance) and (clear := _by_words(glance, clearly=True)):
        return clear
    sample = _sample(text)
    if _is_plain(sample):
        return _by_words(sample)
    counts = _scripts(sample)
    letters = sum(counts.values())
    if letters < _FEW_LETTERS:
        return None
    # Japanese mixes three scripts; Chinese has no kana.
    east = counts["han"] + counts["kana"]
    if east * 2 > letters:
        return "ja" if counts["kana"] > _KANA_SHARE * east else "zh"
    name = max(counts, key=counts.__getitem__)
    if counts[name] * 2 <= letters:
        return None
    if (language := _LANGUAGE[name]) is not None:
        return language
    return _by_words(sample) or ("ar" if name == "arabic" and not _NO_ARABIC_LETTERS.search(sample) else None)


def likeliest(text: str, among: Collection[str]) -> str | None:
    """Return which of some languages a text is likeliest in, however little tells it; None when nothing does."""
    weights, _ = _weighed(_words(_sample(text)))
    ours = {name: weight for name, weight in weights.items() if name in among}
    return max(ours, key=ours.__getitem__, default=None)


def _is_plain(sample: str) -> bool:
    """Return whether a sample is nearly all ASCII, and so in Latin script if in any."""
    return sample.isascii() or len(sample.encode("ascii", "ignore")) >= (1 - _FEW_FOREIGN) * len(sample)


def _sample(text: str, size: int = _SAMPLE) -> str:
    if len(text) <= size:
        return text
    part, middle = size // 3, len(text) // 2
    return " ".join((text[:part], text[middle : middle + part], text[-part:]))


def _scripts(sample: str) -> Counter[str]:
    """Return how many letters of each script there are."""
    counts: Counter[str] = Counter()
    for char, times in Counter(sample).items():
        _, end, name, _ = _SCRIPTS[bisect_right(_STARTS, ord(char)) - 1]
        if char.isalpha() and ord(char) <= end:
            counts[name] += times
    return counts


def _words(sample: str) -> list[str]:
    low, plain = sample.lower(), _is_plain(sample)
    found: list[str] = (_LATIN_WORDS if plain else _WORD).findall(low)
    return " ".join(found).split() if plain else found


def _weighed(words: list[str]) -> tuple[dict[str, float], Counter[str]]:
    """Return for each language how much the words say for it, and how often each stands that languages use."""
    known = _known()
    counts = Counter(filter(known.__contains__, words))
    weights: dict[str, float] = {}
    for word, times in counts.items():
        languages = known[word]
        weight = times / len(languages) ** 2  # a word that several have says the less for each
        for language in languages:
            weights[language] = weights.get(language, 0.0) + weight
    return weights, counts


def _by_words(sample: str, *, clearly: bool = False) -> str | None:
    share, lead = (_CLEAR_SHARE, _CLEAR_LEAD) if clearly else (_SHARE, _LEAD)
    words = _words(sample)
    weights, counts = _weighed(words)
    best = sorted(weights, key=weights.__getitem__, reverse=True)[:2]
    if not best:
        return None
    known = _known()
    hits = sum([times for word, times in counts.items() if best[0] in known[word]])
    if hits < max(_FEW_HITS, share * len(words)):
        return None
    ahead = len(best) == 1 or weights[best[0]] >= lead * weights[best[1]]
    return best[0] if ahead or (not clearly and _ALIKE.issuperset(best)) else None


@cache
def _known() -> dict[str, list[str]]:
    """Return for each small word the languages that have it."""
    having: dict[str, list[str]] = {}
    for line in _FILE.read_text("utf-8").splitlines():
        if line[0] != "#":
            language, _, words = line.partition(": ")
            for word in set(words.split()):
                having.setdefault(word, []).append(language)
    return having
