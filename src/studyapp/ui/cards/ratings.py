"""The four ratings, each with its next interval and its key."""

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.learning.rating import Rating
from studyapp.ui.cards.wording import RATINGS, TWO, interval, spoken_interval
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import Button, Dress
from studyapp.ui.widgets.drawing import draw_rounded, whole
from studyapp.ui.widgets.key_cap import draw_key_cap, key_cap_size
from studyapp.ui.widgets.layouts import Row


class RatingButton(Button):
    """One rating: its name, when the card would come back, and its key."""

    def __init__(self, theme: Theme, rating: Rating) -> None:
        name, colour = RATINGS[rating]
        super().__init__(theme, name, key=str(int(rating)))
        self.rating = rating
        self.dress = Dress("surface", colour, colour)
        self._interval = ""
        self._suggested = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """Say something else about what it would do."""
        self._interval = words
        self.setAccessibleDescription(f"{words}, key {self._key}")
        self.update()

    def rename(self, name: str, key: str) -> None:
        """Another name and key."""
        self.set_text(name)
        self._key = key

    def show_interval(self, span: timedelta) -> None:
        """Say when the card would come back."""
        self._interval = interval(span)
        self.setAccessibleDescription(f"{spoken_interval(span)}, key {self._key}")
        self.update()

    def suggest(self, suggested: bool) -> None:
        """Mark the rating that a typed answer earned."""
        self._suggested = suggested
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines high."""
        px = self._theme.px
        lines = QFontMetricsF(self._theme.font(14, bold=True)).height() + max(
            QFontMetricsF(self._theme.font(12.5)).height(), key_cap_size(self._theme, "1").height()
        )
        below = QFontMetricsF(self._theme.font(12.5)).horizontalAdvance("88 min") + px(30)
        return QSize(round(below) + px(16), max(px(67), round(lines) + px(22)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both lines in the middle."""
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        touched = self.underMouse() or self.isDown() or self._suggested
        fill = theme.mixed("surface", self.dress.text, 0.9) if touched else theme.colour("surface")
        width = max(2.0, px(1.5)) if self.hasFocus() or self._suggested else 1.0
        draw_rounded(painter, whole(self), px(12), fill, theme.colour(self.dress.border), width)
        if self.hasFocus():
            draw_rounded(
                painter, whole(self).adjusted(4, 4, -4, -4), px(8), None, theme.colour("accent"), 1.5
            )
        name, note = theme.font(14, bold=True), theme.font(12.5)
        cap = key_cap_size(theme, self._key)
        upper, lower = QFontMetricsF(name).height(), max(QFontMetricsF(note).height(), cap.height())
        top = (self.height() - upper - lower - px(3)) / 2
        painter.setFont(name)
        painter.setPen(theme.colour(self.dress.text))
        painter.drawText(QRectF(0, top, self.width(), upper), Qt.AlignmentFlag.AlignCenter, self.text())
        words = QFontMetricsF(note).horizontalAdvance(self._interval)
        left = (self.width() - words - px(5) - cap.width()) / 2
        row = QRectF(left, top + upper + px(3), words + 1, lower)
        painter.setFont(note)
        painter.setPen(theme.colour("muted"))
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, self._interval)
        place = QRectF(row.right() + px(4), row.center().y() - cap.height() / 2, cap.width(), cap.height())
        draw_key_cap(painter, self, theme, place, self._key)


class Ratings(QWidget):
    """All four in a row, or two of them: forgot and knew."""

    rated = Signal(object)
    """Carries the ``Rating``."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = Row(theme, self, gap=12)
        self._buttons = {rating: RatingButton(theme, rating) for rating in Rating}
        for button in self._buttons.values():
            button.clicked.connect(self._rate)
            row.addWidget(button, 1)

    def show_intervals(self, intervals: Mapping[Rating, timedelta], suggested: Rating | None = None) -> None:
        """Say what each would do; perhaps mark the one that a typed answer earned."""
        for rating, button in self._buttons.items():
            if rating in intervals:
                button.show_interval(intervals[rating])
            button.suggest(rating is suggested)

    def show_words(self, words: Mapping[Rating, str], suggested: Rating | None = None) -> None:
        """Say in words what they would do where no interval follows from them."""
        for rating, button in self._buttons.items():
            button.show_words(words.get(rating, ""))
            button.suggest(rating is suggested)

    def show_two(self, two: bool) -> None:
        """Offer two ratings instead of four, under other names."""
        names = TWO if two else {rating: name for rating, (name, _) in RATINGS.items()}
        for rating, button in self._buttons.items():
            button.setVisible(rating in names)
            button.rename(names.get(rating, ""), "2" if two and rating is Rating.GOOD else str(int(rating)))

    def take_focus(self, rating: Rating) -> None:
        """Put the focus on one of them."""
        self._buttons[rating].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _rate(self) -> None:
        button = self.sender()
        if isinstance(button, RatingButton):
            self.rated.emit(button.rating)
