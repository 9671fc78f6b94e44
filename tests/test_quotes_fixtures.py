"""Runs tests/quotes/*.txt: a text, and the quotes that are expected of it. tests/quotes/README.md tells the form."""

import re
from pathlib import Path

import pytest

from newsmodel import Article, Mention, Organization, Paragraph, Person, Section, Span
from newsmodel._quotes import annotate

FOLDER = Path(__file__).parent / "quotes"


def cases():
    for file in sorted(FOLDER.glob("*.txt")):
        parts = re.split(r"^\.\n", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for title, text, expected in zip(parts[0::3], parts[1::3], parts[2::3], strict=False):
            language = file.stem.partition("-")[0].replace("xx", "")
            yield pytest.param(language, text.rstrip("\n"), expected.splitlines(), id=f"{file.stem}: {title.strip()}")


def article_of(text, language, people, organizations):
    """An article as names would leave it: every full name and, for people, its last word is a mention."""
    persons = tuple(Person(name=n.partition(" = ")[0], title=n.partition(" = ")[2] or None) for n in people)
    bodies = tuple(Organization(name=n) for n in organizations)
    forms = {p.name.split()[-1]: p for p in persons} | {e.name: e for e in (*persons, *bodies)}
    pattern = "|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True))
    paragraphs = []
    for block in text.split("\n\n"):
        found = re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", block) if forms else ()
        mentions = tuple(Mention(Span(*m.span()), forms[m.group()]) for m in found)
        paragraphs.append(Paragraph(block, mentions=mentions))
    return Article(
        sections=(Section(tuple(paragraphs)),), people=persons, organizations=bodies, language=language or None
    )


def read(text):
    """Take the lines that begin with @ from a text: @people, @organizations."""
    heads = {"people": [], "organizations": []}
    lines = text.split("\n")
    while lines[0].startswith("@"):
        key, _, value = lines.pop(0)[1:].partition(": ")
        heads[key] = value.split("; ")
    return "\n".join(lines), heads


def line_of(quote, paragraph):
    def words(span):
        return paragraph.text[span.start : span.end] if span else "-"

    pieces = " ~ ".join(words(s) for s in quote.spans)
    kind = quote.kind.value + (" continued" if quote.continues else "")
    name = quote.speaker.name if quote.speaker else "-"
    return f"{kind} | {words(quote.speaker_span)} | {words(quote.cue_span)} | {name} | {pieces}"


@pytest.mark.parametrize(("language", "text", "expected"), list(cases()))
def test_quotes_are_found_as_the_fixture_says(language, text, expected):
    body, heads = read(text)
    article = annotate(article_of(body, language, **heads))
    assert [line_of(q, p) for p in article.paragraphs for q in p.quotes] == expected
