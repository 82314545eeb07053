"""A guided choice: one factor after another, everything with a key, and a result that can be kept."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from studyapp.catalog.guided_choice import GuidedChoice
from studyapp.catalog.proof import Proof
from studyapp.ids import ItemId
from studyapp.study.change import Change
from studyapp.study.choice_desk import KeptChoice
from studyapp.study.comparison_export import Format
from studyapp.study.desks import Desks
from studyapp.study.weighing import Weighing
from studyapp.ui.address import article_address
from studyapp.ui.cheap import action
from studyapp.ui.compare.choice_result import ChoiceResult
from studyapp.ui.compare.choice_wording import CHOICE
from studyapp.ui.compare.factor_card import MOST_ANSWERS, FactorCard
from studyapp.ui.compare.kept_list import KeptList
from studyapp.ui.compare.menu_button import MenuButton
from studyapp.ui.compare.scale_bars import ScaleBars
from studyapp.ui.compare.way_out import Choice, WayOut, ways_out
from studyapp.ui.keys import Keys
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.focus_lead import FocusLead
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Row
from studyapp.ui.widgets.narrow import Narrow
from studyapp.ui.widgets.scroll import Scroll

_LOW = 400.0
"""CSS pixels of height below which only the question and its answers are shown."""


class Choosing(QWidget):
    """Goes through the factors; behind the last one stands the result."""

    changed = Signal(object)
    """The ``Change`` that a verb returned."""
    navigated = Signal(str)
    """An address to go to."""
    left = Signal()
    """Back to the table."""

    def __init__(self, desks: Desks, theme: Theme) -> None:
        super().__init__()
        self._desk, self._theme = desks.choices, theme
        self._answers: dict[str, str] = {}
        self._number, self._kept = 0, False
        self.weighing: Weighing | None = None
        self.setAccessibleName("Choose a role for real work")
        self._way_out = WayOut(theme, self)
        self._title = heading(theme, "", 17)
        self._intro = plain_label(theme, "", 13.5, "muted")
        self.card, self.result = FactorCard(theme), ChoiceResult(theme)
        self.scales, self.kept = ScaleBars(theme), KeptList(theme)
        middle = Narrow(theme, width=760, margins=(16, 14, 16, 20))
        parts = (
            self._top(theme),
            self._intro,
            self.card,
            self.scales,
            self._buttons(theme),
            self.result,
            self.kept,
        )
        for widget in parts:
            middle.body.addWidget(widget)
            middle.body.add_space(10)
        middle.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll(middle)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName("Choose a role for real work")
        FocusLead(self, self._scroll)
        layout.addWidget(self._scroll)
        self._connect()

    def begin(self, choice: GuidedChoice) -> None:
        """Begin anew."""
        self._answers, self._number, self._kept = {}, 0, False
        self.weighing = self._desk.weigh(choice, self._answers)
        self.show_now()

    def state(self) -> dict[str, Any]:
        """The answers so far, and how far the learner went; nothing before the first answer."""
        if self.weighing is None or not self._answers:
            return {}
        return {"choice": self.weighing.choice.id, "answers": dict(self._answers), "number": self._number}

    def resume(self, choice: GuidedChoice, state: Mapping[str, Any]) -> None:
        """Go on where a choice was left at the last end; what no longer fits is asked anew."""
        self.begin(choice)
        answers, number = state.get("answers"), state.get("number")
        if isinstance(answers, dict) and isinstance(number, int):
            weighing = self._desk.weigh(choice, {str(name): str(said) for name, said in answers.items()})
            self._take(weighing)
            self._number = max(0, min(number, _answered(weighing)))
            self._kept = self._is_kept()
            self.show_now()

    def show_now(self) -> None:
        """Show the factor, or the result, as it stands."""
        weighing = self.weighing
        if weighing is None:
            return
        over = self._number >= len(weighing.given)
        self._title.setText(weighing.choice.title)
        self._intro.setText(weighing.choice.intro)
        self._make_room()
        self.card.setVisible(not over)
        self.result.setVisible(over)
        if over:
            self.result.show_weighing(weighing)
        else:
            self.card.show_factor(weighing, self._number)
        self.scales.show_weighing(weighing)
        self._dress_buttons(weighing, over=over)
        self.kept.show_kept(
            self._desk.kept() if over or self._number == 0 else (), can_undo=self._desk.can_undo
        )

    def take_focus(self) -> None:
        """Put the keyboard where it goes on; where there is much to read, the arrow keys scroll."""
        answering = self.weighing is not None and self._number < len(self.weighing.given)
        place = self.on if answering and self.on.isEnabled() else self._scroll
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def own_keys(self) -> tuple[Keys, ...]:
        """What keys do with the factor or the result in sight."""
        weighing = self.weighing
        if weighing is None:
            return ()
        over = self._number >= len(weighing.given)
        answers = () if over else weighing.given[self._number].factor.answers
        places = weighing.choice.notes if over else (weighing.given[self._number].factor,)
        told = [Keys(f"Choose answer {number}", (str(number),)) for number in range(1, len(answers) + 1)]
        if self.on.isEnabled():
            told.append(Keys(self.on.text(), ("Space",)))
        if self._number:
            told.append(Keys("Factor before", ("Backspace",)))
        if any(place.proof for place in places):
            told.append(Keys("Read the passage", ("E",)))
        if self._desk.can_undo:
            told.append(Keys("Undo", ("Ctrl+Z",)))
        return (*told, Keys("Back to the table", ("Esc",)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the question has all the room."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        low = self.height() < self._theme.px(_LOW)
        self._intro.setVisible(self._number == 0 and not low)
        self._title.setVisible(not low)

    # -- parts

    def _top(self, theme: Theme) -> QWidget:
        top = QWidget()
        row = Row(theme, top, gap=12)
        leave = LinkButton(theme, "Back to the table", key="Esc")
        leave.clicked.connect(self.left)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(leave)
        return top

    def _buttons(self, theme: Theme) -> QWidget:
        holder = QWidget()
        flow = Flow(theme, holder, gap=10, line_gap=8)
        self.on = PrimaryButton(theme, "Next factor", key="Space")
        self.before = QuietButton(theme, "Factor before", key="Backspace")
        self.again = QuietButton(theme, "Answer anew")
        self.export = MenuButton(theme, "Export")
        self.export.offer(ways_out(Format.CSV))
        for button in (self.on, self.before, self.again, self.export):
            flow.addWidget(button)
        return holder

    def _dress_buttons(self, weighing: Weighing, *, over: bool) -> None:
        given = not over and weighing.given[self._number].answer is not None
        last = self._number == len(weighing.given) - 1
        self.on.set_text(
            ("Kept" if self._kept else "Keep this result")
            if over
            else "See the result"
            if last
            else "Next factor"
        )
        self.on.setEnabled(given or (over and not self._kept))
        self.before.setVisible(self._number > 0)
        self.again.setVisible(over)
        self.export.setVisible(over)

    def _connect(self) -> None:
        for number in range(1, MOST_ANSWERS + 1):
            action(self, "", self._choose, str(number)).setData(number)
        action(self, "", self._press_on, "Space")
        action(self, "", self._go_back, "Backspace")
        action(self, "", self._read, "E")
        action(self, "", self._undo, "Ctrl+Z")
        action(self, "", self.left.emit, "Escape")
        self.card.answered.connect(self._answer)
        self.card.passage_wanted.connect(self._read)
        self.result.passage_wanted.connect(self._read_proof)
        self.on.clicked.connect(self._go_on)
        self.before.clicked.connect(self._go_back)
        self.again.clicked.connect(self._begin_anew)
        self.export.chosen.connect(self._export)
        self.kept.shown.connect(self._show_kept)
        self.kept.removed.connect(self._remove)
        self.kept.undo_wanted.connect(self._undo)

    # -- what the learner does

    @Slot()
    def _choose(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QAction):
            self._answer(int(pressed.data()) - 1)

    @Slot(int)
    def _answer(self, number: int) -> None:
        weighing = self.weighing
        if weighing is None or self._number >= len(weighing.given):
            return
        factor = weighing.given[self._number].factor
        if number < len(factor.answers):
            self._answers[factor.name] = factor.answers[number].name
            self._kept = False
            self.weighing = self._desk.weigh(weighing.choice, self._answers)
            self.show_now()
            self.take_focus()

    @Slot()
    def _press_on(self) -> None:
        """A shortcut comes before the button that has the keyboard."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton) and self.isAncestorOf(focus):
            focus.click()
        else:
            self._go_on()

    @Slot()
    def _go_on(self) -> None:
        weighing = self.weighing
        if weighing is None or not self.on.isEnabled():
            return
        if self._number < len(weighing.given):
            self._go_to(self._number + 1)
        else:
            change = self._desk.keep(weighing)
            self._kept = True
            self.show_now()
            self.changed.emit(change)

    @Slot()
    def _go_back(self) -> None:
        self._go_to(max(0, self._number - 1))

    def _go_to(self, number: int) -> None:
        self._number = number
        self.show_now()
        self._scroll.verticalScrollBar().setValue(0)
        self.take_focus()

    @Slot()
    def _begin_anew(self) -> None:
        if self.weighing is not None:
            self.begin(self.weighing.choice)
            self.take_focus()

    @Slot()
    def _read(self) -> None:
        weighing = self.weighing
        if weighing is None:
            return
        over = self._number >= len(weighing.given)
        places = weighing.choice.notes if over else (weighing.given[self._number].factor,)
        proof = next((place.proof for place in places if place.proof), None)
        if proof is not None:
            self._read_proof(proof)

    @Slot(object)
    def _read_proof(self, proof: Proof) -> None:
        self.navigated.emit(article_address(proof.article, proof.heading, proof.quote))

    @Slot(object)
    def _export(self, wanted: Choice) -> None:
        if self.weighing is not None:
            text = self._desk.written(self.weighing, CHOICE, wanted[1])
            self._way_out.hand_on(wanted, text, self.weighing.choice.title)

    # -- what was kept

    @Slot(object)
    def _show_kept(self, kept: KeptChoice) -> None:
        if kept.weighing is not None:
            self._take(kept.weighing)
            self._kept = True
            self._go_to(len(kept.weighing.given) if kept.weighing.complete else 0)

    @Slot(str)
    def _remove(self, kept: str) -> None:
        self._tell(self._desk.remove(ItemId(kept)))
        self.kept.undo.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _undo(self) -> None:
        self._tell(self._desk.undo())
        self.take_focus()

    def _tell(self, change: Change) -> None:
        if change is not Change.NOTHING:
            self._kept = self._is_kept()
            self.show_now()
            self.changed.emit(change)

    def _take(self, weighing: Weighing) -> None:
        self.weighing = weighing
        self._answers = {each.factor.name: each.answer.name for each in weighing.given if each.answer}

    def _is_kept(self) -> bool:
        """Whether the list has the result in sight."""
        return any(kept.weighing == self.weighing for kept in self._desk.kept())


def _answered(weighing: Weighing) -> int:
    """How many factors from the first one on have an answer."""
    return next((n for n, each in enumerate(weighing.given) if each.answer is None), len(weighing.given))
