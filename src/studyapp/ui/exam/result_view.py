"""The result of a paper: score, areas, misconceptions, time, and what to do next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from studyapp.catalog.question import Misconception
from studyapp.learning.marking import Swing
from studyapp.study.exam_result import Result
from studyapp.study.readiness import ObjectiveRow
from studyapp.ui.exam import wording
from studyapp.ui.exam.readiness_card import ReadinessCard
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.chip import Tag
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.plot_shares import ShareRow, SharesPlot
from studyapp.ui.widgets.scroll import Scroll
from studyapp.ui.widgets.side_by_side import SideBySide

_GOOD, _FAIR = 0.85, 0.65


class ResultView(QWidget):
    """Draws a ``Result``."""

    review_wanted = Signal()
    """Go through the questions."""
    export_wanted = Signal()
    """Save the result as a file."""
    passage_wanted = Signal(object)
    """The `Passage` of a learning objective that is to be read."""
    left = Signal()
    """Back to the list."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._result: Result | None = None
        inner = QWidget()
        column = Column(theme, inner, margins=(24, 24, 24, 24), gap=16)
        column.addWidget(self._build_head())
        columns = SideBySide(theme, wide=860)
        self._areas = CardFrame(theme, gap=10)
        self._areas.body.addWidget(heading(theme, "By focus area"))
        self._areas_note = plain_label(theme, "", 12.5, "muted")
        self._areas.body.addWidget(self._areas_note)
        self._plot = SharesPlot(theme, "Right answers by focus area")
        self._areas.body.addWidget(self._plot)
        self._areas.body.addStretch(1)
        self._notes = CardFrame(theme, gap=8)
        self._objectives = ReadinessCard(theme)
        self._objectives.passage_wanted.connect(self.passage_wanted)
        columns.add(self._areas)
        columns.add(self._objectives)
        columns.add(self._notes)
        column.addWidget(columns)
        column.addStretch(1)
        Column(theme, self).addWidget(Scroll(inner))

    def show_result(
        self,
        result: Result,
        area_title: Callable[[str], str],
        misconception: Callable[[str], Misconception | None],
        objectives: Sequence[ObjectiveRow] = (),
    ) -> None:
        """Show a result, by ``objectives`` where it has some; titles and beliefs come from the content as it is now."""
        self._result = result
        self._show_head(result)
        rows = [_row(area_title(a.area), a.right, a.out_of) for a in result.areas]
        self._plot.set_rows(rows)
        self._areas_note.setText(_areas_sentence(rows))
        self._plot.set_sentence(self._areas_note.text())
        self._areas.setVisible(bool(rows) and not objectives)
        self._objectives.show_rows(objectives)
        self._show_notes(result, misconception)

    def take_focus(self) -> None:
        """Enter goes to the review."""
        self._review.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_head(self) -> QWidget:
        theme = self._theme
        card = CardFrame(theme, padding=(28, 24, 28, 24), gap=6)
        self._when = plain_label(theme, "", 12.5, "muted")
        self._score = heading(theme, "", 34)
        self._line = plain_label(theme, "", 14)
        self._markings = plain_label(theme, "", 13.5, "muted")
        self._time = plain_label(theme, "", 13.5, "muted")
        self._tag = Tag(theme, "", "warn", "warn-soft")
        for label in (self._when, self._score, self._line, self._markings, self._time):
            card.body.addWidget(label)
        card.body.addWidget(self._tag, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addSpacing(theme.px(10))
        box = QWidget()
        buttons = Flow(theme, box, gap=10, line_gap=10)
        self._review = PrimaryButton(theme, "Go through the questions", key="R")
        export = QuietButton(theme, "Export…")
        back = QuietButton(theme, "Back to the exams", key="Esc")
        for button in (self._review, export, back):
            buttons.addWidget(button)
        card.body.addWidget(box)
        self._review.clicked.connect(self.review_wanted)
        export.clicked.connect(self.export_wanted)
        back.clicked.connect(self.left)
        return card

    def _show_head(self, result: Result) -> None:
        word, colour = wording.verdict(result)
        self._when.setText(f"{result.profile.title} · {wording.moment(result.began_at)}")
        if result.unmarked:
            self._score.setText(f"{wording.count(result.unmarked, 'answer')} to mark")
            self._line.setText(
                "Mark your answers yourself: compare them with the model answer and the rubric."
            )
        else:
            self._score.setText(f"{wording.per_cent(result.score.share)} · {word.lower()}")
            self._line.setText(wording.score_line(result))
        self._score.set_colour(colour if colour != "text" else "text")
        self._markings.setText(wording.both_markings(result))
        self._markings.setVisible(result.whole != result.partial)
        self._time.setText(wording.time_line(result))
        tag = wording.standing_tag(result.standing, held_back=result.profile.pool.value == "held-back")
        self._tag.setText(f"{tag}: questions you had seen before" if tag == "Repeat" else tag)
        self._tag.setVisible(bool(tag))

    def _show_notes(self, result: Result, misconception: Callable[[str], Misconception | None]) -> None:
        body = self._notes.body
        while (item := body.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        beliefs = [(belief, misconception(belief.misconception)) for belief in result.beliefs]
        body.addWidget(heading(self._theme, "What you took for true"))
        told = [(belief, found) for belief, found in beliefs if found is not None]
        if not told:
            body.addWidget(
                plain_label(self._theme, "No wrong belief stood out in this paper.", 13.5, "muted")
            )
        for belief, found in told[:6]:
            times = (
                f"In {belief.taken} of {wording.count(belief.offered, 'case')}: {found.belief.rstrip('.')}."
            )
            body.addWidget(plain_label(self._theme, times, 13.5))
            body.addWidget(plain_label(self._theme, found.correction, 12.5, "muted"))
            body.addSpacing(self._theme.px(4))
        body.addSpacing(self._theme.px(8))
        body.addWidget(heading(self._theme, "How you worked"))
        for line in _habits(result):
            body.addWidget(plain_label(self._theme, line, 13.5))
        body.addStretch(1)


def _row(title: str, right: int, out_of: int) -> ShareRow:
    share = right / out_of
    colour = "good" if share >= _GOOD else "warn" if share >= _FAIR else "bad"
    figure = f"{right} of {out_of} right"
    return ShareRow(title, share, figure, f"{title}: {figure}", colour)


def _areas_sentence(rows: Sequence[ShareRow]) -> str:
    weakest = [row for row in rows if row.share is not None and row.share < _GOOD]
    if not rows:
        return ""
    if not weakest:
        return "No area falls below 85 % in this paper."
    return f"Most is to be gained in {weakest[0].name}: {weakest[0].figure}."


def _habits(result: Result) -> list[str]:
    """Changed answers, slips and time in plain words."""
    lines = []
    swings = [item.swing for item in result.items]
    gained, lost = swings.count(Swing.WRONG_TO_RIGHT), swings.count(Swing.RIGHT_TO_WRONG)
    if gained or lost:
        lines.append(f"Changing answers won {wording.count(gained, 'point')} and lost {lost}.")
    for slip, words in wording.SLIPS.items():
        number = sum(slip in item.slips for item in result.items)
        if number:
            lines.append(f"{wording.count(number, 'wrong answer')}: {words}.")
    unseen = sum(item.question is None for item in result.items)
    if unseen:
        lines.append(f"{wording.count(unseen, 'question')} not reached; they stay unseen and can come again.")
    slowest = max(result.items, key=lambda item: item.spent, default=None)
    if slowest is not None and slowest.spent:
        lines.append(f"Longest on question {slowest.number}: {wording.duration(slowest.spent)}.")
    disputed = sum(not item.scored for item in result.items)
    if disputed:
        lines.append(f"{wording.count(disputed, 'question')} not scored.")
    return lines or ["Nothing to remark."]
