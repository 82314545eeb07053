"""A profile on the disk, opened as the program opens it."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from studyapp.store.ledger import Ledger
from studyapp.store.profile import Profile, open_profile
from tests.tools.clock import Clock


@pytest.fixture
def opened(profile: Path, clock: Clock) -> Iterator[Callable[..., Profile]]:
    """Opens the profile; what is still open at the end is closed."""
    made: list[Profile] = []

    def open_it(folder: Path = profile, seed: int = 7, *, read_only: bool = False) -> Profile:
        made.append(open_profile(folder, clock, random.Random(seed), read_only=read_only))
        return made[-1]

    yield open_it
    for each in made:
        each.close()


@pytest.fixture
def log(opened: Callable[..., Profile]) -> Ledger:
    """The ledger of an empty profile."""
    return opened().ledger
