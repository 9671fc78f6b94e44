"""The columns of an article in Arrow and Parquet."""

from __future__ import annotations

import pyarrow as pa

__all__ = ["FLAT_SCHEMAS", "SCHEMA"]


def _list(kind: pa.DataType) -> pa.DataType:
    return pa.list_(pa.field("element", kind))


_TEXT = pa.string()
_TEXTS = _list(_TEXT)
_SPAN = pa.struct([("start", pa.int32()), ("end", pa.int32())])

_ORGANIZATION = pa.struct([("id", _TEXT), ("name", _TEXT), ("aliases", _TEXTS)])
_PERSON = pa.struct(
    [("id", _TEXT), ("name", _TEXT), ("title", _TEXT), ("affiliation", _ORGANIZATION), ("aliases", _TEXTS)]
)
# Whoever can write, with "person" or "organization" as type.
_ENTITY = pa.struct([("type", _TEXT), *_PERSON])

_QUOTE = pa.struct(
    [
        ("text", _TEXT),
        ("spans", _list(_SPAN)),
        ("kind", _TEXT),
        ("speaker", _TEXT),  # an id of `people` or `organizations`
        ("speaker_name", _TEXT),  # the name that stands there, so that a query needs no join; reading looks at the id
        ("speaker_span", _SPAN),
        ("cue_span", _SPAN),
        ("continues", pa.bool_()),
    ]
)
_MENTION = pa.struct([("span", _SPAN), ("entity", _TEXT), ("name", _TEXT)])
_LINK = pa.struct([("span", _SPAN), ("url", _TEXT)])
_PARAGRAPH = pa.struct(
    [("text", _TEXT), ("quotes", _list(_QUOTE)), ("mentions", _list(_MENTION)), ("links", _list(_LINK))]
)

# Arrow has no recursive types: a list block is written as its items in reading order with their depth, from 1. An item
# without a paragraph opens a nested list, whose items follow one deeper; `ordered` tells whether that list is numbered.
_LIST_ITEM = pa.struct([("depth", pa.int32()), ("ordered", pa.bool_()), ("paragraph", _PARAGRAPH)])

# One struct for all kinds of block (Arrow's unions are read by nobody); the columns of other kinds are null.
_BLOCK = pa.struct(
    [
        ("type", _TEXT),  # paragraph, list, block_quote, figure, table, embed
        *_PARAGRAPH,  # paragraph; text: embed
        ("ordered", pa.bool_()),  # list
        ("items", _list(_LIST_ITEM)),
        ("paragraphs", _list(_PARAGRAPH)),  # block_quote
        ("attribution", _TEXT),
        ("pull", pa.bool_()),
        ("url", _TEXT),  # figure, embed
        ("alt", _TEXT),  # figure
        ("caption", _PARAGRAPH),  # figure, table (text only)
        ("credit", _TEXT),
        ("header", _TEXTS),  # table
        ("rows", _list(_TEXTS)),
        ("provider", _TEXT),  # embed
        ("author", _TEXT),
    ]
)
_SECTION = pa.struct([("heading", _TEXT), ("level", pa.int32()), ("blocks", _list(_BLOCK))])
_FIGURE = pa.struct([("url", _TEXT), ("alt", _TEXT), ("caption", _PARAGRAPH), ("credit", _TEXT)])

_UTC = pa.timestamp("us", "UTC")

SCHEMA: pa.Schema = pa.schema(
    [
        ("url", _TEXT),
        ("canonical_url", _TEXT),
        ("headline", _TEXT),
        ("kicker", _TEXT),
        ("standfirst", _TEXT),
        ("byline", _TEXT),
        ("authors", _list(_ENTITY)),
        ("publisher", _ORGANIZATION),
        ("published", _UTC),
        ("published_offset", pa.int16()),  # minutes east of UTC as written; null when only the day is known
        ("modified", _UTC),
        ("modified_offset", pa.int16()),
        ("dateline", _TEXT),
        ("description", _TEXT),
        ("section_label", _TEXT),
        ("language", _TEXT),
        ("tags", _TEXTS),
        ("access", _TEXT),
        ("lead_image", _FIGURE),
        ("sections", _list(_SECTION)),
        ("people", _list(_PERSON)),
        ("organizations", _list(_ORGANIZATION)),
        ("furniture", _list(pa.struct([("kind", _TEXT), ("text", _TEXT)]))),
        ("notices", _list(pa.struct([("code", _TEXT), ("message", _TEXT)]))),
    ]
)
"""The columns of an article: one row an article, nested as the model is; nothing is lost."""

_KEY = ("article", pa.int64())

FLAT_SCHEMAS: dict[str, pa.Schema] = {
    "articles": pa.schema(
        [
            _KEY,
            *(SCHEMA.field(n) for n in ("url", "canonical_url", "headline", "kicker", "standfirst", "byline")),
            ("authors", _TEXTS),
            ("publisher", _TEXT),
            *(SCHEMA.field(n) for n in ("published", "published_offset", "modified", "modified_offset")),
            *(SCHEMA.field(n) for n in ("dateline", "description", "section_label", "language")),
            ("tags", _TEXTS),
            ("access", _TEXT),
            ("text", _TEXT),
        ]
    ),
    "paragraphs": pa.schema(
        [
            _KEY,
            ("paragraph", pa.int32()),
            ("pointer", _TEXT),
            ("section", pa.int32()),
            ("heading", _TEXT),
            ("block", _TEXT),
            ("text", _TEXT),
        ]
    ),
    "quotes": pa.schema(
        [
            _KEY,
            ("paragraph", pa.int32()),
            ("quote", pa.int32()),
            ("text", _TEXT),
            ("kind", _TEXT),
            ("start", pa.int32()),
            ("end", pa.int32()),
            ("speaker", _TEXT),
            ("speaker_name", _TEXT),
            ("speaker_words", _TEXT),
            ("cue", _TEXT),
            ("continues", pa.bool_()),
        ]
    ),
    "mentions": pa.schema(
        [
            _KEY,
            ("paragraph", pa.int32()),
            ("start", pa.int32()),
            ("end", pa.int32()),
            ("text", _TEXT),
            ("entity", _TEXT),
            ("name", _TEXT),
        ]
    ),
    "entities": pa.schema(
        [
            _KEY,
            ("entity", _TEXT),
            ("type", _TEXT),
            ("name", _TEXT),
            ("title", _TEXT),
            ("affiliation", _TEXT),
            ("aliases", _TEXTS),
        ]
    ),
}
"""The flat tables. Keys: `article`; `article, paragraph`; `article, paragraph, quote`; `article, entity`."""
