"""Bylines give people and organizations, never joined, and nothing that is neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import Organization, Person
from newsmodel._byline import introduced, read

BYLINES = [
    ("en", "By Ida Moe and Bo Lund, Staff Writers", ["Ida Moe", "Bo Lund"]),
    ("en", "Written by Ida Moe", ["Ida Moe"]),
    ("en", "ByIda Moe", ["Ida Moe"]),
    ("en", "Ida Moe, Bo Lund & Ana Ruiz", ["Ida Moe", "Bo Lund", "Ana Ruiz"]),
    ("en", "Ida Moe | Bo Lund; Ana Ruiz", ["Ida Moe", "Bo Lund", "Ana Ruiz"]),
    ("en", "By Ida Moe, Chief Political Correspondent", ["Ida Moe"]),
    ("en", "Ida Moe, M.D.", ["Ida Moe"]),
    ("en", "Moe, Ida", ["Ida Moe"]),
    ("en", "Ida Moe ida.moe@beacon.example @idamoe", ["Ida Moe"]),
    ("en", "By IDA MOE Updated 3 May 2024", ["IDA MOE"]),
    ("en", "By Ida Moe 3 May 2024", ["Ida Moe"]),
    ("en", "By Ida Moe May 3, 2024", ["Ida Moe"]),
    ("en", "By Ida Moe on Fri, 05/03/2024 - 12:02", ["Ida Moe"]),
    ("en", "By Ida Moe | Friday, May 3", ["Ida Moe"]),
    ("en", "By Ida May 3 March 2024", ["Ida May"]),
    ("en", "By Theo Lund", ["Theo Lund"]),
    ("en", "Submitted by Ida Moe", ["Ida Moe"]),
    ("en", "Story and photos by Ida Moe", ["Ida Moe"]),
    ("en", "Interview: Ida Moe | Photographs: Bo Lund", ["Ida Moe"]),
    ("en", "Ida C.J.", ["Ida C.J."]),
    ("en", "ida moe", ["ida moe"]),
    ("en", "2 min read", []),
    ("en", "Photos by Ida Moe", []),
    ("en", "https://beacon.example/ida", []),
    ("en", "Correspondent Ida Moe Lund", ["Ida Moe Lund"]),
    ("en", "Ida Moe Lund Editor", ["Ida Moe Lund"]),
    ("en", "Ida Moe The Associated Press", ["Ida Moe"]),
    ("en", "x", []),
    ("en", "$%&", []),
    ("en", "Ida?", []),
    ("en", "written by", []),
    ("en", "Ida Moe as told to Bo Lund", ["Ida Moe", "Bo Lund"]),
    ("en", "Staff", []),
    ("en", "By Staff Writer", []),
    ("de", "Von Ida Moe und Bo Lund, Berlin", ["Ida Moe", "Bo Lund"]),
    ("de", "Von Ida Moe, dpa", ["Ida Moe", "dpa"]),
    ("de", "Ein Gastbeitrag von Ida von der Au", ["Ida von der Au"]),
    ("de", "Eine Recherche von Ida Moe und Bo Lund", ["Ida Moe", "Bo Lund"]),
    ("de", "Redaktion", []),
    ("fr", "Par Ida Moë et Bo Lund", ["Ida Moë", "Bo Lund"]),
    ("fr", "Un reportage de Ida Moë", ["Ida Moë"]),
    ("es", "Por Ana Ruiz y Luis Vega", ["Ana Ruiz", "Luis Vega"]),
    ("es", "Ana Ruiz y Gómez", ["Ana Ruiz y Gómez"]),
    ("it", "di Ida Moe e Bo Lund", ["Ida Moe", "Bo Lund"]),
    ("pt", "Por Ana Reis e Rui Vaz", ["Ana Reis", "Rui Vaz"]),
    ("pt", "Por Ana Reis, Jornal da Serra — Pedra Alta", ["Ana Reis"]),
    ("nl", "Door Ida van der Moe", ["Ida van der Moe"]),
    ("sv", "Av Ida Moe och Bo Lund", ["Ida Moe", "Bo Lund"]),
    ("da", "Af Ida Moe", ["Ida Moe"]),
    ("nb", "Av Ida Moe og Bo Lund", ["Ida Moe", "Bo Lund"]),
    ("pl", "Autor: Ida Moe i Bo Lund", ["Ida Moe", "Bo Lund"]),
    ("cs", "Autor: Ida Moe a Bo Lund", ["Ida Moe", "Bo Lund"]),
    ("tr", "Haber: Ida Moe ve Bo Lund", ["Ida Moe", "Bo Lund"]),
    ("ru", "Автор: Ида Мо и Бо Лунд", ["Ида Мо", "Бо Лунд"]),
    ("uk", "Автор: Іда Мо та Бо Лунд", ["Іда Мо", "Бо Лунд"]),
    ("ar", "بقلم عمر نور", ["عمر نور"]),
    ("zh", "记者李雷", ["李雷"]),
    ("zh", "作者：李雷、韩梅", ["李雷", "韩梅"]),
    ("ja", "文・山田花", ["山田花"]),
    ("ko", "김하나 기자", ["김하나"]),
    ("id", "Oleh: Ida Moe dan Bo Lund", ["Ida Moe", "Bo Lund"]),
    ("en", "By Ida Moe, Bo Lund, and Jo Falk", ["Ida Moe", "Bo Lund", "Jo Falk"]),
    ("en", "By Ida Moe for the Beacon and Bo Lund for The Tide", ["Ida Moe", "Bo Lund"]),
    ("tr", "Haber: Ida Moe / Yapım: Bo Lund", ["Ida Moe"]),
    ("de", "Von Ida Moe, Hauptstadtkorrespondentin", ["Ida Moe"]),
    ("pt", "Reportagem de Ida Moe Ilustração Bo Lund", ["Ida Moe"]),
    ("el", "Γράφει η Δανάη Κορρέ", ["Δανάη Κορρέ"]),
]


@pytest.mark.parametrize(("language", "text", "names"), BYLINES)
def test_a_byline_gives_the_names_of_its_authors(language, text, names):
    assert [entity.name for entity in read(text, language)] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Associated Press", "The Associated Press"),
        ("dpa", "dpa"),
        ("By Beacon Staff", "Beacon Staff"),
        ("Harrow University", "Harrow University"),
        ("The Beacon", "The Beacon"),
        ("HTB", "HTB"),
        ("beacon.com", "beacon.com"),
        ("北方新闻社", "北方新闻社"),
    ],
)
def test_agencies_desks_and_institutions_are_organizations(text, name):
    assert read(text, "en", site="The Beacon") == (Organization(name=name),)


def test_a_declared_organization_is_one_whatever_its_name():
    assert read("Ida Moe", is_organization=True) == (Organization(name="Ida Moe"),)
    assert read("Ida Moe", is_organization=False) == (Person(name="Ida Moe"),)


def test_a_surname_that_is_a_word_for_an_organization_stays_a_surname():
    assert read("Ida Church") == (Person(name="Ida Church"),)


def test_where_an_author_works_is_kept_as_her_affiliation():
    (ida,) = read("By Ida Moe, The Harrow Gazette", "en")
    assert ida == Person(name="Ida Moe", affiliation=Organization(name="The Harrow Gazette"))
    (bo,) = read("By Bo Lund, Reuters", "en")
    assert bo.affiliation.name == "Reuters"


def test_an_author_is_named_once():
    assert [a.name for a in read("Ida Moe, Bo Lund, IDA MOE")] == ["Ida Moe", "Bo Lund"]


def test_words_that_introduce_a_byline_are_told_from_text():
    assert introduced("By Ida Moe", "en") == "Ida Moe"
    assert introduced("Bystanders ran", "en") is None
    assert introduced("Von Ida Moe", "de") == "Ida Moe"
    assert introduced("The ferry ran again", "en") is None


@pytest.mark.parametrize("text", ["by " * 500, "," * 500, "and " * 500, "a@" * 500, "(" * 500, "-" * 500, "Ida " * 500])
def test_repetition_is_survived(text):
    assert read(text, "en") == read(text, "en")


@given(
    st.text(max_size=60) | st.text(alphabet="aB ,|@.-\n(&y", max_size=40),
    st.sampled_from([None, "de", "es", "zh", "??"]),
)
def test_reading_is_total_deterministic_and_gives_valid_names(text, language):
    names = read(text, language, site="The Beacon")
    assert names == read(text, language, site="The Beacon")
    assert all(isinstance(name, Person | Organization) for name in names)


def test_a_sentence_with_a_full_stop_is_not_introduced_as_a_byline():
    assert introduced("Nobody knows when the work will end, and the council does not say.", "en") is None
    assert introduced("By Ida Holm.", "en") is not None
