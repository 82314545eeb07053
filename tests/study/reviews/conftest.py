"""A flashcard desk over the pack to drill; it can be opened again as a start of the program does."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.store.profile import Profile, open_profile
from studyapp.study.review_desk import ReviewDesk
from studyapp.study.settings_desk import SettingsDesk
from tests.study.reviews.drilling import Opened
from tests.tools.clock import Clock
from tests.tools.drill_pack import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "pack")


@pytest.fixture
def reopen(profile: Path, shelf: Shelf, clock: Clock) -> Iterator[Opened]:
    """Opens the desk as a start of the program does; what was open before is closed."""
    opened: list[Profile] = []

    def start() -> ReviewDesk:
        for each in opened:
            each.close()
        opened.append(open_profile(profile, clock, random.Random(3)))
        ledger = opened[-1].ledger
        return ReviewDesk(shelf, ledger, ledger.scheduler, SettingsDesk(ledger))

    yield start
    for each in opened:
        each.close()


@pytest.fixture
def desk(reopen: Opened) -> ReviewDesk:
    return reopen()
