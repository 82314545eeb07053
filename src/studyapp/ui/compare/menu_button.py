"""Buttons that open a list of things to choose from."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import QuietButton
from studyapp.ui.widgets.tips import tip

_DOWN = "▾"
SHORTEST = 125.0


class MenuButton(QuietButton):
    """Opens a menu below itself; an item is a text and a value, an empty text a line between items.

    One that ``shortens`` ends its text with dots where there is too little room for all of it.
    """

    height_px = 32.0

    chosen = Signal(object)
    """The value of the item that was chosen."""
    asked = Signal()
    """The menu is about to open; whoever fills it anew each time does so now."""

    def __init__(self, theme: Theme, text: str, *, shortens: bool = False) -> None:
        super().__init__(theme, text)
        self._shortens, self._shortest = shortens, SHORTEST
        if shortens:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.menu_items: tuple[tuple[str, Any], ...] = ()
        self._ticked: tuple[Any, ...] = ()
        self.clicked.connect(self.open_menu)

    def set_shortest(self, width: float) -> None:
        """Where it shortens, no more than to this width in CSS pixels."""
        if width != self._shortest:
            self._shortest = width
            self.updateGeometry()

    def offer(self, items: Sequence[tuple[str, Any]], *ticked: Any) -> None:
        """What can be chosen; the values named carry a tick."""
        self.menu_items, self._ticked = tuple(items), ticked

    @Slot()
    def open_menu(self) -> None:
        """Open the menu."""
        menu = QMenu(self)
        menu.setAccessibleName(self.accessibleName())
        self.fill(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def fill(self, menu: QMenu) -> None:
        """Put what can be chosen into a menu, which may be another's."""
        self.asked.emit()
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

    def sizeHint(self) -> QSize:
        """As wide as the whole text needs."""
        text = self._theme.text_size(self._whole(), self.text_px)
        return QSize(self._wide(text.width(), 0), max(self._theme.px(self.height_px), text.height()))

    def minimumSizeHint(self) -> QSize:
        """Never cut, unless it may be shortened."""
        whole = self.sizeHint()
        return (
            QSize(min(whole.width(), self._theme.px(self._shortest)), whole.height())
            if self._shortens
            else whole
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has no room is told in a tip."""
        super().resizeEvent(event)
        if self._shortens:
            tip(self, "" if self._shown() == self._whole() else self.text())

    def _whole(self) -> str:
        return f"{self.text()} {_DOWN}"

    def _shown(self) -> str:
        room = self.width() - 2 * self._theme.px(self.padding)
        if not self._shortens or self._theme.text_size(self._whole(), self.text_px).width() <= room:
            return self._whole()
        metrics = QFontMetrics(self._theme.font(self.text_px))
        room -= metrics.horizontalAdvance(f" {_DOWN}")
        return f"{metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)} {_DOWN}"

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())
