"""A desk to sit exams at, on a small pack and a real log."""

import random
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from studyapp.catalog.catalog import Catalog
from studyapp.store.database import open_writer
from studyapp.store.ledger import Ledger
from studyapp.store.migrate import climb, ladder
from studyapp.study.exam_desk import ExamDesk
from tests.study.exam_pack import open_pack, write_pack
from tests.tools.clock import Clock


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The catalog of the exam pack."""
    return open_pack(write_pack(tmp_path_factory.mktemp("packs") / "p"))


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """An empty log."""
    connection = open_writer(tmp_path / "progress.db")
    climb(connection, ladder())
    yield connection
    connection.close()


@pytest.fixture
def start(catalog: Catalog, db: sqlite3.Connection, clock: Clock) -> Callable[[], ExamDesk]:
    """Starts the program anew on the same profile."""

    def started() -> ExamDesk:
        ledger = Ledger(db, "device", clock)
        return ExamDesk(SimpleNamespace(catalog=catalog), ledger, clock, random.Random(7))

    return started


@pytest.fixture
def desk(start: Callable[[], ExamDesk]) -> ExamDesk:
    """The desk for exams."""
    return start()
