"""Practising questions.

A handful at a time, reasons at once, no clock. Every answer is durable before it is marked.
"""

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import Final

from studyapp.catalog.question import Question
from studyapp.ids import ItemId
from studyapp.learning.exam_paper import option_order
from studyapp.learning.marking import Mark, mark
from studyapp.store import exam_rows
from studyapp.store.fold_practice import PRACTICE
from studyapp.store.ledger import Ledger
from studyapp.study.books import Books
from studyapp.study.change import Change
from studyapp.study.practice_beliefs import BeliefChoice, belief_choices
from studyapp.study.question_cards import times_met
from studyapp.study.question_pool import may_be_practised
from studyapp.study.question_text import in_order

A_HANDFUL: Final = 10
"""So many questions are practised at a time."""

_MILLISECOND = timedelta(milliseconds=1)


class PracticeKind(StrEnum):
    """How questions are chosen for practice."""

    ALL = "all"
    AREA = "area"
    WRONG = "wrong"
    MISCONCEPTION = "misconception"
    OBJECTIVE = "objective"
    ARTICLE = "article"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class PracticeScope:
    """What is practised; ``value`` names the area, misconception, objective, article or question."""

    kind: PracticeKind = PracticeKind.ALL
    value: str = ""


@dataclass(frozen=True, slots=True)
class PracticeChoice:
    """Something to practise: how many questions there are and how many of them were never seen."""

    scope: PracticeScope
    total: int
    unseen: int


@dataclass(frozen=True, slots=True)
class PracticeView:
    """The question on the desk, options in the order shown.

    ``chosen`` and ``found`` are set once it was answered.
    """

    question: Question
    number: int
    count: int
    chosen: frozenset[int] | None = None
    found: Mark | None = None
    sure: bool | None = None


@dataclass(frozen=True, slots=True)
class PracticeSummary:
    """What a handful came to. ``misplaced`` counts wrong answers that the learner was sure of."""

    scope: PracticeScope
    answered: int
    right: int
    misplaced: int
    left: int


class PracticeDesk:
    """One handful of questions lies on it. Held-back questions come only when a paper has used them up."""

    def __init__(self, library: Books, ledger: Ledger, dice: random.Random) -> None:
        self._library, self._ledger, self._dice = library, ledger, dice
        self._scope = PracticeScope()
        self._queue: tuple[Question, ...] = ()
        self._orders: tuple[tuple[int, ...], ...] = ()
        self._views: tuple[PracticeView, ...] = ()
        self._at = 0

    def choices(self, level: str) -> tuple[PracticeChoice, ...]:
        """Everything, wrong answers, then each focus area of the content that has questions of the level."""
        questions, seen = self._practisable(level), times_met(self._library.catalog, self._ledger)
        found = [_choice(PracticeScope(), questions, seen)]
        wrong = self._chosen(PracticeScope(PracticeKind.WRONG), level)
        found.append(_choice(PracticeScope(PracticeKind.WRONG), wrong, seen))
        by_area = Counter(question.area for question in questions)
        for group in self._library.catalog.competencies():
            for area in group.areas:
                if by_area[area.name]:
                    scope = PracticeScope(PracticeKind.AREA, area.name)
                    found.append(_choice(scope, [q for q in questions if q.area == area.name], seen))
        return tuple(found)

    def beliefs(self, level: str) -> tuple[BeliefChoice, ...]:
        """The false beliefs that questions of the level offer, those first that the learner has taken for true."""
        return belief_choices(self._library.catalog, self._practisable(level), self._ledger)

    def levels(self) -> tuple[str, ...]:
        """The levels that have questions to practise, in the order of the content."""
        return tuple(
            dict.fromkeys(q.level for q in self._library.catalog.questions().values() if may_be_practised(q))
        )

    def begin(self, scope: PracticeScope, level: str = "", count: int = A_HANDFUL) -> None:
        """Lay out a handful: what was never seen first, then what was seen least, by chance among equals."""
        seen = times_met(self._library.catalog, self._ledger)
        questions = sorted(self._chosen(scope, level), key=lambda q: q.id)
        self._dice.shuffle(questions)
        questions.sort(key=lambda q: seen.get(q.id, 0))
        self._scope, self._at = scope, 0
        self._queue = tuple(questions[:count])
        self._orders = tuple(option_order(len(q.options), q.fixed_order, self._dice) for q in self._queue)
        self._views = tuple(
            PracticeView(in_order(question, order), number, len(self._queue))
            for number, (question, order) in enumerate(zip(self._queue, self._orders, strict=True), 1)
        )

    def view(self) -> PracticeView | None:
        """The question on the desk; None when the handful is done or empty."""
        return self._views[self._at] if self._at < len(self._views) else None

    def answer(self, positions: frozenset[int], *, sure: bool | None, took: timedelta) -> Change:
        """Answer the question on the desk, once; a wrong answer makes it a due card.

        Raises ValueError when there is none or it has an answer.
        """
        view = self.view()
        if view is None or view.chosen is not None:
            raise ValueError("no question waits for an answer")
        question, order = self._queue[self._at], self._orders[self._at]
        chosen = frozenset(order[position] for position in positions)
        found = mark(question.key, chosen)
        payload = {
            "area": question.area,
            "chosen": sorted(chosen),
            "right": found.right,
            "sure": sure,
            "took_ms": took // _MILLISECOND,
        }
        self._ledger.record(PRACTICE, question.id, question.revision, payload)
        answered = replace(view, chosen=positions, found=found, sure=sure)
        self._views = (*self._views[: self._at], answered, *self._views[self._at + 1 :])
        return Change.EXAMS if found.right else Change.EXAMS | Change.REVIEWS

    def go_on(self) -> None:
        """The next question, or the end."""
        self._at = min(self._at + 1, len(self._views))

    def summary(self) -> PracticeSummary:
        """What the handful came to so far."""
        done = [view for view in self._views if view.found is not None]
        right = sum(view.found is not None and view.found.right for view in done)
        misplaced = sum(
            view.sure is True and view.found is not None and not view.found.right for view in done
        )
        return PracticeSummary(self._scope, len(done), right, misplaced, len(self._views) - len(done))

    def _practisable(self, level: str) -> list[Question]:
        every = self._library.catalog.questions().values()
        return [q for q in every if may_be_practised(q) and (not level or q.level == level)]

    def _chosen(self, scope: PracticeScope, level: str) -> list[Question]:
        questions = self._library.catalog.questions()
        if scope.kind in (PracticeKind.WRONG, PracticeKind.QUESTION):
            one = scope.kind is PracticeKind.QUESTION
            wanted = (ItemId(scope.value),) if one else exam_rows.last_wrong(self._ledger)
            used = exam_rows.shown_and_handed_in(self._ledger)
            return [q for q in questions.values() if q.id in wanted and may_be_practised(q, used)]
        tests: dict[PracticeKind, Callable[[Question], bool]] = {
            PracticeKind.ALL: lambda _: True,
            PracticeKind.AREA: lambda q: q.area == scope.value,
            PracticeKind.OBJECTIVE: lambda q: scope.value in q.objectives,
            PracticeKind.ARTICLE: lambda q: q.proof.article == scope.value,
            PracticeKind.MISCONCEPTION: lambda q: any(o.misconception == scope.value for o in q.options),
        }
        return [question for question in self._practisable(level) if tests[scope.kind](question)]


def _choice(
    scope: PracticeScope, questions: Sequence[Question], seen: Mapping[ItemId, int]
) -> PracticeChoice:
    return PracticeChoice(scope, len(questions), sum(question.id not in seen for question in questions))
