"""Turns to the next question of a mock until it is painted: ``… sides.question ours|bare FOLDER``.

``ours`` is the real window: the question is written down as used up, then it, the clock and the grid are drawn.
``bare`` writes one row as safely as we do, and gives a bare QTextBrowser the same stem and options.
"""

import random
import sqlite3
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QTextBrowser

from studyapp import bundle
from studyapp.catalog.question import Pool, Question
from studyapp.preferences import Preferences
from studyapp.store.profile import open_profile
from studyapp.study.desks import Desks
from studyapp.study.library import Library
from studyapp.ui.exam.page import ExamPage
from studyapp.ui.main_window import MainWindow
from studyapp.ui.news import News
from studyapp.ui.theme import Theme
from tests.bench.measure import Side, serve
from tests.bench.sides.screen import Painted, idle
from tests.tools.clock import Clock


def library(folder: Path) -> Library:
    cache = folder / "cache"
    cache.mkdir(parents=True, exist_ok=True)
    return Library((bundle.content_dir(),), (), cache, lambda _: None)


def ours(folder: Path, theme: Theme) -> tuple[Side, object]:
    clock = Clock()
    profile = open_profile(folder / "profile", clock, random.Random(1))
    desks = Desks(profile, library(folder), clock, random.Random(1))
    window = MainWindow(desks, theme, News(), Preferences())
    window.resize(1280, 800)
    window.show_page("exam")
    window.show()
    page = window.page("exam")
    assert isinstance(page, ExamPage)
    desks.exams.begin(desks.exams.offers()[0].profile.id)
    page.wake(ExamPage.cares_for)
    sitting = page.sitting
    painted = Painted(sitting.view.card.stem)

    def turn() -> float:
        view = desks.exams.view()
        assert view is not None
        if view.number == view.count:
            sitting.go(1)
        clock.tick(seconds=1)
        sitting.make_ready()
        idle()
        return painted.after(sitting.go_on)

    return turn, window


def bare(folder: Path, theme: Theme) -> tuple[Side, object]:
    db = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for statement in (
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "CREATE TABLE IF NOT EXISTS shown (at, said)",
    ):
        db.execute(statement)
    questions = [q for q in library(folder).catalog.questions().values() if q.pool is Pool.HELD_BACK]
    texts = [_html(question) for question in questions]
    browser = QTextBrowser()
    browser.document().setDefaultFont(theme.font(14))
    browser.resize(806, 700)
    browser.show()
    painted = Painted(browser.viewport())

    def step() -> None:
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT INTO shown VALUES (?, ?)", (1, "x" * 1500))
        db.execute("COMMIT")
        browser.setHtml(texts.pop())

    def turn() -> float:
        idle()
        return painted.after(step)

    return turn, browser


def _html(question: Question) -> str:
    rows = "".join(f"<tr><td></td><td>{option.text}</td></tr>" for option in question.options)
    return f"<h3>{question.stem}</h3><table width='100%' border='1' cellpadding='14'>{rows}</table>"


def main() -> None:
    which, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(exist_ok=True)
    QApplication([])
    theme = Theme(bundle.resources_dir(), "light")
    theme.apply()
    side, kept = {"ours": ours, "bare": bare}[which](folder, theme)
    side()
    serve(side)
    del kept


if __name__ == "__main__":
    main()
