"""Progress: four figures, then the plots. Everything is worked out on a thread and filled in when it comes."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar, Protocol

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.mixed_up import MixedUp
from studyapp.study.outlook import Outlook
from studyapp.study.report import Progress
from studyapp.study.workloads import Workload
from studyapp.ui.address import Route
from studyapp.ui.background import Work, in_background
from studyapp.ui.cheap import action
from studyapp.ui.keys import Keys
from studyapp.ui.page import Page
from studyapp.ui.progress import exam_plots, exam_wording, habit_plots, memory_plots, mix_up_plots, wording
from studyapp.ui.progress.chance_card import ChanceCard
from studyapp.ui.progress.figure_card import FigureCard, FigureRow
from studyapp.ui.progress.real_results import RealResults
from studyapp.ui.progress.workload_plot import WorkloadPanel
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.scroll import Scroll, scroll_by_key
from studyapp.ui.widgets.side_by_side import SideBySide


class Filled(Protocol):
    """A panel that shows a part of what was worked out."""

    def show_progress(self, progress: Progress) -> None:
        """Show one's part."""


class ProgressPage(Page):
    """Shows the last `Progress` and `Outlook` it was given and asks for others when something changed.

    The figures come first; the forecast, which takes longer, is asked for after them.
    """

    title = "Progress"
    cares_for: ClassVar[Change] = (
        Change.REVIEWS | Change.EXAMS | Change.READING | Change.SETTINGS | Change.CONTENT | Change.DAY
    )

    def __init__(self, desks: Desks, theme: Theme) -> None:
        super().__init__()
        self._desks = desks
        self._work: Work | None = None
        self._trial: Work | None = None
        self._again = False
        self._steps: list[Callable[[], None]] = []
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._take_step)
        self.progress: Progress | None = None
        self.outlook: Outlook | None = None
        self.setAccessibleName(self.title)
        self._build(theme)

    @property
    def complete(self) -> bool:
        """Whether everything that was asked for has come and is shown."""
        waiting = self._work is not None or self._steps or self._pause.isActive()
        return self.progress is not None and not waiting

    # -- what the window calls

    def wake(self, change: Change) -> None:
        """Ask for figures; those in sight stay until they have come."""
        if self._work is not None:
            self._again = True
            return
        self._again, self._steps = False, []
        self._start(in_background(self._desks.report.inquiry(), self), self._show)

    def open(self, route: Route) -> None:
        """Ask for the result of a real exam, once the page is in sight."""
        if "enter" in route.options:
            QTimer.singleShot(0, self.real, self.real.ask_new)

    def state(self) -> dict[str, Any]:
        """Which plots are looked at as tables."""
        return {"tables": [p.plot.accessibleName() for p in self.panels if p.as_table]}

    def restore(self, state: dict[str, Any]) -> None:
        """Show the same tables again."""
        tables = state.get("tables")
        if isinstance(tables, list):
            for panel in self.panels:
                panel.show_as_table(panel.plot.accessibleName() in tables)

    def own_keys(self) -> Sequence[Keys]:
        """A plot is walked by keys of its own."""
        if not any(panel.plot.isVisible() and panel.plot.laid_out for panel in self.panels):
            return ()
        return (
            Keys("Walk along the plot that has the focus", ("Left", "Right")),
            Keys("To its beginning or its end", ("Home", "End")),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with what was left while the page was out of sight."""
        super().showEvent(event)
        if self._steps:
            self._pause.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll also while nothing on the page has the focus, as after Ctrl+6."""
        if not scroll_by_key(self.view, event.key()):
            super().keyPressEvent(event)

    # -- parts

    def _build(self, theme: Theme) -> None:
        self.recall, self.learned = (
            FigureCard(theme, "Recall, last 30 days"),
            FigureCard(theme, "Cards learned"),
        )
        self.mock, self.time = FigureCard(theme, "Mock exams"), FigureCard(theme, "Time")
        self.days, self.ahead = habit_plots.DaysPanel(theme), habit_plots.AheadPanel(theme)
        self.areas, self.mocks = memory_plots.AreasPanel(theme), exam_plots.MocksPanel(theme)
        self.honest, self.hours = memory_plots.ForgettingPanel(theme), habit_plots.HoursPanel(theme)
        self.coverage, self.forecast = habit_plots.CoveragePanel(theme), exam_plots.ForecastPanel(theme)
        self.roles, self.concepts = mix_up_plots.RolesPanel(theme), mix_up_plots.ConceptsPanel(theme)
        for mix_ups in (self.roles, self.concepts):
            mix_ups.drill_wanted.connect(self.navigated)
        self._filled = (
            *(self.days, self.ahead, self.areas, self.mocks, self.honest, self.hours, self.coverage),
        )
        self.fared = exam_plots.FaredPanel(theme)
        self.real = RealResults(theme, self._desks.results)
        self.real.changed.connect(self._mend)
        action(self, "Enter the result of a real exam", self.real.ask_new)
        self.work = WorkloadPanel(theme)
        self.work.tried.connect(self._try)
        self.work.chosen.connect(self._choose)
        self.panels = (*self._filled, self.forecast, self.fared, self.work, self.roles, self.concepts)
        self.chance = ChanceCard(theme)
        inner = QWidget()
        column = Column(theme, inner, margins=(24, 24, 24, 24), gap=16)
        self._trouble = plain_label(theme, "", 13.5, "warn")
        self._trouble.hide()
        column.addWidget(self._trouble)
        column.addWidget(FigureRow(theme, (self.recall, self.learned, self.mock, self.time)))
        column.addWidget(self.chance)
        columns = SideBySide(theme, wide=820, gap=16)
        exams = (self.mocks, self.forecast), (self.fared, self.real)
        columns.add(_stack(theme, ((self.days, self.ahead, self.work), *exams, (self.coverage,))), 5)
        columns.add(
            _stack(theme, ((self.roles, self.concepts), (self.areas,), (self.honest,), (self.hours,))), 4
        )
        column.addWidget(columns)
        column.addStretch(1)
        self.view = Scroll(inner)
        Column(theme, self).addWidget(self.view)

    # -- what happens

    def _start(self, work: Work, then: object) -> None:
        self._work = work
        work.finished.connect(then)
        work.failed.connect(self._explain)
        work.start()

    @Slot(object)
    def _show(self, progress: Progress) -> None:
        self._work = None
        self.progress = progress
        self._trouble.hide()
        figures = progress.figures
        self.recall.show_figure(*wording.recall_figure(figures))
        self.learned.show_figure(*wording.learned_figure(figures))
        self.mock.show_figure(*exam_wording.mock_figure(figures))
        self.time.show_figure(*wording.time_figure(figures))
        self._steps = [
            *(partial(self._fill, panel, progress) for panel in self._filled),
            self.real.look,
            partial(self._ask, self._desks.outlooks.inquiry, self._show_outlook),
            partial(self._ask, self._desks.mix_ups.inquiry, self._show_mixed_up),
            partial(self._ask, self._desks.workloads.inquiry, self._show_workload),
        ]
        self._ask_next()

    def _fill(self, panel: Filled, progress: Progress) -> None:
        panel.show_progress(progress)

    def _ask(self, inquire: Callable[[], Callable[[], Any] | None], then: Callable[[Any], None]) -> None:
        inquiry = inquire()
        if inquiry is None:
            then(None)
        else:
            self._start(in_background(inquiry, self), then)

    def _ask_next(self) -> None:
        """Go on once the window has had a turn; with everything again when something changed meanwhile."""
        if self._again:
            self.wake(Change.NOTHING)
        else:
            self._pause.start()

    @Slot()
    def _take_step(self) -> None:
        if self._work is None and self._steps and self.isVisible():
            self._steps.pop(0)()
            if self._work is None:
                self._ask_next()

    @Slot(object)
    def _show_outlook(self, outlook: Outlook | None) -> None:
        self._work = None
        self.outlook = outlook
        change = Change.NOTHING
        if outlook is None:
            for part in (self.forecast, self.fared):
                part.show_empty()
            self.chance.hide()
        else:
            for shown in (self.chance, self.forecast, self.fared):
                shown.show_outlook(outlook)
            change = self._desks.outlooks.keep(outlook) if self.isVisible() else Change.NOTHING
        if change is not Change.NOTHING:
            self.changed.emit(change)
        self._ask_next()

    @Slot(object)
    def _show_mixed_up(self, groups: Sequence[MixedUp]) -> None:
        self._work = None
        self.roles.show_groups(groups)
        self.concepts.show_groups(groups)
        self._ask_next()

    @Slot(object)
    def _show_workload(self, found: Workload) -> None:
        self._work = None
        self.work.show_workload(found)
        self._ask_next()

    @Slot(dict)
    def _try(self, fields: dict[str, Any]) -> None:
        """Reckon with other minutes or another date; an answer to an earlier try is no longer wanted."""
        if self._trial is not None:
            self._trial.drop()
        self._trial = in_background(self._desks.workloads.inquiry(**fields), self)
        self._trial.finished.connect(self.work.show_trial)
        self._trial.failed.connect(self._explain)
        self._trial.start()

    @Slot(dict)
    def _choose(self, fields: dict[str, Any]) -> None:
        """Keep what was tried."""
        self._mend(self._desks.settings.change(**fields))

    @Slot(object)
    def _mend(self, change: Change) -> None:
        """Something was entered, changed or removed here."""
        self.changed.emit(change)
        self.wake(change)

    @Slot(object)
    def _explain(self, fault: Exception) -> None:
        self._work, self._steps = None, []
        self._trouble.setText(
            "The figures could not be read just now. Nothing is lost; they come when you return here."
        )
        self._trouble.show()


def _stack(theme: Theme, cards: Sequence[Sequence[QWidget]]) -> QWidget:
    """Cards below one another, each with its panels."""
    box = QWidget()
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    column = Column(theme, box, gap=16)
    for panels in cards:
        card = CardFrame(theme, gap=22)
        for panel in panels:
            card.body.addWidget(panel)
        column.addWidget(card)
    column.addStretch(1)
    return box
