"""The desks are put together over one profile and the open packs."""

import random
from pathlib import Path

import pytest

from studyapp.preferences import load_preferences
from studyapp.store.trouble import ProfileError, TroubleKind
from studyapp.study.desks_to_come import open_desks
from tests.tools.clock import Clock


def test_the_bundled_pack_is_open_and_named_ones_are_remembered(
    started: Path, small_pack: Path, clock: Clock
) -> None:
    open_desks(started, [small_pack], clock, random.Random(1)).close()
    assert load_preferences(started).packs == (str(small_pack),)
    again = open_desks(started, [], clock, random.Random(1))
    assert [pack.id for pack in again.library.catalog.packs] == ["product-owner", "small"]
    again.close()


def test_a_profile_that_is_only_read_is_left_as_it_is(started: Path, small_pack: Path, clock: Clock) -> None:
    open_desks(started, [], clock, random.Random(1)).close()
    before = (started / "progress.db").read_bytes()
    open_desks(started, [small_pack], clock, random.Random(1), read_only=True).close()
    assert load_preferences(started).packs == ()
    assert (started / "progress.db").read_bytes() == before


def test_two_cannot_write_one_profile(started: Path, clock: Clock) -> None:
    first = open_desks(started, [], clock, random.Random(1))
    with pytest.raises(ProfileError) as refused:
        open_desks(started, [], clock, random.Random(1))
    first.close()
    assert refused.value.trouble.kind is TroubleKind.IN_USE


def test_every_desk_can_be_gone_to_and_is_always_the_same(started: Path, clock: Clock) -> None:
    desks = open_desks(started, [], clock, random.Random(1))
    for name in (
        "settings",
        "reviews",
        "today",
        "exams",
        "practice",
        "reading",
        "comparisons",
        "search",
        "report",
    ):
        assert getattr(desks, name) is getattr(desks, name)
    desks.close()


def test_closing_twice_does_no_harm(started: Path, clock: Clock) -> None:
    desks = open_desks(started, [], clock, random.Random(1))
    desks.close()
    desks.close()
