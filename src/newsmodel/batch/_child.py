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
from importlib import import_module
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

    serve = _ready(requests.get(), answer)
    while True:
        try:
            serve(requests.get())
        except MemoryError:
            answer("memory")


def _ready(first: Any, answer: Any) -> Any:
    """Import what the work needs and return the function that does it."""
    if isinstance(first, Exception):
        answer("raised", first)
        sys.exit(1)
    module = import_module("newsmodel.batch._parts" if first.folder else "newsmodel.batch._guard")
    serve = module.server(first, answer)
    answer("ready")
    return serve


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


if __name__ == "__main__":
    main()
