"""Headline and date where a page says little of them, or what misleads."""

from newsmodel import parse_html

TEXT = (
    "<p>The lamp on the mole was lit again on Friday, and the whole harbour came down to the quays to see it shine.</p>"
    * 6
)


def test_a_declared_title_that_ends_a_word_of_the_heading_parts_no_kicker_from_it() -> None:
    page = (
        f"<html lang=de><head><meta property=og:title content=Geschichten></head><body><main><h1>Chorgeschichten</h1>"
        f"<div class=text>{TEXT}</div></main></body></html>"
    )
    assert parse_html(page, annotate=False).headline == "Chorgeschichten"


def test_a_heading_that_is_printed_twice_is_the_headline_where_no_title_agrees() -> None:
    page = (
        "<html lang=en><head><title>The Harbour Paper</title></head><body><h1>The lamp that nobody put out</h1>"
        "<div class=top><p>Photo: Ida Moe/The Harbour Paper</p></div><main><h1>The lamp that nobody put out</h1>"
        f"<div class=text>{TEXT}</div></main></body></html>"
    )
    assert parse_html(page, annotate=False).headline == "The lamp that nobody put out"


def test_the_date_below_a_long_header_or_without_a_heading_is_found() -> None:
    tools = "".join(f"<li><a href=/{word}>{word}</a></li>" for word in ("mail", "print", "share", "save", "more") * 4)
    header = f"<div class=head><h1>Lamp lit again</h1><ul>{tools}</ul><div class=when>28 April 2023, 19:25</div></div>"
    page = f"<html lang=en><body>{header}<div class=text>{TEXT}</div></body></html>"
    assert str(parse_html(page, annotate=False).published)[:10] == "2023-04-28"
    header = f"<ul>{tools}</ul><h2>In the dark</h2><div>28 April 2023</div>"
    page = f"<html lang=en><title>Lamp lit</title><body>{header}<div class=text>{TEXT}</div></body></html>"
    assert str(parse_html(page, annotate=False).published) == "2023-04-28"
