"""What rests on an article, and what nothing rests on."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from studyapp.ids import ItemId
from studyapp.learning.rating import Rating
from studyapp.study.cell_knowledge import CellState
from studyapp.study.desks import Desks
from studyapp.study.passages import AnswerState
from studyapp.study.practice_desk import PracticeKind, PracticeScope
from studyapp.study.scope import Scope
from studyapp.study.table_drill import DrillScope
from tests.study import exam_pack, reading_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house, on_desk

FACTS, OWNER, SPRINT = (ItemId(f"p/article/{name}") for name in ("facts", "the-product-owner", "the-sprint"))
SECOND = timedelta(seconds=1)


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Desks]:
    with house(tmp_path / "profile", exam_pack.write_pack(tmp_path / "p"), Clock()) as desks:
        yield desks


@pytest.fixture
def read(tmp_path: Path) -> Iterator[Desks]:
    with house(tmp_path / "profile", reading_pack.write_pack(tmp_path / "p"), Clock()) as desks:
        yield desks


def names(desks: Desks) -> set[str]:
    return {each.question.removeprefix("p/question/") for each in desks.passages.questions(FACTS)}


def test_no_held_back_question_stands_beside_an_article(asked: Desks) -> None:
    assert names(asked) == {f"practice{number}" for number in range(10)}


def test_a_held_back_question_shows_once_its_paper_was_handed_in(asked: Desks) -> None:
    asked.exams.begin(ItemId("p/exam/mock"))
    question = on_desk(asked).question
    assert question is not None
    shown = question.id.removeprefix("p/question/")
    assert shown not in names(asked)
    asked.exams.hand_in()
    assert shown in names(asked)
    assert sum(name.startswith("held") for name in names(asked)) == 1


def test_a_held_back_question_cannot_be_practised_by_its_name(asked: Desks) -> None:
    asked.practice.begin(PracticeScope(PracticeKind.QUESTION, "p/question/held0"))
    assert asked.practice.view() is None


def test_a_question_tells_how_it_was_answered_last(asked: Desks) -> None:
    (item, *_) = (each.question for each in asked.passages.questions(FACTS))
    for right, state in ((False, AnswerState.WRONG), (True, AnswerState.RIGHT)):
        asked.practice.begin(PracticeScope(PracticeKind.QUESTION, item))
        view = asked.practice.view()
        assert view is not None
        assert (view.question.id, view.count) == (item, 1)
        asked.practice.answer(view.question.key if right else frozenset(), sure=None, took=SECOND)
        assert asked.passages.questions(FACTS)[0].state is state
    assert asked.passages.questions(FACTS)[1].state is AnswerState.UNSEEN


def test_the_cells_that_an_article_proves_tell_their_column_row_and_state(read: Desks) -> None:
    cells = read.passages.cells(OWNER)
    assert [(cell.column, cell.row, cell.state) for cell in cells] == [
        ("Product Owner", "Orders the Product Backlog", CellState.UNSEEN),
        ("Scrum Master", "Orders the Product Backlog", CellState.UNSEEN),
    ]


def test_a_cell_that_was_asked_about_stands_otherwise_beside_the_text(read: Desks) -> None:
    read.table_drill.begin(DrillScope(ItemId("p/comparison/two-roles")))
    while (view := read.table_drill.view()) is not None:
        read.table_drill.answer(view.item.key, SECOND)
        read.table_drill.go_on()
    states = {cell.state for article in (OWNER, SPRINT) for cell in read.passages.cells(article)}
    assert states - {CellState.UNSEEN}


def test_a_paragraph_tells_its_cards_and_how_well_they_are_remembered(read: Desks) -> None:
    def carded() -> list[tuple[str, int, int]]:
        return [(c.paragraph.heading, c.cards, c.learned) for c in read.passages.coverage(OWNER) if c.cards]

    assert carded() == [("decisions", 1, 0)]
    read.reviews.begin(Scope("card", "p/card/orders"))
    read.reviews.rate(Rating.EASY, SECOND)
    assert carded() == [("decisions", 1, 1)]
    (recall,) = (covered.recall for covered in read.passages.coverage(OWNER) if covered.cards)
    assert recall == pytest.approx(0.99, abs=0.01)


def test_only_paragraphs_that_say_enough_are_missed_by_cards(read: Desks) -> None:
    assert [each.text[:30] for each in read.passages.bare(OWNER)] == [
        "The Product Owner decides what",
        "The Product Owner answers for ",
    ]
    assert read.passages.bare(SPRINT) == ()
