"""The ladder of scripts: one transaction a step, a copy beside the database before each, nothing newer is touched."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.store.database import open_writer
from studyapp.store.migrate import SCRIPTS, Step, climb, ladder, version_of
from studyapp.store.profile import Profile, open_profile
from studyapp.store.trouble import ProfileError, TroubleKind
from tests.tools.clock import Clock


def script(folder: Path, name: str, sql: str) -> None:
    (folder / name).write_text(sql, "utf-8")


def longer_ladder(folder: Path, *more: str) -> tuple[Step, ...]:
    for path in SCRIPTS.glob("*.sql"):
        script(folder, path.name, path.read_text("utf-8"))
    for number, sql in enumerate(more, len(ladder()) + 1):
        script(folder, f"{number:04}_more.sql", sql)
    return ladder(folder)


def test_the_ladder_has_no_gap() -> None:
    assert [step.version for step in ladder()] == list(range(1, len(ladder()) + 1))


def test_a_gap_or_a_number_given_twice_is_refused(tmp_path: Path) -> None:
    script(tmp_path, "0001_a.sql", "SELECT 1;")
    script(tmp_path, "0003_c.sql", "SELECT 1;")
    with pytest.raises(ValueError, match="gaps"):
        ladder(tmp_path)


def test_a_new_database_climbs_to_the_top_in_strict_tables(tmp_path: Path) -> None:
    with closing(open_writer(tmp_path / "p.db")) as db:
        climb(db, ladder())
        assert version_of(db) == len(ladder())
        loose = db.execute(
            "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND schema = 'main'"
        )
        assert {name for (name,) in loose} <= {"sqlite_schema", "sqlite_sequence"}


def test_a_step_that_fails_leaves_the_database_as_it_was_before_it(tmp_path: Path) -> None:
    script(tmp_path, "0001_a.sql", "CREATE TABLE a (x) STRICT;".replace("(x)", "(x INTEGER)"))
    script(tmp_path, "0002_b.sql", "CREATE TABLE b (x INTEGER) STRICT;\nINSERT INTO nowhere VALUES (1);\n")
    with closing(open_writer(tmp_path / "p.db")) as db:
        with pytest.raises(sqlite3.OperationalError, match="nowhere"):
            climb(db, ladder(tmp_path))
        assert version_of(db) == 1
        assert [name for (name,) in db.execute("SELECT name FROM sqlite_schema")] == ["a"]


def test_statements_may_hold_semicolons_and_comments(tmp_path: Path) -> None:
    script(
        tmp_path, "0001_a.sql", "-- one; two\nCREATE TABLE a (\n x TEXT DEFAULT ';'\n) STRICT;\n-- the end\n"
    )
    [step] = ladder(tmp_path)
    assert len(list(step.statements())) == 1


def test_a_script_that_breaks_off_is_refused(tmp_path: Path) -> None:
    script(tmp_path, "0001_a.sql", "CREATE TABLE a (x INTEGER)")
    with pytest.raises(ValueError, match="complete"):
        list(ladder(tmp_path)[0].statements())


def test_a_copy_is_laid_beside_the_database_before_each_step(
    opened: Callable[..., Profile], clock: Clock, tmp_path: Path, profile: Path
) -> None:
    with opened() as before:
        before.ledger.record("flag", "p/card/a", 1, {"on": True})  # type: ignore[arg-type]
    steps = longer_ladder(
        tmp_path, "CREATE TABLE one (x INTEGER) STRICT;", "CREATE TABLE two (x INTEGER) STRICT;"
    )
    with open_profile(profile, clock, random.Random(1), steps=steps) as after:
        assert len(list(after.ledger.events())) == 1
    for version in (len(ladder()), len(ladder()) + 1):
        with closing(sqlite3.connect(profile / f"progress.v{version}.db")) as copy:
            assert version_of(copy) == version
            assert copy.execute("SELECT count(*) FROM events").fetchone() == (1,)


def test_a_new_profile_needs_no_copies(opened: Callable[..., Profile], profile: Path) -> None:
    opened()
    assert list(profile.glob("progress.v*.db")) == []


def test_a_failed_step_keeps_the_profile_closed_and_the_log_whole(
    opened: Callable[..., Profile], clock: Clock, tmp_path: Path, profile: Path
) -> None:
    opened().close()
    steps = longer_ladder(tmp_path, "INSERT INTO nowhere VALUES (1);")
    with pytest.raises(ProfileError):
        open_profile(profile, clock, random.Random(1), steps=steps)
    opened()


def test_a_database_from_the_future_is_left_as_it_is(
    opened: Callable[..., Profile], clock: Clock, profile: Path
) -> None:
    opened().close()
    with closing(sqlite3.connect(profile / "progress.db")) as db:
        db.execute("PRAGMA user_version = 999")
    before = (profile / "progress.db").read_bytes()
    for read_only in (False, True):
        with pytest.raises(ProfileError) as caught:
            open_profile(profile, clock, random.Random(1), read_only=read_only)
        assert (caught.value.trouble.kind, caught.value.trouble.version) == (TroubleKind.NEWER, 999)
    assert (profile / "progress.db").read_bytes() == before
