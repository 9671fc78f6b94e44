"""Hypothesis strategies for articles and their parts (extra ``hypothesis``).

The nodes: `articles`, `sections`, `paragraphs`, `quotes`, `people`, `organizations`. What fields hold: `texts`,
`names`, `moments`. Sources with what they say: `plain_pages`, `html_pages`.

Everything that they make is valid, and examples shrink to the fewest and simplest parts. Most take ``mode``:
``"realistic"`` gives words, names and addresses like those of the news; ``"adversarial"`` gives combining marks,
right-to-left and astral letters, controls, markup and marks; ``"mixed"``, the default, gives both. With ``xml=True``
all texts hold only characters that XML 1.0 can carry.
"""

try:
    import hypothesis  # noqa: F401
except ModuleNotFoundError as e:
    raise ImportError("newsmodel.strategies needs Hypothesis: pip install 'newsmodel[hypothesis]'") from e

from newsmodel.strategies._nodes import articles, organizations, paragraphs, people, quotes, sections
from newsmodel.strategies._pages import Layout, html_pages, plain_pages
from newsmodel.strategies._print import install as _install
from newsmodel.strategies._texts import Mode, moments, names, texts

__all__ = [
    "Layout",
    "Mode",
    "articles",
    "html_pages",
    "moments",
    "names",
    "organizations",
    "paragraphs",
    "people",
    "plain_pages",
    "quotes",
    "sections",
    "texts",
]

_install()
