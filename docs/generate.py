"""Write the pages of the reference that are made from the code: run it when a test says that one is not current.

python docs/generate.py
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import newsmodel
from newsmodel._formats._parts import PARTS
from newsmodel._formats._schema import schema

REFERENCE = Path(__file__).parent / "reference"

EXAMPLE = """\
from datetime import datetime

import newsmodel
from newsmodel import Article, Mention, Organization, Paragraph, Person, Quote, Section, Span

board = Organization(name="Harbour Board", aliases=("HBK",))
ada = Person(name="Ada Brandt", title="Minister", affiliation=board)
text = "“The pier is too short,” said Ada Brandt."
article = Article(
    headline="A longer pier for Kelmar",
    byline="By Lena Fisk",
    authors=(Person(name="Lena Fisk"),),
    published=datetime.fromisoformat("2026-03-04T05:06:07+02:00"),
    language="en",
    sections=(
        Section(
            (
                Paragraph(
                    text,
                    quotes=(
                        Quote(text="The pier is too short,", spans=(Span(1, 23),), speaker=ada, cue_span=Span(25, 29)),
                    ),
                    mentions=(Mention(Span(30, 40), ada),),
                ),
            )
        ),
        Section((Paragraph("Nobody knows yet."),), heading="What it costs"),
    ),
    people=(ada,),
    organizations=(board,),
)
"""

HEAD = """\
# Formats

<!-- Made from the code by docs/generate.py: change that, not this. -->

`dumps` writes an article in a format and `loads` reads it; `dump` and `load` do the same with files and choose the
format by the suffix. Three laws hold for every format and every article, and are tested on thousands of made-up ones:

- `read(write(article)) == project(article)`: what comes back is the projection that the format declares.
- `write(read(write(article))) == write(article)`: a document that was read is written the same again.
- `read` raises nothing but `FormatError`, whatever it is given.

## What each keeps

Formats in which *all* stands in every row lose nothing: there `project` returns the article itself. The standards NITF
and ninjs cannot say everything, but have places for foreign data; what their own terms do not say stands there.

"""


def pages() -> Iterator[tuple[Path, str]]:
    """Yield each generated file with what it should hold."""
    yield REFERENCE / "article.schema.json", json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    yield REFERENCE / "formats.md", "".join(formats_page())


def formats_page() -> Iterator[str]:
    """Yield the parts of the page of formats."""
    formats = newsmodel.formats()
    yield HEAD
    yield "| part | " + " | ".join(f.name for f in formats) + " |\n"
    yield "| --- |" + " --- |" * len(formats) + "\n"
    for part in PARTS:
        yield f"| {part} | " + " | ".join(_cell(f.keeps.get(part)) for f in formats) + " |\n"
    yield "\n*all*: as it is. *part*: with what the section on the format says. Empty: lost.\n"
    yield f"\n## One article in every format\n\n```python\n{EXAMPLE}```\n"
    names: dict[str, Any] = {}
    exec(compile(EXAMPLE, "example", "exec"), names)  # noqa: S102  the code above
    for f in formats:
        yield from _section(f, names["article"])


def _cell(how: str | None) -> str:
    return "" if how is None else ("all" if how == "exactly" else "part")


def _section(f: newsmodel.Format, article: newsmodel.Article) -> Iterator[str]:
    suffixes = ", ".join(f"`{s}`" for s in f.suffixes)
    about = (f.codec.__doc__ or "").strip()
    yield f"\n### {f.name}\n\n{about}\n\nMedia type `{f.media_type}`, suffixes {suffixes}.\n"
    partly = {part: how for part, how in f.keeps.items() if how != "exactly"}
    if partly:
        yield "\nKept in part:\n\n" + "".join(f"- {part}: {how}\n" for part, how in partly.items())
    document = f.write(article)
    if isinstance(document, str):
        shown = newsmodel.dumps(article, "json") if f.name == "jsonl" else document
        shown = json.dumps(json.loads(shown), indent=1, ensure_ascii=False) if f.name == "json" else shown
        yield f"\n````{_LANGUAGES.get(f.name, 'text')}\n{shown.strip(chr(10))}\n````\n"
    if f.project(article) == article:
        again = f'newsmodel.loads(newsmodel.dumps(article, "{f.name}"), "{f.name}")'
        yield f"\n```pycon\n>>> {again} == article\nTrue\n```\n"


_LANGUAGES = {
    "html": "html", "json": "json", "jsonl": "json", "jsonld": "json", "ninjs": "json", "nitf": "xml",
    "markdown": "markdown",
}  # fmt: skip


if __name__ == "__main__":
    for path, text in pages():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path.name)
