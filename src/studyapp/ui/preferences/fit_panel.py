"""Fitting the numbers to the learner's own answers: how many there are, progress, outcome, and the way back."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.learning.rule_text import numbers_text
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.fitting import ENOUGH, Fitted, Fitting
from studyapp.ui.background import in_background
from studyapp.ui.preferences import expert_wording as wording
from studyapp.ui.preferences.rules_change import RulesChange
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.announce import announce
from studyapp.ui.widgets.bar import Bar
from studyapp.ui.widgets.buttons import QuietButton
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from studyapp.ui.background import Work

_LOOK_MS = 100


class FitPanel(QWidget):
    """Fits on a thread. What it comes to is taken into use, as one entry of the log, only when the learner says so."""

    changed = Signal(object)
    """Carries the ``Change``: other numbers are in use."""

    def __init__(self, theme: Theme, desks: Desks) -> None:
        super().__init__()
        self._desks = desks
        self._work: Work | None = None
        self._fitting: Fitting | None = None
        self._fitted: Fitted | None = None
        self._change, self._words = RulesChange(desks, self), ""
        self._change.made.connect(self._tell)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._show_progress)
        self._lay_out(theme)
        self._show_former()
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)
        self._counting = in_background(desks.fittings.count(), self)
        self._counting.finished.connect(self._show_count)
        self._counting.failed.connect(self._show_failure)
        self._counting.start()

    def _lay_out(self, theme: Theme) -> None:
        column = Column(theme, self, gap=6)
        column.addWidget(heading(theme, "Fit the numbers to my answers", 13.5))
        column.addWidget(plain_label(theme, wording.FITTING, 12.5, "muted"))
        self._said = plain_label(theme, "Your answers are being counted…", 12.5)
        column.addWidget(self._said)
        self._found = plain_label(theme, "", 12.5, family="mono")
        self._found.setAccessibleName("The fitted numbers")
        self._found.hide()
        column.addWidget(self._found)
        self._bar = Bar(theme)
        self._bar.setAccessibleName("How far the fit is")
        self._bar.hide()
        column.addWidget(self._bar)
        line = QWidget()
        flow = Flow(theme, line, gap=10)
        self._begin = QuietButton(theme, "Fit to my answers")
        self._stop = QuietButton(theme, "Stop")
        self._use = QuietButton(theme, "Use the fitted numbers")
        self._back = QuietButton(theme, "Back to the former numbers")
        for button, slot in (
            (self._begin, self.begin),
            (self._stop, self.stop),
            (self._use, self._take),
            (self._back, self._take_back),
        ):
            button.clicked.connect(slot)
            flow.addWidget(button)
            button.hide()
        self._begin.show()
        self._begin.setEnabled(False)
        column.addWidget(line)

    @property
    def said(self) -> str:
        """What the panel says."""
        return self._said.text()

    @Slot()
    def begin(self) -> None:
        """Fit to all answers, on a thread."""
        self._fitting = self._desks.fittings.fitting()
        self._work = in_background(self._fitting, self)
        self._work.finished.connect(self._finish)
        self._work.failed.connect(self._show_failure)
        self._show_running(True)
        self._say("The numbers are being fitted. You can stop at any time.")
        self._look.start()
        self._work.start()

    @Slot()
    def stop(self) -> None:
        """End a fit that is under way, with nothing."""
        if self._fitting is not None:
            self._fitting.stop()

    def leave(self) -> None:
        """The panel goes: whatever is under way is stopped, and its outcome told to nobody."""
        self.stop()
        self._look.stop()
        self._change.drop()
        for work in (self._work, self._counting):
            if work is not None:
                work.drop()

    @Slot()
    def _show_progress(self) -> None:
        if self._fitting is not None:
            self._bar.set_share(self._fitting.done)

    @Slot(object)
    def _show_count(self, answers: int) -> None:
        self._say(wording.count_text(answers))
        self._begin.setEnabled(answers >= ENOUGH)

    @Slot(object)
    def _finish(self, fitted: Fitted | None) -> None:
        self._fitted = fitted
        self._show_running(False)
        self._say(wording.verdict_text(fitted) if fitted else wording.STOPPED)
        better = fitted is not None and fitted.verdict.better
        self._found.setText(numbers_text(fitted.parameters) if fitted else "")
        self._found.setVisible(better)
        self._use.setVisible(better)
        self._turn_to(self._use if better else self._begin)

    @Slot(object)
    def _show_failure(self, fault: Exception) -> None:
        self._show_running(False)
        self._say(f"Your answers could not be read: {fault}. Nothing has changed.")

    @Slot()
    def _take(self) -> None:
        if self._fitted is not None:
            chosen = self._fitted.parameters
            self._use_instead(chosen, lambda: self._desks.settings.change(parameters=chosen), wording.USED)

    @Slot()
    def _take_back(self) -> None:
        settings = self._desks.settings
        former = settings.former("parameters")
        self._use_instead(former, lambda: settings.take_back("parameters"), wording.GONE_BACK)

    def _use_instead(self, parameters: tuple[float, ...], write: Callable[[], Change], words: str) -> None:
        self._words = words
        self._set_free(False)
        self._say(wording.RECKONING)
        self._change.begin(replace(self._desks.settings.settings.rules, parameters=parameters), write)

    @Slot(object)
    def _tell(self, change: Change) -> None:
        self._set_free(True)
        self._use.hide()
        self._found.hide()
        self._show_former()
        self._say(self._words)
        self._turn_to(self._begin)
        self.changed.emit(change)

    def _set_free(self, free: bool) -> None:
        for button in (self._begin, self._use, self._back):
            button.setEnabled(free)

    def _show_former(self) -> None:
        self._back.setVisible(self._desks.settings.former("parameters") is not None)

    def _show_running(self, running: bool) -> None:
        self._bar.set_share(0.0)
        self._bar.setVisible(running)
        self._begin.setVisible(not running)
        self._stop.setVisible(running)
        if running:
            self._use.hide()
            self._found.hide()
            self._turn_to(self._stop)
        else:
            self._look.stop()
            self._fitting = self._work = None

    def _turn_to(self, button: QuietButton) -> None:
        """Give a button the focus, and keep it in sight once what is said above it has found its room."""
        button.setFocus()
        QTimer.singleShot(0, button, self._show_focused)

    @Slot()
    def _show_focused(self) -> None:
        focused, around = self.focusWidget(), self.parentWidget()
        while around is not None and not isinstance(around, Scroll):
            around = around.parentWidget()
        if around is not None and focused is not None:
            around.ensureWidgetVisible(focused)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        announce(self, words)
