"""The chance to pass today: the figure, how sure it is, what costs most, and how it is worked out."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from studyapp.learning.evidence import TooLittle
from studyapp.learning.forecast import Forecast
from studyapp.study.outlook import Outlook
from studyapp.ui.progress import exam_wording, wording
from studyapp.ui.progress.method import METHOD
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import LinkButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.interval_bar import IntervalBar
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column, Row
from studyapp.ui.widgets.side_by_side import SideBySide
from studyapp.ui.wording import chance_told, evidence_missing

_TELLING_GAIN = 0.005


class ChanceCard(CardFrame):
    """Draws an `Outlook`; says so while there is not enough evidence."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, gap=6)
        columns = SideBySide(theme, wide=720, gap=28)
        left, right = QWidget(), QWidget()
        column = Column(theme, left, gap=4)
        self._caption = plain_label(theme, "Chance to pass today, on our mocks", 12.5, "muted")
        self._figure = heading(theme, "…", 30)
        self._likely = plain_label(theme, "", 12.5, "muted")
        self._bar = IntervalBar(theme)
        self._method_link = LinkButton(theme, "How is this worked out?")
        for widget in (self._caption, self._figure, self._likely, self._bar):
            column.addWidget(widget)
        link = Row(theme)
        link.addWidget(self._method_link)
        link.addStretch(1)
        column.addLayout(link)
        column.addStretch(1)
        self._advice = Column(theme, right, gap=4)
        self._advice.addWidget(plain_label(theme, "What costs most", 12.5, "muted"))
        self._lines = [plain_label(theme, "", 13.5) for _ in range(3)]
        for line in self._lines:
            self._advice.addWidget(line)
        self._best = plain_label(theme, "", 13.5)
        self._advice.addWidget(self._best)
        self._advice.addStretch(1)
        self._right = right
        columns.add(left, 1)
        columns.add(right, 1)
        self.body.addWidget(columns)
        self._method = plain_label(theme, METHOD, 12.5, "muted")
        self._method.hide()
        self.body.addWidget(self._method)
        self._method_link.clicked.connect(self._explain)
        self.hide()

    def show_outlook(self, outlook: Outlook) -> None:
        """Show a forecast, or how much is missing for one."""
        self.setVisible(True)
        if isinstance(outlook.now, TooLittle):
            self._show_missing(outlook.now)
        else:
            self._show_forecast(outlook, outlook.now)

    def _show_missing(self, found: TooLittle) -> None:
        self._figure.setText("Not enough evidence yet")
        self._likely.setText(evidence_missing(found))
        self._bar.hide()
        self._right.hide()

    def _show_forecast(self, outlook: Outlook, found: Forecast) -> None:
        self._figure.setText(chance_told(found.chance))
        self._likely.setText(exam_wording.likely(found))
        near, wide = found.interval, found.wide
        self._bar.show_chance(found.chance, (near.low, near.high), (wide.low, wide.high))
        self._bar.show()
        self._right.show()
        for line, area in zip(self._lines, found.areas, strict=False):
            line.show()
            title = outlook.titles.get(area.area, area.area)
            gain = f"; an hour would gain {_points(area.gain)}" if area.gain >= _TELLING_GAIN else ""
            line.setText(f"{title}: about {area.lost:.1f} questions{gain}")
            line.setAlignment(Qt.AlignmentFlag.AlignLeft)
        for line in self._lines[len(found.areas) :]:
            line.hide()
        best = max(found.areas, key=lambda area: area.gain)
        told = best.gain >= _TELLING_GAIN and best not in found.areas[: len(self._lines)]
        self._best.setVisible(told)
        if told:
            title = outlook.titles.get(best.area, best.area)
            self._best.setText(f"Most to gain: {title}, {_points(best.gain)} in an hour")

    @Slot()
    def _explain(self) -> None:
        self._method.setVisible(self._method.isHidden())
        self._method_link.set_text(
            "Hide the explanation" if self._method.isVisible() else "How is this worked out?"
        )


def _points(gain: float) -> str:
    """``about 2 points``."""
    return f"about {wording.count(round(gain * 100), 'point')}"
