"""What came of a job, in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from attrs import define, field, frozen

from newsmodel._formats._arrow_write import Row

__all__ = ["Counts", "Summary"]


@define
class Counts:
    """Pages by what became of them."""

    pages: int = 0
    articles: int = 0
    errors: dict[str, int] = field(factory=dict)
    skipped: dict[str, int] = field(factory=dict)

    def add(self, row: Row) -> None:
        """Count the row of a page."""
        self.pages += 1
        error = row.get("error")
        if error is None:
            self.articles += 1
        else:
            self.errors[error] = self.errors.get(error, 0) + 1

    def skip(self, reason: str) -> None:
        """Count a record that is no page."""
        self.skipped[reason] = self.skipped.get(reason, 0) + 1

    def include(self, other: Counts) -> None:
        """Add the counts of another part."""
        self.pages += other.pages
        self.articles += other.articles
        for mine, theirs in ((self.errors, other.errors), (self.skipped, other.skipped)):
            for name, count in theirs.items():
                mine[name] = mine.get(name, 0) + count

    def to_dict(self) -> dict[str, Any]:
        """Return the counts as plain values."""
        return {"pages": self.pages, "articles": self.articles, "errors": self.errors, "skipped": self.skipped}


@frozen(kw_only=True)
class Summary:
    """What came of a job, or of as much of it as is done."""

    pages: int
    """Pages, those of parts that an earlier run had finished too."""

    articles: int
    """Pages that gave an article."""

    errors: Mapping[str, int]
    """Pages that gave none, by what happened."""

    skipped: Mapping[str, int]
    """Records that are no page, by reason."""

    parts: int
    """Parts that are written."""

    resumed: int
    """Those of them that an earlier run had finished."""

    lost: tuple[str, ...]
    """Parts that could not be done, because their workers died each time; run again to get them."""

    stopped: bool
    """Whether a signal ended the job before all was done; run again to go on."""

    seconds: float
    """How long it took."""

    @property
    def pages_per_second(self) -> float:
        """Pages a second, all processes together."""
        return self.pages / self.seconds if self.seconds > 0 else 0.0

    def __str__(self) -> str:
        errors, skipped = (
            ", ".join(f"{n} {name}" for name, n in sorted(counts.items())) for counts in (self.errors, self.skipped)
        )
        return (
            f"{self.pages:,} pages: {self.articles:,} articles"
            + (f", errors: {errors}" if errors else "")
            + (f", passed over: {skipped}" if skipped else "")
            + (f", {self.resumed} of {self.parts} parts from before" if self.resumed else "")
            + (f", {len(self.lost)} parts lost" if self.lost else "")
            + (", stopped" if self.stopped else "")
            + f" ({self.seconds:.1f} s, {self.pages_per_second:.1f} pages a second)"
        )


def freeze(counts: dict[str, int]) -> Mapping[str, int]:
    """Return counts as a mapping that does not change."""
    return MappingProxyType(dict(counts))
