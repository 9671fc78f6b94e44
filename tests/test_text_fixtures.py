"""Each case in ``text/cases/*.txt`` is a text and the fields that are expected of it.

A file holds many cases. A case begins with a line ``=== name``; its text follows; a line ``---`` ends it; then come the
expected fields: ``field: value``, or ``field:`` and a line ``| value`` for each of several. Fields that are not named
are not looked at. ``body`` stands for all sections: ``# heading``, ``- item``, ``1. item`` and paragraphs, a line each.
Where an expectation has ``...``, anything may stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

import newsmodel
from newsmodel import Article, ListBlock, Paragraph

FOLDER = Path(__file__).parent / "text" / "cases"


def cases() -> Iterator[tuple[str, str, list[str]]]:
    for file in sorted(FOLDER.glob("*.txt")):
        for case in file.read_text("utf-8").split("=== ")[1:]:
            name, _, rest = case.partition("\n")
            text, _, expected = rest.partition("\n---\n")
            yield f"{file.stem}: {name.strip()}", text, expected.strip().splitlines()


def outline(article: Article) -> list[str]:
    """Return the body, a line for each heading, item and paragraph."""
    lines = []
    for section in article.sections:
        if section.heading is not None:
            lines.append(f"# {section.heading}")
        for block in section.blocks:
            if isinstance(block, ListBlock):
                lines += items(block)
            elif isinstance(block, Paragraph):
                lines.append(block.text)
    return lines


def items(block: ListBlock, depth: int = 0) -> list[str]:
    lines = []
    for number, item in enumerate(block.items, 1):
        if isinstance(item, ListBlock):
            lines += items(item, depth + 1)
        else:
            lines.append("  " * depth + (f"{number}. " if block.ordered else "- ") + item.text)
    return lines


def fits(line: str, pattern: str) -> bool:
    start, dots, end = pattern.partition("...")
    return line == pattern or bool(dots and line.startswith(start) and line.endswith(end))


def got(article: Article, name: str) -> list[str]:
    """Return what was found for a field, as the lines of an expectation have it."""
    if name == "body":
        return outline(article)
    if name == "furniture":
        return [f.text for f in article.furniture]
    if name == "kinds":
        return [" ".join(f.kind for f in article.furniture)]
    if name == "authors":
        return [", ".join(a.name for a in article.authors)]
    if name == "notices":
        return [" ".join(n.code for n in article.notices)]
    value = getattr(article, name)
    return [value.isoformat() if isinstance(value, datetime) else str(value)]


@pytest.mark.parametrize(("text", "expected"), [(t, e) for _, t, e in cases()], ids=[n for n, _, _ in cases()])
def test_a_text_is_read_as_its_case_says(text, expected):
    article = newsmodel.parse_text(text, annotate=False)
    wanted: dict[str, list[str]] = {}
    for line in filter(None, expected):
        if line.startswith("| "):
            wanted[list(wanted)[-1]].append(line[2:])
        else:
            name, _, value = line.partition(":")
            wanted[name] = [value.strip()] if value.strip() else []
    for name, lines in wanted.items():
        found = got(article, name)
        as_wanted = len(found) == len(lines) and all(map(fits, found, lines))
        assert as_wanted, f"{name}: {found}"


def test_there_are_cases_in_many_languages():
    assert len(list(cases())) >= 60
