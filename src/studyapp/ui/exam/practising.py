"""Practice at the desk: a handful of questions, one after the other."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout

from studyapp.catalog.proof import Proof
from studyapp.study.desks import Desks
from studyapp.study.practice_desk import A_HANDFUL, PracticeKind, PracticeScope
from studyapp.ui.address import article_address, page_address
from studyapp.ui.exam.part import Part
from studyapp.ui.exam.practice_view import PracticeScreen
from studyapp.ui.exam.titles import Titles
from studyapp.ui.theme import Theme

_LONGEST = timedelta(minutes=5)
"""Whoever looks longer at one question has left the desk; more is not counted as study."""


class Practising(Part):
    """Hands answers to the practice desk and shows their reasons."""

    def __init__(self, desks: Desks, theme: Theme) -> None:
        super().__init__()
        self._desks = desks
        self._titles = Titles(desks)
        self._scope, self._level = PracticeScope(), ""
        self._screen = PracticeScreen(theme, self._titles.render)
        QStackedLayout(self).addWidget(self._screen)
        self._connect()
        self._add_actions()

    def begin(self, scope: PracticeScope, level: str, number: int = A_HANDFUL) -> None:
        """Lay out so many questions."""
        self._scope, self._level = scope, level
        self._desks.practice.begin(scope, level, number)
        self._show()

    def take_focus(self) -> None:
        """Where answering begins, or what leads on."""
        self._screen.take_focus()

    def _connect(self) -> None:
        self._screen.answered.connect(self._answer)
        self._screen.gone_on.connect(self._go_on)
        self._screen.passage_wanted.connect(self._read_passage)
        self._screen.drill_wanted.connect(self._drill)
        self._screen.more_wanted.connect(self._again)
        self._screen.left.connect(self.left)

    def _add_actions(self) -> None:
        card = self._screen.card
        self._numbers = [
            self.add("", (str(number),), self._press, number - 1, partial(self._has_option, number - 1))
            for number in range(1, 10)
        ]
        keys = ("Return", "Enter")
        self._enter = self.add("Answer, being sure", keys, self._screen.enter, when=self._shows_question)
        self.add("Answer, not being sure", ("U",), self._screen.say_unsure, when=self._waits)
        for text, key, scroll in (
            ("To the beginning of the question", "Home", card.show_top),
            ("Scroll the question down", "PgDown", card.page_down),
            ("Scroll the question up", "PgUp", card.page_up),
        ):
            self.add(text, (key,), scroll, when=self._shows_question)
        self.add("Read the passage", ("E",), self._screen.read_passage, when=self._is_marked)
        self.add("Drill its cards", ("D",), self._drill, when=self._drills)
        self.add("Back", ("Esc",), self.left.emit)

    def _shows_question(self) -> bool:
        return self._desks.practice.view() is not None

    def _has_option(self, position: int) -> bool:
        return self._shows_question() and position < len(self._screen.card.face.rows)

    def _waits(self) -> bool:
        view = self._desks.practice.view()
        return view is not None and view.chosen is None

    def _is_marked(self) -> bool:
        view = self._desks.practice.view()
        return view is not None and view.chosen is not None

    def _drills(self) -> bool:
        view = self._desks.practice.view()
        return view is not None and view.chosen is not None and self._titles.cards_behind(view.question) > 0

    def _show(self) -> None:
        view = self._desks.practice.view()
        marked = self._is_marked()
        self._enter.setText("Next question" if marked else "Answer, being sure")
        for number, action in enumerate(self._numbers, 1):
            action.setText(f"{'Go to' if marked else 'Choose'} option {number}")
        self.titled.emit(f"Practice · {self._title()}")
        if view is None:
            self._screen.show_summary(self._desks.practice.summary())
        else:
            self._screen.show_view(view, self._titles.cards_behind(view.question))

    def _title(self) -> str:
        match self._scope.kind:
            case PracticeKind.WRONG:
                return "Your wrong answers"
            case PracticeKind.AREA | PracticeKind.OBJECTIVE:
                return self._titles.area(self._scope.value)
            case PracticeKind.MISCONCEPTION:
                belief = self._titles.misconception(self._scope.value)
                return belief.belief if belief is not None else self._scope.value
            case _:
                return "Questions"

    @Slot()
    def _press(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._screen.card.press(action.data())

    @Slot(frozenset, bool)
    def _answer(self, positions: frozenset[int], sure: bool) -> None:
        took = min(timedelta(milliseconds=self._screen.looked.milliseconds), _LONGEST)
        change = self._desks.practice.answer(positions, sure=sure, took=took)
        self._show()
        self.changed.emit(change)

    @Slot()
    def _go_on(self) -> None:
        self._desks.practice.go_on()
        self._show()

    @Slot()
    def _again(self) -> None:
        self.begin(self._scope, self._level)

    @Slot(object)
    def _read_passage(self, proof: Proof) -> None:
        self.navigated.emit(article_address(proof.article, proof.heading, proof.quote))

    @Slot()
    def _drill(self) -> None:
        view = self._desks.practice.view()
        if view is not None and self._drills():
            scope = f"article:{view.question.proof.article}"
            self.navigated.emit(page_address("cards", scope=scope, ahead="yes"))
