"""Furniture is known by its words and shapes, whatever the language."""

import pytest

from newsmodel import _furniture
from newsmodel._furniture.phrases import FOLDER


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Related Articles", "related"),
        ("→ READ MORE", "related"),
        ("Read more: Ferry strike enters its third week", "related"),
        ("Comments (12)", "comments"),
        ("12 comments", "comments"),
        ("© 2024 The Harbour Post", "copyright"),
        ("Photo: Ana Reis/Reuters", "credit"),
        ("Updated 5 May 2024, 14:03 GMT", "date"),
        ("Stand: 05.05.2024, 14:03 Uhr", "date"),
        ("#harbour #strike", "tags"),
        ("Lesen Sie auch: Fähren fahren wieder", "related"),
        ("Abonnez-vous à notre newsletter", "newsletter"),
        ("Síguenos en Facebook", "share"),
        ("Was this email forwarded to you? Subscribe here.", "newsletter"),
        ("This article was printed from The Ledger at www.ledger.example", "navigation"),
        ("Haben Sie einen Fehler entdeckt? Schreiben Sie uns", "comments"),
        ("Больше фото — в нашем Telegram-канале", "share"),
        ("بیشتر بخوانید: پل تازه", "related"),
        ("קראו גם: הגשר החדש", "related"),
        ("আরও পড়ুন: নতুন সেতু", "related"),
        ("یہ بھی پڑھیں: نیا پل", "related"),
        ("மேலும் படிக்க: புதிய பாலம்", "related"),
        ("อ่านเพิ่มเติม : สะพานใหม่", "related"),
        ("Прочетете още: Новият мост", "related"),
        ("Pročitajte još: Novi most", "related"),
        ("Čítajte aj: Nový most", "related"),
        ("Llegiu també: El pont nou", "related"),
        ("Loe ka: Uus sild", "related"),
        ("Skaitykite taip pat: Naujas tiltas", "related"),
        ("Lasi arī: Jaunais tilts", "related"),
        ("Preberite tudi: Novi most", "related"),
        ("हेही वाचा: नवा पूल", "related"),
        ("ఇది కూడా చదవండి: కొత్త వంతెన", "related"),
        ("ഇതും വായിക്കുക: പുതിയ പാലം", "related"),
        ("આ પણ વાંચો: નવો પુલ", "related"),
    ],
)
def test_a_furniture_line_is_known_by_its_words_or_shape(line, kind):
    assert _furniture.kind_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "What happens next",
        "The minister said on Monday that the port stays shut.",
        '"Read more books," she told the class.',
        "More than 200 people came",
        "In 2024 the ferries carried 12 million people",
        "",
        "...",
    ],
)
def test_what_belongs_to_the_article_is_no_furniture(line):
    assert _furniture.kind_of(line) is None


def test_a_long_line_is_furniture_only_for_what_the_law_wants_said():
    terms = "and whatever you do on these pages may be kept by us and by others, as our terms of use say. " * 3
    assert _furniture.kind_of(
        "If you buy a boat through a link on our site, we may receive a commission, " + terms
    ) == ("advertisement")
    assert _furniture.kind_of("Sign up for our newsletter, said the mayor, who has one of his own, " + terms) is None
    assert _furniture.kind_of("We may receive a commission. " + terms * 3) is None


def test_a_weak_word_counts_only_near_other_furniture():
    line = "The weekly podcast with our crew"
    assert _furniture.kind_of(line) is None
    assert _furniture.kind_of(line, near=True) == "audio"


def test_at_the_top_of_an_article_only_whole_lines_count():
    line = "Watch: whale swims up the river"
    assert _furniture.kind_of(line) == "related"
    assert _furniture.kind_of(line, whole=True) is None


@pytest.mark.parametrize("file", sorted(FOLDER.iterdir()), ids=lambda file: file.stem)
def test_every_brace_of_a_phrase_is_closed_and_none_stands_within_another(file):
    for line in file.read_text("utf-8").splitlines():
        braces = "".join(c for c in line if c in "{}")
        assert braces == "{}" * (len(braces) // 2), line


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Weitere Informationen finden Sie im Netz", "related"),
        ("詳しくはこちら", "related"),
        ("You may also like", "related"),
        ("Also read", "related"),
    ],
)
def test_a_phrase_is_known_by_any_of_the_words_that_it_may_begin_with(line, kind):
    assert _furniture.kind_of(line) == kind
