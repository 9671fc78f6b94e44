from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

import newsmodel
from newsmodel._html.decode import Decoded
from newsmodel._html.hostile import flatten, tame
from newsmodel._html.scan import scan
from newsmodel._html.tree import parse, texts

SENTENCE = "The council voted on Tuesday to keep the ferry for another year, and the mayor was content with that."


def read(page: str) -> newsmodel.Article:
    return newsmodel.parse_html(page, annotate=False)


def codes(article: newsmodel.Article) -> set[str]:
    return {n.code for n in article.notices}


def calls(work: Callable[[], object]) -> int:
    """Return how many functions are called for some work: a measure of time that is the same on every machine."""
    count = 0

    def note(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "block",
    [
        f"<p>{SENTENCE}</p>",
        "<div><div>Read more</div></div>",
        "<p>x</p><img src=a.png>",
        "<li>item",
        f"<blockquote><p>{SENTENCE}</p></blockquote>",
        "<footer>x</footer>",
        "<table><tr><td>a<td>1<tr><td>b<td>2</table>",
    ],
)
@pytest.mark.parametrize("tag", ["ul", "article class=live"])
def test_depth_costs_by_the_level_and_not_by_the_line(block: str, tag: str) -> None:
    def page(depth: int) -> str:
        inside = f"<p>{SENTENCE}</p>" + block * 200 + f"<p>{SENTENCE}</p>"
        return f"<h1>Ferry</h1>{f'<{tag}>' * depth}{inside}{f'</{tag}>' * depth}"

    read(page(10))  # what is remembered of words and names is remembered now
    flat, deep = (calls(lambda d=d: read(page(d))) for d in (10, 910))  # type: ignore[misc]
    assert deep - flat < 900 * 120


@pytest.mark.parametrize("tag", ["div", "b", "font", "ul", "table", "blockquote", "x-y"])
def test_text_below_two_thousand_levels_is_kept(tag: str) -> None:
    deep = f"<{tag}>" * 3000 + f"<p>{SENTENCE} DEEP</p>" + f"</{tag}>" * 3000
    article = read(f"<article><h1>Ferry</h1><p>{SENTENCE}</p>{deep}<p>{SENTENCE} AFTER</p></article>")
    kept = article.text + "".join(f.text for f in article.furniture)
    assert "DEEP" in kept
    assert "AFTER" in kept
    assert "too-deep" in codes(article)


def test_elements_that_are_never_closed_nest_without_harm() -> None:
    article = read("<p>" + "<b><i>" * 20_000 + SENTENCE)
    assert SENTENCE in article.text


@pytest.mark.parametrize("attributes", ['a{}="x"', "a{}", "a{}='>'", "a{}=x"])
def test_a_tag_with_a_hundred_thousand_attributes_is_cut(attributes: str) -> None:
    tag = "<p " + " ".join(attributes.format(i) for i in range(100_000)) + ">"
    article = read(f"<h1>Ferry</h1><p>{SENTENCE}</p>{tag}{SENTENCE} AFTER</p>")
    assert "AFTER" in article.text
    assert "attributes-cut" in codes(article)


def test_a_page_that_is_not_hostile_is_left_as_it_is() -> None:
    long = (
        "<script>"
        + "if (a<b) c = 1; " * 5000
        + "</script>"
        + "word " * 10_000
        + '<p data-x="'
        + "y" * 40_000
        + '">x</p>'
    )
    page = Decoded(long.encode(), "utf-8")
    assert tame(page) is page


def test_flattening_keeps_all_text_in_order() -> None:
    page = b"".join(b"<div>%d " % i for i in range(900)) + b"</div>" * 900 + b"<p>end </p><script>'<div>'</script>"
    words = newsmodel._html.parse(flatten(page)).xpath("string(//body)")  # type: ignore[attr-defined]
    assert words.split()[:901] == [*map(str, range(900)), "end"]


@pytest.mark.parametrize(
    "page",
    [
        *("", " ", "\0", "<", "<!--", "<script>", "<p", "</p>", "<html>", "<frameset>", "<table><tr><td>", "<a href='"),
        *("&#xD800;", "&#0;", "<br>" * 1000, "<img>" * 1000, "<p>x" * 5000, "<li>" * 5000, "<td>1" * 5000),
        "<base href='http://[bad'><a href='//[x'>y</a>",
    ],
)
def test_any_page_gives_an_article(page: str) -> None:
    article = newsmodel.parse_html(page, url="http://[", annotate=False)
    assert newsmodel.parse_html(page.encode(), url="http://[", annotate=False) == article


def test_a_page_without_text_says_so() -> None:
    assert codes(read("<h1>Ferry</h1>")) == {"no-body"}


def test_ten_megabytes_of_one_text_are_kept() -> None:
    article = read(f"<h1>Ferry</h1><p>{SENTENCE}</p><p>" + "word " * 2_100_000 + "END</p>")
    assert article.text.endswith("word END")


@pytest.mark.parametrize("cell", ["<p>x</p>", "<li>x", "<td>x", "<h2>x</h2>", '<img src="x.png">'])
def test_a_page_of_tens_of_thousands_of_blocks_keeps_its_first_and_its_last_sentence(cell: str) -> None:
    story = "<p>{} The harbour board met on Monday and approved the new quay, its chair said after the vote.</p>"
    page = "<article><h1>Quay approved</h1>" + story.format("First.") + cell * 30_000 + story.format("Last.")
    article = newsmodel.parse_html(page, annotate=False)
    text = newsmodel.dumps(article, format="text")
    assert "First. The harbour" in text
    assert "Last. The harbour" in text


@pytest.mark.parametrize("tag", ["nav", "svg", "select", "div"])
def test_what_follows_a_nest_deeper_than_the_parser_goes_is_kept(tag: str) -> None:
    nest = f"<{tag}>" + "<div>" * 3000 + "x" + "</div>" * 3000 + f"</{tag}>"
    article = read(f"<article><h1>Ferry</h1><p>{SENTENCE}</p>{nest}<p>{SENTENCE} AFTER</p></article>")
    assert "AFTER" in article.text
    assert "too-deep" in codes(article)


def test_a_list_that_holds_nothing_but_a_list_is_that_list() -> None:
    items = "<li>The ferry runs daily.<li>The bus runs hourly.<ul><li>On Sundays it does not run.</ul>"
    nest = "<ul><li>" * 20 + f"<ul>{items}</ul>" + "</ul>" * 20
    (section,) = read(f"<h1>Ferry</h1><p>{SENTENCE * 3}</p>{nest}<p>{SENTENCE * 3}</p>").sections
    found = section.blocks[1]
    assert isinstance(found, newsmodel.ListBlock)
    assert [type(item).__name__ for item in found.items] == ["Paragraph", "Paragraph", "ListBlock"]


def test_elements_far_down_are_held_as_long_as_the_page() -> None:
    deep = parse(b"<div>" * 300 + b"<p>x</p>" * 5 + b"<nav>" + b"<i>" * 9 + b"y" + b"</i>" * 9 + b"</nav><p>z</p>")
    kept = scan(deep).kept
    assert sum(el.tag == "div" for el in kept) >= 200
    assert sum(el.tag == "i" for el in kept) == 9  # passed over, and as deep
    assert not any(kept[i] is outer for i in range(1, len(kept)) for outer in kept[i - 1].iterancestors())


def test_one_line_of_thousands_of_paragraphs_keeps_the_last_together() -> None:
    page = "<p>" + "some words<br><br>" * 5_000 + "END"
    (section,) = read(f"<article><h1>Ferry</h1><p>{SENTENCE * 3}</p>{page}<p>{SENTENCE * 3}</p></article>").sections
    assert len(section.blocks) == 3_002
    assert section.blocks[3_000].text.splitlines()[-1] == "END"  # type: ignore[union-attr]


def test_many_labels_are_looked_at_in_one_go() -> None:
    def page(times: int) -> str:
        return (
            f"<article><h1>Ferry</h1><p>{SENTENCE * 3}</p>{'<p>Read more</p>' * times}<p>{SENTENCE * 3}</p></article>"
        )

    read(page(10))
    few, many = (calls(lambda n=n: read(page(n))) for n in (200, 800))  # type: ignore[misc]
    assert many < 5 * few


@pytest.mark.parametrize("filling", ["<img src=a.png>", "<figcaption>The ferry</figcaption>"])
def test_what_follows_a_figure_of_thousands_of_parts_is_kept(filling: str) -> None:
    figure = f"<figure>{filling * 6_000}</figure>"
    article = read(f"<article><h1>Ferry</h1><p>{SENTENCE}</p>{figure}<p>{SENTENCE} AFTER</p></article>")
    assert "AFTER" in newsmodel.dumps(article, format="json")


def test_linked_text_at_the_end_is_kept() -> None:
    article = read(f"<article><h1>Ferry</h1><p>{SENTENCE}</p><p>{SENTENCE}</p><a href=/x><p>{SENTENCE} AFTER</p></a>")
    assert "AFTER" in newsmodel.dumps(article, format="json")


def test_what_the_page_shows_is_kept_beside_the_longer_text_of_a_script() -> None:
    script = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "' + "word " * 500 + '"}</script>'
    )
    article = read(f"<head>{script}</head><article><h1>Ferry</h1><p>{SENTENCE}</p><p>{SENTENCE} SHOWN</p></article>")
    assert "body-from-script" in codes(article)
    assert f"{SENTENCE} SHOWN" in [f.text for f in article.furniture]


@pytest.mark.parametrize("tag", ["svg", "math", "select", "canvas", "video", "object", "embed", "amp-img", "ruby><rt"])
@pytest.mark.parametrize("times", [1, 3000])
def test_what_follows_an_element_that_holds_no_text_and_is_never_closed_is_kept(tag: str, times: int) -> None:
    story = f"<p>{SENTENCE}</p>"
    article = read(f"<article><h1>Ferry</h1>{story}{f'<{tag}>' * times}{story}<p>{SENTENCE} AFTER</p></article>")
    assert "AFTER" in article.text


def test_what_a_video_says_to_old_browsers_is_no_text() -> None:
    video = "<video><p>Your browser is too old for this video, please get another one, or a newer one.</p></video>"
    article = read(f"<article><h1>Ferry</h1><p>{SENTENCE}</p>{video * 3}<p>{SENTENCE}</p></article>")
    assert "browser" not in article.text


@pytest.mark.parametrize(
    "start", ["<!--", "<script>", "<textarea>", "<iframe>", "<style>", "<script><!--<script></script>", "<noscript>"]
)
def test_what_hides_the_rest_of_a_page_is_said(start: str) -> None:
    story = f"<p>{SENTENCE}</p>"
    article = read(f"<html><body><article><h1>Ferry</h1>{story * 3}{start}{story}</article></body></html>")
    assert SENTENCE in article.text
    assert "looks-truncated" in codes(article)
    closed = read(f"<article><h1>Ferry</h1>{story}<!-- x --><script>var a;</script><iframe></iframe>{story}</article>")
    assert not codes(closed)


def test_of_a_time_that_is_never_closed_only_its_own_words_are_read() -> None:
    page = parse(b"<p><time>12 May <b>2024</b></time></p><time>Noon" + b"<b></b>" * 100 + b"x</time>")
    assert [texts(el) for el in page.iter("time")] == [["12 May ", "2024"], ["Noon"]]


@pytest.mark.parametrize("end", ["</html>", "</body></html>", "</article></body></html>", "</html>" * 50, "</html>y"])
def test_what_follows_the_end_of_a_page_is_kept(end: str) -> None:
    story = f"<p>{SENTENCE}</p>"
    page = f"<html><body><article><h1>Ferry</h1>{story}{end}{story}{end}<p>{SENTENCE} AFTER</p></html>"
    assert "AFTER" in newsmodel.dumps(read(page), format="json")


@pytest.mark.parametrize(
    "end", ["</html>", "</body>", "</BODY >\n</HTML>", "</html><a href=/x>on</a>", "</body></html>" * 50]
)
def test_an_article_goes_on_behind_an_end_of_the_page_that_stands_in_it(end: str) -> None:
    told = [f"{SENTENCE} It was the {word} time." for word in ("first", "second", "third", "fourth")]
    first, second, third, fourth = (f"<p>{text}</p>" for text in told)
    article = read(f"<html><body><article><h1>Ferry</h1>{first}{second}{end}{third}{fourth}</article></body></html>")
    assert [p.text for p in article.paragraphs if p.text != "on"] == told
    linked = f"{first}{second}</html><a href=/x>{third}{fourth}</html><a href=/x>{third} AFTER"
    assert "AFTER" in newsmodel.dumps(read(f"<html><body><article><h1>Ferry</h1>{linked}</article></body></html>"))


@pytest.mark.parametrize("tag", ["</div>", "<div>", "<section>", '<div class="ad">Ad</div></div>'])
def test_the_text_goes_on_where_its_box_is_closed_too_early_or_another_is_opened(tag: str) -> None:
    told = [
        *(f"{SENTENCE} It was the {word} time." for word in ("first", "second", "third", "fourth")),
        f"{SENTENCE} It was the fifth time.",
        "Families who donate to the ferry club heard of it in the newsletter, and shared the comments.",
        f"{SENTENCE} It was the sixth time.",
        "The app that shows the copyright of every timetable follows in the winter.",
    ]
    parts = [f"<p>{text}</p>" for text in told]
    body = f"<div class=text>{''.join(parts[:4])}{tag}{''.join(parts[4:])}</div>"
    menu = "<div class=menu><a href=/a>News</a><a href=/b>Sport</a></div>"
    page = (
        f"<html><body>{menu}<div class=story><h1>Ferry stays</h1>{body}</div><div class=end>{menu}</div></body></html>"
    )
    assert [p.text for p in read(page).paragraphs] == told


def test_a_place_to_link_to_that_is_never_closed_makes_no_link_of_what_follows() -> None:
    told = [f"{SENTENCE} It was the {word} time." for word in ("first", "second", "third")]
    first, second, third = (f"<p>{text}</p>" for text in told)
    article = read(f"<html><body><article><h1>Ferry</h1>{first}<a name=more>{second}{third}</article></body></html>")
    assert [p.text for p in article.paragraphs] == told


def test_a_page_that_ends_before_its_elements_do_says_so() -> None:
    page = f"<html><body><article><h1>Ferry</h1><p>{SENTENCE}</p><figure><figcaption>The ferry</figcaption></figure>"
    assert "looks-truncated" in codes(read(page))
    assert "looks-truncated" in codes(read(f"<html><body><p>{SENTENCE}</p><p class='x"))
    assert not codes(read(f"{page}</article></body>"))
    assert not codes(read(f"{page}</article>"))  # HTML lets body and html end without a tag
    assert not codes(read(f"<article><h1>Ferry</h1><p>{SENTENCE}</p>"))  # a piece of a page


@pytest.mark.parametrize(
    "last",
    [
        "<ul><li>The LAST boat is old</li></ul>",
        "<figure><img src='/f.jpg'><figcaption>The LAST ferry in May</figcaption></figure>",
        "<blockquote>We are glad at LAST.</blockquote>",
        "<table><tr><th>LAST</th><td>B</td></tr></table>",
        "<hat it costs</h2><ul><li>One LAST boat</li></ul>",
    ],
)
def test_what_an_article_ends_with_is_kept_however_short(last: str) -> None:
    page = f"<article><h1>Ferry</h1><p>{SENTENCE}</p><p>{SENTENCE}</p>{last}</article>"
    assert "LAST" in newsmodel.dumps(read(f"<html><body><nav><a href='/'>News</a></nav>{page}</body></html>"))


def test_a_long_text_in_a_heading_that_is_never_closed_is_kept() -> None:
    stories = f"<p>{SENTENCE}</p>" * 3
    article = read(f"<article><h1>Ferry</h1><table><blockquote><thead><h1>{SENTENCE} LAST<div><h3>{stories}</article>")
    assert "LAST" in newsmodel.dumps(article)


def test_a_short_paragraph_beside_a_short_article_is_kept() -> None:
    stories = f"<p>{SENTENCE}</p>" * 4
    page = f"<div class=content><h1>Ferry</h1>{stories}</div></div><p>And then it was over at LAST.</p>"
    article = read(f"<html><body><div id=top><a href='/'>News</a></div>{page}<div>Contact</div></body></html>")
    assert [f.text for f in article.furniture] == ["And then it was over at LAST."]


def test_a_paragraph_beside_the_article_is_kept_as_furniture() -> None:
    story = f"<p>{SENTENCE}</p>"
    article = read(f"<body><article><h1>Ferry</h1>{story * 9}</article><p>{SENTENCE} AFTER</p><p>Short.</p></body>")
    assert [f.text for f in article.furniture] == [f"{SENTENCE} AFTER"]


@pytest.mark.parametrize("end", ["</main>", "</article>", "</body>"])
@pytest.mark.parametrize("tag", ["", "<p>"])
def test_what_follows_an_element_around_the_article_that_ends_too_early_is_kept(end: str, tag: str) -> None:
    stories = "".join(f"<p>{SENTENCE} {i}</p>" for i in range(4))
    nav = "<header><a href='/'>News</a></header><nav><a href='/a'>World</a></nav>"
    page = f"{nav}<main><article><h1>Ferry</h1>{stories}{end}{tag}{SENTENCE} AFTER</p></article></main>"
    article = read(f"<html><body>{page}<footer><p>All rights reserved</p></footer></body></html>")
    assert [p.text for p in article.paragraphs][:4] == [f"{SENTENCE} {i}" for i in range(4)]
    assert newsmodel.dumps(article, format="json").count("AFTER") == 1


def test_tables_of_one_nest_are_placed_once() -> None:
    def page(parts: int) -> str:
        nest = "<table><tr><td>" * 300 + "<p>Low.</p><h3>Quay</h3>" * parts + "</table>" * 300
        return f"<article><h1>Ferry</h1><p>{SENTENCE * 9}</p>{nest}<p>{SENTENCE * 9}</p></article>"

    read(page(1))
    few, many = (calls(lambda n=n: read(page(n))) for n in (10, 110))  # type: ignore[misc]
    assert many - few < 100 * 800  # each part would otherwise ask 300 tables, and their rows and cells


def test_a_string_of_a_script_that_has_no_end_is_searched_once() -> None:
    script = 'window.__NUXT__=(function(a){return {x:"' + '\\"a' * 100_000
    assert read(f"<h1>Ferry</h1><script>{script}</script><p>{SENTENCE}</p>").paragraphs[0].text == SENTENCE
    blank = "window.__NUXT__" + " " * 100_000 + "=" + " " * 100_000 + "x"
    assert read(f"<h1>Ferry</h1><script>{blank}</script><p>{SENTENCE}</p>").paragraphs[0].text == SENTENCE


def test_entries_with_classes_of_their_own_are_looked_through_together() -> None:
    names = (f"a{chr(97 + i % 26)}{chr(97 + i // 26)}x" for i in range(500))
    heads = (f"<div class={name}><h2>Part of it</h2><img src=a.jpg></div>" for name in names)
    page = "<h1>Ferry</h1><div class=t>" + "".join(f"{head}<p>{SENTENCE}</p>" for head in heads) + "</div>"
    assert len(read(page).paragraphs) == 500


@pytest.mark.parametrize("tag", ["video", "audio", "object", "canvas", "embed", "svg", "math", "select", "datalist"])
@pytest.mark.parametrize("words", ["<p>The ferry runs.</p><p>{}</p>", "{}", "so <b>it</b> runs. {}"])
def test_a_short_text_in_an_element_that_is_never_closed_is_read(tag: str, words: str) -> None:
    inside = words.format("Few had expected the quay to stay. IN")
    article = read(f"<article><h1>Ferry</h1><p>{SENTENCE}</p><{tag}>{inside}<p>{SENTENCE} AFTER</p></article>")
    assert "IN" in article.text.split()
    assert "AFTER" in article.text


@pytest.mark.parametrize("tag", ["nav", "noscript", "template", "footer"])
def test_a_short_text_in_a_menu_or_the_like_that_is_never_closed_is_said(tag: str) -> None:
    page = f"<body><h1>Ferry</h1><p>{SENTENCE}</p><{tag}>Few had expected the quay to stay.{{}}<p>{SENTENCE}</p>"
    assert codes(read(page.format(""))) == {"looks-truncated"}
    assert codes(read(page.format(f"</{tag}>"))) == set()


def test_what_names_of_elements_stand_for_in_comments_and_scripts_is_not_counted() -> None:
    odd = "<!-- <nav> --><script>var a = '<nav>';</script><nav/>"
    nav = "<nav><b>Few had expected the quay to stay.</b></nav>"
    assert codes(read(f"<article><h1>Ferry</h1><p>{SENTENCE}</p>{odd}{nav}<p>{SENTENCE}</p></article>")) == set()


@pytest.mark.parametrize(
    "broken",
    [
        '<a href="/quay>the quay</a> and <a href="/bus">the bus</a>',
        "<a href='/quay>the quay</a> and <a href='/bus'>the bus</a>",
        '<b class="name>the quay</b> and "the bus"',
        '<img alt="the quay<b>and the bus</b> and <i class="x">',
    ],
)
def test_a_quotation_mark_that_is_never_closed_swallows_no_text(broken: str) -> None:
    page = (
        f"<article><h1>Ferry</h1><p>{SENTENCE}</p><p>They left {broken} as they are. IN</p><p>{SENTENCE}</p></article>"
    )
    article = read(page)
    assert "the bus" in article.text
    assert "as they are. IN" in article.text
    assert codes(article) == {"quotes-closed"}


@pytest.mark.parametrize("size", [1, 60_000])
@pytest.mark.parametrize("name", ["class", "id"])
def test_in_a_long_page_too_the_name_of_a_paragraph_swallows_no_text(name: str, size: int) -> None:
    broken = f'<p {name}="lead>{SENTENCE} IN</p><p class="b">{SENTENCE} AFTER</p>'
    article = read(f"<article><h1>Ferry</h1><p>{SENTENCE}</p><!--{'x' * size}-->{broken}</article>")
    assert [p.text.split()[-1] for p in article.paragraphs[1:]] == ["IN", "AFTER"]
    assert codes(article) == {"quotes-closed"}


@pytest.mark.parametrize("size", [1, 60_000])
def test_a_quotation_mark_that_nothing_closes_swallows_no_text(size: int) -> None:
    start = f"<article><h1>Ferry</h1><p>{SENTENCE}</p>" + f"<!--{'x' * size}-->"
    article = read(start + f'<p class="lead>{SENTENCE} IN</p><p>{SENTENCE} AFTER</p></article>')
    assert "IN" in article.text.split()
    assert "AFTER" in article.text.split()
    assert codes(article) == {"quotes-closed"}


def test_in_a_long_page_an_address_with_markup_tells_of_a_quotation_mark_that_is_never_closed() -> None:
    broken = '<p>They left <a href="/quay>the quay</a> and <b class="x">the bus</b> as they are.</p>'
    article = read(f"<!--{'x' * 40_000}--><article><h1>Ferry</h1><p>{SENTENCE}</p>{broken}<p>{SENTENCE}</p></article>")
    assert "They left the quay and the bus as they are." in article.text


def test_markup_in_an_attribute_that_is_closed_is_left_as_it_is() -> None:
    image = "<img src=a.png data-caption='<p>The ferry</p>' alt=\"<b>a > b</b>\"/>"
    article = read(f"<article><h1>Ferry</h1><p>{SENTENCE}</p>{image}<p>{SENTENCE}</p></article>")
    assert codes(article) == set()
    assert "The ferry" not in article.text


def test_text_after_the_last_menu_of_a_page_is_kept() -> None:
    article = read(f"<article><h1>Ferry</h1><p>{SENTENCE}</p><nav><a href=/x>Home</a></nav>{SENTENCE} AFTER")
    assert "AFTER" in newsmodel.dumps(article, format="json")


@pytest.mark.parametrize(
    "start", ["<figure>", "<figure><img src=a.png>", "<figure><img src=a.png><figcaption>", "<form action=/vote>"]
)
def test_a_figure_or_form_that_is_never_closed_holds_no_paragraphs(start: str) -> None:
    story = "".join(f"<p>{SENTENCE} IN{i}</p>" for i in range(8))
    article = read(f"<article><h1>Ferry</h1><p>{SENTENCE}</p>{start}The quay at noon.{story}</article>")
    assert [p.text[-3:] for p in article.paragraphs][-8:] == [f"IN{i}" for i in range(8)]


@pytest.mark.parametrize("around", ["aside", "form", "header", "button", "dialog", "table", "figure"])
def test_where_less_is_told_than_is_shown_all_running_text_is_kept(around: str) -> None:
    words = ("Few had expected that of them.", "They were glad of it all the same.", f"{SENTENCE} They said so twice.")
    beside = "".join(f"<{around}>{x}</{around}>" for x in words)
    kept = newsmodel.dumps(read(f"<body><article><h1>Ferry</h1><p>{SENTENCE}</p></article>{beside}"), format="json")
    assert [x for x in words if x not in kept] == []


@pytest.mark.parametrize(
    ("opens", "closes"),
    [("<!-- a", "-->"), *((f"<{name}>", f"</{name}>") for name in ("script", "style", "iframe", "textarea"))],
)
def test_what_ends_with_the_next_of_its_kind_is_told_when_it_hides_paragraphs(opens: str, closes: str) -> None:
    text = f"<p>{SENTENCE}</p>" * 2
    page = f"<html><body><h1>Ferry stays</h1>{text}{opens}{{0}}{text}{opens}{closes}{text}</body></html>"
    assert "looks-truncated" in codes(read(page.format("")))
    assert "looks-truncated" not in codes(read(page.format(closes)))


@pytest.mark.parametrize("name", ["style", "title", "iframe", "textarea"])
def test_what_holds_no_paragraphs_and_does_is_told(name: str) -> None:
    text = f"<p>{SENTENCE}</p>" * 2
    page = f"<html><body><h1>Ferry stays</h1>{text}<{name}>{text}</{name}>{text}</body></html>"
    assert "looks-truncated" in codes(read(page))
