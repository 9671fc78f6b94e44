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
    parts = [HEAD, block("newsmodel", cli)]
    parts += [f"## newsmodel {name}\n\n{block(f'newsmodel {name}', command)}" for name, command in cli.commands.items()]
    return "\n".join(parts)


def block(name: str, command: click.Command) -> str:
    """Return the help of a command as a block of text."""
    with click.Context(command, info_name=name, max_content_width=100, terminal_width=100) as context:
        return f"```text\n$ {name} --help\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
