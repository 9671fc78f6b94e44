"""Walk, select, point at and edit."""

import attrs
import pytest
from hypothesis import given

import newsmodel
from newsmodel import (
    Article,
    InvalidModelError,
    ListBlock,
    Mention,
    Node,
    Organization,
    Paragraph,
    Person,
    QueryError,
    Quote,
    Section,
    Span,
    at_pointer,
    by,
    of,
    replace_at,
    select,
    strategies,
    transform,
    walk,
    walk_at,
)
from newsmodel._query._children import REFERENCES, children

AUTHORITY = Organization(name="Port Authority", aliases=("PA",))
MARTA = Person(name="Marta de Ilves", affiliation=AUTHORITY, aliases=("Marta",))
BO = Person(name="Bo Ek", id="person-2")
SAID = Paragraph(
    'Marta de Ilves said: "No." Bo Ek said: "Yes, and why not?"',
    quotes=(
        Quote(text="No.", spans=(Span(22, 25),), speaker=MARTA, speaker_span=Span(0, 14), cue_span=Span(15, 19)),
        Quote(text="Yes, and why not?", spans=(Span(40, 57),), speaker=BO),
    ),
    mentions=(Mention(Span(0, 14), MARTA), Mention(Span(27, 32), BO)),
)
PLAIN = Paragraph("The port stays shut.")
NESTED = ListBlock((PLAIN, ListBlock((SAID,), ordered=True)))
ARTICLE = Article(
    headline="Port stays shut",
    authors=(BO,),
    publisher=AUTHORITY,
    sections=(Section((SAID, PLAIN)), Section((NESTED,), "Costs")),
    people=(MARTA, BO),
    organizations=(AUTHORITY,),
)


@given(strategies.articles())
def test_walk_visits_every_node_once_parents_first_and_pointers_lead_back(article):
    places = list(walk_at(article))
    assert [at.node for at in places] == list(walk(article))
    pointers = [at.pointer for at in places]
    assert len(set(pointers)) == len(pointers)
    for at in places:
        assert at_pointer(article, at.pointer) is at.node
        assert at.up is None or pointers.index(at.up.pointer) < pointers.index(at.pointer)


@given(strategies.articles())
def test_select_gives_what_walking_and_filtering_gives(article):
    for kind in {Node, *map(type, walk(article))}:
        by_hand = [n for n in walk(article) if isinstance(n, kind)]
        assert list(select(article, kind)) == by_hand
        assert [at.pointer for at in select(article, kind).at()] == [
            at.pointer for at in walk_at(article) if isinstance(at.node, kind)
        ]


@given(strategies.articles())
def test_the_derived_properties_agree_with_select(article):
    assert tuple(select(article, Quote)) == article.quotes
    assert tuple(select(article, Mention)) == article.mentions


@given(strategies.articles())
def test_a_transform_that_changes_nothing_returns_the_article_itself(article):
    for kind in {Node, *map(type, walk(article))}:
        assert transform(article, kind, lambda node: node) is article


@given(strategies.articles())
def test_copying_every_node_gives_an_equal_article(article):
    seen = []

    def copy(node):
        seen.append(node)
        return attrs.evolve(node)

    again = transform(article, Node, copy)
    assert again == article
    assert again is not article
    assert len(seen) == sum(1 for _ in walk(article))


@given(strategies.articles())
def test_references_follow_when_people_and_organizations_change(article):
    def rename(entity):
        return attrs.evolve(entity, name=f"New {entity.name}", id=f"new-{entity.id}")

    again = transform(transform(article, Person, rename), Organization, rename)
    known = {e.id: e for e in (*again.people, *again.organizations)}
    assert all(e.name.startswith("New ") for e in known.values())
    for quote, old in zip(again.quotes, article.quotes, strict=True):
        assert quote.speaker == (old.speaker and known[f"new-{old.speaker.id}"])
    assert all(known[m.entity.id] == m.entity for m in again.mentions)


@given(strategies.articles())
def test_replacing_a_node_by_itself_changes_nothing(article):
    for at in walk_at(article):
        assert replace_at(article, at.pointer, at.node) == article


def test_a_walk_meets_references_only_in_the_tables():
    assert [n for n in walk(ARTICLE) if isinstance(n, Person | Organization)] == [MARTA, BO, AUTHORITY]
    assert list(walk(SAID.quotes[0])) == [SAID.quotes[0], Span(22, 25), Span(0, 14), Span(15, 19)]


def test_every_field_that_may_hold_an_entity_is_a_table_or_a_reference():
    for cls in (Article, Section, Paragraph, Quote, Mention, Person, Organization, ListBlock):
        entities = {f.name for f in attrs.fields(cls) if "Person" in str(f.type) or "Organization" in str(f.type)}
        owned = {c.name for c in children(cls)}
        assert entities - {"people", "organizations"} == set(REFERENCES.get(cls, ()))
        assert not owned & set(REFERENCES.get(cls, ()))


def test_a_place_knows_what_is_above_it():
    *_, last = select(ARTICLE, Quote).at()
    assert last.pointer == "/sections/1/blocks/0/items/1/items/0/quotes/1"
    assert last.path == ("sections", 1, "blocks", 0, "items", 1, "items", 0, "quotes", 1)
    assert last.within(Section).heading == "Costs"
    assert last.within(ListBlock).ordered
    assert last.within(Mention) is None
    assert [type(n) for n in last.ancestors()] == [Paragraph, ListBlock, ListBlock, Section, Article]
    assert repr(last).startswith("At('/sections/1/blocks/0/items/1/items/0/quotes/1', Quote(")


def test_one_child_is_pointed_at_without_an_index():
    assert at_pointer(ARTICLE, "/sections/0/blocks/0/quotes/0/cue_span") == Span(15, 19)
    assert at_pointer(ARTICLE, "/sections/0", Section) is ARTICLE.sections[0]
    assert at_pointer(ARTICLE, "") is ARTICLE


@pytest.mark.parametrize(
    ("pointer", "problem"),
    [
        ("sections/0", "not a JSON pointer"),
        ("/sections~2/0", "not a JSON pointer"),
        ("/sections/7", "no item '7' in sections of this Article, which has 2"),
        ("/sections/-1", "no item '-1' in sections of this Article, which has 2"),
        ("/sections/-", "no item '-' in sections of this Article, which has 2"),
        ("/sections/01", "no item '01' in sections of this Article, which has 2"),
        ("/sections/١", "no item '١' in sections of this Article, which has 2"),
        ("/sections", "no item '' in sections of this Article, which has 2"),
        ("/sections/", "no item '' in sections of this Article, which has 2"),
        ("/headline", "headline of Article is a value"),
        ("/lead_image", "lead_image of this Article is None"),
        ("/nonsense/0", "Article has no 'nonsense'"),
        ("/~0~1", "Article has no '~/'"),
        ("/text", "Article has no 'text'"),
        ("/authors/0", "authors refers to one"),
        ("/sections/0/blocks/0/quotes/0/speaker", "speaker refers to one"),
    ],
)
def test_a_pointer_that_leads_to_no_node_says_why(pointer, problem):
    with pytest.raises(QueryError, match=problem.replace("(", r"\(")) as caught:
        at_pointer(ARTICLE, pointer)
    assert caught.value.path == pointer
    assert isinstance(caught.value, LookupError)


def test_a_pointer_may_lead_to_another_class_than_expected():
    with pytest.raises(QueryError, match="expected Quote, found Section at /sections/0"):
        at_pointer(ARTICLE, "/sections/0", Quote)


@pytest.mark.parametrize("who", [MARTA, "marta-de-ilves", "Marta de Ilves", "MARTA", "ilves", "de Ilves"])
def test_by_takes_a_person_an_id_or_any_of_the_names(who):
    assert [q.text for q in select(ARTICLE.sections[0], Quote, by(who))] == ["No."]
    assert select(ARTICLE.sections[0], Mention, of(who)).count() == 1


@pytest.mark.parametrize("who", ["arta", "lves", "Port Authority", AUTHORITY, "", "marta de"])
def test_by_does_not_take_part_of_a_word(who):
    assert not select(ARTICLE, Quote, by(who))


def test_a_selection_can_be_narrowed_and_asked():
    quotes = select(ARTICLE, Quote)
    assert quotes.count() == 4
    assert quotes.where(by(BO)).first() is SAID.quotes[1]
    assert quotes.within(Section, lambda s: s.heading == "Costs").count() == 2
    assert list(quotes.within(ListBlock).within(Article)) == list(SAID.quotes)
    assert quotes.count_by(lambda q: q.speaker) == {MARTA: 2, BO: 2}
    assert select(ARTICLE, Paragraph).lacking(Quote).count() == 2
    assert select(ARTICLE, Section).having(Paragraph, lambda p: p is PLAIN).count() == 2
    assert select(ARTICLE, ListBlock).having(ListBlock).one() is NESTED
    assert select(ARTICLE, ListBlock).lacking(ListBlock).one().ordered
    assert not quotes.where(lambda q: False)
    assert quotes.where(lambda q: False).first() is None
    assert repr(quotes) == "<Quote selection: 4>"
    assert list(quotes) == list(quotes)
    assert list(ARTICLE.select(Quote, by(BO))) == [SAID.quotes[1]] * 2


@pytest.mark.parametrize(("kind", "found"), [(Quote, "4"), (newsmodel.Figure, "none")])
def test_asking_for_one_says_how_many_there_are(kind, found):
    with pytest.raises(QueryError, match=f"expected one {kind.__name__}, found {found}"):
        select(ARTICLE, kind).one()


def test_select_needs_a_class_of_the_model():
    with pytest.raises(TypeError, match="a class of the model"):
        select(ARTICLE, str)


def test_replacing_a_person_takes_the_references_along():
    minister = attrs.evolve(MARTA, title="Minister", id="minister")
    again = replace_at(ARTICLE, "/people/0", minister)
    assert again.people == (minister, BO)
    assert select(again, Quote, by(minister)).count() == 2
    assert select(again, Mention, of(minister)).count() == 2


def test_replacing_an_organization_takes_affiliation_authors_and_publisher_along():
    outsider = Person(name="Ada Out", affiliation=AUTHORITY)
    article = attrs.evolve(ARTICLE, authors=(MARTA, outsider, AUTHORITY))
    new = attrs.evolve(AUTHORITY, name="Harbour Board", id="board")
    again = replace_at(article, "/organizations/0", new)
    assert again.publisher == new
    assert [a.affiliation for a in again.authors[:2]] == [new, new]
    assert again.authors[2] == new
    assert again.people[0].affiliation == new
    assert again.quotes[0].speaker.affiliation == new


def test_replacing_a_deep_node_shares_the_rest():
    again = replace_at(ARTICLE, "/sections/1/blocks/0/items/0", Paragraph("It opens."))
    assert again.sections[1].text == "Costs\n\nIt opens.\n" + SAID.text
    assert again.sections[0] is ARTICLE.sections[0]


@pytest.mark.parametrize(
    ("pointer", "node"),
    [
        ("", PLAIN),
        ("/people/0", AUTHORITY),
        ("/people/0", BO),
        ("/sections/0", PLAIN),
        ("/sections/0/blocks/0/mentions/0/span", Span(0, 999)),
        ("/sections/0/blocks/1", Paragraph("Ada", mentions=(Mention(Span(0, 3), Person(name="Ada")),))),
    ],
)
def test_a_replacement_that_makes_no_valid_article_is_refused(pointer, node):
    with pytest.raises(InvalidModelError):
        replace_at(ARTICLE, pointer, node)


def test_a_transform_sees_nodes_after_those_below_them_in_document_order():
    seen = []
    transform(ARTICLE, Node, lambda node: seen.append(node) or node)
    assert seen.index(SAID.quotes[0]) < seen.index(SAID) < seen.index(NESTED.items[1]) < seen.index(NESTED)
    assert seen[:3] == [MARTA, BO, AUTHORITY]
    assert seen[-1] is ARTICLE


def test_a_transform_of_the_root_itself_is_the_function():
    assert transform(PLAIN, Paragraph, lambda p: Paragraph(p.text.upper())).text == "THE PORT STAYS SHUT."
    assert transform(MARTA, Person, lambda p: BO) is BO


def test_an_index_of_thousands_of_digits_leads_nowhere():
    article = Article(sections=(Section((Paragraph("It rains."),)),))
    with pytest.raises(QueryError, match="no item '999"):
        at_pointer(article, "/sections/" + "9" * 5000)
