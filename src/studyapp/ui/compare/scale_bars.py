"""How the scales of a guided choice stand, as words and as bars that meet where the balance is."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.study.choice_export import score_of
from studyapp.study.weighing import Balance, Weighing
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded
from studyapp.ui.widgets.labels import PlainLabel, plain_label
from studyapp.ui.widgets.layouts import Column, Row

_THICK, _GAP = 8.0, 3.0


class BalanceBar(QWidget):
    """Points of the left side from the left, points of the right side from the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._balance: Balance | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.zoomed.connect(self.updateGeometry)

    def show_balance(self, balance: Balance) -> None:
        """Show another balance."""
        self._balance = balance
        self.update()

    def sizeHint(self) -> QSize:
        """Thin, and of any length."""
        return QSize(self._theme.px(160), self._theme.px(_THICK))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both sides, or an empty track before there are points."""
        painter, theme, height = QPainter(self), self._theme, float(self._theme.px(_THICK))
        track = QRectF(0, (self.height() - height) / 2, self.width(), height)
        first, second = self._balance.points if self._balance else (0, 0)
        if self._balance is None or not first + second:
            draw_rounded(painter, track, height / 2, theme.colour("sunken"))
            return
        gap = theme.px(_GAP) if first and second else 0
        split = (track.width() - gap) * first / (first + second)
        parts = (
            QRectF(0, track.top(), split, height),
            QRectF(split + gap, track.top(), track.width() - split - gap, height),
        )
        for part, side, usual in zip(parts, self._balance.scale.sides, ("accent", "muted"), strict=True):
            if part.width() > 0:
                draw_rounded(painter, part, height / 2, theme.colour(side.colour or usual))


class ScaleBars(QWidget):
    """A line for each scale: both sides with their points, and the bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = Column(theme, self, gap=6)
        self._lines: list[tuple[QWidget, PlainLabel, BalanceBar]] = []

    def show_weighing(self, weighing: Weighing) -> None:
        """Show the balances of another weighing."""
        while len(self._lines) < len(weighing.balances):
            self._lines.append(self._line())
        for number, (line, label, bar) in enumerate(self._lines):
            line.setVisible(number < len(weighing.balances))
            if number < len(weighing.balances):
                label.setText(score_of(weighing.balances[number]))
                bar.show_balance(weighing.balances[number])

    def text(self) -> str:
        """What the lines say."""
        return "\n".join(label.text() for line, label, _ in self._lines if not line.isHidden())

    def _line(self) -> tuple[QWidget, PlainLabel, BalanceBar]:
        line = QWidget()
        row = Row(self._theme, line, gap=12)
        label, bar = plain_label(self._theme, "", 13, bold=True), BalanceBar(self._theme)
        row.addWidget(label, 1)
        row.addWidget(bar, 1)
        self._column.addWidget(line)
        return line, label, bar
