"""A page that scrolls downwards when it is taller than the window."""

from PySide6.QtWidgets import QScrollArea, QWidget

from studyapp.ui.cheap import choose
from studyapp.ui.widgets.scroll_bar import quiet_scroll_bars


class Scroll(QScrollArea):
    """Shows ``content`` at the window's width and scrolls it downwards; nothing is out of reach."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        quiet_scroll_bars(self)
        choose(self, "frameShape", "NoFrame")
        self.setWidgetResizable(True)
        choose(self, "focusPolicy", "NoFocus")
        self.setViewport(QWidget())  # clear; asking for Qt's own loads every kind of widget into Python
        self.setWidget(content)
        content.setAutoFillBackground(False)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll whatever a widget lies in so far that it is seen."""
    place = widget.parentWidget()
    while place is not None:
        if isinstance(place, Scroll):
            place.ensureWidgetVisible(widget)
        place = place.parentWidget()
