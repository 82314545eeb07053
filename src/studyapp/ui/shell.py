"""What the parts of the window may ask of the window that holds them."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from studyapp.study.desks import Desks
from studyapp.ui.keys import Keys
from studyapp.ui.news import News
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.scroll import bring_into_sight


class Shell(QWidget):
    """A window with what its menu and dialogs need."""

    authoring_action: QAction
    """Turns on and off that packs are read again as their files change."""

    def __init__(self, desks: Desks, theme: Theme, news: News) -> None:
        super().__init__()
        self.desks, self.theme, self.news = desks, theme, news

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Bring what Tab came to into sight; Qt does so only for steps within what scrolls."""
        moved = super().focusNextPrevChild(next)
        focus = self.focusWidget()
        if moved and focus is not None:
            bring_into_sight(focus)
        return moved

    def commands(self) -> Sequence[QAction]:
        """Everything that can be done from here."""
        return self.actions()

    def own_keys(self) -> Sequence[Keys]:
        """What widgets in sight do by keys of their own."""
        return ()
