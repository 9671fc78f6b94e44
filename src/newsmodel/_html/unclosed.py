"""What a page opens and never closes, and what that hides: a comment, an element not shown, a quotation mark.

The tree does not tell whether an element was closed, the bytes do. They are looked at only where the tree has something
odd: text where none is expected, or markup in an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsmodel._html.data import table
from newsmodel._html.decode import Decoded
from newsmodel._html.hostile import RAW, tags
from newsmodel._html.page import Page
from newsmodel._html.tree import Element, talks
from newsmodel._model import Article, Notice, Paragraph

__all__ = ["MENDABLE", "close_quotes", "ends_early", "hiding", "is_open", "may_swallow", "nests", "stops"]

# A comment is looked for in so many bytes at the end of a page.
_END = 8192
_ELEMENTS = table("elements.txt")
MENDABLE = frozenset({"svg", "math", "select", "datalist", "canvas", "rt", *_ELEMENTS["media"]}) - {"iframe"}
"""What is read as if it were not there when it is not closed: it can hold no text of an article."""
_HIDING = (*MENDABLE, "nav", "noscript", "template", "footer")
# What a drawing ends with: nothing but itself is in it.
_DRAWN = frozenset({"path", "g", "use", "circle", "rect", "polygon", "line", "ellipse", "polyline", "defs", "title"})
_AROUND_ENDS = re.compile(rb"</(main|article|body|html)")
# What HTML lets nobody leave open; a name that other names begin with would be counted with them.
_CLOSED_ALWAYS = (
    b"div",
    b"article",
    b"main",
    b"section",
    b"figure",
    b"figcaption",
    b"blockquote",
    b"table",
    b"ul",
    b"ol",
)
# To search a longer page costs too much.
_SMALL = 1 << 15
# What honest pages put no paragraphs in: scripts may write some, comments may keep old ones.
_PLAIN = RAW - {b"script"}
_FEWEST = 2
_PASSAGES = re.compile(rb"</?p[\s>]|<br|</h[1-6]>|</div>")
_RAW_START = re.compile(rb"<(!--|(?:%s)(?=[\s/>]))" % b"|".join(RAW))
_MARKUP = re.compile(rb"=(?:\"[^\"<]*<|'[^'<]*<)")
_SIGN = re.compile(rb"[<>]")
# One attribute, with its value when that is quoted; each alternative ends where the next attribute can begin.
_ATTRIBUTE = re.compile(rb"[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:\"([^\"]*)(?:\"|\Z)|'([^']*)(?:'|\Z)|[^\s>]*))?")
_MARKS = (b"", b'"', b"'")
_AFTER_VALUE = frozenset((b" ", b"\t", b"\r", b"\n", b"\f", b">", b""))
_CLOSED = Notice(
    "quotes-closed", "A quotation mark around an attribute was never closed; it was taken to end with the tag."
)


def is_open(data: bytes, root: Element, *, far: bool) -> bool:
    """Tell whether the end of a page stands in a comment, or in a script or the like, that is never closed.

    A comment is looked for near the end of the page only, unless it is to be looked for `far` from it.
    """
    start = data.rfind(b"<!--", 0 if far else max(0, len(data) - _END))
    if start >= 0 and data.find(b"-->", start + 2) < 0:
        return True
    last = root
    while len(last):
        last = last[-1]
    name = last.tag.encode() if isinstance(last.tag, str) else b""
    if name not in RAW:
        return False
    start = data.rfind(b"<" + name)
    return start >= 0 and data.find(b"</" + name, start) < 0


def nests(data: bytes) -> bool:
    """Tell whether a comment, script or the like holds paragraphs and the start of another: it was not closed before.

    A style sheet or the like that holds paragraphs was not closed in any case.

    Only a short page is searched.
    """
    if len(data) > _SMALL:
        return False
    page = data.lower()
    at = 0
    while (found := _RAW_START.search(page, at)) is not None:
        name = found[1]
        at = page.find(b"-->" if name == b"!--" else b"</" + name, found.end())
        if at < 0:
            return False  # see `is_open`
        if name in _PLAIN and page.count(b"</p", found.end(), at) >= _FEWEST:
            return True
        if page.find(b"<" + name, found.end(), at) >= 0 and _PASSAGES.search(page, found.end(), at):
            return True
    return False


def stops(data: bytes) -> bool:
    """Tell whether a page that was begun ends before its elements do, in the middle of a tag or of an element."""
    if data.rfind(b"</body") >= 0 or data.rfind(b"</html") >= 0:
        return False  # nearly all pages
    page = data.lower()
    if (b"<body" not in page and b"<html" not in page) or b"</body" in page or b"</html" in page:
        return False
    return page.rfind(b"<") > page.rfind(b">") or any(
        page.count(b"<" + name) > page.count(b"</" + name) for name in _CLOSED_ALWAYS
    )


def ends_early(data: bytes) -> bool:
    """Tell whether more elements around an article end than begin: one may have ended before its text does."""
    ends = _AROUND_ENDS.findall(data)
    return any(ends.count(name) > data.count(b"<" + name) for name in set(ends))


def hiding(data: bytes, page: Page) -> frozenset[str]:
    """Return the names of elements that are not shown of which one holds text and is never closed."""
    found: set[str] = set()
    inside: set[Element] = set()
    for el in page.scope.iter(*_HIDING):
        if el in inside or (len(el) and el.tag == "svg" and _is_drawing(el)):
            continue
        if el.tag == "footer" and data.rfind(b"</footer") >= 0:
            continue  # most hold text, and nearly all are closed: it is too dear to count them
        inner = list(el.iterdescendants(*_HIDING))
        inside.update(inner)
        if talks(el):
            found.update(str(x.tag) for x in (el, *inner))
    found -= page.opened
    return _unclosed(data, found) if found else frozenset()


def _is_drawing(svg: Element) -> bool:
    """Tell whether a drawing ends as drawings do; one that is not closed goes on to the end of what is around it."""
    last = svg[-1]
    return last.tag in _DRAWN and not (last.tail or "").strip()


def _unclosed(data: bytes, names: Iterable[str]) -> frozenset[str]:
    """Return those of some names of which more elements begin than end, outside of comments and scripts."""
    depths = {name.encode(): 0 for name in names}
    page = data.lower()  # a pattern that ignores case is far slower
    start = re.compile(b"<(?:(!--)|(/?)(%s)(?=[\\s/>]))" % b"|".join([*depths, *RAW]))
    at = 0
    while (found := start.search(page, at)) is not None:
        comment, closing, name = found.groups()
        at = found.end()
        if comment or (name in RAW and not closing):
            at = page.find(b"-->" if comment else b"</" + name, at)
            if at < 0:
                break
        elif name in depths:
            if not closing:
                depths[name] += page[page.find(b">", at) - 1] != ord("/")
            elif depths[name]:
                depths[name] -= 1
    return frozenset(name.decode() for name, depth in depths.items() if depth)


def may_swallow(data: bytes, article: Article, page: Page | None) -> bool:
    """Tell whether something looks as if an attribute held text: an address with markup in it, or a value without end.

    A short page is searched; of a long one the boxes of its lines, when the page is given.
    """
    last = data.rfind(b'"')
    if last > 0 and data[last - 1] == ord("="):
        return True
    for section in article.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph) and any("<" in link.url for link in block.links):
                return True
    if len(data) < _SMALL:
        return _MARKUP.search(data) is not None
    return page is not None and any("<" in line.box.name for line in page.lines)


def close_quotes(page: Decoded) -> Decoded:
    """Return a page in which no attribute swallows what follows its tag; the page itself where none does.

    A value ends before its first ``<`` or ``>`` when the quotation mark that comes next cannot be its end: other signs
    follow at once, or there is none at all. Elsewhere these are signs like others.
    """
    data = page.data
    out: list[bytes] = []
    done = 0

    def attributes(_: bytes, at: int) -> tuple[int, int]:
        nonlocal done
        while (found := _ATTRIBUTE.match(data, at)) is not None:
            at = found.end()
            group = found.lastindex
            if group and not _ends(data, found.end(group)) and (sign := _SIGN.search(data, *found.span(group))):
                closes = sign.group() == b">"
                out.extend((data[done : sign.start()], _MARKS[group] + (b"" if closes else b">")))
                done = sign.start()
                at = sign.end() if closes else done
                return at, at
        end = data.find(b">", at)
        end = len(data) if end < 0 else end + 1
        return end, end

    for _ in tags(data, attributes):
        pass
    if not out:
        return page
    return page._replace(data=b"".join((*out, data[done:])), notices=(*page.notices, _CLOSED))


def _ends(data: bytes, at: int) -> bool:
    """Tell whether a quotation mark at a place can be the end of a value."""
    return at < len(data) and (data[at + 1 : at + 2] in _AFTER_VALUE or data[at + 1 : at + 3] == b"/>")
