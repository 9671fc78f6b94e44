"""The command line: ``newsmodel show page.html``. It needs the extra ``cli`` (click and rich)."""

from __future__ import annotations

import io
import sys

__all__ = ["main"]

MISSING = 'newsmodel: the command line needs click and rich: pip install "newsmodel[cli]"'


def main() -> None:
    """Run the command line; without click and rich, say how to get them and exit with 2."""
    try:
        import click  # noqa: F401
        import rich  # noqa: F401
    except ImportError:
        sys.stderr.write(MISSING + "\n")
        raise SystemExit(2) from None
    from newsmodel._cli.app import cli

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that is not UTF-8 shows "?" and goes on
    cli(prog_name="newsmodel")
