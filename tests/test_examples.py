"""The examples run, and print what a reader would expect of them."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(script, *args, cwd):
    said = subprocess.run(
        [sys.executable, "-W", "error", str(ROOT / "examples" / script), *map(str, args)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        check=False,
    )
    assert said.returncode == 0, said.stderr
    return said.stdout


def test_the_journalist_learns_who_is_quoted(tmp_path):
    said = run("who_is_quoted.py", cwd=tmp_path)
    assert said.startswith("30 articles")
    assert "Oskar Lindqvist" in said
    assert "Farah Nasser" in said


def test_the_researcher_gets_parquet_and_pairs(tmp_path):
    pytest.importorskip("pyarrow")
    said = run("corpus_to_parquet.py", ROOT / "examples" / "articles", tmp_path / "c.parquet", cwd=tmp_path)
    assert said.startswith("30 articles")
    assert {p.name for p in tmp_path.iterdir()} == {"c.parquet", "c.jsonl"}
    assert "Farah Nasser + Oskar Lindqvist" in said


def test_the_developers_property_tests_pass(tmp_path):
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        str(ROOT / "examples" / "test_my_scraper.py"),
    ]
    said = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert "3 passed" in said.stdout, said.stdout
