"""Switches between two articles of one size until painted: ``… sides.article ours|bare FOLDER SIZE``.

``ours`` is the real window on its Read page, with library, outline, cards and everything else that changes along.
``bare`` is a QTextBrowser that is given the very HTML, style sheet and font that ours made, at the width of our column.
"""

import random
import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QTextBrowser

from studyapp import bundle
from studyapp.ids import ItemId
from studyapp.preferences import Preferences
from studyapp.store.profile import open_profile
from studyapp.study.desks import Desks
from studyapp.study.library import Library
from studyapp.ui.address import article_address
from studyapp.ui.main_window import MainWindow
from studyapp.ui.news import News
from studyapp.ui.read.article_html import page_html
from studyapp.ui.read.article_style import article_css, article_font, column_width
from studyapp.ui.read.page import ReadPage
from studyapp.ui.theme import Theme
from tests.bench.measure import Side, serve
from tests.bench.sides.screen import Painted, idle

MOMENT = datetime(2026, 1, 1, 9, tzinfo=UTC)


def opened(folder: Path) -> Desks:
    """The desks of a profile on the pack of long articles."""
    profile = open_profile(folder, lambda: MOMENT, random.Random(1))
    library = Library((folder.parent / "pack",), (), folder.parent / "cache", lambda _: None)
    return Desks(profile, library, lambda: MOMENT, random.Random(1))


def ours(desks: Desks, theme: Theme, size: int) -> tuple[Side, object]:
    window = MainWindow(desks, theme, News(), Preferences())
    window.resize(1280, 800)
    window.begin("read")
    window.show()
    page = window.page("read")
    assert isinstance(page, ReadPage)
    painted = Painted(page.lectern.view.viewport())
    addresses = [article_address(f"size-{size}-{which}") for which in "ab"]

    def switch() -> float:
        addresses.reverse()
        idle()
        return painted.after(lambda: window.go(addresses[0]))

    return switch, window


def bare(desks: Desks, theme: Theme, size: int) -> tuple[Side, object]:
    browser = QTextBrowser()
    browser.document().setDefaultStyleSheet(article_css(theme))
    browser.document().setDefaultFont(article_font(theme))
    browser.resize(round(column_width(theme)) + 20, 748)
    browser.show()
    painted = Painted(browser.viewport())
    pages = [
        page_html(desks.reading.look(ItemId(f"long/article/size-{size}-{which}")), "Topic · 1 min")
        for which in "ab"
    ]

    def switch() -> float:
        pages.reverse()
        idle()
        return painted.after(lambda: browser.setHtml(pages[0]))

    return switch, browser


def main() -> None:
    which, folder, size = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    QApplication([])
    theme = Theme(bundle.resources_dir(), "light")
    theme.apply()
    side, kept = {"ours": ours, "bare": bare}[which](opened(folder / f"{which}-{size}"), theme, size)
    side()
    serve(side)
    del kept


if __name__ == "__main__":
    main()
