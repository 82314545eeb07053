"""The words and figures of two papers beside one another."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from studyapp.learning.marking import AreaScore, Slip, Swing
from studyapp.study.exam_pair import AreaPair, Pair, SharedQuestion, Turn
from studyapp.study.exam_result import Result, ResultItem
from studyapp.ui.exam import result_wording, wording

_SECOND, _MINUTE, _MINUTES = timedelta(seconds=1), timedelta(minutes=1), timedelta(minutes=10)

Row = tuple[str, str, str, str]
"""What is compared, the earlier paper's figure, the later one's, and the step between them."""

_TO_MARK = "to mark"
_HOW_TO_MARK = (
    "The scores compare once you have marked your answers: open the result and go through its questions."
)

HEADER: Row = ("", "Earlier", "Later", "Step")

TURNS = {
    Turn.WON: "Won",
    Turn.LOST: "Lost",
    Turn.WRONG_TWICE: "Wrong twice",
    Turn.RIGHT_TWICE: "Right twice",
    Turn.OPEN: "Not compared",
}
"""What became of a question, in a word or two."""


def title(result: Result) -> str:
    """``Mock exam · PSPO I, 26 September 2026, 14:05``."""
    return f"{result.profile.title}, {wording.began(result)}"


def sentence(pair: Pair) -> str:
    """What the two papers say together."""
    told = " ".join(_score_sentences(pair))
    if not pair.shared:
        return f"{told} No question stood in both."
    turns = [each.turn for each in pair.shared]
    won, lost, unclear = (turns.count(turn) for turn in (Turn.WON, Turn.LOST, Turn.OPEN))
    more = f", {unclear} not compared" if unclear else ""
    return (
        f"{told} Of {wording.count(len(turns), 'question')} that stood in both: {won} won, {lost} lost{more}."
    )


def _score_sentences(pair: Pair) -> Iterator[str]:
    """How the scores compare, and how far."""
    if pair.earlier.unmarked or pair.later.unmarked:
        yield f"{_to_mark(pair)} {_HOW_TO_MARK}"
        return
    if not (pair.earlier.score.out_of and pair.later.score.out_of):
        yield "The scores do not compare: in one of the papers no question counts."
        return
    points = _points(pair.later.score.share) - _points(pair.earlier.score.share)
    way = f"{abs(points)} {'point' if abs(points) == 1 else 'points'} {'higher' if points > 0 else 'lower'} than"
    yield f"The later score is {way if points else 'level with'} the earlier one."
    if pair.earlier.profile.id != pair.later.profile.id:
        yield "They are different kinds of paper, so their scores compare only roughly."


def _to_mark(pair: Pair) -> str:
    """What waits for the learner's own marks."""
    waiting = {name: r for name, r in (("earlier", pair.earlier), ("later", pair.later)) if r.unmarked}
    if len(waiting) > 1 and not any(_begun_to_mark(result) for result in waiting.values()):
        return "Nothing is marked yet in either paper."
    return " ".join(_waits(name, result) for name, result in waiting.items())


def _waits(name: str, result: Result) -> str:
    if not _begun_to_mark(result):
        return f"Nothing is marked yet in the {name} paper."
    number = result.unmarked
    is_still = "is" if number == 1 else "are"
    return f"{wording.count(number, 'answer')} of the {name} paper {is_still} still to be marked."


def _begun_to_mark(result: Result) -> bool:
    return any(item.own_levels is not None for item in result.items)


def figure_rows(pair: Pair) -> tuple[Row, ...]:
    """Scores, time, changed answers and slips."""
    two = pair.earlier, pair.later
    rows: list[Row] = [
        *_scores(pair),
        ("Outcome", _outcome(pair.earlier), _outcome(pair.later), ""),
        _counts("Questions that count", *(result.score.out_of for result in two)),
        _spans("Time used", *(result.elapsed for result in two)),
        _spans("Time a question", *(result.pace for result in two)),
        _paces(pair),
    ]
    for swing, words in wording.SWINGS.items():
        rows.append(_counts(words.capitalize(), *(_swings(result, swing) for result in two)))
    for slip, words in wording.SLIPS.items():
        rows.append(_counts(f"Slips: {words}", *(_slips(result, slip) for result in two)))
    rows.append(_counts("Flagged", *(sum(item.flagged for item in result.items) for result in two)))
    rows.append(_counts("Not reached", *(_unreached(result) for result in two)))
    return tuple(row for row in rows if row[1:3] not in {("0", "0"), ("–", "–")})


def area_rows(pair: Pair, name_of: Callable[[str], str]) -> tuple[Row, ...]:
    """Right answers by focus area."""
    return tuple(_area_row(pair, area, name_of) for area in pair.areas)


def answer(item: ResultItem) -> str:
    """How a question came out and what was answered: ``wrong: The Scrum Master``."""
    outcome = result_wording.item_outcome(item)
    given = item.words.strip() or options(item, item.chosen)
    return f"{outcome}: {given}" if given else outcome


def options(item: ResultItem, positions: frozenset[int]) -> str:
    """The texts of options, one after the other."""
    shown = item.question.options if item.question is not None else ()
    return " · ".join(shown[n].text for n in sorted(positions))


def key(shared: SharedQuestion) -> str:
    """What would have been right, where neither answer was; else empty."""
    if shared.turn is not Turn.WRONG_TWICE:
        return ""
    return options(shared.later, shared.later.key)


def _scores(pair: Pair) -> list[Row]:
    """The score under each marking; a paper that waits for own marks, or of which nothing counts, has none."""
    two = pair.earlier, pair.later
    if any(result.unmarked or not result.score.out_of for result in two):
        before, after = map(_lone_score, two)
        return [("Score", before, after, "")]
    return [
        _shares("Score", *(result.score.share for result in two)),
        _shares("All or nothing", *(result.whole.share for result in two)),
        _shares("With partial credit", *(result.partial.share for result in two)),
    ]


def _lone_score(result: Result) -> str:
    if result.unmarked:
        return _TO_MARK
    return wording.per_cent(result.score.share) if result.score.out_of else "–"


def _area_row(pair: Pair, area: AreaPair, name_of: Callable[[str], str]) -> Row:
    """An area in which an answer waits for its marks has no step yet."""
    before, after = (
        sum(item.to_mark for item in result.items if item.area == area.area)
        for result in (pair.earlier, pair.later)
    )
    step = ""
    if area.earlier is not None and area.later is not None and not before and not after:
        step = _points_step(_share(area.earlier), _share(area.later))
    return name_of(area.area), _right(area.earlier, before), _right(area.later, after), step


def _right(score: AreaScore | None, waiting: int) -> str:
    """``2 of 3``; ``waiting`` answers have no mark yet."""
    if score is None:
        return "–"
    marked = score.out_of - waiting
    told = f"{score.right} of {marked}" if marked else ""
    return ", ".join(filter(None, (told, f"{waiting} {_TO_MARK}" if waiting else "")))


def _share(score: AreaScore) -> float:
    return score.right / score.out_of


def _outcome(result: Result) -> str:
    return "–" if result.passed is None else wording.verdict(result)[0].lower()


def _paces(pair: Pair) -> Row:
    return "Time there was for each", _asked(pair.earlier), _asked(pair.later), ""


def _asked(result: Result) -> str:
    return "–" if result.pace_asked is None else wording.duration(result.pace_asked)


def _swings(result: Result, which: Swing) -> int:
    return sum(item.swing is which for item in result.items)


def _slips(result: Result, which: Slip) -> int:
    return sum(which in item.slips for item in result.items)


def _unreached(result: Result) -> int:
    return sum(item.question is None for item in result.items)


def _shares(name: str, before: float, after: float) -> Row:
    return name, wording.per_cent(before), wording.per_cent(after), _points_step(before, after)


def _points_step(before: float, after: float) -> str:
    step = _points(after) - _points(before)
    return f"{_signed(step)} {'point' if abs(step) == 1 else 'points'}" if step else "level"


def _points(share: float) -> int:
    """Per cent as they are shown: never rounded up."""
    return int(share * 100 + 1e-9)


def _counts(name: str, before: int, after: int) -> Row:
    return name, str(before), str(after), _signed(after - before) if after != before else "level"


def _spans(name: str, before: timedelta, after: timedelta) -> Row:
    """The step is that between the figures as they are shown: whole minutes where one of them is in minutes."""
    unit = _MINUTE if max(before, after) >= _MINUTES else _SECOND
    step = (_whole(after, unit) - _whole(before, unit)) * unit
    told = f"{'+' if step > timedelta(0) else '−'}{_span(abs(step), unit)}" if step else "level"
    return name, wording.duration(before), wording.duration(after), told


def _whole(span: timedelta, unit: timedelta) -> int:
    return round(span / unit)


def _span(span: timedelta, unit: timedelta) -> str:
    return f"{_whole(span, unit)} min" if unit == _MINUTE else wording.duration(span)


def _signed(number: int) -> str:
    return f"+{number}" if number > 0 else f"−{-number}"
