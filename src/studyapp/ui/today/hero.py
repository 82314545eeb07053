"""The day's work in one card: how much, how long, and the one primary button."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from studyapp.ui.theme import Theme
from studyapp.ui.today.wording import Day
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.flow_lines import FlowLine
from studyapp.ui.widgets.key_cap import KeyCap
from studyapp.ui.widgets.labels import heading, plain_label

if TYPE_CHECKING:
    from studyapp.ui.today.offers import Offers


class Hero(CardFrame):
    """What the eye meets first on Today."""

    started = Signal()
    """The primary button was pressed."""
    choice_wanted = Signal()
    """The learner wants to choose."""
    gain_wanted = Signal()
    """The learner wants to study where most is to gain."""
    minutes_chosen = Signal(int)
    """The learner is back after days away and has chosen how much time there is today."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=(27, 26, 27, 26), gap=0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._above = plain_label(theme, "", 12.5, "muted")
        self._title = heading(theme, "", 27)
        self._below = plain_label(theme, "", 14, "muted")
        self._start = PrimaryButton(theme, "Start today’s session")
        self._choose = QuietButton(theme, "Choose what to study")
        self._start.clicked.connect(self.started)
        self._choose.clicked.connect(self.choice_wanted)
        self._line = FlowLine(theme, (self._start, self._choose, KeyCap(theme, "Enter")))
        self._offers: Offers | None = None
        self._gain: QuietButton | None = None
        for widget, gap in ((self._above, 8), (self._title, 8), (self._below, 18), (self._line, 0)):
            self.body.addWidget(widget)
            self.body.add_space(gap)
        self.body.addStretch(1)

    def show_day(self, day: Day) -> None:
        """Say what the day holds."""
        self._above.setText(day.above)
        self._title.setText(day.title)
        self._below.setText(day.below)
        self._below.setVisible(bool(day.below))
        if day.button != self._start.text():
            self._start.set_text(day.button)
            self._line.refit()
        self._line.setVisible(not day.offers)
        self._show_gain(day.gain)
        if day.offers and self._offers is None:
            self._add_offers(day.offers)
        if self._offers is not None:
            self._offers.setVisible(bool(day.offers))

    def _show_gain(self, area: str) -> None:
        """Offer the area where most is to gain, while that is known."""
        if area and self._gain is None:
            self._gain = QuietButton(self._theme, "Study what gains most")
            self._gain.clicked.connect(self.gain_wanted)
            self._line.insert(1, self._gain)
        if self._gain is not None:
            self._gain.setAccessibleName(f"Study what gains most: {area}")
            self._gain.setVisible(bool(area))
            self._line.refit()

    def _add_offers(self, offers: tuple[tuple[int, str], ...]) -> None:
        from studyapp.ui.today.offers import Offers

        self._offers = Offers(self._theme, offers)
        self._offers.chosen.connect(self.minutes_chosen)
        self.body.insertWidget(self.body.count() - 1, self._offers)
