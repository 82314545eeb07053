"""Today: what to do now, in one card with one primary button; below it where reading and recall stand."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from studyapp.study.change import Change
from studyapp.study.day_rows import AreaRow, ReadingRow
from studyapp.study.desks import Desks
from studyapp.study.glance import Glance
from studyapp.ui.address import article_address, page_address
from studyapp.ui.cheap import action
from studyapp.ui.page import Page
from studyapp.ui.theme import Theme
from studyapp.ui.today.forecasting import Forecasting
from studyapp.ui.today.hero import Hero
from studyapp.ui.today.recall_card import RecallCard
from studyapp.ui.today.wording import WAITING, day_of, reading_left, recall_colour, recalled
from studyapp.ui.widgets.layouts import Column
from studyapp.ui.widgets.progress_list import ProgressList
from studyapp.ui.widgets.progress_row import Line
from studyapp.ui.widgets.scroll import Scroll, scroll_by_key
from studyapp.ui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from studyapp.study.day_inquiry import DayInquiry
    from studyapp.study.scope import Scope
    from studyapp.ui.background import Work


class TodayPage(Page):
    """Offers one sensible next step, and the way to choose another."""

    title = "Today"
    cares_for: ClassVar[Change] = (
        Change.REVIEWS | Change.EXAMS | Change.READING | Change.SETTINGS | Change.CONTENT | Change.DAY
    )

    def __init__(self, desks: Desks, theme: Theme) -> None:
        super().__init__()
        self._desks, self._theme = desks, theme
        self._step = page_address("cards")
        self._offers: tuple[tuple[int, str], ...] = ()
        self._glance: Glance | None = None
        self._work: Work | None = None
        self._again = False
        self.setAccessibleName(self.title)
        self._hero, self._recall = Hero(theme), RecallCard(theme)
        self._reading = ProgressList(
            theme, "Continue reading", "Everything has been read. The Read page has it all."
        )
        self._forecasting = Forecasting(desks, self)
        self._forecasting.told.connect(self._look)
        self._areas = ProgressList(theme, "Focus areas", "The open packs hold no cards.")
        self._build()
        self._hero.started.connect(self._start)
        self._hero.choice_wanted.connect(self._choose)
        self._hero.minutes_chosen.connect(self._take_up)
        self._hero.gain_wanted.connect(self._study_gain)
        self._reading.chosen.connect(self.navigated)
        self._areas.chosen.connect(self.navigated)
        action(self, "Start today’s session", self._start_by_key, "Return", "Enter")
        action(self, "Choose what to study", self._choose, "C")
        self._gain = action(self, "Study what gains most", self._study_gain, "G")
        self._gain.setEnabled(False)

    def wake(self, change: Change) -> None:
        """Look at the day; when the window has come to rest, see whether the forecast has become another."""
        self._look()
        if self._desks.opened:
            self._forecasting.wait()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Scroll also while nothing on the page has the focus, as after Ctrl+1."""
        if not scroll_by_key(self.view, event.key()):
            super().keyPressEvent(event)

    @Slot()
    def _look(self) -> None:
        """Show the day at once, or, where that takes long, what is known of it until it has been worked out."""
        inquiry = self._desks.day_inquiry()
        if inquiry is None:
            self._show(self._desks.glance())
            return
        self._again = self._work is not None
        if self._work is None:
            self._ask(inquiry)

    def _ask(self, inquiry: "DayInquiry") -> None:
        from studyapp.ui.background import in_background

        if self._glance is None:
            self._hero.show_day(WAITING)
        self._work = in_background(inquiry, self)
        self._work.finished.connect(self._take)
        self._work.failed.connect(self._fail)
        self._work.start()

    @Slot(object)
    def _take(self, glance: Glance) -> None:
        self._work = None
        self._show(glance)
        if self._again:
            self._look()

    @Slot(object)
    def _fail(self, fault: Exception) -> None:
        """What was known stays in sight; the fault is told as one of the window's own would be."""
        self._work = None
        raise fault

    def _show(self, glance: Glance) -> None:
        self._glance, day = glance, day_of(glance)
        self._step, self._offers = day.target, day.offers
        self._hero.show_day(day)
        self._gain.setEnabled(bool(day.gain))
        self._recall.show_standing(glance.areas, glance.chance, glance.missing)
        self._reading.show_lines([_reading_line(row) for row in glance.reading])
        self._areas.show_lines([_area_line(row) for row in glance.areas])

    def _build(self) -> None:
        theme = self._theme
        content = QWidget()
        column = Column(theme, content, margins=(24, 24, 24, 24), gap=20)
        upper, lower = SideBySide(theme), SideBySide(theme)
        upper.add(self._hero, 742)
        upper.add(self._recall, 382)
        lower.add(self._reading)
        lower.add(self._areas)
        column.addWidget(upper)
        column.addWidget(lower, 1)
        self.view = Scroll(content)
        Column(theme, self).addWidget(self.view)

    @Slot()
    def _start_by_key(self) -> None:
        if not self.press_focused():
            self._start()

    @Slot()
    def _start(self) -> None:
        if self._offers:
            self._take_up(self._offers[1][0])
        else:
            self.navigated.emit(self._step)

    @Slot()
    def _study_gain(self) -> None:
        """The cards of the area where an hour gains most, by the forecast; nothing while that is not known."""
        chance = self._glance.chance if self._glance else None
        if chance and chance.gains[0]:
            self.navigated.emit(page_address("cards", scope=f"area:{chance.gains[0]}"))

    @Slot(int)
    def _take_up(self, minutes: int) -> None:
        """Back after days away: the day has so many minutes, and the most valuable cards come first."""
        day = self._desks.ledger.today().date
        self.changed.emit(self._desks.settings.change(chosen_day=day, chosen_minutes=minutes))
        self._look()
        self.navigated.emit(page_address("cards", scope="due"))

    @Slot()
    def _choose(self) -> None:
        from studyapp.ui.cards.chooser import Chooser

        chooser = Chooser(self._theme, self._desks.library.catalog, self)
        chooser.chosen.connect(self._drill)
        chooser.present()

    @Slot(object)
    def _drill(self, scope: "Scope") -> None:
        cram = {"cram": "yes"} if scope.cram else {}
        self.navigated.emit(page_address("cards", scope=f"{scope.kind}:{scope.value}", **cram))


def _reading_line(row: ReadingRow) -> Line:
    note = reading_left(row.minutes, row.share, begun=row.begun)
    return Line(row.title, note, row.share, "accent", article_address(row.article))


def _area_line(row: AreaRow) -> Line:
    note = recalled(row.recalled, row.seen, row.total)
    target = page_address("cards", scope=f"area:{row.scope}")
    return Line(
        row.title or "Cards of no area",
        note,
        row.recalled or 0.0,
        recall_colour(row.recalled, row.seen, row.total),
        target,
    )
