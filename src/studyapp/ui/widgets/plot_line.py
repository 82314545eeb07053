"""Lines through points on a scale from 0 to 100 per cent."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.plot_surface import LABEL_PX, Level, Mark, Plot


@dataclass(frozen=True, slots=True)
class LinePoint:
    """A point of a line.

    ``x`` on any scale, ``y`` from 0 to 1, and what it says; a band about it where that is known.
    """

    x: float
    y: float
    text: str
    label: str = ""
    low: float | None = None
    high: float | None = None


class LineStyle(Enum):
    """How a line is drawn. What cannot be told apart without colour has another style."""

    JOINED = auto()
    """Full points on a line, with the band about them."""
    CURVE = auto()
    """A dashed line without points; it has no marks to walk."""
    POINTS = auto()
    """Full points that are not joined, each with its band as a stroke."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line through points from left to right."""

    name: str
    points: tuple[LinePoint, ...]
    colour: str = "accent"
    style: LineStyle = LineStyle.JOINED


@dataclass(frozen=True, slots=True)
class Tick:
    """What stands beneath the axis at a place."""

    x: float
    label: str


class LinePlot(Plot):
    """Lines from left to right with grid lines at every quarter, and perhaps a level to reach."""

    height_px = 180.0

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self._lines: tuple[Line, ...] = ()
        self._level: Level | None = None
        self._ticks: tuple[Tick, ...] = ()

    def set_lines(
        self, lines: Sequence[Line], level: Level | None = None, ticks: Sequence[Tick] = ()
    ) -> None:
        """Show other lines, perhaps with a level. Without ``ticks`` the labels of the first line's points serve."""
        self._lines, self._level = tuple(lines), level
        first = self._lines[0].points if self._lines else ()
        self._ticks = tuple(ticks) or tuple(Tick(point.x, point.label) for point in first if point.label)
        self.renew()

    def marks(self) -> Sequence[Mark]:
        """One mark a point, line after line."""
        reach = self.theme.px(7)
        return [
            Mark(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach), point.text)
            for line in self._lines
            if line.style is not LineStyle.CURVE
            for point in line.points
            for at in [self._spot(point.x, point.y)]
        ]

    def draw(self, painter: QPainter) -> None:
        """Paint the grid, the level, bands, lines, points and labels."""
        self._draw_grid(painter)
        for line in self._lines:
            self._draw_band(painter, line)
        for line in self._lines:
            self._draw_line(painter, line)
        self._draw_labels(painter)

    def _draw_grid(self, painter: QPainter) -> None:
        area, line = self._area(), self.label_metrics().height()
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            y = area.bottom() - share * area.height()
            painter.setPen(self.theme.colour("line"))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            box = QRectF(0, y - line / 2, area.left() - self.theme.px(6), line)
            self.label(painter, box, f"{share:.0%}".replace("%", " %"), Qt.AlignmentFlag.AlignRight)
        if self._level is not None:
            self._draw_level(painter, self._level)

    def _draw_level(self, painter: QPainter, level: Level) -> None:
        area = self._area()
        y = area.bottom() - level.value * area.height()
        thin = max(1.0, self.theme.px(1.4))
        painter.setPen(QPen(self.theme.colour("warn"), thin, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setFont(self.theme.font(LABEL_PX))
        painter.setPen(self.theme.colour("warn"))
        painter.drawText(self._free_place(y, level.name), Qt.AlignmentFlag.AlignCenter, level.name)

    def _free_place(self, y: float, name: str) -> QRectF:
        """Where above or below the level its name is farthest from every line."""
        area, metrics = self._area(), self.label_metrics()
        wide, line = metrics.horizontalAdvance(name) + 6, metrics.height()
        lowest = max(0.0, self.height() - line)
        steps = max(2, min(12, int(area.width() / max(1.0, wide / 2))))
        places = [
            QRectF(area.left() + (area.width() - wide) * n / steps, min(max(0.0, top), lowest), wide, line)
            for n in range(steps, -1, -1)
            for top in (y - line - 1, y + 2)
        ]
        strokes = self._strokes()
        return max(places, key=lambda place: min((_apart(place, s) for s in strokes), default=0.0))

    def _strokes(self) -> list[QLineF]:
        """Every straight piece of every line; a single point is a piece of no length."""
        found = []
        for line in self._lines:
            spots = [self._spot(point.x, point.y) for point in line.points]
            found += [QLineF(a, b) for a, b in pairwise(spots)] or [QLineF(spot, spot) for spot in spots]
        return found

    def _draw_band(self, painter: QPainter, line: Line) -> None:
        known = [p for p in line.points if p.low is not None and p.high is not None]
        if not known:
            return
        if line.style is LineStyle.POINTS:
            self._draw_strokes(painter, line.colour, known)
            return
        upper = [self._spot(p.x, p.high or 0.0) for p in known]
        lower = [self._spot(p.x, p.low or 0.0) for p in reversed(known)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.mixed(line.colour, "surface", 0.16))
        if len(known) == 1:
            half = self.theme.px(8)
            painter.drawRect(QRectF(upper[0].x() - half, upper[0].y(), 2 * half, lower[0].y() - upper[0].y()))
        else:
            painter.drawPolygon(QPolygonF([*upper, *lower]))

    def _draw_strokes(self, painter: QPainter, colour: str, known: Sequence[LinePoint]) -> None:
        """The band of each point as an upright stroke."""
        pen = QPen(self.theme.mixed(colour, "surface", 0.45), max(1.5, self.theme.px(2)))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for point in known:
            painter.drawLine(self._spot(point.x, point.low or 0.0), self._spot(point.x, point.high or 0.0))

    def _draw_line(self, painter: QPainter, line: Line) -> None:
        spots = [self._spot(point.x, point.y) for point in line.points]
        curve = line.style is LineStyle.CURVE
        style = Qt.PenStyle.DashLine if curve else Qt.PenStyle.SolidLine
        pen = QPen(self.theme.colour(line.colour), max(1.5, self.theme.px(2)), style)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if len(spots) > 1 and line.style is not LineStyle.POINTS:
            path = QPainterPath(spots[0])
            for spot in spots[1:]:
                path.lineTo(spot)
            painter.drawPath(path)
        if curve:
            return
        painter.setBrush(self.theme.colour(line.colour))
        radius = self.theme.px(3.5)
        for spot in spots:
            painter.drawEllipse(spot, radius, radius)

    def _draw_labels(self, painter: QPainter) -> None:
        area, px = self._area(), self.theme.px
        metrics, free_from = self.label_metrics(), 0.0
        for tick in self._ticks:
            wide = metrics.horizontalAdvance(tick.label) + 2
            middle = self._spot(tick.x, 0.0).x()
            left = min(max(0.0, middle - wide / 2), self.width() - wide)
            if left >= free_from:
                box = QRectF(left, area.bottom() + px(4), wide, metrics.height())
                self.label(painter, box, tick.label, Qt.AlignmentFlag.AlignHCenter)
                free_from = left + wide + px(8)

    def _area(self) -> QRectF:
        metrics = self.label_metrics()
        left = metrics.horizontalAdvance("100 %") + self.theme.px(8)
        top = metrics.height() / 2 + 1
        bottom = self.height() - metrics.height() - self.theme.px(8)
        return QRectF(left, top, max(1.0, self.width() - left - self.theme.px(8)), max(1.0, bottom - top))

    def _spot(self, x: float, y: float) -> QPointF:
        area = self._area()
        every = [point.x for line in self._lines for point in line.points]
        low, high = min(every, default=0.0), max(every, default=1.0)
        along = (x - low) / (high - low) if high > low else 0.5
        inset = self.theme.px(10)
        return QPointF(
            area.left() + inset + along * (area.width() - 2 * inset),
            area.bottom() - max(0.0, min(1.0, y)) * area.height(),
        )


def _apart(place: QRectF, stroke: QLineF) -> float:
    """How far a straight piece lies from a box; negative where it runs through the box."""
    steps = 16
    spots = [stroke.pointAt(n / steps) for n in range(steps + 1)]
    return min(_distance(place, spot) for spot in spots)


def _distance(place: QRectF, spot: QPointF) -> float:
    across = max(place.left() - spot.x(), spot.x() - place.right())
    down = max(place.top() - spot.y(), spot.y() - place.bottom())
    return max(across, down) if across <= 0 or down <= 0 else (across**2 + down**2) ** 0.5
