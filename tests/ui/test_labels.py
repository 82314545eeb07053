"""Labels show text as it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.chip import Tag
from studyapp.ui.widgets.labels import OwnWords, heading, plain_label
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.scroll import Scroll

HOSTILE = '<img src="file:///etc/passwd"><b>bold</b>'


def test_markup_in_a_label_is_text(theme: Theme) -> None:
    label = plain_label(theme, HOSTILE)
    assert (label.textFormat(), label.text()) == (Qt.TextFormat.PlainText, HOSTILE)


def test_a_label_grows_with_the_zoom(theme: Theme) -> None:
    label = heading(theme, "Title", 20)
    theme.set_zoom(150)
    assert label.font().pixelSize() == 30


@pytest.mark.parametrize("colour", ["text", "muted", "accent", "bad", "good", "warn", "developers"])
def test_a_label_has_its_colour_in_both_themes(colour: str, theme: Theme) -> None:
    label = plain_label(theme, "x", colour=colour)
    label.show()
    for mode in ("light", "dark"):
        theme.set_mode("dark" if mode == "dark" else "light")
        QApplication.processEvents()
        assert label.palette().color(label.foregroundRole()) == theme.colour(colour)


def test_a_label_can_change_its_colour_back_and_forth(theme: Theme) -> None:
    label = plain_label(theme, "x", colour="good")
    label.show()
    for colour in ("muted", "warn", "text", "good"):
        label.set_colour(colour)
        theme.set_mode("dark")
        theme.set_mode("light")
        QApplication.processEvents()
        assert label.palette().color(label.foregroundRole()) == theme.colour(colour)
    assert QPalette.ColorRole.WindowText == label.foregroundRole()


def test_a_long_label_wraps_instead_of_being_cut(theme: Theme) -> None:
    label = plain_label(theme, "several words that need more than one line " * 3)
    assert label.heightForWidth(200) >= 3 * label.fontMetrics().height()


def test_a_tag_has_room_around_its_text(theme: Theme) -> None:
    holder = QWidget()
    tag = Tag(theme, "Events")
    tag.setParent(holder)
    assert tag.sizeHint().width() > tag.fontMetrics().horizontalAdvance("Events") + 10


@pytest.mark.parametrize("zoom", [100, 200])
def test_own_words_without_a_break_go_on_in_the_next_line_and_make_nothing_wider(
    zoom: int, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_zoom(zoom)
    label, inner = OwnWords(theme), QWidget()
    Column(theme, inner).addWidget(label)
    place = Scroll(inner)
    qtbot.addWidget(place)
    place.resize(600, 400)
    place.show()
    label.setText(f"Before {'m' * 960} after")
    QApplication.processEvents()
    assert place.horizontalScrollBar().maximum() == 0
    assert label.height() > 9 * label.fontMetrics().height()
    place.resize(300, 400)
    QApplication.processEvents()
    assert place.horizontalScrollBar().maximum() == 0


def test_own_words_that_fit_are_left_as_they_are(theme: Theme, qtbot: QtBot) -> None:
    label = OwnWords(theme)
    qtbot.addWidget(label)
    label.resize(400, 60)
    label.show()
    address = "https://www.scrum.org/resources/blog/a-page"
    label.setText(address)
    QApplication.processEvents()
    assert label.text() == address
