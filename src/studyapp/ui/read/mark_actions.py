"""What can be done with a passage, each with its key: highlighting, notes, copying."""

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from studyapp.study.marks_desk import Colour
from studyapp.ui.read.commands import command
from studyapp.ui.read.lectern import Lectern
from studyapp.ui.read.marking import Marking
from studyapp.ui.theme import Theme


class MarkActions(QObject):
    """Adds the actions to their host, and shows them as the menu of the article."""

    def __init__(self, host: QWidget, theme: Theme, lectern: Lectern, marking: Marking) -> None:
        super().__init__(host)
        self._theme, self._lectern, self._marking = theme, lectern, marking
        self._colours = []
        for number, colour in enumerate(Colour, 1):
            action = command(host, f"Highlight in {colour}", f"Alt+{number}")
            action.setData(colour)
            action.triggered.connect(self._highlight)
            self._colours.append(action)
        self.note = command(host, "Note on this passage", "Alt+N")
        self.note.triggered.connect(marking.write_note)
        self.remove = command(host, "Remove the highlight", "Alt+Del")
        self.remove.triggered.connect(marking.remove)
        command(host, "Undo highlighting", "Ctrl+Z").triggered.connect(marking.undo)
        command(host, "Redo highlighting", "Ctrl+Shift+Z").triggered.connect(marking.redo)
        self.caret = command(host, "Select with the keyboard", "F7")
        self.caret.triggered.connect(self._turn_caret)
        self.copy = command(host, "Copy")
        self.copy_markdown = command(host, "Copy as Markdown with source", "Ctrl+Alt+C")
        self._further: tuple[list[QAction], ...] = ()
        self._menu: QMenu | None = None
        lectern.view.menu_asked.connect(self._open_menu)

    def menu(self, *further: list[QAction]) -> None:
        """Offer these groups as well in the article's menu."""
        self._further = further

    def _swatch(self, colour: Colour) -> QIcon:
        side = self._theme.px(16)
        picture = QPixmap(side, side)
        picture.fill(self._theme.colour(f"mark-{colour}"))
        return QIcon(picture)

    @Slot()
    def _highlight(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._marking.highlight(Colour(action.data()))

    @Slot()
    def _turn_caret(self) -> None:
        view = self._lectern.view
        view.set_caret(on=not view.has_caret)
        self._lectern.say(
            "The arrow keys move a caret; with Shift they select. F7 ends it." if view.has_caret else ""
        )

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        if self._menu is None:
            self._menu = QMenu(self._lectern)
            self._menu.setAccessibleName("Passage")
        self._menu.clear()
        for action in self._colours:
            action.setIcon(self._swatch(action.data()))
        copying = [self.copy, self.copy_markdown]
        for group in (self._colours, [self.note, self.remove], copying, *self._further):
            self._menu.addActions(group)
            if group is not copying:
                self._menu.addSeparator()
        self._menu.popup(place)
