"""Looks at everything that a fault could hide in, and says what it found as values."""

import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from studyapp import bundle
from studyapp.store.backup import automatic_backups, is_good
from studyapp.store.diagnosis import Diagnosis, diagnose, fault_in, sqlite_version
from studyapp.store.lock import holder
from studyapp.store.places import Places
from studyapp.store.recovery import undecided
from studyapp.study.index_look import IndexLook, IndexState, look_at_index

LIBRARIES: Final = ("PySide6-Essentials", "PyYAML", "Markdown", "nh3", "fsrs", "tantivy", "ftfy")

_DATABASES: Final = frozenset({".db", ".sqlite"})


@dataclass(frozen=True, slots=True)
class Health:
    """What the doctor found.

    ``versions`` and ``paths`` are by name. ``log`` is None when there is no log yet. ``put_aside`` is where a damaged
    log lies about which nothing has been decided; ``vanished`` says that a log was there and is not. ``writer`` is the
    process that holds the profile, if any. ``faulty_caches`` can be deleted without loss; ``faulty_backups`` cannot be
    restored. ``index`` is the search index.
    """

    versions: tuple[tuple[str, str], ...]
    paths: tuple[tuple[str, Path], ...]
    log: Diagnosis | None
    put_aside: Path | None
    vanished: bool
    writer: int | None
    backups: int
    faulty_backups: tuple[Path, ...]
    faulty_caches: tuple[tuple[Path, str], ...]
    index: IndexLook

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        lost = self.vanished or self.put_aside is not None or (self.log is not None and not self.log.sound)
        return not (lost or self.faulty_backups or self.faulty_caches or self.index_wrong)

    @property
    def index_wrong(self) -> bool:
        """Whether the index is damaged and no open window may be writing it just now.

        One behind the content is no fault: articles were written since the last search, and the next one reads them.
        """
        return self.index.state is IndexState.DAMAGED and self.writer is None


def examine(folder: Path) -> Health:
    """Look at a learner's folder. Nothing is altered. Raises OSError when it cannot be read."""
    places = Places(folder)
    places.look()
    backups, damage = automatic_backups(places.backups), undecided(places)
    there = places.database.exists()
    return Health(
        versions=tuple(_versions()),
        paths=(
            ("profile", places.folder),
            ("log", places.database),
            ("backups", places.backups),
            ("cache", places.cache),
            ("diary", places.logs),
            ("content", bundle.content_dir()),
            ("resources", bundle.resources_dir()),
        ),
        log=diagnose(places.database) if there else None,
        put_aside=damage.put_aside if damage else None,
        vanished=not there and places.closed_well.exists(),
        writer=holder(places.lock),
        backups=len(backups),
        faulty_backups=tuple(path for path in backups if not is_good(path)),
        faulty_caches=tuple(_faulty_caches(places.cache)),
        index=look_at_index(places),
    )


def _versions() -> Iterator[tuple[str, str]]:
    yield "studyapp", bundle.version()
    yield "Python", platform.python_version()
    yield "system", f"{platform.system()} {platform.release()} {platform.machine()}"
    yield "frozen", "yes" if getattr(sys, "frozen", False) else "no"
    yield "SQLite", sqlite_version()
    for name in LIBRARIES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, ""


def _faulty_caches(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file() and path.suffix in _DATABASES:
            fault = fault_in(path)
            if fault:
                yield path, fault
