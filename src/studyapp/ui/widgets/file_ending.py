"""The ending of a file that a learner named."""

from collections.abc import Collection
from pathlib import Path


def with_ending(file: Path, known: Collection[str], usual: str) -> Path:
    """The file itself where its name ends in one of ``known`` in any case, else with ``usual`` put behind its name.

    A day within a name, as in "Paper 23.11", is no ending. Endings are in small letters and begin with their dot.
    """
    return file if file.suffix.lower() in known else file.with_name(file.name + usual)
