"""`import newsmodel` is cheap: what only some need is loaded when it is first asked for."""

import subprocess
import sys

import pytest

HEAVY = [
    "cattrs", "click", "rich", "pyarrow", "hypothesis", "orjson", "fastwarc", "spacy", "ray", "jsonschema", "pandas",
    "numpy", "concurrent.futures", "multiprocessing", "asyncio", "urllib.request", "http.client", "email", "sqlite3",
]  # fmt: skip


def loaded_by(code):
    """Return the modules that a fresh Python has loaded after some code."""
    program = f"import sys\n{code}\nprint(*sorted(sys.modules))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_importing_the_package_loads_no_heavy_library():
    loaded = loaded_by("import newsmodel")
    assert not loaded & set(HEAVY)
    assert not {m for m in loaded if m.startswith(("newsmodel._formats.", "newsmodel._view.", "newsmodel._cli"))}
    assert not {m for m in loaded if m.startswith(("newsmodel.strategies", "newsmodel.batch."))}


def test_reading_and_asking_loads_no_heavy_library():
    code = (
        "import newsmodel\n"
        "a = newsmodel.parse_text('Port shut\\n\\n“No,” said Ann Lee on Monday in the old town.')\n"
        "newsmodel.parse_html(b'<h1>Port shut</h1><p>It will stay shut until spring, the board said.</p>')\n"
        "list(newsmodel.select(a, newsmodel.Quote))"
    )
    assert not loaded_by(code) & set(HEAVY)


@pytest.mark.parametrize("name", ["loads", "dumps", "formats", "view", "batch"])
def test_what_is_loaded_lazily_is_there_when_asked_for(name):
    assert loaded_by(f"import newsmodel\nassert newsmodel.{name}")


def test_the_package_lists_its_lazy_names():
    import newsmodel

    assert set(newsmodel.__all__) <= set(dir(newsmodel))
    with pytest.raises(AttributeError, match="no_such_name"):
        newsmodel.no_such_name  # noqa: B018
