"""The picture says all that it should, and nothing of an article is markup in it."""

from lxml import html

import newsmodel
from newsmodel import Article
from tests.view_articles import HOSTILE, STRIKE


def words(page):
    return " ".join(html.fromstring(page).text_content().split())


def test_the_picture_names_the_speaker_behind_each_quote():
    page = html.fromstring(newsmodel.view(STRIKE))
    assert [" ".join(c.text_content().split()) for c in page.xpath("//article//*[contains(@class,'chip')]")] == [
        "A Marta Ilves",
        "B Henrik Solano",
        "B Henrik Solano reported",
        "C Paul Okonjo",
    ]


def test_the_label_stands_behind_the_closing_mark():
    page = html.fromstring(newsmodel.view(STRIKE))
    chip = page.xpath("//article//a[contains(@class,'chip')]")[0]
    assert chip.getprevious().tail == '"'


def test_every_letter_of_the_text_stands_in_the_picture():
    shown = words(newsmodel.view(STRIKE)).replace(" ", "")
    for paragraph in STRIKE.paragraphs:
        for word in paragraph.text.split():
            assert word.strip('",.') in shown


def test_names_lead_to_their_entries():
    page = html.fromstring(newsmodel.view(STRIKE))
    for link in page.xpath("//article//a[@class='person' or @class='organization']"):
        assert page.get_element_by_id(link.get("href")[1:]) is not None


def test_the_same_letter_and_style_mark_a_speaker_everywhere():
    page = html.fromstring(newsmodel.view(STRIKE))
    entry = page.xpath("//li[span[text()='Henrik Solano']]")[0]
    assert entry.xpath(".//b/text()") == ["B"]
    assert entry.xpath("./span[contains(@class,'s1')]")


def test_the_drawings_tell_in_words_what_they_show():
    page = html.fromstring(newsmodel.view(STRIKE))
    labels = page.xpath("//*[local-name()='svg']/@aria-label")
    assert labels[0] == "Words quoted: Marta Ilves 10, Paul Okonjo 8, Henrik Solano 3"
    assert "Henrik Solano with Port Authority of Valmere: 1 paragraphs" in labels[1]


def test_an_empty_article_has_a_picture_too():
    assert "Without a headline" in newsmodel.view(Article())
    assert "Without a headline" in Article()._repr_html_()


def test_hostile_text_stays_text():
    for page in (newsmodel.view(HOSTILE), HOSTILE._repr_html_()):
        tree = html.fromstring(page)
        assert not tree.xpath("//script | //img | //iframe | //@onerror | //@onmouseover")
        assert not [u for u in tree.xpath("//@href | //@src") if not u.startswith(("#", "http://", "https://"))]
        assert tree.xpath("//html/@lang | //div/@class")


def test_the_notebook_form_has_ids_of_its_own():
    first, second = (
        STRIKE._repr_html_(),
        newsmodel.parse_text("Another headline\n\nBody.", annotate=False)._repr_html_(),
    )
    assert first.split('id="')[1][:9] != second.partition('id="')[2][:9]


def test_a_nested_list_stands_inside_its_item():
    page = html.fromstring(newsmodel.view(STRIKE))
    assert page.xpath("//ol/li[starts-with(.,'More pay')]/ul/li/text()") == ["nine per cent"]
