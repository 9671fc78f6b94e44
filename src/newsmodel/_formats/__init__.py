"""Articles to documents and back: the table of formats, and `dumps`, `loads`, `dump`, `load`."""

from __future__ import annotations

from newsmodel._formats._files import dump, dump_all, load, load_all
from newsmodel._formats._registry import Codec, Format, dumps, formats, loads, register_format

__all__ = ["Codec", "Format", "dump", "dump_all", "dumps", "formats", "load", "load_all", "loads", "register_format"]
