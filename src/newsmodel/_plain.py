"""Text as metadata holds it, made plain: no markup, no escapes, no invisible characters, single spaces."""

from __future__ import annotations

import html
import re

__all__ = ["plain"]

# Metadata is often escaped twice; only entities that end as they should are taken, so that "R&D" and URLs stay.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
# Soft hyphens, zero-width characters, marks of direction, byte order marks and lone surrogates say nothing to a reader.
# The zero-width joiner and non-joiner stay: scripts of India and Iran need them.
_CONTROL = (*range(0x09), *range(0x0E, 0x20), 0x7F)
_SURROGATES = range(0xD800, 0xE000)
_INVISIBLE = dict.fromkeys(
    (*_CONTROL, 0xAD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, 0xFEFF, *_SURROGATES)
)


def plain(text: object) -> str | None:
    """Return the text without tags, entities and invisible characters, white space collapsed; None when none is left.

    What is no string has no text: None.
    """
    if not isinstance(text, str):
        return None
    if "&" not in text and "<" not in text and text.isprintable():
        # Most texts are plain. What is invisible, and any other white space than the blank, is not printable.
        return (" ".join(text.split()) if "  " in text else text.strip()) or None
    for _ in range(2):
        if "&" not in text:
            break
        text = _ENTITY.sub(lambda m: html.unescape(m.group()), text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    if not text.isprintable():
        text = text.translate(_INVISIBLE)
    return " ".join(text.split()) or None
