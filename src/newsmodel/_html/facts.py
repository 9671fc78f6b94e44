"""What the head of a page and its structured data say, as tables that the parts of the metadata stage look into."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from newsmodel._html.page import Page
from newsmodel._lenient_json import loads
from newsmodel._plain import plain
from newsmodel._schema_org import Story, stories

__all__ = ["Facts", "address", "gather"]


_ABSOLUTE = ("http://", "https://")
_LONGER = 12  # an address has a host, too


class Facts(NamedTuple):
    """The declarations of a page."""

    metas: dict[str, list[str]]
    """``<meta>`` contents by name (``property``, ``name``, ...) in lower case."""

    canonical: list[str]
    """The addresses of ``<link rel="canonical">``."""

    stories: list[Story]
    """What JSON-LD describes: articles first, then the pages around them."""

    base: str | None
    """What relative addresses start from: where the page was read, or what it says of itself."""

    def first(self, *names: str) -> str | None:
        """Return the first content of the first of these meta names that the page has, made plain."""
        for name in names:
            for content in self.metas.get(name, ()):
                if text := plain(content):
                    return text
        return None

    def all(self, *names: str) -> list[str]:
        """Return the contents of these meta names, made plain."""
        return [text for name in names for content in self.metas.get(name, ()) if (text := plain(content))]


def gather(page: Page) -> Facts:
    """Return the declarations of a page."""
    metas: dict[str, list[str]] = {}
    for el in page.metas:
        get = el.get
        name = get("property") or get("name") or get("itemprop") or get("http-equiv")
        if name and (content := get("content")):
            metas.setdefault(name.lower(), []).append(content)
    canonical = []
    for el in page.links:
        relations = (el.get("rel") or "").lower()
        if "canonical" in relations and "canonical" in relations.split() and (href := (el.get("href") or "").strip()):
            canonical.append(href)
    found = stories([loads(text) for text in page.json_ld])
    candidates = (page.url, *canonical, *metas.get("og:url", ()))
    base = next((c for c in candidates if c and c.lower().startswith(_ABSOLUTE)), None)
    return Facts(metas, canonical, found, base)


def address(written: str | None, base: str | None) -> str | None:
    """Return an absolute http(s) address, or None when what is written makes none."""
    text = plain(written)
    if text is None or (text.startswith(_ABSOLUTE) and len(text) > _LONGER):
        return text
    try:
        whole = urljoin(base, text) if base else text
        parts = urlsplit(whole)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return None
    return whole
