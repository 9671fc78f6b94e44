"""The classes of the model: an `Article` is an immutable tree of them.

All are frozen, slotted attrs classes. Their constructors check what must hold (see each class) and raise
`InvalidModelError` with the path of what is wrong. A field that is not known is None or an empty tuple, never ``""``.
Text may hold any character but lone surrogates. Copies with changes are made by `attrs.evolve`. Places that the library
has just found in a text are made without the checks, by `newsmodel._model.made`.
"""

from __future__ import annotations

from newsmodel._model.article import Access, Article, Furniture, Moment, Notice
from newsmodel._model.blocks import MAX_LIST_DEPTH as MAX_LIST_DEPTH
from newsmodel._model.blocks import Block, BlockQuote, Embed, Figure, ListBlock, Section, Table
from newsmodel._model.entities import Entity, Organization, Person
from newsmodel._model.node import Node
from newsmodel._model.text import Link, Mention, Paragraph, Quote, QuoteKind, Span

__all__ = [
    "Access",
    "Article",
    "Block",
    "BlockQuote",
    "Embed",
    "Entity",
    "Figure",
    "Furniture",
    "Link",
    "ListBlock",
    "Mention",
    "Moment",
    "Node",
    "Notice",
    "Organization",
    "Paragraph",
    "Person",
    "Quote",
    "QuoteKind",
    "Section",
    "Span",
    "Table",
]
