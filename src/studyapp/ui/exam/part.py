"""A part of the Exam page that has its own views and its own keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Part(QWidget):
    """Shown by the page one at a time; its actions work and are listed only while it is shown."""

    changed = Signal(object)
    """The ``Change`` that a verb returned."""
    navigated = Signal(str)
    """An address to go to."""
    titled = Signal(str)
    """What the page is called while this is in sight."""
    left = Signal()
    """Back to the page's first picture."""

    def __init__(self) -> None:
        super().__init__()
        self._when: dict[QAction, Callable[[], bool]] = {}

    def offers(self, action: QAction) -> bool:
        """Whether an action, if it is of this part, would do something now."""
        return action not in self._when or self._when[action]()

    def set_active(self, on: bool) -> None:
        """Switch this part's actions on or off."""
        for action in self.actions():
            action.setEnabled(on)
            action.setVisible(on)

    def take_focus(self) -> None:
        """Put the keyboard where this part begins."""

    def add(
        self,
        text: str,
        keys: tuple[str, ...],
        slot: Callable[[], object],
        data: object = None,
        when: Callable[[], bool] | None = None,
    ) -> QAction:
        """An action of this part; the page lists it too, unless ``when`` says that it would do nothing now."""
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setData(data)
        action.triggered.connect(slot)
        self.addAction(action)
        if when is not None:
            self._when[action] = when
        return action
