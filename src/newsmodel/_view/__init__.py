"""The picture of an annotated article: one HTML page without scripts, and a compact form for notebooks."""

from __future__ import annotations

from newsmodel._view.page import fragment, view

__all__ = ["fragment", "view"]
