"""YAML through one door: guarded, positioned, without YAML 1.1's surprises."""

import threading

import pytest

from studyapp.catalog.report import Report
from studyapp.catalog.yaml_file import MAX_DEPTH, read_yaml


def _codes(text: str) -> list[str]:
    report = Report("a.yaml")
    read_yaml(text, report)
    return [problem.code for problem in report.problems]


def test_a_value_remembers_its_line_and_column() -> None:
    node = read_yaml("a: 1\nb:\n  - c\n", Report("a.yaml"))
    assert node is not None
    entry = node.value["b"].value[0]
    assert (entry.value, entry.line, entry.column) == ("c", 3, 5)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"), ("12:30:45", "12:30:45"), ("1.10", "1.10"), ("2023-13-45", "2023-13-45"), ("0x10", "0x10"),
        ("010", "010"), ("1e400", "1e400"), ("-7", -7), ("true", True), ("~", None), ('"true"', "true"), ("9" * 30, "9" * 30),
    ],
)  # fmt: skip
def test_only_plain_types_exist(text: str, value: object) -> None:
    node = read_yaml(f"key: {text}", Report("a.yaml"))
    assert node is not None
    assert node.value["key"].value == value


def test_a_duplicate_key_is_reported_where_it_stands_and_the_first_counts() -> None:
    report = Report("a.yaml")
    node = read_yaml("a: 1\na: 2\n", report)
    assert node is not None
    assert node.plain() == {"a": 1}
    assert [(p.line, p.column, p.code) for p in report.problems] == [(2, 1, "duplicate-key")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x 1\nb: *x", "yaml-alias"),
        ("a: !!python/object:os.system x", "yaml-tag"),
        ("[" * 100_000 + "]" * 100_000, "yaml-too-deep"),
        ("- " * 40, "yaml-too-deep"),
        ("? [a]\n: b", "yaml-key"),
        ("a: 1\n---\nb: 2", "yaml-documents"),
        ("a: b: c", "yaml-syntax"),
        ("a: [1, 2", "yaml-syntax"),
        ("a: \x00", "yaml-syntax"),
        ("a: \ud800", "yaml-syntax"),
        ("x" * 5_000_000, "yaml-too-long"),
        ("[" + "1," * 300_000 + "]", "yaml-too-many"),
    ],
)
def test_what_is_refused_names_itself(text: str, code: str) -> None:
    assert _codes(text) == [code]


def test_deep_nesting_is_refused_on_a_small_stack_too() -> None:
    before = threading.stack_size(256 * 1024)
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.extend(_codes("{a: " * 50_000)))
    thread.start()
    thread.join()
    threading.stack_size(before)
    assert found == ["yaml-too-deep"]


def test_the_depth_that_is_allowed_is_read() -> None:
    depth = MAX_DEPTH - 1
    assert _codes("[" * depth + "]" * depth) == []


def test_a_character_that_yaml_does_not_allow_is_reported_where_it_stands() -> None:
    report = Report("a.yaml")
    assert read_yaml("title: a\n# é\ntext: b\x07c\n", report, first_line=2) is None
    assert [(p.line, p.column, p.code) for p in report.problems] == [(4, 8, "yaml-syntax")]


def test_a_syntax_error_says_how_to_mend_it() -> None:
    report = Report("a.yaml")
    read_yaml("title: Scrum: a guide", report, first_line=3)
    assert (report.problems[0].line, report.problems[0].column) == (3, 13)
    assert "quotation marks" in report.problems[0].hint
