"""Switches between light and dark until painted: ``… sides.theme ours|bare FOLDER SIZE``.

``ours`` is the real window on its Read page with an open article, after all six pages have been visited. ``bare`` is a
window of as many plain widgets that is given our palettes, with a QTextBrowser that is given the finished HTML.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QTextBrowser, QWidget

from studyapp import bundle
from studyapp.ids import ItemId
from studyapp.preferences import Preferences
from studyapp.ui.address import article_address
from studyapp.ui.main_window import MainWindow
from studyapp.ui.news import News
from studyapp.ui.pages import PAGES
from studyapp.ui.read.article_html import page_html
from studyapp.ui.read.article_style import article_css, article_font, column_width
from studyapp.ui.read.page import ReadPage
from studyapp.ui.theme import Theme
from studyapp.ui.theme.theme import Mode
from tests.bench.measure import Side, serve
from tests.bench.sides.article import opened
from tests.bench.sides.screen import Painted, idle

MODES: list[Mode] = ["light", "dark"]


def ours(folder: Path, theme: Theme, size: int) -> tuple[Side, object]:
    window = _window(folder, theme, size)
    page = window.page("read")
    assert isinstance(page, ReadPage)
    painted = Painted(page.lectern.view.viewport())

    def switch() -> float:
        MODES.reverse()
        idle()
        return painted.after(lambda: theme.set_mode(MODES[0]))

    return switch, window


def bare(folder: Path, theme: Theme, size: int) -> tuple[Side, object]:
    window = _window(folder, theme, size)
    count = len(window.findChildren(QWidget))
    window.close()
    window.deleteLater()
    idle()
    plain = QWidget()
    plain.resize(1280, 800)
    grid = QGridLayout(plain)
    browser = QTextBrowser()
    browser.setFixedWidth(round(column_width(theme)) + 20)
    grid.addWidget(browser, 0, 0, 30, 1)
    for number in range(count - 4):
        grid.addWidget(QLabel(str(number)), number % 30, 1 + number // 30)
    plain.show()
    painted = Painted(browser.viewport())
    html = page_html(
        opened(folder.with_name("look")).reading.look(ItemId(f"long/article/size-{size}-a")), "Topic · 1 min"
    )
    looks = []
    for mode in MODES:
        theme.set_mode(mode)
        looks.append((QApplication.palette(), article_css(theme)))
    browser.document().setDefaultFont(article_font(theme))

    def dress() -> None:
        palette, css = looks[0]
        QApplication.setPalette(palette)
        browser.document().setDefaultStyleSheet(css)
        browser.setHtml(html)

    def switch() -> float:
        looks.reverse()
        idle()
        return painted.after(dress)

    return switch, plain


def _window(folder: Path, theme: Theme, size: int) -> MainWindow:
    window = MainWindow(opened(folder), theme, News(), Preferences())
    window.resize(1280, 800)
    window.begin("today")
    window.show()
    for name in PAGES:
        window.show_page(name)
        idle()
    window.go(article_address(f"size-{size}-a"))
    idle()
    return window


def main() -> None:
    which, folder, size = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    QApplication([])
    theme = Theme(bundle.resources_dir(), "light")
    theme.apply()
    side, kept = {"ours": ours, "bare": bare}[which](folder / f"theme-{which}", theme, size)
    side()
    serve(side)
    del kept


if __name__ == "__main__":
    main()
