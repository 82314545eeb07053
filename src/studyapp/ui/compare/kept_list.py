"""The results of guided choices that were kept: shown again, deleted, brought back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studyapp.study.choice_desk import KeptChoice
from studyapp.ui.compare import choice_wording as wording
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import LinkButton
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column, Row


class KeptList(QWidget):
    """Out of sight while there is nothing in it."""

    shown = Signal(object)
    """The ``KeptChoice`` to look at again."""
    removed = Signal(str)
    """The identifier of the result to delete."""
    undo_wanted = Signal()
    """The last removal is to be taken back."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        column = Column(theme, self, gap=4)
        column.addWidget(heading(theme, "Results you kept", 14.5))
        self._rows = QWidget()
        self._list = Column(theme, self._rows, gap=2)
        column.addWidget(self._rows)
        self._gone = QWidget()
        line = Row(theme, self._gone, gap=12)
        line.addWidget(plain_label(theme, wording.UNDONE, 13, "muted"), 1)
        self.undo = LinkButton(theme, "Undo", key="Ctrl Z")
        self.undo.clicked.connect(self.undo_wanted)
        line.addWidget(self.undo)
        column.addWidget(self._gone)

    def show_kept(self, kept: Sequence[KeptChoice], *, can_undo: bool) -> None:
        """Show the results there are, and whether one can be brought back."""
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in kept:
            row = self._row(each)
            self._list.addWidget(row)
            row.show()
        self._rows.setVisible(bool(kept))
        self._gone.setVisible(can_undo)
        self.setVisible(bool(kept) or can_undo)

    def _row(self, kept: KeptChoice) -> QWidget:
        words, row = wording.kept_words(kept), QWidget()
        line = Row(self._theme, row, gap=12)
        line.addWidget(plain_label(self._theme, words, 13.5), 1)
        for name, tell, possible in (
            ("Show", partial(self.shown.emit, kept), kept.weighing is not None),
            ("Delete", partial(self.removed.emit, kept.id), True),
        ):
            button = LinkButton(self._theme, name)
            button.setAccessibleName(f"{name}: {words}")
            line.addWidget(button)
            button.setEnabled(possible)
            button.clicked.connect(tell)
        return row
