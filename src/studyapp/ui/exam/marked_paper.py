"""A paper that was handed in: its result, going through its questions, and another paper beside it."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from studyapp.catalog.proof import Proof
from studyapp.ids import ItemId
from studyapp.study.desks import Desks
from studyapp.study.exam_cards import CalledCards, cards_called
from studyapp.study.exam_filter import ReviewFilter
from studyapp.study.exam_result import Result, ResultItem
from studyapp.study.readiness import Passage
from studyapp.ui.address import article_address, page_address
from studyapp.ui.exam.part import Part
from studyapp.ui.exam.result_view import ResultView
from studyapp.ui.exam.review_view import ReviewView
from studyapp.ui.exam.titles import Titles
from studyapp.ui.theme import Theme

if TYPE_CHECKING:
    from studyapp.ui.exam.pairing import Pairing


class MarkedPaper(Part):
    """Shows one attempt; disputes and own marks are kept and the result is worked out anew."""

    def __init__(self, desks: Desks, theme: Theme) -> None:
        super().__init__()
        self._desks, self._theme = desks, theme
        self._titles = Titles(desks)
        self._result: Result | None = None
        self._result_view = ResultView(theme)
        self._review = ReviewView(theme, self._titles.render, self._titles.picked)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._result_view)
        self._stack.addWidget(self._review)
        self._connect()
        review = self._review
        in_review = [
            self.add("Next", ("Right",), review.turn_on, when=partial(self._leads, 1)),
            self.add("Previous", ("Left",), review.turn_back, when=partial(self._leads, -1)),
            self.add("Scroll the question down", ("PgDown",), review.card.page_down),
            self.add("Scroll the question up", ("PgUp",), review.card.page_up),
            self.add("Go to the list of questions", ("G",), review.show_list),
            self.add("Go through one area or belief", ("A",), review.offer_names),
            *(self._add_option(number) for number in range(1, 10)),
            self.add("Read the passage", ("E",), review.read_passage, when=self._has_passage),
            self.add("Drill its cards", ("D",), review.drill, when=self._has_cards),
        ]
        in_result = [
            self.add("Go through the questions", ("R",), self.review),
            self.add("Drill what was wrong", ("D",), self._drill_wrong, when=self._has_called),
            self.add("Set another paper beside it", ("B",), self.choose_beside),
            self.add("Export the result", ("X",), self._export),
        ]
        in_pairing = [
            self.add("Choose another paper", ("B",), self._choose_again, when=self._is_paired),
            self.add("Export both papers", ("X",), self._export_both, when=self._is_paired),
        ]
        self._of_view: dict[str, list[QAction]] = {
            "result": in_result,
            "review": in_review,
            "pairing": in_pairing,
        }
        self.add("Back", ("Esc",), self._go_out)

    @cached_property
    def pairing(self) -> "Pairing":
        """Another paper beside this one; made when it is first gone to."""
        from studyapp.ui.exam.pairing import Pairing

        made = Pairing(self._desks, self._theme, self._titles)
        self._stack.addWidget(made)
        made.titled.connect(self.titled)
        made.left.connect(self.show_result)
        made.question_wanted.connect(self._look_at)
        return made

    def show_attempt(self, attempt: ItemId) -> bool:
        """Show an attempt's result; whether there is one."""
        try:
            self._result = self._desks.exams.result(attempt)
        except (KeyError, ValueError):
            return False
        self.show_result()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Cards may have been answered meanwhile."""
        super().showEvent(event)
        if self._result is not None and self._shown == "result":
            self._result_view.show_called(self._called(self._result))

    def place(self) -> str:
        """The address that leads back to what is in sight."""
        if self._result is None:
            return ""
        item = self._review.item
        if self._shown == "review" and item is not None:
            return page_address("exam", attempt=self._result.id, question=str(item.number))
        if self._shown == "pairing" and self.pairing.beside:
            return page_address("exam", attempt=self._result.id, beside=self.pairing.beside)
        return page_address("exam", attempt=self._result.id)

    @property
    def attempt(self) -> str:
        """The identifier of the attempt in sight, or empty."""
        return self._result.id if self._result is not None else ""

    @property
    def filter(self) -> ReviewFilter:
        """What the review goes through."""
        return self._review.filter

    def keep_to(self, which: ReviewFilter) -> None:
        """Go through these questions again, in the review and where they let any through."""
        if self._result is not None and self._shown == "review" and which.picked(self._result):
            self._review.show_only(which)

    @Slot()
    def show_result(self) -> None:
        """The result as a whole."""
        if self._result is not None:
            titles, called = self._titles, self._called(self._result)
            objectives = self._desks.exams.readiness(self._result.id)
            self._result_view.show_result(self._result, titles.area, titles.misconception, called, objectives)
            self._turn_to(self._result_view)
            self.titled.emit(f"Result · {self._result.profile.title}")
            self._result_view.take_focus()

    @Slot()
    def review(self) -> None:
        """Go through the questions: those of the last time, or the usual ones after a single area or belief."""
        if self._review.filter.value:
            self._review.show_usual()
        self.show_question(None)

    @Slot(object)
    def review_only(self, which: ReviewFilter) -> None:
        """Go through the questions of one filter."""
        self.show_question(None)
        self._review.show_only(which)

    @Slot(int)
    def show_question(self, number: int | None) -> None:
        """Go to a question, or to the first one worth looking at."""
        if self._result is None:
            return
        self._review.show_result(self._result, self._cards_behind)
        if number is not None and 1 <= number <= len(self._result.items):
            self._review.show_number(number)
        self._turn_to(self._review)
        self.titled.emit(f"Review · {self._result.profile.title}")
        self._review.take_focus()

    @Slot()
    def choose_beside(self) -> None:
        """Choose a paper to set beside this one."""
        if self._result is not None:
            self._turn_to(self.pairing)
            self.pairing.begin(self._result)

    def show_beside(self, other: ItemId) -> None:
        """Set another paper beside this one; nothing happens when there is no such paper."""
        if (
            self._result is not None
            and other != self._result.id
            and self.pairing.show_pair(self._result, other)
        ):
            self._turn_to(self.pairing)
            self.pairing.take_focus()

    def set_active(self, on: bool) -> None:
        """Switch this part's actions on or off."""
        super().set_active(on)
        if on:
            self._allow()

    def take_focus(self) -> None:
        """Enter goes to the review; in it, arrow keys turn over."""
        if self._shown == "pairing":
            self.pairing.take_focus()
        else:
            (self._review if self._shown == "review" else self._result_view).take_focus()

    # -- within

    def _connect(self) -> None:
        view = self._result_view
        view.review_wanted.connect(self.review)
        view.questions_wanted.connect(self.review_only)
        view.question_wanted.connect(self.show_question)
        view.drill_wanted.connect(self._drill_wrong)
        view.practice_wanted.connect(self._practise)
        view.beside_wanted.connect(self.choose_beside)
        view.export_wanted.connect(self._export)
        view.passage_wanted.connect(self._read_passage)
        view.left.connect(self.left)
        self._review.left.connect(self.show_result)
        self._review.passage_wanted.connect(self._read_passage)
        self._review.drill_wanted.connect(self._drill)
        self._review.disputed.connect(self._dispute)
        self._review.marked.connect(self._mark)
        self._review.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def _shown(self) -> str:
        """Which view is in sight: result, review or pairing."""
        shown = self._stack.currentWidget()
        return "result" if shown is self._result_view else "review" if shown is self._review else "pairing"

    def _turn_to(self, view: QWidget) -> None:
        self._stack.setCurrentWidget(view)
        self._allow()

    def _allow(self) -> None:
        for name, actions in self._of_view.items():
            for action in actions:
                action.setEnabled(name == self._shown)
                action.setVisible(name == self._shown)

    @Slot()
    def _go_out(self) -> None:
        if self._shown == "result":
            self.left.emit()
        elif not (self._shown == "review" and self._review.give_up_reason()):
            self.show_result()

    @Slot(object)
    def _read_passage(self, place: Proof | Passage) -> None:
        self.navigated.emit(article_address(place.article, place.heading, place.quote))

    @Slot(str)
    def _practise(self, belief: str) -> None:
        self.navigated.emit(page_address("exam", practice=f"misconception:{belief}"))

    @Slot(object)
    def _drill(self, item: ResultItem) -> None:
        if item.question is not None:
            scope = f"article:{item.question.proof.article}"
            self.navigated.emit(page_address("cards", scope=scope, ahead="yes"))

    def _leads(self, step: int) -> bool:
        """Whether the review goes on, or back where ``step`` is negative."""
        item, result = self._review.item, self._result
        picked = self._review.filter.picked(result) if result is not None else ()
        return item is not None and any((at - item.number + 1) * step > 0 for at in picked)

    def _add_option(self, number: int) -> QAction:
        has = partial(self._has_option, number - 1)
        return self.add(f"Go to option {number}", (str(number),), self._go_to_option, number - 1, has)

    def _has_option(self, position: int) -> bool:
        return position < len(self._review.card.face.rows)

    @Slot()
    def _go_to_option(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._review.card.press(action.data())

    def _has_passage(self) -> bool:
        return self._review.item is not None and self._review.item.question is not None

    def _has_cards(self) -> bool:
        return self._review.item is not None and self._cards_behind(self._review.item) > 0

    def _is_paired(self) -> bool:
        return self.pairing.pair is not None

    def _has_called(self) -> bool:
        return self._result is not None and bool(self._called(self._result).cards)

    def _called(self, result: Result) -> CalledCards:
        return cards_called(result, self._desks.library.catalog, self._desks.reviews.memory)

    @Slot()
    def _drill_wrong(self) -> None:
        called = self._called(self._result) if self._result is not None else CalledCards((), ())
        cards = called.waiting or called.cards
        if cards:
            self.navigated.emit(page_address("cards", scope=f"card:{' '.join(cards)}"))

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
            self.show_question(number)

    def _cards_behind(self, item: ResultItem) -> int:
        return self._titles.cards_behind(item.question) if item.question is not None else 0

    @Slot()
    def _export(self) -> None:
        from studyapp.ui.exam.result_export import offer_export, result_report

        if self._result is not None:
            objectives = self._desks.exams.readiness(self._result.id)
            report = result_report(self._result, self._titles, objectives)
            offer_export(self, self._theme, report, self._result_view.said.say)

    @Slot()
    def _export_both(self) -> None:
        self.pairing.export()

    @Slot()
    def _choose_again(self) -> None:
        self.pairing.offer()

    @Slot(str, int)
    def _look_at(self, attempt: str, number: int) -> None:
        self.navigated.emit(page_address("exam", attempt=attempt, question=str(number)))
