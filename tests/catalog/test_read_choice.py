"""A guided choice is read, and what is wrong with one is told with its line."""

from pathlib import Path

import pytest

from studyapp.catalog.cross_check import check
from studyapp.catalog.load import load
from studyapp.catalog.problem import Problem
from tests.study.choice_pack import CHOICE, write_choice


def problems(root: Path, choice: str) -> list[Problem]:
    catalog, found = load([write_choice(root, choice)], None)
    try:
        return [*found, *check(catalog)]
    finally:
        catalog.close()


def test_a_choice_without_fault_has_no_problems(tmp_path: Path) -> None:
    assert problems(tmp_path, CHOICE) == []


@pytest.mark.parametrize(
    ("good", "bad", "code"),
    [
        ("weights: {manager: 2}", "weights: {master: 2}", "unknown-side"),
        ("weights: {manager: 2}", "weights: {manager: 0}", "bad-weight"),
        (", {name: two, title: Two}", "", "two-sides"),
        ("outcomes: {one: One will do., two: Take two., even: Either will do.}", "", "missing"),
        ("A Scrum Master coaches.", "A Scrum Master commands.", "proof-quote"),
        ("section: Team", "section: Teams", "unknown-section"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(tmp_path: Path, good: str, bad: str, code: str) -> None:
    assert CHOICE.count(good) >= 1
    text = CHOICE.replace(good, bad, 1)
    found = [problem for problem in problems(tmp_path, text) if problem.code == code]
    assert [problem.path.endswith("choices/lead.yaml") for problem in found] == [True]
    assert found[0].hint


def test_a_factor_with_one_answer_is_no_choice(tmp_path: Path) -> None:
    text = CHOICE.replace(
        '      - {name: known, text: "Yes", weights: {manager: 2}, why: It is coordination.}\n', ""
    )
    assert [problem.code for problem in problems(tmp_path, text)] == ["few-answers"]
