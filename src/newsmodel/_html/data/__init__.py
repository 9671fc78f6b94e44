"""Word lists of the page reader, as plain text: one entry a line, or a name and its words; ``#`` begins a comment."""

from __future__ import annotations

from pathlib import Path

__all__ = ["table"]


def table(name: str) -> dict[str, list[str]]:
    """Return a list of the package: the first word of a line is the name, the others its words; equal names add up."""
    found: dict[str, list[str]] = {}
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
        key, *words = line.partition("#")[0].split() or [""]
        if key:
            found.setdefault(key, []).extend(words)
    return found
