"""What schema.org says of a story, read leniently from parsed JSON-LD.

Pages write the same thing in many shapes: one object or a list, a ``@graph``, a reference by ``@id``, a string where an
object belongs, an object where a string belongs. `stories` reads them all into one value. Terms and types are those of
https://schema.org/Article; nothing here knows HTML.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from newsmodel import _schema_values as values
from newsmodel._lazy import lazy
from newsmodel._plain import plain

__all__ = ["Graph", "Party", "Picture", "Story", "stories"]

_MAX_NODES = 20_000
"""Objects that are looked at; no page holds more that matter."""

_MAX_DEPTH = 60
"""Levels of nesting in which references are looked up."""

_NEAR = 4

_ARTICLE = re.compile(r"(?:Article|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting)$")
_PAGE = re.compile(r"(?:Page|CreativeWork|VideoObject|AudioObject|Episode|Review|Recipe|Event|Dataset)$")
_LONGEST_KIND = 40  # letters at the end of a type that tell its kind
_ORGANIZATION = re.compile(r"(?:Organization|Corporation|NGO|Brand|Newspaper|Periodical)$")
# Where the story itself may lie inside another object. Other places (lists, mentions, parts) hold other stories.
_INNER = ("@graph", "mainEntity", "mainEntityOfPage", "subjectOf")


class Party(NamedTuple):
    """A person or organization as schema.org names it."""

    name: str
    is_organization: bool | None = None
    """None when the type is not said."""
    job_title: str | None = None
    affiliation: str | None = None
    alternate_name: str | None = None


class Picture(NamedTuple):
    """An image as schema.org describes it."""

    url: str | None = None
    caption: str | None = None
    credit: str | None = None


class Graph:
    """The objects of some JSON-LD documents, with what ``@id`` refers to."""

    def __init__(self, documents: Iterable[Any]) -> None:
        self._documents = list(documents)
        self._by_id: dict[str, dict[str, Any]] = {}
        self._searched = 0  # levels of nesting that are indexed

    def nodes(self) -> Iterator[dict[str, Any]]:
        """Yield the objects that may be the story, the outer before the inner."""
        queue = deque(self._documents)
        for _ in range(_MAX_NODES):
            if not queue:
                return
            value = queue.popleft()
            if isinstance(value, list):
                queue.extend(value[:_MAX_NODES])
            elif isinstance(value, dict):
                yield value
                for key in _INNER:
                    if key in value and isinstance(inner := value[key], dict | list):
                        queue.append(inner)

    def resolve(self, value: Any) -> Any:
        """Return what an object that is only a reference refers to, or the value itself."""
        if not isinstance(value, dict) or not isinstance(key := value.get("@id"), str):
            return value
        if any(k not in ("@id", "@type") for k in value):
            return value
        # Nearly all that is referred to lies in a list or @graph near the top; the rest is looked at when it must be.
        for depth in (_NEAR, _MAX_DEPTH):
            if key not in self._by_id and self._searched < depth:
                self._searched = depth
                self._index(depth)
        return self._by_id.get(key, value)

    def _index(self, depth: int) -> None:
        """Index the objects with an ``@id`` to a depth of nesting; of two with one id the fuller one counts."""
        by_id = self._by_id
        level = self._documents
        for _ in range(depth):
            inner: list[Any] = []
            for value in level[:_MAX_NODES]:
                if isinstance(value, list):
                    inner += value
                elif isinstance(value, dict):
                    key = value.get("@id")
                    if isinstance(key, str) and len(value) > len(by_id.get(key, ())):
                        by_id[key] = value
                    inner += value.values()
            level = [value for value in inner if isinstance(value, dict | list)]


class Story:
    """An article as schema.org describes it; fields are read when they are asked for, dates are kept as written."""

    def __init__(self, graph: Graph, node: dict[str, Any], types: tuple[str, ...], *, is_article: bool) -> None:
        self._graph = graph
        self._node = node
        self.types = types
        """Names of its types (``NewsArticle``)."""
        self.is_article = is_article
        """True for Article and what is derived from it; False for the page around it."""

    def __repr__(self) -> str:
        return f"Story({', '.join(self.types)}, {self.headline!r})"

    @lazy
    def id(self) -> str | None:
        """Its ``@id``."""
        return values.text(self._node.get("@id"))

    @lazy
    def urls(self) -> tuple[str, ...]:
        """Its ``url`` and ``mainEntityOfPage``."""
        get = self._node.get
        return tuple(filter(None, (values.address(get("url")), values.address(get("mainEntityOfPage")))))

    @lazy
    def headline(self) -> str | None:
        """Its ``headline``."""
        return values.text(self._node.get("headline"))

    @lazy
    def alternative_headline(self) -> str | None:
        """Its ``alternativeHeadline``, or else ``alternateName``."""
        return values.text(self._node.get("alternativeHeadline")) or values.text(self._node.get("alternateName"))

    @lazy
    def name(self) -> str | None:
        """Its ``name``."""
        return values.text(self._node.get("name"))

    @lazy
    def description(self) -> str | None:
        """Its ``description``."""
        return values.text(self._node.get("description"))

    @lazy
    def authors(self) -> tuple[Party, ...]:
        """Its ``author``, or else ``creator``."""
        get = self._node.get
        return _parties(self._graph, get("author")) or _parties(self._graph, get("creator"))

    @lazy
    def publisher(self) -> Party | None:
        """Its ``publisher``, the first if there are several."""
        return next(iter(_parties(self._graph, self._node.get("publisher"))), None)

    @lazy
    def published(self) -> str | int | float | None:
        """Its ``datePublished`` as written."""
        return values.moment(self._node.get("datePublished"))

    @lazy
    def created(self) -> str | int | float | None:
        """Its ``dateCreated`` as written."""
        return values.moment(self._node.get("dateCreated"))

    @lazy
    def modified(self) -> str | int | float | None:
        """Its ``dateModified`` as written."""
        return values.moment(self._node.get("dateModified"))

    @lazy
    def dateline(self) -> str | None:
        """Its ``dateline``."""
        return values.text(self._node.get("dateline"))

    @lazy
    def sections(self) -> tuple[str, ...]:
        """Its ``articleSection``, one or several."""
        return values.texts(self._node.get("articleSection"))

    @lazy
    def tags(self) -> tuple[str, ...]:
        """Its ``keywords``."""
        return values.tags(self._node.get("keywords"))

    @lazy
    def language(self) -> str | None:
        """Its ``inLanguage`` as written."""
        return values.language(self._node.get("inLanguage"))

    @lazy
    def free(self) -> bool | None:
        """Its ``isAccessibleForFree``, or that of its parts."""
        return values.free(self._node)

    @lazy
    def picture(self) -> Picture | None:
        """Its ``image``, the first if there are several, or else ``thumbnailUrl``."""
        get = self._node.get
        return _picture(self._graph, get("image")) or _picture(self._graph, get("thumbnailUrl"))

    @lazy
    def body(self) -> str | None:
        """``articleBody`` as written: white space and markup kept."""
        body = self._node.get("articleBody")
        return body if isinstance(body, str) and body.strip() else None


def stories(documents: Iterable[Any]) -> list[Story]:
    """Return the articles that JSON-LD documents describe, then the pages around them, each in document order."""
    graph = Graph(documents)
    found: list[Story] = []
    pages: list[Story] = []
    for node in graph.nodes():
        types = values.types(node)
        kinds = _kinds(types)
        if "article" in kinds:
            found.append(Story(graph, node, types, is_article=True))
        elif "page" in kinds or (not types and "headline" in node):
            pages.append(Story(graph, node, types, is_article=False))
    return found + pages


def _kinds(types: Iterable[str]) -> set[str]:
    return {_kind(name[-_LONGEST_KIND:]) for name in types}


@lru_cache(maxsize=256)  # pages name a few dozen types
def _kind(name: str) -> str:
    """Return what a type describes: an article, the page around one, an organization, or something else."""
    if _ARTICLE.search(name):
        return "article"
    if _PAGE.search(name):
        return "page"
    return "organization" if _ORGANIZATION.search(name) else ""


def _picture(graph: Graph, value: Any) -> Picture | None:
    if value is None:
        return None
    for item in map(graph.resolve, values.listed(value)):
        url = values.address(item)
        if isinstance(item, dict):
            credit = values.text(item.get("creditText")) or next(
                (p.name for p in _parties(graph, item.get("author"))), None
            )
            caption = values.text(item.get("caption"))
            if url and item.get("@id") == url and not (item.get("url") or item.get("contentUrl")):
                url = None
            if url or caption:
                return Picture(url=url, caption=caption, credit=credit)
        elif url:
            return Picture(url=url)
    return None


def _parties(graph: Graph, value: Any) -> tuple[Party, ...]:
    """Return the people and organizations of a field, in order, each once."""
    if value is None:
        return ()
    found: dict[str, Party] = {}
    for item in values.listed(value):
        node = graph.resolve(item)
        if not isinstance(node, dict):
            if (name := plain(node)) is not None:
                found.setdefault(name, Party(name=name))
            continue
        for name in _names(node):
            found.setdefault(name, _party(name, node))
    return tuple(found.values())


def _names(node: Mapping[str, Any]) -> list[str]:
    if names := values.texts(node.get("name")):
        return list(names)
    parts = [values.text(node.get("givenName")), values.text(node.get("familyName"))]
    whole = (
        " ".join(filter(None, parts)) or values.text(node.get("legalName")) or values.text(node.get("alternateName"))
    )
    return [whole] if whole else []


def _party(name: str, node: Mapping[str, Any]) -> Party:
    types = values.types(node)
    is_person = "Person" in types
    return Party(
        name=name,
        is_organization=False if is_person else (True if "organization" in _kinds(types) else None),
        job_title=values.text(node.get("jobTitle")),
        affiliation=values.text(node.get("worksFor")) or values.text(node.get("affiliation")),
        alternate_name=values.text(node.get("alternateName")),
    )
