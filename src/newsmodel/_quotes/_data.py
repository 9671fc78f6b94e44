"""The data files of the languages, as text."""

from __future__ import annotations

from importlib.resources import files

__all__ = ["data_names", "data_text"]


def data_text(name: str) -> str | None:
    """Return the text of a data file, or None when there is no such file."""
    file = files("newsmodel._quotes") / "data" / name
    return file.read_text(encoding="utf-8") if file.is_file() else None


def data_names() -> list[str]:
    """Return the names of the data files."""
    return [file.name for file in (files("newsmodel._quotes") / "data").iterdir()]
