"""An article as schema.org terms (https://schema.org/NewsArticle): metadata, and the body with what was said in it."""

from __future__ import annotations

from typing import Any

from newsmodel._formats._markup import safe_url
from newsmodel._model import Access, Article, Entity, Figure, Moment, Person

__all__ = ["metadata"]

Node = dict[str, Any]


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
