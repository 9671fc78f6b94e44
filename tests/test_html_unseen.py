"""How well pages are read that were written, with their truth, before the rules saw them.

``tests/html_unseen``: a line ``=== name language``, then a page. What is to be found stands in marks, which are taken
out before the page is read: ``⟦t headline⟧ ⟦a author⟧ ⟦d day as printed⟧ ⟦p paragraph⟧ ⟦h heading⟧ ⟦c caption⟧
⟦s standfirst⟧ ⟦k kicker⟧ ⟦r credit of a picture⟧``, and ``⟦o what may stand in the text or not⟧``. Most of the pages
name their authors in a printed byline alone. No rule was made from the failures of ``unmended``. Of ``fresh_a`` and
``fresh_b``, whose pages are long, both were in the end; the first look at them gave paragraphs 0.98 and 0.93, headings
0.98 and 0.86, authors 0.78 and 0.76, captions 1.0 and 0.72.

``kinds_a`` and ``kinds_b`` are modelled on the habits of thirty kinds of publishing systems. The first look gave
paragraphs 0.97, headings 0.92 and 1.0, authors 0.64 and 0.80, captions 0.67 and 0.76, credits 0.35 and 0.54,
standfirsts 0.82 and 0.38, kickers 0 and 0.25; the failures of ``kinds_a`` alone were read.

``world_a`` and ``world_b`` hold pages of publishers all over the world: portals, agencies, ministries, universities,
live blogs, recipes, interviews, print versions. The first look gave paragraphs 0.95 and 0.97, headings 0.87 and 1.0,
authors 0.91 and 0.93, captions 0.79 and 0.87; the failures of ``world_a`` alone were read.

``shapes_a`` and ``shapes_b`` hold a dozen shapes that stories take: letters, a chronicle, a round table, slides,
a match report, a page that unfolds. The first look gave paragraphs 0.94 and 0.96, headings 0.67 and 1.0, authors 0.83
and 0.83; the failures of ``shapes_a`` alone were read.

``bylines.tsv``: ``=== language``, a headline and three paragraphs, then a line for each byline: where it stands, whom
it names, its markup. The first look at its halves gave 0.54 and 0.59; the second had 0.77 before its
failures were read. ``bylines_more.tsv`` has names of all the world, most in no list of given names: its halves gave
0.55 and 0.66 at first, and the failures of the first alone were read.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import newsmodel
from newsmodel import Article, Figure

UNSEEN = Path(__file__).parent / "html_unseen"
FLOORS = {
    "mended": {"paragraphs": 0.96, "headings": 0.92, "authors": 0.95, "headline": 0.85, "day": 0.95, "captions": 0.8},
    "unmended": {"paragraphs": 0.97, "headings": 0.92, "authors": 0.75, "headline": 0.95, "day": 0.95, "captions": 0.9},
    "fresh_a": {"paragraphs": 0.98, "headings": 0.98, "authors": 0.96, "headline": 0.95, "day": 0.95, "captions": 0.95},
    "fresh_b": {"paragraphs": 0.97, "headings": 0.96, "authors": 0.92, "headline": 0.9, "day": 0.95, "captions": 0.85},
    "kinds_a": {
        "paragraphs": 0.97, "headings": 0.92, "authors": 0.9, "headline": 0.95, "day": 0.9, "captions": 0.9,
        "apart": 0.9, "credits": 0.9, "standfirst": 0.75, "kicker": 0.75,
    },
    "kinds_b": {
        "paragraphs": 0.96, "headings": 0.95, "authors": 0.75, "headline": 0.9, "day": 0.9, "captions": 0.8,
        "apart": 0.9, "credits": 0.8, "standfirst": 0.58, "kicker": 0.7,
    },
    "world_a": {
        "paragraphs": 0.97, "headings": 0.96, "authors": 0.88, "headline": 0.92, "day": 0.9, "captions": 0.95,
        "apart": 0.95, "credits": 0.75, "standfirst": 0.9, "kicker": 0.9,
    },
    "world_b": {
        "paragraphs": 0.96, "headings": 0.96, "authors": 0.88, "headline": 0.95, "day": 0.9, "captions": 0.85,
        "apart": 0.95, "credits": 0.7, "standfirst": 0.9,
    },
    "shapes_a": {
        "paragraphs": 0.96, "headings": 0.96, "authors": 0.95, "headline": 0.95, "day": 0.95, "captions": 0.95,
        "apart": 0.95, "credits": 0.5, "standfirst": 0.95, "kicker": 0.95,
    },
    "shapes_b": {
        "paragraphs": 0.96, "headings": 0.96, "authors": 0.8, "headline": 0.95, "day": 0.95, "standfirst": 0.9,
    },
}  # fmt: skip
"""Mean F1 of a page, and the shares of the others that were found: some points under what is measured now.

``apart`` is the share of captions that are not taken for text.
"""
PIECE = re.compile(r"⟦(\w) |⟧|[^⟦⟧]+")
TAG = re.compile(r"<[^>]+>")


def plain(markup: str) -> str:
    return " ".join(html.unescape(TAG.sub(" ", markup)).split())


def page_and_truth(source: str) -> tuple[bytes, dict[str, list[str]]]:
    """Return the page without the marks, and what stood in them by the letter of the mark."""
    page: list[str] = []
    opened: list[tuple[str, int]] = []
    truth: dict[str, list[str]] = {letter: [] for letter in "tadphcsokr"}
    for piece in PIECE.finditer(source):
        if piece[1]:
            opened.append((piece[1], len(page)))
        elif piece[0] == "⟧":
            letter, start = opened.pop()
            inside = "".join(page[start:])
            if letter == "d":  # 2024-05-03 3 May
                said, _, inside = inside.partition(" ")
            else:  # Ida Moe|IDA MOE
                said, _, printed = inside.partition("|") if letter == "a" else (inside, "", "")
                inside = printed or inside
            page[start:] = [inside]
            truth[letter].append(plain(said))
        else:
            page.append(piece[0])
    return "".join(page).encode(), truth


def pages(name: str) -> Iterator[tuple[bytes, dict[str, list[str]]]]:
    text = (UNSEEN / f"{name}.txt").read_text(encoding="utf-8")
    for source in re.split(r"^=== .+\n", text, flags=re.MULTILINE)[1:]:
        yield page_and_truth(source)


def f1(expected: list[str], found: list[str]) -> float:
    same = {loose(t) for t in expected} & {loose(t) for t in found}
    return 2 * len(same) / (len(expected) + len(found)) if expected or found else 1.0


def loose(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def figures(article: Article) -> list[Figure]:
    found = [b for s in article.sections for b in s.blocks if isinstance(b, Figure)]
    return [*found, article.lead_image] if article.lead_image else found


def have_credit(credit: str, article: Article) -> bool:
    """Tell whether a picture has a credit, which may lack its label ("Photo")."""
    given = [loose(f.credit) for f in figures(article) if f.credit]
    return any(credit in text or (credit.endswith(text) and len(text) > 5) for text in given)


@cache
def scores(name: str) -> dict[str, float]:
    """Return the mean of each measure over the pages of a set."""
    rows: dict[str, list[float]] = defaultdict(list)
    for page, truth in pages(name):
        article = newsmodel.parse_html(page, annotate=False)
        shown = " ".join(loose(f"{f.caption.text} {f.credit}") for f in figures(article) if f.caption)
        either = {loose(text) for text in (*truth["s"], *truth["o"])}
        paragraphs = [p.text for p in article.paragraphs if loose(p.text) not in either]
        headings = [s.heading for s in article.sections if s.heading and loose(s.heading) not in either]
        rows["paragraphs"].append(f1(truth["p"], paragraphs))
        rows["headings"].append(f1(truth["h"], headings))
        rows["authors"].append(f1(truth["a"], [a.name for a in article.authors]))
        rows["headline"] += [float(loose(article.headline or "") == loose(truth["t"][0]))]
        rows["day"] += [float(str(article.published)[:10] == day) for day in truth["d"]]
        rows["captions"] += [float(loose(caption)[:25] in shown) for caption in truth["c"]]
        text = [loose(t) for t in (*paragraphs, *headings)]
        rows["apart"] += [float(not any(loose(caption)[:25] in t for t in text)) for caption in truth["c"]]
        rows["credits"] += [float(have_credit(loose(credit), article)) for credit in truth["r"]]
        rows["kicker"] += [float(loose(article.kicker or "") == loose(kicker)) for kicker in truth["k"]]
        if truth["s"]:
            rows["standfirst"] += [float(loose(article.standfirst or "") == loose(" ".join(truth["s"])))]
    return {measure: sum(values) / len(values) for measure, values in rows.items() if values}


@pytest.mark.parametrize(("name", "measure"), [(name, m) for name, floors in FLOORS.items() for m in floors])
def test_pages_that_no_rule_was_made_for_are_read(name: str, measure: str) -> None:
    assert scores(name)[measure] >= FLOORS[name][measure]


# Of the bylines with even numbers, and of the others.
BYLINE_FLOORS = {"bylines.tsv": (0.9, 0.88), "bylines_more.tsv": (0.82, 0.76)}
PAGE = (
    "<!DOCTYPE html><html lang={0}><head><title>{1} - Ledger</title></head><body><div><a href='/'>Ledger</a></div>"
    "<div>{above}<h1>{1}</h1>{top}{day}<div><p>{2}</p><p>{3}</p><p>{4}</p><p>{3} {4}</p>{end}</div>{after}</div>"
    "<div><a href='/x'>{3:.40}</a><a href='/y'>{4:.40}</a></div><div>© Ledger</div></body></html>"
)
PLACES = ("above", "top", "end", "after")
DAY = "<div><time datetime='2024-02-03'>2024-02-03</time></div>"


def bylines(file: str) -> Iterator[tuple[str, list[str]]]:
    """Yield a page for each byline, and whom it names."""
    for text in (UNSEEN / file).read_text(encoding="utf-8").split("=== ")[1:]:
        lines = text.splitlines()
        for where, names, markup in (line.split("\t") for line in lines[5:]):
            places = dict.fromkeys(PLACES, "") | {where: markup}
            day = "" if where == "top" else DAY
            yield PAGE.format(*lines[:5], day=day, **places), [n for n in names.split("; ") if n]


@pytest.mark.parametrize("half", [0, 1])
@pytest.mark.parametrize("file", BYLINE_FLOORS)
def test_bylines_in_many_languages_and_forms_are_read(file: str, half: int) -> None:
    found = [
        f1(names, [a.name for a in newsmodel.parse_html(page, annotate=False).authors])
        for number, (page, names) in enumerate(bylines(file))
        if number % 2 == half
    ]
    assert len(found) > 50
    assert sum(found) / len(found) >= BYLINE_FLOORS[file][half]
