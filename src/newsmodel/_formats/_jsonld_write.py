"""An article as schema.org terms (https://schema.org/NewsArticle): metadata, and the body with what was said in it."""

from __future__ import annotations

from typing import Any

from newsmodel._formats._markup import safe_url
from newsmodel._formats._outline import outline
from newsmodel._model import Access, Article, Entity, Figure, Moment, Paragraph, Person, Quote, QuoteKind

__all__ = ["MAKER", "document", "metadata", "paragraph", "tidy"]

Node = dict[str, Any]

MAKER = {"@type": "Organization", "name": "newsmodel"}
"""Who made the document (``sdPublisher``): its texts are to be read as they stand."""


def metadata(article: Article) -> Node:
    """Return what schema.org can say of an article, without its body: what pages carry for machines."""
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": article.headline,
            "alternativeHeadline": article.kicker,
            "abstract": article.standfirst,
            "description": article.description,
            "creditText": article.byline,
            "author": [entity(a) for a in article.authors],
            "publisher": article.publisher and entity(article.publisher),
            "datePublished": _iso(article.published),
            "dateModified": _iso(article.modified),
            "dateline": article.dateline,
            "articleSection": article.section_label,
            "inLanguage": article.language,
            "url": _address(article.url),
            "mainEntityOfPage": _address(article.canonical_url),
            "keywords": list(article.tags),
            "isAccessibleForFree": article.access and article.access is Access.FREE,
            "image": article.lead_image and image(article.lead_image),
            "mentions": [*map(entity, article.people), *map(entity, article.organizations)],
        }
    )


def document(article: Article) -> Node:
    """Return all that schema.org can say of an article; blank lines part the paragraphs of ``articleBody``."""
    lines = list(outline(article, tidy, paragraph))
    parts: list[Node] = []
    for i, line in enumerate(lines, 1):
        if isinstance(line, str):
            parts.append({"@type": "WebPageElement", "headline": line, "position": i})
        else:
            parts += [_quotation(quote, i) for quote in line.quotes]
    node = metadata(article) | {"sdPublisher": MAKER}
    if lines:
        node["articleBody"] = "\n\n".join(line if isinstance(line, str) else line.text for line in lines)
    return node | ({"hasPart": parts} if parts else {})


def tidy(text: str) -> str:
    """Return a text without blank lines, which part paragraphs."""
    return "\n".join(line for line in text.split("\n") if line and not line.isspace()) if "\n" in text else text


def paragraph(whole: Paragraph) -> Paragraph:
    """Return what is kept of a paragraph: its text and, when that need not be changed, who said what."""
    text = tidy(whole.text)
    if text != whole.text:
        return Paragraph(text)
    return Paragraph(text, quotes=tuple(_said(q) for q in whole.quotes))


def _said(quote: Quote) -> Quote:
    return Quote(text=quote.text, spans=quote.spans, kind=quote.kind, speaker=quote.speaker)


def _quotation(quote: Quote, position: int) -> Node:
    """Return a Quotation. Its identifier tells its place: which paragraph, and in it characters as in RFC 5147."""
    places = [f"char={span.start},{span.end}" for span in quote.spans]
    node: Node = {"@type": "Quotation", "text": quote.text, "identifier": ";".join([f"paragraph={position}", *places])}
    if quote.kind is not QuoteKind.DIRECT:
        node["additionalType"] = quote.kind.value
    if quote.speaker is not None:
        node["creator"] = {
            "@type": "Person" if isinstance(quote.speaker, Person) else "Organization",
            "@id": f"#{quote.speaker.id}",
            "name": quote.speaker.name,
        }
    return node


def entity(who: Entity) -> Node:
    """Return a Person or an Organization; its ``@id`` is a fragment of the document."""
    person = who if isinstance(who, Person) else None
    return _known(
        {
            "@type": "Person" if person else "Organization",
            "@id": f"#{who.id}",
            "name": who.name,
            "jobTitle": person and person.title,
            "affiliation": person and person.affiliation and entity(person.affiliation),
            "alternateName": list(who.aliases),
        }
    )


def image(figure: Figure) -> Node:
    """Return an ImageObject."""
    return _known(
        {
            "@type": "ImageObject",
            "url": _address(figure.url),
            "description": figure.alt,
            "caption": figure.caption and figure.caption.text,
            "creditText": figure.credit,
        }
    )


def _known(node: Node) -> Node:
    return {key: value for key, value in node.items() if value is not None and value != []}


def _iso(moment: Moment | None) -> str | None:
    return moment.isoformat() if moment else None


def _address(url: str | None) -> str | None:
    return url if url and safe_url(url) else None
