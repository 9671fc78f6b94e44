"""What a standard cannot say of an article: the difference between two trees of the own JSON, by JSON pointer.

A format that has a place for foreign data writes there how the tree that its standard part is read as becomes the tree
of the article. So reading back is exact whatever the standard drops or changes, and what it holds is written once.
"""

from __future__ import annotations

from typing import Any

from newsmodel.errors import FormatError

__all__ = ["MEDIA_TYPE", "difference", "patch"]

MEDIA_TYPE = "application/vnd.newsmodel.rest+json"
"""Type of such data: ``{"newsmodel": 1, "rest": {JSON pointer: value}}``; null takes away what stands there."""


def difference(want: Any, got: Any, at: str = "") -> dict[str, Any]:
    """Return what `patch` needs to make `got` into `want`."""
    rest: dict[str, Any] = {}
    if type(want) is dict and type(got) is dict:
        rest.update({f"{at}/{key}": None for key in got if key not in want})
        for key, value in want.items():
            if key not in got:
                rest[f"{at}/{key}"] = value
            elif value != got[key]:
                rest.update(difference(value, got[key], f"{at}/{key}"))
    elif type(want) is list and type(got) is list and len(want) == len(got):
        for i, value in enumerate(want):
            if value != got[i]:
                rest.update(difference(value, got[i], f"{at}/{i}"))
    else:
        rest[at] = want
    return rest


def patch(tree: dict[str, Any], rest: object) -> dict[str, Any]:
    """Change a tree in place as the difference says, and return it; raise `FormatError` when it does not fit."""
    if type(rest) is not dict:
        raise FormatError("expected the data of newsmodel as an object of JSON pointers")
    for pointer, value in rest.items():
        try:
            _put(tree, pointer, value)
        except (KeyError, IndexError, ValueError, TypeError):
            hint = "the document was changed after newsmodel wrote it"
            raise FormatError("the data of newsmodel does not fit the document", path=pointer, hint=hint) from None
    return tree


def _put(tree: Any, pointer: str, value: Any) -> None:
    """Set what a JSON pointer points at; no key of the own JSON holds ``~`` or ``/``, so nothing is escaped."""
    *path, last = pointer.split("/")[1:]
    for name in path:
        tree = tree[int(name)] if type(tree) is list else tree[name]
    if type(tree) is list:
        tree[int(last)] = value
    elif value is None:
        del tree[last]
    else:
        tree[last] = value
