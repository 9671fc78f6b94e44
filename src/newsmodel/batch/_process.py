"""A worker process, seen from the process that uses it: ask, wait so long and no longer, and tell why it died."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import time
from threading import Event, Thread
from types import TracebackType
from typing import IO, Any, Self, cast

__all__ = ["Died", "Process"]

_START = 300.0  # seconds that a worker may take to import what it needs, on a machine that is very busy
_LOOK = 0.2  # seconds between two looks at the clock


class Died(Exception):  # noqa: N818 - caught where it is raised for; it never leaves the package
    """A worker process is gone; carries the kind and the sentence of a Failure."""

    def __init__(self, error: str, message: str) -> None:
        super().__init__(message)
        self.error = error
        self.message = message


class Process:
    """A fresh Python process that answers one request at a time. Not safe to use from several threads at once."""

    def __init__(self, job: object) -> None:
        """Start it; `job` is its first request, which it answers when it is ready."""
        self._deadline: float | None = None
        self._seconds = 0.0
        self._late = False
        self._closed = Event()
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(p or os.getcwd() for p in sys.path)}  # noqa: PTH109
        self._process = subprocess.Popen(
            [sys.executable, "-m", "newsmodel.batch._child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
        )
        self._requests = cast(IO[bytes], self._process.stdin)
        self._answers = cast(IO[bytes], self._process.stdout)
        Thread(target=self._watch, daemon=True).start()
        self.send(job)
        self.receive(_START)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    def send(self, request: object) -> None:
        """Send a request; raise Died when nobody is there to take it."""
        try:
            pickle.dump(request, self._requests, pickle.HIGHEST_PROTOCOL)
            self._requests.flush()
        except (BrokenPipeError, ValueError) as e:
            raise self._death() from e

    def receive(self, seconds: float) -> tuple[Any, ...]:
        """Return the next answer; raise Died when none comes within so many seconds, and what the work raised."""
        self._seconds = seconds
        self._deadline = time.monotonic() + seconds
        try:
            answer: tuple[Any, ...] = pickle.load(self._answers)  # noqa: S301 - our own program
        except (EOFError, pickle.UnpicklingError, ValueError, OSError) as e:
            raise self._death() from e
        finally:
            self._deadline = None
        if answer[0] == "raised":
            raise answer[1]
        return answer

    def kill(self) -> None:
        """End it at once."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    def close(self) -> None:
        """End it and wait until it is gone."""
        self._closed.set()
        self.kill()
        self._process.wait()
        for pipe in (self._requests, self._answers):
            with contextlib.suppress(BrokenPipeError):
                pipe.close()

    def _watch(self) -> None:
        while not self._closed.wait(_LOOK):
            deadline = self._deadline
            if deadline is not None and time.monotonic() > deadline:
                self._late = True
                self.kill()
                return

    def _death(self) -> Died:
        """Return why it died."""
        self.kill()
        code = self._process.wait()
        self.close()
        if self._late:
            return Died("timeout", f"there was no result after {self._seconds:g} seconds")
        if code == -signal.SIGKILL:
            return Died("crash", "the process was killed (SIGKILL), as systems do that run out of memory")
        if code < 0:
            return Died("crash", f"the process died of {signal.Signals(-code).name}")
        return Died("crash", f"the process ended with code {code}")
