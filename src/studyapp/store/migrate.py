"""The ladder of numbered scripts that a progress database climbs, one transaction a step."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from studyapp.store.database import APPLICATION_ID, Transaction

SCRIPTS: Final = Path(__file__).parent / "migrations"
_NAME = re.compile(r"(\d{4})_\w+\.sql")


@dataclass(frozen=True, slots=True)
class Step:
    """One script and the version that it leads to."""

    version: int
    path: Path

    def statements(self) -> Iterator[str]:
        """The script's statements one by one; ``executescript`` would commit behind our back."""
        pending = ""
        for line in self.path.read_text("utf-8").splitlines(keepends=True):
            pending += line
            if sqlite3.complete_statement(pending):
                yield pending
                pending = ""
        if re.sub(r"--.*", "", pending).strip():
            raise ValueError(f"{self.path.name} does not end with a complete statement")


def ladder(scripts: Path = SCRIPTS) -> tuple[Step, ...]:
    """All steps in order. Raises ValueError when a number is missing or given twice."""
    found = ((_NAME.fullmatch(path.name), path) for path in scripts.iterdir())
    steps = tuple(sorted((int(m[1]), path) for m, path in found if m))
    if [version for version, _ in steps] != list(range(1, len(steps) + 1)):
        raise ValueError(f"migrations are not numbered without gaps: {[path.name for _, path in steps]}")
    return tuple(Step(version, path) for version, path in steps)


def version_of(db: sqlite3.Connection) -> int:
    """The number of the last step that the database has climbed; 0 when it is new."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def climb(
    db: sqlite3.Connection, steps: tuple[Step, ...], before: Callable[[int], object] | None = None
) -> None:
    """Take every step that is still to take; ``before`` is told the version from which each one leads on.

    A step that fails leaves the database as it was before it.
    """
    for step in steps[version_of(db) :]:
        if before:
            before(step.version - 1)
        with Transaction(db):
            for statement in step.statements():
                db.execute(statement)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {step.version}")
