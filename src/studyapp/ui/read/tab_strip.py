"""The open articles above the text, once there are several."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded

_WIDEST, _NARROWEST, _HEIGHT, _SIDE, _CROSS = 220.0, 110.0, 36.0, 12.0, 14.0


class TabStrip(QTabBar):
    """Tells which tab was chosen, closed or dragged. A middle click or the cross closes one."""

    chosen = Signal(int)
    """The tab to bring into sight."""
    unwanted = Signal(int)
    """The tab to close."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._silent = False
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setMouseTracking(True)
        self.setAccessibleName("Open articles")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.currentChanged.connect(self._choose)
        theme.zoomed.connect(self.updateGeometry)
        self.hide()

    def show_titles(self, titles: Sequence[str], current: int) -> None:
        """Show these tabs; a single one needs no strip."""
        self._silent = True
        while self.count() > len(titles):
            self.removeTab(self.count() - 1)
        for at, title in enumerate(titles):
            if at == self.count():
                self.addTab("")
            if self.tabToolTip(at) != title:
                self.setTabText(at, title.replace("&", "&&"))
                self.setTabToolTip(at, title.replace("<", "‹"))
        self.setCurrentIndex(current)
        self._silent = False
        self.setVisible(len(titles) > 1)

    def titles(self) -> list[str]:
        """What stands on the tabs."""
        return [self.tabText(at).replace("&&", "&") for at in range(self.count())]

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as the title needs, within limits."""
        px = self._theme.px
        words = QFontMetrics(self._theme.font(13)).horizontalAdvance(self.tabText(index))
        width = words + 2 * px(_SIDE) + px(_CROSS) + px(8)
        return QSize(max(px(_NARROWEST), min(px(_WIDEST), width)), px(_HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Tabs scroll before they become unreadable."""
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, tabs and the line below."""
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("background"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
        under = self.tabAt(self.mapFromGlobal(self.cursor().pos())) if self.underMouse() else -1
        for at in range(self.count()):
            self._draw_tab(painter, at, touched=at == under)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A middle click closes, and so does a click on the cross."""
        at = self.tabAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if at >= 0 and self._closes(at, event):
            self.unwanted.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Answer the pointer."""
        super().mouseMoveEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The cross of a tab does not choose it; the buttons that lead back and forward are the window's."""
        at = self.tabAt(event.position().toPoint())
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()
        elif at < 0 or not self._closes(at, event):
            super().mousePressEvent(event)

    def _closes(self, at: int, event: QMouseEvent) -> bool:
        if event.button() == Qt.MouseButton.MiddleButton:
            return True
        return event.button() == Qt.MouseButton.LeftButton and self._cross(at).contains(
            event.position().toPoint()
        )

    def _cross(self, at: int) -> QRect:
        px = self._theme.px
        rect, side = self.tabRect(at), px(_CROSS) + px(6)
        left_to_right = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        left = rect.right() - px(_SIDE) - px(_CROSS) if left_to_right else rect.left() + px(6)
        return QRect(QPoint(left, rect.center().y() - side // 2), QSize(side, side))

    def _draw_tab(self, painter: QPainter, at: int, *, touched: bool) -> None:
        theme, px, rect = self._theme, self._theme.px, self.tabRect(at)
        current = at == self.currentIndex()
        if current:
            painter.fillRect(rect, theme.colour("surface"))
            painter.fillRect(rect.left(), rect.top(), rect.width(), px(2), theme.colour("accent"))
        elif touched:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), theme.colour("sunken"))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), theme.colour("line"))
        if current and self.hasFocus():
            ring = rect.toRectF().adjusted(2, 2, -3, -2)
            draw_rounded(painter, ring, px(4), None, theme.colour("accent"), max(2.0, px(1.5)))
        painter.setPen(theme.colour("text" if current else "muted"))
        painter.setFont(theme.font(13))
        room = rect.adjusted(px(_SIDE), 0, -px(_SIDE) - px(_CROSS) - px(6), 0)
        words = QFontMetrics(theme.font(13)).elidedText(
            self.tabText(at).replace("&&", "&"), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if current or touched:
            theme.draw_icon(painter, "close", self._cross(at).toRectF().adjusted(3, 3, -3, -3), "muted")

    def _choose(self, at: int) -> None:
        if not self._silent:
            self.chosen.emit(at)
