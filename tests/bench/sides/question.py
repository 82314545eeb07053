"""Turns over one question of a mock after another until the next is painted: ``… sides.question ours|bare FOLDER``.

``ours`` is the real window in a sitting over the bundled pack: the question is written down as used up and then in sight.
``bare`` writes one row as safely as we do and gives a bare QTextBrowser the same question with its options.
"""

import random
import sqlite3
import sys
from html import escape
from pathlib import Path

from PySide6.QtWidgets import QApplication, QTextBrowser

from studyapp import bundle
from studyapp.catalog.question import Question
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
    pages = [html(question) for question in desks.library.catalog.questions().values() if question.options]
    desks.close()
    browser = QTextBrowser()
    browser.document().setDefaultFont(theme.font(14))
    browser.resize(800, 690)
    browser.show()
    painted = Painted(browser.viewport())

    def step() -> None:
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT INTO shown VALUES (?, ?)", (1, "x" * 1500))
        db.execute("COMMIT")
        browser.setHtml(pages.pop())

    def turn() -> float:
        idle()
        return painted.after(step)

    return turn, (browser, db)


def html(question: Question) -> str:
    """A question as plainly as it can be put."""
    options = "".join(f"<li>{escape(option.text)}</li>" for option in question.options)
    return f"<h3>{escape(question.stem)}</h3><ul>{options}</ul>"


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
