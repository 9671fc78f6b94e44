"""How many quotes of the texts in ``tests/quotes/unseen`` have their speaker: ``python benchmarks/quotes_unseen.py``.

They are articles of our own, written and labelled before the rules saw them. Of the pieces in marks, and of the clauses
of reported speech, it prints the percentages that have the right speaker, and of the pieces those with none or a wrong
one; a clause counts where a quote holds most of its words. `tests/test_quotes_habits.py` holds floors of both.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.test_quotes_habits import REPORTED, SHARES, judged, reported


def main() -> None:
    """Print one line for each set of texts."""
    print("texts        pieces  right  none  wrong  clauses  right")
    for name in SHARES:
        pieces = list(judged(name))
        shares = [100 * pieces.count(kind) / len(pieces) for kind in ("right", "none", "wrong")]
        line = f"{name:12} {len(pieces):6}" + "".join(f"{share:7.1f}" for share in shares)
        clauses = list(reported(name)) if name in REPORTED else []
        print(line + (f"{len(clauses):8} {100 * sum(clauses) / len(clauses):7.1f}" if clauses else ""))


if __name__ == "__main__":
    main()
