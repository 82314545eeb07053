"""Boxes to choose from, to count in and to date with, framed as a line to type into is.

They behave as the platform's; only their looks are ours. The wheel scrolls past them.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QTextCharFormat
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLineEdit,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionSpinBox,
    QWidget,
)

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.calm_wheel import calm
from studyapp.ui.widgets.date_keys import TOLD, DateKeys
from studyapp.ui.widgets.field import FIELD_HEIGHT, clear_ground, draw_field
from studyapp.ui.widgets.tips import tip

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object  # of Qt's classes only the platform's own box is to be among the bases

_AIR = 6.0
"""How much further in than Qt's own the words stand."""
_LETTERS = 18
_COMBO, _SPIN = QStyle.ComplexControl.CC_ComboBox, QStyle.ComplexControl.CC_SpinBox
_Part = QStyle.SubControl
_Step = QSpinBox.StepEnabledFlag


class _Box(_Widget):
    """A frame with words and arrows at the theme's size; named before the platform's own box."""

    _theme: Theme
    _typing: QLineEdit | None

    def sizeHint(self) -> QSize:
        """As high as a line to type into."""
        own, px = super().sizeHint(), self._theme.px
        high = max(own.height(), px(FIELD_HEIGHT), self.fontMetrics().height() + px(12))
        return QSize(own.width() + px(2 * _AIR), high)

    def minimumSizeHint(self) -> QSize:
        """Never low."""
        return QSize(super().minimumSizeHint().width() + self._theme.px(2 * _AIR), self.sizeHint().height())

    def _dress(self, theme: Theme, typing: QLineEdit | None) -> None:
        self._theme, self._typing = theme, typing
        if typing is not None:
            clear_ground(typing)
        calm(self)
        self._fit()
        theme.zoomed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        if self._typing is not None:
            self._typing.setTextMargins(self._theme.px(_AIR), 0, 0, 0)
        self.updateGeometry()

    def _ink(self) -> str:
        return "text" if self.isEnabled() else "muted"


class ChoiceBox(_Box, QComboBox):
    """One of several from a list that opens. It may be narrower than its longest entry.

    Where ``typed``, anything else may be typed as well.
    """

    def __init__(self, theme: Theme, *, typed: bool = False, letters: int = _LETTERS) -> None:
        super().__init__()
        self._theme = theme  # Qt asks for the size while it becomes a line to type into
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)
        self.setEditable(typed)
        self._dress(theme, self.lineEdit())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, arrow and choice; what is typed paints itself."""
        painter, theme, option = QPainter(self), self._theme, QStyleOptionComboBox()
        self.initStyleOption(option)
        draw_field(painter, self, theme)
        arrow = self.style().subControlRect(_COMBO, option, _Part.SC_ComboBoxArrow, self)
        _draw_arrow(painter, theme, arrow, self._ink())
        if self.isEditable():
            return
        room = self.style().subControlRect(_COMBO, option, _Part.SC_ComboBoxEditField, self)
        words = room.adjusted(theme.px(_AIR), 0, -theme.px(_AIR), 0)
        text = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, words.width())
        painter.setPen(theme.colour(self._ink()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class NumberBox(_Box, QSpinBox):
    """A whole number."""

    def __init__(self, theme: Theme, least: int, most: int, suffix: str = "") -> None:
        super().__init__()
        self.setRange(least, most)
        self.setSuffix(suffix)
        self._dress(theme, self.lineEdit())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame and arrows; the number paints itself."""
        painter, option = QPainter(self), QStyleOptionSpinBox()
        self.initStyleOption(option)
        draw_field(painter, self, self._theme)
        for part, step in (
            (_Part.SC_SpinBoxUp, _Step.StepUpEnabled),
            (_Part.SC_SpinBoxDown, _Step.StepDownEnabled),
        ):
            place = self.style().subControlRect(_SPIN, option, part, self)
            ink = self._ink() if self.stepEnabled() & step else "line"
            _draw_arrow(painter, self._theme, place, ink, up=part is _Part.SC_SpinBoxUp)


class DateBox(_Box, QDateEdit):
    """A day to type or to pick from a calendar.

    The calendar writes each day in the colour of text: Qt's red for weekends is hard to read.
    """

    def __init__(self, theme: Theme, day: QDate, form: str = "d MMMM yyyy") -> None:
        super().__init__(day)
        self.setCalendarPopup(True)
        self.setDisplayFormat(form)
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendarWidget().setWeekdayTextFormat(weekend, QTextCharFormat())
        self._keys = DateKeys(self)
        self.setAccessibleDescription(TOLD)
        tip(self, TOLD)
        self._dress(theme, self.lineEdit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a day as it is usually written."""
        if self._keys.take(event):
            return
        super().keyPressEvent(event)
        if event.text().isdecimal():
            self._keys.note_year()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame and arrow; the day paints itself."""
        painter, option = QPainter(self), QStyleOptionComboBox()
        option.initFrom(self)
        draw_field(painter, self, self._theme)
        arrow = self.style().subControlRect(_COMBO, option, _Part.SC_ComboBoxArrow, self)
        _draw_arrow(painter, self._theme, arrow, self._ink())


def _draw_arrow(painter: QPainter, theme: Theme, place: QRect, ink: str, *, up: bool = False) -> None:
    wide, high = float(theme.px(3.5)), theme.px(3.5) / (-2 if up else 2)
    corners = (QPointF(-wide, -high), QPointF(0, high), QPointF(wide, -high))
    middle = QRectF(place).center() - QPointF(theme.px(4), 0)
    painter.setPen(QPen(theme.colour(ink), max(1.4, theme.px(1.4))))
    painter.drawPolyline(QPolygonF([middle + corner for corner in corners]))
