"""The problems of packs as a list: where, what is wrong, how to mend it."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from studyapp.catalog.problem import Problem, Severity
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.drawing import draw_rounded
from studyapp.ui.widgets.tall_list import TallList
from studyapp.ui.widgets.wrapped import draw_wrapped, wrapped_height

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SIDE, _AIR, _LINE = 12, 7, 2
_JOINT = re.compile(r"([/._-])(?=\w)")


class ProblemsModel(QAbstractListModel):
    """A window on problems."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.problems: Sequence[Problem] = ()
        self.roots: Sequence[Path] = ()

    def show_problems(self, problems: Sequence[Problem], roots: Sequence[Path]) -> None:
        """Other problems, in packs at these places."""
        self.beginResetModel()
        self.problems, self.roots = problems, roots
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One row a problem."""
        return 0 if parent.isValid() else len(self.problems)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """All that is to be said, for a screen reader too."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            problem = self.problems[index.row()]
            return f"{problem.severity}, {self.place(problem)}: {problem.message}; {problem.hint}"
        return None

    def place(self, problem: Problem) -> str:
        """``roles/velocity.md, line 12, column 3``; the path as seen from its pack."""
        file = Path(problem.path)
        root = next((each for each in self.roots if file.is_relative_to(each)), None)
        name = file.relative_to(root.parent).as_posix() if root is not None else str(file)
        return f"{name}, line {problem.line}, column {problem.column}"


class ProblemsDelegate(QStyledItemDelegate):
    """Paints a problem in three lines: its place, what is wrong, how to mend it."""

    def __init__(self, theme: Theme, model: ProblemsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def height_of(self, row: int, width: int) -> int:
        """All three."""
        px = self._theme.px
        room = max(1, width - 2 * px(_SIDE))
        parts = self._parts(self._model.problems[row])
        text = sum(_height(font, words, room) for words, font, _ in parts)
        return text + px(_LINE) * (len(parts) - 1) + 2 * px(_AIR)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The size of a row at the width of the view."""
        return QSize(option.rect.width(), self.height_of(index.row(), option.rect.width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one problem."""
        theme, px = self._theme, self._theme.px
        box = option.rect.adjusted(px(2), px(1), -px(2), -px(1))
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focus or option.state & QStyle.StateFlag.State_MouseOver:
            border = theme.colour("accent") if focus else None
            draw_rounded(painter, box.toRectF(), px(6), theme.colour("sunken"), border, 2.0)
        text = option.rect.adjusted(px(_SIDE), px(_AIR), -px(_SIDE), -px(_AIR))
        for words, font, colour in self._parts(self._model.problems[index.row()]):
            painter.setFont(font)
            painter.setPen(theme.colour(colour))
            draw_wrapped(painter, text, words)
            text.setTop(text.top() + _height(font, words, text.width()) + px(_LINE))

    def _parts(self, problem: Problem) -> list[tuple[str, QFont, str]]:
        theme = self._theme
        wrong = problem.severity is Severity.ERROR
        place = f"{'Error' if wrong else 'Warning'} · {self._model.place(problem)}"
        return [
            (_breakable(place), theme.font(12.5, bold=True), "bad" if wrong else "warn"),
            (_sentence(problem.message), theme.font(14), "text"),
            (_sentence(problem.hint), theme.font(12.5), "muted"),
        ]


class ProblemList(TallList):
    """Tells the row of the problem to go to by ``chosen_row``."""

    left = Signal()
    """Escape: back to the page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Problems", 64)
        self.entries = ProblemsModel(self)
        self.show_rows(self.entries, ProblemsDelegate(theme, self.entries, self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _sentence(text: str) -> str:
    return _breakable(text[:1].upper() + text[1:])


def _breakable(text: str) -> str:
    """May be broken after a slash, a full stop or a hyphen, as a path or an address has to be."""
    return _JOINT.sub("\\1\u200b", text)


def _height(font: QFont, words: str, width: int) -> int:
    return wrapped_height(QFontMetrics(font), width, words)
