"""The program of a worker process, looked at from inside."""

import io
import os
import pickle
import signal
import sys
from queue import SimpleQueue

import pytest

from newsmodel.batch import Page, _child, _memory
from newsmodel.batch._job import Job
from newsmodel.batch._process import Died, Process
from newsmodel.batch._sources import parts

from . import hooks
from .archives import write_pages


def answers(sink):
    """Return what a worker said."""
    sink.seek(0)
    found = []
    while sink.tell() < len(sink.getvalue()):
        found.append(pickle.load(sink))  # noqa: S301
    return found


@pytest.fixture
def talk(monkeypatch):
    """Return a function that gives a worker requests and returns its answers; the last request ends it."""

    def talk(*requests):
        sink = io.BytesIO()
        monkeypatch.setattr(signal, "signal", lambda *a: None)
        monkeypatch.setattr(_child, "_take_streams", lambda: (io.BytesIO(), sink))
        monkeypatch.setattr(_memory, "_lower_to", lambda more: None)
        monkeypatch.setattr(_child, "_receive", lambda source, queue: [queue.put(r) for r in (*requests, None)])
        with pytest.raises((AttributeError, TypeError)):  # None is no request
            _child.main()
        return answers(sink)

    return talk


def test_a_guard_s_process_answers_with_rows(talk):
    ready, row = talk(Job(extract=hooks.light), Page("https://a.test", b"Sea"))
    assert ready == ("ready",)
    assert (row[0], row[1]["headline"]) == ("row", "Sea")


def test_a_page_that_needs_too_much_memory_is_told(talk):
    assert talk(Job(extract=_forgetful), Page("https://a.test", b"Sea"))[1] == ("memory",)


def _forgetful(page):
    if page is not None:
        raise MemoryError


def test_a_pool_s_process_tells_of_pages_and_of_the_part(talk, tmp_path):
    (part,) = parts(write_pages(tmp_path / "a.warc.gz", ["0", "1"]), None)
    job = Job(extract=hooks.light, folder=str(tmp_path))
    *said, done = talk(job, (part, False))
    assert said == [("ready",), ("page",), ("page",)]
    assert (done[0], done[1].articles) == ("done", 2)
    failed = talk(Job(extract=hooks.light, folder=str(tmp_path / "gone")), (part, False))[-1]
    assert failed[0] == "failed"
    assert "gone" in failed[1]


def test_requests_come_until_the_input_ends(monkeypatch):
    ended = []

    def end(code):
        ended.append(code)
        raise SystemExit

    monkeypatch.setattr(os, "_exit", end)
    queue = SimpleQueue()
    broken = b"cno_such_module\nname\n."
    with pytest.raises(SystemExit):
        _child._receive(io.BytesIO(pickle.dumps(1) + broken[:-1]), queue)
    assert (queue.get(), type(queue.get())) == (1, ModuleNotFoundError)
    assert ended == [0]


def test_a_job_that_cannot_be_read_is_told(monkeypatch):
    sink = io.BytesIO()
    monkeypatch.setattr(signal, "signal", lambda *a: None)
    monkeypatch.setattr(_child, "_take_streams", lambda: (io.BytesIO(), sink))
    monkeypatch.setattr(_child, "_receive", lambda source, queue: queue.put(ImportError("no hook")))
    with pytest.raises(SystemExit):
        _child.main()
    assert repr(answers(sink)) == "[('raised', ImportError('no hook'))]"


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are Linux's")
def test_memory_is_limited_above_what_is_taken_and_for_the_work_on_a_page_alone(monkeypatch):
    import resource

    limits = []
    monkeypatch.setattr(resource, "setrlimit", lambda kind, limit: limits.append(limit))
    monkeypatch.setattr(resource, "getrlimit", lambda kind: (1 << 44, 1 << 45))
    with _memory.Ceiling(None):
        pass
    with _memory.Ceiling(1 << 44):  # more than it may take already
        pass
    assert limits == []
    with _memory.Ceiling(1 << 30):
        ((soft, hard),) = limits
        assert (1 << 30) < soft < (1 << 44)
        assert hard == 1 << 45
    assert limits[1:] == [(1 << 44, 1 << 45)]


def test_the_pipes_are_kept_from_prints(monkeypatch):
    moved = []
    monkeypatch.setattr(os, "dup2", lambda a, b: moved.append(b))
    source, sink = _child._take_streams()
    source.close()
    sink.close()
    assert moved == [0, 1]


def test_a_process_says_why_it_died():
    job = Job(extract=hooks.poisonous)
    for name, error, words in (("exits hard", "crash", "code 7"), ("hangs", "timeout", "0.5 seconds")):
        with Process(job) as process:
            assert process.pid > 0
            process.send(Page(f"https://a.test/{name}", b"Sea"))
            with pytest.raises(Died) as caught:
                process.receive(0.5 if name == "hangs" else 60)
            assert (caught.value.error, words in caught.value.message) == (error, True)
            with pytest.raises(Died):
                process.send(Page("https://a.test", b"Sea"))
