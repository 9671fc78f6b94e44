"""The hook that Hypothesis runs when it is imported: it must stay tiny."""

from __future__ import annotations

from typing import Any

# Which strategy makes which class; the module of strategies is imported when the first of them is wanted.
_STRATEGIES = {
    "Article": "articles",
    "Section": "sections",
    "Paragraph": "paragraphs",
    "Quote": "quotes",
    "Person": "people",
    "Organization": "organizations",
}


def register() -> None:
    """Tell Hypothesis how to make the classes of the model that it cannot infer: ``st.from_type(Article)``."""
    from hypothesis import strategies as st

    from newsmodel import _model

    def strategy(kind: type[Any]) -> st.SearchStrategy[Any]:
        from newsmodel import strategies

        made: st.SearchStrategy[Any] = getattr(strategies, _STRATEGIES[kind.__name__])()
        return made

    for name in _STRATEGIES:
        st.register_type_strategy(getattr(_model, name), strategy)
