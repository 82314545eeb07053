"""Opens Progress until its four figures stand there: ``… sides.progress CARDS FOLDER``."""

import random
import sys
import time
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from studyapp import bundle
from studyapp.study.desks import Desks
from studyapp.study.library import Library
from studyapp.ui.progress.page import ProgressPage
from studyapp.ui.theme import Theme
from tests.bench.measure import Side, serve
from tests.tools.clock import Clock
from tests.tools.many_cards import BEGIN, many_cards, opened


def library(cards: int) -> Library:
    catalog = SimpleNamespace(
        cards=many_cards(cards).catalog.cards,
        packs=(),
        topics=tuple,
        articles=dict,
        competencies=tuple,
        profiles=tuple,
        certifications=tuple,
        comparisons=dict,
        misconceptions=dict,
        questions=dict,
    )
    return cast(Library, SimpleNamespace(catalog=catalog, added=(), close=lambda: None))


def opening(desks: Desks, theme: Theme) -> Side:
    def shown() -> float:
        began = time.perf_counter()
        page = ProgressPage(desks, theme)
        page.resize(1190, 750)
        page.wake(ProgressPage.cares_for)
        page.show()
        while page.progress is None:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QApplication.processEvents()
        took = (time.perf_counter() - began) * 1000
        page.deleteLater()
        QApplication.processEvents()
        return took

    return shown


def main() -> None:
    cards, folder = int(sys.argv[1]), Path(sys.argv[2])
    QApplication([])
    theme = Theme(bundle.resources_dir(), "light")
    theme.apply()
    clock = Clock(BEGIN + timedelta(days=600, hours=2))
    desks = Desks(opened(folder, clock), library(cards), clock, random.Random(1))
    side = opening(desks, theme)
    side()
    serve(side)


if __name__ == "__main__":
    main()
