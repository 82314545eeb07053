"""Two papers beside one another: their figures, their areas, and the questions that stood in both."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from studyapp.study.exam_pair import Pair
from studyapp.ui.exam import pair_wording
from studyapp.ui.exam.figure_table import FigureTable
from studyapp.ui.exam.shared_questions import SharedQuestions
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.said import Said
from studyapp.ui.widgets.scroll import Scroll
from studyapp.ui.widgets.side_by_side import SideBySide
from studyapp.ui.widgets.tab_order import follow_the_eye


class PairView(QWidget):
    """Draws a `Pair`."""

    question_wanted = Signal(int)
    """The number, in the later paper, of the question to look at."""
    other_wanted = Signal()
    """Choose another paper to set beside the first."""
    export_wanted = Signal()
    """Save the comparison as a file."""
    left = Signal()
    """Back to the result."""

    def __init__(self, theme: Theme, render: Callable[[str], str]) -> None:
        super().__init__()
        self._theme = theme
        inner = QWidget()
        column = Column(theme, inner, margins=(24, 24, 24, 24), gap=16)
        column.addWidget(self._build_head())
        columns = SideBySide(theme, wide=860)
        self.figures = FigureTable(theme, "Figures of both papers", pair_wording.HEADER)
        self.areas = FigureTable(theme, "Right answers by focus area in both papers", pair_wording.HEADER)
        columns.add(self._card("Figures", self.figures))
        columns.add(self._card("By focus area", self.areas))
        column.addWidget(columns)
        self.questions = SharedQuestions(theme, render)
        self.questions.wanted.connect(self.question_wanted)
        column.addWidget(self.questions)
        column.addStretch(1)
        Column(theme, self).addWidget(Scroll(inner))

    def show_pair(self, pair: Pair, area_title: Callable[[str], str]) -> None:
        """Show two papers; titles come from the content as it is now."""
        self.said.say("")
        self._sentence.setText(pair_wording.sentence(pair))
        self._earlier.setText(f"Earlier: {pair_wording.title(pair.earlier)}")
        self._later.setText(f"Later: {pair_wording.title(pair.later)}")
        self.figures.show_rows(pair_wording.figure_rows(pair))
        self.areas.show_rows(pair_wording.area_rows(pair, area_title))
        self.questions.show_pair(pair)
        follow_the_eye(self)

    def take_focus(self) -> None:
        """The arrow keys walk the figures."""
        self.figures.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_head(self) -> QWidget:
        theme = self._theme
        card = CardFrame(theme, padding=(28, 24, 28, 24), gap=6)
        self._sentence = plain_label(theme, "", 14)
        self._earlier, self._later = (plain_label(theme, "", 13.5, "muted") for _ in range(2))
        card.body.addWidget(heading(theme, "Two papers side by side", 22))
        for label in (self._earlier, self._later, self._sentence):
            card.body.addWidget(label)
        card.body.add_space(8)
        box = QWidget()
        buttons = Flow(theme, box, gap=10, line_gap=10)
        other = QuietButton(theme, "Choose another…", key="B")
        export = QuietButton(theme, "Export…", key="X")
        back = QuietButton(theme, "Back to the result", key="Esc")
        told = (other, self.other_wanted), (export, self.export_wanted), (back, self.left)
        for button, signal in told:
            buttons.addWidget(button)
            button.clicked.connect(signal)
        self.said = Said(theme)
        card.body.addWidget(box)
        card.body.addWidget(self.said)
        return card

    def _card(self, title: str, table: FigureTable) -> QWidget:
        card = CardFrame(self._theme, gap=8)
        card.body.addWidget(heading(self._theme, title))
        card.body.addWidget(table)
        card.body.addStretch(1)
        return card
