"""What holds for the quotes of every text."""

import tomllib

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import newsmodel
from newsmodel import Article, BlockQuote, Figure, ListBlock, Mention, Paragraph, Person, QuoteKind, Section, Span
from newsmodel._quotes import _chunks, _prominence, _resolve, annotate
from newsmodel._quotes._data import data_text
from newsmodel._quotes._lexicon import language, languages
from newsmodel._quotes._tokens import Tokens

# Bits of news prose that put marks, cues and names in every order.
BITS = st.sampled_from(
    [
        "“", "”", '"', "'", "‘", "’", "«", "»", "„", "''", "``", "「", "」", "—", " ", ", ", ". ", "? ", ": ", "\n",
        "she said", "said Ada Quill", "Ada Quill", "told reporters", "according to", "the plan", "is dead", "and",
        "who", "so-called", "the film", "It was late", "12", "'90s", "players'", "sagte er", "dit-il", "dijo", "aldus",
        "A", "B.", "(", ")",
    ]
)  # fmt: skip
TEXTS = st.lists(BITS, min_size=1, max_size=30).map("".join).filter(str.strip)
LANGUAGES = st.sampled_from([None, "en", "de", "fr", "es", "it", "pt", "nl", "sv"])
FEW = settings(max_examples=120, deadline=None)

ADA = Person(name="Ada Quill")
STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def article_of(texts, language="en"):
    return annotate(Article(language=language, sections=(Section(tuple(Paragraph(t) for t in texts)),)))


def found(article):
    return [[(q.kind, q.text) for q in p.quotes] for p in article.paragraphs]


@given(st.lists(TEXTS, min_size=1, max_size=5), LANGUAGES)
@FEW
def test_any_text_gives_an_article_that_keeps_its_own_laws(texts, language):
    article = article_of(texts, language)
    assert [p.text for p in article.paragraphs] == texts
    assert annotate(article) == article


@given(st.lists(TEXTS, min_size=1, max_size=5), LANGUAGES)
@FEW
def test_spans_begin_and_end_on_letters_and_make_the_text(texts, language):
    for paragraph in article_of(texts, language).paragraphs:
        for quote in paragraph.quotes:
            words = [paragraph.text[s.start : s.end] for s in quote.spans]
            assert quote.text == " ".join(words)
            assert all(w == w.strip() != "" for w in words)


@given(st.lists(TEXTS, min_size=1, max_size=5), LANGUAGES)
@FEW
def test_quotes_of_a_paragraph_do_not_overlap_unless_nested(texts, language):
    for paragraph in article_of(texts, language).paragraphs:
        spans = [s for q in paragraph.quotes for s in q.spans]
        for i, a in enumerate(spans):
            for b in spans[i + 1 :]:
                apart = a.end <= b.start or b.end <= a.start
                nested = (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)
                assert apart or nested


@given(st.lists(TEXTS, min_size=1, max_size=5), LANGUAGES)
@example(["The plan “is dead,” said Ada Quill “and” for good."], "en")
@FEW
def test_who_speaks_is_not_among_the_words(texts, language):
    for paragraph in article_of(texts, language).paragraphs:
        for quote in paragraph.quotes:
            for told in filter(None, (quote.speaker_span, quote.cue_span)):
                assert all(told.end <= s.start or s.end <= told.start for s in quote.spans)


def test_a_row_of_marks_behind_a_title_is_nobody():
    article = newsmodel.annotate(Article(language="de", sections=(Section((Paragraph("Herr ””” töBO"),)),)))
    assert article.people == ()


@given(st.lists(TEXTS, min_size=1, max_size=4), st.integers(0, 4), LANGUAGES)
@FEW
def test_a_paragraph_without_marks_changes_no_other_quote(texts, place, language):
    plain = "The bridge across the river stayed shut all week."
    before = found(article_of([*texts[:place], *texts[place:]], language or "en"))
    after = found(article_of([*texts, plain], language or "en"))
    assert after[:-1] == before
    assert after[-1] == []


NAMES = st.sampled_from(["Ada Quill", "the mayor", "she", "a spokesman for the port", "Mr Birch"])
WORDS = st.sampled_from(["We open at nine", "It is over, I think", "No", "Nobody asked us about it"])
SENTENCES = st.one_of(
    st.tuples(WORDS, NAMES).map(lambda x: f"“{x[0]},” {x[1]} said."),
    st.tuples(WORDS, NAMES).map(lambda x: f"{x[1].capitalize()} said: “{x[0]}.”"),
    st.tuples(WORDS, NAMES, WORDS).map(lambda x: f"“{x[0]},” said {x[1]}. “{x[2]}.”"),
    st.tuples(NAMES, WORDS).map(lambda x: f"{x[0].capitalize()} called it “{x[1].lower()}”."),
    st.just("The council meets in May."),
)


@given(st.lists(SENTENCES, min_size=1, max_size=6))
@FEW
def test_straight_and_curly_marks_give_the_same_quotes(texts):
    curly, straight = article_of(texts), article_of([t.translate(STRAIGHT) for t in texts])
    shape = [[(q.kind, q.text.translate(STRAIGHT), q.spans, q.cue_span) for q in p.quotes] for p in curly.paragraphs]
    assert [[(q.kind, q.text, q.spans, q.cue_span) for q in p.quotes] for p in straight.paragraphs] == shape


@given(st.lists(SENTENCES, min_size=1, max_size=6))
@FEW
def test_every_quote_in_good_order_is_found_with_a_cue(texts):
    for text, paragraph in zip(texts, article_of(texts).paragraphs, strict=True):
        assert bool(paragraph.quotes) == ("“" in text)
        assert all(q.cue_span is not None for q in paragraph.quotes)


@pytest.mark.parametrize("mark", ['"', "“", "”", "«", "'", "‘", "''", "„", "「", '" ', ' "'])
def test_many_unbalanced_marks_are_read_in_one_pass(mark):
    text = f"{mark}word " * 10_000
    assert article_of([text.strip()]).paragraphs[0].text == text.strip()


@pytest.mark.parametrize("unit", ['"a b" ', "he said “a b c d” and ", "“a “b ” ", "X, said Y, said "])
def test_a_sentence_without_end_is_read_in_pieces(unit):
    text = (unit * 2_000).strip()
    assert article_of([text]).paragraphs[0].text == text


def test_thousands_of_quotes_and_reports_in_one_paragraph_each_have_their_speaker():
    unit = "“We open at nine,” Ada Quill said. Ada Quill said that the shop was old. "
    times, at = 2_000, unit.index("Ada")
    places = sorted([k * len(unit) + i for k in range(times) for i in (at, unit.index("Ada", at + 1))])
    text = Paragraph((unit * times).strip(), mentions=tuple(Mention(Span(i, i + 9), ADA) for i in places))
    article = annotate(Article(language="en", sections=(Section((text,)),), people=(ADA,)))
    assert [q.speaker for q in article.quotes] == [ADA] * 2 * times


def test_what_is_remembered_of_words_is_bounded(monkeypatch):
    monkeypatch.setattr(_chunks, "_KEPT", 3)
    known = _chunks.Chunks(language("en"), headline=False)
    tokens = {chunk: known[chunk] for chunk in ("The", "tram", "was", "late,", "in", "Lindow.", "today", "x" * 999)}
    assert len(known) <= 3
    assert tokens == {chunk: known[chunk] for chunk in tokens}


@given(st.text(alphabet=" -–'’.,:&*($%\u00a0\naeiJX19é", max_size=40), st.sampled_from(["en", "de", "fr", "pt"]))
@FEW
def test_each_token_stands_where_it_says(text, code):
    t = Tokens(text, [], language(code))
    ends = [t.end(i) for i in range(len(t))]
    assert [text[a:b].lower() for a, b in zip(t.starts, ends, strict=True)] == t.lows
    assert all(a < b for a, b in zip(t.starts, ends, strict=True))
    assert all(b <= a for b, a in zip(ends, t.starts[1:], strict=False))
    assert [t.find(b - 1) for b in ends] == [*range(len(t))]
    assert [t.find(b) for b in ends] == [*range(1, len(t) + 1)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- Ada came - she said -", ["ada", "came", "-", "she", "said"]),
        ("-- Ada-Lee -came-", ["--", "ada-lee", "came"]),
        ("J. Lee, U.S., paid $1,000 (5%).", ["j.", "lee", ",", "u.s.", ",", "paid", "1,000", "(", "5", ")", "."]),
    ],
)
def test_a_text_is_cut_into_words_and_marks(text, words):
    assert Tokens(text, [], language("en")).lows == words


def test_a_phrase_for_a_source_is_found_by_its_rarest_word():
    text = "In the words of Ada Quill, the shop was old. According to Ada Quill, it was in the way of the tram."
    assert [text[q.cue_span.start : q.cue_span.end] for q in article_of([text]).quotes] == [
        "In the words of",
        "According to",
    ]


def test_an_unbalanced_mark_costs_its_paragraph_and_no_more():
    bad = "“We open at nine, she said."
    good = ["The shop is old.", "“We close at ten,” Ada Quill said.", "“We never sleep,” said the cook."]
    assert found(article_of([bad, *good]))[1:] == found(article_of(good))


def test_quotes_are_found_in_lists_and_block_quotes():
    words = Paragraph("“We open at nine,” Ada Quill said.")
    nested = ListBlock((words, ListBlock((words,))))
    article = annotate(Article(sections=(Section((nested, BlockQuote((words,)))),)))
    assert [q.text for q in article.quotes] == ["We open at nine,"] * 3


def test_lists_within_lists_are_read():
    block = ListBlock((Paragraph("“We open at nine,” Ada Quill said."),))
    for _ in range(30):
        block = ListBlock((block,))
    assert len(annotate(Article(sections=(Section((block,)),))).quotes) == 1


def test_pull_quotes_repeat_the_text_and_are_not_read():
    words = Paragraph("“We open at nine,” Ada Quill said.")
    article = annotate(Article(sections=(Section((words, BlockQuote((words,), pull=True))),)))
    assert len(article.quotes) == 1


def test_a_speaker_whom_names_missed_enters_the_tables():
    article = article_of(["“We open at nine,” Martha Quill said.", "“We do,” Quill said."])
    assert [p.name for p in article.people] == ["Martha Quill"]
    assert [q.speaker.name for q in article.quotes] == ["Martha Quill", "Martha Quill"]
    assert [m.entity.name for m in article.mentions] == ["Martha Quill"]


def test_an_article_without_paragraphs_stays_as_it_is():
    article = Article(headline="Nothing")
    assert annotate(article) is article


def test_the_kinds_are_told_apart():
    article = article_of(["“A b c d,” she said.", "She said the plan was “a b c”.", "She said that the plan was dead."])
    assert [q.kind for q in article.quotes] == [QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT]


def test_the_language_that_the_article_names_wins():
    text = "„Wir gehen jetzt alle nach Hause“, sagte Karl Behn."
    german, swedish = article_of([text], "de-AT"), article_of([text], "sv")
    assert german.quotes[0].cue_span is not None
    assert swedish.quotes[0].cue_span is None
    assert attrs.evolve(german.quotes[0], speaker=None, speaker_span=None, cue_span=None) == swedish.quotes[0]


def test_a_block_quote_needs_no_marks():
    block = BlockQuote((Paragraph("We open at nine, and we always have."),), attribution="Ada Quill, baker")
    lead = Paragraph("Ada Quill was blunt:", mentions=(Mention(Span(0, 9), ADA),))
    article = annotate(Article(language="en", sections=(Section((lead, block)),), people=(ADA,)))
    assert [(q.text, q.speaker) for q in article.quotes] == [("We open at nine, and we always have.", ADA)]


def test_a_block_quote_behind_a_colon_is_said_by_whom_the_paragraph_tells_of():
    lead = Paragraph("Ada Quill was blunt:", mentions=(Mention(Span(0, 9), ADA),))
    block = BlockQuote((Paragraph("We open at nine, and we always have."),))
    article = annotate(Article(language="en", sections=(Section((lead, block)),), people=(ADA,)))
    assert article.quotes[0].speaker == ADA


def test_captions_are_read_after_the_text():
    picture = Figure(caption=Paragraph("“We open at nine,” Ada Quill said."))
    mentions = (Mention(Span(0, 9), ADA),)
    text = Paragraph("Ada Quill bakes.", mentions=mentions)
    article = annotate(Article(language="en", lead_image=picture, sections=(Section((text, picture)),), people=(ADA,)))
    assert [q.speaker for q in article.quotes] == [ADA, ADA]


GERMAN = st.sampled_from(
    [
        "meine", "Woche", "heute", "der", "die", "dem", "des", "wie", "so", "nach", "für", "Ansicht", "zufolge", "laut",
        "hatte", "wird", "sagte", "stellte", "fest", "und", "dass", "„Ja“", "„nein,“", ",", ":", ".", "(", ")", "Ute",
        "Vogt", "er", "sie", "es", "nicht", "in", "von", "sei", "begann", "Montag",
    ]
)  # fmt: skip


@given(st.lists(GERMAN, min_size=1, max_size=24).map(" ".join))
@FEW
def test_any_row_of_german_words_is_read_to_its_end(text):
    assert article_of([text], "de").paragraphs[0].text == text


def test_a_possessive_that_is_a_verb_as_well_does_not_stop_the_reading():
    article = article_of(["Dann begann meine Woche: „Alles wird gut.“"], "de")
    assert len(article.paragraphs) == 1


def test_a_name_among_thousands_is_weighed_by_the_words_near_it():
    class Counted(list):
        looked_at = 0

        def __getitem__(self, k):
            Counted.looked_at += 1
            return super().__getitem__(k)

    tokens = Tokens("Ada and " * 3_000, (), language("en"))
    tokens.kinds = Counted(tokens.kinds)
    for at in range(0, 6_000, 2):
        _prominence.prominence(tokens, at)
    assert Counted.looked_at <= 3_000 * 50


@pytest.mark.parametrize(
    "text",
    [
        "Her lawyer, harbour master",
        "“It is late,” said her lawyer, harbour master",
        "“It is late,” said her lawyer, Dr.",
        "that Quill, Harbour,ha",
        "It was the mayor, Harbour, clerk",
    ],
)
@pytest.mark.parametrize("code", ["en", "de", "it", "xx"])
def test_a_paragraph_may_end_in_words_for_what_somebody_is(text, code):
    article = newsmodel.annotate(Article(language=code, sections=(Section((Paragraph(text),)),)))
    assert article.text == text


@pytest.mark.parametrize("code", ["en", "de", "es"])
def test_an_article_may_have_nothing_but_a_caption(code):
    caption = Paragraph("“It is late,” said Ada Quill.")
    article = annotate(Article(language=code, sections=(Section((Figure(caption=caption),)),)))
    assert [q.text for q in article.quotes] == ["It is late,"]


def test_titles_are_looked_through_once_for_a_noun_however_often_it_is_asked_for(monkeypatch):
    asked = []
    bears = _resolve.Resolver._bears
    monkeypatch.setattr(_resolve.Resolver, "_bears", lambda self, *words: asked.append(words) or bears(self, *words))
    people = tuple(Person(name=f"Ada Q{k}", title="Minister") for k in range(40))
    texts = [f"{p.name} came in. “It is late,” the minister said." for p in people]
    mentions = [(Mention(Span(0, len(p.name)), p),) for p in people]
    paragraphs = tuple(map(Paragraph, texts, [()] * len(texts), mentions))
    article = annotate(Article(language="en", sections=(Section(paragraphs),), people=people))
    assert [q.speaker for q in article.quotes] == list(people)
    assert len(asked) == len(people)


@pytest.mark.parametrize("code", sorted(languages()))
def test_no_word_stands_twice_in_a_list_of_a_language(code):
    data = tomllib.loads(data_text(f"{code}.toml"))
    for table, lists in data.items():
        for key, words in lists.items() if isinstance(lists, dict) else ():
            listed = words.split() if isinstance(words, str) and table != "strong" else []
            assert len(listed) == len(set(listed)), f"{table}.{key}"


@pytest.mark.parametrize("code", sorted(languages()))
def test_lines_of_data_are_no_longer_than_those_of_code(code):
    assert max(map(len, data_text(f"{code}.toml").splitlines())) <= 120


@pytest.mark.parametrize("table", ["say", "think", "label"])
def test_english_verbs_have_the_endings_of_what_they_end_in(table):
    ends = {"e": "e", "y": "y", "s": "es", "x": "es", "z": "es", "ch": "es", "sh": "es"}
    data = tomllib.loads(data_text("en.toml"))
    for key, verbs in data[table].items():
        for verb in verbs.split() if key != "forms" else ():
            fit = ends.get(verb[-2:]) or ends.get(verb[-1], "regular")
            fit = "regular" if verb[-1] == "y" and verb[-2] in "aeiou" else fit
            assert key in (fit, verb[-1] * 2), verb


def test_somebody_who_was_named_thousands_of_mentions_ago_still_bears_the_office():
    voss, lee = Person(name="Kent Voss", title="lawyer"), Person(name="Ann Lee")
    crowd = "He met Ann Lee. " * 3000
    named = tuple(Mention(Span(i, i + 7), lee) for i in range(7, len(crowd), 16))
    paragraphs = (
        Paragraph("Kent Voss, a lawyer, won.", mentions=(Mention(Span(0, 9), voss),)),
        Paragraph(crowd.rstrip(), mentions=named),
        Paragraph("The lawyer said “it is bad”."),
    )
    article = Article(sections=(Section(paragraphs),), people=(voss, lee), language="en")
    assert [q.speaker for q in annotate(article).quotes][-1:] == [voss]
