"""Take the pictures of the docs from the real thing: ``python docs/take_screenshots.py`` (needs chromium).

Writes docs/_static/picture.png (the picture of an example article) and docs/_static/show.svg (the terminal view).
"""

import io
import shutil
import subprocess
import tempfile
from pathlib import Path

from rich.console import Console

import newsmodel
from newsmodel._cli.terminal import show

ROOT = Path(__file__).parent.parent
STATIC = ROOT / "docs" / "_static"
ARTICLE = ROOT / "examples" / "tram-line.html"
SIZE = (1180, 1120)
FLAGS = (
    "headless no-sandbox disable-gpu disable-quic no-first-run disable-background-networking "
    "disable-component-update disable-sync hide-scrollbars"
)


def picture() -> None:
    """Open the picture of the article in Chromium and keep what a reader sees first."""
    chromium = shutil.which("chromium") or "chromium"
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "picture.html"
        page.write_text(newsmodel.parse(ARTICLE).view(), encoding="utf-8")
        flags = [f"--{f}" for f in FLAGS.split()]
        sizes = [f"--window-size={SIZE[0]},{SIZE[1]}", f"--user-data-dir={folder}/profile"]
        target = f"--screenshot={STATIC / 'picture.png'}"
        subprocess.run([chromium, *flags, *sizes, target, page.as_uri()], check=True, capture_output=True)


def terminal() -> None:
    """Record what ``newsmodel show`` prints on a terminal with colour."""
    console = Console(record=True, width=92, file=io.StringIO(), force_terminal=True, highlight=False, emoji=False)
    show(newsmodel.parse(ARTICLE), console)
    console.save_svg(str(STATIC / "show.svg"), title="newsmodel show examples/tram-line.html")


if __name__ == "__main__":
    STATIC.mkdir(exist_ok=True)
    picture()
    terminal()
