"""Markdown: what is written means the same to a CommonMark parser, and what others wrote is read for what it says."""

import pytest
from hypothesis import example, given
from markdown_it import MarkdownIt

import newsmodel
from newsmodel import Article, BlockQuote, Figure, FormatError, Link, ListBlock, Paragraph, Section, Span, Table
from newsmodel.strategies import articles
from tests.formats.sample import ARTICLE

PARSER = MarkdownIt("commonmark").enable("table")
MARKDOWN = next(f for f in newsmodel.formats() if f.name == "markdown")

NASTY = "# a\n- b\n1. c\n> d\n```\n***\n===\n---\n| e | f |\n![x](y) [z](w) <b> &amp; \\ *i* _j_ `k` ~~l~~ :m: 1) n + o"


def body(*blocks, **fields):
    return Article(sections=(Section(blocks),), **fields)


def rendered(text):
    """Return the texts that a parser finds in the blocks of a document, below the front matter."""
    kinds = {"text": None, "text_special": None, "hardbreak": "\n", "image": "[image]"}
    for token in PARSER.parse(text.partition("\n---\n")[2]):
        if token.type == "inline":
            pieces = [c.content if kinds.get(c.type, "") is None else kinds.get(c.type, "") for c in token.children]
            assert {c.type for c in token.children} <= {*kinds, "link_open", "link_close"}
            yield "".join(pieces)


def expected(article):
    for section in article.sections:
        if section.heading:
            yield section.heading
        for block in section.blocks:
            if isinstance(block, Table):
                width = len(block.rows[0]) if block.rows else len(block.header)
                for row in (block.header or ("",) * width, *block.rows):
                    yield from row
            elif isinstance(block, Figure):
                yield "[image]"
            else:
                yield from (p.text for p in Section((block,)).paragraphs)
                if isinstance(block, BlockQuote) and block.attribution:
                    yield f"— {block.attribution}"


@given(articles())
@example(body(Paragraph(NASTY), ListBlock((Paragraph(NASTY),)), BlockQuote((Paragraph(NASTY),), attribution=NASTY)))
@example(Article(sections=(Section((Paragraph("a"),), heading=NASTY + " #"),)))
@example(body(Paragraph("wow! here", links=(Link(Span(5, 9), "https://x.example/(a)_b*c"),))))
@example(body(Paragraph("wow!here", links=(Link(Span(4, 8), "/a"),))))
@example(body(ListBlock((Paragraph("a"),)), ListBlock((Paragraph("b"),)), ListBlock((Paragraph("c"),), ordered=True)))
@example(body(BlockQuote((Paragraph("— a"),)), BlockQuote((Paragraph("b"), Paragraph("— c")))))
def test_a_commonmark_parser_finds_the_same_texts(article):
    assert list(rendered(MARKDOWN.write(article))) == list(expected(MARKDOWN.project(article)))


@pytest.mark.parametrize(
    "blocks",
    [
        (Paragraph(NASTY),),
        (ListBlock((Paragraph(NASTY), ListBlock((Paragraph(NASTY),), ordered=True), Paragraph("c")), ordered=True),),
        (
            ListBlock(tuple(Paragraph(str(i)) for i in range(12)), ordered=True),
            ListBlock((Paragraph("x"),), ordered=True),
        ),
        (Figure(url="https://x.example/<a>_b", alt='al*t "q"', caption=Paragraph('cap "tion" [x](y)')),),
        (Figure(alt="no address"), Figure(caption=Paragraph("only words"))),
        (Table(rows=(("a|b", "*"), ("", "c")), header=("h", "")), Table(rows=(("x",),))),
        (Paragraph("see here now", links=(Link(Span(4, 8), "https://x.example/?a=<b>&c=\\d"),)),),
    ],
)
def test_blocks_come_back(blocks):
    article = body(*blocks)
    assert MARKDOWN.project(article) == article
    assert newsmodel.loads(newsmodel.dumps(article, "markdown"), "markdown") == article


def test_what_markdown_cannot_tell_apart_is_projected():
    a, b, c, d = map(Paragraph, "abcd")
    nested = ListBlock((ListBlock((a,)), b, ListBlock((c,)), ListBlock((d,))))
    assert MARKDOWN.project(body(nested)) == body(ListBlock((a, b, ListBlock((c, d)))))
    parts = Article(sections=(Section(), Section((Paragraph("a"),)), Section((Paragraph(" b\n\n c "),), level=4)))
    assert MARKDOWN.project(parts) == body(Paragraph("a"), Paragraph("b\nc"))
    assert MARKDOWN.project(body(Table(rows=(), header=("",)))) == Article()
    assert MARKDOWN.project(body(Table(rows=((),)), Figure(url="javascript:x"))) == Article()
    unsafe = Paragraph("a b", links=(Link(Span(0, 1), "javascript:x"), Link(Span(2, 3), "with blank")))
    assert MARKDOWN.project(body(unsafe)) == body(Paragraph("a b"))
    assert MARKDOWN.project(body(Paragraph("\0"))) == body(Paragraph("\ufffd"))


def test_the_front_matter_is_yaml_of_one_line_a_field():
    lines = newsmodel.dumps(ARTICLE, "markdown").splitlines()
    assert lines[:3] == ["---", "newsmodel: 1", 'title: "The pier at Kelmar is too short"']
    assert 'date: "2026-03-04T05:06:07+02:00"' in lines
    text = newsmodel.dumps(Article(headline='a: "b"\n\x85\u2028---'), "markdown")
    assert 'title: "a: \\"b\\"\\n\\u0085\\u2028---"' in text


OTHERS = """\
---
title: 'The pier is short'
date: 2026-03-04 05:06:07 +0100
author:
  - Ida Moe
  - Bo Lund
tags: [ports, "winter"]
lang: en
subtitle: A longer pier
nonsense: {{ x }}
draft
---
Lead
=====

One *strong* **word**, `code` and snake_case, 3 * 4 [link](https://x.example "T")
goes on<https://y.example>. &copy; 2026\\
next line

## Costs ##

* a
  goes on
* b

    1) inner
* c

> quoted
> on

> two
>
> — Ida

```
fenced   text

more
```

| h | i |
|---|---|
| 1 | 2

***
Last
"""


def test_documents_of_others_are_read():
    found = newsmodel.loads(OTHERS, "markdown")
    assert found.headline == "The pier is short"
    assert found.standfirst == "A longer pier"
    assert found.published.isoformat() == "2026-03-04T05:06:07+01:00"
    assert [a.name for a in found.authors] == ["Ida Moe", "Bo Lund"]
    assert found.tags == ("ports", "winter")
    lead, costs = found.sections
    assert (lead.heading, lead.level) == ("Lead", 1)
    text = "One strong word, code and snake_case, 3 * 4 link goes onhttps://y.example. © 2026\nnext line"
    assert lead.blocks[0].text == text
    assert [(text[x.span.start : x.span.end], x.url) for x in lead.blocks[0].links] == [
        ("link", "https://x.example"),
        ("https://y.example", "https://y.example"),
    ]
    assert (costs.heading, costs.level) == ("Costs", 2)
    assert costs.blocks == (
        ListBlock(
            (Paragraph("a goes on"), Paragraph("b"), ListBlock((Paragraph("inner"),), ordered=True), Paragraph("c"))
        ),
        BlockQuote((Paragraph("quoted on"),)),
        BlockQuote((Paragraph("two"),), attribution="Ida"),
        Paragraph("fenced text\nmore"),
        Table(rows=(("1", "2"),), header=("h", "i")),
        Paragraph("Last"),
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("---\ntitle: x\n", ["title: x"]),
        ("#\n\n###### six\n", []),
        ("===\n", ["==="]),
        ("- \n", []),
        ("> \n", []),
        ("![](javascript:x)", []),
        ("a\n# b\nc", ["a", "c"]),
        ("- a\n# b\n", ["a"]),
        ("a\n> b", ["a", "b"]),
        ("***bold*** and * free * and _em_", ["bold and * free * and em"]),
    ],
)
def test_odd_documents_are_read_without_losing_words(text, words):
    assert [p.text for p in newsmodel.loads(text, "markdown").paragraphs] == words


def test_front_matter_that_no_article_can_have_is_refused():
    with pytest.raises(FormatError, match=r"expected str, got int at \$\.headline"):
        newsmodel.loads("---\nnewsmodel: 1\ntitle: 5\n---\n", "markdown")


def test_others_authors_and_tags_may_be_one_string():
    found = newsmodel.loads("---\nauthor: Ida Moe and Bo Lund\ntags: a, b\nauthors:\n---\n", "markdown")
    assert found.tags == ("a", "b")


@pytest.mark.parametrize("rule", ["| --- | --- |", "| --- | --- | ", "| :--- | ---: |", "|:-:|-"])
def test_a_table_is_read_whatever_stands_at_the_ends_of_its_rule(rule):
    found = newsmodel.loads(f"| Stop | Year |\n{rule}\n| Pier | 2031 |\n", "markdown")
    (table,) = found.sections[0].blocks
    assert (table.header, table.rows) == (("Stop", "Year"), (("Pier", "2031"),))


@pytest.mark.parametrize(
    ("text", "header", "rows"),
    [
        ("Stop | Year\n--- | ---\nPier | 2031\n", ("Stop", "Year"), (("Pier", "2031"),)),
        ("Stop | Year |\n:-- | --: |\nPier |\n| Mill | 2033", ("Stop", "Year"), (("Pier",), ("Mill", "2033"))),
        ("| Stop |\n---\n| Pier |\n", ("Stop",), (("Pier",),)),
        (
            "| Stop | Year |\n|---|---|\n| Pier | 2031\\|\n| Mill | 2033\\\n",
            ("Stop", "Year"),
            (("Pier", "2031|"), ("Mill", "2033\\")),
        ),
    ],
)
def test_the_bars_at_the_ends_of_a_table_s_rows_may_be_left_out(text, header, rows):
    (table,) = newsmodel.loads(text, "markdown").sections[0].blocks
    assert (table.header, table.rows) == (header, rows)


def test_a_table_stands_between_paragraphs_without_blank_lines():
    found = newsmodel.loads("The stops:\nStop | Year\n--- | ---\nPier | 2031\nMore follow.\n", "markdown")
    before, table, after = found.sections[0].blocks
    assert (before.text, table.header, after.text) == ("The stops:", ("Stop", "Year"), "More follow.")


@pytest.mark.parametrize(
    "text", ["Pier | Mill | Quay\n--- | ---", "# Pier | Mill\n--- | ---", "- Pier | Mill\n--- | ---"]
)
def test_a_line_with_bars_is_no_header_when_its_rule_is_of_another_length_or_it_begins_another_block(text):
    found = newsmodel.loads(text, "markdown")
    assert not any(isinstance(block, Table) for section in found.sections for block in section.blocks)
    assert "Mill" in newsmodel.dumps(found, "text")
