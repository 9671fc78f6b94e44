"""The model checks its invariants and says where they are broken."""

import pickle

import attrs
import pytest

from newsmodel import Article, InvalidModelError, Mention, Organization, Paragraph, Person, Quote, Section, Span

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
