"""Who wrote an article, where nothing declares it: bylines in pieces, beside dates, far below, at the end."""

from __future__ import annotations

import pytest

import newsmodel

TEXT = "".join(
    f"<p>The lock keeper of Arden Mill counted {number} barges before noon on Friday, and wrote all of them down, "
    "with the draught, the cargo and the mood of the skipper, in a ledger that nobody had asked him for.</p>"
    for number in ("four", "five", "six", "seven")
)
CARDS = "".join(f"<div class='card'><h3><a href='/c{n}'>A card about lock {n}</a></h3></div>" for n in range(20))


HEADLINE = "Barges pass the lock at Arden"


def authors(top: str = "", *, below: str = "", text: str = TEXT, title: str = HEADLINE, lang: str = "en") -> list[str]:
    story = f"<h1>{HEADLINE}</h1>{top}<div class=text>{text}{below}</div>"
    page = f"<html lang={lang}><title>{title}</title><body>{story}</body></html>"
    return [author.name for author in newsmodel.parse_html(page, annotate=False).authors]


@pytest.mark.parametrize(
    "byline",
    [
        "<div>By Ida Moe<span>Canal Correspondent</span></div>",
        "<div><span>Written By</span> <span>Ida Moe</span></div>",
        "<div>By <b>Ida Moe</b> <i>Waterways Writer</i></div>",
        "<h2>By <a href='/authors/ida-moe'>Ida Moe</a><a href='https://social.example/idamoe'>Chirper</a></h2>",
        "<p>By <a href='/authors/ida-moe'>Ida Moe</a> <span>Arden Vale</span></p>",
        f"<p>By <a href='/authors/ida-moe'>Ida Moe</a>, <span>who writes {'of locks and ' * 9}weirs.</span></p>",
        "<div class='byline'><span>Ida Moe</span><a href='/author/ida-moe'>archive page</a></div>",
        "<div class='author has-bio'><span>Ida Moe, Canal Editor, Arden</span><span>May 3, 2024, 5:30 PM</span></div>",
        "<h1 class='byline__name'><a href='/author/ida-moe'>Ida Moe</a></h1>",
        "<p><a href='/@idamoe'>Ida Moe</a></p>",
        "<p>Published on 3 May 2024 at 8:30, updated on 4 May 2024 at 9:15, by Ida Moe</p>",
        "<p>By Ida Moe for The Canal Letter</p>",
        "<p>By Ida Moe ida.moe@canal-letter-of-arden.example</p>",
        "<p>Ida Moe, City Editor | May 3, 2024</p>",
        "<div><span>3 May 2024</span></div><div class='who'>Ida Moe</div>",
        "<p>Ida Moe</p><p>Waterways reporter</p>",
        "<div>3 May 2024 | Ida Moe | 5 min read</div>",
        "<div>Updated 3 May 2024 at 7:00 Ida Moe</div>",
        "<ul><li><span class='post-info type-author'>Ida Moe</span></li><li>3 May 2024</li></ul>",
        "<div class='author'>Ida Moe</div><div>Text</div><div class='author'>Bo Lund, photographer</div>",
        "<div>Published 3 May 2024 at 7:00 - Ida Moe</div>",
        "<div>Ida Moe in Ardenport<br>Fri 3 May 2024 07.00</div>",
        "<div>Ida Moe, correspondent</div>",
        "<div class='author-name'>Ida Moe</div><a href='/author/ida-moe'>View all posts</a>",
    ],
)
def test_a_byline_ends_with_the_name(byline: str) -> None:
    assert authors(byline) == ["Ida Moe"]


@pytest.mark.parametrize(
    "byline",
    [
        "<ul><li class='author'>Ida Moe</li><li class='author'>Bo Lund</li></ul>",
        "<div class='author'>Ida Moe</div><div>Editor</div><div class='author'>Bo Lund</div><div>Reporter</div>",
        "<div><span>Published on 3 May 2024 at 18:30</span><span>By Ida Moe, Bo Lund</span></div>",
    ],
)
def test_all_authors_of_a_byline_are_found(byline: str) -> None:
    assert authors(byline) == ["Ida Moe", "Bo Lund"]


def test_what_is_not_in_capitals_behind_a_name_in_capitals_is_no_part_of_it() -> None:
    assert authors("<div>By IDA MOE Canal Letter Staff</div>") == ["IDA MOE"]


@pytest.mark.parametrize("name", ["Tim Moe", "Petra Moe", "Dan Moe", "Ed Jones"])
def test_a_name_that_is_a_word_of_bylines_elsewhere_is_a_name(name: str) -> None:
    assert authors(f"<div>{name}</div><div>3 May 2024</div>") == [name]


@pytest.mark.parametrize(
    ("lang", "byline", "name"),
    [
        ("zh", "<div>江东日报 記者宋雅琪／台中報導</div>", "宋雅琪"),
        ("zh", "<div>文｜宋雅琪　攝影｜陳立</div>", "宋雅琪"),
        ("zh", "<div>（记者 宋雅琪 台中报道）</div>", "宋雅琪"),
        ("ja", "<div>中西弥生記者</div>", "中西弥生"),
        ("ko", "<div>[남해=하연주 기자]</div>", "하연주"),
        ("ko", "<button>글자크기</button><div>글·사진 하연주</div>", "하연주"),
        ("tr", "<div>Gülbin SÖNMEZ / ARDEN</div><div>03.05.2024</div>", "Gülbin SÖNMEZ"),
        ("ru", "<div>Арина Кольцова, корреспондент</div>", "Арина Кольцова"),
        ("es", "<div><p>J. Olmedo</p><p>Arden</p><p>3 MAY 2024 - 07:00</p></div>", "J. Olmedo"),
        ("pl", "<div>opublikowane przez <span>Ida Moe</span> w czw., 17/11/2022 - 13:25</div>", "Ida Moe"),
        ("pt", "<div>Por Ida Moe — Rio de Janeiro<br>22/05/2024 11h03</div>", "Ida Moe"),
        ("zh", "<div>来源：东江日报　记者：宋雅琪</div>", "宋雅琪"),
        ("zh", "<div>发布时间：2023-10-27 来源：县水务局 作者：宋雅琪 点击数：316</div>", "宋雅琪"),
        ("fr", "<div>De notre envoyée spéciale à Arden, Odile Sarrazin</div>", "Odile Sarrazin"),
    ],
)
def test_bylines_are_read_as_each_language_prints_them(lang: str, byline: str, name: str) -> None:
    assert authors(byline, lang=lang) == [name]


def test_press_conferences_are_no_reporters() -> None:
    assert authors("<div>記者会見</div>", lang="ja") == []


@pytest.mark.parametrize(
    ("lang", "note"),
    [
        ("en", "<p><em>Ida Moe covers the canals. Reach her at imoe@letter.example.</em></p>"),
        ("en", "<div class='author-note'><p>Ida Moe is a retired lock keeper.</p></div>"),
        ("en", "<h3>About the author</h3><p><b>Ida Moe</b></p>"),
        ("de", "<p><i>Über die Autorin: Ida Moe, Jahrgang 1981, ist Schleusenwärterin.</i></p>"),
        ("pt", "<p>*Ida Moe é jornalista.</p>"),
        ("sv", "<div><img src=/ida.jpg><div><p>Ida Moe</p><p>ida.moe@letter.example</p></div></div>"),
        ("en", "<div><img src=/ida.jpg><div>Ida Moe</div><div>Transport reporter</div></div>"),
        ("ru", "<p>Автор: Ida Moe. Фото: Bo Lund</p>"),
    ],
)
def test_who_is_told_of_below_the_text_wrote_it_where_nobody_else_is_named(lang: str, note: str) -> None:
    assert authors(below=note, lang=lang) == ["Ida Moe"]
    assert authors("<p>By Bo Lund</p>", below=note, lang="en") == ["Bo Lund"]


def test_a_paragraph_that_begins_with_a_name_tells_of_no_author() -> None:
    assert authors(below="<p>Ida Moe is the keeper of the lock.</p>") == []


def test_a_bold_line_in_the_text_is_no_byline() -> None:
    text = "<p>The keeper of the lock at Arden counted barges on Friday before noon, and wrote them all down, with the"
    text = 2 * f"{text} mood of each skipper, in a ledger.</p>"
    heading = "<p><strong>DE LA ABUELA A INTERNET</strong></p>"
    assert authors("<div class=autor>Ida Moe</div>", text=text + heading + text, lang="es") == ["Ida Moe"]


@pytest.mark.parametrize(
    ("lang", "byline"),
    [
        ("de", "<div>Von <b>Ida Moe</b><span>Landespolitische Korrespondentin</span></div>"),
        ("de", "<div class='artikel-autor'><span>Ida Moe</span> <span>Wirtschaftsredakteurin</span></div>"),
        ("tr", "<div>Haber: Ida Moe / Kamera: Bo Lund</div>"),
        ("pt", "<p><span>Texto Ida Moe</span> <span>Fotografia Bo Lund</span> <span>8 de maio de 2024</span></p>"),
        ("da", "<div>Af Ida Moe <a href='mailto:im@aavisen.example'>im@aavisen.example</a></div>"),
        ("fi", "<div class='kirjoittaja'>Ida Moe</div>"),
        ("hu", "<div>Írta: Ida Moe</div>"),
    ],
)
def test_a_byline_ends_with_the_name_in_other_languages(lang: str, byline: str) -> None:
    assert authors(byline, lang=lang) == ["Ida Moe"]


def test_names_in_elements_of_their_own_are_all_authors() -> None:
    assert authors("<div class='byline'><span>Ida Moe</span> <span>Bo Lund</span></div>") == ["Ida Moe", "Bo Lund"]
    assert authors("<div>By <b>Ida Moe</b> and <b>Bo Lund</b> <i>Arden Staff</i></div>") == ["Ida Moe", "Bo Lund"]


def test_the_name_of_the_site_in_the_title_is_no_author() -> None:
    byline = "<p>Por Ida Moe, Litoral Agora — Porto Arden</p>"
    assert authors(byline, title=f"{HEADLINE} | Litoral Agora", lang="pt") == ["Ida Moe"]


def test_a_byline_below_a_row_of_cards_is_found() -> None:
    assert authors(f"{CARDS}<div class='byline'>By <b>Ida Moe</b></div>") == ["Ida Moe"]
    assert authors(f"{CARDS}<div>By <a href='/authors/ida-moe'>Ida Moe</a></div>") == ["Ida Moe"]


@pytest.mark.parametrize(
    "below",
    [
        "<p>- Ida Moe</p>",
        "<p>Ida Moe</p>",
        "<p>Author: Ida Moe</p>",
        "<div class='author'>Ida Moe</div>",
        "<p style='text-align: right'>Ida Moe</p>",
    ],
)
def test_a_signature_below_the_text_names_the_author(below: str) -> None:
    assert authors(below=below) == ["Ida Moe"]


def test_a_signature_behind_the_last_break_names_the_author() -> None:
    text = TEXT.replace("<p>", "").replace("</p>", "<br><br>")
    assert authors(text=f"{text}<i>- Ida Moe</i>") == ["Ida Moe"]


def test_those_who_sign_one_letter_of_several_wrote_none_of_the_article() -> None:
    assert authors(text=f"{TEXT}<p>Ida Moe</p>{TEXT}<p>Bo Lund</p>") == []


def test_what_somebody_does_is_no_author() -> None:
    assert authors("<p class='byline'><a href='/author/x'>Breaking News Intern</a></p>") == []


def test_a_name_alone_among_the_lines_is_no_author() -> None:
    assert authors("<p>Ida Moe</p>") == []


def test_a_date_in_an_element_of_its_own_is_found() -> None:
    names = "<span>Words by Ida Moe of Arden</span> <span>Pictures by Bo Lund of Vale</span>"
    top = f"<p>{names} <span>3 May 2024</span></p>"
    page = f"<html lang=en><body><h1>Barges</h1>{top}<div>{TEXT}</div></body>"
    assert str(newsmodel.parse_html(page, annotate=False).published) == "2024-05-03"


def test_letters_within_a_word_are_no_half_of_the_day() -> None:
    top = "<p>Le 3 mai 2024 à 8h30, par Ida Marchais</p>"
    page = f"<html lang=fr><body><h1>Barges</h1>{top}<div>{TEXT}</div></body>"
    published = newsmodel.parse_html(page, annotate=False).published
    assert str(published)[:16] == "2024-05-03 08:30"


def test_a_day_that_a_template_left_in_an_attribute_is_not_believed() -> None:
    top = "<p><time datetime='2019-09-03'>December 14, 2023 7:30am</time></p>"
    page = f"<html lang=en><body><h1>{HEADLINE}</h1>{top}<div>{TEXT}</div></body>"
    assert str(newsmodel.parse_html(page, annotate=False).published)[:10] == "2023-12-14"


def test_a_day_in_an_attribute_decides_what_numbers_alone_leave_open() -> None:
    top = "<p><time datetime='2023-04-03'>03/04/2023</time></p>"
    page = f"<html lang=en-US><body><h1>{HEADLINE}</h1>{top}<div>{TEXT}</div></body>"
    assert str(newsmodel.parse_html(page, annotate=False).published) == "2023-04-03"


def texts(page_text: str) -> list[str]:
    page = f"<html lang=en><body><h1>{HEADLINE}</h1><p>By Ida Moe</p><div class=text>{page_text}</div></body></html>"
    return [p.text for p in newsmodel.parse_html(page, annotate=False).paragraphs]


@pytest.mark.parametrize("last", ["(Ida Moe, 3 May 2024)", "Ida Moe | im@letter.example", "— Ida Moe"])
def test_a_last_line_of_the_author_is_no_text(last: str) -> None:
    assert texts(f"{TEXT}<p>{last}</p>") == texts(TEXT)


def test_rows_of_stars_between_paragraphs_are_no_text() -> None:
    assert texts(f"{TEXT}<p>***</p>{TEXT}<p>* * *</p>{TEXT}") == texts(3 * TEXT)


@pytest.mark.parametrize(
    ("lang", "top", "names"),
    [
        ("de", "<p><i>03.05.2024</i> <i>Lokales</i> <span>Aus Arden berichtet Ida Moe</span></p>", ["Ida Moe"]),
        ("en", "<div class='lb-by'><a href=/p>Dorothea Lund</a> (now) and <a href=/q>Martha Tench</a> (earlier)</div>",
         ["Dorothea Lund", "Martha Tench"]),
        ("en", "<div class='powered-by'>Acme Press Suite</div>", []),
    ],
)  # fmt: skip
def test_a_byline_is_told_by_the_place_before_it_and_by_the_shortest_of_classes(
    lang: str, top: str, names: list[str]
) -> None:
    assert authors(top, lang=lang) == names


def test_a_portrait_with_an_office_above_the_headline_is_of_the_author() -> None:
    head = "<div><img src=p.jpg><h5>Ottavia Zorzi</h5></div><div>Scrittrice e insegnante</div>"
    page = f"<html lang=it><title>{HEADLINE}</title><body>{head}<h1>{HEADLINE}</h1><div>{TEXT}</div></body></html>"
    assert [author.name for author in newsmodel.parse_html(page, annotate=False).authors] == ["Ottavia Zorzi"]


JAPANESE = "港の防波堤で三日、古い灯台の点灯式があり、町の人ら二百人が集まった。灯台は昨年秋に解体の予定だったが、" * 2


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("入場は無料。（三崎志帆）", ["三崎志帆"]),
        ("雨の場合は翌日に延期する。（敬称略）", []),
        ("三日に再開する。（担当中）", []),
    ],
)
def test_the_name_in_brackets_that_a_japanese_text_ends_with_is_the_author(end: str, names: list[str]) -> None:
    text = f"<p>{JAPANESE}。</p><p>{JAPANESE}。</p><p>{end}</p>"
    assert authors(text=text, lang="ja", below="</div><div><a href='/x'>関連する記事の一覧</a>") == names


def test_the_reporter_in_brackets_behind_a_sentence_leaves_the_sentence_in_the_text() -> None:
    last = "<p>首批五公里渠段已完成清淤，共清出淤泥三千二百立方米。（通讯员 宋雅琪）</p>"
    page = f"<html lang=zh><title>{HEADLINE}</title><h1>{HEADLINE}</h1><div class=text>{TEXT[:300]}</p>{last}</div>"
    article = newsmodel.parse_html(page, annotate=False)
    assert (article.byline, article.authors[0].name) == ("通讯员 宋雅琪", "宋雅琪")
    assert article.paragraphs[-1].text.startswith("首批五公里渠段")


@pytest.mark.parametrize(
    ("lang", "byline", "name"),
    [
        ("en", "<div>Thabiso Mokoena 03 Feb 2024 07:12</div>", "Thabiso Mokoena"),
        ("en", "<ul><li>Thabiso Mokoena</li><li>3 February 2024</li><li>Barges</li></ul>", "Thabiso Mokoena"),
        ("en", "<p>THABISO MOKOENA, Ledger staff writer</p><p>February 3, 2024</p>", "THABISO MOKOENA"),
        ("en", "<div>Thabiso McKoena</div><div>Sat 3 Feb 2024 at 07:00</div>", "Thabiso McKoena"),
        ("bg", "<div>Калоян Ганчев</div><div>3 февруари 2024, 07:00</div>", "Калоян Ганчев"),
        ("ar", "<div>طارق بوزيد</div><div>نُشر في 3/2/2024</div>", "طارق بوزيد"),
        ("zh", "<div>钱以柔</div><div>2024-02-03 07:00</div>", "钱以柔"),
        ("sv", "<div><span>Yngve Stålnacke</span><span>Skicka e-post</span></div>", "Yngve Stålnacke"),
        ("fa", "<div>خبرنگار: مهسا تابش</div>", "مهسا تابش"),
        ("de", "<div>Von unserem Redaktionsmitglied Ulf Behrends</div>", "Ulf Behrends"),
    ],
)
def test_names_that_no_list_knows_are_found_beside_a_date_or_an_office(lang: str, byline: str, name: str) -> None:
    assert authors(byline, lang=lang) == [name]


@pytest.mark.parametrize(
    "label", ["Barge Traffic", "BARGE TRAFFIC", "Quarry Lanes", "<a href='/thabiso'>Thabiso Mokoena</a>"]
)
def test_what_the_page_says_elsewhere_too_is_no_name(label: str) -> None:
    more = "<p>All barge traffic of the county is counted at one lock of Quarry Lanes.</p>"
    assert authors(f"<div>{label}</div><div>3 February 2024</div>", text=TEXT + more) == []


@pytest.mark.parametrize(
    ("lang", "line", "name"),
    [
        ("en", "<p>[By Thabiso Mokoena]</p>", "Thabiso Mokoena"),
        ("id", "<p>(Thabiso Mokoena)</p>", "Thabiso Mokoena"),
        ("vi", "<p><strong>TRẦN QUẾ CHI</strong></p>", "TRẦN QUẾ CHI"),
        ("uk", "<p>Зоряна Палій, корреспондент</p>", "Зоряна Палій"),
    ],
)
def test_the_last_line_of_a_text_signs_it(lang: str, line: str, name: str) -> None:
    assert authors(below=line, lang=lang) == [name]


def test_the_last_line_of_a_text_in_plain_letters_signs_nothing() -> None:
    assert authors(below="<p>Quarry Lanes</p>") == []
