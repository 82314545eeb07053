"""Reads a theme file: one colour a line, ``name = "#RRGGBB"``.

A reader of our own for this corner of TOML, because ``tomllib`` takes ten milliseconds to import and every start
reads two colours' worth of it; a test holds the two readers together.
"""

import re
from pathlib import Path

_LINE = re.compile(r'([a-z][a-z-]*) = "(#[0-9A-F]{6})"')


def read_tokens(path: Path) -> dict[str, str]:
    """The colours of a theme file by name. Raises ValueError for a line that is neither colour nor comment."""
    tokens: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            raise ValueError(f"{path.name}:{number}: {line}")
        tokens[found[1]] = found[2]
    return tokens
