"""The parts of an article that a format may keep or lose: what `keeps` tells, and the table in the docs shows."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["EVERYTHING", "PARTS"]

PARTS = (
    "headline", "kicker", "standfirst", "byline", "authors", "publisher", "published", "modified", "dateline",
    "description", "section_label", "language", "url", "canonical_url", "tags", "access", "lead_image",
    "headings", "levels", "paragraphs", "lists", "block quotes", "figures", "tables", "embeds",
    "quotes", "speakers", "mentions", "links", "people", "organizations", "furniture", "notices",
)  # fmt: skip
"""In the order of the model."""

EVERYTHING: Mapping[str, str] = dict.fromkeys(PARTS, "exactly")
"""What a format keeps that loses nothing."""
