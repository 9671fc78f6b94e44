"""Every case of tests/names: a text, and the people and bodies that a careful reader finds in it.

The files of ``languages`` are named after the language of their texts.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsmodel import Article, Paragraph, Section
from newsmodel._names import annotate

FOLDER = Path(__file__).with_name("names")
Fact = tuple[str, ...]


def read_cases() -> list[tuple[str, str, str]]:
    """Return (file, what it shows, its lines) of each case."""
    found = []
    for path in sorted((*FOLDER.glob("*.txt"), *FOLDER.glob("languages/*.txt"))):
        for part in re.split(r"^## ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            shown, _, rest = part.partition("\n")
            found.append((path.stem, shown, rest.strip()))
    return found


def expected(line: str) -> Fact:
    kind, _, rest = line.partition(": ")
    name, *facts = (f.strip() for f in rest.split(" | "))
    told = dict(f.split(": ", 1) for f in facts)
    also = ";".join(sorted(told.get("also", "").split("; ")))
    return (kind, name, also) if kind == "body" else (kind, name, also, told.get("title", ""), told.get("at", ""))


def found(text: str, language: str | None) -> set[Fact]:
    sections = (Section(tuple(Paragraph(x) for x in text.split("\n"))),)
    article = annotate(Article(sections=sections, language=language))
    people = {
        ("person", p.name, ";".join(sorted(p.aliases)), p.title or "", p.affiliation.name if p.affiliation else "")
        for p in article.people
    }
    return people | {("body", o.name, ";".join(sorted(o.aliases))) for o in article.organizations}


CASES = read_cases()


@pytest.mark.parametrize(("file", "shown", "case"), CASES, ids=[f"{c[0]}: {c[1]}" for c in CASES])
def test_a_careful_reader_finds_the_same(file: str, shown: str, case: str) -> None:
    lines = case.split("\n")
    facts = [x for x in lines if x.startswith(("person: ", "body: "))]
    text = "\n".join(x for x in lines if x not in facts)
    assert found(text, file if len(file) == 2 else None) == {expected(x) for x in facts}, shown


def test_no_two_cases_show_the_same() -> None:
    names = [c[:2] for c in CASES]
    assert len(names) == len(set(names)) >= 120
