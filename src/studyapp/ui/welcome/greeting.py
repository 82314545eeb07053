"""One short screen at the first start: what is learned for. It can be skipped, and changed later."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from studyapp.study.desks import Desks
from studyapp.ui.preferences.study_form import StudyForm
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.dialog import Dialog
from studyapp.ui.widgets.labels import plain_label

_TEXT = (
    "Read, compare, recall and test yourself; everything stays on this computer. Three answers help to plan your days. "
    "All of them can be changed later in the preferences."
)


class Greeting(Dialog):
    """Asks three things and remembers that it has asked, whatever was answered."""

    changed = Signal(object)
    """Carries the ``Change``."""

    def __init__(self, theme: Theme, desks: Desks, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Welcome", parent, width=540)
        self._desks = desks
        self._form = StudyForm(theme, desks.library.catalog.certifications(), desks.settings.settings)
        self.body.addWidget(plain_label(theme, _TEXT, 14, "muted"))
        self.body.add_space(4)
        self.body.addWidget(self._form)
        self.body.addStretch(1)
        self.offer(QuietButton(theme, "Skip")).clicked.connect(self.reject)
        self.offer(PrimaryButton(theme, "Begin")).clicked.connect(self._begin)
        self.rejected.connect(self._skip)

    @Slot()
    def _begin(self) -> None:
        self.accept()
        chosen = self._form.chosen()
        chosen.pop("rollover_hour")
        self.changed.emit(self._desks.settings.change(**chosen, greeted=True))

    @Slot()
    def _skip(self) -> None:
        self.changed.emit(self._desks.settings.change(greeted=True))
