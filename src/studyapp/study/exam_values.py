"""What the exam desk shows: offers, the paper being sat, and the list of attempts."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from studyapp.catalog.exam_profile import ExamProfile
from studyapp.catalog.question import Question
from studyapp.ids import ItemId
from studyapp.learning.attempt import Sheet, given_up
from studyapp.learning.exam_paper import Standing, Supply


@dataclass(frozen=True, slots=True)
class Offer:
    """A profile, and what its pool still allows."""

    profile: ExamProfile
    supply: Supply
    limit: timedelta | None

    @property
    def available(self) -> int:
        """How many questions the pool holds that were never seen and stand on no open paper."""
        return self.supply.fresh

    @property
    def honest_mocks_left(self) -> int:
        """How many full papers of unseen questions are left."""
        return self.supply.honest_papers

    @property
    def ready(self) -> bool:
        """Whether a paper can be sat at all."""
        return self.supply.standing is not Standing.EMPTY


@dataclass(frozen=True, slots=True)
class Miscount:
    """A question by its number, counted from 1, of which other than ``asked`` options are chosen; never none."""

    number: int
    chosen: int
    asked: int


@dataclass(frozen=True, slots=True)
class ExamView:
    """The paper being sat, as the screen shows it.

    ``number`` counts from 1. ``question`` has its options in the order shown; None when it has left the
    content and was never shown: it is not scored. ``chosen`` are positions on the screen. ``sheets``, ``questions``,
    ``answered`` and ``flags`` have an entry for each question; ``questions`` in the author's order of options, None
    where one was never shown. ``standing_still`` is true before the paper is opened again and
    in a pause.
    """

    profile: ExamProfile
    attempt: ItemId
    standing: Standing
    number: int
    count: int
    question: Question | None
    chosen: frozenset[int]
    words: str
    choose: int
    flagged: bool
    sheets: tuple[Sheet, ...]
    questions: tuple[Question | None, ...]
    limit: timedelta | None
    time_left: timedelta | None
    elapsed: timedelta
    standing_still: bool

    @property
    def answered(self) -> tuple[bool, ...]:
        """Which questions have an answer."""
        return tuple(sheet.answered for sheet in self.sheets)

    @property
    def flags(self) -> tuple[bool, ...]:
        """Which questions are flagged for review."""
        return tuple(sheet.flagged for sheet in self.sheets)

    @property
    def miscounted(self) -> tuple[Miscount, ...]:
        """Which questions have an answer of too few or too many options."""
        pairs = zip(self.sheets, self.questions, strict=True)
        found = (
            Miscount(number, len(sheet.chosen), len(question.key))
            for number, (sheet, question) in enumerate(pairs, 1)
            if question is not None and sheet.chosen
        )
        return tuple(each for each in found if each.chosen != each.asked)

    @property
    def answered_count(self) -> int:
        """How many questions have an answer."""
        return sum(self.answered)

    @property
    def pace(self) -> timedelta | None:
        """The time used for each question answered so far; None before the first."""
        return self.elapsed / self.answered_count if self.answered_count else None

    @property
    def pace_asked(self) -> timedelta | None:
        """The time there is for each question; None without a limit."""
        return self.limit / self.count if self.limit is not None and self.count else None


@dataclass(frozen=True, slots=True)
class Glance:
    """What a look at the clock found.

    The time left and used, and whether the paper has just been handed in.
    """

    time_left: timedelta | None
    elapsed: timedelta
    time_up: bool


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """One attempt in the list. ``share`` is the score under the profile's own marking, 0 to 1.

    ``scored`` is how many questions count: those that are not disputed. ``began_at`` is told by the learner's
    clock and calendar of that time: its date is the one by which the attempt is listed everywhere.
    """

    id: ItemId
    profile: ExamProfile
    standing: Standing
    began_at: datetime
    handed_in_at: datetime | None
    elapsed: timedelta
    count: int
    answered: int
    scored: int
    share: float
    passed: bool | None

    @property
    def honest(self) -> bool:
        """Whether every question was new, so that the score says something about an exam."""
        return self.standing in (Standing.FULL, Standing.SHORTER)

    @property
    def telling(self) -> bool:
        """Whether it was honest, not given up, and has questions that count.

        Such a score can be held against others and against a forecast.
        """
        return self.honest and self.scored > 0 and not given_up(self.answered, self.count)
