"""Many pages: read them from folders and archives, extract them in parallel, write rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsmodel._formats._arrow_schema import ARTICLE_SCHEMA

__all__ = ["ARTICLE_SCHEMA"]


def __getattr__(name: str) -> Any:
    """Load what needs pyarrow when it is asked for."""
    if name == "ARTICLE_SCHEMA":
        from newsmodel._formats._arrow_schema import ARTICLE_SCHEMA

        return ARTICLE_SCHEMA
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
