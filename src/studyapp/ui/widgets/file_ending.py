"""The name and the ending of a file that a learner saves."""

import re
from collections.abc import Collection
from pathlib import Path

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST = 80


def file_name(title: str, ending: str, nothing: str = "Article") -> str:
    """A title as a file's name that every system takes; ``nothing`` where no letter of it can stay."""
    plain = _FORBIDDEN.sub(" ", title).strip(" .")[:_LONGEST].strip(" .")
    return f"{' '.join(plain.split()) or nothing}{ending}"


def with_ending(file: Path, known: Collection[str], usual: str) -> Path:
    """The file itself where its name ends in one of ``known`` in any case, else with ``usual`` put behind its name.

    A day within a name, as in "Paper 23.11", is no ending. Endings are in small letters and begin with their dot.
    """
    return file if file.suffix.lower() in known else file.with_name(file.name + usual)
