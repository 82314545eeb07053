"""Restoring progress from a backup: asked once, saying what is lost, and undoable."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from studyapp.store.disk_words import reason
from studyapp.study.backup_desk import BackupError
from studyapp.ui.shell import Shell
from studyapp.ui.widgets.dialog import ask, tell


class Restoring(QObject):
    """One question and, when it is answered with yes, one restoring."""

    def __init__(self, window: Shell, source: Path) -> None:
        super().__init__(window)
        self._window, self._source = window, source

    def ask(self) -> None:
        """Say what the backup holds and what would be lost."""
        try:
            backup = self._window.desks.backups.look(self._source)
        except BackupError:
            self._refuse()
            return
        made = backup.made_at.astimezone()
        text = (
            f"The backup of {made.day} {made:%B %Y, %H:%M} holds {backup.entries} entries. It takes the place of your "
            "present progress, which is kept as a backup beside it."
        )
        ask(self._window.theme, self._window, "Restore this backup?", text, "Restore").accepted.connect(
            self._restore
        )

    @Slot()
    def _restore(self) -> None:
        try:
            change = self._window.desks.backups.restore(self._source)
        except BackupError:
            self._refuse()
            return
        except OSError as fault:
            text = f"The backup could not be put in place: {reason(fault)}. Your progress is as it was."
            tell(self._window.theme, self._window, "This cannot be restored", text)
            return
        self._window.news.changed.emit(change | self._window.desks.own_cards.recover())
        tell(self._window.theme, self._window, "Progress restored", "Your progress is as the backup has it.")

    def _refuse(self) -> None:
        text = f"{self._source} is no backup of this program, or it is damaged. Nothing has been changed."
        tell(self._window.theme, self._window, "This cannot be restored", text)
