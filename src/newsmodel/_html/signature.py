"""Names that no byline at the headline gives: in an element named for it, beside the date, below the text.

They are looked for only where neither declarations nor a byline name anybody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice, pairwise

from newsmodel import _byline
from newsmodel._furniture import is_date
from newsmodel._html.names import purpose
from newsmodel._html.once import closing_name, stands_alone
from newsmodel._html.page import BREAK, Box, Line, Page
from newsmodel._html.titles import pieces, shown
from newsmodel._html.tree import texts
from newsmodel._model import Entity, Person
from newsmodel._plain import plain

__all__ = ["signature"]

_INLINE = ("span", "b", "strong", "em", "i", "cite", "address")
# A line has no more elements that are looked at, it and a name no more characters.
_ELEMENTS, _LONGEST, _LONGEST_NAME = 12, 120, 60
# A box of more lines is more than a byline.
_LINES = 3
# This share of a line is names.
_NAMES = 0.7
# A shorter paragraph is no passage of the text.
_PASSAGE = 80
# What a passage stands in; and what no signature does.
_PASSAGES, _NO_SIGNATURES = frozenset({"p", "div", "td"}), frozenset({"button", "figcaption", "h2", "h3", "h4"})
# So many lines below a passage a signature may stand.
_BELOW = 4
_OTHERS = 20  # characters beside a name that are neither a date nor what she does
_DASHES = " -–—()"
_AROUND = _DASHES + "[]（）【】〔〕［］/／"  # a signature
# A name behind a date or time in one statement: "3.5.2024 at 7:00 Ida Moe".
_BEHIND_DATE = re.compile(r"\d[\d:.]*h?\d*\s+([^\W\d_][^\d]{4,50})$")
_WITH_PLACE = 3  # blanks at least in a name with a place behind it
_STATEMENTS = re.compile(r"\s*[,|·•/()]\s*|\s+[–—-]\s+")
# What the link says by which one writes to her.
_MAIL = frozenset({
    "e-mail", "email", "mail", "email author", "send e-mail", "send email", "contact", "skicka e-post", "e-post",
    "send mail", "e-mail schreiben", "envoyer un mail", "enviar correo", "correo", "invia mail", "stuur e-mail",
})  # fmt: skip
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLOSING = "）〕］"  # the brackets around the name that a Japanese text ends with
_UNSPACED = "\u2e80"  # the first letter of the scripts of East Asia


def signature(
    page: Page, lines: list[Line], first: int, language: str | None, site: str | None, named: Callable[[str], bool]
) -> tuple[Entity, ...]:
    """Return the people that a line names in one of these places.

    ``lines`` are those around the headline, ``first`` is the index of the first below it; ``named`` tells whether a
    class is that of a byline.
    """
    for line in lines:
        if _is_short(line) and not _is_aside(line.box) and (names := _in_elements(line, language, site, named)):
            return names
    for line, below in pairwise(lines):
        is_above = line.index + 1 == below.index and is_date(below.text)
        # One name may be that of anything; several that are joined are of people.
        if is_above and len(names := _only(shown(line), language, site)) > 1:
            return names
    return (
        _beside_date(page, lines, language)
        or _below_the_text(page, first, language, site, named)
        or closing_name(page, first)
    )


def _is_short(line: Line) -> bool:
    """Tell whether a line is short, and so is its box."""
    longest = _LONGEST if len(line.parts) > 1 else _LONGEST_NAME
    return len(line.text) <= longest and line.box.end <= line.box.start + _LINES


def _is_aside(box: Box) -> bool:
    """Tell whether a box, or one of the two around it, is of furniture of another kind: a caption names who took it."""
    kinds = (found[0] for b in islice(box.up(), _LINES) if b.name and (found := purpose(b.name)))
    return any(kind not in ("byline", "author") for kind in kinds)


def _in_elements(
    line: Line, language: str | None, site: str | None, named: Callable[[str], bool]
) -> tuple[Entity, ...]:
    """Return whom the inline element of a line names that has the class of a byline."""
    for el in islice(line.el.iterdescendants(*_INLINE), _ELEMENTS):
        if named((el.get("class") or "").lower()) or el.get("itemprop") == "author":
            text = plain("".join(texts(el))) or ""
            if len(text) <= _LONGEST_NAME and (names := _people(text, language, site)):
                return names
    return ()


def _only(text: str, language: str | None, site: str | None) -> tuple[Entity, ...]:
    """Return the people that a text names that says nothing else."""
    if len(text) > _LONGEST_NAME or any(map(str.isdigit, text)):
        return ()
    names = _people(text.rstrip(" .,"), language, site)
    full = all(" " in n.name or n.name > _UNSPACED or not isinstance(n, Person) for n in names) and sum(
        len(n.name) for n in names
    ) >= _NAMES * len(text)
    return names if full else ()


def _people(text: str, language: str | None, site: str | None) -> tuple[Entity, ...]:
    """Return the people of a text that names nobody else, but for a news agency beside them."""
    names = _byline.read(text, language, site=site)
    told = all(
        _is_full(n.name) if isinstance(n, Person) else at and _byline.is_agency(n.name) for at, n in enumerate(names)
    )
    return names if told else ()


def _is_full(name: str) -> bool:
    return (" " in name and not name.islower()) or name > _UNSPACED


def _beside_date(page: Page, lines: Sequence[Line], language: str | None) -> tuple[Entity, ...]:
    """Return the people whom a line names, in or next to a line with a date or with what they do."""
    for at, line in enumerate(lines):
        if line.linked or len(line.text) > _LONGEST or line.tag in _NO_SIGNATURES or _is_item(line):
            continue
        if _is_aside(line.box):
            continue
        said = [text for part in pieces(line) for text in _STATEMENTS.split(part) if text]
        named = {text: name for text in said if (name := _name_in(text, language))}
        if not named:
            continue
        rest = [text for text in said if text not in named]
        does = said[0] in named and any(map(_byline.is_post, rest))
        beside = [shown(x) for x in lines[max(0, at - 1) : at + 3] if x is not line and abs(x.index - line.index) <= 2]
        others = sum(len(part) for part in rest if not (_tells_of_author(part) or any(map(str.isdigit, part))))
        if others > _OTHERS or not (does or any(map(_tells_of_author, (*said, *beside)))):
            continue
        does = does or (len(said) == 1 and _is_office_below(line, lines))
        people = _of_those(list(named.values())) or ([named[said[0]]] if does else [])
        if not people and len(named) == 1 and any(map(_tells_of_author, (*said, *beside[:2]))):
            people = [name for name in named.values() if stands_alone(page, line, name)]
        if people:
            agencies = [n for n in _byline.read(", ".join(said), language) if _byline.is_agency(n.name)]
            return (*(Person(name=name) for name in people), *agencies)
    return ()


def _of_those(names: list[str]) -> list[str]:
    """Return the names up to the last one that begins with a known given name."""
    given = [at for at, name in enumerate(names) if _byline.is_given(name)]
    return names[: given[-1] + 1] if given else []


def _is_item(line: Line) -> bool:
    """Tell whether a line is an item of a list that is no line of a byline: of more than name, date and section."""
    return line.tag == "li" and (line.box.parent is None or line.box.parent.end - line.box.parent.start > _LINES)


def _is_office_below(line: Line, lines: Sequence[Line]) -> bool:
    """Tell whether the next line says what somebody does, and no more."""
    below = next((x for x in lines if x.index == line.index + 1), None)
    return below is not None and len(below.text) <= _LONGEST_NAME and _byline.is_post(shown(below))


def _name_in(text: str, language: str | None) -> str | None:
    """Return what may be the name that a statement is, or is with a place behind it: "Ida Moe in Oslo"."""
    if _byline.may_be_name(text) or _byline.may_be_unmarked(text):
        return text
    if behind := _BEHIND_DATE.search(text):
        return behind[1] if _byline.may_be_name(behind[1]) else None
    if len(text) > _LONGEST_NAME or not text[:1].isupper() or text.count(" ") < _WITH_PLACE:
        return None
    names = _byline.read(text, language)
    alone = len(names) == 1 and text.startswith(names[0].name + " ") and _byline.may_be_name(names[0].name)
    return names[0].name if alone else None


def _tells_of_author(text: str) -> bool:
    """Tell whether a text is a date, an address for mail, or what somebody does."""
    if len(text) > _LONGEST_NAME:
        return False
    if text.lower() in _MAIL or is_date(text) or _YEAR.search(text) or _byline.is_post(text):
        return True
    return _byline.is_agency(text.rpartition(" ")[2])


def _below_the_text(
    page: Page, first: int, language: str | None, site: str | None, named: Callable[[str], bool]
) -> tuple[Entity, ...]:
    """Return whom a line names below the last passage: introduced, named for it, at the right, or after a dash."""
    told: set[Box | None] = set()
    found: tuple[Entity, ...] = ()
    below = 0
    ended = False  # with whom the last passage itself names
    for line in page.lines[first:]:
        text = line.text
        if len(text) >= _PASSAGE and line.tag in _PASSAGES and 2 * line.linked < len(text):
            if found and below and not (ended and line.box.parent in told):
                # A text of another kind, such as a comment; or one of several letters.
                return found if line.box.parent not in told else ()
            told.add(line.box.parent)
            found, below = _last_words(line, language, site), 0
            ended = bool(found) and text[-1] in _CLOSING
        elif text and told and ended:
            below += 1
        elif text and told and not found and below < _BELOW:
            below += 1
            found = _signed(line, language, site, named, inside=line.box.parent in told) or _carded(line, page)
    return found


def _carded(line: Line, page: Page) -> tuple[Entity, ...]:
    """Return the person whom a line below the text names, right above her address or what she does."""
    name = shown(line)
    if len(name) > _LONGEST_NAME or line.linked or line.tag in _NO_SIGNATURES or line.index + 1 == len(page.lines):
        return ()
    below = page.lines[line.index + 1].text
    if not below or len(below) > _LONGEST_NAME or not ("@" in below or _byline.is_post(below)):
        return ()
    return (Person(name=name),) if _byline.is_given(name) else ()


def _last_words(line: Line, language: str | None, site: str | None) -> tuple[Entity, ...]:
    """Return whom the last of the lines names that breaks part in a text."""
    if line.text[-1] in _CLOSING and (name := _byline.signs(line.text)):
        return (Person(name=name),)
    last = line.text.rsplit(BREAK, 1)[-1].strip() if BREAK in line.text else ""
    return _named_alone(last, language, site) if 0 < len(last) <= _LONGEST_NAME else ()


def _signed(
    line: Line, language: str | None, site: str | None, named: Callable[[str], bool], *, inside: bool
) -> tuple[Entity, ...]:
    """Return whom a line below the text names as its author."""
    if len(line.text) > _LONGEST or line.tag in _NO_SIGNATURES:
        return ()
    if line.text[-1] in _CLOSING and inside and (name := _byline.signs(line.text)):
        return (Person(name=name),)
    bare = shown(line).strip(_AROUND)
    rest = _byline.introduced(bare, language)
    if rest is not None or (line.tag != "li" and bare < _UNSPACED and named(line.box.name.lower())):
        return () if _is_aside(line.box) else _only(_byline.without_credits(rest or bare, language), language, site)
    if not inside or line.linked:
        return ()
    if _is_at_the_right(line):
        return _only(bare, language, site)
    bare = bare.removesuffix(".")
    return (Person(name=bare),) if _byline.is_given(bare) else ()


def _named_alone(text: str, language: str | None, site: str | None) -> tuple[Entity, ...]:
    """Return the person that a text is, by a known name, or the people that it introduces: "- Ida Moe"."""
    bare = text.strip(_DASHES)
    if _byline.is_given(bare):
        return (Person(name=bare),)
    rest = _byline.introduced(bare, language)
    return _people(rest, language, site) if rest and not any(map(str.isdigit, rest)) else ()


def _is_at_the_right(line: Line) -> bool:
    style = (line.el.get("style") or "").lower().replace(" ", "")
    return "text-align:right" in style or (line.el.get("align") or "").lower() == "right"
