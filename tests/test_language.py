"""The language of a text is told by its script and its small words, or not at all."""

import pytest

from newsmodel._language import guess, likeliest


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The board said that it was not to be opened before the end of the year.", "en"),
        ("Die Stadt hat am Montag mitgeteilt, dass die Brücke nicht vor dem Sommer fertig wird.", "de"),
        ("Silta avataan vasta kun se on valmis, mutta kaupunki ei ole kertonut, että milloin se on.", "fi"),
        ("A híd csak akkor nyílik meg, ha elkészült, de a város még nem közölte, hogy az mikor lesz.", "hu"),
        ("Kommunen har sagt, at broen ikke bliver åbnet igen, og at der mellem os må være noget galt.", "da"),
        ("Kommunen har sagt at broen ikke blir åpnet igjen, og at det mellom oss må være noe galt.", "no"),
        ("Η γέφυρα θα ανοίξει το καλοκαίρι, ανακοίνωσε ο δήμος.", "el"),
        ("הגשר ייפתח בקיץ, הודיעה העירייה ביום שני.", "he"),
        ("สะพานจะเปิดในฤดูร้อน เทศบาลประกาศเมื่อวันจันทร์", "th"),
        ("橋は夏に開通すると市が月曜日に発表した。", "ja"),
        ("市政府星期一宣布，大桥将于夏天通车。", "zh"),
        ("시는 월요일 다리가 여름에 개통된다고 밝혔다.", "ko"),
        ("پل در تابستان باز می شود، شهرداری این را در روز دوشنبه اعلام کرد و گفت که آن را خواهد ساخت.", "fa"),
        ("ستفتح البلدية الجسر في الصيف كما أعلنت يوم الاثنين.", "ar"),
        ("খবর অনুযায়ী সেতুটি গ্রীষ্মে খোলা হবে।", "bn"),
    ],
)
def test_a_sentence_is_enough_where_it_is_sure(text, language):
    assert guess(text) == language


@pytest.mark.parametrize(
    "text", ["", "Valmere", "12:30", "OK", "Lindow Sarn Osthaven Valmere Brandt", "a" * 10_000, "😀" * 50]
)
def test_what_is_not_sure_is_left_open(text):
    assert guess(text) is None


def test_a_long_text_is_told_by_a_sample():
    assert guess("The board said that it was not to be opened. " * 50_000) == "en"


def test_of_some_languages_the_likeliest_is_told_from_a_few_words():
    assert guess("La directrice a dit non.") is None
    assert likeliest("La directrice a dit non.", {"en", "es", "fr"}) == "fr"
    assert likeliest("La directrice a dit non.", {"de"}) is None


def test_letters_that_are_not_ascii_do_not_hide_a_language_of_latin_script():
    assert guess("Dün akşam köprünün açılışı için büyük bir tören düzenlendi ve bu daha önce de böyle oldu.") == "tr"


def test_of_two_languages_written_alike_the_better_one_is_taken():
    text = "Rekao je da se most neće otvoriti do ljeta i da za to nije kriv grad, nego oni koji su ga gradili."
    assert guess(text) in ("hr", "bs")
