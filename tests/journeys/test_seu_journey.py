"""The SEU log with the keyboard alone: from the exams to an entry, its total, and a file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studyapp.study.desks import Desks
from studyapp.ui.exam.page import ExamPage
from studyapp.ui.exam.seu_dialog import RenewalDialog, SeuDialog
from tests.study.exam_pack import write_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house, light_theme
from tests.ui.keyboard import key, typed

CERTIFICATION = """  - name: cspo
    title: CSPO
    body: Scrum Alliance
    renewal: {units: 20, months: 24, months_at_most: 30}
    facts: [{label: Window for SEUs, value: two years or more, status: conflicting}]
profiles:
"""


INNER = "qt_spinbox_lineedit"
"""The part of a field for dates that Qt speaks for."""


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    pack = write_pack(tmp_path / "p")
    exams = pack / "exams.yaml"
    exams.write_text(exams.read_text("utf-8").replace("profiles:\n", CERTIFICATION, 1), "utf-8")
    with house(tmp_path / "profile", pack, Clock()) as opened:
        yield opened


@pytest.fixture
def page(desks: Desks, qtbot: QtBot) -> ExamPage:
    page = ExamPage(desks, light_theme())
    qtbot.addWidget(page)
    page.resize(1192, 748)
    page.show_setup()
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    page.setup.take_focus()
    key(Qt.Key.Key_S)
    assert page.shown is page.seus
    return page


def words(page: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def add(title: str, hours: str) -> None:
    key(Qt.Key.Key_N)
    typed(title)
    key(Qt.Key.Key_Tab)
    typed(hours)
    key(Qt.Key.Key_Return)
    QApplication.processEvents()


def test_an_entry_is_added_and_taken_back_with_the_keyboard_alone(page: ExamPage, desks: Desks) -> None:
    add("A course", "12,5")
    assert "12.5 of 20 SEUs" in words(page)
    assert "A course · 12.5 SEUs" in words(page)
    assert desks.seus.entries()[0].minutes == 750
    key(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert "0 of 20 SEUs" in words(page)
    assert "A course" not in words(page)


def test_what_makes_no_sense_is_said_and_nothing_is_added(page: ExamPage, desks: Desks) -> None:
    add("A course", "twelve")
    dialog = page.window().findChild(SeuDialog)
    assert dialog is not None
    assert "The hours are a number" in words(dialog)
    assert desks.seus.entries() == ()
    dialog.reject()


def test_an_entry_is_changed_and_removed(page: ExamPage, desks: Desks, qtbot: QtBot) -> None:
    add("A course", "2")
    links = {b.accessibleName(): b for b in page.seus.findChildren(QPushButton) if b.isVisibleTo(page)}
    links["Change A course · 2 SEUs"].setFocus()
    key(Qt.Key.Key_Return)
    typed(" on facilitation")
    key(Qt.Key.Key_Return)
    assert desks.seus.entries()[0].title.endswith("on facilitation")
    page.seus.view.removed.emit(desks.seus.entries()[0].id)
    assert "Nothing yet" in words(page)


def test_the_day_on_which_a_certificate_ends_sets_the_window(page: ExamPage, desks: Desks) -> None:
    assert "Enter the day on which your certificate ends" in words(page)
    key(Qt.Key.Key_R)
    dialog = page.window().findChild(RenewalDialog)
    assert dialog is not None
    dialog._known.setChecked(True)
    date_edit = dialog.findChild(QDateEdit)
    assert date_edit is not None
    date_edit.setDate(QDate(2027, 3, 1))
    dialog.accept()
    assert "2 March 2025 to 1 March 2027" in words(page)
    assert "outside the window" not in words(page.seus)
    desks.seus.add(date(2025, 3, 1), "Too early", 60)
    page.seus.show_log()
    assert "1 March 2025 · outside the window, not counted" in words(page.seus)
    assert "Window for SEUs: two years or more (sources differ)." in words(page)


def test_the_list_of_evidence_is_saved_in_each_kind_of_file(page: ExamPage, tmp_path: Path) -> None:
    add("A course", "2")
    starts = {"pdf": b"%PDF", "md": b"# SEU log", "csv": b"\xef\xbb\xbfDate,Title"}
    for ending, start in starts.items():
        page.seus.save(tmp_path / f"log.{ending}")
        assert (tmp_path / f"log.{ending}").read_bytes().startswith(start)


def test_everything_in_the_dialogs_has_a_name(page: ExamPage) -> None:
    for opening, kind in ((Qt.Key.Key_N, SeuDialog), (Qt.Key.Key_R, RenewalDialog)):
        key(opening)
        dialog = page.window().findChild(kind)
        assert dialog is not None
        fields = [
            w for w in dialog.findChildren(QWidget) if w.isVisible() and isinstance(w, QLineEdit | QComboBox)
        ]
        assert [repr(w) for w in fields if not w.accessibleName() and w.objectName() != INNER] == []
        dialog.reject()


def test_escape_leads_back_to_the_exams(page: ExamPage) -> None:
    key(Qt.Key.Key_Escape)
    assert page.shown is page.setup
    assert "0 of 20 SEUs" in words(page.setup)
