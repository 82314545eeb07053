"""What a pack says of itself."""

from dataclasses import dataclass
from pathlib import Path

from studyapp.catalog.pack import Topic
from studyapp.catalog.slug import clean, slug_of


@dataclass(frozen=True, slots=True)
class Description:
    """What a pack says of itself. ``plain`` marks a folder without ``pack.yaml``."""

    id: str
    title: str
    language: str
    licence: str
    topics: tuple[Topic, ...]
    plain: bool


def described_by_name(root: Path, plain: bool = True) -> Description:
    """A pack that does not describe itself: its name is its folder's, never its path, also when reached by ``..``."""
    root = root.resolve() if root.name == ".." else root
    name = root.stem if root.suffix.lower() == ".zip" else root.name
    return Description(slug_of(name), clean(name) or "x", "", "", (), plain)
