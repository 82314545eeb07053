"""The expert settings: by which rules cards come back."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.learning.rule_text import NumbersError, StepsError, steps_text
from studyapp.learning.schedule_rules import LONGEST, RETENTIONS
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.settings_desk import LearnerSettings
from studyapp.study.workloads import Workload, WorkloadInquiry
from studyapp.ui.background import in_background
from studyapp.ui.preferences import expert_wording as wording
from studyapp.ui.preferences.fit_panel import FitPanel
from studyapp.ui.preferences.rules_change import RulesChange
from studyapp.ui.preferences.setting_block import SettingBlock
from studyapp.ui.preferences.setting_controls import (
    Control,
    CountBox,
    LimitBox,
    NumbersField,
    ShareBox,
    StepsField,
)
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.dialog import Dialog
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from studyapp.ui.background import Work

_PATIENCE_MS = 350
_USUAL = LearnerSettings()


class ExpertDialog(Dialog):
    """Shows the rules as they are; they hold once Save is pressed. Fitted numbers are taken into use at once."""

    changed = Signal(object)
    """Carries the ``Change``."""

    def __init__(self, theme: Theme, desks: Desks, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Expert settings", parent, width=620)
        self._desks = desks
        self.body.addWidget(plain_label(theme, wording.ABOVE, 12.5, "muted"))
        self.blocks: dict[str, SettingBlock] = {}
        self._lay_out()
        self.fit_panel = FitPanel(theme, desks)
        self.fit_panel.changed.connect(self._show_numbers_in_use)
        self.body.addWidget(self.fit_panel)
        self.body.addStretch(1)
        self.offer(QuietButton(theme, "Cancel"), closes=True)
        self._keep = self.offer(PrimaryButton(theme, "Save"))
        self._keep.clicked.connect(self._save)
        self._change = RulesChange(desks, self)
        self._change.made.connect(self._close_with)
        self._reckoning: Work | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._timer.timeout.connect(self._reckon)
        self.blocks["retention"].control.edited.connect(self._timer.start)
        self.finished.connect(self._leave)
        self._reckon()

    def _lay_out(self) -> None:
        percent, steps = wording.percent(_USUAL.retention), steps_text
        self._add("retention", ShareBox(self._theme, *RETENTIONS), percent)
        self._add("learning_steps", StepsField(self._theme), steps(_USUAL.learning_steps))
        self._add("relearning_steps", StepsField(self._theme), steps(_USUAL.relearning_steps))
        self._add("new_a_day", LimitBox(self._theme), "the plan")
        self._add("reviews_a_day", LimitBox(self._theme), "the plan")
        self._add("longest_interval", CountBox(self._theme, 1, LONGEST, " days"), f"{LONGEST} days")
        self._add("parameters", NumbersField(self._theme), "the numbers of FSRS-6")

    def _add(self, name: str, control: Control, usual: str) -> None:
        value, default = getattr(self._desks.settings.settings, name), getattr(_USUAL, name)
        block = SettingBlock(self._theme, wording.SETTINGS[name], control, value, (default, usual))
        self.blocks[name] = block
        self.body.addWidget(block)
        self.body.add_space(4)

    # -- what it costs

    @Slot()
    def _reckon(self) -> None:
        """Work out what the wanted recall costs, unless that is under way."""
        if self._reckoning is not None:
            self._timer.start()
            return
        asked = _Cost(
            self._desks.workloads.inquiry(retention=self._retention()), self._desks.workloads.inquiry()
        )
        self._reckoning = in_background(asked, self)
        self._reckoning.finished.connect(self._show_cost)
        self._reckoning.failed.connect(self._leave_cost_out)
        self._reckoning.start()

    def _retention(self) -> float:
        return float(self.blocks["retention"].chosen())

    @Slot(object)
    def _show_cost(self, found: tuple[Workload, Workload]) -> None:
        self._reckoning = None
        self.blocks["retention"].tell(wording.due_text(*found))

    @Slot(object)
    def _leave_cost_out(self, _fault: Exception) -> None:
        """The figure is a help; without it the setting can still be changed."""
        self._reckoning = None

    # -- what happens

    @Slot(object)
    def _show_numbers_in_use(self, change: Change) -> None:
        self.blocks["parameters"].show_chosen(self._desks.settings.settings.parameters)
        self.changed.emit(change)

    @Slot()
    def _save(self) -> None:
        chosen: dict[str, Any] = {}
        for name, block in self.blocks.items():
            try:
                chosen[name] = block.chosen()
            except (StepsError, NumbersError):
                block.turn_to()
                scroll = self.findChild(Scroll)
                if scroll is not None:
                    scroll.ensureWidgetVisible(block)
                return
        self._keep.setEnabled(False)
        self._keep.set_text("Reckoning…")
        settings = self._desks.settings
        rules = replace(settings.settings, **chosen).rules
        self._change.begin(rules, lambda: settings.change(**chosen))

    @Slot(object)
    def _close_with(self, change: Change) -> None:
        self.accept()
        if change:
            self.changed.emit(change)

    @Slot()
    def _leave(self) -> None:
        self.fit_panel.leave()
        self._change.drop()
        self._timer.stop()
        if self._reckoning is not None:
            self._reckoning.drop()


class _Cost:
    """Two questions to the log, asked one after the other on a thread."""

    def __init__(self, chosen: WorkloadInquiry, now: WorkloadInquiry) -> None:
        self._chosen, self._now = chosen, now

    def __call__(self) -> tuple[Workload, Workload]:
        return self._chosen(), self._now()
