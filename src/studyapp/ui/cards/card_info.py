"""Card information: why it is asked now, how well it is known, and how it came to that as a curve."""

from datetime import timedelta

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from studyapp.study.card_stories import CardStory
from studyapp.ui.cards import story_words
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.dialog import Dialog
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.plot_line import Line, LinePlot, LinePoint, LineStyle, Tick
from studyapp.ui.widgets.plot_panel import PlotPanel
from studyapp.ui.widgets.plot_surface import Level
from studyapp.ui.widgets.plot_table import PlotTable

_DAY = timedelta(days=1)
_HEADER = ("Answered", "Rating", "Expected recall", "Stability after, days", "Back after")


class CardInfo(Dialog):
    """Says in words what is known of one card; the figures stand below on request."""

    def __init__(self, theme: Theme, story: CardStory, question: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Card information", parent, width=640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.body.addWidget(plain_label(theme, question, 15, bold=True))
        self.body.addWidget(heading(theme, "Why now?", 14))
        self.why = plain_label(theme, story_words.why_now(story.why))
        self.body.addWidget(self.why)
        self.body.addWidget(heading(theme, "How well you know it", 14))
        self.knowledge = plain_label(theme, story_words.knowledge(story))
        self.body.addWidget(self.knowledge)
        self.figures = self._figures(story)
        self.body.addWidget(self.figures)
        if story.answers:
            self.history = HistoryPanel(theme)
            self.history.show_story(story)
            self.body.addWidget(self.history)
        self.body.addStretch(1)
        self._more = self.offer(QuietButton(theme, "Show figures"))
        self._more.clicked.connect(self._show_figures)
        self.offer(PrimaryButton(theme, "Close"), closes=True).setFocus()

    def _figures(self, story: CardStory) -> QWidget:
        text = "\n".join(f"{name}: {value}" for name, value in story_words.figures(story))
        label = plain_label(self._theme, text, 12.5, "muted", family="mono")
        label.setAccessibleName("Figures")
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.hide()
        return label

    @Slot()
    def _show_figures(self) -> None:
        self.figures.setVisible(self.figures.isHidden())
        self._more.set_text("Show figures" if self.figures.isHidden() else "Hide figures")


class HistoryPanel(PlotPanel):
    """Recall over time: a curve that falls from each answer to the next, and the answers on it."""

    def __init__(self, theme: Theme) -> None:
        self._line = LinePlot(theme, "Recall of this card over time")
        super().__init__(theme, self._line, empty="The curve begins with the first answer.")

    def show_story(self, story: CardStory) -> None:
        """Draw the answers and what lies between and after them; one with an answer at least."""
        begin = story.answers[0].at
        curve = tuple(LinePoint((p.at - begin) / _DAY, p.recall, "") for p in story.curve)
        given = tuple(
            LinePoint(
                (each.at - begin) / _DAY,
                1.0 if each.expected is None else each.expected,
                story_words.answer_text(each, story.now),
            )
            for each in story.answers
        )
        lines = [
            Line("Recall", curve, "muted", LineStyle.CURVE),
            Line("Answers", given, style=LineStyle.POINTS),
        ]
        last = max(curve[-1].x, (story.now - begin) / _DAY)
        ticks = [Tick(0.0, "first answer"), Tick((story.now - begin) / _DAY, "today")]
        if last - ticks[-1].x > 1:
            ticks.append(Tick(last, "due"))
        level = Level(story.why.retention, "when it comes back")
        self._line.set_lines(lines, level, ticks if ticks[1].x >= 1 else [ticks[0], *ticks[2:]])
        rows = tuple(story_words.answer_row(each, story.now) for each in story.answers)
        self.show_figures(story_words.history_sentence(story), PlotTable(_HEADER, rows))
