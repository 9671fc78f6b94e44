"""The engine ``ray`` gives the rows of the loop, also when a machine goes away. Needs Ray; skipped where it is absent.

pip install "newsmodel[ray]" && pytest tests/batch/test_ray.py
"""

import os
import sys
from types import SimpleNamespace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newsmodel import NewsmodelError, batch

from . import hooks
from .archives import write_pages
from .test_run import places, rows

NAMES = [str(i) for i in range(60)]


def test_without_ray_the_engine_is_refused_clearly(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "ray", None)
    archive = write_pages(tmp_path / "a.warc.gz", ["0"])
    with pytest.raises(NewsmodelError, match=r"newsmodel\[ray\]"):
        batch.run(archive, tmp_path / "out", engine="ray")


class Crashed(Exception):  # noqa: N818
    """A machine went away too often."""


class Wrapped(Exception):  # noqa: N818
    """A task raised."""

    def __init__(self, cause):
        super().__init__(cause)
        self.cause = cause

    def as_instanceof_cause(self):
        return self.cause


class StandIn:
    """As much of Ray as the engine uses, in this process: tasks run when they are asked for."""

    exceptions = SimpleNamespace(WorkerCrashedError=Crashed, NodeDiedError=Crashed, RayTaskError=Wrapped)

    def __init__(self, fate):
        self.fate, self.began, self.ended = fate, [], 0

    def is_initialized(self):
        return False

    def init(self, **options):
        self.options = options

    def shutdown(self):
        self.ended += 1

    def cluster_resources(self):
        return {"CPU": 1.0}

    def put(self, value):
        return value

    def remote(self, **options):
        assert 0 < options["max_retries"] < 10
        return lambda function: SimpleNamespace(remote=lambda part, job: self._begin(function, part, job))

    def _begin(self, function, part, job):
        self.began.append((function, part, job))
        return len(self.began) - 1

    def wait(self, references, timeout):
        return references[:1], references[1:]

    def get(self, reference):
        function, part, job = self.began[reference]
        return self.fate(part, job) if self.fate else function(part, job)


@pytest.mark.parametrize(
    ("fate", "lost", "raised"),
    [
        (None, 0, None),
        (lambda part, job: (_ for _ in ()).throw(Crashed()), 2, None),
        (lambda part, job: (_ for _ in ()).throw(Wrapped(OSError("disk full"))), 0, "disk full"),
    ],
)
def test_the_engine_asks_ray_for_parts_and_takes_what_comes(tmp_path, monkeypatch, fate, lost, raised):
    ray = StandIn(fate)
    monkeypatch.setitem(sys.modules, "ray", ray)
    archive = write_pages(tmp_path / "a.warc.gz", ["0", "1", "2"])
    options = {"engine": "ray", "address": "ray://head", "extract": hooks.light, "part_pages": 2}
    if raised:
        with pytest.raises(NewsmodelError, match=raised):
            batch.run(archive, tmp_path / "out", **options)
    else:
        summary = batch.run(archive, tmp_path / "out", **options)
        assert len(summary.lost) == lost
        assert ("parts lost" in str(summary)) == bool(lost)
        assert summary.articles == (0 if lost else 3)
    assert ray.ended == 1
    assert ray.options["address"] == "ray://head"


@pytest.fixture(scope="module")
def cluster():
    """Start a cluster of two machines, as far as Ray is concerned, with one processor each."""
    ray = pytest.importorskip("ray")
    cluster_utils = pytest.importorskip("ray.cluster_utils")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        cluster = cluster_utils.Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
        cluster.second = cluster.add_node(num_cpus=1)
        cluster.wait_for_nodes()
        ray.init(address=cluster.address, log_to_driver=False)
        yield cluster
        ray.shutdown()
        cluster.shutdown()


pytestmark = pytest.mark.filterwarnings("ignore")  # Ray's own


def test_a_page_that_kills_never_reaches_ray(tmp_path, cluster):
    archive = write_pages(tmp_path / "a.warc.gz", ["0", "kills", "2", "raises", "4"])
    summary = batch.run(archive, tmp_path / "out", engine="ray", extract=hooks.poisonous, part_pages=3)
    assert places(tmp_path / "out") == {"0": None, "kills": "crash", "2": None, "raises": "LookupError", "4": None}
    assert summary.errors == {"crash": 1, "LookupError": 1}


def test_ray_data_calls_extract_batch_with_a_guard(tmp_path, cluster):
    ray = pytest.importorskip("ray")
    names = ["0", "kills", "2", "3"]
    pages = pa.table({"url": [f"https://a.test/{n}" for n in names], "html": [f"<p>Page {n}" for n in names]})
    pq.write_table(pages, tmp_path / "pages.parquet")
    ray.data.read_parquet(str(tmp_path / "pages.parquet")).map_batches(
        Extractor, batch_format="pyarrow", batch_size=2, concurrency=1, max_restarts=2, max_task_retries=2
    ).write_parquet(str(tmp_path / "out"))
    assert {row["url"].rpartition("/")[2]: row["error"] for row in pq.read_table(tmp_path / "out").to_pylist()} == {
        "0": None, "kills": "crash", "2": None, "3": None
    }  # fmt: skip


class Extractor:
    """A Ray actor that has a guard."""

    def __init__(self):
        self.guard = batch.Guard(extract=hooks.poisonous)

    def __call__(self, pages):
        return batch.extract_batch(pages, guard=self.guard)


def test_a_machine_that_goes_away_costs_no_row(tmp_path, cluster):
    archive = write_pages(tmp_path / "a.warc.gz", [*NAMES, "kills"])
    batch.run(archive, tmp_path / "expected", engine="loop", extract=hooks.slow, part_pages=5)

    def remove_one(summary):
        if summary.parts >= 2 and cluster.second is not None:
            cluster.remove_node(cluster.second)
            cluster.second = None

    summary = batch.run(
        archive, tmp_path / "out", engine="ray", extract=hooks.slow, part_pages=5, on_progress=remove_one
    )
    assert cluster.second is None
    assert rows(tmp_path / "out") == rows(tmp_path / "expected")
    assert (summary.pages, summary.lost) == (61, ())
    again = batch.run(archive, tmp_path / "out", engine="ray", extract=hooks.slow, part_pages=5)
    assert (again.pages, again.resumed, again.parts) == (61, 13, 13)
