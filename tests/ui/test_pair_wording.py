"""The words of two papers side by side."""

from datetime import timedelta

import pytest

from studyapp.ui.exam.pair_wording import _spans


@pytest.mark.parametrize(
    ("before", "after", "step"),
    [
        (37.6, 33.2, "−5 s"),
        (50 * 60 + 10, 44 * 60 + 20, "−6 min"),
        (30, 30.3, "level"),
        (40, 100, "+1 min 00 s"),
    ],
)
def test_a_step_is_that_between_the_figures_shown(before: float, after: float, step: str) -> None:
    assert _spans("Time", timedelta(seconds=before), timedelta(seconds=after))[3] == step
