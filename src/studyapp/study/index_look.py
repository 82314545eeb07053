"""Looks whether the search index on disk is whole and holds what the open packs say. Nothing is altered."""

import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from studyapp.catalog.load import CACHE_NAME
from studyapp.catalog.search_entries import Searchable
from studyapp.catalog.search_manifest import made_otherwise, read_manifest
from studyapp.ids import PERSONAL
from studyapp.store.places import Places
from studyapp.study.desks_to_come import Packs
from studyapp.study.search_desk import index_folder


class IndexState(StrEnum):
    """What became of the index. ``DAMAGED`` is also one that was never finished."""

    NONE = "none"
    SOUND = "sound"
    DAMAGED = "damaged"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class IndexLook:
    """The index of a profile. ``behind`` of the ``files`` that the packs have are not in it as they are now.

    Cards of the learner's own and notes do not count: they change from day to day, and a search takes them in first.
    """

    folder: Path
    state: IndexState = IndexState.NONE
    behind: int = 0
    files: int = 0


def look_at_index(places: Places) -> IndexLook:
    """Compare the index with the packs that the profile opens, which are read in a copy of the cache."""
    folder = index_folder(places.cache)
    if not folder.is_dir():
        return IndexLook(folder)
    kept = read_manifest(folder)
    if kept is None and not made_otherwise(folder):
        return IndexLook(folder, IndexState.DAMAGED)
    wanted = _wanted(places)
    packs = {_pack(file) for file in wanted}
    held = {file: key for file, key in _by_content(kept or {}).items() if _pack(file) in packs}
    behind = sum(held.get(file) != wanted.get(file) for file in {*held, *wanted})
    return IndexLook(folder, IndexState.BEHIND if behind else IndexState.SOUND, behind, len(wanted))


def _wanted(places: Places) -> dict[str, str]:
    with TemporaryDirectory(prefix="studyapp-doctor-") as copy:
        with suppress(OSError):  # without it the packs are read anew, which only takes longer
            shutil.copy(places.cache / CACHE_NAME, copy)
        library = Packs(places.folder, ()).opened(Path(copy), remembered=False)
        try:
            return _by_content(Searchable(library.catalog).files())
        finally:
            library.close()


def _by_content(files: Mapping[str, str]) -> dict[str, str]:
    """The key of each file's content alone, without that of the questions that were used up."""
    return {file: key.partition(" ")[0] for file, key in files.items() if _pack(file) not in ("", PERSONAL)}


def _pack(file: str) -> str:
    pack, stroke, _ = file.partition("\n")
    return pack if stroke else ""  # the notes
