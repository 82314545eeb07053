"""What a search index on disk was made from, and sums of its parts: damage is seen before the engine meets it."""

import json
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

FORMAT: Final = 4
"""Rises when what is indexed or how changes."""

MANIFEST: Final = "manifest.json"


def read_manifest(folder: Path) -> dict[str, str] | None:
    """The keys of the files that a whole index holds; None when there is no such index."""
    try:
        kept = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if kept["format"] == FORMAT and kept["parts"] == _parts(folder):
            return dict(kept["files"])
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return None


def made_otherwise(folder: Path) -> bool:
    """Whether another version of this program made the index, whole or not; it is made anew before the next search."""
    try:
        return bool(json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["format"] != FORMAT)
    except (OSError, ValueError, LookupError, TypeError):
        return False


def write_manifest(folder: Path, files: Mapping[str, str]) -> None:
    """Note that the index is whole. Raises OSError."""
    draft = folder.parent / f"{folder.name}.{MANIFEST}"
    document = {"format": FORMAT, "files": dict(files), "parts": _parts(folder)}
    draft.write_text(json.dumps(document), encoding="utf-8")
    draft.replace(folder / MANIFEST)


def _parts(folder: Path) -> dict[str, int]:
    names = (
        path for path in sorted(folder.iterdir()) if path.name != MANIFEST and not path.name.endswith(".lock")
    )
    return {path.name: zlib.crc32(path.read_bytes()) for path in names}
