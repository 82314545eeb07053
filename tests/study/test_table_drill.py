"""Drilling a table: what is asked, what an answer keeps, what it tells about pairs."""

import random
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from studyapp.catalog.table_item import Task, table_items
from studyapp.learning.drill_order import A_HANDFUL
from studyapp.study.cell_knowledge import CellState
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.table_drill import MOST_TIMES, DrillScope, DrillView, TableDrill
from tests.study.roles_pack import write_roles
from tests.tools.clock import Clock
from tests.ui.exam_house import house

TABLE = "p/comparison/roles"
SECOND = timedelta(seconds=1)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desks(tmp_path: Path, clock: Clock) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_roles(tmp_path / "p"), clock) as opened:
        yield opened


@pytest.fixture
def drill(desks: Desks) -> TableDrill:
    desks.table_drill.begin(scope())
    return desks.table_drill


def scope(*, columns: tuple[str, ...] = (), rows: tuple[str, ...] = (), pair: bool = False) -> DrillScope:
    (table,) = [TABLE]
    return DrillScope(table, columns, rows, pair)  # type: ignore[arg-type]


def on_desk(drill: TableDrill) -> DrillView:
    view = drill.view()
    assert view is not None
    return view


def answer(drill: TableDrill, *, right: bool = True) -> DrillView:
    """Answer the exercise on the desk and go on."""
    item = on_desk(drill).item
    wrong = [next(n for n in (0, 1, -1) if n != key) for key in item.key]
    drill.answer(item.key if right else wrong, SECOND)
    done = on_desk(drill)
    drill.go_on()
    return done


def answer_all(drill: TableDrill) -> list[DrillView]:
    done = []
    while drill.view() is not None:
        done.append(answer(drill))
    return done


def test_a_handful_asks_each_cell_once_and_closes_with_whole_rows(drill: TableDrill) -> None:
    done = answer_all(drill)
    narrow = [view.cell.id for view in done if len(view.gaps) == 1]
    assert len(done) <= A_HANDFUL
    assert len(narrow) == len(set(narrow))
    assert done[-1].item.task in (Task.MATCH_ROW, Task.FILL_TABLE)


def test_the_time_of_a_drill_counts_as_study(desks: Desks, drill: TableDrill) -> None:
    before = desks.report.progress().figures
    answer(drill)
    answer(drill, right=False)
    report = desks.report.progress()
    assert (report.figures.studied - before.studied, report.figures.study_days) == (2 * SECOND, 1)
    assert [(day.exercises, day.took) for day in report.days] == [(2, 2 * SECOND)]
    drill.undo()
    assert desks.report.progress().figures.studied == SECOND


def test_neighbours_are_about_different_roles(drill: TableDrill) -> None:
    asked = [view.gaps[0].column.name for view in answer_all(drill) if len(view.gaps) == 1]
    assert all(first != second for first, second in pairwise(asked))


def test_a_row_a_column_and_a_pair_can_be_drilled_alone(desks: Desks) -> None:
    drill = desks.table_drill
    drill.begin(scope(rows=("focus",)))
    assert {view.said.row for view in answer_all(drill)} == {"focus"}
    drill.begin(scope(columns=("owner",)))
    assert {view.gaps[0].column.name for view in answer_all(drill)} == {"owner"}


def test_a_pair_is_asked_a_b_a_then_b_a_b_then_mixed(desks: Desks) -> None:
    drill = desks.table_drill
    drill.begin(scope(columns=("owner", "manager"), pair=True))
    asked = [view.gaps[0].column.name[0] for view in answer_all(drill)]
    assert "".join(asked[:6]) in ("omomom", "momomo")
    assert set(asked[6:]) == {"o", "m"}


def test_an_answer_is_marked_against_the_table_and_can_be_given_once(drill: TableDrill) -> None:
    item = on_desk(drill).item
    assert drill.answer(item.key, SECOND) is Change.REVIEWS
    assert on_desk(drill).solved
    with pytest.raises(ValueError, match="no exercise waits"):
        drill.answer(item.key, SECOND)


def test_every_gap_must_be_filled(drill: TableDrill) -> None:
    with pytest.raises(ValueError, match="every gap"):
        drill.answer((), SECOND)


def test_a_missed_exercise_comes_again_but_not_for_ever(drill: TableDrill) -> None:
    first = on_desk(drill).item.id
    while (view := drill.view()) is not None:
        answer(drill, right=view.item.id != first)
    assert [event.item for event in drill._ledger.events("drill")].count(first) == MOST_TIMES


def test_an_answer_is_in_the_log_and_taking_it_back_brings_the_exercise_back(
    desks: Desks, drill: TableDrill
) -> None:
    first = on_desk(drill).item
    answer(drill, right=False)
    assert len(list(desks.ledger.events("drill"))) == 1
    assert drill.undo() is Change.REVIEWS
    assert on_desk(drill).item == first
    assert list(desks.ledger.events("drill")) == []
    assert desks.comparisons.knowledge(desks.comparisons.comparisons()[0]) == {}
    assert drill.undo() is Change.NOTHING


def test_a_cell_goes_from_unseen_over_shaky_to_known(desks: Desks, drill: TableDrill, clock: Clock) -> None:
    table = desks.comparisons.comparisons()[0]
    cell = answer(drill).cell.id
    assert desks.comparisons.knowledge(table)[cell].state is CellState.SHAKY
    answer_all(drill)
    clock.tick(minutes=20)
    drill.begin(scope())
    answer_all(drill)
    known = desks.comparisons.knowledge(table)[cell]
    assert (known.state, known.answers >= 2, known.right) == (CellState.KNOWN, True, known.answers)
    clock.tick(days=60)
    assert desks.comparisons.knowledge(table)[cell].state is CellState.SHAKY


def test_a_cell_missed_the_last_time_is_shaky(desks: Desks, drill: TableDrill) -> None:
    cell = answer(drill, right=False).cell.id
    found = desks.comparisons.knowledge(desks.comparisons.comparisons()[0])[cell]
    assert (found.state, found.answers, found.right) == (CellState.SHAKY, 1, 0)


def test_what_is_due_comes_before_what_was_never_asked(desks: Desks, clock: Clock) -> None:
    drill = desks.table_drill
    drill.begin(scope(rows=("focus",)))
    first = {answer(drill).item.id}
    clock.tick(days=3)
    drill.begin(scope())
    queue = {view.item.id for view in answer_all(drill)}
    assert first <= queue


def test_the_summary_names_what_was_missed(drill: TableDrill) -> None:
    missed = answer(drill, right=False)
    while drill.view() is not None:
        answer(drill)
    found = drill.summary()
    assert found is not None
    assert found.right == found.answered - 1
    assert (missed.said.row, missed.gaps[0].column.name) in found.missed
    assert found.left > 0


def test_a_pair_taken_for_one_another_is_named_and_retires(desks: Desks) -> None:
    drill, desk = desks.table_drill, desks.comparisons
    swap = {"owner": "manager", "manager": "owner"}
    drill.begin(scope())
    while (view := drill.view()) is not None:
        drill.answer(swapped(view, swap), SECOND)
        drill.go_on()
    (roles,) = desk.confusions()
    assert (roles.title, roles.worst and roles.worst.pair) == ("", ("p/manager", "p/owner"))
    assert roles.counts["p/owner", "p/manager"] > 0
    drill.begin(scope(columns=("owner", "manager"), pair=True))
    answer_all(drill)
    assert desk.confusions_in(desk.comparisons()[0]).worst is None


def swapped(view: DrillView, swap: dict[str, str]) -> tuple[int, ...]:
    """The answer of a learner who takes two columns for one another."""
    table = view.comparison
    names = [column.name for column in table.columns]
    item = view.item

    def says(row: str, column: str) -> str:
        return next(r.cells[names.index(column)].said for r in table.rows if r.name == row)

    def chosen(gap: tuple[str, str]) -> int:
        row, column = gap
        believed = swap.get(column, column)
        if item.task is Task.WHICH_COLUMN:
            fits = [c.column == believed for c in item.choices]
        elif item.task is Task.ODD_ONE_OUT:
            fits = [says(c.row, believed) != says(c.row, c.column) for c in item.choices]
        else:
            said = says(row, believed)
            fits = [says(c.row, c.column) == said for c in item.choices]
            if item.task in (Task.TRUE, Task.FALSE):
                return 0 if fits[0] else -1
        return fits.index(True) if True in fits else 0

    return tuple(chosen(gap) for gap in item.gaps)


def test_a_reworded_cell_keeps_its_history(tmp_path: Path, clock: Clock) -> None:
    pack = write_roles(tmp_path / "p")
    with house(tmp_path / "profile", pack, clock) as desks:
        desks.table_drill.begin(scope(rows=("focus",)))
        cell = answer(desks.table_drill).cell.id
    file = pack / "comparisons/roles.yaml"
    file.write_text(file.read_text("utf-8").replace("what is worth", "what may be worth"), "utf-8")
    with house(tmp_path / "profile", pack, clock) as desks:
        table = desks.comparisons.comparisons()[0]
        assert desks.comparisons.knowledge(table)[cell].answers == 1
        due = {item.id for item in table_items(table)}
        assert {event.item for event in desks.ledger.events("drill")} <= due


def test_a_table_that_is_gone_leaves_an_empty_desk(desks: Desks) -> None:
    drill = desks.table_drill
    drill.begin(DrillScope("p/comparison/gone"))  # type: ignore[arg-type]
    assert drill.view() is None


def test_the_same_chance_gives_the_same_handful(tmp_path: Path, clock: Clock) -> None:
    seen = []
    for name in ("a", "b"):
        with house(tmp_path / name, write_roles(tmp_path / f"{name}-p"), clock) as desks:
            drill = TableDrill(desks.library, desks.ledger, desks._table_book, random.Random(4))
            drill.begin(scope())
            seen.append([view.item.id for view in answer_all(drill)])
    assert seen[0] == seen[1]
