"""The words of the Exam and Progress pages are right for one, for two and for many."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from studyapp.catalog.exam_profile import ExamProfile, Marking
from studyapp.catalog.question import Misconception, Pool
from studyapp.ids import ItemId
from studyapp.learning.exam_paper import Supply
from studyapp.learning.forecast import Interval
from studyapp.learning.marking import Belief
from studyapp.study.exam_values import Offer
from studyapp.study.fared import Fared
from studyapp.study.practice_beliefs import BeliefChoice
from studyapp.study.report import AreaMemory
from studyapp.ui.exam import wording as exam_words
from studyapp.ui.exam.beliefs import _line
from studyapp.ui.exam.briefing_view import _lines
from studyapp.ui.exam.result_wording import belief_sentence
from studyapp.ui.progress import exam_wording, wording, work_wording

BOSS = Misconception("boss", "Somebody decides", "The Product Owner decides", (), "you let somebody decide")


def offer(supply: Supply, *, pause: bool = False) -> Offer:
    profile = ExamProfile(
        ItemId("p/exam/e"),
        "E",
        "c",
        "pspo-1",
        20,
        15,
        85,
        Pool.HELD_BACK,
        Marking.ALL_OR_NOTHING,
        pause,
        (),
        None,
    )
    return Offer(profile, supply, timedelta(minutes=15))


@pytest.mark.parametrize(
    ("taken", "offered", "said"),
    [
        (7, 9, "In 7 of 9 cases you let somebody decide."),
        (1, 2, "In 1 of 2 cases you let somebody decide."),
        (1, 1, "In the only case you let somebody decide."),
        (2, 2, "In both cases you let somebody decide."),
        (3, 3, "In all 3 cases you let somebody decide."),
    ],
)
def test_how_often_a_belief_was_followed_is_told_as_people_say_it(
    taken: int, offered: int, said: str
) -> None:
    assert belief_sentence(Belief("boss", taken, offered), BOSS) == said


@pytest.mark.parametrize(
    ("supply", "said"),
    [
        (Supply(20, 1, 30), "A repeat: you have seen at least 19 of its questions before"),
        (Supply(20, 0, 30), "A repeat: you have seen all of its questions before"),
        (Supply(20, 1, 1), "There is only 1 question for it"),
        (Supply(2, 1, 30), "A shorter mock: 1 unseen question is left of the 2 that a full one needs."),
        (Supply(20, 1, 20, covers=True), "1 of them is new to you; the others you have seen."),
        (Supply(20, 19, 20, covers=True), "19 of them are new to you; the other one you have seen."),
        (Supply(20, 0, 20, covers=True), "You have seen all of them."),
        (
            Supply(8, 17, 32, held=7),
            "2 honest mocks left beside the open paper: 17 questions that you have never seen.",
        ),
        (Supply(8, 17, 32, held=7), "That paper has yet to show 7 more."),
        (
            Supply(8, 2, 9, held=7),
            "A shorter mock beside the open paper: 2 unseen questions are left of the 8",
        ),
        (
            Supply(8, 1, 9, held=7),
            "Beside the open paper 1 unseen question is left, too few for an honest mock.",
        ),
        (Supply(8, 0, 8, held=7), "Beside the open paper no unseen question is left."),
        (
            Supply(20, 1, 20, covers=True, held=9),
            "1 of them is new to you beside the open paper, which keeps what is new for 9 more.",
        ),
    ],
)
def test_what_is_left_of_a_pool_is_told_for_one_and_for_many(supply: Supply, said: str) -> None:
    assert said in exam_words.supply(offer(supply))


@pytest.mark.parametrize(
    ("supply", "said"),
    [
        (Supply(5, 9, 9), "All 9 questions are new to you."),
        (Supply(5, 1, 9), "1 question you have not seen, of 9."),
        (Supply(5, 0, 9), "You have seen all of its 9 questions."),
        (Supply(1, 0, 1), "You have seen its one question."),
        (
            Supply(5, 3, 9, held=4),
            "Beside the open paper 3 unseen questions are left, of 9. That paper has yet to show 4 more.",
        ),
    ],
)
def test_what_there_is_to_practise_is_told_for_one_and_for_many(supply: Supply, said: str) -> None:
    shown = offer(supply)
    practice = Offer(replace(shown.profile, pool=Pool.PRACTICE), supply, None)
    assert exam_words.supply(practice) == said


def test_a_belief_taken_once_of_once_was_taken_the_only_time() -> None:
    assert (
        _line(BeliefChoice("boss", "b", 1, 0, 1, 1)).note
        == "taken for true the only time · 1 question, 0 new"
    )
    assert _line(BeliefChoice("boss", "b", 4, 2, 3, 2)).note.startswith("taken for true 2 of 3 times")


def test_an_area_of_one_card_has_one_card() -> None:
    assert wording.area_text(AreaMemory("a", "A", None, 0, 1)) == "0 of 1 card seen"


def test_the_area_recalled_least_is_one_of_those_that_were_begun() -> None:
    areas = (AreaMemory("a", "Events", 0.25, 9, 36), AreaMemory("b", "Done", None, 0, 32))
    sentence = wording.areas_sentence(areas)
    assert sentence.startswith("Of the areas begun you would recall least in Events: 25 % of its cards")


def test_the_heaviest_day_that_follows_is_tomorrow() -> None:
    assert "comes tomorrow: 9." in work_wording.ahead_sentence([1, 9, 2])
    assert "comes in 2 days: 9." in work_wording.ahead_sentence([1, 2, 9])


@pytest.mark.parametrize(("passed", "said"), [(True, "it was passed."), (False, "it was not passed.")])
def test_one_exam_has_no_average(passed: bool, said: str) -> None:
    row = Fared(date(2026, 9, 26), True, "E", 0.7, Interval(0.5, 0.9), True, passed, None)
    told = exam_wording.fared_sentence([row])
    assert told.startswith(f"Before 1 exam the forecast was 70 %; {said}")


@pytest.mark.parametrize("pause", [True, False])
def test_the_briefing_names_the_key_for_a_pause_where_there_is_one(pause: bool) -> None:
    assert ("P pauses" in _lines(offer(Supply(20, 20, 20), pause=pause))[-1]) is pause
