"""How much of a text is annotated."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given as any_of
from hypothesis import settings
from hypothesis import strategies as st

import newsmodel
from newsmodel import Article, Entity, Figure, ListBlock, Mention, Organization, Paragraph, Person, Section, Span

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


BLANKS = st.sampled_from(["  ", "\t", "\xa0 ", "\r\n", " \n ", "\u2009", "\x1c", "\u200b", "\x85", "\u3000", ""])
WORDS = st.sampled_from(
    [
        "“No,”", "„Ja“,", "—Sí —", "« Oui »,", "said", "called", "mahnte", "mahnt:e", "dijo", "sa", "Senate President",
        "Mayor", "Ada", "Quill", "ADA QUILL:", "Inés Roca—.", "the", "Tarn Water Board", "(TWB)", "of", ".", ",",
    ]
)  # fmt: skip
NAMES = st.sampled_from(["Ada Quill", " Ada  Quill", "Ada\nQuill", "Quill", "Inés Roca", "Tarn Water Board", "said"])
GIVEN: st.SearchStrategy[Entity] = st.one_of(
    NAMES.map(lambda n: Person(name=n)),
    NAMES.map(lambda n: Person(name=n, affiliation=Organization(name="Kelmar Post"))),
    NAMES.map(lambda n: Organization(name=n)),
)


@any_of(
    st.lists(st.tuples(WORDS, BLANKS), min_size=1, max_size=12).map(lambda ws: "".join(w + b for w, b in ws)),
    st.sampled_from([None, "en", "de", "es", "fr", "sv"]),
    st.lists(GIVEN, max_size=3),
)
@settings(max_examples=300, deadline=None)
def test_any_row_of_words_and_blanks_is_annotated_whoever_wrote_it(
    text: str, language: str | None, authors: list[Entity]
) -> None:
    read = newsmodel.annotate(
        Article(language=language, authors=tuple(authors), sections=(Section((Paragraph(text),)),))
    )
    assert read.paragraphs[0].text == text
    assert newsmodel.annotate(read) == read
    assert newsmodel.loads(newsmodel.dumps(read)) == read


@pytest.mark.parametrize("verb", ["said", "chimed", "shot"])
def test_a_paragraph_may_end_behind_a_verb(verb: str) -> None:
    text = f"“We shall open all the gates tomorrow,” {verb}"
    read = newsmodel.annotate(evolve(article((Paragraph(text),)), language="en"))
    assert [q.text for q in read.quotes] == ["We shall open all the gates tomorrow,"]


@pytest.mark.parametrize("blank", ["  ", "   ", " \t", "\xa0", "\xa0 "])
def test_runs_of_blanks_are_no_part_of_a_name(blank: str) -> None:
    text = f"The{blank}Tarn{blank}Water{blank}Board met Mayor{blank}Nora{blank}Quill on Monday."
    read = newsmodel.annotate(article((Paragraph(text),)))
    assert [(p.name, p.title) for p in read.people] == [("Nora Quill", "Mayor")]
    assert [o.name for o in read.organizations] == ["Tarn Water Board"]
    written = [text[m.span.start : m.span.end] for m in read.mentions]
    assert written == [f"Tarn{blank}Water{blank}Board", f"Nora{blank}Quill"]


def test_what_stands_behind_a_title_and_blanks_is_a_name_without_them() -> None:
    read = newsmodel.annotate(evolve(article((Paragraph("He met Senate President   Teague there."),)), language="de"))
    assert all(m.entity.name == m.entity.name.strip() for m in read.mentions)


@pytest.mark.parametrize(
    ("author", "speaker"),
    [
        (Person(name="Ada\nQuill"), True),
        (Person(name="Ada\nQuill", title="Editor"), True),
        (Person(name="Ada\nQuill", affiliation=Organization(name="Kelmar Post")), False),
        (Organization(name="Ada\nQuill"), False),
    ],
)
def test_who_is_found_by_speaking_is_the_author_of_that_name_or_nobody(author: Entity, *, speaker: bool) -> None:
    lines = (Paragraph("ADA QUILL: Where were you that night?"), Paragraph("HUGO LANE: I was asleep in the attic."))
    read = newsmodel.annotate(evolve(article(lines), language="en", authors=(author,)))
    assert read.quotes[0].speaker == (author if speaker else None)
    assert newsmodel.annotate(read) == read


def test_a_line_end_behind_a_dash_belongs_to_no_quote() -> None:
    read = newsmodel.annotate(
        evolve(article((Paragraph("—No hay nada —dijo Inés Roca—.\nNadie lo sabe."),)), language="es")
    )
    assert [q.text for q in read.quotes] == ["No hay nada Nadie lo sabe."]
