"""New cards come as the packs order their topics and articles, or from the weakest area first."""

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from studyapp.catalog.load import load
from studyapp.learning.rating import Rating
from studyapp.store.profile import open_profile
from studyapp.study.books import Books
from studyapp.study.new_order import content_order
from studyapp.study.review_desk import ReviewDesk
from studyapp.study.scope import Scope
from studyapp.study.settings_desk import SettingsDesk
from tests.tools.clock import Clock
from tests.tools.drill_pack import Shelf, card


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "pack")


@pytest.fixture
def desk(profile: Path, shelf: Shelf, clock: Clock) -> Iterator[ReviewDesk]:
    with open_profile(profile, clock, random.Random(3)) as opened:
        yield ReviewDesk(shelf, opened.ledger, opened.ledger.scheduler, SettingsDesk(opened.ledger))


def fresh(desk: ReviewDesk) -> list[str]:
    return [item.rpartition("/")[2] for item in desk._queue(Scope("new")).new]


def test_topics_come_in_the_order_of_the_pack_whatever_the_files_are_called(tmp_path: Path) -> None:
    shelf: Books = Shelf(tmp_path / "pack")
    (tmp_path / "pack/cards/two.yaml").rename(tmp_path / "pack/cards/aaa.yaml")
    catalog, _ = load([tmp_path / "pack"], None, trusted=[tmp_path / "pack"])
    assert next(iter(catalog.cards())) == card("c10")
    order = content_order(catalog.cards(), catalog)
    assert order == content_order(shelf.catalog.cards(), shelf.catalog)
    assert order[:2] == [card("c00"), card("c01")]
    shelf.catalog.close()
    catalog.close()


def test_new_cards_come_in_the_order_of_the_content(desk: ReviewDesk) -> None:
    assert fresh(desk)[:3] == ["c00", "c01", "c02"]


def test_the_weakest_area_comes_first_when_the_learner_wants_that(desk: ReviewDesk) -> None:
    desk._settings.change(weakest_first=True)
    desk.begin(Scope("area", "events"))
    for _ in range(3):
        desk.rate(Rating.EASY, timedelta(seconds=4))
    assert fresh(desk)[:2] == ["c10", "c11"]
    desk._settings.change(weakest_first=False)
    assert fresh(desk)[:2] == ["c03", "c04"]
