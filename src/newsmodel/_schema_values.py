"""Single values of schema.org, in the shapes that pages write them: a string, a list, an object; see `_schema_org`."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Any

from newsmodel._plain import plain

__all__ = ["address", "free", "language", "listed", "moment", "tags", "text", "texts", "types"]

_MAX_VALUES = 200
"""Values of one field that are read: authors, tags."""


def types(node: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of a node's types, without the vocabulary (``https://schema.org/``, ``schema:``)."""
    said = node.get("@type")
    names = [said] if isinstance(said, str) else [t for t in listed(said) if isinstance(t, str)]
    return tuple([t.strip().rsplit("/", 1)[-1].rsplit("#", 1)[-1].rsplit(":", 1)[-1] for t in names])


def listed(value: Any) -> list[Any]:
    """Return the values of a field that may hold one or several, at most so many; lists in lists are flattened."""
    if value is None:
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict) and "@list" in value:
        value = value["@list"]
    if not isinstance(value, list):
        return [value]
    value = value[:_MAX_VALUES]
    if list not in map(type, value):
        return [item for item in value if item is not None]
    flat: list[Any] = []
    queue = deque(value)
    while queue and len(flat) < _MAX_VALUES:
        item = queue.popleft()
        if isinstance(item, list):
            queue.extendleft(reversed(item[:_MAX_VALUES]))
        elif item is not None:
            flat.append(item)
    return flat


def text(value: Any) -> str | None:
    """Return the text of a field: a string, the first of a list, or the value or name of an object."""
    if value is None:
        return None
    if isinstance(value, str):
        return plain(value)
    for item in listed(value):
        if found := plain(_member(item, "@value", "name")):
            return found
    return None


def _member(item: Any, *keys: str) -> Any:
    """Return the first of these members that an object has; what is no object stands for itself."""
    if isinstance(item, dict):
        return next(filter(None, map(item.get, keys)), None)
    return item


def texts(value: Any) -> tuple[str, ...]:
    """Return the texts of a field, each once."""
    if value is None:
        return ()
    if isinstance(value, str):
        return (found,) if (found := plain(value)) else ()
    return tuple(dict.fromkeys(filter(None, (text(item) for item in listed(value)))))


def tags(value: Any) -> tuple[str, ...]:
    """Return keywords; a single string is split at commas, or at semicolons when it has no comma."""
    items = listed(value)
    if len(items) == 1 and isinstance(items[0], str):
        items = items[0].split("," if "," in items[0] else ";")[:_MAX_VALUES]
    return texts(items)


def moment(value: Any) -> str | int | float | None:
    """Return a date as written: a text, or a number."""
    if isinstance(value, str):
        return plain(value)
    for item in listed(value):
        said = _member(item, "@value")
        if isinstance(said, int | float) and not isinstance(said, bool):
            return said
        if (found := plain(said)) is not None:
            return found
    return None


def address(value: Any) -> str | None:
    """Return the first address of a field that is none within the page."""
    if value is None:
        return None
    for item in listed(value):
        found = _member(item, "url", "contentUrl", "@id")
        if isinstance(found, list):
            found = next(iter(found), None)
        if isinstance(found, str) and not found.lstrip().startswith("#"):
            return plain(found)
    return None


def language(value: Any) -> str | None:
    """Return a language as written: its tag, or its name."""
    names = (plain(_member(item, "alternateName", "name")) for item in listed(value))
    return next(filter(None, names), None)


def _truth(value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    word = str(value).rsplit("/", 1)[-1].strip().lower() if isinstance(value, str | int) else ""
    return {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}.get(word)


def free(node: Mapping[str, Any]) -> bool | None:
    """Return whether the whole story may be read freely; a part that may not decides it."""
    said = [_truth(item) for item in listed(node.get("isAccessibleForFree"))]
    if True not in said:
        parts = (p for p in listed(node.get("hasPart")) if isinstance(p, dict))
        said += [_truth(item) for p in parts for item in listed(p.get("isAccessibleForFree"))]
    return False if False in said else (True if True in said else None)
