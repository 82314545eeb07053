"""Exam: what can be sat, the sitting, its result and its review, and question practice."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QFocusEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from studyapp.ids import ItemId
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.exam_filter import FilterKind, ReviewFilter
from studyapp.study.own_marks import to_mark
from studyapp.study.practice_desk import A_HANDFUL, PracticeKind, PracticeScope
from studyapp.ui.address import Route, page_address, parse
from studyapp.ui.exam.part import Part
from studyapp.ui.exam.setup_view import SetupView
from studyapp.ui.exam.titles import Titles
from studyapp.ui.page import Page
from studyapp.ui.theme import Theme

if TYPE_CHECKING:
    from studyapp.ui.exam.beliefs import Beliefs
    from studyapp.ui.exam.briefing import Briefing
    from studyapp.ui.exam.marked_paper import MarkedPaper
    from studyapp.ui.exam.practising import Practising
    from studyapp.ui.exam.seu_log import SeuLog
    from studyapp.ui.exam.sitting import Sitting

SomePart = TypeVar("SomePart", bound=Part)


class ExamPage(Page):
    """Shows the first picture or one of its parts; the desks alone know what is going on.

    Parts are made when they are first gone to.
    """

    title = "Exam"
    cares_for: ClassVar[Change] = Change.EXAMS | Change.CONTENT | Change.SETTINGS

    def __init__(self, desks: Desks, theme: Theme) -> None:
        super().__init__()
        self._desks, self._theme = desks, theme
        self._titles = Titles(desks)
        self._parts: list[Part] = []
        self.setAccessibleName(self.title)
        self.setup = SetupView(theme)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.setup)
        self.setup.chosen.connect(self._brief)
        self.setup.resumed.connect(self._resume)
        self.setup.reviewed.connect(self._show_attempt)
        self.setup.beside_wanted.connect(self._pair_newest)
        self.setup.practice.chosen.connect(self._practise)
        self.setup.renewal.wanted.connect(self.show_seus)
        self.setup.practice.beliefs_wanted.connect(self.show_beliefs)
        self._beside = self._action("Two papers side by side", "B", self._pair_newest)
        self._in_setup = [
            self._action("Practise questions from everywhere", "P", self._practise_all),
            self._action("Practise your wrong answers", "W", self._practise_wrong),
            self._action("Practise by misconception", "M", self.show_beliefs),
            self._action("SEU log", "S", self.show_seus),
            self._beside,
        ]

    # -- its parts

    @cached_property
    def briefing(self) -> "Briefing":
        """Before a paper begins."""
        from studyapp.ui.exam.briefing import Briefing

        part = self._joined(Briefing(self._desks, self._theme))
        part.begun.connect(self.show_paper)
        return part

    @cached_property
    def sitting(self) -> "Sitting":
        """The paper on the desk."""
        from studyapp.ui.exam.sitting import Sitting

        part = self._joined(Sitting(self._desks, self._theme))
        part.finished.connect(self._show_attempt)
        return part

    @cached_property
    def paper(self) -> "MarkedPaper":
        """A paper that was handed in."""
        from studyapp.ui.exam.marked_paper import MarkedPaper

        return self._joined(MarkedPaper(self._desks, self._theme))

    @cached_property
    def practising(self) -> "Practising":
        """Question practice."""
        from studyapp.ui.exam.practising import Practising

        return self._joined(Practising(self._desks, self._theme))

    @cached_property
    def seus(self) -> "SeuLog":
        """Hours of learning for a renewal."""
        from studyapp.ui.exam.seu_log import SeuLog

        return self._joined(SeuLog(self._desks, self._theme))

    @cached_property
    def beliefs(self) -> "Beliefs":
        """False beliefs to practise."""
        from studyapp.ui.exam.beliefs import Beliefs

        part = self._joined(Beliefs(self._theme))
        part.chosen.connect(self._practise)
        return part

    # -- what the window calls

    def wake(self, change: Change) -> None:
        """Look again at what is in sight; an open paper comes first."""
        if self._shows("sitting"):
            self.sitting.look_again()
        elif self.shown is self.setup and self._desks.exams.running() and not change & Change.CONTENT:
            self.show_paper()
        elif self.shown is self.setup:
            self.show_setup()
        elif self._shows("seus"):
            self.seus.show_log()

    def open(self, route: Route) -> None:
        """Go to the attempt, the profile or the practice that was asked for."""
        attempt, number = route.options.get("attempt"), route.options.get("question", "")
        if attempt:
            self._show_attempt(attempt)
            if number.isdecimal():
                self.paper.show_question(int(number))
            elif "beside" in route.options:
                self.paper.show_beside(ItemId(route.options["beside"]))
        elif "practice" in route.options:
            kind, _, value = route.options["practice"].partition(":")
            if kind in set(PracticeKind):
                wanted = route.options.get("questions", "")
                handful = int(wanted) if wanted.isdecimal() and int(wanted) else A_HANDFUL
                self._practise(PracticeScope(PracticeKind(kind), value), handful)
        elif "seus" in route.options:
            self.show_seus()
        elif "profile" in route.options:
            self._brief(route.options["profile"])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page itself has nothing to type into: hand the keyboard on to what is in sight."""
        super().focusInEvent(event)
        self._take_focus()

    def offered(self) -> list[QAction]:
        """What can be done in the first picture or in the part in sight."""
        return [each for each in super().offered() if all(part.offers(each) for part in self._parts)]

    def place(self) -> str:
        """An attempt that is being looked at can be gone back to."""
        return self.paper.place() if self._shows("paper") else ""

    def state(self) -> dict[str, Any]:
        """The attempt that is being looked at, and where in it; an open paper is in the log already."""
        if not self._shows("paper"):
            return {}
        only = self.paper.filter
        return {
            "attempt": self.paper.attempt,
            "place": self.paper.place(),
            "only": [only.kind.value, only.value],
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up the attempt that was looked at, unless a paper lies open."""
        attempt, place = state.get("attempt"), state.get("place")
        if not isinstance(attempt, str) or not attempt or self._desks.exams.running():
            return
        if isinstance(place, str) and place.startswith(page_address("exam", attempt=attempt)):
            self.open(parse(place))
            self._keep_to(state.get("only"))
        else:
            self._show_attempt(attempt)

    # -- which part

    @property
    def shown(self) -> QWidget | None:
        """The first picture, or the part in sight."""
        return self._stack.currentWidget()

    @Slot()
    def show_setup(self) -> None:
        """The page's first picture."""
        desk = self._desks.exams
        aimed_at = self._desks.settings.settings.certification
        self.setup.show_open(desk.view())
        self.setup.show_offers(desk.offers(), aimed_at, busy=desk.running())
        attempts = desk.attempts()
        self.setup.show_attempts(attempts, to_mark(attempts, desk.result))
        self.setup.renewal.show_standing(self._desks.seus.standing())
        self.setup.practice.show_choices(self._desks.practice.choices(self._level()), self._titles.area)
        self.setup.chain()
        here = self.isAncestorOf(QApplication.focusWidget() or self)
        self._show(self.setup)
        self._take_title("Exam")
        if here:
            self.setup.take_focus()

    def _take_focus(self) -> None:
        if self.shown is self.setup:
            self.setup.take_focus()
        elif isinstance(self.shown, Part):
            self.shown.take_focus()

    def _keep_to(self, only: object) -> None:
        """Take up what was gone through, where the preferences hold a filter that there is."""
        match only:
            case [str(kind), str(value)] if kind in set(FilterKind):
                self.paper.keep_to(ReviewFilter(FilterKind(kind), value))

    def _joined(self, part: SomePart) -> SomePart:
        self._parts.append(part)
        self._stack.addWidget(part)
        self.addActions(part.actions())
        part.set_active(False)
        part.changed.connect(self.changed)
        part.navigated.connect(self.navigated)
        part.titled.connect(self._take_title)
        part.left.connect(self.show_setup)
        return part

    def _shows(self, name: str) -> bool:
        """Whether a part, if it has been made, is in sight."""
        return self.__dict__.get(name) is self.shown

    def _show(self, view: QWidget) -> None:
        self._stack.setCurrentWidget(view)
        for action in self._in_setup:
            usable = view is self.setup and (action is not self._beside or self.setup.several)
            action.setEnabled(usable)
            action.setVisible(usable)
        for part in self._parts:
            part.set_active(part is view)

    @Slot(str)
    def _take_title(self, title: str) -> None:
        if title != self.title:
            self.title = title
            self.titled.emit(title)

    @Slot(str)
    def _brief(self, profile: str) -> None:
        if self.briefing.show_profile(ItemId(profile)):
            self._show(self.briefing)

    @Slot()
    def show_paper(self) -> None:
        """The paper that lies on the desk."""
        self._show(self.sitting)
        self.sitting.show_paper()

    @Slot()
    def _resume(self) -> None:
        self._show(self.sitting)
        self.sitting.resume()

    @Slot(str)
    def _show_attempt(self, attempt: str) -> None:
        if self.paper.show_attempt(ItemId(attempt)):
            self._show(self.paper)
        else:
            self.show_setup()

    def _action(self, text: str, key: str, slot: Callable[[], object]) -> QAction:
        """An action of the first picture."""
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    @Slot()
    def _pair_newest(self) -> None:
        """Choose what to set beside the newest paper."""
        newest = next((a for a in self._desks.exams.attempts() if a.handed_in_at is not None), None)
        if newest is not None:
            self._show_attempt(newest.id)
            self.paper.choose_beside()

    @Slot()
    def _practise_all(self) -> None:
        self._practise(PracticeScope())

    @Slot()
    def _practise_wrong(self) -> None:
        self._practise(PracticeScope(PracticeKind.WRONG))

    @Slot()
    def show_beliefs(self) -> None:
        """The false beliefs that can be practised."""
        self._show(self.beliefs)
        self.beliefs.show_choices(self._desks.practice.beliefs(self._level()))
        self.beliefs.take_focus()

    @Slot()
    def show_seus(self) -> None:
        """The SEU log."""
        self._show(self.seus)
        self.seus.show_log()
        self.seus.take_focus()

    @Slot(object)
    def _practise(self, scope: PracticeScope, number: int = A_HANDFUL) -> None:
        self._show(self.practising)
        self.practising.begin(scope, self._level(), number)

    def _level(self) -> str:
        """The level to practise: that of the certification aimed at, where there are questions of it."""
        levels = self._desks.practice.levels()
        aimed_at = self._desks.settings.settings.certification
        return aimed_at if aimed_at in levels else next(iter(levels), "")
