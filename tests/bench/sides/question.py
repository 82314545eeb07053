"""Turns over one question of a mock after another until the next is painted: ``… sides.question ours|bare FOLDER``.

``ours`` is the real window in a sitting over the bundled pack: the question is written down as used up and then in sight.
``bare`` writes one row as safely as we do and shows the same question in Qt's own widgets: its place on the paper, the
stem, and a button with a text that wraps for every option.
"""

import random
import sqlite3
import sys
from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from studyapp import bundle
from studyapp.catalog.question import Question, QuestionKind
from studyapp.preferences import Preferences
from studyapp.store.profile import open_profile
from studyapp.study.desks import Desks
from studyapp.study.library import Library
from studyapp.ui.exam.page import ExamPage
from studyapp.ui.exam.question_face import QuestionFace
from studyapp.ui.main_window import MainWindow
from studyapp.ui.news import News
from studyapp.ui.theme import Theme
from tests.bench.measure import Side, serve
from tests.bench.sides.screen import Painted, idle
from tests.tools.clock import Clock

_MOST = 8
"""Options that a bare question has room for."""


def desks_of(folder: Path) -> Desks:
    clock = Clock()
    profile = open_profile(folder, clock, random.Random(1))
    desks = Desks(
        profile, Library((bundle.content_dir(),), (), None, lambda _: None), clock, random.Random(2)
    )
    desks.settings.change(greeted=True)
    return desks


def ours(folder: Path, theme: Theme) -> tuple[Side, object]:
    desks = desks_of(folder / "ours")
    window = MainWindow(desks, theme, News(), Preferences())
    window.resize(1280, 800)
    window.go("page:exam")
    window.show()
    page = window.page("exam")
    assert isinstance(page, ExamPage)
    desks.exams.begin(desks.library.catalog.profiles()[0].id)
    page.show_paper()
    page.sitting.make_ready()  # from then on the card has both its faces
    painted = Painted(*(face.stem for face in page.sitting.view.findChildren(QuestionFace)))

    def turn() -> float:
        idle()
        return painted.after(page.sitting.go_on)

    return turn, (window, desks)


def bare(folder: Path, theme: Theme) -> tuple[Side, object]:
    db = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for statement in (
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "CREATE TABLE IF NOT EXISTS shown (at, said)",
    ):
        db.execute(statement)
    desks = desks_of(folder / "bare")
    asked = [question for question in desks.library.catalog.questions().values() if question.options]
    desks.close()
    paper = BareQuestion(theme)
    paper.resize(800, 690)
    paper.show()
    painted = Painted(paper.stem)

    def step() -> None:
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT INTO shown VALUES (?, ?)", (1, "x" * 1850))
        db.execute("COMMIT")
        paper.show_question(asked.pop())

    def turn() -> float:
        idle()
        return painted.after(step)

    return turn, (paper, db)


class BareQuestion(QWidget):
    """A question as Qt shows it without any rule of ours."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._done = 0
        self._place, self.stem = QLabel(), QLabel(wordWrap=True)
        self.stem.setFont(theme.font(19, bold=True))
        self._options: list[tuple[QWidget, QAbstractButton, QAbstractButton, QLabel]] = []
        self._column = QVBoxLayout(self)
        self._column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        for widget in (self._place, self.stem):
            self._column.addWidget(widget)
        for _ in range(_MOST):
            self._add_option(theme)
        self._column.addStretch(1)

    def show_question(self, question: Question) -> None:
        """The question with nothing chosen."""
        self._done += 1
        self._place.setText(f"Question {self._done} of 80")
        self.stem.setText(question.stem)
        several = question.kind is QuestionKind.MULTIPLE
        for number, (row, one, each, text) in enumerate(self._options):
            row.setVisible(number < len(question.options))
            one.setVisible(not several)
            each.setVisible(several)
            text.setText(question.options[number].text if number < len(question.options) else "")

    def _add_option(self, theme: Theme) -> None:
        row, one, each, text = QFrame(frameShape=QFrame.Shape.Box), QRadioButton(), QCheckBox(), QLabel()
        text.setFont(theme.font(14))
        text.setWordWrap(True)
        line = QHBoxLayout(row)
        line.addWidget(one)
        line.addWidget(each)
        line.addWidget(text, 1)
        self._options.append((row, one, each, text))
        self._column.addWidget(row)


def main() -> None:
    which, folder = sys.argv[1], Path(sys.argv[2])
    QApplication([])
    theme = Theme(bundle.resources_dir(), "light")
    theme.apply()
    side, kept = {"ours": ours, "bare": bare}[which](folder, theme)
    side()
    serve(side)
    del kept


if __name__ == "__main__":
    main()
