"""The false beliefs that can be practised, those first that the learner has taken for true."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.question import Question
from studyapp.ids import ItemId
from studyapp.store import exam_rows
from studyapp.store.ledger import Ledger
from studyapp.study.question_cards import times_met

MEMORY: Final = 5_000
"""So many of the last answers are looked at."""


@dataclass(frozen=True, slots=True)
class BeliefChoice:
    """A false belief with its questions for practice: how many, how many never seen.

    In ``offered`` answers it stood among the options, in ``taken`` of them it was chosen.
    """

    name: str
    belief: str
    total: int
    unseen: int
    offered: int
    taken: int


def belief_choices(
    catalog: Catalog, questions: Iterable[Question], ledger: Ledger
) -> tuple[BeliefChoice, ...]:
    """The beliefs that some of these ``questions`` offer: the most often taken first, else as in the content."""
    seen = times_met(catalog, ledger)
    total, unseen = Counter[str](), Counter[str]()
    for question in questions:
        for name in _beliefs(question):
            total[name] += 1
            unseen[name] += question.id not in seen
    offered, taken = _answers(catalog.questions(), ledger)
    found = [
        BeliefChoice(name, known.belief, total[name], unseen[name], offered[name], taken[name])
        for name, known in catalog.misconceptions().items()
        if total[name]
    ]
    return tuple(sorted(found, key=lambda choice: -choice.taken))


def _answers(questions: Mapping[ItemId, Question], ledger: Ledger) -> tuple[Counter[str], Counter[str]]:
    """How often each belief was offered and taken; answers to an earlier wording of a question are left out."""
    offered, taken = Counter[str](), Counter[str]()
    for choice in exam_rows.choices(ledger, MEMORY):
        question = questions.get(choice.question)
        if question is None or question.revision != choice.revision:
            continue
        offered.update(_beliefs(question))
        chosen = {o.misconception for n, o in enumerate(question.options) if n in choice.options}
        taken.update(chosen - {""})
    return offered, taken


def _beliefs(question: Question) -> frozenset[str]:
    return frozenset(option.misconception for option in question.options if option.misconception)
