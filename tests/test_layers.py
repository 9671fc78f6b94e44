"""Imports run one way, and heavy libraries are imported where they are used."""

import ast
import sys
from pathlib import Path

import pytest

import newsmodel

ROOT = Path(newsmodel.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))

# A module may import what stands in a lower layer, and its own part of the same layer.
LAYERS = [
    {"errors", "_version"},
    {"_checks", "_collector", "_lazy", "_slug", "_given", "_lenient_json", "_paths", "_plain"},
    {"_model", "_schema_values"},
    {"_query", "_furniture", "_byline", "_dates", "_language", "_paragraphs", "_schema_org", "strategies"},
    {"_html", "_text", "_names", "_quotes"},
    {"_annotate"},
    {"_read"},
    {"_formats", "_view", "_hypothesis"},
    {"batch"},
    {"__init__"},
    {"_cli"},
    {"__main__"},
]
LEVEL = {part: level for level, parts in enumerate(LAYERS) for part in parts}

# What may look up: imports within a function, for a method that forwards to a module above.
FORWARDS = {
    ("_model", "_query"),  # Node.select
    ("_model", "_view"),  # Article.view and the notebook's picture
}
# Third-party libraries, by the parts that may import them.
LIBRARIES = {
    "attrs": set(LEVEL),
    "attr": set(),
    "lxml": {"_html", "_formats"},
    "cattrs": {"_formats"},
    "pyarrow": {"_formats", "batch"},
    "fastwarc": {"batch"},
    "click": {"_cli"},
    "rich": {"_cli"},
    "hypothesis": {"strategies", "_hypothesis"},
    "orjson": {"_formats"},
    "spacy": {"_names"},
    "ray": {"batch"},
    "brotli": {"batch"},
}


def part_of(module):
    """Return the part of the package that a file belongs to."""
    return module.relative_to(ROOT).parts[0].removesuffix(".py")


def id_of(module):
    return str(module.relative_to(ROOT))


def imports(module):
    """Yield each import of a file: its name, its line, and whether it runs when the file is imported."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    inner = {id(n) for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) for n in ast.walk(f)}
    typing = {
        id(n)
        for i in ast.walk(tree)
        if isinstance(i, ast.If) and getattr(i.test, "id", "") == "TYPE_CHECKING"
        for n in ast.walk(i)
    }
    for node in ast.walk(tree):
        if id(node) in typing:
            continue
        if isinstance(node, ast.Import):
            yield from ((a.name, node.lineno, id(node) not in inner) for a in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: write imports in full"
            names = [node.module]
            if node.module == "newsmodel":
                names = [f"newsmodel.{a.name}" for a in node.names]
            yield from ((name, node.lineno, id(node) not in inner) for name in names)


def own_part(name):
    """Return the part of the package that an import names; None for other libraries."""
    head, _, rest = name.partition(".")
    if head != "newsmodel":
        return None
    part = rest.partition(".")[0]
    return part if part in LEVEL else "__init__"


@pytest.mark.parametrize("module", MODULES, ids=id_of)
def test_imports_run_one_way(module):
    part = part_of(module)
    for name, line, at_import in imports(module):
        other = own_part(name)
        if other is None or other == part:
            continue
        allowed = LEVEL[other] < LEVEL[part] or (not at_import and (part, other) in FORWARDS)
        assert allowed, f"{module.relative_to(ROOT)}:{line}: {part} may not import {other}"


@pytest.mark.parametrize("module", MODULES, ids=id_of)
def test_a_library_is_imported_only_by_the_parts_that_need_it(module):
    for name, line, _ in imports(module):
        head = name.partition(".")[0]
        if head in LIBRARIES:
            assert part_of(module) in LIBRARIES[head], f"{module.relative_to(ROOT)}:{line}: {head}"
        elif head != "newsmodel":
            assert head in sys.stdlib_module_names, f"{module.relative_to(ROOT)}:{line}: unknown library {head}"


def test_every_part_has_its_layer():
    assert {part_of(m) for m in MODULES} <= set(LEVEL)


def test_only_one_module_reads_pages_with_lxml():
    readers = {
        str(m.relative_to(ROOT))
        for m in MODULES
        if part_of(m) == "_html"
        for n, *_ in imports(m)
        if n.startswith("lxml")
    }
    assert readers == {"_html/tree.py"}
