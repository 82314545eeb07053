"""Rates one card after another until the next is painted: ``… sides.card ours|bare FOLDER CARDS``.

``ours`` is the real window on its Cards page over a profile with a long log: the answer is durable and the next card in
sight. ``bare`` writes one row as safely as we do, and shows the same card in Qt's own widgets: how far the sitting is,
where the card belongs, the question in the same style, and a button for the answer in place of four for the rating.
"""

import random
import sqlite3
import sys
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from studyapp import bundle
from studyapp.learning.rating import Rating
from studyapp.preferences import Preferences
from studyapp.study.desks import Desks
from studyapp.study.library import Library
from studyapp.ui.cards.page import CardsPage
from studyapp.ui.main_window import MainWindow
from studyapp.ui.news import News
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.rich_text import SHEET
from tests.bench.measure import Side, serve
from tests.bench.sides.screen import Painted, idle
from tests.tools.clock import Clock
from tests.tools.many_cards import BEGIN, many_cards, opened

TODAY = BEGIN + timedelta(days=600, hours=2)


def library(cards: int) -> Library:
    """As many cards as asked for, rendered as the catalog would."""
    catalog = SimpleNamespace(
        cards=many_cards(cards).catalog.cards,
        packs=(),
        inline=lambda text: f"<p>{text}</p>",
        profiles=tuple,
        topics=tuple,
        articles=dict,
        competencies=tuple,
        area=lambda name: None,
    )
    return cast(Library, SimpleNamespace(catalog=catalog, added=(), close=lambda: None))


def ours(folder: Path, theme: Theme, cards: int) -> tuple[Side, object]:
    clock = Clock(TODAY)
    desks = Desks(opened(folder, clock), library(cards), clock, random.Random(1))
    window = MainWindow(desks, theme, News(), Preferences())
    window.resize(1280, 800)
    window.go("page:cards?scope=due&ahead=yes")
    window.show()
    page = window.page("cards")
    assert isinstance(page, CardsPage)
    painted = Painted(page.stage.card.front.viewport())

    def answer() -> float:
        page.turn()
        clock.tick(seconds=8)
        idle()
        return painted.after(lambda: page.rate(Rating.GOOD))

    return answer, window


def bare(folder: Path, theme: Theme, cards: int) -> tuple[Side, object]:
    db = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for statement in (
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "CREATE TABLE IF NOT EXISTS answer (at, said)",
    ):
        db.execute(statement)
    card = BareCard(theme)
    card.resize(720, 560)
    card.show()
    painted = Painted(card.question.viewport())
    coming = iter(many_cards(cards).catalog.cards().values())

    def step() -> None:
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT INTO answer VALUES (?, ?)", (1, "x" * 150))
        db.execute("COMMIT")
        card.show_question(f"<p>{next(coming).front}</p>")

    def answer() -> float:
        card.show_ratings()
        idle()
        return painted.after(step)

    return answer, card


class BareCard(QFrame):
    """A card as Qt shows it without any rule of ours."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._done = 0
        self._progress, self._place, self.question = QProgressBar(), QLabel(), QTextBrowser()
        self._progress.setRange(0, 100)
        document = self.question.document()
        document.setDefaultFont(theme.font(22, bold=True))
        document.setDefaultStyleSheet(theme.css(SHEET))
        self._below = QStackedWidget()
        ratings = QWidget()
        row = QHBoxLayout(ratings)
        for rating in Rating:
            row.addWidget(QPushButton(rating.name))
        self._below.addWidget(QPushButton("Show answer"))
        self._below.addWidget(ratings)
        column = QVBoxLayout(self)
        for part in (self._progress, self._place, self.question, self._below):
            column.addWidget(part)

    def show_ratings(self) -> None:
        self._below.setCurrentIndex(1)

    def show_question(self, html: str) -> None:
        self._done += 1
        self._progress.setValue(self._done % 100)
        self._place.setText(f"Topic › article {self._done}")
        self.question.setHtml(html)
        self._below.setCurrentIndex(0)


def main() -> None:
    which, folder, cards = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    QApplication([])
    theme = Theme(bundle.resources_dir(), "light")
    theme.apply()
    side, kept = {"ours": ours, "bare": bare}[which](folder, theme, cards)
    side()
    serve(side)
    del kept


if __name__ == "__main__":
    main()
