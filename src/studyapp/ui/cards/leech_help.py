"""Help with a card that is forgotten again and again: what it is taken for, and a way to say it otherwise."""

from PySide6.QtCore import Qt, Signal

from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import LinkButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.labels import plain_label
from studyapp.ui.widgets.rich_text import RichText
from studyapp.ui.wording import counted


class LeechHelp(CardFrame):
    """Stands below the answer. The card stays where it is: nothing is hidden unless the learner suspends it."""

    note_wanted = Signal()
    """The learner wants to say it in words of their own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=(18, 14, 18, 14), fill="warn-soft", border="", radius=12, gap=8)
        self._text = plain_label(theme, "", 14)
        self._taken_for = plain_label(theme, "Easily taken for this one:", 12.5, "muted")
        self.front = RichText(theme, 14, bold=True)
        self.front.setAccessibleName("Question of the card it is taken for")
        self.back = RichText(theme, 14)
        self.back.setAccessibleName("Answer of the card it is taken for")
        self._write = LinkButton(theme, "Say it in your own words", key="N")
        self._write.clicked.connect(self.note_wanted)
        for widget in (self._text, self._taken_for, self.front, self.back):
            self.body.addWidget(widget)
        self.body.addWidget(self._write, 0, Qt.AlignmentFlag.AlignLeft)

    def offer(self, lapses: int, other: tuple[str, str] | None) -> None:
        """``other`` are the sides of the card that this one is easily taken for, as house-dialect HTML."""
        self._text.setText(
            f"You have forgotten this {counted(lapses, 'time', 'times')}. Repeating it more will hardly help: read its "
            "passage, look at what it is not, or put it into words of your own."
        )
        for widget in (self._taken_for, self.front, self.back):
            widget.setVisible(other is not None)
        if other is not None:
            self.front.set_html(other[0])
            self.back.set_html(other[1])
