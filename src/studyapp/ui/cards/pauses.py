"""What the Cards page shows when there is no card: before the first one, and after the last."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.study.review_values import SittingSummary
from studyapp.ui.cards.wording import duration
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Sides
from studyapp.ui.wording import counted

_ROOMY: Sides = (40, 36, 40, 36)
_CRAMPED: Sides = (16, 8, 16, 8)


class Pause(CardFrame):
    """A calm card with a title, a sentence and what can be done next."""

    ahead_wanted = Signal()
    """The learner wants to go on past today's plan."""
    choice_wanted = Signal()
    """The learner wants to choose what to drill."""
    today_wanted = Signal()
    """The learner wants to see the day."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=_ROOMY, gap=10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._title = heading(theme, "", 22)
        self._text = plain_label(theme, "", 15, "muted")
        self._today = PrimaryButton(theme, "Back to Today")
        self._ahead = QuietButton(theme, "Study ahead")
        self._choose = QuietButton(theme, "Choose what to drill")
        self._today.clicked.connect(self.today_wanted)
        self._ahead.clicked.connect(self.ahead_wanted)
        self._choose.clicked.connect(self.choice_wanted)
        line = QWidget()
        buttons = Flow(theme, line, gap=10)
        for button in (self._today, self._ahead, self._choose):
            buttons.addWidget(button)
        self.body.addWidget(self._title)
        self.body.addWidget(self._text)
        self.body.add_space(10)
        self.body.addWidget(line)

    def show_end(self, summary: SittingSummary, *, ahead: bool) -> None:
        """After the last card of a sitting; ``ahead`` says whether the learner can go on."""
        again = f", {summary.again} of them forgotten and asked again" if summary.again else ""
        self._title.setText("That is all for now")
        self._text.setText(
            f"{counted(summary.answered, 'answer', 'answers')}{again}, in {duration(summary.took)}. "
            "Each card comes back when it is about to be forgotten."
        )
        self._ahead.setVisible(ahead)
        self._choose.setVisible(True)

    def show_empty(self, scope_title: str, *, cards: int, ahead: bool) -> None:
        """When the chosen set holds nothing to drill, or nothing but what the learner can go ``ahead`` to."""
        if not cards:
            self._title.setText("Cards are for recalling")
            self._text.setText(
                "The open packs hold no cards. Open a content folder from the menu to add some."
            )
        else:
            rest = (
                "A card comes back when it is about to be forgotten; studying ahead does no harm to the plan."
                if ahead
                else "You have answered them all, but for those that wait for another day."
            )
            self._title.setText("Nothing to drill here")
            self._text.setText(f"{scope_title}: no card is waiting. {rest}")
        self._ahead.setVisible(bool(cards) and ahead)
        self._choose.setVisible(bool(cards))

    def set_cramped(self, *, cramped: bool) -> None:
        """Whether there is hardly any height."""
        self.body.set_margins(_CRAMPED if cramped else _ROOMY)

    def take_focus(self) -> None:
        """Put the focus on the first thing to do."""
        self._today.setFocus(Qt.FocusReason.OtherFocusReason)
