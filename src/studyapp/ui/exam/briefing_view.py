"""Before the clock starts: how the paper goes, and what is known of the real exam."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from studyapp.catalog.exam_profile import Certification, ExamProfile
from studyapp.catalog.question import Pool
from studyapp.learning.exam_paper import Standing
from studyapp.study.exam_values import Offer
from studyapp.study.mocks import FREE_TEXT_LEVELS
from studyapp.ui.exam import wording
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.buttons import PrimaryButton, QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column, Row
from studyapp.ui.widgets.narrow import Narrow
from studyapp.ui.widgets.scroll import Scroll

_KEYS = (
    "Keys: 1 to 9 choose, F flags, G goes to the list of questions, ← and → turn over, Page Up and Page Down scroll a "
    "long question"
)
_WRITING_KEYS = (
    "Keys: Ctrl+Enter goes on to the next question, Tab leaves the answer; then F flags, G goes to the list of "
    "questions, ← and → turn over"
)


class BriefingView(QWidget):
    """Says what will happen, in short; then the learner starts or goes back."""

    started = Signal()
    """Start the clock."""
    left = Signal()
    """Back to the list."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._narrow = Narrow(theme, width=760, gap=16)
        self._card = CardFrame(theme, padding=(32, 28, 32, 28), gap=10)
        self._title = heading(theme, "", 22)
        self._rules = plain_label(theme, "", 14)
        self._supply = plain_label(theme, "", 13.5, "muted")
        self._lines = QWidget()
        self._list = Column(theme, self._lines, gap=6)
        self._card.body.addWidget(self._title)
        self._card.body.addWidget(self._rules)
        self._card.body.addWidget(self._supply)
        self._card.body.addSpacing(theme.px(6))
        self._card.body.addWidget(self._lines)
        self._card.body.addSpacing(theme.px(10))
        row = Row(theme, gap=10)
        self.start = PrimaryButton(theme, "Start the clock")
        back = QuietButton(theme, "Back", key="Esc")
        row.addWidget(self.start)
        row.addWidget(back)
        row.addStretch(1)
        self._card.body.addLayout(row)
        self._facts = CardFrame(theme, padding=(32, 22, 32, 24), gap=8)
        self._narrow.body.addWidget(self._card)
        self._narrow.body.addWidget(self._facts)
        self._narrow.body.addStretch(1)
        Column(theme, self).addWidget(Scroll(self._narrow))
        self.start.clicked.connect(self.started)
        back.clicked.connect(self.left)

    def show_offer(self, offer: Offer, certification: Certification | None) -> None:
        """Brief for one profile."""
        self._title.setText(offer.profile.title)
        self._rules.setText(wording.rules(offer.profile, offer))
        self._supply.setText(wording.supply(offer))
        _empty(self._list)
        for line in _lines(offer):
            self._list.addWidget(_Bullet(self._theme, line))
        self.start.set_text("Start the clock" if offer.limit else "Start")
        self._show_facts(certification, "certificate" if offer.profile.by else "real exam")

    def take_focus(self) -> None:
        """Enter starts."""
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_facts(self, certification: Certification | None, what: str) -> None:
        body = self._facts.body
        _empty(body)
        self._facts.setVisible(certification is not None and bool(certification.facts))
        if certification is None:
            return
        body.addWidget(heading(self._theme, f"What is known of the {what}: {certification.title}"))
        body.addWidget(plain_label(self._theme, wording.as_of(certification.as_of), 12.5, "muted"))
        for fact in certification.facts:
            status = wording.STATUSES.get(fact.status, fact.status)
            body.addWidget(_Fact(self._theme, (fact.label, fact.value, status)))


class _Bullet(QWidget):
    """A line of a list."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        row = Row(theme, self, gap=8)
        row.addWidget(plain_label(theme, "•", 14, "muted", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(theme, text, 14), 1)


class _Fact(QWidget):
    """A label, what is known, and how sure that is."""

    def __init__(self, theme: Theme, texts: Sequence[str]) -> None:
        super().__init__()
        label, value, status = texts
        row = Row(theme, self, gap=14)
        row.addWidget(plain_label(theme, label, 13.5, "muted"), 8, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(theme, value, 13.5), 14, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(theme, status, 12.5, "muted"), 5, Qt.AlignmentFlag.AlignTop)


def _empty(column: Column) -> None:
    while (item := column.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()


def _lines(offer: Offer) -> list[str]:
    profile = offer.profile
    lines = []
    if offer.limit:
        lines.append("The paper hands itself in when the time is up.")
        lines.append(
            "The clock counts only while the paper can be read: a crash or a sleeping computer takes no time."
        )
    lines.append(
        "You can pause; the question is covered meanwhile."
        if profile.pause
        else "There is no pause, as in the real exam. The clock runs on while you read elsewhere in the program."
    )
    if profile.pool is Pool.HELD_BACK and offer.supply.standing in (Standing.FULL, Standing.SHORTER):
        lines.append("Every question is new to you, and is used up once you have seen it.")
    if profile.by == profile.BY_OBJECTIVE:
        lines.append(
            "Each learning objective is asked about once. The result says of each whether it was shown or is shaky; "
            "it is no chance to pass, for the certificate comes with the course and without an exam."
        )
    lines.append(_marking(profile))
    lines.append("Reasons come after you have handed in.")
    lines.append(_keys(profile))
    return lines


def _keys(profile: ExamProfile) -> str:
    keys = _WRITING_KEYS if profile.level in FREE_TEXT_LEVELS else _KEYS
    return f"{keys}, {'P pauses, ' if profile.pause else ''}H hands in."


def _marking(profile: ExamProfile) -> str:
    if profile.level in FREE_TEXT_LEVELS:
        return "You mark your answers yourself afterwards, with a model answer and a rubric beside them."
    return wording.marking(profile)
