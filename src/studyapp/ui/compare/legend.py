"""What the marks of the cells mean, in one line below the table."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.catalog.comparison import CellKind
from studyapp.study.cell_knowledge import CellState
from studyapp.ui.compare.kind_mark import draw_disputed, draw_kind, draw_state
from studyapp.ui.compare.wording import STATES
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Row

_KINDS = {
    CellKind.RULE: "rule of a guide",
    CellKind.PRACTICE: "common practice",
    CellKind.VIEW: "view",
    CellKind.SILENT: "sources silent",
}

Draw = Callable[[QPainter, QRectF], None]


class _Mark(QWidget):
    def __init__(self, theme: Theme, draw: Draw, tall: float) -> None:
        super().__init__()
        self._theme, self._draw, self._tall = theme, draw, tall
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.zoomed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(10), self._theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        side = float(self._theme.px(7))
        height = side * self._tall
        box = QRectF((self.width() - side) / 2, (self.height() - height) / 2, side, height)
        self._draw(QPainter(self), box)


class Legend(QWidget):
    """Kinds, then states, each with its mark."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("What the marks mean")
        flow = Flow(theme, self, gap=16, line_gap=2)
        for kind, words in _KINDS.items():
            flow.addWidget(_entry(theme, words, _kind(theme, kind), 1.0))
        for state, words in STATES.items():
            flow.addWidget(_entry(theme, words, _state(theme, state), 2.3))
        flow.addWidget(_entry(theme, "sources disagree", _disputed(theme), 1.0))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


def _entry(theme: Theme, words: str, draw: Draw, tall: float) -> QWidget:
    entry = QWidget()
    row = Row(theme, entry, gap=5)
    row.addWidget(_Mark(theme, draw, tall))
    row.addWidget(plain_label(theme, words, 12, "muted", wrap=False))
    return entry


def _kind(theme: Theme, kind: CellKind) -> Draw:
    return lambda painter, box: draw_kind(painter, theme, kind, box)


def _disputed(theme: Theme) -> Draw:
    return lambda painter, box: draw_disputed(painter, theme, box)


def _state(theme: Theme, state: CellState) -> Draw:
    return lambda painter, box: draw_state(painter, theme, state, box)
