"""Drilling a table: one exercise after another, everything with a key."""

from datetime import timedelta

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from studyapp.catalog.comparison import Comparison
from studyapp.learning.confusion import MixUp
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.table_drill import DrillScope, DrillView
from studyapp.ui.address import article_address
from studyapp.ui.cheap import action
from studyapp.ui.compare.drill_end import DrillEnd
from studyapp.ui.compare.drill_wording import choices
from studyapp.ui.compare.exercise_card import ExerciseCard
from studyapp.ui.keys import Keys
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.bar import Bar
from studyapp.ui.widgets.buttons import LinkButton
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Row
from studyapp.ui.widgets.narrow import Narrow
from studyapp.ui.widgets.scroll import Scroll

_LONGEST_LOOK = timedelta(minutes=2)
"""Whoever looks longer at one exercise has left the desk; more is not counted as study."""

_KEYS = 6


class Drilling(QWidget):
    """Hands presses on to the desk and shows what it says."""

    changed = Signal(object)
    """The ``Change`` that a verb returned."""
    navigated = Signal(str)
    """An address to go to."""
    left = Signal()
    """Back to the table."""
    cell_wanted = Signal(str, str)
    """Back to the table, to a row and a column of it."""

    def __init__(self, desks: Desks, theme: Theme) -> None:
        super().__init__()
        self._desk, self._tables = desks.table_drill, desks.comparisons
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Drill")
        self._scope: DrillScope | None = None
        self._named: MixUp | None = None
        self._top = QWidget()
        row = Row(theme, self._top, gap=12)
        self._bar = Bar(theme)
        self._bar.setAccessibleName("Progress of the drill")
        self._count = plain_label(theme, "", 12.5, "muted", wrap=False)
        back = LinkButton(theme, "Back to the table", key="Esc")
        back.clicked.connect(self.left)
        row.addWidget(self._bar, 1)
        row.addWidget(self._count)
        row.addWidget(back)
        self.card, self.end = ExerciseCard(theme), DrillEnd(theme)
        middle = Narrow(theme, width=760, margins=(24, 18, 24, 24))
        for widget in (self._top, self.card, self.end):
            middle.body.addWidget(widget)
            middle.body.add_space(12)
        middle.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll(middle)
        layout.addWidget(self._scroll)
        self._connect()

    @property
    def scope(self) -> DrillScope | None:
        """What is drilled."""
        return self._scope

    def begin(self, scope: DrillScope) -> None:
        """Sit down to a scope."""
        self._scope, self._named = scope, self._worst(scope)
        self._desk.begin(scope)
        self.show_now()

    def show_now(self) -> None:
        """Show what lies on the desk."""
        view = self._desk.view()
        self.card.setVisible(view is not None)
        self._top.setVisible(view is not None)
        self.end.setVisible(view is None)
        if view is None:
            self._show_end()
        else:
            self._show_view(view)

    def take_focus(self) -> None:
        """Put the keyboard where it goes on."""
        if self.card.isHidden():
            self.end.take_focus()
        elif not self.card.take_focus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def own_keys(self) -> tuple[Keys, ...]:
        """What keys do with the exercise or the summary in sight."""
        view, told = self._desk.view(), list[Keys]()
        if view is not None and view.given is None:
            count = len(choices(view))
            told = [Keys(f"Choose answer {number}", (str(number),)) for number in range(1, count + 1)]
            if len(view.gaps) > 1:
                told.append(Keys("Empty the last gap", ("Backspace",)))
        elif view is not None:
            told.append(Keys("Next", ("Space",)))
            if view.cell.proof is not None:
                told.append(Keys("Read the passage", ("E",)))
        if view is not None and view.can_undo:
            told.append(Keys("Undo", ("Ctrl+Z",)))
        return (*told, Keys("Back to the table", ("Esc",)))

    # -- showing

    def _show_view(self, view: DrillView) -> None:
        self._bar.set_share((view.number - (view.given is None)) / view.count)
        self._count.setText(f"{view.number} of {view.count}")
        proof = None
        if view.given is not None:
            proof = self._tables.cell(view.comparison, view.said.row, view.said.column)
        self.card.show_view(view, proof)
        self.take_focus()
        QTimer.singleShot(0, self, self._bring)

    @Slot()
    def _bring(self) -> None:
        """A new question begins at its top; an answer shows what leads on."""
        if self.card.isVisible() and self.card.way_on.isVisible():
            self._scroll.ensureWidgetVisible(self.card.way_on)
        else:
            self._scroll.verticalScrollBar().setValue(0)

    def _show_end(self) -> None:
        summary, scope = self._desk.summary(), self._scope
        comparison = self._comparison()
        if summary is None or scope is None or comparison is None:
            self.left.emit()
            return
        rows = {row.name: row.title for row in comparison.rows}
        columns = {column.name: column.title for column in comparison.columns}
        missed = [(f"{columns[column]} · {rows[row]}", (row, column)) for row, column in summary.missed]
        worst, before = self._worst(scope), self._named
        still = self._pairs(comparison)
        retired = self._titles(comparison, before) if before and before.pair not in still else None
        self.end.show_summary(summary, missed, self._titles(comparison, worst), retired)
        self.take_focus()

    def _comparison(self) -> Comparison | None:
        wanted = self._scope.comparison if self._scope else ""
        return next((table for table in self._tables.comparisons() if table.id == wanted), None)

    def _worst(self, scope: DrillScope) -> MixUp | None:
        comparison = next((t for t in self._tables.comparisons() if t.id == scope.comparison), None)
        return self._tables.confusions_in(comparison).worst if comparison else None

    def _pairs(self, comparison: Comparison) -> set[tuple[str, str]]:
        found = self._tables.confusions_in(comparison).mix_ups
        return {mix_up.pair for mix_up in found if mix_up.named}

    def _titles(self, comparison: Comparison, mix_up: MixUp | None) -> tuple[str, str] | None:
        if mix_up is None:
            return None
        columns = self._tables.pair_of(comparison, mix_up)
        return columns[0].title, columns[1].title

    # -- what the learner does

    def _connect(self) -> None:
        for number in range(1, _KEYS + 1):
            action(self, "", self._choose, str(number)).setData(number)
        action(self, "", self._go_on, "Space")
        action(self, "", self._read, "E")
        action(self, "", self._take_back, "Ctrl+Z")
        action(self, "", self.card.empty_last, "Backspace")
        action(self, "", self.left.emit, "Escape")
        self.card.answered.connect(self._answer)
        self.card.gone_on.connect(self._next)
        self.card.undo_wanted.connect(self._take_back)
        self.card.passage_wanted.connect(self._read)
        self.end.more_wanted.connect(self._more)
        self.end.pair_wanted.connect(self._drill_pair)
        self.end.left.connect(self.left)
        self.end.cell_wanted.connect(self.cell_wanted)

    @Slot()
    def _choose(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QAction):
            self.card.choose(int(pressed.data()))

    @Slot(tuple)
    def _answer(self, given: tuple[int, ...]) -> None:
        took = min(timedelta(milliseconds=self.card.looked.milliseconds), _LONGEST_LOOK)
        change = self._desk.answer(given, took)
        self.show_now()
        self.changed.emit(change)

    @Slot()
    def _go_on(self) -> None:
        view = self._desk.view()
        if self._press_focused():
            return
        if view is None:
            self._more()
        elif view.given is not None:
            self._next()

    @Slot()
    def _next(self) -> None:
        self._desk.go_on()
        self.show_now()

    def _press_focused(self) -> bool:
        """Press the button that has the keyboard, because a shortcut comes before the button does."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton) and self.isAncestorOf(focus):
            focus.click()
            return True
        return False

    @Slot()
    def _take_back(self) -> None:
        change = self._desk.undo()
        if change is not Change.NOTHING:
            self.show_now()
            self.changed.emit(change)

    @Slot()
    def _read(self) -> None:
        view = self._desk.view()
        if view is not None and view.given is not None and view.cell.proof is not None:
            proof = view.cell.proof
            self.navigated.emit(article_address(proof.article, proof.heading, proof.quote))

    @Slot()
    def _more(self) -> None:
        if self._scope is not None:
            self.begin(self._scope)

    @Slot()
    def _drill_pair(self) -> None:
        comparison = self._comparison()
        worst = self._worst(self._scope) if self._scope else None
        if comparison is not None and worst is not None:
            first, second = self._tables.pair_of(comparison, worst)
            self.begin(DrillScope(comparison.id, (first.name, second.name), pair=True))
