"""How much of a text is annotated."""

from __future__ import annotations

from attrs import evolve

import newsmodel
from newsmodel import Article, Figure, ListBlock, Mention, Organization, Paragraph, Section, Span

NEWS = '"The weir will hold," said Nora Quill, the engineer of the Tarn Water Board. It was built in three summers. '
CODE = "annotation-truncated"


def article(*sections: tuple[object, ...]) -> Article:
    return Article(sections=tuple(Section(blocks=blocks) for blocks in sections))  # type: ignore[arg-type]


def codes(a: Article) -> list[str]:
    return [n.code for n in a.notices]


def test_a_long_report_is_annotated_to_its_end() -> None:
    read = newsmodel.annotate(article(tuple(Paragraph(NEWS * 4) for _ in range(60))))
    assert codes(read) == []
    assert read.sections[0].blocks[-1].quotes  # type: ignore[union-attr]


def test_of_a_text_without_end_only_the_start_is_annotated_and_a_notice_says_so() -> None:
    given = article((Paragraph(NEWS),), tuple(Paragraph(NEWS * 4) for _ in range(2_000)), (Paragraph(NEWS),))
    read = newsmodel.annotate(given)
    assert codes(read) == [CODE]
    assert [p.text for p in read.paragraphs] == [p.text for p in given.paragraphs]
    assert read.paragraphs[0].quotes
    assert not read.paragraphs[-1].mentions
    assert newsmodel.annotate(read) == read


def test_a_caller_with_time_may_have_the_whole_text_annotated() -> None:
    read = newsmodel.annotate(article(tuple(Paragraph(NEWS * 4) for _ in range(600))), whole=True)
    assert codes(read) == []
    assert read.paragraphs[-1].quotes


def test_a_paragraph_without_end_is_annotated_at_its_start() -> None:
    read = newsmodel.annotate(article((Paragraph(NEWS * 20_000), Paragraph(NEWS))))
    first, last = read.paragraphs
    assert codes(read) == [CODE]
    assert first.text == NEWS * 20_000
    assert first.quotes
    assert first.mentions[-1].span.end < len(first.text)
    assert not last.mentions


def test_where_nothing_is_annotated_old_mentions_go_too() -> None:
    old = Organization(name="Mill Guild")
    late = Paragraph("The Mill Guild met.", mentions=(Mention(Span(4, 14), old),))
    blocks = (Paragraph(NEWS * 20_000), ListBlock((late,)), Figure(url="https://x.example/a.png", caption=late))
    sections = (Section(blocks=blocks), Section(blocks=(late, Paragraph("Nothing."))))
    given = Article(sections=sections, organizations=(old,))
    read = newsmodel.annotate(given)
    assert all(not p.mentions for p in read.paragraphs[1:])
    assert old not in read.organizations
    assert [p.text for p in read.paragraphs] == [p.text for p in given.paragraphs]


def test_the_notice_goes_when_the_text_is_short_again() -> None:
    read = newsmodel.annotate(article(tuple(Paragraph(NEWS) for _ in range(5_000))))
    assert codes(newsmodel.annotate(evolve(read, sections=read.sections[:0]))) == []


def test_sections_without_end_count_too() -> None:
    read = newsmodel.annotate(article(*[()] * 20_000, (Paragraph(NEWS),)))
    assert codes(read) == [CODE]
    assert len(read.sections) == 20_001
    assert not read.quotes


def test_a_short_text_of_nothing_but_quoted_words_is_read_at_its_start() -> None:
    read = newsmodel.annotate(article((Paragraph("“We voted today,” said Ann. " * 2_000),)))
    assert codes(read) == [CODE]
    assert read.quotes
    whole = newsmodel.annotate(read, whole=True)
    assert codes(whole) == []
    assert len(whole.quotes) > len(read.quotes)


def test_marks_cost_more_than_letters() -> None:
    letters, marks = (newsmodel.annotate(article((Paragraph(f"Ann spoke. {x * 170_000}"),))) for x in ("a", "("))
    assert codes(letters) == []
    assert codes(marks) == [CODE]
