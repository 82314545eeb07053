"""Where the learner stands: what would be recalled tomorrow and, once there is evidence enough, the chance to pass."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSizePolicy

from studyapp.learning.evidence import TooLittle
from studyapp.study.day_rows import AreaRow, ChanceRow
from studyapp.ui.theme import Theme
from studyapp.ui.today.wording import chance_note, mean_recall, no_chance
from studyapp.ui.widgets.bar import Bar
from studyapp.ui.widgets.buttons import LinkButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Row
from studyapp.ui.wording import chance_told, counted

if TYPE_CHECKING:
    from studyapp.ui.widgets.interval_bar import IntervalBar

_RECALL = "Recall tomorrow"
_CHANCE = "Chance to pass today, on our mocks"
_METHOD = (
    "Every answer you give to a card tells how firmly it sits. From that, the memory model FSRS works out how likely "
    "you are to recall each card tomorrow; the figure is the share of all cards. Cards you have never seen, and cards "
    "that you have just forgotten or are still learning, count as not recalled. It says how much of the material you "
    "keep, not how likely you are to pass an exam. Mock exams on the Exam page tell that better."
)


class RecallCard(CardFrame):
    """A figure, what it rests on, a bar, and how it is worked out."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=(18, 18, 18, 18), gap=6)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._figure = heading(theme, "", 30)
        self._note = plain_label(theme, "", 12.5, "muted")
        self._bar = Bar(theme, thickness=8)
        self._bar.setAccessibleName(_RECALL)
        self._theme = theme
        self._chance_bar: IntervalBar | None = None
        self._method = LinkButton(theme, "How is this worked out?")
        self._method.clicked.connect(self._explain)
        self._caption = plain_label(theme, _RECALL, 12.5, "muted")
        self.body.addWidget(self._caption)
        for widget in (self._figure, self._note):
            self.body.addWidget(widget)
        self.body.add_space(6)
        self.body.addWidget(self._bar)
        self.body.add_space(4)
        line = Row(theme)
        line.addWidget(self._method)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addStretch(1)

    def show_standing(
        self, areas: Sequence[AreaRow], chance: ChanceRow | None, missing: TooLittle | None = None
    ) -> None:
        """Show the chance to pass where it is known, with recall below it; else recall, and what a forecast misses."""
        share = mean_recall([(area.recalled, area.total) for area in areas])
        seen, total = sum(area.seen for area in areas), sum(area.total for area in areas)
        if chance is not None:
            self._show_chance(chance, total, share)
            return
        self._caption.setText(_RECALL)
        self._bar.show()
        self._bar.set_share(share or 0.0)
        if self._chance_bar is not None:
            self._chance_bar.hide()
        if share is None:
            self._figure.setText("No answers yet")
            note = f"{counted(total, 'card', 'cards')} are waiting to be met"
        else:
            self._figure.setText(f"{round(share * 100)} %")
            note = f"of all {counted(total, 'card', 'cards')}, {seen} of them seen"
        self._note.setText(f"{note}\n{no_chance(missing)}".rstrip())

    def _show_chance(self, chance: ChanceRow, total: int, recall: float | None) -> None:
        if self._chance_bar is None:
            from studyapp.ui.widgets.interval_bar import IntervalBar

            self._chance_bar = IntervalBar(self._theme)
            self.body.insertWidget(self.body.indexOf(self._bar), self._chance_bar)
        self._caption.setText(_CHANCE)
        self._figure.setText(chance_told(chance.chance))
        self._note.setText(chance_note(chance, recall, total))
        self._chance_bar.show_chance(chance.chance, (chance.low, chance.high))
        self._chance_bar.show()
        self._bar.hide()

    @Slot()
    def _explain(self) -> None:
        from studyapp.ui.widgets.dialog import tell

        if self._caption.text() == _RECALL:
            tell(self._theme, self, "How recall is worked out", _METHOD)
            return
        from studyapp.ui.progress.method import METHOD

        tell(self._theme, self, "How the chance to pass is worked out", METHOD)
