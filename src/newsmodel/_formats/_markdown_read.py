"""Markdown as sections: the blocks and links that news has, line by line. What it cannot place is a paragraph."""

from __future__ import annotations

import html
import re

from newsmodel._formats._markup import safe_url
from newsmodel._model import MAX_LIST_DEPTH, Block, BlockQuote, Figure, Link, ListBlock, Paragraph, Section, Span, Table

__all__ = ["body"]

_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?$")
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ITEM = re.compile(r"([ \t]*)([-*+]|\d{1,9}[.)])(?:[ \t]+(.*)|)$")
_QUOTED = re.compile(r" {0,3}>[ ]?")
_TABLE_RULE = re.compile(r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*\|?$")
_CELL = re.compile(r"((?:[^|\\]|\\.)*+)\|")
_LINE_END = re.compile(r"(\\)?\n")
_DASH = "— "

# One thing inside a text: an escape, a link or picture, an address, a reference, marks of emphasis or code.
_INLINE = re.compile(
    r"""\\(?P<escape>[!-/:-@\[-`{-~])
    |(?P<image>!?)\[(?P<label>(?:[^\[\]\\]|\\.)*+)\]
        \([ \t]*(?:<(?P<url>(?:[^<>\\\n]|\\.)*+)>|(?P<bare>[^\s()<>]*+))(?:[ \t]+"(?P<title>(?:[^"\\]|\\.)*+)")?[ \t]*\)
    |<(?P<auto>https?://[^\s<>]*+)>
    |(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    |(?P<marks>[*_`]+|~~)""",
    re.VERBOSE,
)
# What begins such a thing.
_SPECIAL = re.compile(r"[\\\[<&*_`~]")
# What a line that is no part of a plain paragraph begins with, white space aside.
_STARTS = frozenset("#`~>-*+_|=0123456789")


def body(text: str) -> tuple[Section, ...]:
    """Return the sections of a Markdown text."""
    found: list[Section] = []
    heading, level = None, 2
    blocks: list[Block] = []
    for part in _Reader(text.split("\n")).parts():
        if not isinstance(part, tuple):
            blocks.append(part)
            continue
        if heading is not None or blocks:
            found.append(Section(tuple(blocks), heading=heading, level=level))
        heading, level, blocks = part[1], part[0], []
    if heading is not None or blocks:
        found.append(Section(tuple(blocks), heading=heading, level=level))
    return tuple(found)


class _Reader:
    """Goes through the lines once, block by block."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.at = 0

    def parts(self) -> list[Block | tuple[int, str]]:
        """Return the blocks in order, headings among them as (level, text)."""
        found: list[Block | tuple[int, str]] = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            start = line.lstrip()[:1]
            if "|" in line and self.begins_table():
                found.append(self.table())
            elif start and start not in _STARTS:
                found += self.paragraph()
            elif not start or _RULE.match(line):
                self.at += 1
            elif atx := _ATX.match(line):
                self.at += 1
                words = _plain(_unclosed(atx[2] or ""))
                found += [(len(atx[1]), words)] if words else []
            elif fence := _FENCE.match(line):
                found += self.fenced(fence[1])
            elif _QUOTED.match(line):
                found += self.quotation()
            elif _ITEM.match(line):
                found += self.listing()
            else:
                found += self.paragraph()
        return found

    def begins_table(self) -> bool:
        """Tell whether this line heads a table: below it is a rule, of as many cells when it begins with no bar."""
        line, rule = self.lines[self.at], "".join(self.lines[self.at + 1 : self.at + 2]).strip()
        if not _TABLE_RULE.match(rule) or _begins_other(line) or _ITEM.match(line):
            return False
        header = line.strip()
        return header[0] == "|" or ("|" in rule and len(_cells(header)) == len(_cells(rule)))

    def paragraph(self) -> list[Block | tuple[int, str]]:
        """Read lines up to a blank one or another block; underlined, they are a heading."""
        held = [self.lines[self.at]]
        self.at += 1
        while self.at < len(self.lines):
            line = self.lines[self.at]
            start = line.lstrip()[:1]
            if "|" in line and self.begins_table():
                break
            if start and start not in _STARTS:
                held.append(line)
                self.at += 1
                continue
            if underline := _SETEXT.match(line):
                self.at += 1
                words = _plain(" ".join(held))
                return [(1 if underline[1][0] == "=" else 2, words)] if words else []
            if not line.strip() or _RULE.match(line) or _begins_other(line):
                break
            held.append(line)
            self.at += 1
        return [*_paragraphs(held)]

    def fenced(self, fence: str) -> list[Block | tuple[int, str]]:
        """Read what stands between fences as it stands."""
        self.at += 1
        held: list[str] = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                break
            held.append(line)
        text = "\n".join(" ".join(line.split()) for line in held if line.strip())
        return [Paragraph(text)] if text else []

    def quotation(self) -> list[Block | tuple[int, str]]:
        """Read a block quote; its last paragraph names the source when it begins with a dash."""
        groups: list[list[str]] = [[]]
        while self.at < len(self.lines) and (mark := _QUOTED.match(self.lines[self.at])):
            line = self.lines[self.at][mark.end() :]
            self.at += 1
            if line.strip():
                groups[-1].append(line)
            elif groups[-1]:
                groups.append([])
        groups = [g for g in groups if g]
        source = None
        if len(groups) > 1 and groups[-1][0].startswith(_DASH):
            source = _plain(" ".join(groups.pop())[len(_DASH) :])
        paragraphs = tuple(Paragraph(text) for g in groups if (text := _flow(g)))
        return [BlockQuote(paragraphs, attribution=source or None)] if paragraphs else []

    def listing(self) -> list[Block | tuple[int, str]]:
        """Read a list with those nested in it; a mark of another kind begins another list."""
        rows: list[tuple[int, str, list[str]]] = []
        first = ""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            item = _ITEM.match(line)
            if not line.strip():
                after = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
                if not (after[:1] in (" ", "\t") or _ITEM.match(after)):
                    break
            elif item and not _RULE.match(line):
                depth, kind = len(item[1].expandtabs(4)), item[2][-1]
                if not rows:
                    first = kind
                elif depth <= rows[0][0] and kind != first:
                    break
                rows.append((depth, kind, [item[3] or ""]))
            elif _ATX.match(line) or _QUOTED.match(line):
                break
            else:
                rows[-1][2].append(line)
            self.at += 1
        found = _nested(rows)
        return [found] if found else []

    def table(self) -> Block:
        """Read a table; the row below its header is a rule."""
        header = _row(self.lines[self.at])
        self.at += 2
        rows: list[tuple[str, ...]] = []
        while self.at < len(self.lines) and "|" in (line := self.lines[self.at]) and not _begins_other(line):
            rows.append(_row(line))
            self.at += 1
        return Table(rows=tuple(rows), header=header if any(header) else ())


def _begins_other(line: str) -> bool:
    """Tell whether a line begins a block of another kind than a paragraph or a table."""
    return any(mark.match(line) for mark in (_ATX, _QUOTED, _FENCE))


def _cells(row: str) -> list[str]:
    """Return the cells of a row, with or without bars at its ends, as they are written."""
    cells: list[str] = _CELL.findall(f"{row.removeprefix('|')} |")
    return cells[:-1] if cells[1:] and not cells[-1].strip() else cells


def _row(line: str) -> tuple[str, ...]:
    return tuple(map(_plain, _cells(line.strip())))


def _unclosed(heading: str) -> str:
    """Return the text of a heading without the number signs that may close it."""
    text = heading.rstrip()
    rest = text.rstrip("#")
    return rest if not rest or rest[-1] in " \t" else text


def _nested(rows: list[tuple[int, str, list[str]]]) -> ListBlock | None:
    """Return the list that items at these depths make: what is deeper than an item is nested in it."""
    stack: list[tuple[int, str, list[Paragraph | ListBlock]]] = []

    def close() -> None:
        _, kind, items = stack.pop()
        if items:
            stack[-1][2].append(ListBlock(tuple(items), ordered=kind in ".)"))

    for depth, kind, held in rows:
        text = _flow(held)
        while len(stack) > 1 and depth < stack[-1][0]:
            close()
        if not stack or (depth > stack[-1][0] + 1 and stack[-1][2] and len(stack) < MAX_LIST_DEPTH):
            stack.append((depth, kind, []))
        if text:
            stack[-1][2].append(Paragraph(text))
    while len(stack) > 1:
        close()
    return ListBlock(tuple(stack[0][2]), ordered=stack[0][1] in ".)") if stack and stack[0][2] else None


def _paragraphs(held: list[str]) -> list[Block]:
    """Return the paragraph of some lines, or the picture that is all they hold."""
    joined = "\n".join(line.strip() for line in held)
    m = _INLINE.fullmatch(joined)
    if m and m["image"] and m["label"] is not None:
        figure = _figure(m)
        return [figure] if figure else []
    text, links = _inline(joined)
    return [Paragraph(text, links=tuple(links))] if text else []


def _figure(m: re.Match[str]) -> Figure | None:
    url = _unescaped(m["url"] if m["url"] is not None else m["bare"] or "")
    alt, title = _plain(m["label"]), _plain(m["title"] or "")
    caption = Paragraph(title) if title else None
    url = url if url.strip() and safe_url(url) else ""
    return Figure(url=url or None, alt=alt or None, caption=caption) if url or alt or caption else None


def _flow(held: list[str]) -> str:
    return _inline("\n".join(line.strip() for line in held))[0]


def _plain(text: str) -> str:
    return " ".join(_inline(text.strip())[0].split("\n"))


def _unescaped(text: str) -> str:
    return _INLINE.sub(lambda m: m["escape"] or (html.unescape(m["entity"]) if m["entity"] else m[0]), text)


def _inline(text: str) -> tuple[str, list[Link]]:
    """Return the words of some lines and their links: marks are taken off, escapes and references resolved."""
    if not _SPECIAL.search(text):
        return _soft(text).strip(), []
    pieces: list[str] = []
    links: list[tuple[int, int, str]] = []
    length = at = 0

    def add(piece: str) -> None:
        nonlocal length
        pieces.append(piece)
        length += len(piece)

    for m in _INLINE.finditer(text):
        add(_soft(text[at : m.start()]))
        at = m.end()
        if m["escape"]:
            add(m["escape"])
        elif m["label"] is not None:
            start = length
            add(_words(m["label"]))
            url = _unescaped(m["url"] if m["url"] is not None else m["bare"] or "")
            if not m["image"] and url.strip() and safe_url(url):
                links.append((start, length, url))
        elif m["auto"]:
            links.append((length, length + len(m["auto"]), m["auto"]))
            add(m["auto"])
        elif m["entity"]:
            add(html.unescape(m["entity"]))
        elif _is_text(text, m):
            add(m[0])
    add(_soft(text[at:]))
    return _settled("".join(pieces), links)


def _words(label: str) -> str:
    """Return the words of a label, in which links do not nest."""
    return _INLINE.sub(
        lambda m: m["escape"] or (html.unescape(m["entity"]) if m["entity"] else m["auto"] or m["label"] or ""), label
    ).replace("\n", " ")


def _soft(text: str) -> str:
    """Return a stretch of text: lines flow together unless a backslash ends one."""
    return _LINE_END.sub(lambda m: "\n" if m[1] else " ", text) if "\n" in text else text


def _is_text(text: str, m: re.Match[str]) -> bool:
    """Tell whether marks are none: they stand free, or are underscores inside a word."""
    before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
    if m[0][0] == "_" and before.isalnum() and after.isalnum():
        return True
    return (not before or before.isspace()) and (not after or after.isspace())


def _settled(text: str, found: list[tuple[int, int, str]]) -> tuple[str, list[Link]]:
    """Return a text without white space at its ends, and the links on its letters."""
    shift = len(text) - len(text.lstrip())
    links: list[Link] = []
    for start, end, url in found:
        words = text[start:end]
        first = start - shift + len(words) - len(words.lstrip())
        last = first + len(words.strip())
        if first < last:
            links.append(Link(Span(first, last), url))
    return text.strip(), links
