"""What stands under a name in the file system, and files that are written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

__all__ = ["TEMPORARY", "is_folder", "is_special", "replacing"]

TEMPORARY = ".newsmodel-"
"""How the names of files begin that are not yet whole; they end in ``.tmp``."""


def is_folder(path: str | os.PathLike[str]) -> bool:
    """Whether there is a folder of this name; False too where nobody may look, or the name cannot be one."""
    mode = _mode(path)
    return mode is not None and stat.S_ISDIR(mode)


def is_special(path: str | os.PathLike[str]) -> bool:
    """Whether what stands there is neither file nor folder: a device, a pipe, a socket."""
    mode = _mode(path)
    return mode is not None and not stat.S_ISDIR(mode) and not stat.S_ISREG(mode)


def _mode(path: str | os.PathLike[str]) -> int | None:
    try:
        return Path(path).stat().st_mode
    except (OSError, ValueError):  # ValueError: a name with a NUL
        return None


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """Open a new file beside `path` that takes its place when all went well, and vanishes when not.

    Links are followed; what is no file (``/dev/stdout``, a pipe) is written as it is. Raises OSError that names `path`.
    """
    if is_special(path):
        with path.open("wb") as file:
            yield file
        return
    real = Path(os.path.realpath(path))
    new = real.parent / f"{TEMPORARY}{os.urandom(8).hex()}.tmp"
    try:
        file = new.open("xb")
    except OSError as e:
        raise OSError(e.errno, e.strerror, str(path)) from e
    with file:
        try:
            yield file
            file.close()
            _take_place(new, real, path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise


def _take_place(new: Path, real: Path, path: Path) -> None:
    try:
        if (mode := _mode(real)) is not None and stat.S_ISREG(mode):
            new.chmod(stat.S_IMODE(mode))
        new.replace(real)
    except OSError as e:
        raise OSError(e.errno, e.strerror, str(path)) from e
