"""The list of hours of learning for a renewal."""

import csv
import io
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from studyapp import bundle
from studyapp.store.profile import open_profile
from studyapp.study.desks import Desks
from studyapp.study.library import Library
from studyapp.study.seu_desk import SeuDesk, SeuStanding, months_before
from studyapp.study.seu_export import seu_csv, seu_html, seu_markdown, units
from tests.study.exam_pack import write_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house

TODAY = date(2026, 11, 23)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    pack = write_pack(tmp_path / "p")
    told = (
        "  - name: cspo\n    title: CSPO\n    body: Scrum Alliance\n"
        "    renewal: {units: 20, months: 24, months_at_most: 30}\n"
        '    facts: [{label: SEU, value: "one hour", status: verified}]\nprofiles:\n'
    )
    exams = pack / "exams.yaml"
    exams.write_text(exams.read_text("utf-8").replace("profiles:\n", told, 1), "utf-8")
    return pack


@pytest.fixture
def desks(tmp_path: Path, pack: Path) -> Iterator[Desks]:
    with house(tmp_path / "profile", pack, Clock()) as opened:
        yield opened


@pytest.fixture
def desk(desks: Desks) -> SeuDesk:
    return desks.seus


def standing(desk: SeuDesk) -> SeuStanding:
    found = desk.standing()
    assert found is not None
    return found


def titles(desk: SeuDesk) -> list[str]:
    return [entry.title for entry in desk.entries()]


def test_entries_are_added_changed_and_removed_and_every_step_can_be_taken_back(desk: SeuDesk) -> None:
    desk.add(date(2026, 11, 2), "Course", 150, "Course or workshop", "with a certificate")
    entry = desk.entries()[0]
    desk.mend(entry.id, entry.day, "Long course", 900)
    desk.remove(entry.id)
    assert titles(desk) == []
    desk.undo()
    assert titles(desk) == ["Long course"]
    desk.undo()
    assert (titles(desk), desk.entries()[0].note) == (["Course"], "with a certificate")
    desk.undo()
    assert (titles(desk), desk.can_undo()) == ([], False)
    for _ in range(2):
        desk.redo()
    assert titles(desk) == ["Long course"]


def test_entries_are_the_same_when_the_log_is_folded_anew(desks: Desks, desk: SeuDesk) -> None:
    for number in range(4):
        desk.add(TODAY, f"Book {number}", 60 + number)
    desk.remove(desk.entries()[1].id)
    desk.undo()
    desk.mend(desk.entries()[2].id, TODAY, "Another book", 15)
    before = desk.entries()
    desks.ledger.rebuild()
    assert desk.entries() == before
    assert not desk.can_undo()


def test_what_makes_no_sense_is_refused_and_leaves_no_trace(desk: SeuDesk) -> None:
    for day, title, minutes in (
        (date(2026, 11, 24), "x", 60),
        (TODAY, " ", 60),
        (TODAY, "x", 0),
        (TODAY, "x", 6001),
    ):
        with pytest.raises(ValueError, match=r"day|title|minutes"):
            desk.add(day, title, minutes)
    assert titles(desk) == []


def test_the_window_of_the_renewal_decides_what_counts_and_the_doubtful_part_is_told_apart(
    desk: SeuDesk,
) -> None:
    desk.renew("cspo", date(2027, 3, 1))
    days = (date(2024, 9, 1), date(2024, 9, 2), date(2025, 3, 1), date(2025, 3, 2), TODAY)
    for hours, day in enumerate(days, 1):
        desk.add(day, "x", hours * 60)
    found = standing(desk)
    assert (found.since, found.longest_since) == (date(2025, 3, 2), date(2024, 9, 2))
    assert (found.minutes, found.longest_minutes, found.wanted) == (9 * 60, 14 * 60, 20 * 60)


def test_without_the_day_of_its_end_the_last_two_years_count(desk: SeuDesk) -> None:
    desk.add(date(2024, 11, 23), "too old", 60)
    desk.add(date(2024, 11, 24), "just in time", 90)
    found = standing(desk)
    assert (found.ends, found.until, found.minutes) == (None, TODAY, 90)


@pytest.mark.parametrize(
    ("day", "months", "first"),
    [
        (date(2027, 3, 31), 1, date(2027, 3, 1)),
        (date(2028, 2, 29), 24, date(2026, 3, 1)),
        (date(2027, 1, 1), 24, date(2025, 1, 2)),
        (date(2026, 12, 31), 12, date(2026, 1, 1)),
    ],
)
def test_a_window_of_months_ends_with_its_day(day: date, months: int, first: date) -> None:
    assert months_before(day, months) == first


def test_studying_in_the_program_adds_nothing(desks: Desks, desk: SeuDesk) -> None:
    desks.exams.begin(desks.exams.offers()[0].profile.id)
    desks.exams.hand_in()
    assert (titles(desk), standing(desk).minutes) == ([], 0)


def test_the_evidence_can_be_read_back_from_csv_and_no_cell_is_a_formula(desk: SeuDesk) -> None:
    desk.add(TODAY, "=HYPERLINK(1)", 75, "Teaching, mostly", 'said "yes"')
    row = list(csv.reader(io.StringIO(seu_csv(desk.entries()))))[1]
    assert row == ["2026-11-23", "'=HYPERLINK(1)", "Teaching, mostly", "1.25", 'said "yes"']


def test_text_breaks_neither_a_markdown_table_nor_the_paper(desk: SeuDesk) -> None:
    desk.add(TODAY, "a | b <img src=x> *c*", 60, "", "[x](y)\nnext")
    table = seu_markdown(desk.entries(), "SEU log", ["A line."]).splitlines()[-1]
    assert table == r"| 2026-11-23 | a \| b \<img src=x\> \*c\* |  | 1 | \[x\](y) next |"
    assert "<img" not in seu_html(desk.entries(), "SEU log", ["A line."])


def test_minutes_are_told_in_hours_without_rounding_up() -> None:
    assert [units(minutes) for minutes in (60, 90, 15, 1190)] == ["1", "1.5", "0.25", "19.83"]


def test_the_bundled_pack_says_what_renews_each_certificate_of_the_track(tmp_path: Path) -> None:
    profile = open_profile(tmp_path / "profile", Clock(), random.Random(1))
    library = Library((bundle.content_dir(),), (), tmp_path / "cache", lambda _: None)
    desks = Desks(profile, library, Clock(), random.Random(1))
    found = {c.name: c.renewal.units for c in desks.seus.certifications() if c.renewal}
    desks.close()
    assert found == {"cspo": 20, "a-cspo": 30, "csp-po": 40}
