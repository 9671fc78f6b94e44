"""What each line of the region is: text, heading, caption, or furniture of some kind."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from attrs import define

from newsmodel._furniture import kind_of
from newsmodel._html.flow import flat
from newsmodel._html.metadata import Metadata
from newsmodel._html.names import words
from newsmodel._html.page import BREAK, Box, Line, Page
from newsmodel._html.region import Region, length
from newsmodel._html.trunk import ALIEN, HEAVY, TRUNK, Trunk

__all__ = ["Verdict", "judge"]

_LETTERS = re.compile(r"[\W_]+")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HEADING_WORDS = frozenset(
    {"subheading", "subhead", "subheadline", "crosshead", "crossheading", "intertitle", "intertitre", "zwischentitel",
     "zwischenueberschrift", "ladillo", "mellemrubrik", "mellomtittel", "mellanrubrik", "tussenkop", "srodtytul"}
)  # fmt: skip
_MEDIA = frozenset(
    {"img", "iframe", "video", "audio", "embed", "object", "amp-img", "amp-iframe", "amp-video", "amp-youtube"}
)
# Kinds of boxes that are part of the article in a role of their own.
_ROLES = frozenset({"caption", "embed", "pull"})
_MEDIA_BOXES = frozenset({None, "caption", "video", "gallery"})


# A paragraph in the trunk that is longer than this is not asked for words of furniture.
_TALK = 80
_LABELLED = 0.2
# A note below the article is shorter than this.
_NOTE = 200
# An item with a greater share of links points to another article.
_LINKED = 0.4
_HEADING = 90
# A heading does not end like this.
_ENDS = ".,;:!?…"
_DASHES = "—–-−"
# A short line after the last paragraph is text when it ends like a sentence.
_STOPS = ".!?…。！？।؟۔"
# A short line before the first passage is text when it ends like this: "Dear Aunt Agatha,".
_OPENS = _STOPS + ",:"
_CAPTION_LINES = 3
_CARD_LINES = 40
_ROWS = frozenset({"li", "td", "th", "dd", "dt"})
_CELLS = frozenset({"td", "th", "caption"})
_GROUPS = frozenset({"ul", "ol", "dl", "table"})
# What a cell or an item is taken for that is linked, or a number.
_IN_ROWS = frozenset({"related", "date"})
# On a page of more short lines than this, words are no longer asked: it is no article, and may be hostile.
_MOST_ASKED = 3000
_LABEL_KINDS = frozenset({"related", "newsletter", "share", "comments", "tags"})
# So long a text is a passage of the article even if all of it is linked.
_PASSAGE = 120


@define
class Verdict:
    """What a line is taken for."""

    line: Line
    role: str
    """``text``, ``heading``, ``caption``, ``media``, ``embed``, ``pull`` or ``furniture``."""
    kind: str = ""
    """Kind of the furniture; empty when nothing but its place says that it is furniture."""


def loose(text: str) -> str:
    """Return the letters and digits of a text, case folded, for comparisons."""
    return _LETTERS.sub("", text).casefold()


class _Said:
    """What the metadata says already, to know its repetition by."""

    def __init__(self, *texts: str | None, once: str | None = None) -> None:
        self.texts = {loose(t) for t in (*texts, once) if t}
        # An introduction is printed once; where the text says the same again, that is text.
        self.once = loose(once) if once else None
        self.longest = max(map(len, self.texts), default=0)
        self.begin = {t[:1] for t in self.texts}

    def take(self, text: str) -> bool:
        """Tell whether a text repeats what is said already; an introduction counts once."""
        if len(text) > 2 * self.longest or (text[0].isalnum() and text[0].casefold()[:1] not in self.begin):
            return False
        said = loose(text)
        found = said in self.texts
        if found and said == self.once:
            self.texts.discard(said)
        return found


def judge(page: Page, region: Region, metadata: Metadata) -> list[Verdict]:
    """Return a verdict on each line of the region, from the first of the article to the last."""
    standfirst = metadata.standfirst if metadata.standfirst_is_sure else None
    said = _Said(metadata.headline, page.title, metadata.byline, metadata.kicker, once=standfirst)
    verdicts = [_by_box(line, region, said) for line in page.lines[region.box.start : region.box.end]]
    _styled(verdicts)
    trunk = Trunk(region, [v.line for v in verdicts if v.role == "text"])
    for verdict in verdicts:
        _by_trunk(verdict, trunk, region, page)
    _in_groups(verdicts, trunk)
    _by_label(verdicts)
    _below_headings(verdicts)
    _notes(verdicts)
    _pictures(verdicts, trunk)
    return _span(verdicts, region, trunk)


def _by_box(line: Line, region: Region, said: _Said) -> Verdict:
    """Judge a line by the boxes around it and by itself."""
    kind = region.furniture(line.box)
    if line.tag in _MEDIA:
        return Verdict(line, "media") if kind in _MEDIA_BOXES else Verdict(line, "furniture", kind or "other")
    if kind:
        return Verdict(line, kind) if kind in _ROLES else Verdict(line, "furniture", kind)
    if line.tag != "footer" and said.take(line.text):
        return Verdict(line, "furniture", "headline")
    if line.tag == "h1":
        return Verdict(line, "furniture", "h1")
    if line.tag in _HEADINGS or _within_heading(line) or is_heading(line):
        return Verdict(line, "heading")
    if _points(line):
        return Verdict(line, "furniture", "related")
    return Verdict(line, "text")


def _points(line: Line) -> bool:
    """Tell whether a line is a pointer to something else: wholly linked, or linked in good part and wholly bold."""
    size = len(line.text)
    if line.linked >= 0.8 * size:
        return line.tag != "p" or length(line.text) < 60 or (line.bold >= 0.95 * size and length(line.text) < _PASSAGE)
    return line.linked > _LINKED * size and line.bold >= 0.95 * size and length(line.text) < _PASSAGE


def _styled(verdicts: list[Verdict]) -> None:
    """Find the headings that are paragraphs of a class of their own: each is a short line above a passage."""
    short: dict[str, list[Verdict]] = defaultdict(list)
    other: set[str] = set()
    above: Verdict | None = None
    for verdict in verdicts:
        line = verdict.line
        if verdict.role != "text":
            continue
        size = len(line.text)
        if above is not None and size <= _TALK:
            other.add(above.line.box.el.get("class") or "")
        above = None
        if line.tag == "p" and (name := line.box.el.get("class")) and name not in other:
            if size > _HEADING or line.linked or line.text[-1] in _ENDS or BREAK in line.text:
                other.add(name)
            else:
                short[name].append(verdict)
                above = verdict
    for name, found in short.items():
        if name not in other and len(found) > 1:
            for verdict in found:
                verdict.role = "heading"


def _by_trunk(verdict: Verdict, trunk: Trunk, region: Region, page: Page) -> None:
    """Judge a line once more by where it stands to the trunk of the article."""
    line = verdict.line
    if verdict.role == "furniture":
        _redeem(verdict, trunk, region, page)
    if verdict.role not in ("text", "heading"):
        return
    relation = trunk.relation(line)
    after = line.index > trunk.last
    if trunk.is_card(line):
        verdict.role = "furniture"
        return
    if relation == ALIEN or (relation == HEAVY and after and not trunk.near(line)):
        if verdict.role == "heading":
            belongs = not after and _alone(line, trunk, page)
        else:
            paragraph = line.tag == "pre" or (line.tag == "p" and region.weights[line.index] > 0)
            item = line.tag == "li" and (trunk.holder(line) in trunk.kept or _tells(line, page))
            belongs = not after and (paragraph or item)
            if not after and _below_picture(line, trunk, page):
                verdict.role = "caption"
                return
        if not belongs:
            verdict.role = "furniture"
            return
        if verdict.role == "text":
            trunk.kept.add(trunk.holder(line))
    if line.tag in _CELLS and relation == TRUNK:
        return  # a word or a number in a cell says nothing of its own
    apart = after or relation != TRUNK
    linked = line.linked > _LABELLED * len(line.text)
    talk = apart or linked or len(line.text) < _TALK or line.text[0] == "©"
    trunk.asked += talk
    if talk and trunk.asked < _MOST_ASKED:
        # A weak word counts below the last paragraph, and above it in what stands apart and is no passage of text.
        passage = region.weights[line.index] and (not linked or length(line.text) > _PASSAGE)
        loose_end = after or (apart and not passage)
        kind = kind_of(flat(line), near=loose_end and verdict.role != "heading")
        if kind and not (kind == "date" and len(line.text) > _TALK):  # "Posted on social media, the letter ..."
            verdict.role, verdict.kind = "furniture", kind


def _in_groups(verdicts: list[Verdict], trunk: Trunk) -> None:
    """Judge the items of a list and the cells of a table by one another.

    Where most are plain text, one that is wholly linked or a number is text, too; where all are linked in good part,
    they are pointers to other articles, whatever kicker stands before each link.
    """
    rows = [(v, _group(v.line)) for v in verdicts if v.line.tag in _ROWS and v.line.text]
    plain: Counter[Box | None] = Counter()
    linked: Counter[Box | None] = Counter()
    dropped: Counter[Box | None] = Counter()
    for verdict, group in rows:
        size = len(verdict.line.text)
        if verdict.role == "furniture":
            dropped[group] += 1
        elif verdict.role == "text":
            plain[group] += verdict.line.linked <= _LABELLED * size
            linked[group] += verdict.line.linked > _LINKED * size
    for verdict, group in rows:
        line = verdict.line
        if verdict.role == "text":
            if line.tag == "li" and linked[group] and not plain[group]:
                verdict.role, verdict.kind = "furniture", "related"
        elif (
            verdict.kind in _IN_ROWS
            and plain[group] >= max(dropped[group], 1)
            and line.index < trunk.last
            and trunk.relation(line) == TRUNK
        ):
            verdict.role, verdict.kind = "text", ""


def _tells(line: Line, page: Page) -> bool:
    """Tell whether an item is one of a list of sentences: there are others, and none is a link or picture or short."""
    group = _group(line)
    if group is None or not 1 < group.end - group.start < _CARD_LINES:
        return False
    inside = page.lines[group.start : group.end]
    return not any(x.linked for x in inside) and min(length(x.text) for x in inside) > _TALK


def _group(line: Line) -> Box | None:
    """Return the list or table that an item or a cell is of."""
    return next((b for b in line.box.up() if b.tag in _GROUPS), None)


def _redeem(verdict: Verdict, trunk: Trunk, region: Region, page: Page) -> None:
    """Take a line back that looked like furniture and stands among the paragraphs as one of them."""
    line = verdict.line
    if verdict.kind == "h1":
        inside = trunk.first < line.index < trunk.last and trunk.relation(line) == TRUNK
        verdict.role, verdict.kind = ("heading", "") if inside else ("furniture", "headline")
    elif verdict.kind == "related" and region.weights[line.index] and trunk.is_like(line):
        verdict.role, verdict.kind = "text", ""
    elif verdict.kind == "related" and region.weights[line.index] and line.index < trunk.first and not line.linked:
        # In many languages the lead is called a teaser, too; one that points elsewhere has a link.
        box = _wrapper(line, trunk)
        if not any(x.linked or x.tag in _MEDIA for x in page.lines[box.start : box.end]):
            verdict.role, verdict.kind = "text", ""
    elif line.tag == "p" and verdict.kind != "headline" and length(line.text) > _PASSAGE and not line.linked:
        # The class of one long paragraph among others, which may be made by a machine, says less than its place.
        around = line.box.parent
        if around in trunk.boxes and region.furniture(around) is None:
            verdict.role, verdict.kind = "text", ""


def _by_label(verdicts: list[Verdict]) -> None:
    """Judge what follows a label ("More stories"): lists and linked lines are of its kind, up to the next passage."""
    kind = ""
    for verdict in verdicts:
        line = verdict.line
        if verdict.role == "furniture" and line.text:
            labels = verdict.kind in _LABEL_KINDS and len(line.text) < _TALK and not line.linked and line.tag != "li"
            kind = verdict.kind if labels else kind
        elif verdict.role == "heading":
            kind = ""
        elif kind and verdict.role == "text":
            item = line.tag == "li" or (line.box.parent is not None and line.box.parent.tag == "li")
            if item or line.linked > _LINKED * len(line.text):
                verdict.role, verdict.kind = "furniture", kind
            else:
                kind = ""


def _below_headings(verdicts: list[Verdict]) -> None:
    """Take bold lines right below a heading element for text: what they head has its heading already."""
    headed = False
    for verdict in verdicts:
        line = verdict.line
        if verdict.role == "heading":
            element = line.tag in _HEADINGS or _within_heading(line)
            if headed and not element and line.bold:
                verdict.role = "text"
            headed = element
        elif verdict.role == "text":
            headed = False


def _notes(verdicts: list[Verdict]) -> None:
    """Judge the last lines by their words, from the end up: notes on who helped, or how to write to the author."""
    for verdict in reversed(verdicts):
        if verdict.role == "text":
            size = length(verdict.line.text)
            kind = kind_of(flat(verdict.line)) if verdict.line.tag == "p" and size < _NOTE else None
            if kind is None or (kind == "comments" and size > _TALK):  # an author may end by asking what readers think
                return
            verdict.role, verdict.kind = "furniture", kind


def _alone(line: Line, trunk: Trunk, page: Page) -> bool:
    """Tell whether a heading in a box of its own heads the text after it, and is not the title of a card."""
    box = _wrapper(line, trunk)
    if box.end - box.start > _CARD_LINES:
        return False
    inside = page.lines[box.start : box.end]
    if any(other.tag in _MEDIA for other in inside):
        return _is_entry(line, box, trunk, page)
    if len(inside) == 1:
        return line.linked < _LABELLED * len(line.text) or box.parent in trunk.boxes or box.parent in trunk.parents
    return any(_passage(other) for other in inside if not other.linked)


def _is_entry(line: Line, box: Box, trunk: Trunk, page: Page) -> bool:
    """Tell whether a heading in a box with a picture opens an entry of a round-up: the text follows in the same box."""
    outer = box.parent
    if line.linked or line.tag not in _HEADINGS or outer not in trunk.boxes or outer.start != box.start:
        return False
    return box.end < outer.end and _passage(page.lines[box.end])


def _passage(line: Line) -> bool:
    """Tell whether a line is a paragraph of some length."""
    return line.tag == "p" and length(line.text) > _PASSAGE


def _below_picture(line: Line, trunk: Trunk, page: Page) -> bool:
    """Tell whether a line stands in a box with a picture and little else: it is what the picture shows."""
    box = _wrapper(line, trunk)
    if box.end - box.start > _CARD_LINES:
        return False
    inside = page.lines[box.start : box.end]
    pictures = sum(other.tag in _MEDIA for other in inside)
    if line.index < trunk.first and length(line.text) > _PASSAGE and any(x.tag == "figcaption" for x in inside):
        return False  # the first paragraph shares the box of the first picture, which has its caption
    return bool(pictures) and len(inside) - pictures <= _CAPTION_LINES and line.linked < _LABELLED * len(line.text)


def _pictures(verdicts: list[Verdict], trunk: Trunk) -> None:
    """Judge the pictures of cards: they go with their text when all of that is furniture."""
    first = verdicts[0].line.index if verdicts else 0
    dropped: dict[Box, bool] = {}
    for verdict in verdicts:
        if verdict.role != "media":
            continue
        box = _wrapper(verdict.line, trunk)
        if box not in dropped:
            beside = [v for v in verdicts[max(0, box.start - first) : max(0, box.end - first)] if v.line.text]
            dropped[box] = bool(beside) and all(v.role == "furniture" for v in beside)
        if dropped[box]:
            verdict.role = "furniture"


def _wrapper(line: Line, trunk: Trunk) -> Box:
    """Return the outermost box around a line that is no part of the trunk."""
    box = line.box
    while box.parent is not None and box.parent not in trunk.around and box.parent not in trunk.boxes:
        box = box.parent
    return box


def _span(verdicts: list[Verdict], region: Region, trunk: Trunk) -> list[Verdict]:
    """Return the verdicts from the first line of running text to the last."""
    places = [
        i
        for i, v in enumerate(verdicts)
        if v.role == "text" and (region.weights[v.line.index] or length(v.line.text) > _PASSAGE)
    ]
    if not places:
        return []
    start, end = _back(verdicts, places[0], trunk), places[-1] + 1
    while start and verdicts[start - 1].role == "heading" and _opens(verdicts[start - 1].line, verdicts[start].line):
        start -= 1
    start = _with_picture(verdicts, start)
    while end < len(verdicts) and _goes_on(verdicts[end], trunk):
        end += 1
    # Nothing long is dropped unseen: outside the span too it is kept as furniture.
    around = [v for v in verdicts[:start] if v.role == "furniture" and len(v.line.text) > _TALK]
    around += [v for v in verdicts[end:] if v.role == "furniture" and _was_within(v, trunk)]
    return verdicts[start:end] + around


def _back(verdicts: list[Verdict], start: int, trunk: Trunk) -> int:
    """Return where the article begins: with the lists and short paragraphs of the trunk above its first long line."""
    for i in range(start - 1, -1, -1):
        line = verdicts[i].line
        if verdicts[i].role == "heading":
            continue
        if verdicts[i].role != "text" or line.linked or trunk.relation(line) != TRUNK:
            break
        if line.tag not in _ROWS and not (line.tag == "p" and line.text[-1] in _OPENS):
            break
        start = i
    return start


def _with_picture(verdicts: list[Verdict], start: int) -> int:
    """Return where the article begins: with the picture right above its first line, when that has a caption."""
    first = start
    while first and verdicts[first - 1].role in ("media", "caption"):
        first -= 1
    return first if any(v.role == "caption" for v in verdicts[first:start]) else start


def _was_within(verdict: Verdict, trunk: Trunk) -> bool:
    """Tell whether furniture below the last paragraph is long, or of a kind and in the box of the paragraphs."""
    line = verdict.line
    if len(line.text) > _TALK:
        return True
    return bool(verdict.kind and line.text) and any(b in trunk.boxes for b in line.box.up())


def _goes_on(verdict: Verdict, trunk: Trunk) -> bool:
    """Tell whether a line after the last paragraph is part of a list or table that stands in the trunk."""
    line = verdict.line
    if verdict.role != "text" or line.linked or trunk.relation(line) != TRUNK:
        return False
    return line.tag in _ROWS or (line.tag == "p" and line.text[-1] in _STOPS and len(line.text) < _TALK)


def _opens(heading: Line, text: Line) -> bool:
    """Tell whether a heading before the first text is that of a section, not part of the article's head."""
    box = heading.box.parent
    return (
        heading.tag in _HEADINGS
        and box is not None
        and box.start <= text.index < box.end
        and box.start >= heading.index - 1
    )


def _within_heading(line: Line) -> bool:
    """Tell whether a line stands in a block that a heading element holds."""
    outer = line.box.parent
    return outer is not None and outer.tag in _HEADINGS


def is_heading(line: Line) -> bool:
    """Tell whether a line that is no heading element looks like one: short, wholly bold, without full stop."""
    text = line.text
    if len(text) > _HEADING or BREAK in text or line.tag not in ("p", "div"):
        return False
    if line.bold >= 0.95 * len(text) and text[-1:] not in ".,;:!…" and length(text) > 3:
        # What is linked points elsewhere, what begins with a dash says who spoke, and stars are an ornament.
        return line.linked <= _LABELLED * len(text) and text[0] not in _DASHES and bool(loose(text))
    return not _HEADING_WORDS.isdisjoint(words(line.box.name))
