"""Exam: what can be sat, the sitting, its result and its review."""

from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedLayout, QWidget

from studyapp.ids import ItemId
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.exam_result import Result, ResultItem
from studyapp.ui.address import Route, article_address, page_address
from studyapp.ui.exam.briefing_view import BriefingView
from studyapp.ui.exam.cover_view import CoverView
from studyapp.ui.exam.hand_in_dialog import HandInDialog
from studyapp.ui.exam.result_view import ResultView
from studyapp.ui.exam.review_view import ReviewView
from studyapp.ui.exam.setup_view import SetupView
from studyapp.ui.exam.sitting_view import SittingView
from studyapp.ui.page import Page
from studyapp.ui.theme import Theme

LOOK_MS = 250
"""How often the clock is looked at while a paper is open."""

_CHOICES = 9
_LETTERS = "ABCDE"


class ExamPage(Page):
    """Shows one of its views; the desk alone knows what is going on."""

    title = "Exam"
    cares_for: ClassVar[Change] = Change.EXAMS | Change.CONTENT | Change.SETTINGS

    def __init__(self, desks: Desks, theme: Theme) -> None:
        super().__init__()
        self._desks, self._theme = desks, theme
        self._result: Result | None = None
        self._profile: ItemId | None = None
        self._dialog: HandInDialog | None = None
        self.setAccessibleName(self.title)
        self._build()
        self._add_actions()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    # -- what the window calls

    def wake(self, change: Change) -> None:
        """Look again at what is in sight."""
        view = self._desks.exams.view()
        if self._shown is self._sitting and view is not None:
            self._sitting.show_view(view)
        elif view is not None and self._shown not in (self._result_view, self._review):
            self._show_open_paper()
        elif self._shown in (self._setup, self._sitting, self._cover):
            self._show_setup()

    def open(self, route: Route) -> None:
        """Go to the attempt or the profile that was asked for."""
        attempt, number = route.options.get("attempt"), route.options.get("question")
        if attempt:
            self._show_attempt(ItemId(attempt))
            if number and number.isdecimal():
                self._show_review(int(number))
        elif route.options.get("view") == "setup" and not self._desks.exams.running():
            self._show_setup()

    def place(self) -> str:
        """An attempt that is being looked at can be gone back to."""
        if self._result is None or self._shown not in (self._result_view, self._review):
            return ""
        item = self._review.item
        if self._shown is self._review and item is not None:
            return page_address("exam", attempt=self._result.id, question=str(item.number))
        return page_address("exam", attempt=self._result.id)

    def state(self) -> dict[str, Any]:
        """The attempt that is being looked at; an open paper is in the log already."""
        return {"attempt": self._result.id} if self._result is not None and self.place() else {}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up the attempt that was looked at, unless a paper lies open."""
        attempt = state.get("attempt")
        if isinstance(attempt, str) and not self._desks.exams.running():
            self._show_attempt(ItemId(attempt))

    # -- parts

    def _build(self) -> None:
        theme = self._theme
        self._setup, self._briefing, self._cover = SetupView(theme), BriefingView(theme), CoverView(theme)
        self._sitting = SittingView(theme, self._render)
        self._result_view, self._review = ResultView(theme), ReviewView(theme, self._render)
        self._stack = QStackedLayout(self)
        for view in (
            self._setup,
            self._briefing,
            self._cover,
            self._sitting,
            self._result_view,
            self._review,
        ):
            self._stack.addWidget(view)
        self._setup.chosen.connect(self._brief)
        self._setup.resumed.connect(self._resume)
        self._setup.reviewed.connect(self._show_chosen_attempt)
        self._briefing.started.connect(self._begin)
        self._briefing.left.connect(self._show_setup)
        self._cover.resumed.connect(self._resume)
        self._cover.hand_in_wanted.connect(self._ask_to_hand_in)
        self._cover.left.connect(self._show_setup)
        self._sitting.moved.connect(self._go)
        self._sitting.card.chosen.connect(self._choose)
        self._sitting.card.written.connect(self._write)
        self._sitting.flag_button.clicked.connect(self._flag)
        self._sitting.hand_in_wanted.connect(self._ask_to_hand_in)
        self._sitting.pause_wanted.connect(self._pause)
        self._result_view.review_wanted.connect(self._show_review_at)
        self._result_view.export_wanted.connect(self._export)
        self._result_view.left.connect(self._show_setup)
        self._review.left.connect(self._show_result)
        self._review.passage_wanted.connect(self._read_passage)
        self._review.drill_wanted.connect(self._drill)
        self._review.disputed.connect(self._dispute)
        self._review.marked.connect(self._mark)

    def _add_actions(self) -> None:
        self._in_sitting: list[QAction] = []
        self._in_review: list[QAction] = []
        for number in range(1, _CHOICES + 1):
            letter = _LETTERS[number - 1 : number]
            action = self._action(f"Choose option {number}", str(number), *letter)
            action.setData(number - 1)
            action.triggered.connect(self._press)
            self._in_sitting.append(action)
        sitting = {
            ("Next question", "Right", "PgDown"): self._go_on,
            ("Previous question", "Left", "PgUp"): self._go_back,
            ("Flag for review", "F"): self._flag,
            ("Go to the list of questions", "G"): self._sitting.show_grid,
            ("Hand in", "H"): self._ask_to_hand_in,
            ("Pause", "P"): self._pause,
        }
        review = {
            ("Next", "Right", "PgDown"): self._review.turn_on,
            ("Previous", "Left", "PgUp"): self._review.turn_back,
            ("Read the passage", "E"): self._review.read_passage,
            ("Drill its cards", "D"): self._review.drill,
        }
        for actions, found in ((self._in_sitting, sitting), (self._in_review, review)):
            for (text, *keys), slot in found.items():
                action = self._action(text, *keys)
                action.triggered.connect(slot)
                actions.append(action)
        self._to_review = self._action("Go through the questions", "R")
        self._to_review.triggered.connect(self._show_review_at)
        self._leave = self._action("Back", "Esc")
        self._leave.triggered.connect(self._go_out)

    def _action(self, text: str, *keys: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        return action

    def _render(self, markdown: str) -> str:
        return self._desks.library.catalog.inline(markdown)

    # -- which view

    @property
    def _shown(self) -> QWidget | None:
        return self._stack.currentWidget()

    def _show(self, view: QWidget, title: str) -> None:
        self._stack.setCurrentWidget(view)
        if title != self.title:
            self.title = title
            self.titled.emit(title)
        sitting = view is self._sitting
        for action in self._in_sitting:
            action.setEnabled(sitting)
            action.setVisible(sitting)
        for action in self._in_review:
            action.setEnabled(view is self._review)
            action.setVisible(view is self._review)
        self._to_review.setEnabled(view is self._result_view)
        self._to_review.setVisible(view is self._result_view)
        self._leave.setEnabled(view in (self._briefing, self._result_view, self._review))
        self._leave.setVisible(self._leave.isEnabled())
        if sitting:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def _show_setup(self) -> None:
        desk = self._desks.exams
        self._result = None
        self._setup.show_open(desk.view())
        self._setup.show_offers(
            desk.offers(), self._desks.settings.settings.certification, busy=desk.running()
        )
        self._setup.show_attempts(desk.attempts())
        self._show(self._setup, "Exam")

    @Slot(str)
    def _brief(self, profile: str) -> None:
        catalog = self._desks.library.catalog
        offer = next((o for o in self._desks.exams.offers() if o.profile.id == profile), None)
        if offer is None:
            return
        self._profile = offer.profile.id
        names = {c.name: c for c in catalog.certifications()}
        self._briefing.show_offer(offer, names.get(offer.profile.certification))
        self._show(self._briefing, offer.profile.title)
        self._briefing.take_focus()

    def _show_open_paper(self) -> None:
        """The paper on the desk: covered while its clock stands still."""
        view = self._desks.exams.view()
        if view is None:
            self._show_setup()
        elif view.standing_still:
            self._cover.show_view(view)
            self._show(self._cover, view.profile.title)
            self._cover.take_focus()
        else:
            self._sitting.show_view(view)
            self._show(self._sitting, view.profile.title)
            self._sitting.take_focus()

    @Slot(str)
    def _show_chosen_attempt(self, attempt: str) -> None:
        self._show_attempt(ItemId(attempt))

    def _show_attempt(self, attempt: ItemId) -> None:
        try:
            self._result = self._desks.exams.result(attempt)
        except (KeyError, ValueError):
            self._show_setup()
            return
        self._show_result()

    @Slot()
    def _show_result(self) -> None:
        result = self._result
        if result is None:
            return
        catalog = self._desks.library.catalog
        self._result_view.show_result(result, self._area_title, catalog.misconceptions().get)
        self._show(self._result_view, f"Result · {result.profile.title}")
        self._result_view.take_focus()

    @Slot()
    def _show_review_at(self) -> None:
        self._show_review(None)

    def _show_review(self, number: int | None) -> None:
        if self._result is None:
            return
        self._review.show_result(self._result, self._cards_behind)
        if number is not None and 1 <= number <= len(self._result.items):
            self._review.show_number(number)
        self._show(self._review, f"Review · {self._result.profile.title}")
        self._review.take_focus()

    @Slot()
    def _go_out(self) -> None:
        if self._shown is self._review:
            self._show_result()
        else:
            self._show_setup()

    # -- the sitting

    @Slot()
    def _begin(self) -> None:
        if self._profile is not None:
            self.changed.emit(self._desks.exams.begin(self._profile))
            self._show_open_paper()

    @Slot()
    def _resume(self) -> None:
        self.changed.emit(self._desks.exams.resume())
        self._show_open_paper()

    @Slot()
    def _pause(self) -> None:
        view = self._desks.exams.view()
        if view is not None and view.profile.pause:
            self._desks.exams.pause()
            self._show_open_paper()

    @Slot(int)
    def _go(self, number: int) -> None:
        self._desks.exams.go(number)
        self._show_open_paper()

    @Slot()
    def _go_on(self) -> None:
        view = self._desks.exams.view()
        if view is not None and view.number < view.count:
            self._go(view.number + 1)

    @Slot()
    def _go_back(self) -> None:
        view = self._desks.exams.view()
        if view is not None and view.number > 1:
            self._go(view.number - 1)

    @Slot()
    def _press(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._sitting.card.press(action.data())

    @Slot(frozenset)
    def _choose(self, positions: frozenset[int]) -> None:
        self._desks.exams.choose(positions)
        self._refresh()

    @Slot(str)
    def _write(self, words: str) -> None:
        self._desks.exams.write(words)
        self._refresh()

    @Slot()
    def _flag(self) -> None:
        self._desks.exams.flag()
        self._refresh()

    def _refresh(self) -> None:
        view = self._desks.exams.view()
        if view is not None:
            self._sitting.show_view(view)

    @Slot()
    def _look(self) -> None:
        view = self._desks.exams.view()
        glance = self._desks.exams.look()
        if glance is None or view is None:
            self._timer.stop()
        elif glance.time_up:
            self._finish(view.attempt)
        else:
            self._sitting.show_time(glance)

    @Slot()
    def _ask_to_hand_in(self) -> None:
        view = self._desks.exams.view()
        if view is None:
            return
        dialog = HandInDialog(self._theme, view, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._hand_in)
        dialog.wanted.connect(self._look_again)
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        dialog.present()

    @Slot()
    def _forget_dialog(self) -> None:
        self._dialog = None

    @Slot(int)
    def _look_again(self, number: int) -> None:
        self._desks.exams.resume()
        self._go(number)

    @Slot()
    def _hand_in(self) -> None:
        view = self._desks.exams.view()
        if view is not None:
            self._desks.exams.hand_in()
            self._finish(view.attempt)

    def _finish(self, attempt: ItemId) -> None:
        if self._dialog is not None:
            self._dialog.reject()
        self._sitting.forget()
        self._show_attempt(attempt)
        self.changed.emit(Change.EXAMS)

    # -- the review

    @Slot(object)
    def _read_passage(self, item: ResultItem) -> None:
        if item.question is not None:
            proof = item.question.proof
            self.navigated.emit(article_address(proof.article, proof.heading, proof.quote))

    @Slot(object)
    def _drill(self, item: ResultItem) -> None:
        if item.question is not None:
            scope = f"article:{item.question.proof.article}"
            self.navigated.emit(page_address("cards", scope=scope, ahead="yes"))

    @Slot(int, str)
    def _dispute(self, number: int, reason: str) -> None:
        if self._result is not None:
            self.changed.emit(self._desks.exams.dispute(self._result.id, number, reason))
            self._renew(number)

    @Slot(int, tuple)
    def _mark(self, number: int, levels: tuple[int, ...]) -> None:
        if self._result is not None:
            self.changed.emit(self._desks.exams.mark_own(self._result.id, number, levels))
            self._renew(number)

    def _renew(self, number: int) -> None:
        if self._result is not None:
            self._result = self._desks.exams.result(self._result.id)
            self._show_review(number)

    def _cards_behind(self, item: ResultItem) -> int:
        if item.question is None:
            return 0
        return len(self._desks.library.catalog.resting_on(item.question.proof.article).cards)

    def _area_title(self, name: str) -> str:
        catalog = self._desks.library.catalog
        area = catalog.area(name)
        if area is not None:
            return area.title
        return next((o.text for o in catalog.objectives() if o.name == name), name)

    @Slot()
    def _export(self) -> None:
        from studyapp.ui.exam.result_export import offer_export

        if self._result is not None:
            offer_export(self, self._result, self._area_title)
