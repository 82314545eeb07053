"""Reads a theme file: one colour a line, ``name = "#RRGGBB"``.

A reader of our own for this corner of TOML, because ``tomllib`` takes ten milliseconds to import and every start
reads one such file; a test holds the two readers together.
"""

from pathlib import Path

_HEX = frozenset("0123456789ABCDEF")


def read_tokens(path: Path) -> dict[str, str]:
    """The colours of a theme file by name. Raises ValueError for a line that is neither colour nor comment."""
    tokens: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        name, _, value = line.partition(" = ")
        colour = value[2:-1]
        sound = value == f'"#{colour}"' and len(colour) == 6 and _HEX.issuperset(colour)
        if not sound or not name.replace("-", "").isalpha():
            raise ValueError(f"{path.name}:{number}: {line}")
        tokens[name] = f"#{colour}"
    return tokens
