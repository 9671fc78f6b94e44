"""What a page shows of another site: posts, videos, maps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from newsmodel._html.data import table
from newsmodel._html.flow import address, flat
from newsmodel._html.page import Box, Line
from newsmodel._html.tree import Element
from newsmodel._model import Embed

__all__ = ["frame", "post"]

_PROVIDERS = {host: provider for provider, hosts in table("providers.txt").items() for host in hosts}
_ADDRESSES = ("src", "data-src", "data-video-url", "data-instgrm-permalink", "cite", "data-href", "href")
# "— Jane Roe (@jroe) May 1, 2024" below a post.
_SIGNED = re.compile(r"^[—–-]\s{0,2}(.{1,80}?)\s{0,2}\((@[\w.]{1,40})\)")


def provider_of(url: str | None) -> str | None:
    """Return the site that an address belongs to, by its own name ("youtube"), or None."""
    if not url:
        return None
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return None
    parts = host.split(".")
    for i in range(len(parts) - 1):
        if (found := _PROVIDERS.get(".".join(parts[i:]))) is not None:
            return found
    return None


def frame(line: Line, base: str | None) -> Embed | None:
    """Return the Embed of a frame or video; None for one of a site that is not known, which is most often an advert."""
    url = _address(line.el, base)
    provider = provider_of(url)
    if line.tag in ("video", "audio") and url is None:
        source = line.el.find("source")
        url = _address(source, base) if source is not None else None
    if provider is None and (line.tag not in ("video", "audio") or url is None):
        return None
    return Embed(provider=provider, url=url, author=None, text=None)


def post(box: Box, lines: Sequence[Line], base: str | None) -> Embed | None:
    """Return the Embed of a quoted post: its words, who signed it, and the last address in it."""
    url = _address(box.el, base)
    author = None
    texts: list[str] = []
    for line in lines:
        text = flat(line)
        if found := _SIGNED.match(text):
            author = f"{found.group(1)} ({found.group(2)})"
        elif text:
            texts.append(text)
        for _, _, el in line.anchors:
            link = address(el.get("href"), base)
            if provider_of(link):
                url = link
    provider = provider_of(url)
    if not (url or texts):
        return None
    return Embed(provider=provider, url=url, author=author, text="\n".join(texts) or None)


def _address(el: Element, base: str | None) -> str | None:
    for name in _ADDRESSES:
        if (found := address(el.get(name), base)) is not None:
            return found
    return None
