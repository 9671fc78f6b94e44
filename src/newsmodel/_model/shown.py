"""How articles and their parts show themselves: short in `repr`, readable in `str`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsmodel._model.article import Article

__all__ = ["counts", "short", "summary"]


def short(text: str | None) -> str:
    return repr(text if text is None or len(text) <= 40 else text[:39] + "…")


def counts(node: object, *names: str) -> str:
    found = ((len(getattr(node, n)), n) for n in names)
    return "".join(f", {k} {n if k > 1 else _singular(n)}" for k, n in found if k)


def _singular(noun: str) -> str:
    return "person" if noun == "people" else noun[:-1]


def summary(article: Article) -> Iterable[str]:
    """Yield the lines of ``str(article)``: what is known at the top, then the body with who speaks."""
    if article.kicker:
        yield article.kicker.upper()
    yield article.headline or "(no headline)"
    known = (
        article.byline or ", ".join(a.name for a in article.authors),
        article.publisher.name if article.publisher else None,
        article.published.isoformat() if article.published else None,
    )
    if any(known):
        yield " · ".join(filter(None, known))
    if article.standfirst:
        yield from ("", article.standfirst)
    for section in article.sections:
        yield ""
        if section.heading:
            yield f"{'#' * section.level} {section.heading}"
        yield from (p.text for p in section.paragraphs)
    for label, entities in (("People", article.people), ("Organizations", article.organizations)):
        if entities:
            yield from ("", f"{label}: " + ", ".join(e.name for e in entities))
    yield from (f"[{n.code}] {n.message}" for n in article.notices)
