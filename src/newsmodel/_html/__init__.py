"""An HTML page in, the structure of an Article out: one stage a file.

The stages, in order, each replaceable by name (`rules`)::

    decode      (page, charset) -> Decoded          bytes or str to UTF-8
    tame        (Decoded) -> Decoded                cuts tags with tens of thousands of attributes
    tree        (data) -> root                      UTF-8 to a tree
    scan        (root, url=, notices=) -> Page      what is declared; the lines around the article
    metadata    (page) -> Metadata                  headline, authors, dates, ...
    content     (page, metadata) -> Content         sections, furniture
    assemble    (page, metadata, content) -> Article
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from newsmodel._collector import paused
from newsmodel._html import content as _content
from newsmodel._html import dateline
from newsmodel._html import metadata as _metadata
from newsmodel._html.content import Content
from newsmodel._html.decode import Decoded, decode
from newsmodel._html.hostile import flatten, tame
from newsmodel._html.lead import with_caption
from newsmodel._html.metadata import Metadata
from newsmodel._html.page import Page
from newsmodel._html.scan import scan
from newsmodel._html.survey import UNSHOWN
from newsmodel._html.tree import is_cut, parse
from newsmodel._html.unclosed import MENDABLE, close_quotes, ends_early, hiding, is_open, may_swallow, nests, stops
from newsmodel._model import Article, Notice, Paragraph
from newsmodel.errors import ParseError

__all__ = ["FIELDS", "STAGES", "read"]

Rule = Callable[..., Any]


def assemble(page: Page, metadata: Metadata, content: Content) -> Article:
    """Return the Article made of what the stages before found."""
    known = {name: getattr(metadata, name) for name in _FROM_METADATA}
    opening = _opening(content)
    if metadata.standfirst in opening:
        known["standfirst"] = None  # nothing is both introduction and text
    known["lead_image"] = with_caption(metadata.lead_image, content.lead)
    known["dateline"] = next(filter(None, map(dateline.find, opening)), metadata.dateline)
    printed = {known["headline"], known["standfirst"], known["byline"], known["kicker"]}
    return Article(
        **known,
        url=page.url,
        sections=content.sections,
        furniture=tuple(f for f in content.furniture if f.text not in printed),  # what has a field of its own
        notices=page.notices + metadata.notices + content.notices,
    )


def _opening(content: Content) -> list[str]:
    """Return the texts of the first blocks of the body."""
    blocks = content.sections[0].blocks[:4] if content.sections else ()
    return [block.text for block in blocks if isinstance(block, Paragraph)]


STAGES: Mapping[str, Rule] = {
    "decode": decode,
    "tame": tame,
    "tree": parse,
    "scan": scan,
    "metadata": _metadata.read,
    "content": _content.read,
    "assemble": assemble,
}
"""The stages by name, in order."""

_TOO_DEEP = Notice("too-deep", "Elements are nested thousands of levels deep; the lower levels were taken as one.")
_CUT = Notice("truncated", "The parser stopped before the end of the page; what comes after is left out.")
_OPEN = Notice("looks-truncated", "A comment or script that is never closed holds the end of the page.")
_NESTS = Notice("looks-truncated", "A comment, script or the like was not closed in time; it hides paragraphs.")
_STOPS = Notice("looks-truncated", "The page ends before the elements that it opened do; the rest may be missing.")
# A page with less text may have lost some.
_SHORT = 1500

FIELDS = frozenset(a.name for a in attrs.fields(Article)) - {"people", "organizations"}
"""The fields of an Article that a rule may give."""

_FROM_METADATA = tuple(name for name in Metadata._fields if name in FIELDS - {"notices"})


@paused
def read(
    page: bytes | str, *, url: str | None = None, charset: str | None = None, rules: Mapping[str, Rule] | None = None
) -> Article:
    """Return the structure of a page: no people, no quotes.

    A rule is named after a stage, which it replaces, or after a field of Article: then it is given the `Page` and what
    it returns stands in that field.
    """
    fields, stages = _sorted_rules(rules)
    decoded = stages["tame"](stages["decode"](page, charset))
    seen = _seen(decoded, url, stages)
    article, known = _article(seen, fields, stages)
    short = _is_short(article)
    if may_swallow(decoded.data, article, seen if short else None) and (closed := close_quotes(decoded)) is not decoded:
        decoded = closed
        seen = _seen(decoded, url, stages)
        article, known = _article(seen, fields, stages)
        short = _is_short(article)
    hides = hiding(decoded.data, seen) if short or seen.hides else frozenset()
    early = short and seen.scope is not seen.root and ends_early(decoded.data)
    if (early or hides & MENDABLE) and stages["scan"] is scan:
        seen = scan(seen.root, url=url, notices=seen.notices, opened=hides & MENDABLE, whole=early)
        article, known = _article(seen, fields, stages)
    if hides - MENDABLE and UNSHOWN not in article.notices:
        article = attrs.evolve(article, notices=(*article.notices, UNSHOWN))
    if is_open(decoded.data, seen.root, far=short):
        article = attrs.evolve(article, notices=(*article.notices, _OPEN))
    elif nests(decoded.data):
        article = attrs.evolve(article, notices=(*article.notices, _NESTS))
    elif stops(decoded.data):
        article = attrs.evolve(article, notices=(*article.notices, _STOPS))
    return attrs.evolve(article, **known) if known else article


def _seen(page: Decoded, url: str | None, stages: Mapping[str, Rule]) -> Page:
    """Return what the scan sees of a page."""
    root, notices = stages["tree"](page.data), page.notices
    if is_cut(root):
        root, notices = stages["tree"](flatten(page.data)), (*notices, _TOO_DEEP)
        if is_cut(root):
            notices = (*notices, _CUT)
    seen: Page = stages["scan"](root, url=url, notices=notices)
    return seen


def _article(seen: Page, fields: Mapping[str, Rule], stages: Mapping[str, Rule]) -> tuple[Article, dict[str, Any]]:
    """Return the Article that the stages make of what was seen, and what rules say of single fields."""
    metadata = stages["metadata"](seen)
    known = {name: rule(seen) for name, rule in fields.items()}
    early = {name: value for name, value in known.items() if name in _FROM_METADATA}
    if early:
        metadata = metadata._replace(**early)
    return stages["assemble"](seen, metadata, stages["content"](seen, metadata)), known


def _is_short(article: Article) -> bool:
    """Tell whether an article has so little text that it may be cut."""
    left = _SHORT
    for section in article.sections:
        for paragraph in section.paragraphs:
            left -= len(paragraph.text)
            if left <= 0:
                return False
    return True


def _sorted_rules(rules: Mapping[str, Rule] | None) -> tuple[Mapping[str, Rule], Mapping[str, Rule]]:
    """Return the rules for fields, and all stages with those that rules replace."""
    if not rules:
        return {}, STAGES
    for name, rule in rules.items():
        if name not in STAGES and name not in FIELDS:
            known = ", ".join([*STAGES, *sorted(FIELDS)])
            raise ParseError(f"no stage or field is called {name!r}", path=f"rules[{name!r}]", hint=f"one of {known}")
        if not callable(rule):
            raise ParseError(
                f"the rule {name!r} is no function", path=f"rules[{name!r}]", hint="give a function of the page"
            )
    fields = {name: rule for name, rule in rules.items() if name in FIELDS}
    return fields, {**STAGES, **{name: rule for name, rule in rules.items() if name in STAGES}}
