"""The headline: what is printed, chosen by agreement with what the page declares.

The right string is there on 19 of 20 pages; the question is which. An `<h1>` that something else agrees with is the
headline. Otherwise the declarations decide, the more of them agree the better.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsmodel._html.facts import Facts
from newsmodel._html.kicker import LONGEST_KICKER, kicker_above, kicker_within
from newsmodel._html.page import BREAK, Box, Line, Page
from newsmodel._html.titles import LONGEST, Printed, Title, leads_home, loose, shown, stretches
from newsmodel._plain import plain

__all__ = ["Headline", "read", "without_site"]

_MAX_LINES = 20  # of one headline
_MAX_HEADINGS = 200  # of a page that are looked at
_SHORTEST = 8  # letters below which likeness means nothing
_FEWEST_WORDS = 3  # of a heading that nothing agrees with
_NEXT = 12  # lines below a heading in which the true headline may stand
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})

_METAS = ("headline", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "cxenseparse:title")

# What stands between a headline and the name of the site, and between a kicker and a headline.
# All begin with one of a few characters, so that the search need not try each alternative everywhere.
_SITE_SEPARATOR = re.compile(
    r"(?=[\s|｜»：\-_:,])(?:\s+[|\-–—·•»«:/~]+\s+|\s*[|｜»]\s*|[：]|--+|_+(?=[^_]*$)|\s*::\s*|,\s+(?=[^,]*$))"
)
# The same, where it parts the name of a site before the headline, too.
_PART_SEPARATOR = re.compile(r"(?=[\s|｜»：_:])(?:\s+[|\-–—·•»«:/~]+\s+|\s*[|｜»_]\s*|[：]|:\s)")

# Parts of the class names and ids that headlines have.
_HEADLINE_CLASS = ("headline", "title", "titel", "titre", "titul", "titol", "heading", "baslik", "header")
_TEXT = 200  # characters of a line that is one of the text


class Headline(NamedTuple):
    """The headline with the place where it is printed."""

    text: str | None = None
    kicker: str | None = None
    box: Box | None = None
    """The heading that prints it; None when no heading does."""
    titles: frozenset[str] = frozenset()
    """All titles of the page in their loose form."""


def read(page: Page, facts: Facts, site: str | None) -> Headline:
    """Return the headline of a page; `site` is the name of the publication, which is no part of it."""
    declared = _declared(page, facts, site)
    printed = _printed(page)
    name = loose(site)
    best = _agreed(printed, declared, name)
    if len(declared) == 1 and "title" in declared:
        best = _part_of_title(page, best, declared["title"]) or best
    best = best or _lesser(page, declared) or _alone(printed, declared, name) or _named(page, printed, name)
    titles = frozenset(title.key for title in declared.values())
    if best is None:
        return Headline(_without_home(page, _declared_alone(declared)), titles=titles)
    best = _second(page, best, declared) or best
    title, kicker = kicker_within(best, declared)
    title = _outvoted(title, declared, facts)
    kicker = kicker or kicker_above(page, best.box, title.key, declared)
    return Headline(title.text, kicker, best.box, titles | {title.key})


def _declared(page: Page, facts: Facts, site: str | None) -> dict[str, Title]:
    """Return what the page declares its headline to be, by source, without the name of the site."""
    story = facts.stories[0] if facts.stories and facts.stories[0].is_article else None
    sources = {
        "json_ld": (story.headline or story.name) if story else None,
        "og": facts.first("og:title"),
        "twitter": facts.first("twitter:title"),
        "title": plain(page.title),
        "meta": facts.first(*_METAS),
    }
    found = {}
    name = loose(site)
    for source, text in sources.items():
        if text and len(text) <= LONGEST:
            key = loose(text)
            bare = without_site(text, name) if name and name in key else text
            found[source] = Title(text, key) if bare == text else Title(bare, loose(bare))
    return found


def without_site(text: str, name: str) -> str:
    """Return a title without the name of the site, in its loose form, at its end or start."""
    for m in reversed(list(_SITE_SEPARATOR.finditer(text))):
        head, tail = text[: m.start()].strip(), text[m.end() :].strip()
        last = loose(tail)
        if head and last and (last == name or (len(last) > 3 and (last in name or name in last) and len(tail) < 40)):
            return without_site(head, name) if loose(head) != name else head
    first = _SITE_SEPARATOR.search(text)
    if first and loose(text[: first.start()]) == name and text[first.end() :].strip():
        return text[first.end() :].strip()
    return text


def _printed(page: Page) -> list[Printed]:
    """Return the main headings of the page, each with the lines that it is made of."""
    found: list[Printed] = []
    last = None
    for line in _heading_lines(page):
        box = next((b for b in line.box.up() if b.tag == "h1"), line.box)
        if box is last:
            continue
        last = box
        end = max(box.end, line.index + 1)
        texts = map(shown, page.lines[line.index : min(end, line.index + _MAX_LINES)])
        text = " ".join(filter(None, texts))
        if text and len(text) <= LONGEST and end - line.index <= _MAX_LINES:
            found.append(Printed(text, loose(text), box))
    return found[:_MAX_HEADINGS]


def _heading_lines(page: Page) -> list[Line]:
    """Return the lines that stand in an `<h1>`; blocks in a heading are looked for only where no line is one itself."""
    direct = [line for line in page.lines if line.tag == "h1"]
    return direct or [line for line in page.lines if _is_in_heading(line.box.parent)]


def _is_in_heading(box: Box | None) -> bool:
    return box is not None and (box.tag == "h1" or (box.parent is not None and box.parent.tag == "h1"))


def _agreed(printed: list[Printed], declared: dict[str, Title], site: str) -> Printed | None:
    """Return the heading that agrees best with the declarations; if none does, one that the page prints twice."""
    scores = [
        0.0 if heading.key == site else sum(_likeness(heading.key, other.key) for other in declared.values())
        for heading in printed
    ]
    top = max(scores, default=0)
    if top <= 0:
        keys = [heading.key for heading in printed]
        return next((h for h in printed if keys.count(h.key) > 1 and h.key != site and len(h.key) > _SHORTEST), None)
    # Of two that a title is made of, the shorter is the name of the site.
    alike = [heading for heading, score in zip(printed, scores, strict=True) if score == top]
    return max(alike, key=lambda heading: len(heading.key))


def _part_of_title(page: Page, found: Printed | None, title: Title) -> Printed | None:
    """Return the line that prints the longer part of the page's only title, when the other part is the site's name.

    A page may keep its first level for the name of the site, and have no headings for its headlines.
    """
    parts = {loose(part) for m in _PART_SEPARATOR.finditer(title.text) for part in _around(title.text, m)}
    if found is not None and found.key not in parts:
        return None
    longer = {part for part in parts if len(part) > max(_SHORTEST, len(title.key) // 2)}
    lines = (line for line in page.lines if len(line.text) <= len(title.text)) if longer else ()
    alike = [line for line in lines if loose(line.text) in longer and not leads_home(line)]
    best = max(alike, key=lambda line: (len(line.text), line.tag in _HEADINGS, -line.index), default=None)
    if best is None:
        return _above_a_break(page, longer) if longer else None
    return Printed(shown(best), loose(best.text), best.box)


def _above_a_break(page: Page, keys: set[str]) -> Printed | None:
    """Return the first stretch of a line that breaks part, when it is one of these headlines."""
    for line in page.lines:
        text = next(iter(stretches(line)), "") if BREAK in line.text else ""
        if text and loose(text) in keys:
            # The box is empty: byline and date may stand in the same line.
            return Printed(text, loose(text), Box(line.tag, line.el, line.box, line.index))
    return None


def _around(text: str, separator: re.Match[str]) -> tuple[str, str]:
    return text[: separator.start()], text[separator.end() :]


def _alone(printed: list[Printed], declared: dict[str, Title], site: str) -> Printed | None:
    """Return the first heading that is more than a label, though nothing agrees with it."""
    least = _FEWEST_WORDS if declared else 1
    return next((h for h in printed if h.key not in ("", site) and _words(h.text) >= least), None)


def _named(page: Page, printed: list[Printed], site: str) -> Printed | None:
    """Return the first lower heading whose class says that it is the headline, on a page without a heading above it."""
    if printed:
        return None
    for line in page.lines:
        if len(line.text) > _TEXT:
            return None
        if line.tag in _HEADINGS and not line.linked and len(line.text) > _SHORTEST:
            name = line.box.name.lower()
            text = shown(line)
            if any(map(name.__contains__, _HEADLINE_CLASS)) and loose(text) != site:
                return Printed(text, loose(text), line.box)
    return None


def _without_home(page: Page, title: str | None) -> str | None:
    """Return a title that no heading prints without what the link to the first page says: the name of the site."""
    parts = [_around(title, m) for m in _PART_SEPARATOR.finditer(title)] if title else []
    if not parts:
        return title
    names = {loose(line.text) for line in page.lines if line.anchors and leads_home(line)}
    for before, after in parts:
        if loose(before) in names or loose(after) in names:
            return (after if loose(before) in names else before).strip() or title
    return title


def _lesser(page: Page, declared: dict[str, Title]) -> Printed | None:
    """Return the line that prints a declared headline, where no heading of the first level does.

    A page may keep its first level for the name of the site, or for a line of the breadcrumb.
    """
    keys = tuple({title.key for title in declared.values() if len(title.key) > _SHORTEST})
    if not keys:
        return None
    longest = max(len(title.text) for title in declared.values()) + LONGEST_KICKER
    ends = {key[-1] for key in keys}
    found: tuple[float, Printed] | None = None
    for line in page.lines:
        if not _SHORTEST < len(line.text) <= longest:
            continue
        last = line.text[-1].lower()
        if last.isalnum() and last.isascii() and last not in ends:
            continue  # it ends otherwise, which is cheaper to see than to compare the whole
        text = shown(line)
        key = loose(text)
        worth = float(key in keys) or 0.7 * key.endswith(keys)
        worth += (line.tag in _HEADINGS) / 2 if worth else 0
        if worth and (found is None or worth > found[0]):
            found = worth, Printed(text, key, line.box)
    return found[1] if found else None


def _second(page: Page, first: Printed, declared: dict[str, Title]) -> Printed | None:
    """Return the heading below the first one that prints another declared title, if there is one.

    Then the first is a title for search engines, out of sight or in the breadcrumb, and the second is the headline.
    """
    others = [t.key for t in declared.values() if len(t.key) > _SHORTEST and not _likeness(t.key, first.key)]
    if not others:
        return None
    for line in page.lines[first.box.end : first.box.end + _NEXT]:
        if line.tag in _HEADINGS and _SHORTEST < len(line.text) <= LONGEST:
            text = shown(line)
            key = loose(text)
            if any(key.endswith(other) or (other.endswith(key) and 2 * len(key) > len(other)) for other in others):
                return Printed(text, key, line.box)
    return None


def _likeness(a: str, b: str) -> float:
    if a == b:
        return 1.0
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) > _SHORTEST and shorter in longer:
        return 0.7
    return 0.0


def _words(text: str) -> int:
    """Return how many words a text has; scripts without blanks count four characters as one."""
    return max(len(text.split()), sum(c > "\u2e7f" for c in text) // 4)


def _declared_alone(declared: dict[str, Title]) -> str | None:
    """Return the declaration that most others agree with; JSON-LD first among equals."""
    if not declared:
        return None
    votes = {name: sum(_likeness(t.key, other.key) for other in declared.values()) for name, t in declared.items()}
    return declared[max(votes, key=votes.__getitem__)].text


def _outvoted(title: Title, declared: dict[str, Title], facts: Facts) -> Title:
    """Return the headline that the editors declare twice apart from the heading, or the heading's own."""
    other = declared.get("json_ld")
    if other is None or not other.key or other.key == title.key:
        return title
    alternative = next((loose(s.alternative_headline) for s in facts.stories if s.alternative_headline), "")
    unanimous = all(name in declared and declared[name].key == other.key for name in ("og", "twitter", "title"))
    return other if unanimous or other.key == alternative else title
