"""The readiness check by learning objective."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.ids import ItemId
from studyapp.study.desks import Desks
from studyapp.study.readiness import ObjectiveRow, Showing
from tests.study.readiness_pack import write_readiness_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house, on_desk

CHECK = ItemId("p/exam/check")


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_readiness_pack(tmp_path / "p"), Clock()) as opened:
        yield opened


def checked(desks: Desks, answers: dict[str, bool]) -> dict[str, ObjectiveRow]:
    """Sit the check: answer the objectives' questions right or wrong, leave the others open."""
    desks.exams.begin(CHECK)
    attempt = on_desk(desks).attempt
    for number in range(1, on_desk(desks).count + 1):
        desks.exams.go(number)
        question = on_desk(desks).question
        assert question is not None
        right = answers.get(question.id.rpartition("/")[2])
        if right is not None:
            wrong = frozenset(range(len(question.options))) - question.key
            desks.exams.choose(frozenset(question.key if right else wrong))
    desks.exams.hand_in()
    return {row.name: row for row in desks.exams.readiness(attempt)}


def test_a_check_asks_about_every_objective_that_has_a_question_for_practice(desks: Desks) -> None:
    offer = next(offer for offer in desks.exams.offers() if offer.profile.id == CHECK)
    assert (offer.supply.total, offer.profile.questions) == (3, 4)
    rows = checked(desks, {})
    assert list(rows) == ["cspo-1", "cspo-2", "foundations-1", "foundations-2"]
    assert sorted(row.number or 0 for row in rows.values()) == [0, 1, 2, 3]


def test_an_objective_is_shown_shaky_or_not_asked(desks: Desks) -> None:
    rows = checked(desks, {"practice0": True, "practice1": False})
    assert rows["cspo-1"].showing is Showing.SHOWN
    assert rows["cspo-2"].showing is Showing.SHAKY
    assert rows["foundations-1"].showing is Showing.SHAKY
    assert rows["foundations-2"].showing is Showing.NOT_ASKED


def test_each_objective_leads_to_what_is_written_about_it(desks: Desks) -> None:
    rows = checked(desks, {})
    assert all(row.passage is not None for row in rows.values())
    asked, missing = rows["cspo-1"].passage, rows["foundations-2"].passage
    assert asked is not None
    assert missing is not None
    assert asked.quote == "Fact practice0 is so."
    assert (missing.article, missing.quote) == ("p/article/facts", "")


def test_a_second_check_asks_about_every_objective_again(desks: Desks) -> None:
    checked(desks, {})
    rows = checked(desks, {"practice0": True, "practice1": True, "practice2": True})
    assert [row.showing for row in rows.values()].count(Showing.SHOWN) == 3


def test_a_disputed_question_says_nothing_about_its_objective(desks: Desks) -> None:
    row = checked(desks, {"practice0": True})["cspo-1"]
    attempt = desks.exams.attempts()[0].id
    assert row.number is not None
    desks.exams.dispute(attempt, row.number, "the key is wrong")
    assert desks.exams.readiness(attempt)[0].showing is Showing.NOT_ASKED


def test_what_a_check_said_can_be_read_when_its_objectives_have_left_the_content(
    tmp_path: Path, desks: Desks
) -> None:
    checked(desks, {"practice0": True})
    attempt = desks.exams.attempts()[0].id
    (tmp_path / "p" / "objectives.yaml").unlink()
    desks.library.reload()
    rows = desks.exams.readiness(attempt)
    assert [row.text for row in rows] == ["cspo-1", "cspo-2", "foundations-1", "foundations-2"]
    assert rows[0].showing is Showing.SHOWN


def test_other_papers_say_nothing_of_objectives(desks: Desks) -> None:
    desks.exams.begin(ItemId("p/exam/mock"))
    attempt = on_desk(desks).attempt
    desks.exams.hand_in()
    assert desks.exams.readiness(attempt) == ()
