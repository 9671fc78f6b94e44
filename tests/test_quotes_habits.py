"""Who says the words in marks, in texts that were labelled before the rules saw them: news of many habits and pronouns.

``tests/quotes/unseen``: ``habits`` and ``pronouns`` were mended on; ``blind`` was written after that, and then
``blind-again``; of these only the commonest causes were mended. English again: ``en-first`` and ``en-more`` were mended
on, ``en-check`` was only counted; of courts, matches, councils and the like, in the habits of four countries,
``beats-a`` was mended on and ``beats-b`` only counted; so were ``dailies-a`` and ``dailies-b``, thirty articles each of
all that daily papers hold, ``dailies-c``, which was mended on too, and ``abroad-a``, ``abroad-b`` and
``abroad-c``, in German, French, Spanish, Italian, Portuguese and Dutch, of which ``abroad-b`` was only counted.
A piece in marks is given to the quote that covers it. Of its speaker the name counts: none may be given
where the label says "-"; "?" leaves it open.
"""

import pytest

from newsmodel import Article, Paragraph, Section, annotate
from tests.test_quotes_unseen import articles, words

SHARES = {
    "habits": (92, 4),
    "blind": (89, 5),
    "blind-again": (90, 5),
    "pronouns": (85, 9),
    "en-first": (93, 4),
    "en-more": (94, 4),
    "en-check": (89, 7),
    "beats-a": (89, 10),
    "beats-b": (90, 3),
    "dailies-a": (95, 3),
    "dailies-b": (94, 2),
    "dailies-c": (88, 5),
    "abroad-a": (83, 5),
    "abroad-b": (82, 4),
    "abroad-c": (92, 3),
}
"""Percent of the pieces whose speaker must be right, and percent that may have a wrong one."""
MARKS = "\"'“”‘’„“«»"
REPORTED = {
    "en-first": 77,
    "en-more": 76,
    "en-check": 72,
    "beats-a": 94,
    "beats-b": 90,
    "dailies-a": 75,
    "dailies-b": 84,
    "dailies-c": 60,
}
"""Percent of the reported clauses of which most words must be found, as reported by whom the label tells."""


def covering(article, piece):
    """Return the quote of an article that covers the words of a piece, or None."""
    for p in article.paragraphs:
        start = p.text.find(piece)
        for quote in p.quotes if start >= 0 else ():
            if any(span.start <= start < span.end for span in quote.spans):
                return quote
    return None


def judged(name):
    """Yield "right", "none" or "wrong" for every labelled piece in marks."""
    for text, expected in articles(name):
        paragraphs = tuple(Paragraph(p) for p in text.split("\n\n"))
        article = annotate(Article(sections=(Section(paragraphs),)))
        for kind, _, wanted, piece in expected:
            for part in piece.split(" ~ ") if kind != "indirect" else ():
                start = text.find(part)
                if text[start - 1] not in MARKS and text[start - 2 : start] not in ("« ", "«\xa0"):
                    continue  # what a mixed quote tells without marks
                quote = covering(article, part)
                given = words(quote.speaker.name)[-1] if quote and quote.speaker else None
                if quote and (wanted == "?" or given == (None if wanted == "-" else words(wanted)[-1])):
                    yield "right"
                else:
                    yield "none" if given is None else "wrong"


@pytest.mark.parametrize("name", SHARES)
def test_speakers_of_labelled_texts_are_right_and_seldom_wrong(name):
    found = list(judged(name))
    right, wrong = SHARES[name]
    assert 100 * found.count("right") >= right * len(found)
    assert 100 * found.count("wrong") <= wrong * len(found)


def reported(name):
    """Yield for every labelled clause of reported speech whether a quote holds most of it, with its speaker."""
    for text, expected in articles(name):
        paragraphs = tuple(Paragraph(p) for p in text.split("\n\n"))
        found = [(words(q.text), q.speaker) for q in annotate(Article(sections=(Section(paragraphs),))).quotes]
        for kind, _, wanted, clause in expected:
            if kind != "indirect":
                continue
            want = set(words(clause))
            near, speaker = max(found, key=lambda f: len(want & set(f[0])) / len(want | set(f[0])), default=((), None))
            right = wanted in "-?" or (speaker is not None and words(speaker.name)[-1] == words(wanted)[-1])
            yield right and 2 * len(want & set(near)) >= len(want | set(near))


@pytest.mark.parametrize("name", REPORTED)
def test_most_reported_clauses_of_labelled_texts_are_found_with_their_speaker(name):
    found = list(reported(name))
    assert 100 * sum(found) >= REPORTED[name] * len(found)
