"""Write the pages of the reference that are made from the code: run it when a test says that one is not current.

python docs/generate.py
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from newsmodel._formats._schema import schema

REFERENCE = Path(__file__).parent / "reference"


def pages() -> Iterator[tuple[Path, str]]:
    """Yield each generated file with what it should hold."""
    yield REFERENCE / "article.schema.json", json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for path, text in pages():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path)
