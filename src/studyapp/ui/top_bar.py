"""The top bar: the page's title, the way back and forward, what the page adds, the search field and the menu."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.ui.cheap import MIDDLE, fill
from studyapp.ui.theme import Theme
from studyapp.ui.theme.palette import ROLE_OF
from studyapp.ui.widgets.buttons import Button, IconButton
from studyapp.ui.widgets.drawing import draw_rounded, whole
from studyapp.ui.widgets.key_cap import draw_key_cap, key_cap_size
from studyapp.ui.widgets.labels import heading
from studyapp.ui.widgets.layouts import Row, Sides

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

HEIGHT = 52.0
_CRAMPED = 560.0
"""Below this width, in CSS pixels, the title goes (the rail shows the page) and the search is an icon alone."""
_ONLY_ICON = 72.0
_MARGINS: Sides = (20, 0, 12, 0)
_CLOSE_MARGINS: Sides = (8, 0, 4, 0)
_PROMPTS = ("Search articles, cards, roles…", "Search")


class SearchField(Button):
    """Looks like a field and opens the search over the window, where the typing is done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Search")
        self.setForegroundRole(ROLE_OF["muted"])
        self.setAccessibleDescription("Ctrl+K")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Wide enough for the longer prompt."""
        return QSize(self._theme.px(340), self._theme.px(32))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows keep the icon."""
        return QSize(self._theme.px(32), self._theme.px(32))

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Draw the field, the prompt that fits, and the key."""
        painter, theme = QPainter(self), self._theme
        focus = self.hasFocus()
        border = theme.colour("accent" if focus else "line")
        draw_rounded(
            painter, whole(self), theme.px(8), theme.colour("background"), border, 2.0 if focus else 1.0
        )
        if self.width() < theme.px(_ONLY_ICON):
            side = theme.px(18)
            box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            theme.draw_icon(painter, "search", box)
            return
        left, right = float(theme.px(13)), float(self.width() - theme.px(12))
        cap = key_cap_size(theme, "Ctrl K")
        font = theme.font(13)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        if right - left - cap.width() > metrics.horizontalAdvance(_PROMPTS[1]) + theme.px(8):
            right -= cap.width()
            place = QRectF(right, (self.height() - cap.height()) / 2, cap.width(), cap.height())
            draw_key_cap(painter, self, theme, place, "Ctrl K")
            painter.setFont(font)
        room = right - left - theme.px(8)
        prompt = next((each for each in _PROMPTS if metrics.horizontalAdvance(each) <= room), _PROMPTS[-1])
        painter.drawText(QRectF(left, 0, right - left, self.height()), MIDDLE, prompt)


class TopBar(QWidget):
    """One row above the page."""

    searched = Signal()
    """The search field was pressed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.title = heading(theme, "", 17)
        self.title.setWordWrap(False)
        self.back = IconButton(theme, "Back", "back")
        self.forward = IconButton(theme, "Forward", "forward")
        self.menu_button = IconButton(theme, "Menu", "menu")
        self.search = SearchField(theme)
        self.search.clicked.connect(self.searched)
        self._added: QWidget | None = None
        self._cramped = False
        self._row = Row(theme, self, margins=_MARGINS, gap=8)
        for widget in (self.title, self.back, self.forward):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.search)
        self._row.addWidget(self.menu_button)
        self.show_ways(back=False, forward=False)
        theme.zoomed.connect(self.updateGeometry)
        theme.zoomed.connect(self._fit)

    def sizeHint(self) -> QSize:
        """One fixed height."""
        return QSize(self._theme.px(400), self._theme.px(HEIGHT))

    def show_ways(self, *, back: bool, forward: bool) -> None:
        """Show the two arrows once there is a way to go."""
        for button, possible in ((self.back, back), (self.forward, forward)):
            button.setVisible(back or forward)
            button.setEnabled(possible)

    def show_added(self, widgets: Sequence[QWidget]) -> None:
        """Put the page's own widgets between the arrows and the search field; those of the page before step out.

        They stand in a box of their own, so that it stays the page's matter which of them can be seen.
        """
        if self._added is not None:
            self._added.hide()
        self._added = self._box_of(widgets) if widgets else None
        if self._added is not None:
            self._added.show()

    def _box_of(self, widgets: Sequence[QWidget]) -> QWidget:
        box = widgets[0].parentWidget()
        if box is None or box.parentWidget() is not self:
            box = QWidget()
            row = Row(self._theme, box, gap=4)
            for widget in widgets:
                row.addWidget(widget)
            from studyapp.ui.widgets.tab_order import follow_the_eye

            self._row.insertWidget(3, box)
            follow_the_eye(self)
        return box

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """A narrow bar keeps what can be pressed."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        cramped = self.width() < self._theme.px(_CRAMPED)
        if cramped != self._cramped:
            self._cramped = cramped
            self._row.set_margins(_CLOSE_MARGINS if cramped else _MARGINS)
            self.title.setVisible(not cramped)

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Draw the surface and the line below."""
        painter = QPainter(self)
        fill(painter, whole(self), self._theme.colour("surface"))
        fill(painter, QRectF(0, self.height() - 1, self.width(), 1), self._theme.colour("line"))
