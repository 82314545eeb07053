import pytest

from studyapp.study.how_far import HowFar, minutes_left


def test_what_is_left_follows_the_reader() -> None:
    assert HowFar().moved(0.4).moved(0.3) == HowFar(0.3)


def test_a_jump_leaves_as_much_to_read_as_before_until_something_is_read_there() -> None:
    looked = HowFar(0.2).jumped().moved(0.7)
    assert looked.share == 0.2
    assert looked.saw(0.7).moved(0.8) == HowFar(0.8)


@pytest.mark.parametrize(
    ("reached", "position", "waits"), [(0.0, 0.5, True), (0.5, 0.4, False), (1, 0.7, False)]
)
def test_an_article_left_after_a_jump_is_taken_up_as_one(
    reached: float, position: float, waits: bool
) -> None:
    assert HowFar.taken_up(reached, position) == HowFar(reached, waits)


def test_an_article_takes_a_minute_at_least_and_nothing_at_its_end() -> None:
    assert (minutes_left(0, 0.0), minutes_left(6, 0.5), minutes_left(6, 1.0)) == (1, 3, 0)
