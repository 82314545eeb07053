"""A calendar of days: the more was done, the deeper the colour."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded
from studyapp.ui.widgets.plot_surface import Mark, Plot

_ENGLISH = QLocale.c()  # English with three letters for a month: Sep, where the British locale has Sept
_STEPS = (0.0, 0.25, 0.45, 0.7, 1.0)
_WEEKS = 53


class CalendarPlot(Plot):
    """Weeks from left to right, Monday on top, up to ``today``.

    As many weeks as have room, at most a year.
    """

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self._counts: Mapping[date, int] = {}
        self._texts: Mapping[date, str] = {}
        self._today = date(2000, 1, 1)
        self._bounds: tuple[int, int, int] = (0, 0, 0)

    def set_days(self, counts: Mapping[date, int], texts: Mapping[date, str], today: date) -> None:
        """Show how much was done on each day; ``texts`` says it in words for each day that has any."""
        self._counts, self._texts, self._today = counts, texts, today
        done = sorted(count for count in counts.values() if count > 0)
        self._bounds = (_part(done, 1), _part(done, 2), _part(done, 3)) if done else (0, 0, 0)
        self.renew()

    def sizeHint(self) -> QSize:
        """Seven days high, with the names of the months above."""
        return QSize(self.theme.px(320), round(self._top() + 7 * self._step()))

    def stride(self) -> int:
        """Left and right go by a day, up and down by a week."""
        return 7

    def marks(self) -> Sequence[Mark]:
        """One mark a day, the oldest first."""
        days = self._days()
        left, top, step, cell = self._left(), self._top(), self._step(), self._cell()
        return [
            Mark(QRectF(left + n // 7 * step, top + n % 7 * step, cell, cell), self._text(day))
            for n, day in enumerate(days)
        ]

    def draw(self, painter: QPainter) -> None:
        """Paint the days, the weekdays' and the months' names."""
        radius, shades = self.theme.px(3), [self._shade(level) for level in range(len(_STEPS))]
        days = self._days()
        for day, mark in zip(days, self.laid_out, strict=True):
            draw_rounded(painter, mark.rect, radius, shades[self._level(self._counts.get(day, 0))])
        self._draw_weekdays(painter)
        self._draw_months(painter, days)

    def _draw_weekdays(self, painter: QPainter) -> None:
        for weekday in (0, 2, 4):
            box = QRectF(0, self._top() + weekday * self._step(), self._left(), self._cell())
            name = _ENGLISH.dayName(weekday + 1, QLocale.FormatType.ShortFormat)
            self.label(painter, box, name, Qt.AlignmentFlag.AlignLeft)

    def _draw_months(self, painter: QPainter, days: Sequence[date]) -> None:
        free_from, top, metrics = 0.0, self._top(), self.label_metrics()
        for day, mark in zip(days, self.laid_out, strict=True):
            if day.day <= 7 and day.weekday() == 0 and mark.rect.left() >= free_from:
                name = _ENGLISH.monthName(day.month, QLocale.FormatType.ShortFormat)
                wide = metrics.horizontalAdvance(name) + 4
                if mark.rect.left() + wide <= self.width():
                    box = QRectF(mark.rect.left(), 0, wide, top - 2)
                    self.label(painter, box, name, Qt.AlignmentFlag.AlignLeft)
                    free_from = mark.rect.left() + wide

    def _shade(self, level: int) -> QColor:
        return self.theme.mixed("accent", "surface", _STEPS[level]) if level else self.theme.colour("sunken")

    def _level(self, count: int) -> int:
        return 1 + sum(count > bound for bound in self._bounds) if count > 0 else 0

    def _text(self, day: date) -> str:
        return self._texts.get(day, f"{_spelled(day)}: nothing")

    def _days(self) -> list[date]:
        room = self.width() - self._left()
        weeks = max(1, min(_WEEKS, int((room + self._step() - self._cell()) / self._step())))
        first = self._today - timedelta(days=self._today.weekday(), weeks=weeks - 1)
        return [first + timedelta(days=n) for n in range((self._today - first).days + 1)]

    def _cell(self) -> float:
        return float(self.theme.px(13))

    def _step(self) -> float:
        return float(self.theme.px(16))

    def _left(self) -> float:
        return self.label_metrics().horizontalAdvance("Wed") + self.theme.px(8)

    def _top(self) -> float:
        return self.label_metrics().height() + self.theme.px(4)


def _part(ordered: list[int], quarters: int) -> int:
    return ordered[len(ordered) * quarters // 4]


def _spelled(day: date) -> str:
    return f"{_ENGLISH.dayName(day.isoweekday())} {day.day} {_ENGLISH.monthName(day.month)} {day.year}"


def spelled_day(day: date) -> str:
    """``Monday 23 November 2026``."""
    return _spelled(day)
