"""Questions as the drawing of papers needs them.

Which a profile may draw from, and how they resemble one another.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Final

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.exam_profile import ExamProfile
from studyapp.catalog.question import Pool, Question, QuestionKind
from studyapp.ids import ItemId
from studyapp.learning.exam_paper import Candidate, rarest
from studyapp.study.mocks import eligible

_WORD = re.compile(r"[^\W\d_]{3,}")
_SILENT: Final = frozenset(
    """
    about and answer answers are been being best can choose did does false following for from had has have her his how
    into its may most must not one should statement statements than that the their them then there they this three true
    two was what when where which who whom whose why will with would you your
    """.split()
)
"""Words that tell nothing about what a question asks."""


class QuestionPool:
    """The questions of one catalog, sorted and measured once."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    def eligible(self, profile: ExamProfile) -> list[Question]:
        """The questions that a paper of this profile may hold."""
        return eligible(self.catalog, profile)

    def objectives(self, profile: ExamProfile) -> tuple[str, ...]:
        """The learning objectives that a profile asks about, in the order of the content."""
        sets = dict(profile.quotas)
        return tuple(o.name for o in self.catalog.objectives() if o.set in sets)

    def by_objective(
        self, profile: ExamProfile, seen: Mapping[ItemId, int], reserved: Collection[ItemId] = ()
    ) -> dict[str, list[Candidate]]:
        """The questions that can stand for each objective of a profile; an empty list where there is none."""
        pools: dict[str, list[Candidate]] = {name: [] for name in self.objectives(profile)}
        for question in self.eligible(profile):
            for name in pools.keys() & question.objectives:
                pools[name].append(self._candidate(question, name, seen, reserved))
        return pools

    def candidates(
        self, profile: ExamProfile, seen: Mapping[ItemId, int], reserved: Collection[ItemId] = ()
    ) -> list[Candidate]:
        """The same questions as candidates."""
        return [
            self._candidate(question, question.area, seen, reserved) for question in self.eligible(profile)
        ]

    def practice(self, questions: Iterable[Question]) -> list[Question]:
        """Those that may be seen outside a mock exam and can be marked by the program."""
        return [q for q in questions if may_be_practised(q)]

    def _candidate(
        self, question: Question, area: str, seen: Mapping[ItemId, int], reserved: Collection[ItemId]
    ) -> Candidate:
        known, times, held = self._measured[question.id], seen.get(question.id, 0), question.id in reserved
        if known.area == area and not times and not held:
            return known
        return replace(known, area=area, seen=times, reserved=held)

    @cached_property
    def _measured(self) -> dict[ItemId, Candidate]:
        """Every question as a candidate that was never seen."""
        questions = self.catalog.questions()
        words = {item: telling_words(question.stem) for item, question in questions.items()}
        commonness = Counter(word for found in words.values() for word in found)
        return {
            item: Candidate(
                id=item,
                area=question.area,
                difficulty=question.difficulty,
                options=len(question.options),
                fixed_order=question.fixed_order,
                words=words[item],
                rests_on=f"{question.proof.article}#{question.proof.heading}|{question.proof.quote}",
                rare=rarest(words[item], commonness),
            )
            for item, question in questions.items()
        }


def may_be_practised(question: Question, used_up: Collection[ItemId] = ()) -> bool:
    """Whether a question may be seen outside a mock exam, and can be marked by the program.

    Held-back ones may once they are ``used_up``: they stood in a paper that was handed in.
    """
    open_to_all = question.pool is Pool.PRACTICE or question.id in used_up
    return open_to_all and question.kind is not QuestionKind.FREE_TEXT


def telling_words(stem: str) -> frozenset[str]:
    """The words of a stem by which two questions can be told to ask the same.

    A plural counts as its singular.
    """
    words = (word.casefold() for word in _WORD.findall(stem))
    return frozenset(word.removesuffix("s") for word in words if word not in _SILENT)
