"""What can go wrong, as values.

Every exception that newsmodel raises on purpose is one of these::

    NewsmodelError
    ├── ParseError            a page or text that cannot be read at all
    ├── InvalidModelError     a constructor was given something that is no valid article
    ├── QueryError            a pointer that leads nowhere, or not the one node that was asked for
    └── FormatError           a document that is not what its format says
        └── UnknownFormatError    no format has that name or suffix

They carry the facts (``path``, ``offset``, ``hint``) as attributes; the message is made of them.
"""

from __future__ import annotations

__all__ = ["FormatError", "InvalidModelError", "NewsmodelError", "ParseError", "QueryError", "UnknownFormatError"]


class NewsmodelError(Exception):
    """The root of all errors that newsmodel raises on purpose."""

    problem: str
    """What was wrong, in one sentence without a full stop."""

    path: str | None
    """Where: a path into the article (``$.sections[1].blocks[0]``) or a file path; None when not known."""

    offset: int | None
    """Where in the source, in bytes or code points from its start; None when not known."""

    hint: str | None
    """What to do about it; None when there is nothing to say."""

    def __init__(
        self, problem: str, *, path: str | None = None, offset: int | None = None, hint: str | None = None
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.path = path
        self.offset = offset
        self.hint = hint

    def __str__(self) -> str:
        where = f" at {self.path}" if self.path else ""
        where += f" (offset {self.offset})" if self.offset is not None else ""
        return f"{self.problem}{where}" + (f"; {self.hint}" if self.hint else "")

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.problem, self.path, self.offset, self.hint)


def _rebuild(
    cls: type[NewsmodelError], problem: str, path: str | None, offset: int | None, hint: str | None
) -> NewsmodelError:
    """Make an error from its parts; pickle calls it, because the parts are keyword-only."""
    return cls(problem, path=path, offset=offset, hint=hint)


class ParseError(NewsmodelError):
    """A page or text that cannot be read at all, such as one over the size cap."""


class InvalidModelError(NewsmodelError, ValueError):
    """A constructor was given something that is no valid article; ``path`` says where."""


class QueryError(NewsmodelError, LookupError):
    """A pointer that leads to no node (``path`` is the pointer), or a selection without the one node asked for."""


class FormatError(NewsmodelError, ValueError):
    """A document that is not what its format says."""


class UnknownFormatError(FormatError):
    """No format has that name or suffix; the hint lists those that there are."""
