"""The picture at the head of an article has its caption above the text, in boxes of many kinds."""

from pathlib import Path

import pytest

from newsmodel import Figure, Paragraph, parse_html
from newsmodel._html.lead import with_caption

TEXT = "<p>The lamp on the mole was lit again on Friday, and the whole harbour came to see it.</p>" * 6
DECLARED = '<meta property="og:image" content="https://img.example/lamp.jpg">'


def lead(head: str, declared: str = DECLARED) -> Figure | None:
    body = f"<main><h1>Lamp lit again</h1>{head}<div class=text>{TEXT}</div></main>"
    page = f"<html lang=en><head>{declared}</head><body>{body}</body></html>"
    return parse_html(page, url="https://mole.example/lamp", annotate=False).lead_image


@pytest.mark.parametrize(
    "head",
    [
        "<figure><img src=a.jpg><figcaption>The lamp on Friday night.</figcaption></figure>",
        "<div class=hero><img src=a.jpg><div class=hero__caption><p>The lamp on Friday night.</p></div></div>",
        "<div class=image__metadata><img src=a.jpg><div class=image__caption>The lamp on Friday night.</div></div>",
        "<div class=thumb><img src=a.jpg><span>The lamp on Friday night.</span></div>",
    ],
)
def test_the_caption_above_the_text_is_that_of_the_lead_image(head: str) -> None:
    found = lead(head)
    assert found is not None
    assert found.caption == Paragraph("The lamp on Friday night.")
    assert found.url == "https://img.example/lamp.jpg"


def test_the_picture_shown_stands_for_one_that_is_not_declared() -> None:
    found = lead("<figure><img src=a.jpg><figcaption>The lamp. Photo: Ines Harl</figcaption></figure>", declared="")
    assert found == Figure(url="https://mole.example/a.jpg", caption=Paragraph("The lamp."), credit="Ines Harl")


def test_a_paragraph_below_a_picture_is_no_caption() -> None:
    found = lead("<img src=a.jpg><p>An introduction that is set apart from the text by nothing at all.</p>")
    assert found is not None
    assert found.caption is None


def test_a_declared_caption_stays() -> None:
    declared = Figure(url="https://img.example/a.jpg", caption=Paragraph("As declared."))
    assert with_caption(declared, Figure(caption=Paragraph("As shown."))) is declared
    assert with_caption(None, declared) is declared
    assert with_caption(declared, None) is declared


@pytest.mark.parametrize(
    "between",
    [
        "<div class=m><span>Ida Moe</span><span>3 May 2024</span></div><div class=s><a href=x>Send</a></div>",
        "<div class=player><video src=a.mp4></video><div>0:00 / 1:20</div></div><div>Ida Moe</div>",
        "<div class=reel><div><img src=a.jpg><p>One.</p></div><div><img src=b.jpg><p>Two.</p></div></div>",
    ],
)
def test_an_introduction_below_what_stands_under_the_headline_is_the_standfirst(between: str) -> None:
    said = "Four keepers will take turns, and the town pays for the oil."
    page = f"<h1>Lamp lit again</h1>{between}<div class=k9><p>{said}</p></div><div class=q7>{TEXT}</div>"
    assert parse_html(page, annotate=False).standfirst == said


def test_the_question_that_an_interview_begins_with_is_no_standfirst() -> None:
    asked = "What did you feel when the lamp was lit on Friday night?"
    page = (
        f"<h1>Lamp lit again</h1><div>Ida Moe</div><div>3 May</div><div class=k9><p>{asked}</p></div><div>{TEXT}</div>"
    )
    assert parse_html(page, annotate=False).standfirst is None


def test_the_lead_picture_has_its_caption_below_key_points() -> None:
    points = "".join(
        f"<li>The lamp on the mole cost the harbour {n} of its boats last winter.</li>" for n in ("one", "two")
    )
    found = lead(f"<ul>{points}</ul><div><div><img src=/lamp.jpg></div><div>The lamp, seen from the mole.</div></div>")
    assert found is not None
    assert found.caption is not None
    assert found.caption.text == "The lamp, seen from the mole."


@pytest.mark.parametrize(
    ("header", "kicker"),
    [
        ("<div>Harbours</div><h1>Lamp lit again</h1>", "Harbours"),
        ("<p><a href=/ports>Ports</a></p><h1>Lamp lit again</h1>", "Ports"),
        ("<div><a href=/>The Mole</a></div><h1>Lamp lit again</h1>", None),
        ("<div>3 May 2024</div><h1>Lamp lit again</h1>", None),
        ("<div><a href=/a>News</a> <a href=/b>Ports</a></div><h1>Lamp lit again</h1>", None),
        ("<div>Nobody came.</div><h1>Lamp lit again</h1>", None),
    ],
)
def test_a_label_that_opens_the_header_is_the_kicker(header: str, kicker: str | None) -> None:
    page = f"<html lang=en><body><div><div>{header}</div><div class=text>{TEXT}</div></div></body></html>"
    assert parse_html(page, annotate=False).kicker == kicker


@pytest.mark.parametrize(
    ("title", "heading", "headline"),
    [
        ("News | The Mole", "<h2 class=news-headline>Lamp lit again</h2>", "Lamp lit again"),
        ("The Mole: Lamp lit again", "", "Lamp lit again"),
        ("Lamp: lit again", "", "Lamp: lit again"),
    ],
)
def test_the_name_of_the_site_that_a_link_home_bears_is_no_headline(title: str, heading: str, headline: str) -> None:
    body = f"<div><a href=/>The Mole</a></div><div>{heading}</div><div class=text>{TEXT}</div>"
    page = f"<html lang=en><head><title>{title}</title></head><body>{body}</body></html>"
    assert parse_html(page, annotate=False).headline == headline


def test_the_caption_of_a_video_above_the_headline_is_that_of_the_lead_image() -> None:
    video = "<div class=c-player><video></video><div class=c-player__text>The lamp on Friday night.</div></div>"
    page = f"<html lang=en><body><main>{video}<h1>Lamp lit again</h1><div class=text>{TEXT}</div></main></body></html>"
    found = parse_html(page, annotate=False).lead_image
    assert found is not None
    assert found.caption == Paragraph("The lamp on Friday night.")


@pytest.mark.parametrize(
    ("written", "credit"),
    [
        ("The lamp on Friday. FOTO: IDA MOE", "IDA MOE"),
        ("The lamp on Friday (Photo by Ida Moe)", "Ida Moe"),
        ("金曜の灯台　写真：三崎志帆", "三崎志帆"),
        ("Lampa w piątek Fot. Ida Moe", "Ida Moe"),
        ("The lamp on Friday: it burned until noon", None),
        ("The keeper said: nobody came", None),
    ],
)
def test_the_credit_that_ends_a_caption_has_a_label(written: str, credit: str | None) -> None:
    found = lead(f"<figure><img src=a.jpg><figcaption>{written}</figcaption></figure>")
    assert found is not None
    assert found.credit == credit


def test_the_day_beside_the_byline_is_the_articles_where_its_headings_are_days() -> None:
    page = (Path(__file__).parent / "html/headings_that_are_days/page.html").read_bytes()
    article = parse_html(page, annotate=False)
    assert (str(article.published), article.kicker) == ("2024-03-08", "Markets")
