"""The result of a paper: score, areas, misconceptions, time, and what to do next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.catalog.question import Misconception
from studyapp.study.exam_cards import CalledCards
from studyapp.study.exam_filter import FilterKind, ReviewFilter
from studyapp.study.exam_result import Result
from studyapp.study.readiness import ObjectiveRow
from studyapp.ui.exam import result_wording, wording
from studyapp.ui.exam.readiness_card import ReadinessCard
from studyapp.ui.exam.result_notes import ResultNotes
from studyapp.ui.exam.result_plots import AreasPanel, TimesPanel
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.chip import Tag
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.said import Said
from studyapp.ui.widgets.scroll import Scroll
from studyapp.ui.widgets.side_by_side import SideBySide
from studyapp.ui.widgets.tab_order import follow_the_eye


class ResultView(QWidget):
    """Draws a ``Result``."""

    review_wanted = Signal()
    """Go through the questions."""
    questions_wanted = Signal(object)
    """Go through the questions of this `ReviewFilter`."""
    question_wanted = Signal(int)
    """Go to the question with this number."""
    drill_wanted = Signal()
    """Drill the cards that the wrong answers have become."""
    practice_wanted = Signal(str)
    """Practise questions on this misconception."""
    beside_wanted = Signal()
    """Set another attempt beside this one."""
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
        self.areas, self.times = AreasPanel(theme), TimesPanel(theme)
        self.notes = ResultNotes(theme)
        inner = QWidget()
        column = Column(theme, inner, margins=(24, 24, 24, 24), gap=16)
        column.addWidget(self._build_head())
        column.addWidget(self._build_cards())
        columns = SideBySide(theme, wide=860)
        self._areas, times = CardFrame(theme), CardFrame(theme)
        self._areas.body.addWidget(self.areas)
        self._areas.body.addStretch(1)
        times.body.addWidget(self.times)
        self._objectives = ReadinessCard(theme)
        self._objectives.passage_wanted.connect(self.passage_wanted)
        columns.add(self._areas)
        columns.add(self._objectives)
        columns.add(self.notes)
        column.addWidget(columns)
        column.addWidget(times)
        column.addStretch(1)
        Column(theme, self).addWidget(Scroll(inner))
        self.areas.plot.opened.connect(self._open_area)
        self.times.plot.opened.connect(self._open_question)
        self.notes.wanted.connect(self.questions_wanted)
        self.notes.practice_wanted.connect(self.practice_wanted)

    def show_result(
        self,
        result: Result,
        area_title: Callable[[str], str],
        misconception: Callable[[str], Misconception | None],
        called: CalledCards,
        objectives: Sequence[ObjectiveRow] = (),
    ) -> None:
        """Show a result, by ``objectives`` where it has some; titles and beliefs come from the content as it is now."""
        self._result = result
        self.said.say("")
        self._show_head(result)
        self.show_called(called)
        self.areas.show_result(result, area_title)
        self._areas.setVisible(not objectives and not result.unmarked)
        self._objectives.show_rows(objectives)
        self.times.show_result(result)
        self.notes.show_result(result, misconception)
        follow_the_eye(self)

    def show_called(self, called: CalledCards) -> None:
        """Say what the wrong answers have become."""
        self._cards.setVisible(bool(called.cards))
        if called.cards:
            number = len(called.waiting or called.cards)
            self._cards_text.setText(result_wording.cards_sentence(called))
            self._drill.set_text("Drill this card" if number == 1 else f"Drill these {number} cards")

    def take_focus(self) -> None:
        """Enter goes to the review."""
        self._review.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- parts

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
        beside = QuietButton(theme, "Set another beside it…", key="B")
        export = QuietButton(theme, "Export…", key="X")
        back = QuietButton(theme, "Back to the exams", key="Esc")
        for button, told in (
            (self._review, self.review_wanted),
            (beside, self.beside_wanted),
            (export, self.export_wanted),
            (back, self.left),
        ):
            buttons.addWidget(button)
            button.clicked.connect(told)
        self.said = Said(theme)
        card.body.addWidget(box)
        card.body.addWidget(self.said)
        return card

    def _build_cards(self) -> QWidget:
        theme = self._theme
        self._cards = CardFrame(theme, padding=(28, 16, 28, 16), fill="accent-soft", border="", gap=8)
        self._cards_text = plain_label(theme, "", 14)
        self._drill = QuietButton(theme, "", key="D")
        self._drill.clicked.connect(self.drill_wanted)
        self._cards.body.addWidget(self._cards_text)
        self._cards.body.addWidget(self._drill, 0, Qt.AlignmentFlag.AlignLeft)
        return self._cards

    # -- drawing

    def _show_head(self, result: Result) -> None:
        _, colour = wording.verdict(result)
        self._review.set_text("Mark your answers" if result.unmarked else "Go through the questions")
        self._when.setText(f"{result.profile.title} · {wording.began(result)}")
        if result.unmarked:
            head, how = result_wording.to_mark(result)
            self._score.setText(head)
            self._line.setText(how)
        else:
            self._score.setText(wording.headline(result))
            self._line.setText(wording.score_line(result))
        self._score.set_colour(colour)
        self._markings.setText(wording.both_markings(result))
        told = bool(result.score.out_of) and not result.unmarked and not result.profile.by
        self._markings.setVisible(told)
        self._time.setText(wording.time_line(result))
        tag = wording.standing_tag(result.standing, held_back=result.profile.pool.value == "held-back")
        repeat = f"{tag}: you had seen questions of it before, so only new ones count towards the forecast"
        self._tag.setText(repeat if tag == "Repeat" else tag)
        self._tag.setVisible(bool(tag))

    @Slot(int)
    def _open_area(self, at: int) -> None:
        if self._result is not None:
            self.questions_wanted.emit(ReviewFilter(FilterKind.AREA, self._result.areas[at].area))

    @Slot(int)
    def _open_question(self, at: int) -> None:
        self.question_wanted.emit(at + 1)
