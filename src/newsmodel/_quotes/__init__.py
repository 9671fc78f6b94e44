"""Quotes: find the marks, tell speech from other quoted words, and say who speaks."""

from newsmodel._quotes._annotate import annotate, read
from newsmodel._quotes._clauses import Parser

__all__ = ["Parser", "annotate", "read"]
