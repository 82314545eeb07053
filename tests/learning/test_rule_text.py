"""Parameters are pasted from elsewhere, steps are typed as people write them."""

import pytest

from studyapp.learning.rule_text import (
    NumbersError,
    StepsError,
    WrongNumber,
    numbers_text,
    read_numbers,
    read_steps,
    steps_text,
)
from studyapp.learning.schedule_rules import PARAMETERS, Rules

FSRS_5 = (
    *(0.40255, 1.18385, 3.173, 15.69105, 7.1949, 0.5345, 1.4604, 0.0046, 1.54575, 0.1192),
    *(1.01925, 1.9395, 0.11, 0.29605, 2.2698, 0.2315, 2.9898, 0.51655, 0.6621),
)
FSRS_4_5 = (
    *(0.4872, 1.4003, 3.7145, 13.8206, 5.1618, 1.2298, 0.8975, 0.031, 1.6474, 0.1367),
    *(1.0461, 2.1072, 0.0793, 0.3246, 1.587, 0.2272, 2.8755),
)


@pytest.mark.parametrize("form", ["{}", "[{}]", "({})", "[{}", "w = [{}]\n", '"fsrsWeights": [ {} ],'])
def test_numbers_are_taken_with_and_without_brackets(form: str) -> None:
    assert read_numbers(form.format(numbers_text(PARAMETERS))).parameters == PARAMETERS


@pytest.mark.parametrize("between", [" ", "\n", ";", ",\n  "])
def test_numbers_are_parted_by_what_people_part_numbers_with(between: str) -> None:
    assert read_numbers(between.join(map(str, PARAMETERS))).parameters == PARAMETERS


def test_a_number_out_of_its_bounds_is_named_with_them() -> None:
    text = numbers_text((*PARAMETERS[:4], 12.0, *PARAMETERS[5:20], 0.05))
    with pytest.raises(NumbersError) as told:
        read_numbers(text)
    assert told.value.wrong == (WrongNumber(5, "12", (1.0, 10.0)), WrongNumber(21, "0.05", (0.1, 0.8)))


@pytest.mark.parametrize("word", ["about", "1.2.3", "0.2m"])
def test_what_is_no_number_is_named_with_its_place(word: str) -> None:
    with pytest.raises(NumbersError) as told:
        read_numbers(f"[0.212, {word}, 2.3]")
    assert told.value.wrong == (WrongNumber(2, word),)


@pytest.mark.parametrize("word", ["nan", "inf", "-1e400"])
def test_what_is_a_number_only_in_name_is_out_of_bounds(word: str) -> None:
    with pytest.raises(NumbersError) as told:
        read_numbers(", ".join([word, *map(str, PARAMETERS[1:])]))
    assert told.value.wrong[0].bounds == (0.001, 100.0)


@pytest.mark.parametrize(("text", "given"), [("", 0), ("0.2 0.3", 2), (", ".join(["0.5"] * 20), 20)])
def test_another_number_of_numbers_is_told(text: str, given: int) -> None:
    with pytest.raises(NumbersError) as told:
        read_numbers(text)
    assert (told.value.given, told.value.wrong) == (given, ())


def test_a_set_of_fsrs_5_keeps_its_numbers_and_its_decay() -> None:
    found = read_numbers(numbers_text(FSRS_5))
    assert (found.parameters, found.given) == ((*FSRS_5, 0.0, 0.5), 19)
    assert Rules(parameters=found.parameters).parameters == found.parameters


def test_a_set_of_fsrs_4_5_is_put_on_the_later_scale_of_difficulty_as_fsrs_rs_does_it() -> None:
    """The figures are those of ``check_and_fill_parameters`` in fsrs-rs, looked at through fsrs-rs-python 0.9.3."""
    found = read_numbers(numbers_text(FSRS_4_5))
    assert found.given == 17
    assert found.parameters[4:7] == pytest.approx((7.6214, 0.5151015, 1.3975), rel=1e-6)
    assert found.parameters[:4] + found.parameters[7:] == (*FSRS_4_5[:4], *FSRS_4_5[7:], 0.0, 0.0, 0.0, 0.5)


def test_a_set_of_fsrs_4_5_that_cannot_be_converted_is_refused() -> None:
    with pytest.raises(NumbersError) as told:
        read_numbers(numbers_text((*FSRS_4_5[:5], -2.0, *FSRS_4_5[6:])))
    assert 6 in {each.place for each in told.value.wrong}


@pytest.mark.parametrize(
    ("text", "steps"),
    [("1m 10m", (60, 600)), ("30s, 2h", (30, 7200)), ("10", (600,)), ("", ()), (" 5min 1H ", (300, 3600))],
)
def test_steps_are_read_as_they_are_written(text: str, steps: tuple[int, ...]) -> None:
    assert read_steps(text) == steps
    assert read_steps(steps_text(steps)) == steps


@pytest.mark.parametrize("word", ["0m", "1d", "24h", "soon", "-5m", "1.5m"])
def test_what_is_no_step_is_named(word: str) -> None:
    with pytest.raises(StepsError) as told:
        read_steps(f"1m {word}")
    assert told.value.text == word


def test_too_many_steps_are_refused() -> None:
    with pytest.raises(StepsError):
        read_steps("1m " * 11)
