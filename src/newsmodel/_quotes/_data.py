"""The data files of the languages, as text."""

from __future__ import annotations

from pathlib import Path

__all__ = ["data_names", "data_text"]


_FOLDER = Path(__file__).with_name("data")


def data_text(name: str) -> str | None:
    """Return the text of a data file, or None when there is no such file."""
    file = _FOLDER / name
    return file.read_text("utf-8") if file.is_file() else None


def data_names() -> list[str]:
    """Return the names of the data files."""
    return [file.name for file in _FOLDER.iterdir()]
