"""Beginning a paper: the briefing, and the press that starts the clock."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout

from studyapp.ids import ItemId
from studyapp.study.desks import Desks
from studyapp.ui.exam.briefing_view import BriefingView
from studyapp.ui.exam.part import Part
from studyapp.ui.theme import Theme


class Briefing(Part):
    """Briefs for one profile and begins its paper."""

    begun = Signal()
    """A paper lies on the desk, its first question in sight."""

    def __init__(self, desks: Desks, theme: Theme) -> None:
        super().__init__()
        self._desks = desks
        self._profile: ItemId | None = None
        self.view = BriefingView(theme)
        QStackedLayout(self).addWidget(self.view)
        self.view.started.connect(self._begin)
        self.view.left.connect(self.left)
        self.add("Back", ("Esc",), self.left.emit)

    def show_profile(self, profile: ItemId) -> bool:
        """Brief for a profile; whether it can be begun now."""
        offer = next((o for o in self._desks.exams.offers() if o.profile.id == profile), None)
        if offer is None or not offer.ready or self._desks.exams.running():
            return False
        self._profile = profile
        names = {c.name: c for c in self._desks.library.catalog.certifications()}
        self.view.show_offer(offer, names.get(offer.profile.certification))
        self.titled.emit(offer.profile.title)
        self.view.take_focus()
        return True

    def take_focus(self) -> None:
        """Enter starts."""
        self.view.take_focus()

    @Slot()
    def _begin(self) -> None:
        if self._profile is not None:
            change = self._desks.exams.begin(self._profile)
            self.begun.emit()
            self.changed.emit(change)
