"""The notes as a list: each with its colour, its passage in full, and where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from studyapp.study.marks_desk import NoteRow
from studyapp.ui.read.wording import note_place
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded
from studyapp.ui.widgets.tall_list import TallList
from studyapp.ui.widgets.wrapped import draw_wrapped, wrapped_height

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SIDE, _AIR, _GAP, _BAR = 18, 12, 8, 5


class NotesModel(QAbstractListModel):
    """A window on notes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.notes: Sequence[NoteRow] = ()

    def show_notes(self, notes: Sequence[NoteRow]) -> None:
        """Other notes."""
        self.beginResetModel()
        self.notes = notes
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One row a note."""
        return 0 if parent.isValid() else len(self.notes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The passage; for a screen reader with its note, colour and place."""
        note = self.notes[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return note.quote
        if role == Qt.ItemDataRole.AccessibleTextRole:
            colour = f"highlighted in {note.colour}" if note.mark else ""
            return ", ".join(part for part in (note.quote, note.note, colour, note_place(note)) if part)
        return None


class NotesDelegate(QStyledItemDelegate):
    """Paints a note: place, passage, the learner's words."""

    def __init__(self, theme: Theme, model: NotesModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def height_of(self, row: int, width: int) -> int:
        """All of it, and the gap below."""
        px = self._theme.px
        room = max(1, width - 2 * px(_SIDE))
        parts = self._parts(self._model.notes[row])
        text = sum(_height(font, words, room) for words, font, _ in parts)
        return text + px(4) * (len(parts) - 1) + 2 * px(_AIR) + px(_GAP)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The size of a row at the width of the view."""
        return QSize(option.rect.width(), self.height_of(index.row(), option.rect.width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one note."""
        theme, px, note = self._theme, self._theme.px, self._model.notes[index.row()]
        box = option.rect.adjusted(0, 0, 0, -px(_GAP))
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        border = theme.colour("accent" if focus else "muted" if hover else "line")
        draw_rounded(painter, box.toRectF(), px(8), theme.colour("surface"), border, 2.0 if focus else 1.0)
        if note.mark:
            bar = QRect(box.left() + px(6), box.top() + px(_AIR), px(_BAR), box.height() - 2 * px(_AIR))
            draw_rounded(
                painter, bar.toRectF(), px(2), theme.colour(f"mark-{note.colour}"), theme.colour("line")
            )
        text = box.adjusted(px(_SIDE), px(_AIR), -px(_SIDE), -px(_AIR))
        for words, font, colour in self._parts(note):
            painter.setFont(font)
            painter.setPen(theme.colour(colour))
            draw_wrapped(painter, text, words)
            text.setTop(text.top() + _height(font, words, text.width()) + px(4))

    def _parts(self, note: NoteRow) -> list[tuple[str, QFont, str]]:
        theme = self._theme
        place = (note_place(note), theme.font(12.5), "warn" if note.lost else "muted")
        quote = (note.quote, theme.font(15, family="serif"), "text")
        own = (note.note, theme.font(14), "text")
        return [part for part in (place, quote, own) if part[0]]


class NoteList(TallList):
    """Tells the row of the note to go to by ``chosen_row``."""

    unwanted = Signal(int)
    """The row of the note that is to be taken away."""

    def __init__(self, theme: Theme, name: str = "Notes") -> None:
        super().__init__(theme, name, 96)
        self.notes = NotesModel(self)
        self.show_rows(self.notes, NotesDelegate(theme, self.notes, self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the note away."""
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.unwanted.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


def _height(font: QFont, words: str, width: int) -> int:
    return wrapped_height(QFontMetrics(font), width, words)
