"""The table on its card, with a field to filter rows by in the empty corner of its headers."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainterPath, QRegion
from PySide6.QtWidgets import QWidget

from studyapp.ui.compare.table_view import ComparisonView
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.field import Field
from studyapp.ui.widgets.labels import plain_label

_RADIUS = 11.0
_LEAVING = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class TableCard(CardFrame):
    """Holds the view; its corners are round like those of any card."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=(0, 0, 0, 0))
        self.setContentsMargins(1, 1, 1, 1)
        self._look = theme
        self.view = ComparisonView(theme)
        self.filter = Field(theme, "Filter rows", "Filter rows", 13)
        self.filter.setParent(self)  # before the view is: Tab leads from it to the rows
        self.nothing = plain_label(
            theme, "No row is left. Fewer words, or all rows, bring them back.", 14, "muted"
        )
        self.nothing.setParent(self.view)
        self.nothing.hide()
        self.body.addWidget(self.view)
        self.filter.setParent(self.view)
        self._stacked = self._asked = False
        self.filter.installEventFilter(self)
        self.filter.textChanged.connect(self._place)
        self.view.installEventFilter(self)
        self.view.horizontalHeader().installEventFilter(self)
        theme.zoomed.connect(self._place)

    def set_stacked(self, *, stacked: bool) -> None:
        """Whether there is no corner for the field: it stands above the table then, while it is used."""
        if stacked != self._stacked:
            self._stacked = stacked
            self._asked = False
            self._place()

    def ask(self) -> None:
        """Let the learner type words to filter by."""
        self._asked = True
        self._place()
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def show_nothing(self, *, nothing: bool) -> None:
        """Say that no row is left."""
        self.nothing.setVisible(nothing)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The headers give the corner its size; a field that was left empty goes."""
        if watched is self.filter:
            return self._mind(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            self._place()
        return False

    def _hang(self, parent: QWidget) -> None:
        """Put the field on another widget; the keyboard stays in it."""
        if self.filter.parentWidget() is not parent:
            focused = self.filter.hasFocus()
            self.filter.setParent(parent)
            if focused:
                self.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mind(self, event: QEvent) -> bool:
        """Escape empties the field; it, Enter and Down lead on to the rows."""
        if event.type() == QEvent.Type.FocusOut and not self.filter.text():
            self._asked = False
            self._place()
        elif (
            isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _LEAVING
        ):
            if event.key() == Qt.Key.Key_Escape:
                self.filter.clear()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    @Slot()
    def _place(self) -> None:
        px, view = self._look.px, self.view
        corner_width, corner_height = view.verticalHeader().width(), view.horizontalHeader().height()
        height = self.filter.sizeHint().height()
        shown = not self._stacked or self._asked or bool(self.filter.text())
        above = height + px(6) if self._stacked and shown else 0
        if self.body.contentsMargins().top() != above:
            self.body.setContentsMargins(0, above, 0, 0)
        self._hang(self if self._stacked else view)
        if self._stacked:
            self.filter.setGeometry(px(6), px(4), self.width() - px(12), height)
        else:
            height = min(height, corner_height - px(4))
            self.filter.setGeometry(px(6), (corner_height - height) // 2, corner_width - px(12), height)
        self.filter.setVisible(shown)
        self.nothing.setGeometry(px(24), corner_height + px(20), max(1, view.width() - px(48)), px(60))
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(view.rect()), px(_RADIUS), px(_RADIUS))
        view.setMask(QRegion(outline.toFillPolygon().toPolygon()))
