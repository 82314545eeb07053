"""A pack: one folder or archive of content, with its topics."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of articles. ``name`` is its folder, ``title`` what a reader sees."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Pack:
    """What ``pack.yaml`` says, or what a plain folder of Markdown amounts to. ``topics`` stand in reading order."""

    id: str
    title: str
    root: Path
    language: str
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class PackCounts:
    """How many items of each kind a pack holds."""

    articles: int
    cards: int
    questions: int
    comparisons: int
    terms: int
