"""A page that scrolls downwards when it is taller than the window."""

from PySide6.QtCore import QEvent, QRect
from PySide6.QtWidgets import QApplication, QScrollArea, QScrollBar, QWidget

from studyapp.ui.cheap import choose
from studyapp.ui.widgets.scroll_bar import quiet_scroll_bars

_MARGIN = 12
"""Pixels that are seen above and below what was brought into sight."""

_DEPTH = 6
"""So many layouts at most lie within one another; each tells only the next one that it needs other room."""


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


def scroll_by_key(place: Scroll, key: int) -> bool:
    """Scroll as a key asks for; whether it does, and there is anything to scroll."""
    from PySide6.QtCore import Qt  # a start does without, see ``ui.cheap``

    steps = QScrollBar.SliderAction
    step = {
        Qt.Key.Key_Up: steps.SliderSingleStepSub,
        Qt.Key.Key_Down: steps.SliderSingleStepAdd,
        Qt.Key.Key_PageUp: steps.SliderPageStepSub,
        Qt.Key.Key_PageDown: steps.SliderPageStepAdd,
        Qt.Key.Key_Home: steps.SliderToMinimum,
        Qt.Key.Key_End: steps.SliderToMaximum,
    }.get(Qt.Key(key))
    bar = place.verticalScrollBar()
    if step is None or bar.maximum() == 0:
        return False
    bar.triggerAction(step)
    return True


def lay_out_now() -> None:
    """Lay out what has changed: a key may come before that, and is to scroll to where things will lie."""
    for _ in range(_DEPTH):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def bring_into_sight(widget: QWidget, part: QRect | None = None) -> None:
    """Scroll what a widget lies in until it is seen, or a part of it in its own pixels; what is tall, from its top."""
    place = widget.parentWidget()
    while place is not None:
        content = place.widget() if isinstance(place, Scroll) else None
        if isinstance(place, Scroll) and content is not None:
            rect, room = widget.rect() if part is None else part, place.viewport().size()
            seen = QRect(rect.topLeft(), rect.size().boundedTo(room))
            middle = widget.mapTo(content, seen.center())
            around = min(seen.height() // 2 + _MARGIN, room.height() // 2)
            place.ensureVisible(middle.x(), middle.y(), seen.width() // 2, around)
        place = place.parentWidget()


def room_of(widget: QWidget) -> int | None:
    """How high the part is that is seen of what a widget lies in; None where nothing scrolls."""
    place = widget.parentWidget()
    while place is not None and not isinstance(place, Scroll):
        place = place.parentWidget()
    return place.viewport().height() if isinstance(place, Scroll) else None
