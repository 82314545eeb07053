"""What is mixed up with what, and where it can be drilled."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from studyapp.ids import ItemId, item_id
from studyapp.store.fold_drill import DRILL
from studyapp.store.fold_practice import PRACTICE
from studyapp.store.ledger import Ledger
from studyapp.study.confusions import thing_name
from studyapp.study.mixed_up import Drill, Lures, mixed_up
from tests.study.comparison_samples import COLUMNS, THREE
from tests.tools.clock import Clock
from tests.tools.many_cards import opened

ARTIFACTS = replace(
    THREE,
    id=ItemId("p/comparison/artifacts"),
    title="Artifacts",
    columns=tuple(replace(c, colour="") for c in COLUMNS),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    profile = opened(tmp_path / "profile", Clock())
    yield profile.ledger
    profile.close()


def take(ledger: Ledger, asked: str, taken: str, times: int = 1) -> None:
    names = {column: thing_name(THREE.id, column) for column in ("owner", "master", "devs")}
    place = {
        "cell": "p/cell/three.focus.owner",
        "right": asked == taken,
        "asked": names[asked],
        "taken": names[taken],
    }
    place |= {"others": sorted(names[c] for c in names if c not in (asked, taken))}
    said = {"rating": 3 if asked == taken else 1, "took_ms": 4000, "places": [place]}
    for _ in range(times):
        ledger.record(DRILL, item_id("p", "drill", "one"), 1, said)


def test_nothing_asked_is_nothing_mixed_up(ledger: Ledger) -> None:
    assert mixed_up([THREE], ledger, {}) == ()


def test_the_pair_mixed_up_most_can_be_drilled_in_a_table_that_has_both(ledger: Ledger) -> None:
    take(ledger, "owner", "owner")
    take(ledger, "owner", "devs", times=5)
    narrow = replace(THREE, id=ItemId("p/comparison/narrow"), columns=COLUMNS[:2])
    (roles,) = mixed_up([narrow, THREE], ledger, {})
    assert roles.confusions.counts["p/owner", "p/devs"] == 5
    assert roles.drill == Drill(THREE.id, ("devs", "owner"))


def test_slips_alone_offer_no_drill(ledger: Ledger) -> None:
    take(ledger, "owner", "owner", times=9)
    take(ledger, "owner", "devs")
    (roles,) = mixed_up([THREE], ledger, {})
    assert roles.drill is None


def test_concepts_stand_apart_from_roles(ledger: Ledger) -> None:
    take(ledger, "owner", "devs")
    assert [found.confusions.title for found in mixed_up([THREE, ARTIFACTS], ledger, {})] == ["", "Artifacts"]


LURES = {
    ItemId("p/question/q"): Lures(2, frozenset({0}), {1: ("p/owner", "p/devs"), 2: ("p/owner", "p/devs")})
}


def practise(ledger: Ledger, chosen: int, revision: int = 2) -> None:
    said = {"area": "a", "chosen": [chosen], "right": chosen == 0, "sure": None, "took_ms": 5000}
    ledger.record(PRACTICE, ItemId("p/question/q"), revision, said)


def test_a_wrong_option_tells_what_was_taken_for_what(ledger: Ledger) -> None:
    for chosen in (0, 1, 2):
        practise(ledger, chosen)
    (roles,) = mixed_up([THREE], ledger, LURES)
    assert roles.confusions.counts == {("p/owner", "p/owner"): 1, ("p/owner", "p/devs"): 2}


def test_an_answer_to_other_words_or_for_another_reason_tells_nothing(ledger: Ledger) -> None:
    practise(ledger, 1, revision=1)
    practise(ledger, 3)
    assert mixed_up([THREE], ledger, LURES) == ()


def test_questions_and_exercises_are_one_row_of_evidence(ledger: Ledger) -> None:
    take(ledger, "owner", "devs", times=3)
    for _ in range(4):
        practise(ledger, 0)
    (roles,) = mixed_up([THREE], ledger, LURES)
    assert roles.confusions.worst is None
    take(ledger, "owner", "devs", times=5)
    assert mixed_up([THREE], ledger, LURES)[0].confusions.worst is not None
