"""The day at a glance is kept from one evening to the next, and only shown while all of it still holds."""

import json
import random
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from studyapp.learning.next_step import NextStep
from studyapp.learning.rating import Rating
from studyapp.store.places import Places
from studyapp.store.profile import recover
from studyapp.store.trouble import ProfileError, TroubleKind
from studyapp.study.desks_to_come import DesksToCome, lay_desks, open_desks
from studyapp.study.glance import FILE, kept_glance
from tests.tools.clock import Clock
from tests.tools.forecasts import TOLD

Lay = Callable[[], DesksToCome]


@pytest.fixture(autouse=True)
def bundled(small_pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small pack stands for the bundled one."""
    monkeypatch.setattr("studyapp.bundle.content_dir", lambda: small_pack)


@pytest.fixture
def lay(profile: Path, clock: Clock) -> Lay:
    return lambda: lay_desks(profile, [], clock, random.Random(1))


@pytest.fixture
def kept(lay: Lay) -> None:
    """An evening that was closed in good order."""
    desks = lay()
    desks.open()
    desks.close()


def test_the_first_time_nothing_is_foreseen(lay: Lay) -> None:
    desks = lay()
    assert (desks.foreseen, desks.opened) == (False, False)
    desks.close()


def test_the_next_time_the_day_is_known_before_anything_is_opened(kept: None, lay: Lay) -> None:
    desks = lay()
    glance = desks.glance()
    assert (desks.foreseen, desks.opened) == (True, False)
    desks.open()
    assert desks.glance() == glance
    desks.close()


def test_what_is_kept_is_all_that_was_worked_out(profile: Path, lay: Lay, clock: Clock) -> None:
    desks = lay()
    desks.settings.change(exam_date=clock().date() + timedelta(days=23))
    desks.reviews.begin()
    desks.reviews.rate(Rating.GOOD, timedelta(seconds=5))
    seen = desks.glance()
    desks.close()
    again = lay()
    assert again.glance() == seen
    assert (again.glance().days_left, again.glance().next_step) == (23, NextStep.DRILL_DUE)
    again.close()


def test_midnight_makes_it_void_as_the_exam_is_a_day_nearer(kept: None, lay: Lay, clock: Clock) -> None:
    clock.tick(hours=15)
    desks = lay()
    assert not desks.foreseen
    desks.close()


def test_an_answer_given_elsewhere_makes_it_void(kept: None, profile: Path, lay: Lay, clock: Clock) -> None:
    other = open_desks(profile, [], clock, random.Random(2))
    other.reviews.begin()
    other.reviews.rate(Rating.GOOD, timedelta(seconds=5))
    other.close()
    desks = lay()
    assert not desks.foreseen
    desks.close()


def test_another_day_makes_it_void(kept: None, lay: Lay, clock: Clock) -> None:
    clock.tick(hours=20)
    desks = lay()
    assert not desks.foreseen
    desks.close()


def test_another_pack_makes_it_void(kept: None, profile: Path, clock: Clock, tmp_path: Path) -> None:
    desks = lay_desks(profile, [tmp_path / "more"], clock, random.Random(1))
    assert not desks.foreseen
    desks.close()


def test_another_version_makes_it_void(kept: None, lay: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studyapp.bundle.version", lambda: "99")
    desks = lay()
    assert not desks.foreseen
    desks.close()


def test_a_write_ahead_log_left_behind_makes_it_void(kept: None, profile: Path, lay: Lay) -> None:
    (profile / "progress.db-wal").write_bytes(b"x")
    desks = lay()
    assert not desks.foreseen
    (profile / "progress.db-wal").unlink()
    desks.close()


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", '{"form": 1}', '{"glance": 3, "until": 9e99}'])
def test_damage_makes_it_void(damage: str, kept: None, profile: Path, lay: Lay) -> None:
    (Places(profile).cache / FILE).write_text(damage, encoding="utf-8")
    desks = lay()
    assert not desks.foreseen
    desks.close()


def test_what_a_damaged_row_says_is_not_shown(
    kept: None, profile: Path, clock: Clock, small_pack: Path
) -> None:
    file = Places(profile).cache / FILE
    file.write_text(file.read_text(encoding="utf-8").replace('"minutes"', '"hours"'), encoding="utf-8")
    assert kept_glance(Places(profile), [small_pack], clock()) is None


def test_the_lock_is_held_from_the_beginning(lay: Lay) -> None:
    first = lay()
    with pytest.raises(ProfileError) as refused:
        lay()
    assert refused.value.trouble.kind is TroubleKind.IN_USE
    first.close()
    lay().close()


def test_a_database_that_cannot_be_opened_says_so_when_it_is_needed(
    kept: None, profile: Path, lay: Lay
) -> None:
    (profile / "progress.db").write_bytes(b"no database" * 100)
    desks = lay()
    assert not desks.foreseen
    with pytest.raises(ProfileError):
        desks.open()
    desks.close()
    lay().close()


def test_desks_that_could_not_be_opened_open_once_that_is_decided(
    kept: None, profile: Path, lay: Lay
) -> None:
    (profile / "progress.db").write_bytes(b"no database" * 100)
    desks = lay()
    with pytest.raises(ProfileError):
        desks.open()
    recover(profile, None)
    desks.open()
    assert desks.opened
    desks.close()


def test_a_glance_counts_all_cards_of_the_day(kept: None, lay: Lay) -> None:
    desks = lay()
    assert desks.glance()._replace(due=3, new=2, learning=1).cards == 6
    desks.close()


def test_a_forecast_is_kept_with_the_day(
    kept: None, profile: Path, lay: Lay, small_pack: Path, clock: Clock
) -> None:
    file = Places(profile).cache / FILE
    said = json.loads(file.read_text(encoding="utf-8"))
    said["glance"]["chance"] = TOLD
    file.write_text(json.dumps(said), encoding="utf-8")
    glance = kept_glance(Places(profile), [small_pack], clock())
    assert glance is not None
    assert glance.chance == TOLD
