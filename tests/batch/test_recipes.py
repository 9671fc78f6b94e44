"""The recipes for engines in `examples/engines` give the rows of `extract_batch`. Each needs its engine.

pip install newsmodel[batch] daft "dask[distributed]" pyspark "datatrove[io]" "ray[data]"
pytest tests/batch/test_recipes.py
"""

import os
import subprocess
import sys
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from newsmodel import batch

from .archives import packed, response

RECIPES = Path(__file__).parents[2] / "examples" / "engines"
TEXT = "<h1>Ice at Sund</h1><p>“We wait for page {},” said Marta Ilves, the harbour master, on Monday.</p>"
HTML = {f"https://a.test/{i}": TEXT.format(i) for i in range(20)} | {"https://a.test/none": None}


def said(table):
    """Return what rows say, apart from their place."""
    columns = ["url", "headline", "published", "sections", "people", "error"]
    return Counter(str(row) for row in table.select(columns).to_pylist())


@pytest.mark.parametrize(
    ("recipe", "engine"),
    [("daft_frame", "daft"), ("dask_files", "distributed"), ("spark", "pyspark"), ("ray_data", "ray")],
)
def test_recipe(tmp_path, recipe, engine):
    if find_spec(engine) is None:
        pytest.skip(f"{engine} is not installed")
    pages = pa.table({"url": list(HTML), "html": list(HTML.values())})
    (tmp_path / "pages").mkdir()
    pq.write_table(pages.slice(0, 8), tmp_path / "pages" / "0.parquet")
    pq.write_table(pages.slice(8), tmp_path / "pages" / "1.parquet")
    _run(recipe, tmp_path / "pages", tmp_path / "out")
    assert said(ds.dataset(tmp_path / "out").to_table()) == said(batch.extract_batch(pages))


def test_recipe_datatrove(tmp_path):
    if find_spec("datatrove") is None:
        pytest.skip("datatrove is not installed")
    (tmp_path / "warc").mkdir()
    for number in range(3):
        records = [response(url, html.encode()) for url, html in list(HTML.items())[number * 5 : number * 5 + 5]]
        (tmp_path / "warc" / f"{number}.warc.gz").write_bytes(packed(*records))
    _run("datatrove_step", tmp_path / "warc", tmp_path / "out")
    batch.run(tmp_path / "warc", tmp_path / "expected", engine="loop")
    assert said(ds.dataset(tmp_path / "out").to_table()) == said(ds.dataset(tmp_path / "expected").to_table())


def _run(recipe, *places):
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYSPARK_PYTHON": sys.executable,
        "RAY_USAGE_STATS_ENABLED": "0",
        "DO_NOT_TRACK": "1",
    }
    script = [sys.executable, str(RECIPES / f"{recipe}.py"), *map(str, places)]
    subprocess.run(script, env=environment, check=True, timeout=600)
