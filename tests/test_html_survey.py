"""Which part of a page is walked through, and what is found of the rest."""

from __future__ import annotations

import newsmodel
from newsmodel._html.page import Page
from newsmodel._html.scan import scan
from newsmodel._html.tree import parse

STORY = "".join(
    f"<p>The ferry to Port Vell was late for the {day} day in a row, and those who waited on the quay said so, "
    "to anyone who would hear it; the harbour office had no answer but the weather.</p>"
    for day in ("first", "second", "third", "fourth", "fifth", "sixth")
)
MENU = "<div class='bar'><ul><li><a href='/a'>Harbour</a></li><li><a href='/b'>Town hall</a></li></ul></div>"
CARDS = "<div class='cards'><div><h3>Bakery reopens</h3><div>Bread again from Monday</div></div></div>"


def read(body: str, *, whole: bool = False) -> Page:
    page = f"<html><head><title>Late ferry</title></head><body>{body}</body></html>"
    return scan(parse(page.encode()), whole=whole)


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def test_what_stands_far_from_the_article_is_passed_over() -> None:
    page = read(f"{MENU}<main><article><h1>Late ferry</h1><div>{STORY}</div></article></main>{CARDS}")
    assert texts(page)[0] == "Late ferry"
    assert len(page.lines) == 7


def test_what_stands_beside_the_paragraphs_is_walked_through() -> None:
    page = read(f"{MENU}<article><h1>Late ferry</h1><ul><li>Sailings</li></ul><div>{STORY}</div>Ends</article>")
    assert texts(page)[1] == "Sailings"
    assert texts(page)[-1] == "Ends"


def test_a_headline_apart_from_the_article_is_among_the_lines() -> None:
    page = read(f"{MENU}<header><h1>Late ferry</h1></header><main><div>{STORY}</div></main>")
    assert texts(page)[:3] == ["Harbour", "Town hall", "Late ferry"]


def test_all_lines_are_kept_where_paragraphs_do_not_tell() -> None:
    page = read(f"{MENU}<h1>Late ferry</h1><div>{STORY.replace('<p>', '<div>').replace('</p>', '</div>')}</div>")
    assert texts(page)[:2] == ["Harbour", "Town hall"]
    assert len(page.lines) == 9


def test_all_lines_are_kept_where_no_heading_is_the_main_one() -> None:
    assert texts(read(f"{MENU}<main><div>{STORY}</div></main>"))[0] == "Harbour"


def test_all_lines_are_kept_of_a_page_with_many_main_headings() -> None:
    headings = "".join(f"<section><h1>Story {n}</h1></section>" for n in range(11))
    assert texts(read(f"{MENU}<main><div>{STORY}</div>{headings}</main>"))[0] == "Harbour"


def test_all_lines_are_kept_within_a_link_that_is_never_closed() -> None:
    page = read(f"{MENU}<b><section><h1>Late ferry</h1><div><div>{STORY}</div></div></section>")
    assert texts(page)[0] == "Harbour"
    assert all(line.bold for line in page.lines if line.tag == "p")


def test_paragraphs_in_a_hidden_part_or_aside_are_not_those_of_the_article() -> None:
    hidden = f"<template>{STORY}{STORY}</template><aside>{STORY}{STORY}</aside><footer>{STORY}{STORY}</footer>"
    page = read(f"{MENU}{hidden}<main><article><h1>Late ferry</h1><div>{STORY}</div></article></main>")
    assert len(page.lines) == 7


def test_declarations_are_found_wherever_they_stand() -> None:
    page = read(
        "<base href='https://port.example/'><div><meta property='og:type' content='article'></div>"
        f"<main><article><h1>Late ferry</h1><div>{STORY}</div></article></main>"
        "<div><link rel='canonical' href='/ferry'><script type='application/ld+json'>{}</script></div>"
    )
    assert [el.get("property") for el in page.metas] == ["og:type"]
    assert [el.get("href") for el in page.links] == ["/ferry"]
    assert page.json_ld == ["{}"]
    assert (page.base_href, page.title) == ("https://port.example/", "Late ferry")


def test_declarations_in_a_hidden_part_are_none() -> None:
    page = read(f"<noscript><div><meta name='a' content='b'></div></noscript><h1>Late ferry</h1>{STORY}")
    assert page.metas == []


def test_times_elsewhere_on_the_page_come_after_all_lines() -> None:
    page = read(
        "<div><time>1 May 2024</time></div>"
        f"<main><article><h1>Late ferry</h1><time>2 May 2024</time><div>{STORY}</div></article></main>"
    )
    assert [(el.text, index) for el, index in page.times] == [("2 May 2024", 1), ("1 May 2024", 8)]


def test_text_behind_the_last_element_that_is_passed_over_is_among_the_lines() -> None:
    page = read(f"<h1>Late ferry</h1>{STORY}<select><option>Tide tables</option></select>So they waited on.")
    assert texts(page)[-1] == "So they waited on."


def test_the_boxes_around_the_walked_part_are_known() -> None:
    page = read(f"{MENU}<main><section><h1>Late ferry</h1><div>{STORY}</div></section></main>")
    boxes = list(page.lines[0].box.up())
    assert [box.tag for box in boxes] == ["h1", "section", "main", "body", "html", "html"]
    assert {(box.start, box.end) for box in boxes[1:]} == {(0, 7)}


def test_the_whole_page_is_walked_through_when_it_is_asked_for() -> None:
    page = read(f"{MENU}<article><h1>Late ferry</h1><div>{STORY}</div></article><footer>Imprint</footer>", whole=True)
    assert texts(page)[0] == "Harbour"
    assert texts(page)[-1] == "Imprint"


def test_an_article_reads_the_same_with_much_around_it() -> None:
    story = f"<main><article><h1>Late ferry</h1><div>{STORY}</div></article></main>"
    plain = newsmodel.parse_html(f"<body>{story}", annotate=False)
    full = newsmodel.parse_html(f"<body>{MENU * 20}{story}{CARDS * 20}", annotate=False)
    assert full.sections == plain.sections
    assert full.headline == plain.headline
