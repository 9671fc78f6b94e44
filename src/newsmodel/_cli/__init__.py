"""The command line: ``newsmodel show page.html``. It needs the extra ``cli`` (click and rich)."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

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

    _prepare_streams()
    try:
        try:
            cli(prog_name="newsmodel")
        finally:
            sys.stdout.flush()
    except OSError as e:  # what is read, and files that are written, say so themselves
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left in the buffer has no place to go
        if not isinstance(e, BrokenPipeError):
            sys.stderr.write(f"newsmodel: {e.filename or 'standard output'}: {e.strerror or e}\n")
        raise SystemExit(1) from None


def _prepare_streams() -> None:
    """Open those that the caller has closed; show "?" and go on where a terminal is not UTF-8."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open to the end
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
