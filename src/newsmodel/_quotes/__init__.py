"""Quotes: find the marks, tell speech from other quoted words, and say who speaks."""

from newsmodel._quotes._annotate import annotate

__all__ = ["annotate"]
