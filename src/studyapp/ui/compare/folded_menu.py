"""One button for everything that can be done with a table, where there is no room for a button each."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu

from studyapp.ui.compare.menu_button import MenuButton
from studyapp.ui.theme import Theme

Part = tuple[str, MenuButton | Callable[[], object]]
"""A title, and the menu below it or what the item does."""


class FoldedMenu(MenuButton):
    """Opens the menus of other buttons below one another."""

    def __init__(self, theme: Theme, text: str, parts: Sequence[Part]) -> None:
        super().__init__(theme, text)
        self._parts = tuple(parts)

    def fill(self, menu: QMenu) -> None:
        """A line for each part; one that is a menu opens beside it."""
        for title, part in self._parts:
            if isinstance(part, MenuButton):
                part.fill(menu.addMenu(title))
            else:
                menu.addAction(title).triggered.connect(part)
