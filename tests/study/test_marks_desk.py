"""Highlights and notes are durable, undoable and listed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.catalog.comparison import Cell, Comparison
from studyapp.ids import ItemId
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.marks_desk import Colour, as_markdown
from tests.study.reading_pack import write_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house

OWNER = ItemId("p/article/the-product-owner")
QUOTE = "Only the Product Owner orders the Product Backlog."


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_pack(tmp_path / "p"), Clock()) as opened:
        yield opened


def text(desks: Desks) -> str:
    return desks.library.catalog.rendered(OWNER).text


def mark(desks: Desks, quote: str = QUOTE, note: str = "") -> str:
    at = text(desks).index(quote)
    assert desks.marks.highlight(OWNER, text(desks), (at, at + len(quote)), Colour.GREEN, "Decisions", note)
    return desks.marks.of(OWNER, text(desks))[-1].mark


def test_a_highlight_is_there_again_after_the_program_was_closed(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p")
    with house(tmp_path / "profile", pack, Clock()) as desks:
        mark(desks, note="by rule")
    with house(tmp_path / "profile", pack, Clock()) as again:
        (found,) = again.marks.of(OWNER, text(again))
        assert (found.quote, found.colour, found.note) == (QUOTE, Colour.GREEN, "by rule")
        assert found.span is not None
        assert text(again)[slice(*found.span)] == QUOTE


def test_colour_and_note_change_and_go(desks: Desks) -> None:
    made = mark(desks)
    assert desks.marks.recolour(made, Colour.PINK) is Change.NOTES
    assert desks.marks.annotate(made, "why?") is Change.NOTES
    assert desks.marks.annotate(made, "why?") is Change.NOTHING
    (found,) = desks.marks.of(OWNER, text(desks))
    assert (found.colour, found.note) == (Colour.PINK, "why?")
    desks.marks.remove(made)
    assert desks.marks.of(OWNER, text(desks)) == ()


def test_each_step_is_undone_and_redone(desks: Desks) -> None:
    made = mark(desks)
    desks.marks.annotate(made, "one")
    desks.marks.remove(made)
    desks.marks.undo()
    assert [each.note for each in desks.marks.of(OWNER, text(desks))] == ["one"]
    desks.marks.undo()
    desks.marks.undo()
    assert not desks.marks.can_undo()
    assert desks.marks.of(OWNER, text(desks)) == ()
    desks.marks.redo()
    desks.marks.redo()
    assert [each.note for each in desks.marks.of(OWNER, text(desks))] == ["one"]


def test_what_is_kept_equals_what_is_worked_out_anew(desks: Desks) -> None:
    made = mark(desks)
    mark(desks, "none of them decides", "note")
    desks.marks.recolour(made, Colour.BLUE)
    before = desks.marks.of(OWNER, text(desks))
    desks.ledger.rebuild()
    assert desks.marks.of(OWNER, text(desks)) == before
    assert not desks.marks.can_undo()


def test_notes_are_found_by_their_words_and_the_lost_come_first(desks: Desks, tmp_path: Path) -> None:
    mark(desks)
    mark(desks, "none of them decides", "Even the Scrum Master")
    assert [row.quote for row in desks.marks.notes("scrum master")] == ["none of them decides"]
    file = tmp_path / "p/articles/roles/the-product-owner.md"
    file.write_text(
        file.read_text(encoding="utf-8").replace("none of them decides", "all obey"), encoding="utf-8"
    )
    desks.library.reload()
    first, second = desks.marks.notes()
    assert (first.quote, first.lost, second.lost) == ("none of them decides", True, False)


def test_notes_on_cards_stand_with_the_others(desks: Desks) -> None:
    desks.reviews.begin()
    desks.reviews.note("a hook")
    (row,) = desks.marks.notes()
    assert (row.title, row.note, row.mark) == ("Note on a card", "a hook", "")


def test_a_note_on_a_card_is_taken_away_and_comes_back(desks: Desks) -> None:
    desks.reviews.begin()
    desks.reviews.note("a hook")
    assert desks.marks.take_away(*desks.marks.notes()) is Change.NOTES
    assert not desks.marks.notes()
    desks.marks.undo()
    assert [row.note for row in desks.marks.notes()] == ["a hook"]


def note_on_a_cell(desks: Desks) -> tuple[Comparison, Cell]:
    table = desks.library.catalog.comparisons()[ItemId("p/comparison/two-roles")]
    desks.comparisons.note(table.rows[0].cells[1].id, 1, "zebra remark")
    return table, table.rows[0].cells[1]


def test_a_note_on_a_cell_is_named_by_its_table_row_and_column(desks: Desks) -> None:
    table, cell = note_on_a_cell(desks)
    place = f"{table.rows[0].title} › {table.columns[1].title}"
    (row,) = desks.marks.notes(table.columns[1].title)
    assert (row.title, row.heading, row.quote, row.lost) == (table.title, place, cell.text, False)
    assert f"## {table.title}\n\n> {cell.text}\n>\n> — {place}\n\nzebra remark\n" in as_markdown([row])


def test_a_note_on_a_cell_that_was_taken_out_is_lost(desks: Desks, tmp_path: Path) -> None:
    note_on_a_cell(desks)
    (tmp_path / "p/comparisons/two-roles.yaml").unlink()
    desks.library.reload()
    (row,) = desks.marks.notes()
    assert (row.title, row.lost) == ("Note on a cell", True)


def test_notes_are_written_out_as_markdown(desks: Desks) -> None:
    mark(desks, note="Not the boss.")
    assert as_markdown(desks.marks.notes()) == (
        f"# Notes\n\n## The Product Owner\n\n> {QUOTE}\n>\n> — Decisions\n\nNot the boss.\n"
    )
