"""What a line is by the lines beside it: items of one list, what stands under a label or heading, the last notes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from newsmodel._html.flow import flat
from newsmodel._html.notes import notes
from newsmodel._html.page import BREAK, Box, Line
from newsmodel._html.trunk import TRUNK, Trunk
from newsmodel._html.verdict import (
    HEADINGS,
    LABELLED,
    LINKED,
    LONGEST_HEADING,
    ROWS,
    TALK,
    Verdict,
    within_heading,
)
from newsmodel._model import Entity

__all__ = ["by_neighbours", "styled_headings"]

# An article with more lists of links, and more links than paragraphs, is about what they link to.
_MANY = 5
# A longer text is no caption, or none that nothing but its place tells; so many lines below the text goes on.
_CAPTION, _CENTRED, _NEXT = 300, 160, 20
_CREDITED = re.compile(
    r"[(\[](?:[^()\[\]]{0,40}\b)?(?:AP|AFP|EPA|EFE|dpa|APA|ANSA|PAP|TASS|Reuters|REUTERS|Getty|Imago|[Pp]hotos?|[Ff]oto)\b"
    r"[^()\[\]]{0,40}[)\]]$"
)
# What stands around a quotation.
_MARKS = "\"'“”„‟«»‹›‘’‚「」『』.,;:!?… "
# Fewer letters may stand in two places by chance, and no page pulls more quotations.
_SHORTEST_PULLED, _MOST_PULLED = 25, 20
# A heading does not end like this.
_ENDS = ".,;:!?…"
_WORD = 8  # characters of a line from which on it says something
# What a cell or an item is taken for that is linked, or a number.
_IN_ROWS = frozenset({"related", "date"})
# What a word may say of a heading that heads a section.
_WORDS = frozenset(
    {"audio", "credit", "comments", "navigation", "other", "app", "donation", "copyright", "cookie", "date"}
)
_LINES = frozenset({"p", "div"})  # what may be a heading by its class
_LABEL_KINDS = frozenset({"related", "newsletter", "share", "comments", "tags"})


def by_neighbours(verdicts: list[Verdict], trunk: Trunk, authors: Sequence[Entity] = ()) -> None:
    """Judge all lines once more by those beside them, and the last by whom the article is by."""
    # Most articles have neither lists nor block quotations.
    own = {v.line.tag for v in verdicts}
    tags = own | {box.tag for v in verdicts if (box := v.line.box.parent)}
    _captions(verdicts)
    if not ROWS.isdisjoint(tags):
        _in_groups(verdicts, trunk)
    _headings_of_text(verdicts, trunk)
    _by_label(verdicts, trunk)
    _below_headings(verdicts)
    if "blockquote" in tags or "div" in own:
        _pull_quotes(verdicts)
    notes(verdicts, tuple(author.name for author in authors if " " in author.name))


def styled_headings(verdicts: list[Verdict]) -> None:
    """Find the headings that are paragraphs of a class of their own: each is a short line above a passage."""
    short: dict[str, list[Verdict]] = defaultdict(list)
    other: set[str] = set()
    above: Verdict | None = None
    for verdict in verdicts:
        line = verdict.line
        if verdict.role != "text":
            continue
        size = len(line.text)
        if above is not None and size <= TALK:
            other.add(above.line.box.el.get("class") or "")
        above = None
        if line.tag in _LINES and (name := line.box.el.get("class")) and name not in other:
            if size > LONGEST_HEADING or line.linked or line.text[-1] in _ENDS or BREAK in line.text or _is_mark(line):
                other.add(name)
            else:
                short[name].append(verdict)
                above = verdict
    for name, found in short.items():
        if name not in other and len(found) > 1:
            for verdict in found:
                verdict.role = "heading"


def _is_mark(line: Line) -> bool:
    """Tell whether a line is a number, such as that of an item, or a sign."""
    return len(line.text) < _WORD and sum(map(str.isalpha, line.text)) < 2


def _captions(verdicts: list[Verdict]) -> None:
    """Take a paragraph right below a picture for its caption when it ends with whose picture it is.

    Or when it is centred as the picture is, and the text is not.
    """
    for i, (above, verdict) in enumerate(pairwise(verdicts)):
        if above.role != "media" or verdict.role != "text" or len(verdict.line.text) >= _CAPTION:
            continue
        line = verdict.line
        if line.text[-1] in ")]" and _CREDITED.search(text := flat(line), max(0, len(text) - 100)):
            verdict.role = "caption"
        elif len(line.text) < _CENTRED and _is_centred(above.line.box) and _is_centred(line.box):
            below = next((v.line for v in verdicts[i + 2 : i + 2 + _NEXT] if v.role == "text"), None)
            if below is not None and not _is_centred(below.box):
                verdict.role = "caption"


def _is_centred(box: Box) -> bool:
    """Tell whether an attribute of a box says that what is in it is centred."""
    get = box.el.get
    return (
        box.tag == "center"
        or (get("align") or "").lower() == "center"
        or "text-align:center" in (get("style") or "").lower().replace(" ", "")
    )


def _in_groups(verdicts: list[Verdict], trunk: Trunk) -> None:
    """Judge the items of a list and the cells of a table by one another.

    Where most are plain text, one that is wholly linked or a number is text, too; where all are linked in good part,
    they are pointers to other articles, whatever kicker stands before each link. An article may be made of such lists.
    """
    rows = [
        (v, trunk.group(v.line))
        for v in verdicts
        if (v.line.tag in ROWS or (v.line.tag == "p" and (b := v.line.box.parent) and b.tag in ROWS)) and v.line.text
    ]
    if not rows:
        return
    _whole_groups(rows, trunk)
    plain: Counter[Box | None] = Counter()
    linked: Counter[Box | None] = Counter()
    dropped: Counter[Box | None] = Counter()
    for verdict, group in rows:
        size = len(verdict.line.text)
        if verdict.role == "furniture":
            dropped[group] += 1
        elif verdict.role == "text":
            plain[group] += verdict.line.linked <= LABELLED * size
            linked[group] += verdict.line.linked > LINKED * size
    links = [g for v, g in rows if v.kind == "related" and v.line.index < trunk.last]
    is_about = len(set(links)) > _MANY and len(links) > sum(v.role == "text" for v in verdicts)
    for verdict, group in rows:
        line = verdict.line
        if verdict.role == "text":
            if line.tag == "li" and linked[group] and not plain[group]:
                verdict.role, verdict.kind = "furniture", "related"
        elif (
            verdict.kind in _IN_ROWS
            and (is_about or plain[group] >= max(dropped[group], 1))
            and line.index < trunk.last
            and trunk.relation(line) == TRUNK
        ):
            verdict.role, verdict.kind = "text", ""


def _whole_groups(rows: list[tuple[Verdict, Box | None]], trunk: Trunk) -> None:
    """Take lists and tables for text as a whole where a part of them is: their short lines stand apart like the long.

    A list in which anything is linked shows other articles.
    """
    apart: dict[Box | None, list[Verdict]] = defaultdict(list)
    text: set[Box | None] = set()
    linked: set[Box | None] = set()
    for verdict, group in rows:
        if verdict.line.linked:
            linked.add(group)
        if verdict.role == "text":
            text.add(group)
        elif verdict.role == "furniture" and not verdict.kind:
            apart[group].append(verdict)
    for group in (text - linked) & apart.keys():
        if group is not None and group.end <= trunk.last:
            for verdict in apart[group]:
                verdict.role = "text"


def _headings_of_text(verdicts: list[Verdict], trunk: Trunk) -> None:
    """Take headings back that a word made furniture ("Audio"): plain text of the article stands right below them."""
    for verdict, below in pairwise(verdicts):
        if below.role != "text" or verdict.role != "furniture" or verdict.kind not in _WORDS:
            continue
        line = verdict.line
        if (
            line.tag in HEADINGS
            and (verdict.kind != "date" or trunk.first < line.index)
            and line.index + 1 == below.line.index <= trunk.last
            and not (line.linked or below.line.linked or trunk.region.kinds[line.box])
            and trunk.relation(line) == TRUNK
        ):
            verdict.role, verdict.kind = "heading", ""


def _by_label(verdicts: list[Verdict], trunk: Trunk) -> None:
    """Judge what follows a label ("More stories"): lists of links and linked lines are of its kind.

    It holds up to the next passage; a list in which nothing is linked is text.
    """
    kind = ""
    linked: set[Box | None] | None = None
    for verdict in verdicts:
        line = verdict.line
        if verdict.role == "furniture" and line.text:
            labels = verdict.kind in _LABEL_KINDS and len(line.text) < TALK and not line.linked and line.tag != "li"
            kind = verdict.kind if labels else kind
            if kind and linked is None:
                linked = {trunk.group(v.line) for v in verdicts if v.line.linked}
        elif verdict.role == "heading":
            kind = ""
        elif kind and verdict.role == "text":
            item = line.tag == "li" or (line.box.parent is not None and line.box.parent.tag == "li")
            if (item and linked and trunk.group(line) in linked) or line.linked > LINKED * len(line.text):
                verdict.role, verdict.kind = "furniture", kind
            else:
                kind = ""


def _below_headings(verdicts: list[Verdict]) -> None:
    """Take bold lines right below a heading element, or right above another bold line, for text.

    What the first head has its heading already, and the second head nothing.
    """
    headed = False
    bold: Verdict | None = None
    for verdict in verdicts:
        line = verdict.line
        if verdict.role == "heading":
            element = line.tag in HEADINGS or within_heading(line)
            if not element and bold is not None and bold.line.index == line.index - 1:
                bold.role = "text"
            if headed and not element and line.bold:
                verdict.role = "text"
            headed = element
            bold = verdict if line.bold and not element and verdict.role == "heading" else None
        elif verdict.role == "text":
            headed = False


def _pull_quotes(verdicts: list[Verdict]) -> None:
    """Find the quotations that repeat what a paragraph says: they are set large beside it."""
    quoted = [v for v in verdicts if v.line.tag == "blockquote" or ((b := v.line.box.parent) and b.tag == "blockquote")]
    quotations = list(filter(_may_be_pulled, quoted))[:_MOST_PULLED]
    # What is no paragraph among paragraphs may be set large, too.
    plain = [v for v in verdicts if v.role == "text" and v.line.tag == "div" and len(v.line.text) <= _CAPTION]
    quotations += plain[:_MOST_PULLED]
    if not quotations:
        return
    said = [v.line.text for v in verdicts if v.role == "text" and v.line.tag == "p"]
    for verdict in quotations:
        text = verdict.line.text
        # The first word may be a capital's only here, and the last stand before another mark.
        key = text.strip(_MARKS)
        key = key.partition(" ")[2] or key
        if len(key) > _SHORTEST_PULLED and any(key in other and other != text for other in said):
            verdict.role, verdict.kind = "pull", ""


def _may_be_pulled(verdict: Verdict) -> bool:
    """Tell whether a line is all of a block quotation, or of an aside that holds one."""
    line = verdict.line
    if verdict.role not in ("text", "furniture") or not line.text or len(line.text) > _CAPTION:
        return False
    outer = line.box if line.tag == "blockquote" else line.box.parent
    return outer is not None and outer.tag == "blockquote" and outer.end - outer.start == 1
