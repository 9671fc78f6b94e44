"""docs/reference/model.md specifies every class of the model as it is."""

import json
import re
from pathlib import Path

import attrs
import pytest

import newsmodel
from newsmodel import Article, Mention, Node, Organization, Paragraph, Person, Quote, Section, select, walk_at

PAGE = (Path(__file__).parent.parent / "docs" / "reference" / "model.md").read_text(encoding="utf-8")
PARTS = {part.partition("\n")[0]: part for part in re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]}
CLASSES = [
    n for n in newsmodel._model.__all__ if isinstance(getattr(newsmodel, n), type) and attrs.has(getattr(newsmodel, n))
]
EXAMPLE = re.compile(r"```python\n(.*?)```\n\n```json\n(.*?)```", re.DOTALL)
ROW = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)


def namespace():
    found: dict[str, object] = {}
    exec(re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)[1], found)  # noqa: S102
    found["ada"] = Person(name="Ada Brandt")
    return found


def written(node, held):
    """Return the JSON of a node: that part of an article which holds it (and the paragraph it stands in)."""
    if isinstance(node, Article):
        return json.loads(newsmodel.dumps(node))
    block = held if held is not None else node
    named = [m.entity for m in select(block, Mention)] + [q.speaker for q in select(block, Quote) if q.speaker]
    people, bodies = [e for e in named if isinstance(e, Person)], [e for e in named if isinstance(e, Organization)]
    if isinstance(node, Person):
        people, bodies = [node], [node.affiliation] if node.affiliation else []
    fields = {"people": tuple(dict.fromkeys(people)), "organizations": tuple(dict.fromkeys(bodies))}
    table = {"Organization": "organizations", "Furniture": "furniture", "Notice": "notices", "Section": "sections"}
    if (name := table.get(type(node).__name__)) is not None:
        fields[name] = (node,)
    elif not isinstance(node, Person):
        fields["sections"] = (Section((block,)),)
    article = Article(**fields)
    found = json.loads(newsmodel.dumps(article))
    for step in next(at for at in walk_at(article) if at.node is node).path:
        found = found[step]
    return found


@pytest.mark.parametrize("name", CLASSES)
def test_the_page_lists_the_fields_of_each_class(name):
    assert ROW.findall(PARTS[name]) == [a.name for a in attrs.fields(getattr(newsmodel, name))]


@pytest.mark.parametrize("name", CLASSES)
def test_the_example_of_each_class_has_the_json_that_the_page_shows(name):
    code, shown = EXAMPLE.search(PARTS[name]).groups()
    values = namespace()
    exec(code, values)  # noqa: S102
    *_, node = (v for v in values.values() if type(v) is getattr(newsmodel, name))
    paragraph = values.get("paragraph")
    held = paragraph if isinstance(paragraph, Paragraph) and paragraph is not node else None
    assert written(node, held) == json.loads(shown)


def test_the_page_has_every_name_of_the_model():
    assert set(newsmodel._model.__all__) == set(PARTS) - {"The tree"}
    assert {c.__name__ for c in Node.__subclasses__() if c.__module__.startswith("newsmodel._model.")} == set(CLASSES)
