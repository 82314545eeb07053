"""An entry that was damaged on the disk is left out by whoever reads, and stays in the log untouched."""

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from studyapp.learning.scheduler import Scheduler
from studyapp.learning.study_day import DEFAULT_ROLLOVER
from studyapp.store.diagnosis import diagnose
from studyapp.store.entry_form import ANSWERS, FORMS
from studyapp.store.event import RETRACT
from studyapp.store.fold_settings import setting_item
from studyapp.store.folds import all_folds
from studyapp.store.history_rows import histories
from studyapp.store.ledger import Ledger
from studyapp.store.profile import Profile, look_again, open_profile
from studyapp.store.readings import reading_days
from studyapp.store.trouble import ProfileError
from tests.tools.clock import Clock
from tests.tools.histories import card, derived, live

_COLUMNS = ("payload", "payload", "payload", "at_utc", "offset_minutes", "rollover_hour", "item")


def spoil(log: Ledger, dice: random.Random, share: float) -> None:
    """Alter entries behind the log's back, as a failing disk does: some bytes of a text, or a number."""
    log._db.execute("DROP TRIGGER events_are_never_altered")
    rows = log.rows("SELECT device, seq, CAST(payload AS BLOB), CAST(item AS BLOB) FROM events")
    for device, seq, payload, item in rows:
        column = dice.choice(_COLUMNS)
        if dice.random() < share:
            text = bytearray(item if column == "item" else payload)
            at = dice.randrange(len(text))
            text[at : at + dice.choice((1, 1, 1, 6))] = dice.choice(
                (b"9", b"{", b"{{{{{{", b'"', b"x", b"\x01")
            )
            value, how = (bytes(text), "CAST(? AS TEXT)") if column in ("item", "payload") else (2**50, "?")
            sql = f"UPDATE events SET {column} = {how} WHERE device = ? AND seq = ?"
            log._db.execute(sql, (value, device, seq))


def rebuilt_over_damage_agrees(folder: Path, seed: int) -> None:
    clock, dice = Clock(), random.Random(seed)
    with open_profile(folder, clock, dice) as profile:
        log = profile.ledger
        live(log, clock, dice, 40)
        before = log.rows("SELECT device, seq FROM events")
        spoil(log, dice, 0.3)
        lost = {(each.device, each.seq) for each in log.unreadable()}
        read = {(each.device, each.seq) for each in log.events(retracted=True)}
        assert lost | read == set(before), f"seed {seed}"
        assert not lost & read, f"seed {seed}"
        log.rebuild()
        kept = derived(log)
        list(histories(log)), reading_days(log)
        for each in {event.item for event in log.events(retracted=True)}:
            log.retract(log.record("bookmark", each, 1, {"on": True}))
        again = derived(log)
        assert again | {"retracted": []} == kept | {"retracted": []}, f"seed {seed}"
        assert {each.seq for each in diagnose(profile.places.database).unreadable} == {seq for _, seq in lost}


def test_what_is_worked_out_anew_over_damage_is_what_the_readable_entries_say(tmp_path: Path) -> None:
    rebuilt_over_damage_agrees(tmp_path, 1)


@pytest.mark.prove
def test_the_same_over_many_random_damages(tmp_path: Path) -> None:
    for seed in range(100):
        rebuilt_over_damage_agrees(tmp_path / str(seed), seed)


def test_every_kind_that_anything_is_derived_from_has_a_form() -> None:
    kinds = {kind for fold in all_folds(Scheduler()) for kind in fold.kinds}
    assert kinds | {RETRACT, *ANSWERS} <= set(FORMS)


def test_letters_that_are_none_in_a_name_do_not_stop_the_diagnosis(opened: Callable[..., Profile]) -> None:
    with opened() as profile:
        profile.ledger.record("review", card("a"), 1, {"rating": 3})
        profile.ledger.record("note", card("b"), 1, {"text": "mine"})
        profile.ledger._db.execute("DROP TRIGGER events_are_never_altered")
        profile.ledger._db.execute("UPDATE events SET item = CAST(x'702F632FFF' AS TEXT) WHERE seq = 1")
        profile.ledger._db.execute("REINDEX")
    [entry] = diagnose(profile.places.database).unreadable
    assert (entry.seq, entry.item) == (1, "p/c/\ufffd")


@pytest.mark.parametrize("letter", [b"{", b"\xff"])
def test_a_damaged_setting_is_passed_over_until_a_rebuild_mends_it(
    opened: Callable[..., Profile], profile: Path, letter: bytes
) -> None:
    with opened() as made:
        made.ledger.record("setting", setting_item("rollover_hour"), 1, {"value": 3})
        made.ledger._db.execute("UPDATE setting SET value = CAST(? AS TEXT)", (letter,))
    log = opened().ledger
    assert log.rollover_hour == DEFAULT_ROLLOVER
    log.rebuild()
    assert log.rollover_hour == 3


@pytest.mark.parametrize(
    ("name", "damaged"), [(b"difficulty", b"difficultx"), (b"card_memory", b"card_memor\xff")]
)
def test_a_database_whose_tables_were_damaged_is_put_aside(
    opened: Callable[..., Profile], clock: Clock, profile: Path, name: bytes, damaged: bytes
) -> None:
    opened().close()
    content = (profile / "progress.db").read_bytes()
    (profile / "progress.db").write_bytes(content.replace(name, damaged))
    assert diagnose(profile / "progress.db").pages != "ok"
    with suppress(ProfileError):
        opened().close()
        look_again(profile, clock)
    assert (profile / "damaged.json").exists()


def test_a_damaged_entry_is_no_place_for_one_of_another_device(log: Ledger) -> None:
    entry = log.record("note", card("a"), 1, {"text": "mine"})
    log._db.execute("DROP TRIGGER events_are_never_altered")
    log._db.execute("UPDATE events SET payload = '{'")
    merged = log.merge([entry])
    assert (merged.added, merged.clashes) == (0, (entry,))
