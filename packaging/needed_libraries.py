"""Which libraries a bundle holds: what the program reaches, whatever else the building system happens to have."""

import re
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

LEFT_TO_THE_SYSTEM = re.compile(r"lib(cups|wayland)")
"""Printing and Wayland speak to the system's own services; the Debian package recommends these libraries."""

Entry = tuple[str, str, str]
"""Where a file goes, where it is now, and PyInstaller's word for its kind."""


def reached(entries: Iterable[Entry], needs: Callable[[str], Iterable[str]]) -> list[Entry]:
    """The entries without the system libraries that nothing kept is linked to; ``needs`` names those of a file.

    System libraries lie at the top of the bundle. What lies in folders, links, and Python itself are kept anyway.
    """
    there = [entry for entry in entries if not (_of_the_system(entry) and LEFT_TO_THE_SYSTEM.match(entry[0]))]
    libraries = {entry[0]: entry for entry in there if _of_the_system(entry)}
    todo = [entry for entry in there if not _of_the_system(entry)]
    found: set[str] = set()
    while todo:
        _, place, kind = todo.pop()
        more = () if kind == "SYMLINK" else {PurePosixPath(name).name for name in needs(place)} - found
        todo += [libraries[name] for name in more if name in libraries]
        found.update(more)
    return [entry for entry in there if not _of_the_system(entry) or entry[0] in found]


def _of_the_system(entry: Entry) -> bool:
    target, _, kind = entry
    return kind == "BINARY" and "/" not in target and not target.startswith("libpython")
