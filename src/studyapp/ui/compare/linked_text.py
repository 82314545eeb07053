"""A text whose links the keyboard goes through, with the link that has it in sight."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.rich_text import RichText

_TABS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_AROUND = 40


class LinkedText(RichText):
    """Tab goes from link to link and on when there is none left; Enter follows one."""

    def __init__(self, theme: Theme, size: float = 14) -> None:
        super().__init__(theme, size)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go to the first link at once, or to the last one when coming from behind."""
        super().focusInEvent(event)
        if event.reason() in _TABS and not self.textCursor().hasSelection():
            self.focusNextPrevChild(event.reason() == _TABS[0])

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """The next link, or whatever has the keyboard next."""
        moved = super().focusNextPrevChild(next)
        if moved and self.hasFocus():
            self._bring()
        return moved

    def _bring(self) -> None:
        """Scroll the page so that the link can be seen."""
        around: QWidget | None = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and (content := around.widget()) is not None:
            place: QPoint = self.viewport().mapTo(content, self.cursorRect().center())
            around.ensureVisible(place.x(), place.y(), 0, self._theme.px(_AROUND))
