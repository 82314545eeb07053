"""The card of the first picture that leads to the SEU log."""

from PySide6.QtCore import Signal

from studyapp.study.seu_desk import SeuStanding
from studyapp.ui.exam import seu_wording
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Row


class RenewalCard(CardFrame):
    """How far the renewal of a certificate is."""

    wanted = Signal()
    """Open the log."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, gap=8)
        self._text = plain_label(theme, "", 13.5, "muted")
        self.body.addWidget(heading(theme, "Renew your certificate"))
        self.body.addWidget(self._text)
        row = Row(theme)
        button = QuietButton(theme, "SEU log", key="S")
        button.clicked.connect(self.wanted)
        row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def show_standing(self, standing: SeuStanding | None) -> None:
        """Say how far it is; nothing where the content knows of no renewal."""
        self.setVisible(standing is not None)
        if standing is not None:
            self._text.setText(f"{standing.certification.title}: {seu_wording.total(standing)}.")
