"""The disk fails once, at any moment of anything a learner does: it is told plainly, and nothing is lost or half done."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import apsw
import pytest

from studyapp.catalog.question import Pool
from studyapp.learning.rating import Rating
from studyapp.learning.schedule_rules import PARAMETERS
from studyapp.store.database import StorageError
from studyapp.study.desks import Desks
from studyapp.study.library import Library
from studyapp.study.marks_desk import Colour
from studyapp.study.review_desk import Scope
from tests.study.exam_pack import write_pack
from tests.tools.clock import Clock
from tests.tools.frail_log import Failing, Image, frail_desks, frail_disk
from tests.tools.histories import derived
from tests.tools.small_pack import write_small_pack

Flow = Callable[[Desks], object]


def answer(desks: Desks) -> None:
    desks.reviews.rate(Rating.GOOD, timedelta(seconds=5))


def undo(desks: Desks) -> None:
    desks.reviews.undo()


def note(desks: Desks) -> None:
    desks.reviews.note("x" * 6000)


def suspend_all(desks: Desks) -> None:
    desks.box.suspend([row.item for row in desks.box.rows()], on=True)


def exam_answer(desks: Desks) -> None:
    sit_down(desks)
    desks.exams.choose(frozenset({0}))


def hand_in(desks: Desks) -> None:
    sit_down(desks)
    desks.exams.hand_in()


def sit_down(desks: Desks) -> None:
    """Have a paper on the desk."""
    if not desks.exams.running():
        profiles = desks.library.catalog.profiles()
        desks.exams.begin(next(p.id for p in profiles if p.pool is Pool.PRACTICE and p.questions == 5))


def highlight(desks: Desks) -> None:
    article = next(iter(desks.library.catalog.articles()))
    desks.marks.highlight(article, "The lead of an article.", (4, 8), next(iter(Colour)))


def setting(desks: Desks) -> None:
    desks.settings.change(minutes_a_day=25, rollover_hour=5)


def fit(desks: Desks) -> None:
    desks.settings.change(parameters=tuple(value * 1.01 for value in PARAMETERS))


def rebuild(desks: Desks) -> None:
    desks.ledger.rebuild()


def merge(desks: Desks) -> None:
    """What another device wrote is taken in."""
    desks.ledger.merge([replace(event, device="other") for event in desks.ledger.events(kind="review")])


FLOWS = (answer, undo, note, suspend_all, exam_answer, hand_in, highlight, setting, fit, rebuild, merge)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A few cards, and questions for a paper."""
    folder = tmp_path_factory.mktemp("packs")
    packs = write_small_pack(folder / "small"), write_pack(folder / "exam", practice=12)
    made = Library(packs, (), folder / "cache", lambda _: None, own=folder / "own")
    yield made
    made.close()


def lived(library: Library, folder: Path) -> Image:
    """A disk with some answers and an exam under way."""
    disk, clock = frail_disk(), Clock()
    with frail_desks(disk, library, folder, clock) as desks:
        desks.reviews.begin(Scope(ahead=True))
        for _ in range(4):
            clock.tick(minutes=3)
            answer(desks)
        sit_down(desks)
    disk.unregister()
    return {path: file.content for path, file in disk.files.items()}


def fails_once(flow: Flow, library: Library, folder: Path, image: Image, failing: Failing) -> None:
    """A flow during which one operation of the disk fails; then the same again, and a look at what there is."""
    disk, clock = frail_disk(image), Clock()
    clock.tick(hours=1)
    with frail_desks(disk, library, folder, clock) as desks:
        desks.reviews.begin(Scope(ahead=True))
        desks.exams.resume()
        before = names(desks)
        disk.watch = failing
        try:
            flow(desks)
        except StorageError:
            disk.watch = lambda: None
            assert names(desks) == before
            flow(desks)
        disk.watch = lambda: None
        assert_sound(desks, before)
    disk.unregister()


def names(desks: Desks) -> list[str]:
    return [event.name for event in desks.ledger.events(retracted=True)]


def assert_sound(desks: Desks, acknowledged: list[str]) -> None:
    """What was acknowledged is there in its order, what follows from it is right, and the database is whole."""
    known = set(acknowledged)
    assert [name for name in names(desks) if name in known] == acknowledged
    kept = derived(desks.ledger)
    desks.ledger.rebuild()
    assert derived(desks.ledger) == kept
    assert desks.ledger.rows("PRAGMA integrity_check") == [("ok",)]


def stumbles(library: Library, folder: Path, image: Image, dice: random.Random, actions: int) -> int:
    """A learner goes on although one operation of the disk in thirty fails, reading or writing; how often that showed."""
    disk, clock, told = frail_disk(image), Clock(), 0

    def watch() -> None:
        if dice.random() < 0.03:
            raise dice.choice((apsw.FullError, apsw.IOError))

    clock.tick(hours=1)
    with frail_desks(disk, library, folder, clock) as desks:
        acknowledged = names(desks)
        desks.reviews.begin(Scope(ahead=True))
        desks.exams.resume()
        for _ in range(actions):
            clock.tick(minutes=dice.randrange(200))
            disk.watch = disk.watch_reading = watch
            try:
                dice.choice(FLOWS[:-2])(desks)
            except StorageError:
                told += 1
            disk.watch = disk.watch_reading = lambda: None
            known = set(names(desks))
            assert known.issuperset(acknowledged)
            acknowledged = names(desks)
        assert_sound(desks, acknowledged)
    disk.unregister()
    return told


def step_through(flow: Flow, error: type[apsw.Error], library: Library, folder: Path, stride: int) -> int:
    """The operations of a flow, each ``stride``-th of which has failed."""
    image, number = lived(library, folder), 0
    while True:
        failing = Failing(number, error)
        fails_once(flow, library, folder, image, failing)
        if failing.over:
            return failing.seen
        number += stride


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.__name__)
def test_a_disk_that_fails_in_the_middle_of_it_costs_nothing(
    flow: Flow, library: Library, tmp_path: Path
) -> None:
    error = random.Random(flow.__name__).choice((apsw.FullError, apsw.IOError))
    assert step_through(flow, error, library, tmp_path, stride=5) > 3


@pytest.mark.prove
@pytest.mark.parametrize("error", [apsw.FullError, apsw.IOError])
@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.__name__)
def test_a_disk_that_fails_anywhere_in_it_costs_nothing(
    flow: Flow, error: type[apsw.Error], library: Library, tmp_path: Path
) -> None:
    assert step_through(flow, error, library, tmp_path, stride=1) > 3


def test_a_disk_that_stumbles_now_and_then_loses_nothing(library: Library, tmp_path: Path) -> None:
    image = lived(library, tmp_path)
    assert stumbles(library, tmp_path, image, random.Random(3), actions=25) > 0


@pytest.mark.prove
def test_a_disk_that_stumbles_for_weeks_loses_nothing(library: Library, tmp_path: Path) -> None:
    image = lived(library, tmp_path)
    assert (
        sum(stumbles(library, tmp_path, image, random.Random(seed), actions=60) for seed in range(60)) > 300
    )
