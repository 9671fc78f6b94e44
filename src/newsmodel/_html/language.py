"""The language of an article, as a BCP 47 tag."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsmodel._html.facts import Facts
from newsmodel._html.page import Page

__all__ = ["read", "tag"]

# language, script, region; what follows (variants, extensions) is kept as written.
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_.@;,\s].*)?$")
_SPELLED = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es",
    "español": "es", "italian": "it", "italiano": "it", "portuguese": "pt", "português": "pt", "dutch": "nl",
    "nederlands": "nl", "russian": "ru", "chinese": "zh", "japanese": "ja", "korean": "ko", "arabic": "ar",
    "hindi": "hi", "turkish": "tr", "polish": "pl", "swedish": "sv", "danish": "da", "norwegian": "no",
}  # fmt: skip


def read(page: Page, facts: Facts) -> str | None:
    """Return the language that the page declares for its article, or None."""
    return next(filter(None, map(tag, _declared(page, facts))), None)


def _declared(page: Page, facts: Facts) -> Iterator[str | None]:
    """Yield the declarations: that of the document first, which authors set with most care."""
    yield (
        page.root.get("lang")
        or page.root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or page.root.get("xml:lang")
    )
    for story in facts.stories:
        if story.is_article:
            yield story.language
    yield facts.first("og:locale", "content-language", "dc.language", "language", "inlanguage")


def tag(written: str | None) -> str | None:
    """Return a well-formed BCP 47 tag with usual letter case for what is written, or None."""
    if not written:
        return None
    written = written.strip()
    m = _TAG.match(written)
    if m is None:
        return _SPELLED.get(written.lower())
    parts = [m[1].lower()]
    if m[2]:
        parts.append(m[2].title())
    if m[3]:
        parts.append(m[3].upper())
    return "-".join(parts)
