"""A job gives one row for each page, whatever happens to pages, workers, disks and inputs."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter

import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from newsmodel import NewsmodelError, ParseError, batch, from_arrow, load_all

from . import hooks
from .archives import response, write_pages

NAMES = [str(i) for i in range(12)]


def rows(out):
    """Return the rows of a folder of parts as a multiset of what they say."""
    return Counter(json.dumps(row, sort_keys=True, default=str) for row in ds.dataset(out).to_table().to_pylist())


def places(out):
    """Return url -> error of the rows, each place once."""
    table = ds.dataset(out).to_table(columns=["url", "position", "error"]).to_pylist()
    assert len({row["position"] for row in table}) == len(table)
    return {row["url"].rpartition("/")[2]: row["error"] for row in table}


@pytest.fixture
def archive(tmp_path):
    return write_pages(tmp_path / "news.warc.gz", NAMES)


@pytest.fixture
def expected(tmp_path, archive):
    batch.run(archive, tmp_path / "expected", engine="loop", extract=hooks.light, part_pages=4)
    return rows(tmp_path / "expected")


def test_the_pool_gives_the_rows_of_the_loop(tmp_path, archive, expected):
    seen = []
    summary = batch.run(archive, tmp_path / "out", jobs=2, extract=hooks.light, part_pages=4, on_progress=seen.append)
    assert rows(tmp_path / "out") == expected
    assert (summary.pages, summary.articles, summary.parts, summary.resumed) == (12, 12, 3, 0)
    assert seen[-1] == summary
    assert "12 pages: 12 articles" in str(summary)
    assert summary.pages_per_second > 0


def test_rows_of_a_part_stand_in_the_order_of_the_source_and_become_articles(tmp_path, archive):
    batch.run(archive, tmp_path / "out", jobs=1, part_pages=12)
    (part,) = (tmp_path / "out").iterdir()
    table = pq.read_table(part)
    assert table.schema.equals(batch.ARTICLE_SCHEMA)
    assert table["position"].to_pylist() == list(range(12))
    assert [a.url for a in from_arrow(table)] == [f"https://a.test/{n}" for n in NAMES]
    assert table["retrieved"][0].as_py().isoformat() == "2026-03-01T12:00:00+00:00"
    assert set(table["source"].to_pylist()) == {str(archive)}


@pytest.mark.parametrize(
    ("poison", "error"),
    [("raises", "LookupError"), ("exits", "SystemExit"), ("kills", "crash"), ("aborts", "crash"), ("eats", "memory")],
)
def test_a_poison_page_costs_that_page_only(tmp_path, poison, error):
    archive = write_pages(tmp_path / "a.warc.gz", ["0", "1", poison, "3", "prints", "5"])
    summary = batch.run(archive, tmp_path / "out", jobs=1, extract=hooks.poisonous, part_pages=4, memory=256 << 20)
    assert places(tmp_path / "out") == {"0": None, "1": None, poison: error, "3": None, "prints": None, "5": None}
    assert summary.errors == {error: 1}
    assert summary.articles == 5


@pytest.mark.parametrize("memory", [64 << 20, 180 << 20])
def test_the_limit_of_memory_is_that_of_pages_and_not_of_writing(tmp_path, memory):
    archive = write_pages(tmp_path / "a.warc.gz", ["0", "1", "kills", "3", "prints", "5"])
    batch.run(archive, tmp_path / "out", jobs=1, extract=hooks.poisonous, part_pages=4, memory=memory)
    assert places(tmp_path / "out") == {"0": None, "1": None, "kills": "crash", "3": None, "prints": None, "5": None}


def test_a_page_that_hangs_costs_that_page_only(tmp_path):
    archive = write_pages(tmp_path / "a.warc.gz", ["0", "hangs", "2"])
    guard = batch.Guard(extract=hooks.poisonous, seconds=3)
    with guard:
        found = [guard.row(page) for page in batch.pages(archive)]
    assert [row.get("error") for row in found] == [None, "timeout", None]
    assert found[1]["url"] == "https://a.test/hangs"
    assert "3 seconds" in found[1]["error_message"]


def test_a_worker_that_is_killed_costs_no_page(tmp_path, archive, expected, monkeypatch):
    monkeypatch.setenv("NEWSMODEL_TEST_FLAG", str(tmp_path / "flag"))
    summary = batch.run(archive, tmp_path / "out", jobs=2, extract=hooks.killed_once, part_pages=4)
    assert (tmp_path / "flag").exists()
    assert rows(tmp_path / "out") == expected
    assert summary.errors == {}


def test_a_run_takes_up_what_an_earlier_one_left(tmp_path, archive, expected):
    out = tmp_path / "out"
    batch.run(archive, out, jobs=1, extract=hooks.light, part_pages=4)
    first, *_ = sorted(out.iterdir())
    first.unlink()
    (out / ".newsmodel-0123.tmp").write_bytes(b"half of a part")
    summary = batch.run(archive, out, jobs=1, extract=hooks.light, part_pages=4)
    assert (summary.pages, summary.parts, summary.resumed) == (12, 3, 2)
    assert rows(out) == expected
    assert len(list(out.iterdir())) == 3


def test_a_part_that_is_damaged_is_made_again(tmp_path, archive, expected):
    out = tmp_path / "out"
    batch.run(archive, out, engine="loop", extract=hooks.light, part_pages=4)
    first, *_ = sorted(out.iterdir())
    first.write_bytes(first.read_bytes()[:-20])
    assert batch.run(archive, out, engine="loop", extract=hooks.light, part_pages=4).resumed == 2
    assert rows(out) == expected


def test_parts_of_a_source_that_has_changed_are_replaced(tmp_path, archive):
    out = tmp_path / "out"
    other = write_pages(tmp_path / "other.warc.gz", ["x"])
    batch.run(other, out, engine="loop", extract=hooks.light)
    batch.run(archive, out, engine="loop", extract=hooks.light, part_pages=4)
    write_pages(archive, NAMES[:7])
    batch.run(archive, out, engine="loop", extract=hooks.light, part_pages=4)
    assert sorted(ds.dataset(out).to_table()["url"].to_pylist()) == sorted(
        f"https://a.test/{n}" for n in ["x", *NAMES[:7]]
    )


def test_without_resume_all_is_made_again(tmp_path, archive, expected):
    out = tmp_path / "out"
    batch.run(archive, out, engine="loop", extract=hooks.light, part_pages=4)
    assert batch.run(archive, out, engine="loop", extract=hooks.light, part_pages=4, resume=False).resumed == 0
    assert rows(out) == expected


_SCRIPT = """
import sys
from newsmodel import batch
from tests.batch import hooks
batch.run(sys.argv[1], sys.argv[2], jobs=1, extract=hooks.slow, part_pages=4)
"""


def _until(test, seconds=120):
    end = time.monotonic() + seconds
    while not test():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.05)


@pytest.fixture
def interrupts():
    """Let SIGINT raise KeyboardInterrupt, also where the tests run behind ``&`` and inherit that it is ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interrupts")
@pytest.mark.parametrize(("number", "engine"), [(signal.SIGINT, "pool"), (signal.SIGTERM, "loop")])
def test_a_signal_ends_a_job_when_the_parts_in_work_are_done(tmp_path, archive, expected, number, engine):
    sent = []

    def stop(summary):
        if summary.parts and not sent:
            sent.append(number)
            os.kill(os.getpid(), number)

    out = tmp_path / "out"
    before = signal.getsignal(number)
    summary = batch.run(archive, out, jobs=1, engine=engine, extract=hooks.light, part_pages=2, on_progress=stop)
    assert signal.getsignal(number) is before
    assert summary.stopped
    assert str(summary).count("stopped") == 1
    assert 0 < summary.parts == len(list(out.iterdir())) < 6
    again = batch.run(archive, out, engine="loop", extract=hooks.light, part_pages=2)
    assert (again.resumed, again.parts, again.stopped) == (summary.parts, 6, False)
    assert rows(out) == expected


@pytest.mark.usefixtures("interrupts")
def test_a_second_signal_ends_a_job_at_once_and_leaves_nothing_half_written(tmp_path, archive):
    def stop(summary):
        if summary.pages:
            os.kill(os.getpid(), signal.SIGINT)
            os.kill(os.getpid(), signal.SIGINT)

    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        batch.run(archive, out, jobs=1, extract=hooks.slow, part_pages=4, on_progress=stop)
    assert not [p for p in out.iterdir() if p.suffix != ".parquet"]


@pytest.mark.usefixtures("interrupts")
def test_a_signal_that_is_ignored_stays_ignored(tmp_path, archive, expected):
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def interrupt(summary):
        os.kill(os.getpid(), signal.SIGINT)

    summary = batch.run(
        archive, tmp_path / "out", engine="loop", extract=hooks.light, part_pages=4, on_progress=interrupt
    )
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    assert not summary.stopped
    assert rows(tmp_path / "out") == expected


def test_a_job_that_is_killed_goes_on_later(tmp_path):
    names = [str(i) for i in range(80)]
    archive = write_pages(tmp_path / "a.warc.gz", names)
    out = tmp_path / "out"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, "-c", _SCRIPT, str(archive), str(out)], env=environment) as process:
        _until(lambda: out.exists() and any(p.suffix == ".parquet" for p in out.iterdir()))
        process.kill()
    done = sum(p.suffix == ".parquet" for p in out.iterdir())
    summary = batch.run(archive, out, engine="loop", extract=hooks.slow, part_pages=4)
    assert summary.resumed >= done > 0
    assert places(out) == dict.fromkeys(names)
    assert not [p for p in out.iterdir() if p.suffix != ".parquet"]


@pytest.mark.parametrize(("size", "name"), [(1, "out"), (10_000, "out"), (100, "out.jsonl")])
def test_a_full_disk_ends_the_job_clearly_and_loses_nothing(tmp_path, archive, monkeypatch, size, name):
    monkeypatch.setenv("NEWSMODEL_TEST_SIZE", str(size))
    out = tmp_path / name
    with pytest.raises(NewsmodelError, match=r"cannot write: .*run again when this is mended"):
        batch.run(archive, out, jobs=1, extract=hooks.full_disk, part_pages=4)
    (folder,) = tmp_path.glob("out*")
    assert list(folder.iterdir()) == []
    monkeypatch.setenv("NEWSMODEL_TEST_SIZE", "1000000")
    assert batch.run(archive, out, jobs=1, extract=hooks.full_disk, part_pages=4).articles == 12


def test_a_truncated_archive_gives_its_good_pages_and_names_the_bad_one(tmp_path, archive):
    archive.write_bytes(archive.read_bytes()[:-40])
    summary = batch.run(archive, tmp_path / "out", engine="loop", extract=hooks.light, part_pages=4)
    assert places(tmp_path / "out") == {**dict.fromkeys(NAMES[:-1]), NAMES[-1]: "unreadable"}
    assert summary.errors == {"unreadable": 1}


def test_one_file_holds_the_rows_in_the_order_of_the_sources(tmp_path, archive, expected):
    out = tmp_path / "all.parquet"
    summary = batch.run(archive, out, jobs=2, extract=hooks.light, part_pages=4)
    assert summary.parts == 3
    assert rows(out) == expected
    assert pq.read_table(out)["position"].to_pylist() == list(range(12))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["all.parquet", "expected", "news.warc.gz"]
    assert len(list(load_all(out))) == 12


def test_json_lines_hold_articles_and_errors_in_the_order_of_the_sources(tmp_path):
    archive = write_pages(tmp_path / "a.warc.gz", ["0", "raises", "2", "3", "4"])
    out = tmp_path / "all.jsonl"
    batch.run(archive, out, engine="loop", extract=hooks.poisonous, part_pages=2)
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [line["position"] for line in lines] == [0, 1, 2, 3, 4]
    assert (lines[1]["error"], lines[1]["url"]) == ("LookupError", "https://a.test/raises")
    assert lines[4]["article"]["headline"] == "Page 4 tells of the sea."
    assert [a.url for a in load_all(out)] == [f"https://a.test/{n}" for n in ("0", "2", "3", "4")]


def test_json_lines_are_taken_up_too(tmp_path, archive):
    out = tmp_path / "all.jsonl"
    batch.run(archive, out, engine="loop", extract=hooks.light, part_pages=4)
    whole = out.read_bytes()
    parts = tmp_path / "all.jsonl.parts"
    batch.run(archive, parts, engine="loop", extract=hooks.light)  # what a job leaves that was stopped: other parts
    assert batch.run(archive, out, engine="loop", extract=hooks.light, part_pages=4).pages == 12
    assert out.read_bytes() == whole
    assert not parts.exists()


@pytest.mark.parametrize("engine", ["loop", "pool"])
def test_names_of_sources_cannot_lead_out_of_the_folder(tmp_path, engine):
    folder = tmp_path / "in" / "..hidden" / "a b\n%2e%2e"
    folder.mkdir(parents=True)
    (folder / "..%2f..%2fetc.html").write_text("<p>Sea")
    (folder / "x.warc").write_bytes(response("../../../etc/passwd", b"<p>Land") + response("/etc/shadow\0", b"<p>Sky"))
    out = tmp_path / "deep" / "out"
    summary = batch.run(tmp_path / "in", out, engine=engine, jobs=1, extract=hooks.light)
    assert summary.articles == 3
    assert sorted(p.name for p in tmp_path.iterdir()) == ["deep", "in"]
    assert [p.name for p in (tmp_path / "deep").iterdir()] == ["out"]
    assert len(list(out.iterdir())) == 2


def test_two_sources_that_name_one_file_give_its_rows_once(tmp_path):
    archive = write_pages(tmp_path / "news.warc.gz", NAMES)
    sources = [archive, tmp_path, str(tmp_path / "*.gz")]
    batch.run(sources, tmp_path / "out", engine="loop", extract=hooks.light, part_pages=4)
    assert places(tmp_path / "out") == dict.fromkeys(NAMES)


def test_a_file_that_cannot_be_read_costs_that_file_only(tmp_path, archive):
    (tmp_path / "loop").symlink_to("loop")
    summary = batch.run([tmp_path / "loop", archive], tmp_path / "out", engine="loop", extract=hooks.light)
    assert (summary.articles, summary.errors) == (12, {"unreadable": 1})


def test_an_output_that_cannot_be_made_is_told(tmp_path, archive):
    for out in (archive / "x.jsonl", tmp_path / ("n" * 300), tmp_path / ("n" * 250 + ".jsonl")):
        with pytest.raises(NewsmodelError, match="cannot write: "):
            batch.run(archive, out, engine="loop", extract=hooks.light)


def test_a_link_to_the_output_is_followed_and_stays(tmp_path, archive):
    (tmp_path / "link.jsonl").symlink_to("there.jsonl")
    batch.run(archive, tmp_path / "link.jsonl", engine="loop", extract=hooks.light)
    assert (tmp_path / "link.jsonl").is_symlink()
    assert len(list(load_all(tmp_path / "there.jsonl"))) == 12


def test_what_is_passed_over_is_told(tmp_path):
    (tmp_path / "a.html").touch()
    (tmp_path / "b.pdf").touch()
    summary = batch.run(tmp_path, tmp_path / "out", engine="loop")
    assert "0 articles, passed over: 1 empty, 1 not-html" in str(summary)


def test_a_source_that_is_not_there_is_told_before_any_work(tmp_path, archive):
    with pytest.raises(ParseError, match=r"no such file.*nowhere"):
        batch.run([archive, tmp_path / "nowhere"], tmp_path / "out", engine="loop")
    assert not (tmp_path / "out").exists()


def test_a_function_that_workers_cannot_import_is_refused(tmp_path, archive):
    with pytest.raises(NewsmodelError, match="cannot be imported"):
        batch.run(archive, tmp_path / "out", extract=lambda page: hooks.slow(hooks.light(page)))


def test_an_engine_that_does_not_exist_is_refused(tmp_path, archive):
    with pytest.raises(NewsmodelError, match="no engine 'steam'"):
        batch.run(archive, tmp_path / "out", engine="steam")


def test_a_part_may_be_a_whole_file(tmp_path, archive, expected):
    summary = batch.run(archive, tmp_path / "out", engine="loop", extract=hooks.light, part_pages=None)
    assert summary.parts == 1
    assert rows(tmp_path / "out") == expected
    assert batch.run(archive, tmp_path / "out", engine="loop", extract=hooks.light, part_pages=None).resumed == 1


def test_a_job_runs_in_a_thread_that_gets_no_signals(tmp_path, archive, expected):
    thread = threading.Thread(
        target=batch.run,
        args=(archive, tmp_path / "out"),
        kwargs={"engine": "loop", "extract": hooks.light, "part_pages": 4},
    )
    thread.start()
    thread.join()
    assert rows(tmp_path / "out") == expected


def test_what_the_caller_raises_ends_the_job_and_its_workers(tmp_path, archive):
    def raises(summary):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        batch.run(archive, tmp_path / "out", jobs=1, extract=hooks.slow, part_pages=4, on_progress=raises)
    assert not [p for p in (tmp_path / "out").iterdir() if p.suffix != ".parquet"]


def test_a_worker_that_runs_out_of_memory_beside_the_pages_is_replaced(tmp_path, archive, monkeypatch):
    from newsmodel.batch import _pool

    asked = []

    class Forgetful:
        def __init__(self, job):
            self.pid = 1

        def send(self, request):
            asked.append(request[1])

        def receive(self, seconds):
            return ("memory",) if len(asked) < 3 else ("failed", "no space left")

        def close(self):
            pass

        kill = close

    monkeypatch.setattr(_pool, "Process", Forgetful)
    with pytest.raises(NewsmodelError, match="no space left"):
        batch.run(archive, tmp_path / "out", jobs=1, part_pages=12)
    assert asked == [False, True, True]


def test_a_worker_that_dies_each_time_loses_its_part_and_says_so(tmp_path, archive, monkeypatch):
    from newsmodel.batch import _pool
    from newsmodel.batch._process import Died

    def dies(self, part, guarded, tell):
        raise Died("crash", "struck by lightning")

    monkeypatch.setattr(_pool.Worker, "_ask", dies)
    summary = batch.run(archive, tmp_path / "out", jobs=1, part_pages=12)
    assert summary.articles == 0
    assert summary.lost == (f"{archive} from 0: struck by lightning",)
    monkeypatch.undo()
    assert batch.run(archive, tmp_path / "out", jobs=1, part_pages=12).articles == 12
