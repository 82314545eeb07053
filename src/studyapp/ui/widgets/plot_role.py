"""Tells screen readers that a plot is a chart, which Qt has no property for."""

from collections.abc import Callable
from functools import cache
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@cache
def speak_of_charts(kind: type[QWidget]) -> None:
    """From now on every widget of a kind has the role of a chart. Older PySide cannot, and leaves it without one."""

    def interface(_key: str, thing: QObject) -> QAccessibleWidget | None:
        return QAccessibleWidget(thing, QAccessible.Role.Chart) if isinstance(thing, kind) else None

    install: Callable[[Any], None] | None = getattr(QAccessible, "installFactory", None)
    if install is not None:
        install(interface)
