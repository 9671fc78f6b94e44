"""How Hypothesis prints the nodes of a failing example: as code that makes them, without what is as by default."""

from __future__ import annotations

from enum import Enum
from typing import Any

import attrs
from hypothesis.vendor.pretty import RepresentationPrinter, for_type_by_name

from newsmodel._model import Access, Node, QuoteKind


def install() -> None:
    """Teach Hypothesis to print the classes of the model in full; their own reprs are short."""
    for cls in Node.__subclasses__():
        if attrs.has(cls):
            for_type_by_name(cls.__module__, cls.__name__, _call)
    for kind in (Access, QuoteKind):
        for_type_by_name(kind.__module__, kind.__name__, _member)


def _call(node: Any, printer: RepresentationPrinter, cycle: bool) -> None:
    name = type(node).__name__
    with printer.group(indent=4, open=f"{name}(", close=")"):
        for i, (field, value) in enumerate(_told(node)):
            if i:
                printer.text(",")
                printer.breakable()
            printer.text(f"{field}=")
            printer.pretty(value)


def _told(node: Any) -> list[tuple[str, Any]]:
    """Return the fields that are not as they would be by default."""
    found = []
    for a in attrs.fields(type(node)):
        value, default = getattr(node, a.name), a.default
        if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
            default = default.factory(node)
        if value != default:
            found.append((a.name, value))
    return found


def _member(member: Enum, printer: RepresentationPrinter, cycle: bool) -> None:
    printer.text(f"{type(member).__name__}.{member.name}")
