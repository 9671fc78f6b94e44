"""JSON-LD: the article as a schema.org NewsArticle.

Terms are those of https://schema.org/NewsArticle. The paragraphs stand in ``articleBody``, blank lines between;
``hasPart`` tells which of them are headings, and lists the quotes. Documents of others are read in whatever shape.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from newsmodel._formats._jsonld_read import read
from newsmodel._formats._jsonld_write import document, metadata
from newsmodel._formats._plain_body import PLAIN, plain_body
from newsmodel._model import Article
