"""The program that a worker process runs: it takes requests from its standard input and answers on its output.

Started as ``python -m newsmodel.batch._child``, a fresh interpreter each time, so that the caller's script needs no
``if __name__ == "__main__"`` and nothing is inherited that a fork would break. It ends when its input ends: a worker
never outlives the process that started it.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any

__all__ = ["main"]


def main() -> None:
    """Answer requests until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    source, sink = _take_streams()
    requests: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_receive, args=(source, requests), daemon=True).start()

    def answer(*reply: object) -> None:
        pickle.dump(reply, sink, pickle.HIGHEST_PROTOCOL)
        sink.flush()

    memory, serve = _ready(requests.get(), answer)
    _limit_memory(memory)
    while True:
        try:
            serve(requests.get())
        except MemoryError:
            answer("memory")


def _ready(first: Any, answer: Any) -> tuple[int | None, Any]:
    """Import what the work needs and return the limit of memory and the function that does the work."""
    if isinstance(first, Exception):
        answer("raised", first)
        sys.exit(1)
    module = import_module("newsmodel.batch._parts" if first.folder else "newsmodel.batch._guard")
    ready = first.memory, module.server(first, answer)
    answer("ready")
    return ready


def _take_streams() -> tuple[IO[bytes], IO[bytes]]:
    """Keep the pipes for requests and answers, so that a print of somebody's code does not go into them."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return source, sink


def _receive(source: IO[bytes], requests: SimpleQueue[Any]) -> None:
    """Take requests as they come; end the process at once when there will be no more."""
    while True:
        try:
            requests.put(pickle.load(source))  # noqa: S301 - from the process that started this one
        except EOFError:
            os._exit(0)
        except Exception as e:  # noqa: BLE001 - a function that cannot be imported here, say
            requests.put(e)


def _limit_memory(memory: int | None) -> None:
    """Allow so many bytes of address space above what is taken now, where the system can (Linux)."""
    if memory is None:
        return
    with suppress(ImportError, OSError, ValueError, OverflowError):
        import resource

        taken = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        limit = taken + memory
        resource.setrlimit(resource.RLIMIT_AS, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


if __name__ == "__main__":
    main()
