"""People and organizations of an article: laws, and what stands around the cases of tests/names."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsmodel
from newsmodel import (
    Article,
    BlockQuote,
    Figure,
    Link,
    ListBlock,
    Notice,
    Organization,
    Paragraph,
    Person,
    Quote,
    Section,
    Span,
    spacy_recognizer,
)
from newsmodel._names import annotate
from newsmodel._names._find import find
from newsmodel._names._tokens import lines
from newsmodel._names._trim import trim

PIECES = (
    "Greta Halloran said",
    "Prime Minister Elof Sandberg",
    "the Coastal Rescue Committee (CRC)",
    "Quarrydale Inc.",
    "Halloran",
    "CRC",
    "in Lisbon",
    "on Monday",
    "“",
    "”",
    '"',
    "'s",
    ", a lawyer,",
    ", known as",
    "(Reuters)",
    ".",
    ",",
    "—",
    "and",
    "of the",
    "van der Zwaan",
    "al-Rawandi",
    "KANG MIN-SEO",
    "\t",
    "İ",
    "ﬁ",
    "ß",
    "李明",
    "ʼ",
    "&",
    "& Co.",
    "U.S.",
    "O'Rourke",
    "or",
    "\u2028",
    "́",
    "Mr",
    "X",
    "Jr.",
    "Dr. Amara Obi",
    "@grey",
    "#NATO",
    "https://x.test/A",
    "anti-NATO",
    "1.2.3",
    "́A",
    "who heads",
    "leader of",
)
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map(" ".join)


def article_of(*texts: str, **fields: object) -> Article:
    return Article(sections=(Section(tuple(Paragraph(t) for t in texts if t.strip())),), **fields)


def names(entities: tuple[Person | Organization, ...]) -> list[str]:
    return [e.name for e in entities]


@settings(max_examples=120, deadline=None)
@given(st.lists(st.one_of(TEXTS, st.text(max_size=40)), min_size=1, max_size=4))
def test_any_text_gives_mentions_in_order_that_stand_in_the_tables(texts: list[str]) -> None:
    try:
        plain = article_of(*texts)
    except newsmodel.InvalidModelError:
        return
    article = annotate(plain)  # the constructors check order, places and tables
    tables = {e.id: e for e in (*article.people, *article.organizations)}
    for paragraph in article.paragraphs:
        for m in paragraph.mentions:
            assert tables[m.entity.id] is m.entity
            written = " ".join(paragraph.text[m.span.start : m.span.end].split())  # names have single blanks
            assert written in {m.entity.name, *m.entity.aliases} or written.lower() in {
                x.lower() for x in (m.entity.name, *m.entity.aliases)
            }


@settings(max_examples=80, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4), st.sampled_from(["Greta Halloran", "CRC", "Sandberg", "Ola Nordmann"]))
def test_annotating_twice_is_annotating_once(texts: list[str], author: str) -> None:
    given_ = article_of(*texts, headline=texts[0].strip() or None, authors=(Person(name=author),))
    once = annotate(attrs.evolve(given_, publisher=Organization(name="Coastal Rescue Committee")))
    assert annotate(once) == once


NAMES = [
    "Maria Keller",
    "Zanele Mkhize",
    "Tomasz Wójcik",
    "Aisha al-Farsi",
    "Henrik Lund",
    "Priya Deshmukh",
    "Carlos Benítez",
]


@pytest.mark.parametrize("name", NAMES)
def test_changing_one_name_changes_only_that_name(name: str) -> None:
    last = name.rsplit(maxsplit=1)[-1].removeprefix("al-")
    text = (
        f"{name}, a spokeswoman for the Ministry of Roads, met Prime Minister Elof Sandberg in Lisbon on Monday.",
        f"{last} said the Coastal Rescue Committee (CRC) would pay. The CRC declined to comment, Sandberg added.",
    )
    article = annotate(article_of(*text))
    assert article.people == (
        Person(
            name=name,
            title="spokeswoman",
            affiliation=Organization(name="Ministry of Roads"),
            aliases=(last,),
        ),
        Person(name="Elof Sandberg", title="Prime Minister", aliases=("Sandberg",)),
    )
    assert names(article.organizations) == ["Ministry of Roads", "Coastal Rescue Committee"]


def test_people_stand_in_the_order_of_first_mention() -> None:
    article = annotate(article_of("Bo Lindgren met Aya Morimoto.", "Morimoto left. Chidi Nwachukwu stayed."))
    assert names(article.people) == ["Bo Lindgren", "Aya Morimoto", "Chidi Nwachukwu"]


def test_ids_are_readable_and_unique() -> None:
    article = annotate(article_of("Zoë Brandt met Zoe Brandtner.", "The Brandt Foundation paid."))
    ids = [e.id for e in (*article.people, *article.organizations)]
    assert len(set(ids)) == len(ids)
    assert ids[0] == "zoe-brandt"


def test_two_entities_whose_names_give_one_slug_get_two_ids() -> None:
    article = annotate(article_of("Mercer joined Mercer."), lambda _: [(2, 8, "PER"), (16, 22, "ORG")])
    assert [e.id for e in article.people] == ["mercer"]
    assert [e.id for e in article.organizations] == ["mercer-2"]


def test_an_author_whom_the_text_names_is_the_same_person() -> None:
    article = annotate(
        article_of("Ola Nordmann was there.", "Nordmann saw it.", authors=(Person(name="Ola Nordmann"),))
    )
    assert article.authors == article.people
    assert article.authors[0].aliases == ("Nordmann",)


def test_an_author_whom_the_text_does_not_name_stays_out_of_the_tables() -> None:
    author = Person(name="Ola Nordmann", title="Reporter")
    article = annotate(article_of("Greta Halloran spoke.", authors=(author,)))
    assert article.authors == (author,)
    assert names(article.people) == ["Greta Halloran"]


def test_what_the_page_says_of_an_author_outweighs_the_text() -> None:
    desk = Organization(name="Foreign Desk")
    author = Person(name="Ola Nordmann", title="Correspondent", affiliation=desk, aliases=("O.N.",))
    article = annotate(article_of("Analyst Ola Nordmann was there.", authors=(author,)))
    assert article.people[0].title == "Correspondent"
    assert article.people[0].affiliation == desk
    assert article.people[0].aliases == ("O.N.",)
    assert desk in article.organizations
    assert annotate(article) == article


def test_a_publisher_whom_the_text_names_is_the_same_body() -> None:
    article = annotate(
        article_of(
            "Quarrydale Inc. fell.", "Shares of Quarrydale Inc. rose.", publisher=Organization(name="Quarrydale Inc.")
        )
    )
    assert article.publisher is article.organizations[0]


def test_an_id_that_an_author_has_is_not_given_to_another() -> None:
    author = Person(name="Someone Else", id="greta-halloran")
    article = annotate(article_of("Greta Halloran spoke.", authors=(author,)))
    assert article.people[0].id == "greta-halloran-2"


def test_old_annotation_is_replaced_and_links_stay() -> None:
    wrong = Person(name="Nobody")
    paragraph = Paragraph(
        "Greta Halloran spoke.",
        quotes=(Quote(text="spoke", spans=(Span(15, 20),), speaker=wrong),),
        mentions=(newsmodel.Mention(Span(0, 5), wrong),),
        links=(Link(Span(0, 5), "https://x.test"),),
    )
    article = annotate(Article(sections=(Section((paragraph,)),), people=(wrong,)))
    assert names(article.people) == ["Greta Halloran"]
    assert article.paragraphs[0].links == paragraph.links
    assert article.paragraphs[0].quotes == ()


def test_names_are_found_in_lists_block_quotes_and_captions() -> None:
    def says(name: str) -> Paragraph:
        return Paragraph(f"{name} said so on Monday.")

    blocks = (
        ListBlock((says("Bo Lindgren"), ListBlock((says("Aya Morimoto"),)), says("Greta Halloran"))),
        BlockQuote((says("Elof Sandberg"),)),
        Figure(caption=says("Nomsa Dlamini")),
        Figure(url="https://x.test/a.png"),
    )
    image = Figure(caption=says("Karim Sabet"))
    article = annotate(Article(lead_image=image, sections=(Section(blocks, heading="People"),)))
    assert names(tuple(m.entity for m in article.mentions)) == names(article.people)
    assert len(article.people) == 6


def test_a_list_may_be_nested_deep() -> None:
    block = ListBlock((Paragraph("Greta Halloran spoke."),))
    for _ in range(31):
        block = ListBlock((block,))
    article = annotate(Article(sections=(Section((block,)),)))
    assert names(article.people) == ["Greta Halloran"]


def test_a_headline_helps_and_its_names_count() -> None:
    article = annotate(article_of("The minister left early.", headline="Finance minister Rosa Bellini resigns"))
    assert article.people == (Person(name="Rosa Bellini", title="Finance minister"),)
    assert article.mentions == ()


def test_an_article_without_text_has_no_names() -> None:
    assert annotate(Article()) == Article()


def test_any_callable_may_recognise() -> None:
    def only_bo(text: str) -> list[tuple[int, int, str]]:
        at = text.index("Mr Bo")
        return [
            (at, at + 6, "PER"),
            (at + 2, at + 6, "ORG"),
            (0, 3, "PLACE"),
            (0, len(text), "PER"),
            (-4, 2, "PER"),
            (5, 5, "PER"),
        ]

    article = newsmodel.annotate(article_of("Yes, Mr Bo's dog.", "Kim Lowry left."), recognizer=only_bo)
    assert article.people == (Person(name="Bo", title="Mr"),)
    assert article.organizations == ()


def test_names_of_a_recognizer_are_linked() -> None:
    text = "Zed Quux met the Foo Bar Board (FBB). Quux left the FBB."

    def spans(got: str) -> list[tuple[int, int, str]]:
        at = got.index(text)
        found = [(0, 8, "PER"), (13, 30, "ORG"), (32, 35, "ORG"), (38, 42, "PER"), (52, 55, "ORG")]
        return [(at + a, at + b, k) for a, b, k in found]

    article = annotate(article_of(text), spans)
    assert article.people == (Person(name="Zed Quux", aliases=("Quux",)),)
    assert article.organizations == (Organization(name="Foo Bar Board", aliases=("FBB",)),)


def test_a_spacy_pipeline_may_recognise() -> None:
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    patterns = [("PERSON", "Kim Lowry"), ("ORG", "the Foo Board"), ("GPE", "Lisbon"), ("PERSON", "Lowry")]
    ruler.add_patterns([{"label": label, "pattern": words} for label, words in patterns])
    article = newsmodel.annotate(
        article_of("Analyst Kim Lowry of the Foo Board spoke in Lisbon.", "Lowry left."),
        recognizer=spacy_recognizer(nlp),
    )
    board = Organization(name="Foo Board")
    assert article.people == (Person(name="Kim Lowry", title="Analyst", affiliation=board, aliases=("Lowry",)),)
    assert article.organizations == (board,)


def test_labels_of_a_pipeline_may_be_told() -> None:
    def nlp(text: str) -> SimpleNamespace:
        ents = [SimpleNamespace(start_char=text.index("Bo"), end_char=text.index("Bo") + 2, label_="human")]
        return SimpleNamespace(ents=ents)

    assert names(annotate(article_of("Then Bo left."), spacy_recognizer(nlp, {"human": "PER"})).people) == ["Bo"]
    assert annotate(article_of("Then Bo left."), spacy_recognizer(nlp)).people == ()


GERMAN = (
    "Der Minister Karl Obermüller sagte am Montag, dass die Straße nach Hause nicht mehr sicher sei und das Volk warten"
    " müsse."
)


def test_another_language_gets_a_notice() -> None:
    article = annotate(article_of(GERMAN))
    assert [n.code for n in article.notices] == ["names-language-not-supported"]
    assert "de" in article.notices[0].message
    assert annotate(article) == article


def test_the_notice_keeps_its_place_and_goes_when_it_no_longer_holds() -> None:
    other = Notice("looks-truncated", "It ends early.")
    article = annotate(article_of(GERMAN, language="de"))
    article = attrs.evolve(article, notices=(*article.notices, other))
    assert annotate(article) == article
    assert annotate(attrs.evolve(article, language="en")).notices == (other,)


def test_english_and_texts_too_short_to_tell_get_no_notice() -> None:
    assert annotate(article_of("Bo Lindgren.")).notices == ()
    assert annotate(article_of(GERMAN, language="en-GB")).notices == ()


def test_fewer_names_are_found_in_other_languages() -> None:
    text = "Der Haushalt der Regierung und die Lage im Land. Die Frau von Herrn Meier ging nach Hause."
    assert len(find(text, english=False)) <= len(find(text))


@pytest.mark.parametrize(
    ("name", "kind", "left"),
    [
        ("the Foo Board", "ORG", "Foo Board"),
        ("Prime Minister Bo Ek", "PER", "Bo Ek"),
        ("Bo Ek's", "PER", "Bo Ek"),
        ("Foo Inc", "ORG", "Foo Inc."),
        (" Bo Ek, ", "PER", "Bo Ek"),
        ("Bo Ek ’", "PER", "Bo Ek"),
        ("Mr", "PER", "Mr"),
        ("Bo E", "PER", "Bo E."),
        ("Malcolm X", "PER", "Malcolm X"),
        ("Group B", "ORG", "Group B"),
    ],
)
def test_what_does_not_belong_to_a_name_is_cut_off(name: str, kind: str, left: str) -> None:
    text = f"x {name}." if name.endswith(("Inc", " E", " X", " B")) else f"x {name} y"
    found = trim(text, 2, 2 + len(name), kind)
    assert found is not None
    assert found.text == left


def test_nothing_is_left_of_marks() -> None:
    assert trim('a ", b', 2, 4, "PER") is None


def test_time_grows_with_length_alone() -> None:
    """A long text is no harder than its parts: the same tokens, in one document, give the same names."""
    part = "Greta Halloran met the Coastal Rescue Committee (CRC) in Lisbon. Halloran said the CRC would pay."
    article = annotate(article_of(*[part] * 400))
    assert names(article.people) == ["Greta Halloran"]
    assert names(article.organizations) == ["Coastal Rescue Committee"]
    assert len(article.mentions) == 400 * 5


def test_the_place_of_a_token_is_looked_for_once() -> None:
    class Words(list[str]):
        looked_at = 0

        def __getitem__(self, k):  # type: ignore[no-untyped-def]
            Words.looked_at += 1
            return super().__getitem__(k)

    (line,) = lines("Ada " + "de la " * 2_000)
    line.words = Words(line.words)
    places = [line.place(i) for i in range(2, len(line.words) - 2)]
    assert places == [0, *(4 + 3 * k for k in range(4_000))]
    assert Words.looked_at <= 4 * len(line.words)


def test_importing_newsmodel_reads_no_name_data() -> None:
    code = "import newsmodel, sys; print(any('_names' in m for m in sys.modules))"
    import subprocess

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_a_curly_apostrophe_reads_like_a_straight_one():
    text = "Marta Ilves heads the Harbour Workers' Union."
    straight, curly = (newsmodel.parse_text(f"A headline\n\n{t}") for t in (text, text.replace("'", "’")))
    assert [o.name for o in straight.organizations] == ["Harbour Workers' Union"]
    assert [o.name for o in curly.organizations] == ["Harbour Workers’ Union"]
