"""What the current cell rests on: kind, quote, passage, source, and what else there is to know."""

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from studyapp.catalog.comparison import CellKind, Column
from studyapp.study.cell_knowledge import UNSEEN, CellKnowledge
from studyapp.study.comparison_desk import CellView
from studyapp.ui.compare.dispute_list import DisputeList
from studyapp.ui.compare.kind_mark import draw_kind
from studyapp.ui.compare.quotation import quotation
from studyapp.ui.compare.wording import EXPORT, known_words
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import LinkButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.labels import OwnWords, heading, plain_label
from studyapp.ui.widgets.layouts import Row
from studyapp.ui.widgets.rich_text import RichText

_NARROW = 560.0
"""CSS pixels of width below which the title has a line of its own."""


class KindMark(QWidget):
    """The mark of a kind, as the cells have it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._kind = theme, CellKind.RULE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_kind(self, kind: CellKind) -> None:
        """Show another mark."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        """A small square."""
        return QSize(self._theme.px(12), self._theme.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        side = self._theme.px(8)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_kind(QPainter(self), self._theme, self._kind, box)


class CellPanel(CardFrame):
    """Shows one cell; a link in it leads to the passage."""

    passage_wanted = Signal()
    """The passage is to be read."""
    note_wanted = Signal()
    """An own note is to be written."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=(18, 14, 18, 14), gap=5)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._title = heading(theme, "", 14)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self._mark = KindMark(theme)
        self._kind = plain_label(theme, "", 12.5, "muted")
        self._write = LinkButton(theme, "Add a note", key="N")
        self._write.clicked.connect(self.note_wanted)
        self._line = Row(theme, gap=6)
        self._line.addWidget(self._title)
        self._said = QWidget()
        said = Row(theme, self._said, gap=6)
        said.addWidget(self._mark)
        said.addWidget(self._kind, 1)
        self._line.addWidget(self._said, 1)
        self._line.addWidget(self._write, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(self._line)
        self.quote = RichText(theme, 14)
        self._source = plain_label(theme, "", 12.5, "muted")
        self._note = plain_label(theme, "", 13)
        self.disputes = DisputeList(theme)
        self._own = OwnWords(theme, 13, "accent")
        for part in (self.quote, self._source, self._note, self.disputes, self._own):
            self.body.addWidget(part)
        self.quote.anchorClicked.connect(self._tell)
        self.show_cell(None)

    def show_cell(
        self, view: CellView | None, known: CellKnowledge = UNSEEN, mixed_with: Column | None = None
    ) -> None:
        """Show another cell with what is known of it, or what the panel is for."""
        self._write.setVisible(view is not None)
        self._write.set_text("Change the note" if view is not None and view.note else "Add a note")
        if view is None:
            self._title.setText("Choose a cell to see what it rests on.")
            self._kind.setText("")
        else:
            self._title.setText(f"{view.column.title} · {view.row.title}")
            self._mark.show_kind(view.cell.kind)
            words = EXPORT.kind_of(view.cell, view.document), known_words(view, known, mixed_with)
            self._kind.setText(" · ".join(filter(None, words)))
        self._mark.setVisible(view is not None)
        self.quote.setVisible(view is not None and view.cell.proof is not None)
        if view is not None and view.cell.proof is not None:
            self.quote.set_html(quotation(view))
        _say(self._source, f"Source: {view.source}" if view and view.source else "")
        _say(self._note, view.cell.note if view else "")
        self.disputes.show_disputes(view)
        _say(self._own, f"Your note: {view.note}" if view and view.note else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little width, what the cell is stands below its title."""
        super().resizeEvent(event)
        below = self.width() < self._theme.px(_NARROW)
        if below == (self._line.indexOf(self._said) < 0):
            return
        if below:
            self._line.removeWidget(self._said)
            self.body.insertWidget(1, self._said)
        else:
            self.body.removeWidget(self._said)
            self._line.insertWidget(1, self._said, 1)

    def title(self) -> str:
        """Column and row of the cell that is shown."""
        return self._title.text()

    def kind(self) -> str:
        """The kind of the cell that is shown, in words."""
        return self._kind.text()

    def say(self, sentence: str) -> None:
        """Show no cell but a sentence."""
        self.show_cell(None)
        self._title.setText(sentence)

    def height_at(self, width: int) -> int:
        """How high the panel wants to be at a width, in pixels."""
        wanted = self.body.heightForWidth(width) if self.body.hasHeightForWidth() else 0
        return wanted if wanted > 0 else self.body.sizeHint().height()

    @Slot(QUrl)
    def _tell(self, url: QUrl) -> None:
        self.passage_wanted.emit()


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
