"""Where the article stands: the box that holds nearly all running text, and what its lines look like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from newsmodel._html.around import Inherited
from newsmodel._html.cards import drop_card
from newsmodel._html.names import meaning, purpose, words
from newsmodel._html.page import Box, Line, Page
from newsmodel._html.tally import CHROME, Tally

__all__ = ["Region", "find_region", "weigh"]

# How much a line counts as running text by the element it stands in.
_TAG_WEIGHT = {
    "p": 1.0, "blockquote": 0.8, "div": 0.6, "td": 0.5, "article": 0.6, "section": 0.6, "body": 0.5, "pre": 0.5,
    "li": 0.25, "dd": 0.25, "main": 0.6, "center": 0.5,
}  # fmt: skip
_ROWS = frozenset({"tr", "td", "th"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_FIGURES = frozenset({"figure", "figcaption"})
# How a sentence ends, and what may stand behind its end.
_ENDS, _CLOSES = tuple(".!?…。！？।؟۔:;"), "\"'”’»«“」』)]"
# Shorter lines are labels; up to the second length a line must end like a sentence; more than the third counts no more.
_SHORT, _LONG, _LONGEST = 25, 80, 1000
_SHORTEST = 9
_LINKED, _NO_END = 0.5, 0.3
# First bytes of ideographs, kana and all else from U+3000 to U+FFFF in UTF-8.
_WIDE = bytes(range(0xE3, 0xF0))
# A box keeps the article to itself when it holds this share of the text of the box around it.
_SHARE = 0.8
# A box with this share of its text directly in it is where text stands.
_OWN = 0.2
_NAMED = 0.1
# What holds this share of all text of the page is its article, whatever it is called.
_MOST = 0.6
# Names whose boxes hold more than this share of the running text do not say what their words say.
_COMMON = 0.3
# A box with less text is no piece of an article.
_PIECE = 60
# A class of so few letters is made by machines, and boxes of one class need have nothing in common.
_MADE = 3
# A box below the headline with so much text tells the story, whatever stands below it.
_STORY = 200
# A page with more main headings is a list of them.
_MOST_HEADS = 10
# What is below is looked for only where boxes of such a name hold more than this share of the text.
_NOTABLE = 0.1
_BELOW = frozenset({"comments", "gallery", "footer", "related", "cookie"})
# So many boxes around the region, and lines beside it, are looked through for more paragraphs.
_RINGS, _NEAR = 2, 10
# Boxes of this name may hold the rest of the article, which is shown on demand.
_MORE = frozenset({"readmore"})
# Comments may well be longer than the article that they are on.
_TALKED = 0.85


def length(text: str) -> int:
    """Return the length of a text in letters of an alphabet; an ideograph or kana says as much as three."""
    size = len(text)
    if text.isascii():
        return size
    # Thirty times as fast as a search for the characters.
    data = text.encode("utf-8", "surrogatepass")
    return size + 2 * (len(data) - len(data.translate(None, _WIDE)))


def weigh(line: Line) -> float:
    """Return how much running text a line is: 0 for labels and links."""
    text = line.text
    linked = line.linked
    weight = _TAG_WEIGHT.get(line.tag)
    size = len(text)
    if weight is None or size < _SHORTEST or linked > _LINKED * size:
        return 0.0
    if not text.isascii():
        size = length(text)
    if size < _LONG and (size < _SHORT or not text.rstrip(_CLOSES).endswith(_ENDS)):
        if size < _SHORT:
            return 0.0
        weight *= _NO_END
    return weight * min(_LONGEST, size - linked)


class Region:
    """The part of a page that the article stands in."""

    def __init__(self, box: Box, weights: list[float], tally: Tally) -> None:
        self.box = box
        self.weights = weights
        self.of_box = tally.of_box
        self.total = tally.of_box.get(box, 0.0)
        self.around = set(box.up())
        captioned = sum(weight for b, weight in tally.of_box.items() if b and b.tag == "figcaption")
        own_kind = self.own_kind = _own_kinds(tally.of_word, self.total, is_gallery=captioned > _MOST * self.total)
        """Returns the kind of furniture that a box of the region is by itself, or None."""
        self.kinds = Inherited[str | None](_within(own_kind), None, self.around)
        """The kind of furniture that a box of the region is part of, or None."""


def _within(own_kind: Callable[[Box], str | None]) -> Callable[[Box, str | None], str | None]:
    """Return how to tell what furniture a box is part of, from what the box around it is part of."""

    def step(box: Box, outer: str | None) -> str | None:
        if outer is None:
            return own_kind(box)
        # A post of another site stands in a box for social media, a caption with what else is known of a picture.
        if (outer == "share" and box.tag == "blockquote" and own_kind(box) == "embed") or (
            outer == "byline" and own_kind(box) == "caption"
        ):
            return own_kind(box)
        return outer

    return step


def _own_kinds(of_word: dict[str, float], total: float, *, is_gallery: bool) -> Callable[[Box], str | None]:
    """Return how to tell what furniture a box is by itself, where so much text stands in boxes named by words.

    In a gallery the text stands in captions.
    """
    common = {
        word
        for word, weight in of_word.items()
        if weight >= total * (_TALKED if meaning(word) == "comments" else _COMMON)
    }

    def own_kind(box: Box) -> str | None:
        tag = box.tag
        # The names of rows and cells tell of the data in them: a "player" there is no video player.
        # The id of a heading is what it says, for links to it.
        name = "" if tag in _ROWS else box.el.get("class") or "" if tag in _HEADINGS else box.name
        if name and total and (said := purpose(name)):
            if said[1] not in common:
                return said[0]
            if (further := _beyond(name, common)) is not None:
                return further
        if tag not in CHROME or (is_gallery and tag in _FIGURES):
            return None
        return _chrome_kind(box)

    return own_kind


def _chrome_kind(box: Box) -> str | None:
    """Return the kind of furniture that a box is by its element, if it is any where it stands."""
    tag, outer = box.tag, box.parent
    if tag == "figure":
        # A table may have a figure's caption.
        holds_table = any(el.tag == "table" or (len(el) and el[0].tag == "table") for el in box.el)
        return None if holds_table else "caption"
    if tag == "button" and outer is not None and (outer.tag in _HEADINGS or any(el.tag in _HEADINGS for el in box.el)):
        return None  # it unfolds the text that it heads
    if tag == "footer" and outer is not None and outer.tag == "blockquote":
        return None
    return "caption" if tag == "figcaption" else "other"


def _beyond(name: str, common: set[str]) -> str | None:
    """Return what a name says of a caption after words that boxes of the article have: "gallery-slide__caption"."""
    return "caption" if any(w not in common and meaning(w) == "caption" for w in words(name)) else None


def find_region(page: Page) -> Region:
    """Return the region of a page: the innermost box that holds nearly all of its running text.

    The text of cards that pop up in paragraphs is taken out of them on the way.
    """
    weights, running, heads = _weighed(page)
    if 1 < len(heads) <= _MOST_HEADS and (next_one := _next_article(heads, weights)):
        weights[next_one:] = [0.0] * (len(weights) - next_one)
        running = [line for line in running if line.index < next_one]
    own: dict[Box, float] = {}
    for line in running:
        box = line.box
        own[box] = own.get(box, 0.0) + weights[line.index]
    tally = Tally(own)
    notable = _NOTABLE * tally.of_box.get(page.root_box, 0.0)
    if any(weight > notable and meaning(word) in _BELOW for word, weight in tally.of_word.items()):
        tally = Tally(_without_below(own, heads[0].index if heads else -1))
    box = _innermost(tally, own, page.root_box)
    box = _continued(page, _widened(page, box, weights), weights)
    return Region(box, weights, tally)


def _weighed(page: Page) -> tuple[list[float], list[Line], list[Line]]:
    """Return how much running text each line is, which lines are any, and the main headings."""
    weights: list[float] = []
    running: list[Line] = []
    heads: list[Line] = []
    for line in page.lines:
        tag = line.tag
        weight = 0.0
        if tag in _TAG_WEIGHT:
            # Most lines of a page are told by their element or their links.
            if 2 * line.linked <= len(line.text) and (weight := weigh(line)):
                running.append(line)
        elif tag == "h1":
            heads.append(line)
        elif tag == "img" and line.box.tag == "p":
            drop_card(page, line)
        weights.append(weight)
    return weights, running, heads


def _innermost(tally: Tally, own: dict[Box, float], box: Box) -> Box:
    """Return the innermost box that holds nearly all text."""
    of_box, children = tally.of_box, tally.children
    total = of_box.get(box, 0.0)
    while inside := children.get(box):
        trusted = {b: _trusted(b, of_box[b], total) for b in inside}
        best = max(trusted, key=trusted.__getitem__)
        if best.tag == "p" or own.get(box, 0.0) > _OWN * of_box[box] or trusted[best] < _SHARE * sum(trusted.values()):
            break
        if len(trusted) > 1 and _halves(best, trusted):
            break
        box = best
    return box


def _next_article(heads: list[Line], weights: list[float]) -> int:
    """Return the index of the first line of the next article on a page without end; 0 where there is none.

    Such a page sets one article below the other, each with its main heading, in boxes of one kind.
    """
    around = set(heads[0].box.up())
    for other in heads[1:]:
        path = [b for b in other.box.up() if b not in around]
        outer = path[-1] if path else other.box
        first = next((b for b in heads[0].box.up() if b.parent is outer.parent), None)
        if first is None or first is outer or first.tag != outer.tag or other.text == heads[0].text:
            continue
        names = words(outer.el.get("class") or "")
        if words(first.el.get("class") or "") != names or (
            outer.tag != "article" and max(map(len, names), default=0) <= _MADE
        ):
            continue
        if max(heads[0].index - first.start, other.index - outer.start) > _NEAR:
            continue
        if sum(weights[first.start : first.end]) >= _STORY <= sum(weights[outer.start : outer.end]):
            return outer.start
    return 0


def _widened(page: Page, box: Box, weights: list[float]) -> Box:
    """Return the box around the region, or the next, when paragraphs of a class go on beside the region there."""
    lines = page.lines
    alike: set[str | None] | None = None
    found, outer = box, box.parent
    for _ in range(_RINGS):
        if outer is None:
            break
        before, after = max(outer.start, box.start - _NEAR), min(outer.end, box.end + _NEAR)
        for line in lines[before : box.start] + lines[box.end : after]:
            if line.tag != "p" or weights[line.index] < _PIECE:
                continue
            if alike is None:
                alike = _common(x for x in lines[box.start : box.end] if x.tag == "p" and weights[x.index])
            if (name := line.box.el.get("class")) not in alike:
                continue
            holder = line.box.parent
            if holder is outer:
                # Without a class, only what stands right above is known to belong.
                found = outer if name or line.index < box.start else found
            elif name and holder is not None and holder.parent is outer:
                found = outer
        outer = outer.parent
    return found


def _continued(page: Page, box: Box, weights: list[float]) -> Box:
    """Return the box around the region and what stands right below it in a box of the class that its paragraphs have.

    A heading in between begins another article.
    """
    below: Line | None = None
    classes: Counter[str | None] = Counter()
    for line in page.lines[box.end : box.end + _NEAR]:
        if line.tag in _HEADINGS:
            break
        if line.tag != "p" or weights[line.index] < 2 * _PIECE or not (name := _class_around(line)):
            continue
        if not classes:
            inside = page.lines[box.start : box.end]
            classes.update(_class_around(x) for x in inside if x.tag == "p" and weights[x.index] >= _PIECE)
        if classes[name] > 1:
            below = line
    if below is None:
        return box
    around = set(box.up())
    return next(b for b in below.box.up() if b in around)


def _class_around(line: Line) -> str | None:
    """Return the class of the box around a paragraph."""
    return line.box.parent.el.get("class") if line.box.parent is not None else None


def _common(lines: Iterable[Line]) -> set[str | None]:
    """Return the classes that more than one of some lines has; None stands for no class."""
    counts = Counter(line.box.el.get("class") for line in lines)
    return {name for name, count in counts.items() if count > 1}


def _without_below(own: dict[Box, float], head: int) -> dict[Box, float]:
    """Return the text in boxes without that of comments, galleries and page feet below a story under the headline.

    These may well be ten times as long as a short story.
    """
    below: dict[Box, bool] = {}

    def is_below(box: Box) -> bool:
        path: list[Box] = []
        b: Box | None = box
        # A box that begins above the headline is not below it, nor are those around it.
        while b is not None and b.start > head and b not in below:
            path.append(b)
            b = b.parent
        found = b is not None and below.get(b, False)
        for outer in reversed(path):
            if not found and (name := outer.name) and (said := purpose(name)):
                found = said[0] in _BELOW and said[1] not in _MORE
            below[outer] = found
        return found

    told = 0.0
    kept = {}
    for box, weight in own.items():
        if not is_below(box):
            told += weight * (box.start > head)
        elif told >= _STORY:
            continue
        kept[box] = weight
    return kept


def _halves(best: Box, weights: dict[Box, float]) -> bool:
    """Tell whether the text goes on in a box beside the heaviest: one that is called the same, or paragraphs."""
    names = words(best.el.get("class") or "")
    named = sum(map(len, names)) > _MADE
    loose = 0
    for box, weight in weights.items():
        if box is best or weight < _PIECE:
            continue
        if box.tag == "p":
            loose += 1
        elif box.tag == best.tag and named and words(box.el.get("class") or "") == names:
            return True
    return loose > 1


def _trusted(box: Box, weight: float, total: float) -> float:
    """Return the weight of a box, less when it is small and named as furniture: comments may outweigh an article."""
    return weight * _NAMED if weight < _MOST * total and (name := box.name) and purpose(name) else weight
