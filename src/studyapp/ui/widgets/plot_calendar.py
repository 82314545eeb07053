"""A calendar of days: the more was done, the deeper the colour."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded
from studyapp.ui.widgets.plot_surface import Mark, Plot

_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
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
        return [Mark(self._rect(day), self._text(day)) for day in self._days()]

    def draw(self, painter: QPainter) -> None:
        """Paint the days, the weekdays' and the months' names."""
        radius = self.theme.px(3)
        for day in self._days():
            draw_rounded(painter, self._rect(day), radius, self._colour(self._counts.get(day, 0)))
        self._draw_names(painter)

    def _draw_names(self, painter: QPainter) -> None:
        for weekday in (0, 2, 4):
            box = QRectF(0, self._top() + weekday * self._step(), self._left(), self._cell())
            name = _ENGLISH.dayName(weekday + 1, QLocale.FormatType.ShortFormat)
            self.label(painter, box, name, Qt.AlignmentFlag.AlignLeft)
        free_from = 0.0
        for day in self._days():
            rect = self._rect(day)
            if day.day <= 7 and day.weekday() == 0 and rect.left() >= free_from:
                name = _ENGLISH.monthName(day.month, QLocale.FormatType.ShortFormat)
                wide = self.label_metrics().horizontalAdvance(name) + 4
                if rect.left() + wide <= self.width():
                    box = QRectF(rect.left(), 0, wide, self._top() - 2)
                    self.label(painter, box, name, Qt.AlignmentFlag.AlignLeft)
                    free_from = rect.left() + wide

    def _colour(self, count: int) -> QColor:
        if count <= 0:
            return self.theme.colour("sunken")
        level = 1 + sum(count > bound for bound in self._bounds)
        return self.theme.mixed("accent", "surface", _STEPS[level])

    def _text(self, day: date) -> str:
        return self._texts.get(day, f"{_spelled(day)}: nothing")

    def _days(self) -> list[date]:
        room = self.width() - self._left()
        weeks = max(1, min(_WEEKS, int((room + self._step() - self._cell()) / self._step())))
        first = self._today - timedelta(days=self._today.weekday(), weeks=weeks - 1)
        return [first + timedelta(days=n) for n in range((self._today - first).days + 1)]

    def _rect(self, day: date) -> QRectF:
        first = self._days_start()
        week = (day - first).days // 7
        x = self._left() + week * self._step()
        return QRectF(x, self._top() + day.weekday() * self._step(), self._cell(), self._cell())

    def _days_start(self) -> date:
        return self._days()[0]

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
