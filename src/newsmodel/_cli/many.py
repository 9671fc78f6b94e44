"""``newsmodel parse``: one article to standard output, or many pages to a file or folder."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import click

import newsmodel
from newsmodel import NewsmodelError
from newsmodel._cli.archives import MANY
from newsmodel._cli.inputs import FILES, STDIN, Named, Reader, stdout
from newsmodel._paths import is_folder

if TYPE_CHECKING:
    from newsmodel.batch import Summary

__all__ = ["parse"]

STOPPED = 130  # what shells say of a program that Ctrl-C ended

EPILOG = "Exit codes: 0 all went well, 1 a page failed, 2 wrong use, 130 stopped by Ctrl-C (run again to go on)."


@click.command(epilog=EPILOG)
@FILES
@click.option(
    "-o", "--output", type=Named(path_type=Path), metavar="OUT",
    help="A file .jsonl or .parquet, in the order of the files; or a folder, for one Parquet file a part.",
)  # fmt: skip
@click.option("-j", "--jobs", type=click.IntRange(1), help="Worker processes with -o; one a processor unless given.")
@click.option("--engine", type=click.Choice(["pool", "loop", "ray"]), default="pool", show_default=True,
              help="Who does the work with -o.")  # fmt: skip
@click.option("--address", metavar="ADDRESS", help="The Ray cluster, for --engine ray.")
@click.option("--seconds", type=click.FloatRange(min=0, min_open=True), default=60, show_default=True,
              help="Most time for one page.")  # fmt: skip
@click.option("--memory", type=click.IntRange(64), default=2048, show_default=True, metavar="MIB",
              help="Most memory for one page.")  # fmt: skip
@click.option("--structure-only", is_flag=True, help="Leave people, organizations and quotes out; faster.")
@click.option("--no-resume", is_flag=True, help="Do again what an earlier run has finished.")
def parse(files: tuple[str, ...], output: Path | None, structure_only: bool, **options: Any) -> None:
    """Parse pages and texts: JSON lines to standard output, or with -o to JSON lines or Parquet.

    FILE may also be a folder, a WARC file, or a .jsonl or .parquet file with the columns url and html.
    With -o, progress shows on standard error, pages that fail become records with an error, and a job that was
    stopped goes on where it was when it is run again.
    """
    if output is None:
        _lines(files, structure_only=structure_only)
    else:
        _job(files, output, structure_only=structure_only, **options)


def _lines(files: tuple[str, ...], *, structure_only: bool) -> None:
    reader = Reader(annotate=not structure_only)
    for _, article in reader.articles(files):
        stdout(newsmodel.dumps(article, format="json").encode())
    reader.finish()


def _job(
    files: tuple[str, ...],
    output: Path,
    *,
    structure_only: bool,
    jobs: int | None,
    engine: Any,
    address: str | None,
    seconds: float,
    memory: int,
    no_resume: bool,
) -> None:
    if STDIN in files:
        raise click.UsageError("standard input cannot be read with -o; save it to a file first")
    try:
        from newsmodel.batch import article_of, run
        from newsmodel.batch._outcome import bare_article_of
    except ImportError as e:
        raise click.UsageError(f'-o needs pyarrow: pip install "newsmodel[batch]" ({e})') from e
    with _Progress(_count(files)) as progress:
        try:
            summary = run(
                files, output, jobs=jobs, engine=engine, address=address, seconds=seconds, memory=memory << 20,
                resume=not no_resume, extract=bare_article_of if structure_only else article_of,
                on_progress=progress.show,
            )  # fmt: skip
        except NewsmodelError as e:
            raise click.ClickException(str(e)) from e
    click.echo(str(summary), err=True)
    if summary.stopped:
        raise SystemExit(STOPPED)
    if summary.errors or summary.lost:
        raise SystemExit(1)


def _count(files: tuple[str, ...]) -> int | None:
    """Return how many pages there are, or None where that shows only on the way, as in an archive."""
    count = 0
    for name in files:
        path = Path(name)
        found = list(path.rglob("*")) if is_folder(path) else [path]
        if any(p.name.lower().endswith(MANY) for p in found):
            return None
        count += sum(not is_folder(p) for p in found)
    return count


class _Progress:
    """A bar on standard error with rate and time left; nothing where that is no terminal."""

    def __init__(self, total: int | None) -> None:
        self.total = total

    def __enter__(self) -> Self:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (
            TextColumn("pages"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]:.0f}/s"),
            TimeRemainingColumn(), TextColumn("{task.fields[failed]}"),
        )  # fmt: skip
        self.bar = Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty())
        self.task = self.bar.add_task("", total=self.total, rate=0, failed="")
        self.bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.bar.stop()

    def show(self, summary: Summary) -> None:
        """Show how far the job is."""
        failed = sum(summary.errors.values())
        said = f"{failed} failed" if failed else ""
        self.bar.update(self.task, completed=summary.pages, rate=summary.pages_per_second, failed=said)
