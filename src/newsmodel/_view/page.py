"""The page around the text: head, notices, outline, legend, figures, furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from html import escape
from importlib.resources import files
from zlib import crc32

from newsmodel._model import Article, Organization, Person
from newsmodel._view.cast import Cast, Role, cast
from newsmodel._view.charts import bars, company
from newsmodel._view.prose import Prose, safe_url, style_of

__all__ = ["fragment", "view"]

# The page runs no script and loads nothing, whatever the article holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

# The shape of a BCP 47 tag; whatever else stands in the field is not written as one.
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def view(article: Article) -> str:
    """Return the picture of an article: one self-contained HTML page, without scripts, that loads nothing.

    It shows the text with quotes coloured, underlined and labelled by speaker, people and organizations marked, what
    was left out folded, notices on top; beside it who is quoted how much, who appears with whom, and who is who.
    """
    title = escape(article.headline or "Article without a headline")
    language = article.language if article.language and _LANGUAGE.fullmatch(article.language) else "und"
    head = (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_style()}</style>\n</head>\n"
    )
    body = '<body class="newsmodel page">\n' + "\n".join(_picture(article, "a")) + "\n</body>\n</html>\n"
    return head + body


def fragment(article: Article) -> str:
    """Return the compact form that a notebook shows below a cell: the text and its cast, without the drawings."""
    prefix = f"a{crc32(f'{article.headline} {article.url} {article.text}'.encode()):08x}"
    who = cast(article)
    prose = Prose(who, prefix)
    parts = [
        *_head(article, level=3),
        *(line for i, s in enumerate(article.sections) for line in prose.section(i, s)),
        *_entries(article, who, prose),
    ]
    return f'<div class="newsmodel fragment"><style>{_style()}</style>{"".join(parts)}</div>'


@cache
def _style() -> str:
    return files("newsmodel._view").joinpath("style.css").read_text(encoding="utf-8")


def _picture(article: Article, prefix: str) -> Iterator[str]:
    who = cast(article)
    prose = Prose(who, prefix)
    yield '<main class="text"><article>'
    yield from _head(article, level=1)
    if article.lead_image:
        yield prose.figure(article.lead_image)
    for i, section in enumerate(article.sections):
        yield from prose.section(i, section)
    yield "</article>"
    yield from _furniture(article)
    yield '</main>\n<aside aria-label="About the article">'
    yield from _outline(article, prefix)
    yield from _drawing("Who is quoted", bars(who))
    yield from _entries(article, who, prose)
    yield from _drawing("Who appears with whom", company(who))
    yield "</aside>"


def _head(article: Article, level: int) -> Iterator[str]:
    yield "<header>"
    if article.notices:
        lines = "".join(f"<li><b>{escape(n.code)}</b> {escape(n.message)}</li>" for n in article.notices)
        yield f'<ul class="notices" aria-label="Notices">{lines}</ul>'
    if article.kicker:
        yield f'<p class="kicker">{escape(article.kicker)}</p>'
    yield f"<h{level}>{escape(article.headline or 'Without a headline')}</h{level}>"
    if article.standfirst:
        yield f'<p class="standfirst">{escape(article.standfirst)}</p>'
    meta = "".join(f"<div><dt>{k}</dt><dd>{v}</dd></div>" for k, v in _meta(article))
    if meta:
        yield f'<dl class="meta">{meta}</dl>'
    yield "</header>"


def _meta(article: Article) -> Iterator[tuple[str, str]]:
    authors = ", ".join(a.name for a in article.authors)
    facts = (
        ("By", authors or article.byline),
        ("Publisher", article.publisher.name if article.publisher else None),
        ("Published", _moment(article.published)),
        ("Modified", _moment(article.modified)),
        ("Dateline", article.dateline),
        ("Filed under", article.section_label),
        ("Tags", ", ".join(article.tags)),
        ("Language", article.language),
        ("Access", article.access),
    )
    yield from ((k, escape(v)) for k, v in facts if v)
    if url := safe_url(article.canonical_url or article.url):
        yield "Address", f'<a href="{escape(url)}" rel="noreferrer">{escape(url)}</a>'


def _moment(when: object) -> str | None:
    if isinstance(when, datetime):
        return when.isoformat(" ", "minutes")
    return str(when) if when else None


def _outline(article: Article, prefix: str) -> Iterator[str]:
    headed = [(i, s) for i, s in enumerate(article.sections) if s.heading]
    if headed:
        yield '<nav aria-label="Sections"><h2>Sections</h2><ol>'
        for i, section in headed:
            link = f'<a href="#{prefix}-section-{i}">{escape(section.heading or "")}</a>'
            yield f'<li class="level{section.level}">{link}</li>'
        yield "</ol></nav>"


def _drawing(title: str, lines: Iterator[str]) -> Iterator[str]:
    drawn = "".join(lines)
    if drawn:
        yield f"<section><h2>{title}</h2>{drawn}</section>"


def _entries(article: Article, who: Cast, prose: Prose) -> Iterator[str]:
    groups: tuple[tuple[str, tuple[Person, ...] | tuple[Organization, ...]], ...] = (
        ("People", article.people),
        ("Organizations", article.organizations),
    )
    for title, entities in groups:
        if entities:
            entries = "".join(_entry(who.roles[e.id], prose) for e in entities)
            yield f'<section class="cast"><h2>{title}</h2><ul>{entries}</ul></section>'


def _entry(role: Role, prose: Prose) -> str:
    entity = role.entity
    label = f'<span class="chip {style_of(role)}"><b>{role.letter}</b></span> ' if role.letter else ""
    facts = []
    if isinstance(entity, Person):
        facts += [entity.title, entity.affiliation.name if entity.affiliation else None]
    facts.append("also " + ", ".join(entity.aliases) if entity.aliases else None)
    known = escape(", ".join(filter(None, facts)))
    counts = [f"{role.mentions} mention{'s' * (role.mentions != 1)}"]
    if role.quotes:
        counts.append(f"{role.quotes} quote{'s' * (role.quotes != 1)}")
    kind = "person" if isinstance(entity, Person) else "organization"
    return (
        f'<li id="{prose.anchor(entity.id)}">{label}<span class="{kind}">{escape(entity.name)}</span> '
        f'<span class="known">{known}</span> <span class="dim">{", ".join(counts)}</span></li>'
    )


def _furniture(article: Article) -> Iterator[str]:
    if article.furniture:
        pieces = "".join(f"<li><b>{escape(f.kind)}</b> {escape(f.text)}</li>" for f in article.furniture)
        count = f"{len(article.furniture)} piece{'s' * (len(article.furniture) != 1)}"
        yield f'<details class="furniture"><summary>Left out: {count} that are not the article</summary>'
        yield f"<ul>{pieces}</ul></details>"
