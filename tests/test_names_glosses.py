"""Words of other languages as the model sees them, and what that does to names."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel._names as names_package
from newsmodel._names._find import find
from newsmodel._names._foreign import bare
from newsmodel._names._found import Found
from newsmodel._names._glosses import LANGUAGES, glosses

FILES = Path(names_package.__file__).parent / "data" / "glosses"


def test_there_is_a_file_for_each_language() -> None:
    assert {path.stem for path in FILES.glob("*.txt")} == LANGUAGES


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_word_has_one_gloss_of_one_word(code: str) -> None:
    lines = [
        line
        for line in (FILES / f"{code}.txt").read_text("utf-8").splitlines()
        if not line.startswith(("#", "adjectives:", "bodies:"))
    ]
    assert lines
    assert [
        line for line in lines if len(line.partition(":")[0].split()) != 1 or not line.partition(":")[2].split()
    ] == []
    words = Counter(word for line in lines for word in line.partition(":")[2].split())
    assert [word for word, times in words.items() if times > 1] == []


def test_a_gloss_has_a_capital_where_its_word_has_one() -> None:
    spanish = glosses("es-MX")
    assert spanish is not None
    assert spanish.read(["<s>", "<s>", "El", "ministro", "y", "la", "Ministra", "Zeta", "<s>", "<s>"]) == [
        "<s>", "<s>", "The", "minister", "and", "the", "Minister", "Zeta", "<s>", "<s>"
    ]  # fmt: skip


def test_nouns_of_german_lose_their_capital_with_their_gloss() -> None:
    german = glosses("de")
    assert german is not None
    assert [german.of(word) for word in ("Sprecherin", "Pressesprecherin", "Abstimmung", "Zauberwaldrat")] == [
        "spokeswoman", "spokeswoman", "vote", "Council"
    ]  # fmt: skip


def test_an_ending_takes_no_word_that_lists_of_names_know() -> None:
    german = glosses("de")
    assert german is not None
    assert german.of("Albrecht") == "Albrecht"


def test_an_article_is_parted_from_a_name_but_no_name_from_its_beginning() -> None:
    french = glosses("fr")
    assert french is not None
    assert (
        french.parted("l'Étoile, d'Orval, D'Angelo, aujourd'hui, O'Neil")
        == "l Étoile, d Orval, D'Angelo, aujourd'hui, O'Neil"
    )


def test_names_are_given_as_they_are_written_behind_an_article() -> None:
    text = "Selon l’avocate Zoé Périgord, c’est faux. « Non », a dit la fille d’Anaïs Périgord."
    assert [f.text for f in find(text, glosses("fr"), english=False)] == ["Zoé Périgord", "Anaïs Périgord"]


def test_a_particle_stays_within_a_name_and_goes_before_one() -> None:
    portuguese = glosses("pt")
    assert portuguese is not None
    tokens = ["<s>", "<s>", "casa", "de", "Rui", "da", "Mota", "<s>", "<s>"]
    assert portuguese.read(tokens)[3:7] == ["of", "Rui", "da", "Mota"]


def test_what_is_nothing_but_small_words_is_no_name() -> None:
    danish = glosses("da")
    assert danish is not None
    found = [Found(0, 3, "PER", "Han"), Found(10, 16, "PER", "Af Ida")]
    assert bare(found, (), danish) == [Found(13, 16, "PER", "Ida")]


def test_the_end_of_a_name_that_stands_elsewhere_keeps_its_particles() -> None:
    german = glosses("de")
    assert german is not None
    whole, short = Found(0, 18, "PER", "Ute von der Wisent"), Found(30, 44, "PER", "von der Wisent")
    assert bare([whole, short], (), german) == [whole, short]


@pytest.mark.parametrize("tag", ["en", "xx", "", "../de", "zh-Hant"])
def test_other_languages_have_no_glosses(tag: str) -> None:
    assert glosses(tag) is None


@pytest.mark.parametrize(("tag", "code"), [("no", "nb"), ("nn-NO", "nb"), ("bs", "hr"), ("DE-at", "de")])
def test_near_languages_share_a_file(tag: str, code: str) -> None:
    assert glosses(tag) is glosses(code)


GERMAN = "Der", "Die", "von", "und", "Richter", "Max", "Frau", "Koch", "Kochs", "sagte", "Berlin", "Au-Lüden"
WORDS = st.sampled_from((*GERMAN, "l'Anna", "d’Ute", "—", ".", ",", "»"))


@given(st.lists(WORDS, max_size=25).map(" ".join), st.sampled_from(sorted(LANGUAGES)))
def test_names_lie_on_their_letters_in_every_language(text: str, code: str) -> None:
    found = find(text, glosses(code), english=False)
    assert [f.text for f in found] == [text[f.start : f.end] for f in found]
    assert all(a.end <= b.start for a, b in pairwise(found))
