"""The sentences of a result: what was believed, how one worked, and what comes of it."""

from dataclasses import dataclass
from datetime import timedelta

from studyapp.catalog.question import Misconception
from studyapp.learning.marking import AreaScore, Belief, Slip, Swing
from studyapp.study.exam_cards import CalledCards
from studyapp.study.exam_filter import FilterKind, ReviewFilter
from studyapp.study.exam_result import Result, ResultItem
from studyapp.ui.exam import wording

_GOOD = 0.85
_SLOW = 2
"""So many times the pace is long for one question."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence, and the questions it speaks of; None where there is nothing to go through."""

    text: str
    questions: ReviewFilter | None = None


def belief_sentence(belief: Belief, found: Misconception | None) -> str:
    """``In 7 of 9 cases you let someone outside the Scrum Team decide.``; in plain words where the content is gone."""
    cases = _cases(belief.taken, belief.offered)
    if found is None:
        name = wording.plain_name(belief.misconception)
        return f"{cases} you followed a false belief that has left the content: {name}."
    said = found.sentence or f"you took this for true: {found.belief.rstrip('.')}"
    return f"{cases} {said}."


def _cases(taken: int, offered: int) -> str:
    if taken < offered:
        return f"In {taken} of {offered} cases"
    return {1: "In the only case", 2: "In both cases"}.get(offered, f"In all {offered} cases")


def to_mark(result: Result) -> tuple[str, str]:
    """That answers wait for the learner's own marks, and how to give them."""
    number, whole = result.unmarked, sum(item.own_levels is not None for item in result.items) == 0
    head = "Not marked yet" if whole else f"{wording.count(number, 'answer')} still to mark"
    waits = "answer waits" if number == 1 else "answers wait"
    how = "Go through the questions: say of each point of the rubric, beside the model answer, how well you met it."
    return head, f"{number} {waits} for your own marks; the score comes with the last of them. {how}"


def areas_sentence(areas: tuple[AreaScore, ...], weakest: str) -> str:
    """Where most is to be gained; ``areas`` stand weakest first and ``weakest`` is the title of the first."""
    if areas[0].right >= _GOOD * areas[0].out_of:
        return "No area falls below 85 % in this paper."
    return f"Most is to be gained in {weakest}: {areas[0].right} of {areas[0].out_of} right."


def time_sentence(result: Result) -> str:
    """The pace against what there was, what took long, and the longest question."""
    reached = [item for item in result.items if item.question is not None]
    pace, asked = result.pace, result.pace_asked
    told = f"{wording.duration(pace)} a question on average"
    if asked is not None:
        told = f"{told}; there were {wording.duration(asked)} for each"
    longest = max(reached, key=lambda item: item.spent)
    slow = sum(item.spent > _SLOW * (asked or pace) for item in reached)
    more = f"{wording.count(slow, 'question')} took more than twice that; the" if slow else "The"
    return f"{told}. {more} longest was question {longest.number} with {wording.duration(longest.spent)}."


def item_outcome(item: ResultItem) -> str:
    """How one question came out, in a word or two."""
    if item.question is None:
        return "not reached"
    if not item.scored:
        return "not scored"
    if not item.question.options:
        return "to mark" if item.own_levels is None else "marked by you"
    if item.mark.right:
        return "right"
    return "wrong" if item.chosen else "left open"


def cards_sentence(called: CalledCards) -> str:
    """What the wrong answers have become."""
    count, waiting = len(called.cards), len(called.waiting)
    if count == 1:
        told = "The question that you did not answer rightly is a card now"
        return (
            f"{told}, and due; Today takes it up as its minutes allow."
            if waiting
            else f"{told}; you have answered it since."
        )
    told = f"The {count} questions that you did not answer rightly are cards now"
    if waiting == count:
        return f"{told}, and due; Today takes them up as its minutes allow."
    if not waiting:
        return f"{told}; you have answered all of them since."
    others = "the other one" if count - waiting == 1 else "the others"
    wait = "waits" if waiting == 1 else "wait"
    return f"{told}. {waiting} of them {wait} for you; {others} you have answered since."


def habits(result: Result) -> tuple[Remark, ...]:
    """Changed answers, slips, what was not reached and what is not scored; of answers in own words only the latter."""
    found = [*_changes(result), *_slips(result)]
    unseen = sum(item.question is None and item.scored for item in result.items)
    if unseen:
        they = "it stays" if unseen == 1 else "they stay"
        text = f"{wording.count(unseen, 'question')} not reached; {they} unseen and can come again."
        found.append(Remark(text))
    disputed = sum(not item.scored for item in result.items)
    if disputed:
        found.append(Remark(f"{wording.count(disputed, 'question')} not scored."))
    if not found and any(item.question is not None and item.question.options for item in result.items):
        found.append(Remark("No answer was changed, and no point was lost to a slip."))
    return tuple(found)


def _changes(result: Result) -> list[Remark]:
    swings = [item.swing for item in result.items]
    won, lost = swings.count(Swing.WRONG_TO_RIGHT), swings.count(Swing.RIGHT_TO_WRONG)
    found = []
    for swing, note in (
        (Swing.RIGHT_TO_WRONG, _points(lost, "lost")),
        (Swing.WRONG_TO_RIGHT, _points(won, "won")),
        (Swing.WRONG_TO_WRONG, "nothing won or lost"),
    ):
        number = swings.count(swing)
        if number:
            text = f"{wording.count(number, 'answer')} {wording.SWINGS[swing]}: {note}."
            found.append(Remark(text, ReviewFilter(FilterKind.CHANGED, swing.name)))
    return found


def _points(number: int, word: str) -> str:
    return f"{wording.count(number, 'point')} {word}"


def _slips(result: Result) -> list[Remark]:
    found = []
    for slip, words in wording.SLIPS.items():
        number = sum(slip in item.slips for item in result.items)
        if not number:
            continue
        if slip is Slip.NOT_ANSWERED:
            remark = Remark(f"{wording.count(number, 'question')} {words}.", ReviewFilter(FilterKind.OPEN))
        else:
            text = f"{wording.count(number, 'wrong answer')}, perhaps a slip: {words}."
            remark = Remark(text, ReviewFilter(FilterKind.SLIPS, slip.name))
        found.append(remark)
    return found


def seconds(span: timedelta) -> str:
    """Seconds as a figure for a table."""
    return f"{span.total_seconds():.0f}"
