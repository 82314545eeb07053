"""Answers that make a forecast, and the forecast they make."""

import random
from datetime import timedelta

from studyapp.ids import ItemId
from studyapp.study.desks import Desks
from studyapp.study.outlook import Outlook
from studyapp.study.practice_desk import PracticeScope
from tests.ui.exam_house import on_desk

MOCK = ItemId("p/exam/mock")


def practise(desks: Desks, number: int, right: float, seed: int = 1) -> None:
    """Answer so many practice questions, each rightly with this chance."""
    dice = random.Random(seed)
    desks.practice.begin(PracticeScope(), count=number)
    while (view := desks.practice.view()) is not None:
        key = view.question.key
        wrong = frozenset({next(n for n in range(4) if n not in key)})
        desks.practice.answer(key if dice.random() < right else wrong, sure=None, took=timedelta(seconds=9))
        desks.practice.go_on()


def sit(desks: Desks, right: int) -> None:
    """Sit the small mock of eight questions, so many of them rightly."""
    desks.exams.begin(MOCK)
    for number in range(1, 9):
        desks.exams.go(number)
        question = on_desk(desks).question
        assert question is not None
        wrong = frozenset({next(n for n in range(4) if n not in question.key)})
        desks.exams.choose(question.key if number <= right else wrong)
    desks.exams.hand_in()


def leave_open(desks: Desks, answered: int) -> None:
    """Look at every question of the small mock, answer so many of the eight, rightly, and hand in."""
    desks.exams.begin(MOCK)
    for number in range(1, 9):
        desks.exams.go(number)
        question = on_desk(desks).question
        if number <= answered and question is not None:
            desks.exams.choose(question.key)
    desks.exams.hand_in()


def outlook(desks: Desks) -> Outlook:
    """The forecast now."""
    inquiry = desks.outlooks.inquiry()
    assert inquiry is not None
    return inquiry()
