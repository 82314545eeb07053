"""What a paper that was handed in says.

Scores, areas, misconceptions, time, and every question with its marks.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from studyapp.catalog.exam_profile import ExamProfile, Marking
from studyapp.catalog.question import Question, QuestionKind
from studyapp.ids import ItemId
from studyapp.learning.attempt import Sheet
from studyapp.learning.exam_paper import Standing
from studyapp.learning.marking import (
    WRONG,
    AreaScore,
    Belief,
    Mark,
    Marked,
    Score,
    Slip,
    Swing,
    by_area,
    by_misconception,
    mark,
    scores,
    slips,
    swing,
)
from studyapp.study.exam_story import Story
from studyapp.study.question_text import in_order


@dataclass(frozen=True, slots=True)
class ResultItem:
    """One question of a paper, marked. ``chosen`` and ``key`` are positions on the screen, from 0.

    ``question`` has its options in the order in which they were shown; None when it was never reached: such a
    question earns nothing, stays unseen and can come again. ``own_levels`` are the learner's own marks of a
    free-text answer, None where they are still to be given. ``asked`` identifies the question, reached or not.
    """

    number: int
    asked: ItemId
    area: str
    question: Question | None
    chosen: frozenset[int]
    key: frozenset[int]
    mark: Mark
    spent: timedelta
    flagged: bool
    swing: Swing
    slips: tuple[Slip, ...]
    scored: bool
    dispute: str
    words: str
    own_levels: tuple[int, ...] | None

    @property
    def to_mark(self) -> bool:
        """Whether it is a free-text answer that counts and still waits for the learner's own marks."""
        free = self.question is not None and _is_free(self.question)
        return free and self.scored and self.own_levels is None

    @property
    def wrong(self) -> bool:
        """Whether it was seen, counts, has its mark and was not answered rightly."""
        return self.question is not None and self.scored and not self.to_mark and not self.mark.right

    @property
    def offered(self) -> frozenset[str]:
        """The misconceptions that its wrong options offered."""
        options = self.question.options if self.question is not None else ()
        return frozenset(option.misconception for option in options if option.misconception)

    @property
    def taken(self) -> frozenset[str]:
        """The misconceptions of the options that were chosen."""
        options = self.question.options if self.question is not None else ()
        return frozenset(options[n].misconception for n in self.chosen if options[n].misconception)


@dataclass(frozen=True, slots=True)
class Result:
    """One attempt that was handed in; ``began_at`` by the learner's clock and calendar of that time.

    ``passed`` is None where there is no pass mark or nothing to hold against it.
    """

    id: ItemId
    profile: ExamProfile
    standing: Standing
    seed: int
    began_at: datetime
    handed_in_at: datetime
    ran_out: bool
    gaps: int
    elapsed: timedelta
    limit: timedelta | None
    whole: Score
    partial: Score
    areas: tuple[AreaScore, ...]
    beliefs: tuple[Belief, ...]
    items: tuple[ResultItem, ...]

    @property
    def score(self) -> Score:
        """The score under the profile's own marking."""
        return self.partial if self.profile.marking is Marking.PARTIAL else self.whole

    @property
    def passed(self) -> bool | None:
        """Whether the score reaches the pass mark, exactly; None where no question counts."""
        judged = self.profile.pass_mark and self.score.out_of
        return self.score.passes(self.profile.pass_mark) if judged else None

    @property
    def pace(self) -> timedelta:
        """Time for each question that was reached."""
        reached = sum(item.question is not None for item in self.items)
        return self.elapsed / reached if reached else timedelta(0)

    @property
    def pace_asked(self) -> timedelta | None:
        """The time there was for each question; None without a limit."""
        return self.limit / len(self.items) if self.limit is not None and self.items else None

    @property
    def unmarked(self) -> int:
        """How many free-text answers still wait for the learner's own marks."""
        return sum(item.to_mark for item in self.items)


def result_of(story: Story) -> Result:
    """Mark an attempt. Raises ValueError while it has not been handed in."""
    if story.handed_in_at is None:
        raise ValueError(f"{story.id} has not been handed in")
    sheets = story.attempt.sheets
    items = tuple(_item(story, number, sheet) for number, sheet in enumerate(sheets))
    marked = [_marked(item) for item in items]
    whole, partial = scores(marked)
    return Result(
        id=story.id,
        profile=story.profile,
        standing=story.standing,
        seed=story.seed,
        began_at=story.began_at,
        handed_in_at=story.handed_in_at,
        ran_out=story.ran_out,
        gaps=story.gaps,
        elapsed=story.attempt.elapsed,
        limit=story.limit,
        whole=whole,
        partial=partial,
        areas=by_area(marked),
        beliefs=by_misconception(marked),
        items=items,
    )


def _item(story: Story, number: int, sheet: Sheet) -> ResultItem:
    question = story.questions[number]
    dispute: Mapping[int, str] = story.disputes
    if question is None:
        shown, key, found, told, changed = None, frozenset[int](), WRONG, tuple[Slip, ...](), Swing.NONE
    else:
        shown = in_order(question, sheet.place.order)
        key = question.key
        found = _free_mark(story.own_marks.get(number)) if _is_free(question) else mark(key, sheet.chosen)
        told = () if _is_free(question) else slips(question.stem, key, sheet.chosen, sheet.spent)
        changed = swing(key, sheet.choices)
    return ResultItem(
        number=number + 1,
        asked=sheet.place.question,
        area=sheet.place.area,
        question=shown,
        chosen=sheet.shown_order(sheet.chosen),
        key=sheet.shown_order(key),
        mark=found,
        spent=sheet.spent,
        flagged=sheet.flagged,
        swing=changed,
        slips=told,
        scored=number not in dispute,
        dispute=dispute.get(number, ""),
        words=sheet.text,
        own_levels=story.own_marks.get(number),
    )


def _marked(item: ResultItem) -> Marked:
    return Marked(item.area, item.mark, item.offered, item.taken, item.scored)


def _free_mark(levels: tuple[int, ...] | None) -> Mark:
    """The learner's own marks: right when every criterion is met, in part for those that are."""
    if not levels:
        return WRONG
    met = sum(level > 0 for level in levels)
    return Mark(Fraction(met == len(levels)), Fraction(met, len(levels)))


def _is_free(question: Question) -> bool:
    return question.kind is QuestionKind.FREE_TEXT
