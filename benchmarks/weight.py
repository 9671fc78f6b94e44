"""What it weighs to install and import: ``python benchmarks/weight.py newsmodel trafilatura newspaper4k``.

Each package gets an environment of its own. Prints distributions, megabytes on disk and CPU milliseconds of the import
over bare Python (median of nine fresh interpreters). ``newsmodel`` stands for this checkout. It needs a package index.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IMPORTS = {
    "newspaper4k": "newspaper",
    "readability-lxml": "readability",
    "resiliparse": "resiliparse.extract.html2text",
    "fundus": "fundus",
    "news-please": "newsplease",
}
BARE = {"pip", "setuptools", "wheel"}


def cpu(command: list[str]) -> float:
    """Return the CPU seconds of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def weigh(package: str) -> str:
    """Return one row of the table for a package."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder) / "bin" / "python")
        source = str(ROOT) if package == "newsmodel" else package
        said = subprocess.run(
            [python, "-m", "pip", "install", "-q", source], capture_output=True, text=True, check=False
        )
        if said.returncode:
            return f"| {package} | install fails | | |"
        site = next(Path(folder).glob("lib/python*/site-packages"))
        dists = [d for d in site.glob("*.dist-info") if d.name.split("-")[0] not in BARE]
        size = sum(
            f.stat().st_size for f in site.rglob("*") if f.is_file() and f.relative_to(site).parts[0] not in BARE
        )
        name = IMPORTS.get(package, package)
        try:
            cpu([python, "-c", f"import {name}"])  # writes the byte code
            runs = [cpu([python, "-c", f"import {name}"]) - cpu([python, "-c", "pass"]) for _ in range(9)]
        except subprocess.CalledProcessError:
            return f"| {package} | {len(dists)} | {size / 1e6:.0f} | import fails |"
        return f"| {package} | {len(dists)} | {size / 1e6:.0f} | {1000 * statistics.median(runs):.0f} |"


def main() -> None:
    """Weigh the packages named on the command line."""
    print("| package | distributions | MB | import, CPU ms |\n| --- | --- | --- | --- |")
    for package in sys.argv[1:] or ["newsmodel"]:
        print(weigh(package), flush=True)


if __name__ == "__main__":
    main()
