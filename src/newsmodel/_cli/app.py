"""The commands of ``newsmodel``. JSON and tables go to standard output, talk to standard error."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

import click

import newsmodel
from newsmodel import Article, NewsmodelError, Organization, Person, Quote
from newsmodel._cli.inputs import FILES, NAMED, STDIN, Named, Reader, read, stdout, write
from newsmodel._cli.many import parse

__all__ = ["cli"]

EPILOG = "Exit codes: 0 all went well, 1 an input failed, 2 wrong use."


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(newsmodel.__version__, prog_name="newsmodel")
def cli() -> None:
    """News articles as typed values: pages and texts in; sections, quotes with speakers, people out.

    FILE is a page, a plain text or an article in any format; - is standard input; a folder stands for the files in it.
    """


@cli.command(epilog=EPILOG)
@FILES
def show(files: tuple[str, ...]) -> None:
    """Show articles readably: quotes joined to speakers, people, organizations, what was left out."""
    from rich.console import Console

    from newsmodel._cli.terminal import show as render

    reader = Reader()
    console = Console(highlight=False, emoji=False, markup=False)
    for i, (_, article) in enumerate(reader.articles(files)):
        if i:
            console.rule(style="dim")
        render(article, console)
    reader.finish()


cli.add_command(parse)


@cli.command(epilog=EPILOG)
@FILES
@click.option("--by", metavar="NAME", help="Only quotes by this person or organization: any name, or the id.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV with a header row instead of JSON lines.")
def quotes(files: tuple[str, ...], by: str | None, as_csv: bool) -> None:
    """Print who said what: one JSON line a quote."""
    tests = (newsmodel.by(by),) if by is not None else ()
    reader = Reader()
    write = _Rows(["file", "speaker", "kind", "text", "as_written", "pointer"], as_csv=as_csv)
    for name, article in reader.articles(files):
        for at in newsmodel.select(article, Quote, *tests).at():
            quote = at.node
            paragraph = at.within(newsmodel.Paragraph)
            said = quote.speaker_span
            write.row(
                file=name,
                speaker=quote.speaker.name if quote.speaker else None,
                kind=str(quote.kind),
                text=quote.text,
                as_written=paragraph.text[said.start : said.end] if paragraph and said else None,
                pointer=at.pointer,
            )
    reader.finish()


@cli.command(epilog=EPILOG)
@FILES
@click.option("--organizations", is_flag=True, help="Organizations too.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV with a header row instead of JSON lines.")
def people(files: tuple[str, ...], organizations: bool, as_csv: bool) -> None:
    """Print who is in the articles: one JSON line a person and article."""
    reader = Reader()
    fields = ["file", "type", "id", "name", "title", "affiliation", "aliases", "mentions", "quotes", "words_quoted"]
    write = _Rows(fields, as_csv=as_csv)
    for name, article in reader.articles(files):
        mentions = Counter(m.entity.id for m in article.mentions)
        said = Counter(q.speaker.id for q in article.quotes if q.speaker)
        words = Counter[str]()
        for quote in article.quotes:
            if quote.speaker and quote.kind != "indirect":
                words[quote.speaker.id] += len(quote.text.split())
        entities: list[Person | Organization] = [*article.people, *(article.organizations if organizations else ())]
        for entity in entities:
            who = entity.id
            counts = {"mentions": mentions[who], "quotes": said[who], "words_quoted": words[who]}
            write.row(file=name, **_described(entity), **counts)
    reader.finish()


def _described(entity: Person | Organization) -> dict[str, object]:
    person = entity if isinstance(entity, Person) else None
    return {
        "type": "person" if person else "organization",
        "id": entity.id,
        "name": entity.name,
        "title": person.title if person else None,
        "affiliation": person.affiliation.name if person and person.affiliation else None,
        "aliases": list(entity.aliases),
    }


@cli.command(epilog=EPILOG)
@click.argument("file", type=NAMED)
@click.option(
    "-o", "--output", type=Named(dir_okay=False, path_type=Path), help="Where to write the page; - is standard output."
)
def view(file: str, output: Path | None) -> None:
    """Draw the picture of an article: one HTML page that needs nothing else."""
    page = newsmodel.view(_one(file))
    if output is None or str(output) == STDIN:
        stdout(page.encode())
    else:
        write(output, page.encode())
        click.echo(f"wrote {output}", err=True)


@cli.command(epilog=EPILOG)
@click.argument("source", metavar="IN", type=NAMED)
@click.argument("target", metavar="OUT", type=NAMED)
@click.option("--from", "from_format", metavar="FORMAT", help="Format of IN; by its suffix unless given.")
@click.option("--to", "to_format", metavar="FORMAT", help="Format of OUT; by its suffix unless given.")
def convert(source: str, target: str, from_format: str | None, to_format: str | None) -> None:
    """Convert one article from one format to another; - is standard input or output."""
    article = _one(source, from_format)
    try:
        if target == STDIN:
            written = newsmodel.dumps(article, format=to_format or "json")
        else:
            newsmodel.dump(article, Path(target), format=to_format)
            return
    except NewsmodelError as e:
        raise click.ClickException(str(e)) from e
    except OSError as e:
        raise click.ClickException(f"cannot write {target}: {e.strerror or e}") from e
    stdout(written.encode() if isinstance(written, str) else written)


@cli.command(epilog=EPILOG)
def formats() -> None:
    """List the formats and what each keeps of an article."""
    from rich.console import Console
    from rich.table import Table

    table = Table("format", "media type", "suffixes", "keeps", box=None, pad_edge=False)
    known = newsmodel.formats()
    every = list(next(f for f in known if f.name == "json").keeps)
    for f in known:
        table.add_row(f.name, f.media_type, " ".join(f.suffixes), _keeps(list(f.keeps), every))
    Console(highlight=False, emoji=False, markup=False).print(table)


def _keeps(kept: list[str], all_parts: list[str]) -> str:
    """Say in few words what a format keeps: what it keeps, or what it leaves out, whichever is shorter."""
    lost = [part for part in all_parts if part not in kept]
    if not lost:
        return "everything"
    return "all but " + ", ".join(lost) if len(lost) < len(kept) else ", ".join(kept)


def _one(name: str, from_format: str | None = None) -> Article:
    try:
        if not from_format:
            return read(name)
        data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
        return newsmodel.loads(data, format=from_format)
    except NewsmodelError as e:
        raise click.ClickException(str(e)) from e
    except OSError as e:
        raise click.ClickException(f"cannot read {name}: {e.strerror or e}") from e


class _Rows:
    """Prints rows as JSON lines, or as CSV."""

    def __init__(self, fields: list[str], *, as_csv: bool) -> None:
        self.writer = csv.DictWriter(sys.stdout, fields, lineterminator="\n") if as_csv else None
        if self.writer:
            self.writer.writeheader()

    def row(self, **values: object) -> None:
        if self.writer:
            self.writer.writerow({k: "; ".join(v) if isinstance(v, list) else v for k, v in values.items()})
        else:
            import json

            # A name that is not UTF-8 has lone surrogates, which JSON writes as escapes: it reads back as it was.
            stdout(json.dumps(values, ensure_ascii=False).encode("utf-8", "backslashreplace"))
