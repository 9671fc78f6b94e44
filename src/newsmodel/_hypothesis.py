"""The hook that Hypothesis runs when it is imported: it must stay tiny."""

from __future__ import annotations


def register() -> None:
    """Tell Hypothesis how to make the classes of the model."""
