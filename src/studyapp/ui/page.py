"""What every page of the window is, and how the window speaks to it."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from studyapp.study.change import Change
from studyapp.ui.address import Route
from studyapp.ui.keys import Keys


class Page(QWidget):
    """One of the six pages.

    The window builds a page on its first visit with ``(desks, theme)``, then calls ``wake(cares_for)``, ``restore``
    with what ``state`` gave at the last end, and ``open`` when something led here. A page does not read its data
    before the first ``wake``. Later ``wake`` comes only while the page is in sight: when something it cares for was
    altered elsewhere, or on its return to sight if that happened meanwhile. A page is not woken by its own
    ``changed``; it knows what it did.

    Shortcuts and commands are QActions with a text, added by ``addAction`` with the shortcut context
    ``WidgetWithChildrenShortcut``. The command palette and the overview of keys list what ``offered`` gives of
    them: those that can be carried out now.
    """

    title: str = ""
    cares_for: ClassVar[Change] = Change.NOTHING

    navigated = Signal(str)
    """An address of ``studyapp.ui.address``: the window goes there and remembers the way back."""
    changed = Signal(object)
    """The ``Change`` that a verb on this page returned."""
    titled = Signal(str)
    """The page's title in the top bar has become another."""

    def wake(self, change: Change) -> None:
        """Look again at whatever ``change`` names."""

    def open(self, route: Route) -> None:
        """Show what ``route`` asks for. Called after ``wake``."""

    def press_focused(self) -> bool:
        """Press the button that has the focus, on this page or beside it, and say whether there is one.

        Asked first by whatever Enter or Space do on a page, because a shortcut comes before the button does.
        """
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton) and focus.window() is self.window():
            focus.click()
            return True
        return False

    def offered(self) -> Sequence[QAction]:
        """What can be done on the page now, each once, in the order in which it is listed."""
        return [each for each in self.actions() if each.text() and each.isEnabled() and each.isVisible()]

    def own_keys(self) -> Sequence[Keys]:
        """What widgets in sight do by keys of their own; the overview of keys lists it below the page's actions."""
        return ()

    def place(self) -> str:
        """The address that leads back to what is in sight; empty when the page's name says it all."""
        return ""

    def top_bar_widgets(self) -> Sequence[QWidget]:
        """What the page puts into the top bar beside its title, built once: breadcrumb, back, forward."""
        return ()

    def state(self) -> dict[str, Any]:
        """What to remember for the next start, as JSON values."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what ``state`` gave at the last end. Called after the first ``wake``; unknown keys are ignored."""
