"""A question with a side: its list of questions beside it, or one key away in a narrow window."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.layouts import Column, Row
from studyapp.ui.widgets.scroll import Scroll

_SIDE = 318.0
_WIDE = 900.0
_AROUND, _CLOSE = 24.0, 12.0


class Beside(QWidget):
    """``main`` with a side of ``above``, ``listed`` and ``below``.

    In a narrow window the side is gone: ``strip`` stands above, and ``listed`` takes the place of ``main`` while it is
    turned to.
    """

    turned = Signal(bool)
    """The window has become narrow (true) or wide."""

    def __init__(
        self,
        theme: Theme,
        main: QWidget,
        strip: QWidget,
        *,
        listed: QWidget,
        above: Sequence[QWidget] = (),
        below: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self._theme, self._strip = theme, strip
        self.narrow = False
        self._listed, self._place = Scroll(listed), len(above)
        self._side = QWidget()
        self._column = Column(theme, self._side, gap=16)
        for widget in above:
            self._column.addWidget(widget)
        self._column.addWidget(self._listed, 1)
        for widget in below:
            self._column.addWidget(widget)
        self._outer = Column(theme, self, gap=14)
        self._outer.addWidget(strip)
        row = Row(theme, gap=20)
        middle = QWidget()
        self._stack = QStackedLayout(middle)
        self._stack.addWidget(main)
        row.addWidget(middle, 1)
        row.addWidget(self._side)
        self._outer.addLayout(row, 1)
        self._fit()
        theme.zoomed.connect(self._fit)

    def show_main(self) -> None:
        """Turn to what the page is about."""
        self._stack.setCurrentIndex(0)

    def show_list(self) -> None:
        """Turn to the list where it is not in sight already."""
        if self.narrow:
            self._stack.setCurrentIndex(1)

    @property
    def lists(self) -> bool:
        """Whether the list has taken the place of the question."""
        return self._stack.currentIndex() == 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has no side."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @Slot()
    def _fit(self) -> None:
        self._side.setFixedWidth(self._theme.px(_SIDE))
        narrow = self.width() < self._theme.px(_WIDE)
        around = _CLOSE if narrow else _AROUND
        self._outer.set_margins((around, around, around, around))
        self._strip.setVisible(narrow)
        self._side.setVisible(not narrow)
        if narrow == self.narrow:
            return
        self.narrow = narrow
        if narrow:
            self._stack.addWidget(self._listed)
        else:
            focus = self.window().focusWidget()
            held = self._listed.isAncestorOf(focus)
            self._stack.removeWidget(self._listed)
            self._column.insertWidget(self._place, self._listed, 1)
            self._listed.show()
            self._stack.setCurrentIndex(0)
            if held:  # moving a widget takes the keyboard from it
                focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit(narrow)
