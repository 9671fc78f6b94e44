"""Reported speech read by a parser; the parser here is a table of trees, in the form of spaCy's tokens."""

import pytest

from newsmodel import Article, Paragraph, Section, annotate


class Word:
    """One token of a tree."""

    def __init__(self, i, idx, text, dep):
        self.i, self.idx, self.text, self.dep_ = i, idx, text, dep
        self.head = self
        self.children = []


def tree(text, heads, deps):
    """Words in order; heads are numbers of words, the root its own."""
    words, at = [], 0
    for i, (form, dep) in enumerate(zip(text.split(), deps.split(), strict=True)):
        at = text.index(form, at)
        words.append(Word(i, at, form, dep))
        at += len(form)
    for word, head in zip(words, heads, strict=True):
        word.head = words[head]
        if words[head] is not word:
            words[head].children.append(word)
    return words


TREES = {
    "Officials in Holm said that the dam would hold .": tree(
        "Officials in Holm said that the dam would hold .",
        [3, 0, 1, 3, 8, 6, 8, 8, 3, 3],
        "nsubj prep pobj ROOT mark det nsubj aux ccomp punct",
    ),
    "The dam , officials said , would hold .": tree(
        "The dam , officials said , would hold .",
        [1, 7, 7, 4, 7, 7, 7, 7, 7],
        "det nsubj punct nsubj parataxis punct aux ROOT punct",
    ),
    "The board met and warned that rivers were rising .": tree(
        "The board met and warned that rivers were rising .",
        [1, 2, 2, 2, 2, 8, 8, 8, 4, 2],
        "det nsubj ROOT cc conj mark nsubj aux ccomp punct",
    ),
    "The board , which warned that rivers rose , met .": tree(
        "The board , which warned that rivers rose , met .",
        [1, 9, 1, 4, 1, 7, 7, 4, 1, 9, 9],
        "det nsubj punct dobj relcl mark nsubj ccomp punct ROOT punct",
    ),
    "Quill said Holm had a “ huge ” need for rest and sleep .": tree(
        "Quill said Holm had a “ huge ” need for rest and sleep .",
        [1, 1, 3, 1, 8, 8, 8, 8, 3, 8, 9, 10, 10, 1],
        "nsubj ROOT nsubj ccomp det punct amod punct dobj prep pobj cc conj punct",
    ),
    "“ We close , ” Quill said , though she noted that rents rose .": tree(
        "“ We close , ” Quill said , though she noted that rents rose .",
        [2, 2, 6, 6, 6, 6, 6, 6, 10, 10, 6, 13, 13, 10, 6],
        "punct nsubj ccomp punct punct nsubj ROOT punct mark nsubj advcl mark nsubj ccomp punct",
    ),
    "Quill said Holm slept and left “ for good ” then .": tree(
        "Quill said Holm slept and left “ for good ” then .",
        [1, 1, 3, 1, 1, 1, 5, 5, 7, 5, 5, 1],
        "nsubj ROOT nsubj ccomp cc conj punct prep pobj punct advmod punct",
    ),
    "Quill said, “ We close at nine . ”": tree(
        "Quill said, “ We close at nine . ”",
        [1, 1, 4, 4, 1, 4, 5, 1, 1],
        "nsubj ROOT punct nsubj ccomp prep pobj punct punct",
    ),
    "Critics questioned whether the dam would hold .": tree(
        "Critics questioned whether the dam would hold .",
        [1, 1, 6, 4, 6, 6, 1, 1],
        "nsubj ROOT mark det nsubj aux ccomp punct",
    ),
    "Officials said nothing at all .": tree(
        "Officials said nothing at all .", [1, 1, 1, 2, 3, 1], "nsubj ROOT dobj prep pobj punct"
    ),
}


def reported(text):
    article = annotate(
        Article(language="en", sections=(Section((Paragraph(text),)),)), recognizer=lambda _: (), clauses=TREES.get
    )
    for paragraph in article.paragraphs:
        for quote in paragraph.quotes:
            who = quote.speaker_span
            yield quote.kind.value, text[who.start : who.end] if who else None, quote.text


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Officials in Holm said that the dam would hold .", "Officials in Holm", "that the dam would hold"),
        ("The dam , officials said , would hold .", "officials", "The dam would hold"),
        ("The board met and warned that rivers were rising .", "The board", "that rivers were rising"),
    ],
)
def test_a_clause_that_hangs_on_a_cue_is_reported(text, speaker, words):
    assert list(reported(text)) == [("indirect", speaker, words)]


def test_a_relative_clause_is_said_by_what_it_hangs_on():
    ((kind, speaker, words),) = reported("The board , which warned that rivers rose , met .")
    assert (kind, words) == ("indirect", "that rivers rose")
    assert speaker.startswith("The board")


def test_a_cue_without_a_clause_reports_nothing():
    assert list(reported("Officials said nothing at all .")) == []


def test_words_in_marks_inside_a_clause_are_given_with_the_whole_clause():
    ((kind, speaker, words),) = reported("Quill said Holm had a “ huge ” need for rest and sleep .")
    assert (kind, speaker) == ("mixed", "Quill")
    assert words == "Holm had a huge need for rest and sleep"


def test_a_whole_sentence_in_marks_is_given_as_it_stands():
    assert list(reported("Quill said, “ We close at nine . ”")) == [("direct", "Quill", "We close at nine .")]


def test_a_clause_that_does_not_hold_the_words_in_marks_leaves_them_to_the_rules():
    text = "Quill said Holm slept and left “ for good ” then ."
    without = annotate(Article(language="en", sections=(Section((Paragraph(text),)),)), recognizer=lambda _: ())
    assert [words for _, _, words in reported(text)] == [q.text for p in without.paragraphs for q in p.quotes]


def test_what_a_sentence_reports_beside_quoted_speech_is_found_too():
    assert list(reported("“ We close , ” Quill said , though she noted that rents rose .")) == [
        ("direct", "Quill", "We close ,"),
        ("indirect", "she", "that rents rose"),
    ]


def test_a_verb_that_the_rules_take_for_no_report_is_one_when_it_governs_a_clause():
    assert list(reported("Critics questioned whether the dam would hold .")) == [
        ("indirect", "Critics", "whether the dam would hold")
    ]


def test_the_parser_is_asked_once_about_a_sentence_with_a_cue_and_not_about_others():
    asked = []
    paragraph = Paragraph(
        "The shop is old. It was a “fine old” shop, Ada Quill said of it. Officials said that it rained. It rained."
    )

    def parser(text):
        asked.append(text)
        return ()

    annotate(Article(language="en", sections=(Section((paragraph,)),)), recognizer=lambda _: (), clauses=parser)
    assert sorted(asked) == ["It was a “fine old” shop, Ada Quill said of it.", "Officials said that it rained."]


def test_where_the_parser_finds_nothing_the_rules_are_asked():
    paragraph = Paragraph("“We open at nine,” Ada Quill said. Officials said that it rained.")
    article = annotate(
        Article(language="en", sections=(Section((paragraph,)),)), recognizer=lambda _: (), clauses=lambda _: ()
    )
    assert [q.text for q in article.quotes] == ["We open at nine,", "that it rained"]
