"""What the learner would recall today: the one honest figure until there are answers enough for a forecast."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSizePolicy

from studyapp.study.day_rows import AreaRow
from studyapp.ui.theme import Theme
from studyapp.ui.today.wording import mean_recall
from studyapp.ui.widgets.bar import Bar
from studyapp.ui.widgets.buttons import LinkButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Row
from studyapp.ui.wording import counted

_METHOD = (
    "Every answer you give to a card tells how firmly it sits. From that, the memory model FSRS works out how likely "
    "you are to recall each card at this moment; the figure is the mean over all cards you have answered at least "
    "once. Cards you have never seen are not in it, so it says how well you keep what you have learned, not how likely "
    "you are to pass an exam. Mock exams on the Exam page tell that better."
)


class RecallCard(CardFrame):
    """A figure, what it rests on, a bar, and how it is worked out."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=(18, 18, 18, 18), gap=6)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._figure = heading(theme, "", 30)
        self._note = plain_label(theme, "", 12.5, "muted")
        self._bar = Bar(theme, thickness=8)
        self._bar.setAccessibleName("Recall today")
        self._method = LinkButton(theme, "How is this worked out?")
        self._method.clicked.connect(self._explain)
        self.body.addWidget(plain_label(theme, "Recall today", 12.5, "muted"))
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

    def show_areas(self, areas: Sequence[AreaRow]) -> None:
        """Work the figure out from the focus areas."""
        share = mean_recall([(area.recalled, area.seen) for area in areas])
        seen, total = sum(area.seen for area in areas), sum(area.total for area in areas)
        self._bar.set_share(share or 0.0)
        if share is None:
            self._figure.setText("No answers yet")
            self._note.setText(f"{counted(total, 'card', 'cards')} are waiting to be met")
        else:
            self._figure.setText(f"{round(share * 100)} %")
            self._note.setText(f"of the {counted(seen, 'card', 'cards')} you have answered · {total} in all")

    @Slot()
    def _explain(self) -> None:
        from studyapp.ui.widgets.dialog import tell

        tell(self._theme, self, "How recall is worked out", _METHOD)
