"""Which paragraphs were plausibly read."""

import pytest

from studyapp.study.gaze import Gaze, Place

LONG = 400
"""Characters of a paragraph that is read in twenty seconds; six are plausible."""


@pytest.fixture
def gaze() -> Gaze:
    return Gaze([Place(n * 500, n * 500 + LONG, f"p{n}") for n in range(4)])


def test_what_stood_in_sight_for_long_enough_was_seen(gaze: Gaze) -> None:
    assert not gaze.dwell(0, 450, 5.9)
    assert gaze.dwell(0, 450, 0.2)
    assert gaze.seen == ("p0",)


def test_a_screenful_takes_as_long_as_its_paragraphs_together(gaze: Gaze) -> None:
    gaze.dwell(0, 1400, 17)
    assert not gaze.seen
    gaze.dwell(0, 1400, 1.1)
    assert gaze.seen == ("p0", "p1", "p2")


def test_a_line_that_peeps_out_at_the_edge_is_not_read(gaze: Gaze) -> None:
    gaze.dwell(0, 560, 3600)
    assert gaze.seen == ("p0",)


def test_a_long_paragraph_may_be_read_in_parts(gaze: Gaze) -> None:
    gaze.dwell(0, 200, 4)
    gaze.dwell(150, 400, 4)
    assert gaze.seen == ("p0",)


def test_where_there_are_no_words_nothing_is_seen(gaze: Gaze) -> None:
    assert not gaze.dwell(410, 490, 60)
    assert not Gaze(()).dwell(0, 100, 60)
