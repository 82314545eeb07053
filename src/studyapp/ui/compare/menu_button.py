"""Buttons that open a list of things to choose from."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import QuietButton


class MenuButton(QuietButton):
    """Opens a menu below itself; an item is a text and a value, an empty text a line between items."""

    height_px = 32.0

    chosen = Signal(object)
    """The value of the item that was chosen."""
    asked = Signal()
    """The menu is about to open; whoever fills it anew each time does so now."""

    def __init__(self, theme: Theme, text: str, icon: str = "") -> None:
        super().__init__(theme, text, icon=icon)
        self.menu_items: tuple[tuple[str, Any], ...] = ()
        self._ticked: tuple[Any, ...] = ()
        self.clicked.connect(self.open_menu)

    def offer(self, items: Sequence[tuple[str, Any]], *ticked: Any) -> None:
        """What can be chosen; the values named carry a tick."""
        self.menu_items, self._ticked = tuple(items), ticked

    @Slot()
    def open_menu(self) -> None:
        """Open the menu."""
        self.asked.emit()
        menu = QMenu(self)
        menu.setAccessibleName(self.accessibleName())
        for text, value in self.menu_items:
            if not text:
                menu.addSeparator()
                continue
            action = QAction(text.replace("&", "&&"), menu)
            action.setData(value)
            if self._ticked:
                action.setCheckable(True)
                action.setChecked(value in self._ticked)
            menu.addAction(action)
        menu.triggered.connect(self._choose)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _shown(self) -> str:
        return f"{self.text()} ▾"

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())
