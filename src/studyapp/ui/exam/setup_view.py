"""What can be sat.

Every profile with its facts and what its pool still allows; beside it the attempts so far.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.catalog.question import Pool
from studyapp.ids import ItemId
from studyapp.study.exam_values import AttemptRow, ExamView, Offer
from studyapp.ui.exam import wording
from studyapp.ui.exam.attempt_line import attempt_line
from studyapp.ui.exam.practice_card import PracticeCard
from studyapp.ui.exam.renewal_card import RenewalCard
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.bar import Bar
from studyapp.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from studyapp.ui.widgets.card_frame import CardFrame
from studyapp.ui.widgets.chip import Tag
from studyapp.ui.widgets.flow import Flow
from studyapp.ui.widgets.labels import heading, plain_label
from studyapp.ui.widgets.layouts import Column, Row
from studyapp.ui.widgets.progress_row import ProgressRow
from studyapp.ui.widgets.scroll import Scroll
from studyapp.ui.widgets.side_by_side import SideBySide
from studyapp.ui.widgets.tab_order import follow_the_eye

_ATTEMPTS_AT_FIRST = 6


class SetupView(QWidget):
    """The page's first picture.

    One primary button: the open paper, else the exam that the learner aims at.
    """

    chosen = Signal(str)
    """The identifier of the profile to sit."""
    resumed = Signal()
    """Go on with the paper that lies open."""
    reviewed = Signal(str)
    """The identifier of an attempt to look at."""
    beside_wanted = Signal()
    """Set two papers beside one another."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._inner = QWidget()
        self._outer = Column(theme, self._inner, margins=(24, 24, 24, 24), gap=16)
        self._open_box = _Filled(theme)
        self._outer.addWidget(self._open_box)
        columns = SideBySide(theme, wide=860)
        self._offers = _Filled(theme, gap=14)
        self._right = QWidget()
        self.aside = Column(theme, self._right, gap=16)
        self._attempts = CardFrame(theme, gap=2)
        self._attempts.body.addWidget(heading(theme, "Your attempts"))
        self._attempts.body.addSpacing(theme.px(6))
        self._list = _Filled(theme)
        self._attempts.body.addWidget(self._list)
        self.practice = PracticeCard(theme)
        self.renewal = RenewalCard(theme)
        self.aside.addWidget(self.practice)
        self.aside.addWidget(self._attempts)
        self.aside.addWidget(self.renewal)
        self.aside.addStretch(1)
        self._right.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        columns.add(self._offers, 3)
        columns.add(self._right, 2)
        self._outer.addWidget(columns)
        self._note = plain_label(theme, "", 12.5, "muted")
        self._outer.addWidget(self._note)
        self._outer.addStretch(1)
        self._scroll = Scroll(self._inner)
        Column(theme, self).addWidget(self._scroll)
        self._shown: Sequence[AttemptRow] = ()
        self._to_mark: Mapping[ItemId, int] = {}

    def show_offers(self, offers: Sequence[Offer], aimed_at: str, *, busy: bool) -> None:
        """Every profile, that of the certification aimed at first.

        While a paper is open none can be begun.
        """
        ordered = sorted(offers, key=lambda offer: offer.profile.certification != aimed_at)
        first = next((offer.profile.id for offer in ordered if offer.ready), None)
        cards = [
            _OfferCard(
                self._theme,
                offer,
                self.chosen.emit,
                primary=offer.profile.id == first and not busy,
                busy=busy,
            )
            for offer in ordered
        ]
        self._offers.fill(cards or [_nothing(self._theme)])
        day = max((offer.profile.as_of for offer in offers if offer.profile.as_of), default=None)
        self._note.setText(
            f"{wording.as_of(day)} How many questions come from which area is our choice: no official weights exist. "
            "These are our own questions; none comes from a real exam."
        )

    def show_open(self, view: ExamView | None) -> None:
        """The paper that lies open, if one does."""
        self._open_box.fill([] if view is None else [_OpenCard(self._theme, view, self.resumed.emit)])
        self._open_box.setVisible(view is not None)

    def chain(self) -> None:
        """Let the tabulator pass what can be pressed in the order in which the eye meets it."""
        follow_the_eye(self._inner)

    def take_focus(self) -> None:
        """The one primary button, which stands at the top."""
        shown = (b for b in self._inner.findChildren(PrimaryButton) if b.isVisibleTo(self) and b.isEnabled())
        button = next(shown, None)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.verticalScrollBar().setValue(0)  # what was just made has no place yet to scroll to

    def show_attempts(self, rows: Sequence[AttemptRow], to_mark: Mapping[ItemId, int]) -> None:
        """The attempts that were handed in, the newest first; ``to_mark`` says how many answers wait for a mark."""
        self._shown = [row for row in rows if row.handed_in_at is not None]
        self._to_mark = to_mark
        self._fill_attempts(_ATTEMPTS_AT_FIRST)

    @property
    def several(self) -> bool:
        """Whether there are attempts to set beside one another."""
        return len(self._shown) > 1

    def _fill_attempts(self, most: int) -> None:
        if not self._shown:
            text = "Nothing yet. After your first paper its score, and every question with its reasons, stays here."
            self._list.fill([plain_label(self._theme, text, 13.5, "muted")])
            return
        rows: list[QWidget] = []
        for row in self._shown[:most]:
            title = f"{row.profile.title} · {wording.day(row.began_at)}"
            line = ProgressRow(self._theme, attempt_line(row, title, self._to_mark.get(row.id, 0)))
            line.clicked.connect(self._review)
            rows.append(line)
        if self.several:
            rows.append(self._below_attempts(most))
        self._list.fill(rows)

    def _below_attempts(self, most: int) -> QWidget:
        """What can be done with several attempts."""
        box = QWidget()
        line = Flow(self._theme, box, gap=10, line_gap=10)
        beside = QuietButton(self._theme, "Two papers side by side…", key="B")
        beside.clicked.connect(self.beside_wanted)
        line.addWidget(beside)
        if len(self._shown) > most:
            more = QuietButton(self._theme, f"Show all {len(self._shown)}")
            more.clicked.connect(self._show_all)
            line.addWidget(more)
        return box

    @Slot()
    def _show_all(self) -> None:
        self._fill_attempts(len(self._shown))
        self.chain()

    @Slot()
    def _review(self) -> None:
        row = self.sender()
        if isinstance(row, ProgressRow):
            self.reviewed.emit(row.line.target)


class _Filled(QWidget):
    """A column whose children are replaced as a whole."""

    def __init__(self, theme: Theme, gap: float = 8) -> None:
        super().__init__()
        self._column = Column(theme, self, gap=gap)

    def fill(self, widgets: Sequence[QWidget]) -> None:
        """Show these and no others."""
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for widget in widgets:
            self._column.addWidget(widget)
            widget.show()  # now, so that it can have the keyboard at once


class _OfferCard(CardFrame):
    """One profile: what it asks, what is left of its pool, and a button."""

    def __init__(
        self, theme: Theme, offer: Offer, chosen: Callable[[str], None], *, primary: bool, busy: bool
    ) -> None:
        super().__init__(theme, padding=(20, 16, 20, 16), gap=4)
        self._id, self._chosen = offer.profile.id, chosen
        top = Row(theme, gap=12)
        words = Column(theme, gap=4)
        words.addWidget(heading(theme, offer.profile.title, 17 if primary else 14.5))
        words.addWidget(plain_label(theme, wording.rules(offer.profile, offer), 13.5))
        words.addWidget(plain_label(theme, wording.supply(offer), 12.5, "muted"))
        if offer.profile.pool is Pool.HELD_BACK and offer.supply.total:
            words.addSpacing(theme.px(4))
            words.addWidget(_gauge(theme, offer))
        top.addLayout(words, 1)
        tag = wording.standing_tag(offer.supply.standing, offer.profile.pool is Pool.HELD_BACK)
        if tag:
            top.addWidget(Tag(theme, tag, "warn", "warn-soft"), 0, Qt.AlignmentFlag.AlignTop)
        button: Button = PrimaryButton(theme, "Start…") if primary else QuietButton(theme, "Start…")
        button.setAccessibleName(f"Start {offer.profile.title}")
        button.setEnabled(offer.ready and not busy)
        if busy:
            button.setToolTip("A paper lies open. Hand it in first.")
        button.clicked.connect(self._tell)
        top.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(top)

    @Slot()
    def _tell(self) -> None:
        self._chosen(self._id)


def _gauge(theme: Theme, offer: Offer) -> Bar:
    """How much of what was held back is still unseen."""
    bar = Bar(theme, thickness=6)
    bar.setAccessibleName(f"Unseen questions for {offer.profile.title}")
    bar.set_share(offer.available / offer.supply.total, "accent" if offer.honest_mocks_left else "warn")
    return bar


class _OpenCard(CardFrame):
    """The paper that lies open, and the way back to it."""

    def __init__(self, theme: Theme, view: ExamView, resumed: Callable[[], None]) -> None:
        super().__init__(theme, padding=(20, 18, 20, 18), fill="accent-soft", border="accent")
        self._resumed = resumed
        row = Row(theme, gap=16)
        words = Column(theme, gap=4)
        words.addWidget(heading(theme, f"{view.profile.title} lies open", 17))
        left = f"{wording.clock(view.time_left)} left" if view.time_left is not None else "no time limit"
        text = f"{wording.counts(view)} · {left}. The clock stands still until you go on."
        words.addWidget(plain_label(theme, text, 13.5))
        row.addLayout(words, 1)
        button = PrimaryButton(theme, "Go on")
        button.clicked.connect(self._tell)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)

    @Slot()
    def _tell(self) -> None:
        self._resumed()


def _nothing(theme: Theme) -> QWidget:
    text = (
        "Here you sit mock exams and practise questions. The packs that are open hold no exam profiles; "
        "add a pack that has an exams.yaml file, or open the bundled one."
    )
    return plain_label(theme, text, 14, "muted")
