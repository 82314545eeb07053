"""The quiet menu: looks, content, backups, preferences, and what this program is."""

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from studyapp.study.backup_desk import BackupError
from studyapp.ui.shell import Shell
from studyapp.ui.theme.theme import MODES
from studyapp.ui.widgets.dialog import tell
from studyapp.ui.widgets.save_file import Kind, ask_file, not_written

_MODE_WORDS = {"system": "Follow the system", "light": "Light", "dark": "Dark"}
_BACKUPS = "Backups (*.backup);;All files (*)"


class Menu(QObject):
    """What can be done to the whole window. Built when it is first asked for."""

    def __init__(self, window: Shell) -> None:
        super().__init__(window)
        self._window, self._theme = window, window.theme
        self._menu = QMenu(window)
        self._menu.setAccessibleName("Menu")
        self._modes: list[QAction] = []
        self._fill()

    def open_below(self, button: QWidget) -> None:
        """Open under a button."""
        for mode, action in zip(MODES, self._modes, strict=True):
            action.setChecked(mode == self._theme.mode)
        size = self._menu.sizeHint()
        corner = button.mapToGlobal(QPoint(button.width() - size.width(), button.height() + 4))
        self._menu.popup(corner)

    @Slot()
    def show_shortcuts(self) -> None:
        """Every action with its key."""
        from studyapp.ui.shortcuts import Shortcuts

        Shortcuts(self._theme, self._window.commands(), self._window.own_keys(), self._window).present()

    @Slot()
    def show_preferences(self) -> None:
        """The preferences."""
        from studyapp.ui.preferences.dialog import PreferencesDialog

        dialog = PreferencesDialog(self._theme, self._window.desks, self._window)
        dialog.changed.connect(self._window.news.changed)
        dialog.present()

    def _fill(self) -> None:
        looks = self._menu.addMenu("Theme")
        for mode in MODES:
            action = QAction(_MODE_WORDS[mode], self)
            action.setCheckable(True)
            action.setData(mode)
            action.triggered.connect(self._pin)
            looks.addAction(action)
            self._modes.append(action)
        zoom = self._menu.addMenu("Zoom")
        for text, key, steps in (
            ("Larger", "Ctrl++", 1),
            ("Smaller", "Ctrl+-", -1),
            ("Actual size", "Ctrl+0", 0),
        ):
            action = self._item(zoom, text, key)
            action.setData(steps)
            action.triggered.connect(self._zoom)
        self._menu.addSeparator()
        self._item(self._menu, "Open content folder…").triggered.connect(self._open_folder)
        self._item(self._menu, "Open content archive…").triggered.connect(self._open_archive)
        self._menu.addAction(self._window.authoring_action)
        self._item(self._menu, "Back up progress…").triggered.connect(self._back_up)
        self._item(self._menu, "Restore progress…").triggered.connect(self._choose_backup)
        self._menu.addSeparator()
        self._item(self._menu, "Preferences…", "Ctrl+,").triggered.connect(self.show_preferences)
        self._item(self._menu, "Keyboard shortcuts", "F1").triggered.connect(self.show_shortcuts)
        self._item(self._menu, "About").triggered.connect(self._show_about)
        self._menu.addSeparator()
        self._item(self._menu, "Quit", "Ctrl+Q").triggered.connect(self._window.close)

    def _item(self, menu: QMenu, text: str, key: str = "") -> QAction:
        """An entry; its key only stands beside it, the window's own action answers to it."""
        action = QAction(f"{text}\t{QKeySequence(key).toString()}" if key else text, self)
        menu.addAction(action)
        return action

    @Slot()
    def _pin(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._theme.set_mode(action.data())

    @Slot()
    def _zoom(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            if action.data():
                self._theme.step_zoom(action.data())
            else:
                self._theme.set_zoom(100)

    @Slot()
    def _open_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._window, "Open content folder")
        if chosen:
            self.open_pack(Path(chosen))

    @Slot()
    def _open_archive(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self._window, "Open content archive", "", "Archives (*.zip)")
        if chosen:
            self.open_pack(Path(chosen))

    def open_pack(self, root: Path) -> None:
        """Open one more pack and say what came of it."""
        from studyapp.ui.opening import Opening

        Opening(self._window, root).begin()

    @Slot()
    def _back_up(self) -> None:
        called = Path(self._window.desks.backups.suggested_name()).stem
        kinds = (Kind("Backup", (".backup",)),)
        file = ask_file(self._theme, self._window, "Back up progress", called, kinds)
        if file is not None:
            self.back_up_to(file)

    def back_up_to(self, target: Path) -> None:
        """Write a backup and say so."""
        try:
            backup = self._window.desks.backups.backup(target)
        except BackupError as fault:
            tell(self._theme, self._window, "No backup was made", f"{fault}.")
            return
        except OSError as fault:
            text = f"{not_written(target, fault)} Your progress itself is as it was."
            tell(self._theme, self._window, "No backup was made", text)
            return
        text = f"{backup.entries} entries of your progress are in {target}. Keep it elsewhere than on this computer."
        tell(self._theme, self._window, "Progress backed up", text)

    @Slot()
    def _choose_backup(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self._window, "Restore progress", str(Path.home()), _BACKUPS)
        if chosen:
            self.restore_from(Path(chosen))

    def restore_from(self, source: Path) -> None:
        """Ask once, then put a backup in the place of the present progress."""
        from studyapp.ui.restoring import Restoring

        Restoring(self._window, source).ask()

    @Slot()
    def _show_about(self) -> None:
        from studyapp.ui.about import About

        About(self._theme, self._window.desks, self._window).present()
