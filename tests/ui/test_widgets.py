"""Our building blocks: pressed by mouse and key, never cut, and known to a screen reader."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studyapp.ui.cards.stage import Stage
from studyapp.ui.news import News
from studyapp.ui.shell import Shell
from studyapp.ui.theme import Theme
from studyapp.ui.theme.theme import Mode
from studyapp.ui.widgets.bar import Bar
from studyapp.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from studyapp.ui.widgets.chip import Chip
from studyapp.ui.widgets.dialog import Dialog
from studyapp.ui.widgets.drawing import draw_rounded
from studyapp.ui.widgets.field import Field
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.flow_lines import FlowLine, lines
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.progress_row import Line, ProgressRow
from studyapp.ui.widgets.rich_text import RichText
from studyapp.ui.widgets.scroll import Scroll
from studyapp.ui.widgets.side_by_side import SideBySide
from studyapp.ui.widgets.tips import tip

Shown = Callable[..., None]
_ROUNDING = 6
"""Of 255: what is half transparent is rounded once more in a picture, and once more where its box comes from one."""


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Shows a widget on a window of its own that lives as long as the test."""
    kept: list[QWidget] = []

    def show(widget: QWidget, width: int = 400, height: int = 300) -> None:
        holder = QWidget()
        kept.append(holder)
        qtbot.addWidget(holder)
        widget.setParent(holder)
        holder.resize(width, height)
        widget.resize(width, height)
        holder.show()
        holder.activateWindow()
        QApplication.processEvents()

    return show


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_focused_button_answers_to_space_and_enter(
    key: Qt.Key, theme: Theme, shown: Shown, qtbot: QtBot
) -> None:
    button = QuietButton(theme, "Go")
    shown(button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_a_button_has_room_for_icon_text_and_key(zoom: int, theme: Theme) -> None:
    theme.set_zoom(zoom)
    plain, full = (
        QuietButton(theme, "Flag for review"),
        QuietButton(theme, "Flag for review", key="F", icon="flag"),
    )
    assert full.minimumSizeHint().width() >= plain.sizeHint().width() + theme.px(18 + 6 + 12)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("kind", [QuietButton, PrimaryButton])
@pytest.mark.parametrize("enabled", [True, False])
def test_a_button_painted_from_its_picture_looks_as_it_did(
    kind: type[QuietButton | PrimaryButton], mode: Mode, enabled: bool, theme: Theme, shown: Shown
) -> None:
    theme.set_mode(mode)
    button = kind(theme, "Flag for review", key="F", icon="flag")
    shown(button, 200, 35)
    button.setEnabled(enabled)
    button.set_text("Flagged for review")
    drawn, first_from_picture, again = (button.grab().toImage() for _ in range(3))
    assert first_from_picture == again
    assert _greatest_difference(drawn, again) <= _ROUNDING


def test_a_button_that_is_zoomed_or_darkened_is_drawn_anew(theme: Theme, shown: Shown) -> None:
    button = QuietButton(theme, "Go", key="G")
    shown(button, 200, 35)
    light = [button.grab().toImage() for _ in range(3)][-1]
    theme.set_mode("dark")
    dark = button.grab().toImage()
    theme.set_zoom(200)
    assert len({bytes(image.constBits()) for image in (light, dark, button.grab().toImage())}) == 3


def _greatest_difference(one: QImage, other: QImage) -> int:
    """Of any channel of any pixel, of 255."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs)


def test_an_icon_button_has_a_name_and_a_tip(theme: Theme) -> None:
    button = IconButton(theme, "Back", "back")
    assert (button.accessibleName(), button.toolTip()) == ("Back", "<p>Back</p>")


def test_a_tip_shows_markup_as_text(theme: Theme) -> None:
    button = QPushButton()
    tip(button, "<b>&")
    assert button.toolTip() == "<p>&lt;b&gt;&amp;</p>"


def test_all_states_of_a_button_can_be_painted_in_both_themes(theme: Theme, qtbot: QtBot) -> None:
    button, chip = (
        PrimaryButton(theme, "Go", key="Enter", icon="check"),
        Chip(theme, "PO", colour="product-owner"),
    )
    for mode in ("light", "dark"):
        theme.set_mode("dark" if mode == "dark" else "light")
        for enabled in (True, False):
            button.setEnabled(enabled)
            chip.setChecked(enabled)
            assert not button.grab().isNull()
            assert not chip.grab().isNull()


def test_a_bar_is_a_progress_bar_to_a_screen_reader(theme: Theme) -> None:
    bar = Bar(theme)
    bar.set_share(0.25)
    told = QAccessible.queryAccessibleInterface(bar)
    assert told.role() == QAccessible.Role.ProgressBar
    assert told.valueInterface().currentValue() == 250


@pytest.mark.parametrize(("share", "value"), [(-1, 0), (0.5, 500), (7, 1000)])
def test_a_bar_stays_between_nothing_and_all(share: float, value: int, theme: Theme) -> None:
    bar = Bar(theme)
    bar.set_share(share)
    assert bar.value() == value


def test_things_go_on_in_the_next_line_where_the_width_ends() -> None:
    places = lines([QSize(40, 10)] * 3, 100, (10, 5))
    assert places == [QRect(0, 0, 40, 10), QRect(50, 0, 40, 10), QRect(0, 15, 40, 10)]


def test_lines_can_stand_in_the_middle() -> None:
    assert lines([QSize(40, 10)], 100, (10, 5), centred=True) == [QRect(30, 0, 40, 10)]


@pytest.mark.parametrize("width", [120, 260, 800])
def test_nothing_in_a_flow_is_cut_or_overlaps(width: int, theme: Theme, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(theme, holder)
    chips = [Chip(theme, text) for text in ("Topics", "Tags", "Objectives", "Bookmarks")]
    for chip in chips:
        flow.addWidget(chip)
    holder.resize(width, flow.heightForWidth(width))
    holder.show()
    places = [chip.geometry() for chip in chips]
    assert all(holder.rect().contains(place) for place in places)
    assert not any(a.intersects(b) for a in places for b in places if a is not b)


def test_a_line_of_buttons_grows_when_it_becomes_narrow(theme: Theme) -> None:
    line = FlowLine(theme, [QuietButton(theme, "Choose what to study") for _ in range(3)])
    assert line.heightForWidth(200) > 2.5 * line.heightForWidth(2000)


@pytest.mark.parametrize(("width", "zoom"), [(200, 200), (320, 100), (700, 100)])
def test_a_progress_row_has_room_for_all_its_words(width: int, zoom: int, theme: Theme, shown: Shown) -> None:
    theme.set_zoom(zoom)
    row = ProgressRow(
        theme, Line("Can one person be both?", "54 % recalled · 71 of 190 seen", 0.5, "warn", "x")
    )
    shown(row, width, row.heightForWidth(width))
    row.resize(width, row.heightForWidth(width))
    for label in (row._title, row._note):
        assert label.height() >= label.heightForWidth(label.width())
        assert row.rect().contains(label.geometry())
    assert not row._title.geometry().intersects(row._note.geometry())


def test_a_progress_row_says_title_and_note(theme: Theme) -> None:
    row = ProgressRow(theme, Line("Events", "3 of 4", 0.75, "good", "x"))
    assert row.accessibleName() == "Events, 3 of 4"


def test_cards_stand_below_one_another_in_a_narrow_window(theme: Theme, shown: Shown) -> None:
    pair = SideBySide(theme, wide=600)
    one, other = plain_label(theme, "one"), plain_label(theme, "other")
    pair.add(one)
    pair.add(other)
    shown(pair, 700, 200)
    assert one.y() == other.y()
    pair.resize(500, 200)
    QApplication.processEvents()
    assert one.x() == other.x()


def test_what_is_taller_than_the_window_scrolls(theme: Theme, shown: Shown) -> None:
    content = QWidget()
    Column(theme, content).addWidget(plain_label(theme, "word " * 400))
    area = Scroll(content)
    shown(area, 300, 200)
    assert area.verticalScrollBar().maximum() > 0
    assert not area.grab().isNull()


def test_what_tab_comes_to_from_outside_is_brought_into_sight(theme: Theme, shown: Shown) -> None:
    content, shell = QWidget(), Shell(None, theme, News())  # type: ignore[arg-type] # no desk is asked
    column = Column(theme, content)
    column.addSpacing(900)
    last = QuietButton(theme, "Last")
    column.addWidget(last)
    outer = Column(theme, shell)
    first, area = QuietButton(theme, "First"), Scroll(content)
    outer.addWidget(first)
    outer.addWidget(area)
    shown(shell, 300, 200)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert last.hasFocus()
    assert area.verticalScrollBar().value() > 0


def test_gaps_grow_with_the_zoom(theme: Theme) -> None:
    holder = QWidget()
    column = Column(theme, holder, margins=(4, 8, 4, 8), gap=10)
    column.add_space(6)
    theme.set_zoom(200)
    item = column.itemAt(0)
    assert item is not None
    spacer = item.spacerItem()
    assert spacer is not None
    assert (column.contentsMargins().top(), column.spacing(), spacer.sizeHint().height()) == (16, 20, 12)


def test_a_field_is_as_high_as_its_text_at_every_zoom(theme: Theme) -> None:
    field = Field(theme, "Your answer", "Type here", 17)
    theme.set_zoom(200)
    assert field.minimumSizeHint().height() > field.fontMetrics().height()
    assert field.accessibleName() == "Your answer"


def test_a_box_painted_again_looks_as_it_did_the_first_time(theme: Theme) -> None:
    def painted() -> QImage:
        image = QImage(120, 40, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        draw_rounded(painter, QRectF(10, 5, 101, 31), 7, theme.colour("accent"), theme.colour("bad"), 1.7)
        painter.end()
        return image

    pictures = [painted() for _ in range(4)]
    assert all(picture == pictures[0] for picture in pictures)


def test_a_text_prepared_ahead_looks_as_one_that_was_not(theme: Theme, qtbot: QtBot) -> None:
    pictures = []
    for ahead in (False, True):
        text = RichText(theme, 22, bold=True)
        qtbot.addWidget(text)
        text.resize(400, 50)
        text.set_html("<p>Before</p>")
        if ahead:
            text.prepare("<p>Who orders the <b>Product Backlog</b>?</p>")
        text.set_html("<p>Who orders the <b>Product Backlog</b>?</p>")
        pictures.append((text.height(), text.toPlainText(), text.grab().toImage()))
    assert pictures[0] == pictures[1]


def test_a_button_painted_from_its_picture_shows_the_key_that_presses_it_now(
    theme: Theme, shown: Shown
) -> None:
    button = QuietButton(theme, "Show answer", key="Space")
    shown(button, 200, 40)
    pictures = [button.grab().toImage() for _ in range(3)]
    button.set_key("Enter")
    assert button.grab().toImage() != pictures[-1]


@pytest.mark.parametrize(("width", "height", "zoom"), [(1060, 740, 100), (1060, 740, 110), (740, 500, 200)])
def test_a_pause_between_cards_has_room_for_its_sentence_and_buttons(
    width: int, height: int, zoom: int, theme: Theme, shown: Shown
) -> None:
    stage = Stage(theme, [])
    stage.pause.show_empty("Everything due", cards=3, ahead=True)
    shown(stage, width, height)
    stage.show_pause(0)
    theme.set_zoom(zoom)
    QApplication.processEvents()
    assert stage.pause.height() >= stage.pause.heightForWidth(stage.pause.width())
    buttons = [(b, b.parentWidget()) for b in stage.pause.findChildren(QPushButton)]
    assert all(line is not None and line.rect().contains(b.geometry()) for b, line in buttons)


@pytest.fixture
def long_dialog(theme: Theme, qtbot: QtBot) -> Dialog:
    dialog = Dialog(theme, "Keys")
    qtbot.addWidget(dialog)
    dialog.body.addWidget(QuietButton(theme, "First"))
    dialog.body.addSpacing(2000)
    dialog.offer(PrimaryButton(theme, "Close"), closes=True).setFocus()
    dialog.resize(400, 300)
    dialog.show()
    dialog.activateWindow()
    QApplication.processEvents()
    return dialog


@pytest.mark.parametrize(("there", "back"), [("PageDown", "PageUp"), ("Down", "Up"), ("End", "Home")])
def test_a_tall_dialog_scrolls_by_the_keyboard(there: str, back: str, long_dialog: Dialog) -> None:
    bar = long_dialog.findChildren(Scroll)[0].verticalScrollBar()
    seen = []
    for name in (there, back):
        focus = long_dialog.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key[f"Key_{name}"])
        seen.append(bar.value())
    assert seen[0] > seen[1] == 0


def test_tab_from_the_foot_of_a_dialog_comes_to_what_is_in_sight(long_dialog: Dialog) -> None:
    close, first = long_dialog.findChildren(PrimaryButton)[0], long_dialog.findChildren(QuietButton)[0]
    bar = long_dialog.findChildren(Scroll)[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    QTest.keyClick(close, Qt.Key.Key_Tab)
    assert first.hasFocus()
    assert bar.value() < 20
