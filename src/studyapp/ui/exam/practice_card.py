"""The card of the first picture that offers questions to practise."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.study.practice_desk import PracticeChoice, PracticeKind, PracticeScope
from studyapp.ui.exam.wording import count
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import Button, QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.chip import Chip
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column


class PracticeCard(CardFrame):
    """From everywhere, wrong answers, a misconception, or one focus area."""

    chosen = Signal(object)
    """The `PracticeScope` to practise."""
    beliefs_wanted = Signal()
    """Choose a false belief to practise."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, gap=10)
        self._scopes: dict[QWidget, PracticeScope] = {}
        self.body.addWidget(heading(theme, "Practise questions"))
        self._text = plain_label(theme, "", 13.5, "muted")
        self.body.addWidget(self._text)
        self._box: QWidget | None = None

    def show_choices(self, choices: Sequence[PracticeChoice], area_title: Callable[[str], str]) -> None:
        """Show what there is to practise."""
        if self._box is not None:
            self._box.hide()
            self._box.deleteLater()
        self._scopes = {}
        self._box = QWidget()
        column = Column(self._theme, self._box, gap=10)
        buttons = [self._button(choice, area_title) for choice in choices]
        general = [each for each in buttons if isinstance(each, QuietButton)]
        column.addWidget(self._flow([*general, self._beliefs()] if general else []))
        column.addWidget(self._flow([each for each in buttons if isinstance(each, Chip)]))
        self.body.addWidget(self._box)
        everything = choices[0] if choices else None
        if everything is None or not everything.total:
            self._text.setText("There are no practice questions in the packs that are open.")
            return
        self._text.setText(
            f"Ten at a time, no clock, the reasons at once. {everything.unseen} of {everything.total} "
            f"{'is' if everything.unseen == 1 else 'are'} new to you."
        )

    def _flow(self, buttons: Sequence[Button]) -> QWidget:
        box = QWidget()
        line = Flow(self._theme, box, gap=8, line_gap=8)
        for button in buttons:
            line.addWidget(button)
        return box

    def _beliefs(self) -> Button:
        button = QuietButton(self._theme, "By misconception…", key="M")
        button.clicked.connect(self.beliefs_wanted)
        return button

    def _button(self, choice: PracticeChoice, area_title: Callable[[str], str]) -> Button | None:
        if not choice.total:
            return None
        button: Button
        match choice.scope.kind:
            case PracticeKind.ALL:
                button = QuietButton(self._theme, "From everywhere", key="P")
            case PracticeKind.WRONG:
                button = QuietButton(self._theme, f"Your wrong answers: {choice.total}", key="W")
            case _:
                title = area_title(choice.scope.value)
                button = Chip(self._theme, f"{title} {choice.total}", checkable=False)
                number = count(choice.total, "question")
                button.setAccessibleName(f"Practise {title}, {number}, {choice.unseen} new")
        self._scopes[button] = choice.scope
        button.clicked.connect(self._tell)
        return button

    @Slot()
    def _tell(self) -> None:
        sender = self.sender()
        if isinstance(sender, QWidget) and sender in self._scopes:
            self.chosen.emit(self._scopes[sender])
