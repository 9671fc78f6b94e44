"""Who publishes: the name of the site, and the organization behind the article."""

from __future__ import annotations

from urllib.parse import urlsplit

from newsmodel._html.facts import Facts
from newsmodel._html.page import Page

__all__ = ["site_name"]


def site_name(page: Page, facts: Facts) -> str | None:
    """Return the name that the site gives itself, or the host it is read from."""
    name = facts.first("og:site_name", "application-name", "apple-mobile-web-app-title")
    if name:
        return name
    for story in facts.stories:
        if story.publisher is not None:
            return story.publisher.name
    if facts.base:
        host = urlsplit(facts.base).hostname or ""
        labels = [x for x in host.split(".") if x not in ("www", "m", "amp", "news", "co", "com", "org", "net")]
        return labels[0] if labels else None
    return None
