"""Write docs/reference/cli.md from the commands' own help: ``python docs/write_cli.py``."""

from pathlib import Path

import click

from newsmodel._cli.app import cli

PAGE = Path(__file__).parent / "reference" / "cli.md"

HEAD = """# The command line

It needs the extra `cli`: `pip install "newsmodel[cli]"`.
JSON and tables go to standard output, talk goes to standard error.
Colour shows only on a terminal, and never where `NO_COLOR` is set.
No command fetches anything.

| exit code | meaning |
| --- | --- |
| 0 | all went well |
| 1 | an input could not be read, or an output not written; the others were done |
| 2 | wrong use: an unknown command or option |
| 130 | stopped by Ctrl-C; what was finished stays |

Completion of commands and options: put `eval "$(_NEWSMODEL_COMPLETE=bash_source newsmodel)"` into `~/.bashrc`
(`zsh_source` and `~/.zshrc` for zsh; `_NEWSMODEL_COMPLETE=fish_source newsmodel | source` for fish).
"""


def page() -> str:
    """Return the page: the help of every command as it is printed at 100 columns."""
    with click.Context(cli, info_name="newsmodel", terminal_width=100, **cli.context_settings) as top:
        parts = [HEAD, block(top)]
        for name, command in cli.commands.items():
            with click.Context(command, info_name=name, parent=top) as context:
                parts.append(f"## newsmodel {name}\n\n{block(context)}")
    return "\n".join(parts)


def block(context: click.Context) -> str:
    """Return the help of a command as a block of text."""
    return f"```text\n$ {context.command_path} --help\n{context.get_help()}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
