"""The model checks its invariants and says where they are broken."""

import pickle
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import attrs
import pytest

from newsmodel import (
    Article,
    BlockQuote,
    Embed,
    Figure,
    Furniture,
    InvalidModelError,
    Link,
    ListBlock,
    Mention,
    Notice,
    Organization,
    Paragraph,
    Person,
    Quote,
    QuoteKind,
    Section,
    Span,
    Table,
)
from newsmodel._model import MAX_LIST_DEPTH, made

AUTHORITY = Organization(name="Port Authority")
MARTA = Person(name="Marta Ilves", affiliation=AUTHORITY)
SAID = Paragraph('"No," she said.', quotes=(Quote(text="No,", spans=(Span(1, 4),), speaker=MARTA),))
ARTICLE = Article(headline="Port stays shut", sections=(Section((SAID,)),), people=(MARTA,), organizations=(AUTHORITY,))


def test_an_article_is_a_value_that_can_be_pickled_hashed_and_evolved():
    again = pickle.loads(pickle.dumps(ARTICLE))  # noqa: S301
    assert again == ARTICLE
    assert hash(again) == hash(ARTICLE)
    assert attrs.evolve(ARTICLE, headline="Port opens") != ARTICLE


def test_a_speaker_must_stand_in_the_tables():
    with pytest.raises(InvalidModelError) as caught:
        attrs.evolve(ARTICLE, people=())
    assert caught.value.path == "$.sections[0].blocks[0].quotes[0].speaker"


@pytest.mark.parametrize("span", [Span(0, 99), Span(4, 7)])
def test_a_span_lies_on_letters_inside_its_paragraph(span):
    with pytest.raises(InvalidModelError) as caught:
        Paragraph("Here we go", mentions=(Mention(span, AUTHORITY),))
    assert caught.value.path == "$.mentions[0].span"


@pytest.mark.parametrize("blank", ["", " \n", "a\ud800"])
def test_an_unknown_text_is_none_and_never_blank(blank):
    with pytest.raises(InvalidModelError):
        Article(headline=blank)


BAD = {
    "span backwards": (lambda: Span(4, 4), "$"),
    "span before the text": (lambda: Span(-1, 4), "$"),
    "span of bools": (lambda: Span(False, True), "$"),
    "span of floats": (lambda: Span(0, 1.5), "$"),
    "name missing": (lambda: Person(name=""), "$.name"),
    "name of bytes": (lambda: Organization(name=b"Acme"), "$.name"),
    "title blank": (lambda: Person(name="Ann Lee", title="\t"), "$.title"),
    "aliases as list": (lambda: Person(name="Ann Lee", aliases=["Ann"]), "$.aliases"),
    "alias blank": (lambda: Organization(name="Acme", aliases=("A", " ")), "$.aliases[1]"),
    "affiliation as text": (lambda: Person(name="Ann Lee", affiliation="Acme"), "$.affiliation"),
    "id blank": (lambda: Person(name="Ann Lee", id=""), "$.id"),
    "mention without span": (lambda: Mention((0, 1), AUTHORITY), "$.span"),
    "mention of a name": (lambda: Mention(Span(0, 1), "Ann"), "$.entity"),
    "link without span": (lambda: Link(None, "/a"), "$.span"),
    "link to nowhere": (lambda: Link(Span(0, 1), ""), "$.url"),
    "quote without spans": (lambda: Quote(text="a", spans=()), "$.spans"),
    "quote with spans out of order": (lambda: Quote(text="b a", spans=(Span(2, 3), Span(0, 1))), "$.spans[1]"),
    "quote with a kind as text": (lambda: Quote(text="a", spans=(Span(0, 1),), kind="direct"), "$.kind"),
    "quote with a speaker as text": (lambda: Quote(text="a", spans=(Span(0, 1),), speaker="Ann"), "$.speaker"),
    "quote with a cue as text": (lambda: Quote(text="a", spans=(Span(0, 1),), cue_span="said"), "$.cue_span"),
    "quote with continues as int": (lambda: Quote(text="a", spans=(Span(0, 1),), continues=1), "$.continues"),
    "quote with other words": (
        lambda: Paragraph("No.", quotes=(Quote(text="Yes", spans=(Span(0, 3),)),)),
        "$.quotes[0].text",
    ),
    "quote beyond the text": (
        lambda: Paragraph("No.", quotes=(Quote(text="No.", spans=(Span(0, 4),)),)),
        "$.quotes[0].spans[0]",
    ),
    "cue on white space": (
        lambda: Paragraph("No. He", quotes=(Quote(text="No.", spans=(Span(0, 3),), cue_span=Span(3, 6)),)),
        "$.quotes[0].cue_span",
    ),
    "quotes out of order": (
        lambda: Paragraph("a b", quotes=(Quote(text="b", spans=(Span(2, 3),)), Quote(text="a", spans=(Span(0, 1),)))),
        "$.quotes[1]",
    ),
    "mentions that overlap": (
        lambda: Paragraph("a b", mentions=(Mention(Span(0, 3), AUTHORITY), Mention(Span(2, 3), AUTHORITY))),
        "$.mentions[1].span",
    ),
    "links that overlap": (
        lambda: Paragraph("a b", links=(Link(Span(0, 3), "/a"), Link(Span(2, 3), "/b"))),
        "$.links[1].span",
    ),
    "paragraph as list of quotes": (lambda: Paragraph("a", quotes=[]), "$.quotes"),
    "list without items": (lambda: ListBlock(()), "$.items"),
    "list of texts": (lambda: ListBlock(("a",)), "$.items[0]"),
    "list numbered by int": (lambda: ListBlock((Paragraph("a"),), ordered=1), "$.ordered"),
    "block quote without paragraphs": (lambda: BlockQuote(()), "$.paragraphs"),
    "block quote pulled by int": (lambda: BlockQuote((Paragraph("a"),), pull=0), "$.pull"),
    "figure with caption as text": (lambda: Figure(caption="a"), "$.caption"),
    "table of lists": (lambda: Table(rows=(["a"],)), "$.rows[0]"),
    "table with a number": (lambda: Table(rows=(("a", 1),)), "$.rows[0][1]"),
    "table with a lone surrogate": (lambda: Table(rows=(), header=("\udc80",)), "$.header[0]"),
    "embed with a blank": (lambda: Embed(author=" "), "$.author"),
    "section of texts": (lambda: Section(("a",)), "$.blocks[0]"),
    "section of level 0": (lambda: Section((), level=0), "$.level"),
    "section of level true": (lambda: Section((), level=True), "$.level"),
    "furniture without kind": (lambda: Furniture("", "a"), "$.kind"),
    "notice without message": (lambda: Notice("no-body", ""), "$.message"),
    "authors as texts": (lambda: Article(authors=("Ann Lee",)), "$.authors[0]"),
    "publisher as text": (lambda: Article(publisher="Acme"), "$.publisher"),
    "date as text": (lambda: Article(published="2031-05-04"), "$.published"),
    "naive datetime": (lambda: Article(published=datetime(2031, 5, 4)), "$.published"),  # noqa: DTZ001
    "offset in seconds": (
        lambda: Article(modified=datetime(2031, 5, 4, tzinfo=timezone(timedelta(seconds=61)))),
        "$.modified",
    ),
    "access as text": (lambda: Article(access="free"), "$.access"),
    "tags as text": (lambda: Article(tags="a"), "$.tags"),
    "two of one id": (lambda: Article(people=(BO, BO)), "$.people[1].id"),
    "one id for a person and an organization": (
        lambda: Article(people=(BO,), organizations=(Organization(name="Bo Ek"),)),
        "$.organizations[0].id",
    ),
    "affiliation not in the tables": (lambda: Article(people=(MARTA,)), "$.people[0].affiliation"),
    "an author unlike the one in the tables": (
        lambda: Article(authors=(attrs.evolve(BO, title="Mayor"),), people=(BO,)),
        "$.authors[0]",
    ),
    "a publisher unlike the one in the tables": (
        lambda: Article(publisher=Organization(name="PA", id=AUTHORITY.id), organizations=(AUTHORITY,)),
        "$.publisher",
    ),
    "a mention in a caption of one not in the tables": (
        lambda: Article(lead_image=Figure(caption=Paragraph("Bo", mentions=(Mention(Span(0, 2), BO),)))),
        "$.lead_image.caption.mentions[0].entity",
    ),
    "a mention in a nested list of one not in the tables": (
        lambda: Article(
            sections=(Section((ListBlock((ListBlock((Paragraph("Bo", mentions=(Mention(Span(0, 2), BO),)),)),)),)),)
        ),
        "$.sections[0].blocks[0].items[0].items[0].mentions[0].entity",
    ),
    "a mention in a block quote of one not in the tables": (
        lambda: Article(sections=(Section((BlockQuote((Paragraph("Bo", mentions=(Mention(Span(0, 2), BO),)),)),)),)),
        "$.sections[0].blocks[0].paragraphs[0].mentions[0].entity",
    ),
}
BO = Person(name="Bo Ek")


@pytest.mark.parametrize("name", BAD)
def test_what_is_not_valid_is_refused_with_its_path(name):
    make, path = BAD[name]
    with pytest.raises(InvalidModelError) as caught:
        make()
    assert caught.value.path == path
    assert str(caught.value).startswith("expected ")


def nested(depth):
    block = ListBlock((Paragraph("deepest"),))
    for _ in range(depth - 1):
        block = ListBlock((Paragraph("above"), block))
    return block


def test_lists_nest_so_deep_and_no_deeper():
    article = Article(sections=(Section((nested(MAX_LIST_DEPTH),)),))
    assert article == attrs.evolve(article)
    assert len(article.paragraphs) == MAX_LIST_DEPTH
    assert hash(article) == hash(pickle.loads(pickle.dumps(article)))  # noqa: S301
    assert repr(article.sections[0].blocks[0]).count("ListBlock") == MAX_LIST_DEPTH
    with pytest.raises(InvalidModelError, match="lists nested at most 32 deep"):
        ListBlock((article.sections[0].blocks[0],))


def test_an_article_reads_as_its_text():
    article = Article(
        sections=(
            Section(
                (
                    Paragraph("First."),
                    ListBlock((Paragraph("one"), ListBlock((Paragraph("a"),)), Paragraph("two"))),
                    BlockQuote((Paragraph("Said once."), Paragraph("Said twice."))),
                    BlockQuote((Paragraph("First, again."),), pull=True),
                    Figure(caption=Paragraph("Not read.")),
                    Table(header=("Year", "Boats"), rows=(("2030", ""), ())),
                    Embed(text="Not read."),
                ),
            ),
            Section((), "Later", 3),
        ),
        kicker="Ports",
        byline="By Ann Lee",
        published=date(2031, 5, 4),
        standfirst="In short.",
        people=(BO,),
        notices=(Notice("looks-truncated", "The text ends early."),),
    )
    assert article.text == "First.\n\none\na\ntwo\n\nSaid once.\n\nSaid twice.\n\nYear Boats\n2030\n\nLater"
    assert [p.text for p in article.paragraphs] == ["First.", "one", "a", "two", "Said once.", "Said twice."]
    assert str(article) == (
        "PORTS\n(no headline)\nBy Ann Lee · 2031-05-04\n\nIn short.\n\nFirst.\none\na\ntwo\nSaid once.\nSaid twice."
        "\n\n### Later\n\nPeople: Bo Ek\n[looks-truncated] The text ends early."
    )
    assert repr(article) == "Article(None, 2 sections, 6 paragraphs, 1 person)"
    assert repr(article.sections[0]) == "Section(None, 7 blocks)"
    assert repr(Paragraph("a" * 60)) == f"Paragraph('{'a' * 39}…')"


@pytest.mark.parametrize(
    ("name", "made"),
    [("Zoë O'Brien", "zoe-o-brien"), ("李娜", "李娜"), ("...", "x"), ("A  B", "a-b"), ("Ærø", "ærø"), ("\u0301", "x")],
)
def test_an_id_is_made_of_the_letters_of_the_name(name, made):
    assert Person(name=name).id == made
    assert Organization(name=name).id == made


def test_a_named_zone_becomes_its_offset():
    told = datetime(2031, 7, 4, 12, tzinfo=ZoneInfo("Europe/Vienna"))
    article = Article(published=told)
    assert article.published == told
    assert article.published.isoformat() == "2031-07-04T12:00:00+02:00"
    assert type(article.published.tzinfo) is timezone


def test_errors_can_be_pickled():
    with pytest.raises(InvalidModelError) as caught:
        Article(headline="")
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301
    assert (again.problem, again.path, again.hint) == (caught.value.problem, "$.headline", caught.value.hint)


def test_what_the_library_makes_unchecked_is_what_the_constructors_make():
    place, cue, kind = Span(1, 4), Span(10, 14), QuoteKind.MIXED
    said = Quote(text="No,", spans=(place,), kind=kind, speaker=MARTA, speaker_span=cue, cue_span=cue, continues=True)
    named, link = Mention(cue, MARTA), Link(cue, "https://example.org/")
    text = '"No," she said.'
    assert made.span(1, 4) == place
    assert made.mention(cue, MARTA) == named
    assert made.quote("No,", (place,), kind, MARTA, cue, cue, continues=True) == said
    assert made.paragraph(text, (said,), (named,), (link,)) == Paragraph(text, (said,), (named,), (link,))
