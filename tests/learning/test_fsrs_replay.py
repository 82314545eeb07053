"""A history told at once is what py-fsrs makes of it answer by answer, to the last bit, whatever the steps."""

from datetime import UTC, datetime, timedelta

import fsrs
from hypothesis import given
from hypothesis import strategies as st

from studyapp.learning.fsrs_replay import Replay
from studyapp.learning.rating import Rating
from studyapp.learning.schedule_rules import PARAMETERS

BEGIN = datetime(2026, 1, 1, 8, tzinfo=UTC)
GAPS = st.one_of(st.integers(0, 90_000), st.integers(86_400, 400 * 86_400))
STEPS = st.lists(st.integers(1, 900).map(lambda minutes: timedelta(minutes=minutes)), max_size=3)
OTHERS = (*PARAMETERS[:4], *(p * 1.1 for p in PARAMETERS[4:19]), 0.3, 0.2)


@given(
    st.lists(st.tuples(st.sampled_from(Rating), GAPS), min_size=1, max_size=30), STEPS, STEPS, st.booleans()
)
def test_a_history_told_at_once_is_that_of_py_fsrs_to_the_last_bit(
    history: list[tuple[Rating, int]], learning: list[timedelta], relearning: list[timedelta], other: bool
) -> None:
    parameters = OTHERS if other else PARAMETERS
    engine = fsrs.Scheduler(
        parameters, learning_steps=learning, relearning_steps=relearning, enable_fuzzing=False
    )
    theirs, at, answers = fsrs.Card(card_id=1), BEGIN, []
    for rating, seconds in history:
        at += timedelta(seconds=seconds)
        answers.append((rating, at))
        theirs, _ = engine.review_card(theirs, fsrs.Rating(rating), at)
    told = Replay(parameters, learning, relearning).tell(answers)
    assert told is not None
    assert (told.stability, told.difficulty, told.step) == (theirs.stability, theirs.difficulty, theirs.step)
    assert told.phase.value == theirs.state.name.lower()
    assert told.wait is None or told.at + told.wait == theirs.due


def test_nothing_answered_leads_nowhere() -> None:
    assert Replay(PARAMETERS, (), ()).tell([]) is None
