"""Beside the article: its outline, how far it is covered, and what rests on it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.catalog.article import Heading
from studyapp.ui.read.beside_list import BesideList
from studyapp.ui.read.beside_model import Kind, Section
from studyapp.ui.read.contents_list import ContentsList
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import QuietButton
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Column

WIDTH = 236.0
_SIDES, _ENDS, _GAP = 33, 58, 8
_OUTLINE = 0.5
"""The outline takes at most this share of the room for lists when something rests on the article."""

_LEAST = 72.0
"""The list of what rests on the article never gets lower than this in CSS pixels."""


class SidePanel(QWidget):
    """Shows the outline of one article and what rests on it."""

    heading_chosen = Signal(int)
    """The index of the heading to go to."""
    chosen = Signal(object)
    """The ``Tile`` that is to be gone to."""
    drilled = Signal()
    """The cards of this page are to be asked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        column = Column(theme, self, margins=(17, 18, 16, 16), gap=8)
        self._contents_title = plain_label(theme, "ON THIS PAGE", 12.5, "muted", bold=True)
        self.contents = ContentsList(theme)
        self.covered = plain_label(theme, "", 12.5, "muted")
        self.resting = BesideList(theme)
        self.drill = QuietButton(theme, "Drill this page")
        self.resting.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addWidget(self._contents_title)
        column.addWidget(self.contents)
        column.addWidget(self.covered)
        column.addSpacing(theme.px(8))
        column.addWidget(self.resting)
        column.addWidget(self.drill)
        column.addStretch(0)
        self.contents.chosen_row.connect(self.heading_chosen)
        self.contents.measured_anew.connect(self._share_out)
        self.resting.chosen.connect(self.chosen)
        self.drill.clicked.connect(self.drilled)
        theme.zoomed.connect(self._fit)
        self._fit()
        self.show_article((), ())

    def show_article(self, headings: Sequence[Heading], sections: Sequence[Section]) -> None:
        """Show another article's outline and what rests on it."""
        self.contents.show_headings(headings)
        self._contents_title.setVisible(bool(headings))
        self.contents.setVisible(bool(headings))
        self.say_covered("")
        self.resting.forget()
        self.show_resting(sections)

    def show_resting(self, sections: Sequence[Section]) -> None:
        """Show what rests on the article, or that it stands otherwise now."""
        self.resting.show_sections(sections)
        cards = next((len(section.tiles) for section in sections if section.kind is Kind.CARD), 0)
        self.drill.set_text(f"Drill this page ({cards})")
        self.drill.setVisible(bool(cards))
        self.resting.setVisible(any(section.tiles for section in sections))
        self._share_out()

    def say_covered(self, words: str) -> None:
        """Tell how much of the article was seen and is covered by cards."""
        self.covered.setText(words)
        self.covered.setVisible(bool(words))
        self._share_out()

    @Slot()
    def _share_out(self) -> None:
        inner = self.width() - self._theme.px(_SIDES)
        around = [self._contents_title, self.covered, self.drill]
        taken = sum(
            _height(widget, inner) + self._theme.px(_GAP) for widget in around if not widget.isHidden()
        )
        room = self.height() - taken - self._theme.px(_ENDS)
        most = round(room * (_OUTLINE if self.resting.beside.sections else 1.0))
        self.contents.setFixedHeight(max(1, min(self.contents.content_height(), most)))

    @Slot()
    def _fit(self) -> None:
        self.resting.setMinimumHeight(self._theme.px(_LEAST))
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The outline takes what it needs, up to its share."""
        super().resizeEvent(event)
        self._share_out()

    def sizeHint(self) -> QSize:
        """A fixed width."""
        return QSize(self._theme.px(WIDTH), self._theme.px(300))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line on the left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("background"))
        painter.fillRect(0, 0, 1, self.height(), self._theme.colour("line"))


def _height(widget: QWidget, width: int) -> int:
    """How high a widget wants to be at a width."""
    wrapped = widget.heightForWidth(width) if widget.hasHeightForWidth() else -1
    return wrapped if wrapped >= 0 else widget.sizeHint().height()
