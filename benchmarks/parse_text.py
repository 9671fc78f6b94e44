"""CPU that reading plain text takes: milliseconds per 1,000 words, structure only and with people and quotes.

    python benchmarks/parse_text.py [--times 20] [FILE ...]

Without files the articles of ``examples/`` are read, and one of them at ten and a hundred times its length: the figures
of long and short texts are alike because reading is linear. What is loaded on the first call is not counted.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from newsmodel import parse_text

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def texts(files: list[Path]) -> dict[str, list[str]]:
    """Return the texts to read, by what they are."""
    if files:
        return {"files": [file.read_text(encoding="utf-8") for file in files]}
    article = (EXAMPLES / "harbour-strike.txt").read_text(encoding="utf-8")
    short = [file.read_text(encoding="utf-8") for file in sorted((EXAMPLES / "articles").glob("*.txt"))]
    return {"thirty short articles": short, "an article": [article], "x 10": [article * 10], "x 100": [article * 100]}


def cost(read: Callable[[str], object], group: list[str], times: int) -> float:
    """Return milliseconds of CPU per 1,000 words."""
    words = sum(len(text.split()) for text in group)
    times = max(1, times * 1000 // max(words, 1000))
    for text in group:
        read(text)
    start = time.process_time()
    for _ in range(times):
        for text in group:
            read(text)
    return (time.process_time() - start) / times * 1e6 / words


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--times", type=int, default=20)
    given = options.parse_args()
    print(f"{'ms CPU per 1,000 words':24} {'structure':>10} {'annotated':>10}")
    for name, group in texts(given.files).items():
        structure = cost(lambda text: parse_text(text, annotate=False), group, given.times)
        whole = cost(parse_text, group, max(1, given.times // 5))
        print(f"{name:24} {structure:10.2f} {whole:10.2f}")


if __name__ == "__main__":
    main()
