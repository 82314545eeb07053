"""Text in the rows of lists is never cut."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QImage, QPainter

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.wrapped import breakable, draw_wrapped, wrapped_height

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


@pytest.fixture
def metrics(theme: Theme) -> QFontMetrics:
    return QFontMetrics(theme.font(14))


def test_an_address_longer_than_a_line_is_broken_where_it_is_joined(metrics: QFontMetrics) -> None:
    address = "see\nhttps://www.scrum.org/resources/what-is-a-product-owner"
    joined = address.replace("//", "//|").replace("org/", "org/|").replace("es/", "es/|").replace("-", "-|")
    assert breakable(metrics, metrics.horizontalAdvance(address) // 2, address).split(
        "\u200b"
    ) == joined.split("|")


def test_a_word_longer_than_a_line_goes_on_in_the_next(metrics: QFontMetrics) -> None:
    lines = -(-metrics.horizontalAdvance(LONG) // 150)
    assert wrapped_height(metrics, 150, LONG) >= lines * metrics.height()


def test_a_word_that_has_a_line_to_itself_stays_whole(metrics: QFontMetrics) -> None:
    text = "The accountabilities of Developers"
    assert breakable(metrics, metrics.horizontalAdvance("accountabilities") + 1, text) == text


@pytest.mark.parametrize("text", [LONG, f"Of the {LONG} in Vienna"])
def test_what_is_drawn_stays_within_its_place(text: str, theme: Theme) -> None:
    picture = QImage(300, 400, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.setFont(theme.font(14))
    used = draw_wrapped(painter, QRect(0, 0, 150, 400), text)
    painter.end()
    assert used.width() <= 150
