"""What each line of the region is: text, heading, caption, or furniture of some kind."""

from __future__ import annotations

import re

from newsmodel._furniture import kind_of
from newsmodel._html.captions import pair
from newsmodel._html.coda import add_codas
from newsmodel._html.edges import trim_edges
from newsmodel._html.flow import flat
from newsmodel._html.metadata import Metadata
from newsmodel._html.neighbours import by_neighbours, styled_headings
from newsmodel._html.offers import drop_offers
from newsmodel._html.opening import opening
from newsmodel._html.page import Box, Line, Page
from newsmodel._html.pointers import in_brackets, is_link_bar, points
from newsmodel._html.region import Region, length
from newsmodel._html.span import drop_pictures, span
from newsmodel._html.trunk import ALIEN, HEAVY, TRUNK, Trunk
from newsmodel._html.verdict import (
    HEADINGS,
    LABELLED,
    LONGEST_HEADING,
    MEDIA,
    PASSAGE,
    STOPS,
    TALK,
    Verdict,
    is_heading,
    is_passage,
    loose,
    within_heading,
)

__all__ = ["judge"]

# Kinds of boxes that are part of the article in a role of their own.
_ROLES = frozenset({"caption", "embed", "pull"})
_MEDIA_BOXES = frozenset({None, "caption", "video", "gallery"})
# Kinds of lines that may be text after all, besides paragraphs of any kind.
_REDEEMABLE = frozenset({"h1", "related"})
# What is text in one of these is so without regard to its length or links.
_WHOLE = HEADINGS | {"pre"}
# A heading element that holds more than this holds a paragraph in large letters.
_TOO_LONG = 140
_CAPTION_LINES = 3
_CARD_LINES = 40
_PICTURE_LEVELS = 2
# The link that ends a card says no more than this, its text no more than that; it has so many boxes around it.
_MORE, _CARD, _CARD_LEVELS = 25, 240, 4
# The marks around a quotation and the ornaments between passages; more than so many of them are text.
_QUOTES, _MARKS = "\"'“”„‟«»‹›‘’‚「」『』❝❞✦✧❖◼❦☙⁂ ", 8
# "3 / 7": the number of a picture.
_COUNTER = re.compile(r"\d{1,3} ?/ ?\d{1,3}")
# What is linked to this share is a link.
_LINK = 0.8
_CELLS = frozenset({"td", "th", "caption"})
# Below the last paragraph too, a weak word says nothing of so long a text.
_FULL = 180
# A text of fewer characters may be what is left of a damaged page.
_SHORT = 1500
# Fewer characters are a label. What stands in boxes of other kinds was named by the page.
_LEAST = 25
_UNNAMED = frozenset({None, "other", "caption"})
# On a page of more short lines than this, words are no longer asked: it is no article, and may be hostile.
_MOST_ASKED = 3000


class _Said:
    """What the metadata says already, to know its repetition by."""

    def __init__(self, *texts: str | None, once: str | None = None) -> None:
        self.texts = {loose(t) for t in (*texts, once) if t}
        # An introduction is printed once; where the text says the same again, that is text.
        self.once = loose(once) if once else None
        self.reach = 2 * max(map(len, self.texts), default=0)
        """How long a text may be that repeats one of these."""
        self.begin = {t[:1] for t in self.texts}

    def take(self, text: str) -> bool:
        """Tell whether a text repeats what is said already; an introduction counts once."""
        if len(text) > self.reach or (text[0].isalnum() and text[0].casefold()[:1] not in self.begin):
            return False
        if text[-1] == ",":
            return False  # "Dear Therapist," greets, whatever the column is called
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
    styled_headings(verdicts)
    titles = [v.line for v in verdicts if v.role == "heading" and v.line.linked >= _LINK * len(v.line.text)]
    trunk = Trunk(region, [v.line for v in verdicts if v.role == "text"], titles)
    for verdict in verdicts:
        _by_trunk(verdict, trunk, region, page)
    add_codas(verdicts, trunk)
    by_neighbours(verdicts, trunk, metadata.authors)
    pair(verdicts)
    drop_offers(verdicts, trunk)
    drop_pictures(verdicts, trunk)
    told = trim_edges(span(verdicts, region, trunk))
    told = opening(page, region, told, metadata.standfirst) + told
    return told + _loose(page, region, told, metadata.headline)


def _loose(page: Page, region: Region, told: list[Verdict], headline: str | None) -> list[Verdict]:
    """Return the paragraphs beside the region, in no box of their own: they may be the article's, and are kept.

    Of a page of which little is told, which may be damaged, loose and short text beside the region is kept too; and all
    running text where it shows more of that than is told. Where there is neither, what is no link and no headline is.
    """
    known = {v.line.index for v in told}
    size = sum(len(v.line.text) for v in told if v.role == "text")
    rest: list[Line] = []
    if size < _SHORT:
        rest = [x for x in page.lines if x.index not in known and _runs(x, region)]
        if sum(len(x.text) for x in rest) > size:
            return [Verdict(x, "furniture") for x in rest]
        if not size:
            least = [x for x in page.lines if x.index not in known and 2 * x.linked < len(x.text)]
            return [Verdict(x, "furniture") for x in least if region.kinds[x.box] in _UNNAMED and x.text != headline]
        rest = [x for x in rest if x.box in region.around or (x.tag == "p" and x.box.parent in region.around)]
    beside = [*page.lines[: region.box.start], *page.lines[region.box.end :]] if told else []
    heavy = [x for x in beside if region.weights[x.index] > TALK and x.tag == "p" and x.box.parent in region.around]
    apart = {x.index: x for x in heavy + rest if x.index not in known}
    return [Verdict(x, "furniture", "other") for x in apart.values()]


def _runs(line: Line, region: Region) -> bool:
    """Tell whether a line may be running text, or what is left of it: no short heading, no link for the most part."""
    text = line.text
    if len(text) < (TALK if line.tag in HEADINGS else _LEAST) or 2 * line.linked >= len(text):
        return False
    return (text[-1] in STOPS or line.tag == "p" or len(text) > TALK) and region.kinds[line.box] in _UNNAMED


def _by_box(line: Line, region: Region, said: _Said) -> Verdict:
    """Judge a line by the boxes around it and by itself."""
    box, tag, kinds = line.box, line.tag, region.kinds
    # To ask a paragraph by itself is cheaper than to note what it inherits: few boxes of paragraphs hold another.
    kind = kinds[box] if box in kinds else kinds[box.parent] or region.own_kind(box)
    if tag in MEDIA:
        return Verdict(line, "media") if kind in _MEDIA_BOXES else Verdict(line, "furniture", kind or "other")
    if kind:
        return Verdict(line, kind) if kind in _ROLES else Verdict(line, "furniture", kind)
    if len(line.text) <= said.reach and tag != "footer" and said.take(line.text):
        return Verdict(line, "furniture", "headline")
    if tag == "h1":
        return Verdict(line, "furniture", "h1")
    if len(line.text) < _MARKS and (
        not line.text.strip(_QUOTES) or ("/" in line.text and _COUNTER.fullmatch(line.text))
    ):
        return Verdict(line, "furniture", "ornament")  # a large quotation mark that is a line of its own
    if len(line.anchors) > 1 and is_link_bar(line):
        return Verdict(line, "furniture", "navigation")
    if (
        tag in HEADINGS
        or tag == "summary"
        or within_heading(line)
        or (len(line.text) <= LONGEST_HEADING and is_heading(line))
    ):
        return Verdict(line, "heading" if len(line.text) < _TOO_LONG else "text")
    if line.linked and points(line):
        return Verdict(line, "furniture", "related")
    return Verdict(line, "text")


def _by_trunk(verdict: Verdict, trunk: Trunk, region: Region, page: Page) -> None:
    """Judge a line once more by where it stands to the trunk of the article."""
    line = verdict.line
    if verdict.role == "furniture" and (line.tag == "p" or verdict.kind in _REDEEMABLE):
        _redeem(verdict, trunk, region, page)
    if verdict.role not in ("text", "heading"):
        return
    relation = trunk.relation(line)
    after = line.index > trunk.last
    if line.index < trunk.first and trunk.is_card(line):
        verdict.role = "furniture"
        return
    if line.tag in _CELLS and (relation == TRUNK or trunk.is_of_table(line, page.lines)):
        return  # a word or a number in a cell says nothing of its own
    if relation == HEAVY and line.tag == "p" and _in_small_card(line, trunk, page):
        verdict.role = "furniture"  # in a short article a card is heavy
        return
    if trunk.named and not trunk.is_much(line) and (kind := trunk.named.get(trunk.wrapper(line))):
        verdict.role, verdict.kind = "furniture", kind
        return
    if relation != TRUNK and (relation == ALIEN or (relation == HEAVY and after and not trunk.near(line))):
        verdict.role = _elsewhere(verdict, trunk, region, page)
        if verdict.role not in ("text", "heading"):
            return
    if line.tag == "div" and len(line.text) < _CARD and _shares_a_picture(line, region, page):
        verdict.role = "caption"
        return
    _by_words(verdict, trunk, after=after, apart=after or relation != TRUNK)


def _by_words(verdict: Verdict, trunk: Trunk, *, after: bool, apart: bool) -> None:
    """Judge a line by its words, where it is short, linked, below the last paragraph or apart from the others."""
    line, text = verdict.line, verdict.line.text
    linked = line.linked > LABELLED * len(text)
    brief = len(text) < TALK and (text.isascii() or length(text) < TALK)
    if not (apart or linked or brief or text[0] == "©"):
        return
    trunk.asked += 1
    if trunk.asked >= _MOST_ASKED:
        return
    # A weak word counts in what stands apart or below the last paragraph, and is no passage of text.
    size = length(text)
    passage = size > PASSAGE if linked or line.tag in HEADINGS else trunk.region.weights[line.index] > 0
    loose_end = apart and not (passage and (not after or size > _FULL))
    kind = kind_of(flat(line), near=loose_end and verdict.role != "heading")
    if kind and not (kind == "date" and len(text) > TALK):  # "Posted on social media, the letter ..."
        if verdict.role == "heading" and apart:
            trunk.named[trunk.wrapper(line)] = kind
        verdict.role, verdict.kind = "furniture", kind


def _elsewhere(verdict: Verdict, trunk: Trunk, region: Region, page: Page) -> str:
    """Return the role of a line that stands in none of the boxes of the article."""
    line = verdict.line
    if line.index > trunk.last:
        return "heading" if verdict.role == "heading" and _heads_below(line, trunk, page) else "furniture"
    wrapper = trunk.wrapper(line)
    if verdict.role == "heading":
        if _alone(line, trunk, page) and not trunk.is_operated(wrapper, page.lines):
            return "heading"
        trunk.refused.add(wrapper)
        return "furniture"
    paragraph = line.tag in _WHOLE or (line.tag == "p" and region.weights[line.index] > 0)
    item = line.tag == "li" and (trunk.holder(line) in trunk.kept or _tells(line, trunk, page))
    if _below_picture(line, trunk, page):
        return "caption"
    if not (paragraph or item) or _in_refused(line, trunk) or _of_card(line, trunk, page):
        return "furniture"
    if trunk.is_operated(wrapper, page.lines):
        return "furniture"
    trunk.kept.add(trunk.holder(line))
    return "text"


def _heads_below(line: Line, trunk: Trunk, page: Page) -> bool:
    """Tell whether a heading below the last paragraph shares a box with much text right below it."""
    if line.linked or line.index + 1 >= len(page.lines):
        return False
    below = page.lines[line.index + 1]
    if below.tag != "p" or below.linked or trunk.wrapper(below) is not trunk.wrapper(line):
        return False
    return trunk.relation(below) == HEAVY and trunk.near(below)


def _redeem(verdict: Verdict, trunk: Trunk, region: Region, page: Page) -> None:
    """Take a line back that looked like furniture and stands among the paragraphs as one of them."""
    line = verdict.line
    if verdict.kind == "h1":
        inside = trunk.first < line.index < trunk.last and trunk.relation(line) == TRUNK
        verdict.role, verdict.kind = ("heading", "") if inside else ("furniture", "headline")
    elif verdict.kind == "related" and region.weights[line.index] and trunk.is_like(line) and not in_brackets(line):
        verdict.role, verdict.kind = "text", ""
    elif verdict.kind == "related" and region.weights[line.index] and line.index < trunk.first and not line.linked:
        # In many languages the lead is called a teaser, too; one that points elsewhere has a link.
        if trunk.is_plain(trunk.wrapper(line), page.lines):
            verdict.role, verdict.kind = "text", ""
    elif line.tag == "p" and verdict.kind != "headline" and length(line.text) > PASSAGE and not line.linked:
        # The class of one long paragraph among others, which may be made by a machine, says less than its place.
        around = line.box.parent
        if around in trunk.boxes and region.kinds[around] is None:
            verdict.role, verdict.kind = "text", ""


def _tells(line: Line, trunk: Trunk, page: Page) -> bool:
    """Tell whether an item is one of a list of sentences: there are others, and none is a link or picture or short."""
    group = trunk.group(line)
    if group is None or not 1 < group.end - group.start < _CARD_LINES:
        return False
    inside = page.lines[group.start : group.end]
    return not any(x.linked for x in inside) and min(length(x.text) for x in inside) > TALK


def _alone(line: Line, trunk: Trunk, page: Page) -> bool:
    """Tell whether a heading in a box of its own heads the text after it, and is not the title of a card."""
    box = trunk.wrapper(line)
    if box.end - box.start > _CARD_LINES:
        return False
    inside = page.lines[box.start : box.end]
    if any(other.tag in MEDIA for other in inside):
        return _is_entry(line, box, trunk, page)
    if len(inside) == 1:
        return line.linked < LABELLED * len(line.text) or box.parent in trunk.boxes or box.parent in trunk.parents
    return any(is_passage(other) for other in inside if not other.linked) or _is_entry(line, box, trunk, page)


def _in_refused(line: Line, trunk: Trunk) -> bool:
    """Tell whether a line goes with a heading above it that is none of the article's: it is short, in the same box."""
    if not trunk.refused or length(line.text) > PASSAGE or trunk.group(line):
        return False
    return trunk.wrapper(line) in trunk.refused


def _of_card(line: Line, trunk: Trunk, page: Page) -> bool:
    """Tell whether a line stands in a card: a paragraph that ends with a short link, or an article of its own.

    "... comes with an hour of music. View deal"
    """
    if line.anchors and line.text[-1] not in STOPS:
        start, end, _ = line.anchors[-1]
        said, above = "".join(line.parts[start:end]).strip(), "".join(line.parts[:start]).rstrip()
        if end == len(line.parts) and len(said) <= _MORE and above[-1:] in STOPS:
            return True
    if length(line.text) > _CARD:
        return False
    wrapper = trunk.wrapper(line)
    article = next((b for b, _ in zip(line.box.up(), range(_CARD_LEVELS), strict=False) if b.tag == "article"), None)
    if article is None:
        return _in_small_card(line, trunk, page)
    if not wrapper.start <= article.start < article.end <= wrapper.end or article.end - article.start > _CARD_LINES:
        return False
    return any(x.linked >= _LINK * len(x.text) > 0 for x in page.lines[article.start : article.end])


def _in_small_card(line: Line, trunk: Trunk, page: Page) -> bool:
    """Tell whether a short line stands in a box with a picture and a link, or below a link, and little else."""
    wrapper = trunk.wrapper(line)
    if length(line.text) > _CARD or wrapper.end - wrapper.start > _CARD_LEVELS:
        return False
    inside = page.lines[wrapper.start : wrapper.end]
    titled = wrapper.start < line.index and 2 * inside[0].linked > len(inside[0].text) > 0
    return (titled or any(x.tag in MEDIA for x in inside)) and any(2 * x.linked > len(x.text) > 0 for x in inside)


def _shares_a_picture(line: Line, region: Region, page: Page) -> bool:
    """Tell whether a line of a page of boxes stands in a box with a picture and little else."""
    outer = line.box.parent
    for _ in range(_PICTURE_LEVELS):
        if outer is None or outer in region.around or outer.end - outer.start > _CAPTION_LINES:
            return False
        if any(x.tag in MEDIA for x in page.lines[outer.start : outer.end]):
            return True
        outer = outer.parent
    return False


def _is_entry(line: Line, box: Box, trunk: Trunk, page: Page) -> bool:
    """Tell whether a heading in a box with its picture or time opens an entry: the text follows in the same box.

    Where one box holds the texts of all entries, there are several boxes of this class, each above a text.
    """
    outer = box.parent
    if line.linked or line.tag not in HEADINGS or outer is None or box.end >= outer.end:
        return False
    groups = filter(None, map(trunk.group, page.lines[box.start : box.end]))
    if any(box.start <= group.start < group.end <= box.end for group in groups):
        return False  # a list with a heading is told by itself
    if outer.start == box.start:
        follows = page.lines[box.end]
        return is_passage(follows) if outer in trunk.boxes else outer in trunk.parents and trunk.holds(follows)
    if outer not in trunk.boxes:
        return False
    return trunk.opens_entries(box.el.get("class") or "", outer, page.lines)


def _below_picture(line: Line, trunk: Trunk, page: Page) -> bool:
    """Tell whether a line stands in a box with a picture and little else: it is what the picture shows."""
    box = trunk.wrapper(line)
    if box.end - box.start > _CARD_LINES:
        return False
    inside = page.lines[box.start : box.end]
    if any(2 * other.linked > len(other.text) for other in inside):
        return False  # a card
    pictures = sum(other.tag in MEDIA for other in inside)
    if line.index < trunk.first and length(line.text) > PASSAGE and any(x.tag == "figcaption" for x in inside):
        return False  # the first paragraph shares the box of the first picture, which has its caption
    return bool(pictures) and len(inside) - pictures <= _CAPTION_LINES and line.linked < LABELLED * len(line.text)
