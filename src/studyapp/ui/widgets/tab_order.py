"""Lets the Tab key follow the eye where widgets are made anew: Qt puts those at the end."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def follow_the_eye(container: QWidget) -> None:
    """Put everything in a container that takes the focus into the order of its layouts."""
    for before, after in pairwise(_focusable(container)):
        QWidget.setTabOrder(before, after)


def _focusable(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    content = widget.widget() if isinstance(widget, QScrollArea) else widget
    layout = content.layout() if content is not None else None
    if layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _focusable(widget)
        elif inner is not None:
            yield from _laid_out(inner)
