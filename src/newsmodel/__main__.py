"""``python -m newsmodel`` is the command line."""

from newsmodel._cli import main

main()
