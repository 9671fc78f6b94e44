"""Who publishes: the name of the site, and the organization behind the article."""

from __future__ import annotations

from urllib.parse import urlsplit

from newsmodel._html.facts import Facts
from newsmodel._model import Organization
from newsmodel._schema_org import Party

__all__ = ["read", "site_name"]

_MAX_NAME = 80  # a longer name is a slogan
# Labels of a host that do not name the site.
_NOT_NAMES = frozenset({"www", "m", "amp", "mobile", "news", "edition", "co", "com", "org", "net", "gov", "edu", "ac"})


def read(facts: Facts) -> Organization | None:
    """Return the publisher that JSON-LD names, or else the site by the name that it gives itself."""
    for story in facts.stories:
        if story.publisher is not None and _is_name(story.publisher.name):
            return _organization(story.publisher)
    name = facts.first(
        "og:site_name", "article:publisher_name", "dc.publisher", "dcterms.publisher", "application-name"
    )
    return Organization(name=name) if name and _is_name(name) else None


def _organization(party: Party) -> Organization:
    other = party.alternate_name
    return Organization(name=party.name, aliases=(other,) if other and other != party.name else ())


def _is_name(name: str) -> bool:
    return len(name) <= _MAX_NAME and "://" not in name


def site_name(facts: Facts) -> str | None:
    """Return the name that the site gives itself, or else that of its publisher or its host."""
    name = facts.first("og:site_name", "application-name", "apple-mobile-web-app-title")
    if name:
        return name
    for story in facts.stories:
        if story.publisher is not None:
            return story.publisher.name
    return _of_host(facts.base)


def _of_host(base: str | None) -> str | None:
    try:
        host = urlsplit(base or "").hostname or ""
    except ValueError:
        return None
    return next((label for label in host.split(".") if label and label not in _NOT_NAMES), None)
