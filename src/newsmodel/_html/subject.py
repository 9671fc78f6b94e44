"""What an article is about and how it may be read: description, department, keywords, access, picture, address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsmodel._html.facts import Facts, address
from newsmodel._model import Access, Figure, Paragraph

__all__ = ["access", "canonical_url", "description", "lead_image", "section_label", "tags"]

_MAX_TAGS = 60
_MAX_TAG = 80  # characters; what is longer is a sentence
_TAGS = ("article:tag", "og:article:tag", "news_keywords", "parsely-tags", "sailthru.tags", "dc.subject", "keywords")
_FREE = frozenset({"free", "public", "open", "unlocked", "gratis"})
_LIMITED = frozenset({"locked", "metered", "premium", "paid", "subscription", "subscriber", "subscribers", "paywall"})


def description(facts: Facts) -> str | None:
    """Return what the metadata says that the article is about."""
    said = facts.first("og:description", "description", "twitter:description", "dc.description", "dcterms.abstract")
    return said or next((s.description for s in facts.stories if s.description), None)


def section_label(facts: Facts) -> str | None:
    """Return the department that the article is filed under; the last and narrowest of a list in one string."""
    for story in facts.stories:
        if story.is_article and story.sections:
            return story.sections[0]
    return facts.first(
        "article:section", "og:article:section", "parsely-section", "cxenseparse:recs:category", "section"
    )


def tags(facts: Facts) -> tuple[str, ...]:
    """Return the keywords of the first source that gives some, in order, each once."""
    for source in _tag_lists(facts):
        found: dict[str, str] = {}
        for tag in map(str.strip, source):
            if tag and len(tag) <= _MAX_TAG:
                found.setdefault(tag.casefold(), tag)
        if found:
            return tuple(found.values())[:_MAX_TAGS]
    return ()


def _tag_lists(facts: Facts) -> Iterator[Sequence[str]]:
    for story in facts.stories:
        if story.is_article:
            yield story.tags
    for name in _TAGS:
        contents = facts.all(name)
        if len(contents) == 1:
            contents = contents[0].split("," if "," in contents[0] else ";")
        yield contents


def access(facts: Facts) -> Access | None:
    """Return whether the publisher says that all may read the article."""
    said = [s.free for s in facts.stories if s.free is not None]
    if said:
        return Access.FREE if said[0] else Access.LIMITED
    tier = (
        facts.first("article:content_tier", "content_tier", "og:article:content_tier", "cxenseparse:paywall") or ""
    ).lower()
    if tier in _FREE:
        return Access.FREE
    return Access.LIMITED if tier in _LIMITED else None


def canonical_url(facts: Facts) -> str | None:
    """Return the address that the page gives as its own, made absolute."""
    written = [*facts.canonical, *facts.metas.get("og:url", ())]
    written += [url for s in facts.stories if s.is_article for url in s.urls]
    return next(filter(None, (address(url, facts.base) for url in written)), None)


def lead_image(facts: Facts) -> Figure | None:
    """Return the picture that stands for the article, with what is declared of it."""
    declared = [s.picture for s in facts.stories if s.picture is not None]
    written = facts.first("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")
    url = address(written, facts.base)
    alt = facts.first("og:image:alt", "twitter:image:alt")
    for picture in declared:
        found = address(picture.url, facts.base)
        if found or picture.caption:
            caption = Paragraph(picture.caption) if picture.caption else None
            return Figure(url=found or url, alt=alt, caption=caption, credit=picture.credit)
    return Figure(url=url, alt=alt) if url else None
