"""What all parts of a job have in common."""

from __future__ import annotations

import pickle
from hashlib import sha256

from attrs import field, frozen

from newsmodel._version import __version__
from newsmodel.batch._outcome import Extract, article_of
from newsmodel.batch._page import Limits
from newsmodel.batch._rows_in import Columns
from newsmodel.errors import NewsmodelError

__all__ = ["Job"]


@frozen(kw_only=True)
class Job:
    """What to do with each page, within which limits, and where to write."""

    extract: Extract = article_of
    seconds: float = 60
    memory: int | None = 2 << 30
    limits: Limits = field(factory=Limits)
    columns: Columns = field(factory=Columns)
    folder: str = ""
    """Where the parts are written."""
    suffix: str = ".parquet"
    """What they are: ``.parquet`` or ``.jsonl``."""

    @property
    def signature(self) -> str:
        """Tells jobs apart whose rows may differ."""
        made = (__version__, _name(self.extract), self.limits, self.columns, self.suffix)
        return sha256(repr(made).encode()).hexdigest()[:10]

    def check(self) -> None:
        """Raise NewsmodelError when another process could not import `extract`."""
        problem = "the function that extracts cannot be imported by other processes"
        hint = "define it at the top of a module of its own, not in the script that runs nor in a function"
        if getattr(self.extract, "__module__", None) == "__main__":
            raise NewsmodelError(problem, hint=hint)
        try:
            pickle.dumps(self.extract)
        except (pickle.PicklingError, AttributeError, TypeError) as e:
            raise NewsmodelError(problem, hint=hint) from e


def _name(function: object) -> str:
    module, name = getattr(function, "__module__", ""), getattr(function, "__qualname__", None)
    return f"{module}:{name}" if name else sha256(pickle.dumps(function)).hexdigest()
