"""What the docs print of the program is what the program says."""

import re
import runpy
from pathlib import Path

from newsmodel._cli.app import cli

ROOT = Path(__file__).parent.parent


def test_the_command_line_page_is_the_commands_own_help():
    """Run ``python docs/write_cli.py`` when this fails."""
    written = runpy.run_path(str(ROOT / "docs" / "write_cli.py"))
    assert (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8") == written["page"]()


def test_every_command_stands_in_the_docs():
    page = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^## newsmodel (\w+)$", page, re.MULTILINE)) == set(cli.commands)


def test_the_readme_shows_the_figures_of_the_accuracy_page():
    page = (ROOT / "docs" / "explanation" / "accuracy.md").read_text(encoding="utf-8")
    table = re.search(r"^\| reader \|.*?\n\n", page, re.MULTILINE | re.DOTALL).group().strip()
    assert table in (ROOT / "README.md").read_text(encoding="utf-8")
